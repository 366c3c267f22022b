"""Sentences that a small slip in the code would read otherwise: each with all that is found in it."""

from __future__ import annotations

import pytest

from tests.attributed import Said, attributed, said

DRAWN: list[tuple[str, list[Said]]] = [
    # a noun, a verb
    ("Members held a conference call last week.", []),
    ("They clearly all said that rents rose.", [("They", "clearly all said", "that rents rose")]),
    ("While denying the gate leaked, Voss left.", [("Voss", "denying", "the gate leaked")]),
    # a lead without a verb of its own
    ("A new lock for the old harbour, Voss said on Monday.", [("Voss", "said", "A new lock for the old harbour")]),
    ("— Ida Voss said that rents rose.", [("Ida Voss", "said", "that rents rose")]),
]


@pytest.mark.parametrize(("text", "found"), DRAWN)
def test_a_sentence_is_read_so(text: str, found: list[Said]) -> None:
    assert said(text) == found


def test_who_was_described_is_met_again_by_the_noun_alone() -> None:
    text = "Ida Hale, a retired teacher from Carrow, said rents rose.\nThe teacher said it was late."
    assert [one.speaker for one in attributed(text).attributions] == [0, 0]
