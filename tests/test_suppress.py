"""Findings that somebody has answered for, in the text, beside it, or in the settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hedgelint.desk import suppress
from tests.conftest import Ran, Run

PARAGRAPH = "Experts say the bridge at Carrow is unsafe."


@pytest.fixture
def lint(run: Run, tmp_path: Path):
    def call(body: str, **files: str) -> Ran:
        (tmp_path / "story.txt").write_text(f"A bridge is shut\n\n{body}\n", encoding="utf-8")
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_text(text, encoding="utf-8")
        return run("story.txt", "--format", "json")

    return call


def seen(ran: Ran) -> list[tuple[str, int, str | None]]:
    return [
        (f["rule"], f["start"]["line"], f["suppressed"] and f["suppressed"]["by"])
        for f in json.loads(ran.out)["findings"]
    ]


def test_a_comment_line_holds_for_the_paragraph_after_it(lint) -> None:
    ran = lint(f"hedgelint: ignore vague-source -- the report is embargoed\n{PARAGRAPH}\n\n{PARAGRAPH}")
    assert seen(ran) == [("vague-source", 4, "comment"), ("vague-source", 6, None)]
    assert json.loads(ran.out)["findings"][0]["suppressed"]["reason"] == "the report is embargoed"
    assert ran.code == 1


@pytest.mark.parametrize("what", ["ignore", "ignore-file"])
@pytest.mark.parametrize("name", ["vague-source", "attribution", "all", "booster, vague-source"])
def test_rules_categories_or_all(lint, what: str, name: str) -> None:
    findings = seen(lint(f"hedgelint: {what} {name}\n\n{PARAGRAPH}"))
    assert ("vague-source", 5, "comment") in findings


def test_a_whole_file(lint) -> None:
    ran = lint(f"{PARAGRAPH}\n\n{PARAGRAPH}\n\nhedgelint: ignore-file vague-source -- a round-up")
    assert seen(ran) == [("vague-source", 3, "comment"), ("vague-source", 5, "comment")]
    assert ran.code == 0


def test_one_that_suppresses_nothing_is_itself_a_finding(lint) -> None:
    ran = lint(f"hedgelint: ignore hidden-source\nThe bridge is shut.\n\n{PARAGRAPH}")
    assert seen(ran) == [("unused-suppression", 3, None), ("vague-source", 6, None)]


def test_a_name_that_is_no_rule_is_told_with_the_nearest(lint) -> None:
    ran = lint(f"hedgelint: ignore vague-sauce\n{PARAGRAPH}")
    first = json.loads(ran.out)["findings"][0]
    assert first["message"] == "there is no rule “vague-sauce” to suppress: did you mean “vague-source”?"


def test_a_rule_that_did_not_run_cannot_be_unused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(
        "A headline\n\nhedgelint: ignore hidden-source\nThe bridge is shut.\n", encoding="utf-8"
    )
    assert run("story.txt", "--select", "quotation").code == 0
    assert run("story.txt").code == 1
    assert run("story.txt", "--ignore", "unused-suppression").code == 0


@pytest.mark.parametrize("comment", ["hedgelint: ignroe vague-source", "hedgelint: ignore", "hedgelint:"])
def test_a_comment_that_is_not_understood_is_a_problem(lint, comment: str) -> None:
    ran = lint(f"{comment}\n{PARAGRAPH}")
    (problem,) = json.loads(ran.out)["problems"]
    assert ran.code == 2
    assert (problem["path"], problem["line"], problem["column"]) == ("story.txt", 3, 1)
    assert seen(ran) == [("vague-source", 4, None)]


def test_a_sidecar_file(lint) -> None:
    sidecar = '[[suppress]]\nrule = "vague-source"\nline = 5\nreason = "agreed with the desk"\n'
    ran = lint(f"{PARAGRAPH}\n\n{PARAGRAPH}", story__txt__hedgelint__toml=sidecar)
    assert seen(ran) == [("vague-source", 3, None), ("vague-source", 5, "sidecar")]


def test_a_sidecar_that_suppresses_nothing(lint) -> None:
    sidecar = '[[suppress]]\nrule = "vague-source"\n\n[[suppress]]\nrule = "vague-source"\ntext = "Critics"\n'
    ran = lint(PARAGRAPH, story__txt__hedgelint__toml=sidecar)
    assert seen(ran) == [("unused-suppression", 1, None), ("vague-source", 3, "sidecar")]
    assert json.loads(ran.out)["findings"][0]["message"].endswith("(story.txt.hedgelint.toml:4)")


def test_a_sidecar_with_a_mistake_in_it(lint) -> None:
    ran = lint(PARAGRAPH, story__txt__hedgelint__toml='[[suppress]]\nrlue = "vague-source"\n')
    assert ran.code == 2
    (problem,) = json.loads(ran.out)["problems"]
    assert (problem["path"], problem["line"], problem["column"]) == ("story.txt.hedgelint.toml", 1, 1)
    assert problem["message"] == 'an entry of [[suppress]] needs a `rule` (write rule = "vague-source" below it)'
    assert seen(ran) == [("vague-source", 3, None)]


@pytest.mark.parametrize(
    ("pattern", "by"), [("story.txt", "configuration"), ("*.txt", "configuration"), ("news/", None)]
)
def test_settings(lint, pattern: str, by: str | None) -> None:
    settings = f'[[suppress]]\npath = "{pattern}"\nrule = "vague-source"\ntext = "Experts say"\n'
    assert seen(lint(PARAGRAPH, hedgelint__toml=settings)) == [("vague-source", 3, by)]


def test_suppressed_findings_are_shown_on_request(run: Run, tmp_path: Path) -> None:
    text = f"A bridge is shut\n\nhedgelint: ignore vague-source -- embargo\n{PARAGRAPH}\n"
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    assert run("story.txt").out == "Nothing found in 1 story (1 suppressed).\n"
    assert run("story.txt", "--show-suppressed").out.startswith(
        "story.txt:4:1: suppressed (comment: embargo) warning vague-source"
    )


def test_a_comment_is_no_prose(lint) -> None:
    ran = lint("hedgelint: ignore-file hidden-source -- experts say that it is believed to be “wrong\n\nFine.")
    assert [rule for rule, _, _ in seen(ran)] == ["unused-suppression"]


@pytest.mark.parametrize("stretch", [1, 2, 5, 7, 100])
def test_a_word_is_met_wherever_a_stretch_ends(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suppress, "_STRETCH", stretch)
    for at in range(12):
        assert suppress._speaks_of("hedge", "x" * at + "HeDGelint" + "y" * (12 - at))
        assert not suppress._speaks_of("hedge", "x" * at + "hed-ge" + "y" * (12 - at))
