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


def test_a_question_is_nobodys_and_an_answer_whose_the_story_says() -> None:
    story = annotate_text(LETTERED)
    assert said(LETTERED) == [("A", ":", "It was bad. Rents rose. … We lost the lock."), ("A", ":", "It will.")]
    named = said(LETTERED.replace("The harbour chief talked to the Courier.", "The Courier met Ida Hale, a pilot."))
    assert {who for who, _, _ in named} == {"Ida Hale"}
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


ASKED = """Pilot Ida Voss on thirty years in the air

The Courier met Ida Voss, a pilot, on Monday.

What went wrong that day?

Well, a number of things. I had slept badly. Experts say so.

The wind rose.

And the engine?

Obviously it was old."""


def test_questions_without_labels() -> None:
    assert [one for one in said(ASKED) if one[1] == "?"] == [
        ("Ida Voss", "?", "Well, a number of things. I had slept badly. Experts say so. … The wind rose."),
        ("Ida Voss", "?", "Obviously it was old."),
    ]
    assert lint_text(ASKED).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        ASKED.replace("I had", "Crews had").replace("met", "wrote about"),  # rhetoric
        ASKED.replace("And the engine?", "The engine."),  # one question
        ASKED.replace("What went wrong that day?", "“What went wrong that day?” asked Bell."),
    ],
)
def test_questions_that_are_no_interview(text: str) -> None:
    assert annotate_text(text).turns == ()


def test_one_question_with_labels_will_do() -> None:
    text = "A champion looks back\n\nCourier: What do wings do?\n\nIda Voss: They do a host of things, driven by air."
    assert [who for who, _, _ in said(text)] == ["Courier", "Ida Voss"]
    assert lint_text(text).findings == ()


def test_letters_alone_where_each_question_has_its_answer() -> None:
    text = "Q Did you sleep?\n\nA Not once. Experts say so.\n\nQ And then?\n\nA A boat came."
    spoken = [turn.of(text) for turn in annotate_text(text).turns]
    assert spoken == ["Did you sleep?", "Not once. Experts say so.", "And then?", "A boat came."]
    assert annotate_text("A boat came.\n\nA clerk left.\n\nQ branch is shut?\n\nA door fell.").turns == ()


@pytest.mark.parametrize("mark", ["**Q:** {}", "**Q.** {}", "Q. {}"])
def test_labels_in_bold_and_with_a_stop(mark: str) -> None:
    asked, answered = mark, mark.replace("Q", "A")
    lines = (asked.format("Was it red?"), answered.format("Critics say so."))
    assert len(annotate_text("A day in Carrow\n\n" + "\n\n".join(lines * 2)).turns) == 4
