"""What is told of a quotation, whole: the verdict, whose words they are, where they stand in which source, and what
differs there."""

from __future__ import annotations

import pytest

from hedgelint import annotate_text
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import build_index
from hedgelint.sources.readers import SourceReader

LEXICONS = load_rulebook().lexicons
READER, COMPARER = SourceReader.of(LEXICONS), Comparer.of(LEXICONS)


def told(story: str, *sources: str) -> list[str]:
    """Kind, words of the quotation, speaker, the words of the source, which source (from 0), and the changes."""
    read = annotate_text(story)
    shelf = [
        build_index(READER.of_document(read_plain(str(number), text)), COMPARER.normaliser)
        for number, text in enumerate(sources)
    ]
    out = []
    for one in COMPARER.compare(read, shelf):
        said = ""
        if one.source_span is not None:
            said = f" = {one.speaker}: {one.source_span.of(shelf[int(one.path)].document.text)} @{one.path}"
        changes = "".join(f" [{c.kind} {c.category}: {c.story}|{c.source}]" for c in one.changes)
        doubt = "?" if one.doubtful else ""
        out.append(f"{one.kind}{doubt} {one.words}{said}{changes}")
    return out


HALE = "JO HALE: The old lock will open in June. We paid for the whole of it last year."
ORNE = "PAT ORNE: The old lock will not open in June. Nobody paid."
BOTH = f"{HALE}\n\n{ORNE}"

