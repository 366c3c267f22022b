"""Where a sentence ends, and where a full stop ends nothing."""

from __future__ import annotations

import pytest

from hedgelint import Desk, annotate_text
from hedgelint.config.find import Configs

DESK = Desk(Configs(none=True))
CASES = [
    "It leaked.|It fell.",
    "Mr. Hale and Dr. Voss met Gen. Barr.|They talked.",
    "J. R. Hale met A. B. Voss in the U.S. on Monday.|They talked.",
    "It opened at 9 a.m. on Monday.|It closed at 5 p.m. on Friday.",
    "He lives in the U.S.|He moved there in May.",
    "Rents rose by 3.5 per cent.|Wages fell by 0.2 per cent.",
    "“It leaks. It creaks. It will fall,” Hale said.|She left.",
    "“It leaks.|It creaks.”|She left.",  # a quotation that is whole sentences holds them
    "“Will it fall?” she asked.|Nobody knew.",
    "It leaked … and then it fell.|Nobody saw.",
    "It fell!|Why?|Nobody knows.",
    "The Acme Corp. bridge in St. Ives cost £3.2m.|It fell.",
    "He scored No. 4 and No. 7.|He left.",
    "See p. 4 of the report.|It is short.",
    "It cost $5.|It was cheap.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    text = case.replace("|", " ")
    story = annotate_text(text, desk=DESK)
    assert [s.span.of(text) for s in story.sentences] == case.split("|")
