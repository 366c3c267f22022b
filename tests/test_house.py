"""What a house needs beside rules: settings that can be shared, pinned and looked up; one finding for one word."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from hedgelint import Configs, Desk, HedgelintError, Layer, lint_file, lint_text
from hedgelint.version import is_met
from tests.conftest import Run

RULE = """\
id: claimed
title: Claimed
kind: swap
severity: error
swap: {claimed: said}
instead_of: [loaded-verb]
message: "“{match}” is “{prefer}” here"
why: The house says so.
examples:
  bad: ["He [[claimed]] it was shut."]
  good: ["He said it was shut.", "“He claimed it,” she said."]
"""
STORY = "A bridge is shut\n\nThe mayor, Jo Hale, claimed that the bridge was unsafe.\n\nExperts say so.\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site" / "echo_style"
    (folder / "rules").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise RuntimeError('it is not run')\n", "utf-8")
    (folder / "hedgelint.toml").write_text('rules = ["rules"]\nignore = ["vague-source"]\n', "utf-8")
    (folder / "rules" / "claimed.yaml").write_text(RULE, "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    return folder


def test_an_installed_package_a_folder_and_a_file_can_be_extended(run: Run, tmp_path: Path, package: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    for name in ("package:echo_style", "site/echo_style", "site/echo_style/hedgelint.toml"):
        (tmp_path / "hedgelint.toml").write_text(f'extends = "{name}"\n', "utf-8")
        data = json.loads(run("story.txt", "--format", "json", "--severity", "warning").out)
        assert [(f["rule"], f["excerpt"]) for f in data["findings"]] == [("claimed", "claimed")], name
    (tmp_path / "hedgelint.toml").write_text('extends = "site/echo_style/rules"\n', "utf-8")
    data = json.loads(run("story.txt", "--format", "json", "--severity", "warning").out)
    assert [f["rule"] for f in data["findings"]] == ["claimed", "vague-source"]


def test_a_package_that_is_not_installed_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text('extends = "package:echo_stile"\n', "utf-8")
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    ran = run("story.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "hedgelint.toml:1:12: there is no package “echo_stile” installed here (pip install echo-stile" in ran.err


def test_one_finding_for_one_word(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    (tmp_path / "claimed.yaml").write_text(RULE, "utf-8")
    (tmp_path / "both.yaml").write_text(RULE.replace("instead_of: [loaded-verb]\n", ""), "utf-8")
    for file, rules in (("claimed.yaml", ["claimed"]), ("both.yaml", ["claimed", "loaded-verb"])):
        ran = run("story.txt", "--no-config", "--rules", file, "--format", "json", "--select", "claimed,loaded-verb")
        assert sorted(f["rule"] for f in json.loads(ran.out)["findings"]) == rules
    (tmp_path / "claimed.yaml").write_text(RULE.replace("loaded-verb", "loaded-verbs"), "utf-8")
    ran = run("story.txt", "--no-config", "--rules", "claimed.yaml")
    assert (
        "claimed.yaml:6:14: there is no rule “loaded-verbs” to speak instead of (did you mean “loaded-verb”?)"
        in ran.err
    )


@pytest.mark.parametrize(
    ("wanted", "version", "met"),
    [
        ("", "0.1.0", True),
        ("0.1", "0.1.7", True),
        ("0.1.0", "0.1.7", False),
        (">=0.2", "0.10.0", True),
        (">=0.2, <0.5", "0.5.0", False),
        ("!=0.3", "0.3.0", False),
        ("<1", "0.9.9", True),
    ],
)
def test_a_version_that_settings_ask_for(wanted: str, version: str, met: bool) -> None:
    assert is_met(wanted, version) is met


def test_settings_for_another_version_are_not_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text('required-version = ">=9"\n', "utf-8")
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    ran = run("story.txt")
    assert ran.code == 2
    assert ran.err.startswith("hedgelint: hedgelint.toml:1:1: these settings are for hedgelint >=9, and this is ")


def test_settings_tell_what_is_in_force_and_whence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text(
        'fail-on = "error"\nignore = ["booster"]\n[severity]\nvague-source = "error"\n'
        '[per-path."opinion/**"]\nignore = ["loaded-verb"]\n',
        "utf-8",
    )
    out = run("settings", "opinion/s.txt").out
    assert out.startswith("settings file  hedgelint.toml\nfail-on        error  (hedgelint.toml)\n")
    assert "fidelity       news  (the default)\n" in out
    assert "switched off   booster  (hedgelint.toml)\n" in out
    assert 'switched off   loaded-verb  (hedgelint.toml [per-path."opinion/**"])\n' in out
    assert "severity       vague-source: error, not warning  (hedgelint.toml)\n" in out
    assert "loaded-verb" not in run("settings", "news/s.txt").out
    data = json.loads(run("settings", "opinion/s.txt", "--format", "json").out)
    assert (data["file"], data["fail-on"], data["rules"]["vague-source"]) == ("hedgelint.toml", "error", "error")


def test_explain_takes_a_category_any_letters_and_the_report_of_waivers(run: Run) -> None:
    assert "booster: " in run("explain", "confidence", "--no-config").out
    assert run("explain", "Loaded-Verb", "--no-config").out == run("explain", "loaded-verb", "--no-config").out
    assert run("explain", "unused-suppression", "--no-config").out.startswith("unused-suppression: ")
    assert "vague-source" not in run("rules", "headline", "--no-config").out


def test_the_library_takes_paths_and_rules_chosen_in_code(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    desk = Desk(Configs(none=True), Layer(select=("vague-source",)))
    assert [finding.rule for finding in lint_file(path, desk=desk).findings] == ["vague-source"]
    with pytest.raises(HedgelintError):
        lint_text(STORY, desk=Desk(Configs(none=True), Layer(select=("vague-sauce",))))