ROWS: list[tuple[str, tuple[str, ...], list[str]]] = [
    # which source, and where in it
    ("“The old lock will open in June,” Jo Hale said.", (), []),
    (
        "“The old lock will open in June,” Jo Hale said.",
        (HALE,),
        ["verbatim 7 = JO HALE: The old lock will open in June @0"],
    ),
    (
        "“The old lock will open in June,” Jo Hale said.",
        ("IDA VOSS: Nothing of it.", HALE),
        ["verbatim 7 = JO HALE: The old lock will open in June @1"],
    ),
    (
        "“We paid for it,” Jo Hale said.",
        ("IDA VOSS: We paid for it.\n\nJO HALE: Yes, we paid for it.",),
        ["surface 4 = JO HALE: we paid for it @0"],
    ),
    (
        "“The lock is safe for boats,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe for boats. Today the lock is safe for boats.",),
        ["surface 6 = JO HALE: the lock is safe for boats @0"],
    ),
    # one source has it otherwise
    (
        "“The old lock will open in June,” Jo Hale said.",
        (HALE, "JO HALE: The old lock will not open in June."),
        [
            "verbatim 7 = JO HALE: The old lock will open in June @0",
            "disputed 7 = JO HALE: The old lock will not open in June @1 [dropped negation: |not]",
        ],
    ),
    (
        "“The old lock will open in June,” Jo Hale said.",
        (HALE, f"JO HALE: Good morning.\n\n{ORNE}"),
        ["verbatim 7 = JO HALE: The old lock will open in June @0"],
    ),
    (
        "“The old lock will open in June,” Jo Hale said.",
        ("JO HALE: The old lock will not open in June.", HALE),
        [
            "verbatim 7 = JO HALE: The old lock will open in June @1",
            "disputed 7 = JO HALE: The old lock will not open in June @0 [dropped negation: |not]",
        ],
    ),
    (
        "“The old lock will open in June,” Jo Hale said.",
        (HALE, "JO HALE: The old lock may open in June."),
        ["verbatim 7 = JO HALE: The old lock will open in June @0"],
    ),
    (
        "“The lock opens in June,” Jo Hale said.",
        ("JO HALE: The lock opens in June.", "JO HALE: The lock opens in May."),
        ["verbatim 5 = JO HALE: The lock opens in June @0"],
    ),
    # is it theirs at all
    ("“It rained on Monday for an hour,” Jo Hale said.", (HALE,), ["missing 7"]),
    ("They call it a “swamp”.", (HALE,), []),
    ("“… …” Jo Hale said.", (HALE,), []),
    ("“The lock opens,” he said.", ("JO HALE: The lock never opens.",), ["missing 3"]),
    (
        "“The lock opens,” Jo Hale said.",
        ("JO HALE: The lock never opens.",),
        ["altered 3 = JO HALE: The lock never opens @0 [dropped negation: |never]"],
    ),
    ("“The gate opens,” Jo Hale said.", ("JO HALE: The lock opens.",), ["missing 3"]),
    # of several people, or of one in another order
    (
        "“We paid for the whole of it last year. The old lock will not open in June,” Jo Hale said.",
        (BOTH,),
        [
            "joined 17 = JO HALE and PAT ORNE: We paid for the whole of it last year.\n\n"
            " The old lock will not open in June @0"
        ],
    ),
    (
        "“We paid for the whole of it ... The old lock will open in June,” Jo Hale said.",
        (HALE,),
        ["reordered 14 = JO HALE: We paid for the whole of it @0"],
    ),
    (
        "“The old lock will not open in June,” Jo Hale said.",
        (BOTH,),
        ["misattributed 8 = PAT ORNE: The old lock will not open in June @0"],
    ),
    # what is left out
    (
        "“We paid for the lock,” Jo Hale said.",
        ("JO HALE: We paid every penny of it for the lock.",),
        ["cut 5 = JO HALE: We paid every penny of it for the lock @0 [dropped content: |every penny of it]"],
    ),
    (
        "“We paid for the lock,” Jo Hale said.",
        ("JO HALE: We gladly paid for the lock.",),
        ["altered 5 = JO HALE: We gladly paid for the lock @0 [dropped content: |gladly]"],
    ),
    (
        "“We will sell the lock,” Jo Hale said.",
        ("JO HALE: If the board agrees, we will sell the lock.",),
        ["cut 5 = JO HALE: we will sell the lock @0 [dropped condition: |If the board agrees]"],
    ),
    (
        "If the board agrees, “we will sell the lock,” Jo Hale said.",
        ("JO HALE: If the board agrees, we will sell the lock.",),
        ["verbatim 5 = JO HALE: we will sell the lock @0"],
    ),
    (
        "“The lock is safe,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe.",),
        ["altered 4 = JO HALE: the lock is safe @0 [dropped negation: |not think]"],
    ),
    (
        "Jo Hale denied that “the lock is safe”.",
        ("JO HALE: I do not think the lock is safe.",),
        ["verbatim 4 = JO HALE: the lock is safe @0"],
    ),
    (
        "“We will sell the lock,” Jo Hale said.",
        ("JO HALE: We will sell the lock unless the board pays.",),
        ["cut 5 = JO HALE: We will sell the lock @0 [dropped condition: |unless the board pays]"],
    ),
    (
        "“We sold the lock ... in June,” Jo Hale said.",
        ("JO HALE: We sold the lock, and the boats too, in June.",),
        ["surface 6 = JO HALE: We sold the lock, and the boats too, in June @0"],
    ),
    (
        "“We will ... sell the lock,” Jo Hale said.",
        ("JO HALE: We will not sell the lock.",),
        ["altered 5 = JO HALE: We will not sell the lock @0 [dropped negation: |not]"],
    ),
    # what a bracket stands for
    (
        "“[We] will sell the lock,” Jo Hale said.",
        ("JO HALE: The board will sell the lock.",),
        ["surface 4 = JO HALE: will sell the lock @0"],
    ),
    (
        "“[We] will sell the lock,” Jo Hale said.",
        ("JO HALE: Nobody here will sell the lock.",),
        ["altered 4 = JO HALE: will sell the lock @0 [dropped negation: |Nobody]"],
    ),
    (
        "“We have sold [40] boats here,” Jo Hale said.",
        ("JO HALE: We have sold 30 boats here.",),
        ["altered 5 = JO HALE: We have sold 30 boats here @0 [replaced number: 40|30]"],
    ),
    (
        "“We will sell the lock [in May],” Jo Hale said.",
        ("JO HALE: We will sell the lock then.",),
        ["surface 5 = JO HALE: We will sell the lock @0"],
    ),
    (
        "“We will [gladly] sell the lock,” Jo Hale said.",
        ("JO HALE: We will never sell the lock.",),
        ["altered 5 = JO HALE: We will never sell the lock @0 [dropped negation: |never]"],
    ),
    # short pieces between ellipses
    (
        "“Mud ... rats ... rust,” Jo Hale said.",
        ("JO HALE: There was mud, and there were rats, and then there was rust.",),
        ["surface 3 = JO HALE: mud, and there were rats, and then there was rust @0"],
    ),
]


@pytest.mark.parametrize(("story", "sources", "expected"), ROWS, ids=range(len(ROWS)))
def test_what_is_told_of_a_quotation(story: str, sources: tuple[str, ...], expected: list[str]) -> None:
    assert told(story, *sources) == expected
