"""Where the pieces stand: statements far from their verb, tags within a statement, verbs far from their subject."""

from __future__ import annotations

import pytest

from tests.attributed import Said, said

FAR_FROM_THE_VERB: list[tuple[str, Said]] = [
    ("The port said in a letter Monday night they had shut it.", ("The port", "said", "they had shut it")),
    ("Voss argued at the hearing, the lock was old.", ("Voss", "argued", "the lock was old")),
    ("Voss explained after the vote she would resign.", ("Voss", "explained", "she would resign")),
    ("Clerks say for the port to stay open it will need money.", ("Clerks", "say", "it will need money")),
    ("Kelly said she was late.", ("Kelly", "said", "she was late")),
]

WITHIN_THE_STATEMENT: list[tuple[str, Said]] = [
    ("The lock will fail, say engineers.", ("engineers", "say", "The lock will fail")),
    ("The lock, say engineers, will fail.", ("engineers", "say", "The lock … will fail")),
    (
        "The gate in Carrow, said Tom Voss, a local engineer, is old.",
        ("Tom Voss, a local engineer,", "said", "The gate in Carrow … is old"),
    ),
    (
        "And Hale, said Ida Voss, who worked for him, does not forgive.",
        ("Ida Voss, who worked for him,", "said", "And Hale … does not forgive"),
    ),
    ("“We are late,” read the letter.", ("the letter", "read", "“We are late,”")),
]


@pytest.mark.parametrize(("text", "expected"), FAR_FROM_THE_VERB + WITHIN_THE_STATEMENT)
def test_place(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They go to the lock, say goodbye and leave.",
        "Voss insisted on paying the bill himself.",
    ],
)
def test_no_statement_stands_there(text: str) -> None:
    assert said(text) == []
