"""A source that is itself a story: only what stands in its marks is anybody's words."""

from __future__ import annotations

import pytest

from hedgelint.sources.index import build_index
from hedgelint.sources.quoting import QuotedTurns
from hedgelint.sources.transcript import bare_document
from hedgelint.verdict import Verdict
from tests.sources.test_seams import LEXICONS, NEWS, READER, annotate

EARLIER = """YARD TO CLOSE FOR THREE MONTHS

UPDATE: The council met on Monday.

The yard at Northport will close for three months, Joan Hale said on Monday. “We have no choice about it,” she told reporters. “The steel is rotten.” She is not “ready to sell”.

“Nobody asked the traders,” said Martin Bell, who sells rope.

READ MORE: Traders angry over the yard
"""  # noqa: E501


def verdict(source: str, story: str) -> Verdict:
    transcript = QuotedTurns(LEXICONS).of_story(READER.of_document(bare_document("earlier.txt", source)))
    (found,) = NEWS.compare(annotate(story), [build_index(transcript, NEWS.normaliser)])
    return found


@pytest.mark.parametrize(
    ("story", "kind", "speaker", "doubtful"),
    [
        ("“We have no choice about it,” Joan Hale said.", "verbatim", "Joan Hale", False),
        ("“We have no choice about it. The steel is rotten,” Joan Hale said.", "surface", "Joan Hale", False),
        ("“Nobody asked the traders,” Joan Hale said.", "misattributed", "Martin Bell", False),
        ("“The yard at Northport will close,” Joan Hale said.", "misattributed", "whoever wrote it", True),
        ("“The council met on Monday,” Joan Hale said.", "misattributed", "whoever wrote it", True),
        ("“The council met on Monday,” the paper said.", "verbatim", "", False),
        (
            "“The steel is rotten. Nobody asked the traders,” Joan Hale said.",
            "joined",
            "Joan Hale and Martin Bell",
            True,
        ),
        ("Joan Hale said that she was “ready to sell”.", "altered", "", False),
    ],
)
def test_who_says_what_in_a_story(story: str, kind: str, speaker: str, doubtful: bool) -> None:
    found = verdict(EARLIER, story)
    assert (found.kind, found.speaker, found.doubtful) == (kind, speaker, doubtful)


def test_a_text_that_quotes_nobody_stays_as_it_is() -> None:
    transcript = READER.of_document(bare_document("speech.txt", "We have “no choice” about it. It is over."))
    assert QuotedTurns(LEXICONS).of_story(transcript) is transcript
