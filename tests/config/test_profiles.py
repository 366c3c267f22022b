"""What kind of story it is, who says so, and what that switches off."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint import lint_text
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.config.profile import Profiles
from hedgelint.desk.desk import Desk
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import ConfigError
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

PROFILES = Profiles.of(load_rulebook().lexicons["profiles"])
BODY = (
    "This is a disgraceful plan, and the council slammed it on Monday at its hall.\n\nIt will not work.\n\nIt is old."
)


@pytest.mark.parametrize(
    ("path", "head", "name"),
    [
        ("story.txt", "Ferry plan is dead", "news"),
        ("story.txt", "Opinion\n\nFerry plan is dead", "opinion"),
        ("story.txt", "Ferry plan is dead\n\nANALYSIS", "opinion"),
        ("story.txt", "Opinion: ferry plan is dead", "opinion"),
        ("story.txt", "Ferry plan is dead | Comment", "opinion"),
        ("story.txt", "Ferry plan is dead – business live", "live"),
        ("story.txt", "FOR IMMEDIATE RELEASE\n\nFerry plan is dead", "press-release"),
        ("story.txt", "---\ntitle: Ferry plan is dead\nsection: Reviews\n---", "review"),
        ("story.txt", "---\ncategories:\n  - Quay\n  - Opinion\n---", "opinion"),
        ("desk/opinion/story.txt", "Ferry plan is dead", "opinion"),
        ("story.txt", "Council seeks opinion on ferry plan", "news"),
        ("story.txt", "Court: ferry plan is dead in the water now", "court"),
    ],
)
def test_what_a_story_says_of_itself(path: str, head: str, name: str) -> None:
    assert PROFILES.told_by(read_plain(path, f"{head}\n\n{BODY}")).name == name


def rules(text: str, **command: str) -> set[str]:
    return {f.rule for f in lint_text(text, desk=Desk(Configs(none=True), Layer(**command))).findings}


def test_an_op_ed_may_judge_and_the_reader_is_told_how_it_was_read() -> None:
    news, opinion = f"Ferry plan is dead\n\n{BODY}", f"Opinion\n\nFerry plan is dead\n\n{BODY}"
    assert "attack-verb" in rules(news)
    assert "attack-verb" not in rules(opinion)
    assert lint_text(opinion).notes == ("read as opinion: it is labelled “Opinion” (--profile news reads it as news)",)
    assert "attack-verb" in rules(opinion, profile="news")
    assert "attack-verb" not in rules(news, profile="opinion")


def test_settings_name_a_profile_and_their_tables_for_paths_speak_last(tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text(
        'profile = "opinion"\n[per-path."a.txt"]\nextend-select = ["attack-verb"]\n'
        '[per-path."n.txt"]\nprofile = "news"\n',
        "utf-8",
    )
    desk = Desk(Configs(tmp_path / "hedgelint.toml"))
    found = {}
    for name in ("o.txt", "a.txt", "n.txt"):
        (tmp_path / name).write_text(f"Ferry plan is dead\n\n{BODY}", "utf-8")
        (result,) = desk.lint(str(tmp_path / name))
        found[name] = "attack-verb" in {finding.rule for finding in result.findings}
    assert found == {"o.txt": False, "a.txt": True, "n.txt": True}


def test_a_profile_that_does_not_exist() -> None:
    with pytest.raises(ConfigError, match="there is no profile “column”"):
        rules(BODY, profile="column")


def test_a_kind_that_no_story_can_be_of_is_told_and_one_that_names_no_rule_is_a_mistake(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("A gate is shut\n\nIt is shut.\n", "utf-8")
    (tmp_path / "b.txt").write_text("A gate is shut\n\nIt is shut.\n", "utf-8")
    kinds = "extend: profiles\nentries:\n  - {term: column, ignore: [vague-source]}\n"
    (tmp_path / "kinds.yaml").write_text(kinds, "utf-8")
    (tmp_path / "hedgelint.toml").write_text('rules = ["kinds.yaml"]\n', "utf-8")
    out = run(".").out
    assert out.count("note: no story can be of the kind “column”: it has neither labels nor folders") == 1
    assert "note" not in run(".", "--profile", "column").out
    (tmp_path / "hedgelint.toml").write_text(
        'rules = ["kinds.yaml"]\n[per-path."a.txt"]\nprofile = "column"\n', "utf-8"
    )
    assert "note" not in run(".").out
    (tmp_path / "kinds.yaml").write_text(kinds.replace("vague-source", "vague-sorce"), "utf-8")
    ran = run(".")
    assert ran.code == 2
    assert (
        "kinds.yaml:3:29: `ignore` of “column” names no rule: “vague-sorce” (did you mean “vague-source”?)" in ran.err
    )


def test_every_rule_of_a_profile_exists() -> None:
    known = {rule.id for rule in load_rulebook().rules}
    named = [name for entry in PROFILES.entries.values() for key in ("ignore", "milder") for name in entry.get(key, ())]
    assert set(named) <= known
