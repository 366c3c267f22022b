"""Interviews and plays: the paragraph belongs to the name before its colon."""

from __future__ import annotations

import pytest

from hedgelint import annotate_text, lint_text
from tests.attributed import said

NAMED = """The harbour chief talked to the Courier.

COURIER: How bad was the flood?

IDA HALE: It was bad. Rents rose.

We lost the lock.

COURIER: Will it come back?

HALE: It will.

The harbour office is in Quay Road."""

LETTERED = NAMED.replace("COURIER:", "Q:").replace("IDA HALE:", "A:").replace("HALE:", "A:")


def test_a_turn_is_its_speakers_up_to_the_next_one() -> None:
    assert said(NAMED) == [
        ("COURIER", ":", "How bad was the flood?"),
        ("IDA HALE", ":", "It was bad. Rents rose. … We lost the lock."),
        ("COURIER", ":", "Will it come back?"),
        ("HALE", ":", "It will."),
    ]


def test_question_and_answer_name_nobody_and_are_spoken_all_the_same() -> None:
    story = annotate_text(LETTERED)
    assert story.attributions == ()
    assert [turn.of(LETTERED) for turn in story.turns] == [
        "How bad was the flood?",
        "It was bad. Rents rose.",
        "We lost the lock.",
        "Will it come back?",
        "It will.",
    ]


@pytest.mark.parametrize("text", [NAMED, LETTERED])
def test_rules_of_wording_leave_the_turns_alone(text: str) -> None:
    claim = "It was the worst flood in the history of the town. Experts say so."
    assert lint_text(text.replace("It was bad.", claim)).findings == ()
    assert {found.rule for found in lint_text(text + "\n\n" + claim).findings} == {"unattributed-claim", "vague-source"}


@pytest.mark.parametrize(
    "text",
    [
        "Time: noon.\n\nPlace: the lock.\n\nTime: one.\n\nPlace: the quay.\n\nThe port said rents rose.",
        "Where: Quay Road\n\nWhen: noon\n\nWhere: Lock Road\n\nWhen: one",
        "Ida Hale: We are late.\n\nThe port said rents rose.",
        "Hale: 1,769.\n\nVoss: 1,501.\n\nHale: 547.\n\nVoss: 46.",
        "Anna: one.\n\nBela: two.\n\nCleo: three.\n\nDora: four.",
    ],
)
def test_a_list_is_no_transcript(text: str) -> None:
    assert annotate_text(text).turns == ()
