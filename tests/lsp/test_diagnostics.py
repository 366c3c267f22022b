"""Findings as diagnostics: what is left out of a list is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("pygls", reason="the language server is an extra: pip install hedgelint[lsp]")

from lsprotocol import types as lsp

from hedgelint.desk.desk import Desk
from hedgelint.finding import Result
from hedgelint.lsp.diagnostics import MOST, MOST_PLACES, diagnostics_of
from hedgelint.lsp.looked import Looked
from hedgelint.lsp.reading import Reading, form_of

DESK = Desk()


def looked(text: str, name: str = "/desk/story.txt") -> Looked:
    return Reading(lambda: DESK).look("file:///desk/story.txt", name, "plaintext", 1, text, "utf-16")


def with_result(one: Looked, result: Result) -> Looked:
    ((story, _),) = one.seen
    return replace(one, seen=((story, result),))


def test_of_many_findings_the_first_thousand_and_how_many_more() -> None:
    one = looked("Experts say the bridge is unsafe.")
    ((_, result),) = one.seen
    (finding,) = result.findings
    found = diagnostics_of(with_result(one, replace(result, findings=(finding,) * (MOST + 7))), "warning")
    assert len(found) == MOST + 1
    assert found[-1].message == "7 more findings: `hedgelint /desk/story.txt` tells all"


def test_of_many_places_the_first_fifty_and_how_many_more() -> None:
    places = MOST_PLACES + 10
    one = looked("\n\n".join(f"The bridge in street {n} is unsafe, experts say." for n in range(places + 1)))
    (found,) = [diagnostic for diagnostic in diagnostics_of(one, "warning") if diagnostic.code == "vague-source"]
    assert found.message.endswith("(and 10 more places)")
    assert found.related_information is not None
    assert len(found.related_information) == MOST_PLACES
    second = found.related_information[0].location
    assert (second.uri, second.range.start) == (one.uri, lsp.Position(2, 34))


def test_why_nothing_was_found_is_told() -> None:
    one = looked(
        "Der Bürgermeister sagte, dass die Brücke bis zum Freitag gesperrt bleibt und niemand sie betreten darf. " * 5
    )
    (note,) = diagnostics_of(one, "info")
    assert note.message == "not in English, as far as its small words tell: nothing was looked for"
    assert note.severity == lsp.DiagnosticSeverity.Hint


def test_a_fault_of_the_program_is_told_in_the_story(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Desk, document: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(Desk, "look", broken)
    (told,) = diagnostics_of(looked("Experts say so."), "warning")
    assert told.message == "a fault of hedgelint's own on this story: ZeroDivisionError: oops (please report it)"


@pytest.mark.parametrize(
    ("path", "language", "form"),
    [
        ("/a/story.txt", "plaintext", ""),
        ("/a/story.md", "markdown", "markdown"),
        ("/a/Untitled-1", "markdown", "markdown"),
        ("/a/Untitled-1", "plaintext", ""),
        ("/a/story.qmd", "quarto", "markdown"),
        ("/a/story.html", "html", "html"),
        ("/a/a.py", "python", None),
        ("/a/Makefile", "makefile", None),
        ("/a/COMMIT_EDITMSG", "git-commit", None),
        ("/a/requirements.txt", "pip-requirements", None),
        ("/a/story.docx", "plaintext", None),
        ("/a/rule.yaml", "yaml", None),
    ],
)
def test_what_is_read_as_a_story(path: str, language: str, form: str | None) -> None:
    assert form_of(path, language) == form
