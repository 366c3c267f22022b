"""Findings that somebody has answered for, in the text, beside it, or in the settings."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hedgelint.config.model import Entry
from hedgelint.config.settings import Settings
from hedgelint.desk import suppress
from hedgelint.desk.suppress import gone, with_waivers
from hedgelint.document.model import Document
from hedgelint.document.readers.markdown import read_markdown
from hedgelint.document.readers.plain import read_plain
from hedgelint.finding import Finding, Result
from hedgelint.values import replace
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
    unused = json.loads(ran.out)["findings"][0]
    assert unused["message"].endswith("(story.txt.hedgelint.toml:4)")
    assert (unused["start"], unused["excerpt"]) == ({"line": 1, "column": 1, "offset": 0}, "")


@pytest.mark.parametrize("path", ["<stdin>", "stories.jsonl#3"])
def test_what_is_no_file_has_no_sidecar(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / f"{path}.hedgelint.toml").write_text('[[suppress]]\nrule = "vague"\n', encoding="utf-8")
    assert suppress.waivers(read_plain(path, PARAGRAPH), ()) == ([], [])


def test_an_entry_without_a_path_holds_for_stories_outside_the_folder_of_its_settings(tmp_path: Path) -> None:
    entry = Entry("vague", "a", file=str(tmp_path / "desk" / "hedgelint.toml"))
    for path, held in (("", 1), ("*.txt", 0)):
        given, _ = suppress.waivers(read_plain(str(tmp_path / "a.txt"), PARAGRAPH), (replace(entry, path=path),))
        assert len(given) == held


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


ACTIVE = {"vague": "error", "brash": "warning", "unused-suppression": "warning"}


def _result(text: str, *entries: Entry, read: Callable[..., Document] = read_plain, **settings: Any) -> Result:
    """Of a story in which every “vague” and “brash” is a finding."""
    path, document = "story.txt", read("story.txt", text)
    findings = [
        Finding(
            word, "wording", ACTIVE[word], "", path,
            document.lines.place(at), document.lines.place(at + 5), text[at - 5 : at + 5],
        )
        for at in range(len(text))
        for word in ("vague", "brash")
        if text.startswith(f"so {word}", at - 3)
    ]  # fmt: skip
    given = Settings(**{"active": ACTIVE, "suppress": entries, **settings})
    return with_waivers(document, Result(path, text, tuple(findings)), given, frozenset((*ACTIVE, "wording", "all")))


def _told(text: str, *entries: Entry, **settings: Any) -> list[str]:
    """Each finding with its line, how grave it is and who answers for it; then the problems."""
    result = _result(text, *entries, **settings)
    return [
        *(
            f"{one.start.line} {one.rule} {one.severity}"
            + (f" {one.suppressed.by}: {one.suppressed.reason}" if one.suppressed else "")
            for one in result.findings
        ),
        *(f"{one.path}:{one.line}:{one.column} {one.message[:11]}" for one in result.problems),
    ]


IT, US = "It is so vague.\n\n", "We are so brash."
UNUSED = "1 unused-suppression warning"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"hedgelint: ignore vague -- known\n{IT}{IT}{US}",
            ["2 vague error comment: known", "4 vague error", "6 brash warning"],
        ),
        # Of passages that overlap each holds for its own rule, and a paragraph's waiver ends none.
        (
            f"hedgelint: off vague -- a\n\nhedgelint: off brash -- b\n\n{IT}hedgelint: on brash\n\n{US}\n\n{IT}",
            [
                "3 unused-suppression warning",
                "5 vague error comment: a",
                "9 brash warning",
                "11 vague error comment: a",
            ],
        ),
        (
            f"hedgelint: off vague -- a\n\nhedgelint: ignore brash -- b\n{US}\n\n{IT}hedgelint: on\n\n{IT}{US}",
            ["4 brash warning comment: b", "6 vague error comment: a", "10 vague error", "12 brash warning"],
        ),
        (
            f"hedgelint: off vague, brash -- a\n\n{IT}hedgelint: on vague\n\n{IT}{US}",
            ["3 vague error comment: a", "7 vague error", "9 brash warning comment: a"],
        ),
        (
            f"hedgelint: off wording -- a\n\nhedgelint: ignore vague -- b\n{IT}{US}",
            ["4 vague error comment: b", "6 brash warning comment: a"],
        ),
        (
            f"hedgelint: ignore vague -- a\nhedgelint: ignore vague -- b\n{IT}{US}",
            ["2 unused-suppression warning", "3 vague error comment: a", "5 brash warning"],
        ),
        (
            f"hedgelint: ignore vague -- a\n{IT}hedgelint: ignore vague -- b\n{IT}",
            ["2 vague error comment: a", "5 vague error comment: b"],
        ),
        (f"hedgelint: off brash -- a\n\n{US[:-1]}", ["3 brash warning comment: a"]),
        (f"{IT}hedgelint: ignore vague -- a", ["1 vague error", "3 unused-suppression warning"]),
        (
            f"hedgelint: on vague brash\n\n{IT}hedgelint: on",
            ["3 vague error", *["story.txt:1:1 nothing end"] * 2, "story.txt:5:1 nothing end"],
        ),
        # what speaks of the linter and is no comment
        (f"hedge-lint: off vague.\n\n{IT}", ["3 vague error", "story.txt:1:1 this is not"]),
        (f"Write hedgelint: off vague.\n\n{IT}", ["3 vague error", "story.txt:1:7 this is not"]),
        (f"Hedgelint is a linter.\n\n{IT}", ["3 vague error"]),
        (
            f"hedgelint: ignore-file all -- a\n\n{IT}{US}",
            ["3 vague error comment: a", "5 brash warning comment: a"],
        ),
    ],
)
def test_where_a_comment_holds(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Entry("vague", "a"), ["1 vague error configuration: a", "3 brash warning"]),
        (Entry("vague", "a", text="so vague"), ["1 vague error configuration: a", "3 brash warning"]),
        (Entry("vague", "a", line=1), ["1 vague error configuration: a", "3 brash warning"]),
        (Entry("vague", "a", path="other.txt"), ["1 vague error", "3 brash warning"]),
        # One for this file alone is told where it suppresses nothing; one for many files may do so elsewhere.
        (Entry("vague", "a", text="so brash"), ["1 vague error", "3 brash warning"]),
        (Entry("vague", "a", "*.txt", line=3), ["1 vague error", "3 brash warning"]),
        (Entry("vague", "a", "./", line=3), ["1 vague error", "3 brash warning"]),
        (Entry("vague", "a", "story.txt", line=3), [UNUSED, "1 vague error", "3 brash warning"]),
        (Entry("vague", "a", "story.txt", line=2), [UNUSED, "1 vague error", "3 brash warning"]),
        (Entry("vague", "a", "story.txt", text="so brash"), [UNUSED, "1 vague error", "3 brash warning"]),
        (Entry("hazy", "a", "story.txt"), [UNUSED, "1 vague error", "3 brash warning"]),
    ],
)
def test_where_an_entry_of_the_settings_holds(entry: Entry, told: list[str]) -> None:
    here = replace(entry, file=str(Path.cwd() / "hedgelint.toml"))
    assert _told(f"{IT}{US}", here) == told


MARKDOWN = [
    (f"<!-- hedgelint: ignore vague -- a -->\n\n{IT}{IT}", ["3 vague error comment: a", "5 vague error"]),
    (f"{IT}<!-- hedgelint: ignore vague -- a -->\n", ["1 vague error", "3 unused-suppression warning"]),
    (f"<!-- hedging is meant -->\n\n{IT}", ["3 vague error"]),
    # a line of words is no comment there
    (
        f"<!-- hedgelint: off vague -- a -->\n\nhedgelint: on vague\n\n{IT}",
        ["5 vague error comment: a", "story.txt:3:1 this is not"],
    ),
]


@pytest.mark.parametrize(("text", "told"), MARKDOWN)
def test_where_a_comment_of_the_file_holds(text: str, told: list[str]) -> None:
    read = partial(read_markdown, encoding="utf-8", notes=(), mdx=False)
    assert _told(text, read=read) == told


def test_a_waiver_knows_a_rule_by_its_old_name() -> None:
    assert _told(f"{IT}{US}", Entry("hazy", "a"), renamed={"hazy": "vague"})[0] == "1 vague error configuration: a"


def test_waivers_without_a_reason_are_told_where_they_are_written() -> None:
    text = f"hedgelint: ignore vague\n{IT}It is it. {US}"
    assert _told(text, Entry("brash", " ", file="hedgelint.toml", at=4), require_reason=True) == [
        "2 vague error",
        "4 brash warning",
        "story.txt:1:1 not obeyed:",
        "hedgelint.toml:4:1 not obeyed:",
    ]


@pytest.mark.parametrize(("severity", "told"), [("error", ["1 unused-suppression error"]), (None, [])])
def test_a_waiver_that_suppresses_nothing_is_as_grave_as_the_settings_say(
    severity: str | None, told: list[str]
) -> None:
    active = {name: at for name, at in {**ACTIVE, "unused-suppression": severity}.items() if at}
    assert _told(f"hedgelint: ignore vague -- a\n\n{US}", active=active) == [*told, "3 brash warning"]


def test_of_the_names_of_a_waiver_those_that_suppress_nothing_are_told() -> None:
    text = f"hedgelint: ignore brash, vague, hazy -- a\n{IT}{US}"
    unused = [one for one in _result(text).findings if one.rule == "unused-suppression"]
    assert [one.message.split(":")[0] for one in unused] == [
        "nothing to suppress here for brash",
        "there is no rule “hazy” to suppress",
    ]
    assert [one.excerpt for one in unused] == ["hedgelint: ignore brash, vague, hazy -- a"] * 2
    active = {name: at for name, at in ACTIVE.items() if name != "brash"}  # what does not run has nothing to suppress
    assert len([one for one in _result(text, active=active).findings if one.rule == "unused-suppression"]) == 1


def test_a_waiver_for_a_path_that_is_there_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "a.txt").write_text("", encoding="utf-8")
    file = str(tmp_path / "hedgelint.toml")
    paths = ["desk/a.txt", "desk/b.txt", "b.txt", "b/", "desk/", "desk/*.md", "desk/[b].md", "desk/b?.md", ""]
    told = [
        (one.message.split("“")[1], one.path, one.line, one.column)
        for one in gone([Entry("vague", path=path, file=file, at=7) for path in paths])
    ]
    assert told == [("desk/b.txt”, which is not there", file, 7, 1)]


def test_a_path_is_there_however_its_accents_are_written(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "café.txt")).write_text("", encoding="utf-8")
    file = str(tmp_path / "hedgelint.toml")
    told = gone([Entry("vague", path=path, file=file) for path in ("./café.txt", "./thé.txt")])
    assert [one.message.split("“")[1][:9] for one in told] == ["./thé.txt"]


@pytest.mark.parametrize("stretch", [1, 2, 5, 7, 100])
def test_a_word_is_met_wherever_a_stretch_ends(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suppress, "_STRETCH", stretch)
    for at in range(12):
        assert suppress._speaks_of("hedge", "x" * at + "HeDGelint" + "y" * (12 - at))
        assert not suppress._speaks_of("hedge", "x" * at + "hed-ge" + "y" * (12 - at))
