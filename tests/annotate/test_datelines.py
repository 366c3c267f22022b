"""Where the copy begins behind a place, a day and an agency."""

from __future__ import annotations

import pytest

from hedgelint.annotate import datelines
from hedgelint.document.readers.plain import read_plain
from tests.attributed import attributed, said

TAIL = "Experts say that the gate is old."
DATELINES = [
    "CARROW — ",
    "CARROW (AP) — ",
    "CARROW, Nov 3 (Argus) - ",
    "CARROW, Sept. 10 (Argus) -- ",
    "NEW CARROW, Ind. – ",
    "Carrow, Monday (Argus) – ",
    "CARROW/HALE, 3 November (Argus) — ",
    "NEW CARROW: ",
    "CARROW, Monday: ",
]
NONE = [
    "The gate — an old one — leaks. ",
    "CARROW — which is a port — is shut. ",
    "Carrow: ",
    "GATES LEAK AND NOBODY IN CARROW CARES, EVER - Ida Voss: ",
    "",
]


@pytest.mark.parametrize("line", DATELINES)
def test_the_copy_begins_behind_it(line: str) -> None:
    document = read_plain("story.txt", f"A gate leaks\n\n{line}{TAIL}\n\nThe council met in May.\n")
    ((part, at),) = datelines.behind(document).items()
    assert document.parts[part].kind == "body"
    assert document.text[at:].startswith(TAIL)
    (found,) = attributed(f"A gate leaks\n\n{line}{TAIL}\n\nThe council met in May.\n").attributions
    assert found.source_kind == "vague"


@pytest.mark.parametrize("line", NONE)
def test_what_is_none(line: str) -> None:
    document = read_plain("story.txt", f"A gate leaks\n\n{line}{TAIL}\n\nThe council met in May.\n")
    assert not datelines.behind(document)


def test_a_colon_closes_one_in_the_first_paragraph_below_a_headline_alone() -> None:
    text = f"A gate leaks\n\nThe council met in May.\n\nCARROW: {TAIL}\n"
    assert not datelines.behind(read_plain("story.txt", text))


def test_capitals_and_a_colon_that_come_again_are_those_who_speak() -> None:
    text = f"A gate leaks\n\nHALE: {TAIL}\n\nVOSS: I see.\n"
    assert not datelines.behind(read_plain("story.txt", text))


def test_what_is_said_has_no_dateline() -> None:
    text = "A gate leaks\n\nCARROW, Nov 3 (Argus) — The gate has been shut, Ida Voss said.\n"
    assert said(text) == [("Ida Voss", "said", "The gate has been shut")]
