"""Rules that nobody would write on purpose: a clear word, nothing lost, and no hang."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

STORY = "A gate is shut\n\nExperts say the gate is unsafe.\n"
RULE = """\
id: any
title: Anything
kind: pattern
severity: warning
pattern: '{pattern}'
message: "“{{match}}”"
why: To see what becomes of it.
examples:
  bad: ["The [[gate]] is shut."]
  good: ["Nothing.", "“The gate,” she said."]
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    return "story.txt"


def test_ten_thousand_files_are_read_and_those_with_slips_are_told_and_counted(
    run: Run, tmp_path: Path, story: str
) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    for number in range(10_000):
        name = "pufery" if number % 100 == 7 else "puffery"
        (folder / f"w{number:05}.yaml").write_text(f"extend: {name}\nentries: [zorb{number}x]\n", "utf-8")
    ran = run(story, "--rules", "house", "--no-config")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert len(lines) == 21
    assert "house/w00007.yaml:1:1: there is no lexicon “pufery” to extend (did you mean “puffery”?)" in lines[0]
    assert lines[-1] == "hedgelint: … and 80 more mistakes"


@pytest.mark.parametrize("pattern", ["x*", "(?=gate)", "\\b", "(?:)", "z?"])
def test_a_match_of_nothing_is_no_finding(run: Run, tmp_path: Path, story: str, pattern: str) -> None:
    (tmp_path / "any.yaml").write_text(RULE.format(pattern=pattern), "utf-8")
    ran = run(story, "--rules", "any.yaml", "--no-config", "--select", "any", "--format", "compact")
    assert ran.code in (0, 1)
    assert "“”" not in ran.out
    assert ran.err == ""
    ran = run("test", "any.yaml", "--no-config")
    assert ran.code == 1
    assert "any.yaml:9: any: missing: the rule is silent where it must speak" in ran.out


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"hedgelint.toml": "hedgelint.toml"}, "hedgelint.toml:1:12: “hedgelint.toml” extends this file in turn"),
        (
            {"hedgelint.toml": "a.toml", "a.toml": "b.toml", "b.toml": "a.toml"},
            "b.toml:1:12: “a.toml” extends this file in turn",
        ),
    ],
)
def test_settings_that_extend_one_another(
    run: Run, tmp_path: Path, story: str, files: dict[str, str], told: str
) -> None:
    for name, other in files.items():
        (tmp_path / name).write_text(f'extends = "{other}"\n', "utf-8")
    ran = run(story)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "r.yaml:1:1: a rule file is a mapping of keys"),
        (b"\x00\x01\x02", "r.yaml:1:1: not YAML: "),
        (b"\xff\xfe", "r.yaml:1:1: not UTF-8 (save the file as UTF-8)"),
        (b"- a\n- b\n", "r.yaml:1:1: a rule file is a mapping of keys"),
        (b"id: any\n" * 2, "r.yaml:2:1: “id” is given twice"),
        (b"%YAML 9.9\n---\nid: x\n", "r.yaml:1:1: "),
        (b"!!python/object:os.system {}\n", "r.yaml:1:1: "),
    ],
)
def test_what_is_no_rule_at_all(run: Run, tmp_path: Path, story: str, content: bytes, told: str) -> None:
    (tmp_path / "r.yaml").write_bytes(content)
    ran = run(story, "--rules", "r.yaml", "--no-config")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "fault of hedgelint" not in ran.err


def test_a_report_or_a_baseline_that_cannot_be_written_leaves_nothing_half_written(
    run: Run, tmp_path: Path, story: str
) -> None:
    for args in (("--format", "sarif:nowhere/out.sarif"), ("-o", "nowhere/out.txt")):
        ran = run(story, "--no-config", *args)
        assert ran.code == 2
        assert "nowhere/out." in ran.err
    ran = run("baseline", story, "--no-config", "-o", "nowhere/b.json")
    assert ran.code == 2
    assert "nowhere/b.json" in ran.err
    (tmp_path / "kept.json").write_text('{"format": 1, "stories": {"story.txt": [{"rule', "utf-8")
    ran = run("baseline", story, "--no-config", "-o", "kept.json")
    assert ran.code == 2
    assert "kept.json: not a whole baseline" in ran.err
    assert (tmp_path / "kept.json").read_text("utf-8").endswith('[{"rule')
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.json", "story.txt"]


def test_a_rule_whose_name_ends_in_capitals_is_a_rule(run: Run, tmp_path: Path, story: str) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "ANY.YAML").write_text(RULE.format(pattern="gate"), "utf-8")
    assert run("test", "house", "--no-config").out.startswith("1 rule, ")
