"""What is told of a quotation, whole: the verdict, whose words they are, where they stand in which source, and what
differs there."""

from __future__ import annotations

import pytest

from hedgelint.annotate.annotator import Annotator
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import build_index
from hedgelint.sources.readers import SourceReader

LEXICONS = load_rulebook().lexicons
ANNOTATOR, READER, COMPARER = Annotator(LEXICONS), SourceReader.of(LEXICONS), Comparer.of(LEXICONS)


def told(story: str, *sources: str) -> list[str]:
    """Kind, words of the quotation, speaker, the words of the source, which source (from 0), and the changes."""
    read = ANNOTATOR.annotate(read_plain("story.txt", story))
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
        ["reordered 14 = JO HALE: The old lock will open in June. We paid for the whole of it @0"],
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
    # a sentence of its own, or a scrap of one: “I do not think” turns the first round, and is too far off the other
    (
        "“[The] lock is safe,” Jo Hale said.",
        ("JO HALE: I do not think our lock is safe.",),
        ["altered 3 = JO HALE: lock is safe @0 [dropped negation: |not]"],
    ),
    (
        "Jo Hale said the “lock is safe”.",
        ("JO HALE: I do not think the lock is safe.",),
        ["verbatim 3 = JO HALE: lock is safe @0"],
    ),
    (
        "“Surely think the lock is safe,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe.",),
        ["altered 6 = JO HALE: think the lock is safe @0 [replaced negation: Surely|not]"],
    ),
    (
        "“We will sell the lock gladly,” Jo Hale said.",
        ("JO HALE: We will sell the lock then, unless the board pays.",),
        ["altered 6 = JO HALE: We will sell the lock @0 [replaced content: gladly|then]"],
    ),
    (
        "“The lock is safe,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe.", "JO HALE: The lock is safe."),
        ["verbatim 4 = JO HALE: The lock is safe @1"],
    ),
    # another's words, and changed: a change that turns the sense is worse than a join
    (
        "“Nobody paid for a thing,” Jo Hale said.",
        ("JO HALE: Yes.\n\nPAT ORNE: Nobody paid for the thing.",),
        ["altered 5 = PAT ORNE: Nobody paid for the thing @0 [replaced function: a|the]"],
    ),
    (
        "“We will sell the lock and then we will go home again,” Jo Hale said.",
        ("JO HALE: We will sell the lock.\n\nPAT ORNE: And then we will go home now.",),
        [
            "joined 12 = JO HALE and PAT ORNE: We will sell the lock.\n\n And then we will go home @0 [replaced "
            "function: again|now]"
        ],
    ),
    (
        "“We will sell the lock. And 40 of us will go home,” Jo Hale said.",
        ("JO HALE: We will sell the lock.\n\nPAT ORNE: And 30 of us will go home.",),
        [
            "altered 12 = JO HALE and PAT ORNE: We will sell the lock.\n\n And 30 of us will go home @0 [replaced "
            "number: 40|30]"
        ],
    ),
    (
        "“We will sell the old lock. And then we will go home,” Jo Hale said.",
        ("JO HALE: We will sell the old red lock.\n\nPAT ORNE: And then we will go home.",),
        [
            "joined 12 = JO HALE and PAT ORNE: We will sell the old red lock.\n\n And then we will go home @0 "
            "[dropped content: |red]"
        ],
    ),
    (
        "“We will sell the old lock. We go,” Jo Hale said.",
        ("JO HALE: We will sell the lock.\n\nPAT ORNE: We go.",),
        ["altered 8 = JO HALE and PAT ORNE: We will sell the lock.\n\n We go @0 [added content: old|]"],
    ),
    (
        "“The old lock will not open in June,” Jo Hale said.",
        (
            "JO HALE: The old lock will open in June. We paid for the whole of it last year.\n\nPAT ORNE: The old "
            "lock will not open in June. Nobody paid.",
            "The old lock will not open in June.",
        ),
        ["verbatim 8 = : The old lock will not open in June @1"],
    ),
    (
        "“The old lock will not open in June,” Jo Hale said.",
        (
            "The old lock will not open in June.",
            "JO HALE: The old lock will open in June. We paid for the whole of it last year.\n\nPAT ORNE: The old "
            "lock will not open in June. Nobody paid.",
        ),
        ["verbatim 8 = : The old lock will not open in June @0"],
    ),
    # brackets beside words that are others, at the head and at the end
    (
        "“We quickly [will] sell the lock,” Jo Hale said.",
        ("JO HALE: We slowly will never sell the lock.",),
        ["altered 5 = JO HALE: sell the lock @0 [replaced negation: We quickly|will never]"],
    ),
    (
        "“We will [never] gladly sell the lock,” Jo Hale said.",
        ("JO HALE: We will quickly sell the lock.",),
        ["altered 6 = JO HALE: We will quickly sell the lock @0 [replaced content: gladly|quickly]"],
    ),
    (
        "“[We] gladly sell the lock,” Jo Hale said.",
        ("JO HALE: Nobody will sell the lock.",),
        ["altered 4 = JO HALE: sell the lock @0 [replaced content: gladly|will]"],
    ),
    (
        "“We will sell the lock [not],” Jo Hale said.",
        ("JO HALE: We will sell the lock then.",),
        ["altered 5 = JO HALE: We will sell the lock @0 [added negation: not|]"],
    ),
    (
        "“[We] will sell the lock,” Jo Hale said.",
        ("Will sell the lock, but not now, nor when he is not",),
        ["surface 4 = : Will sell the lock @0"],
    ),
    (
        "“The crane can lift … 40 tonnes,” Jo Hale said.",
        ("JO HALE: The crane can lift up to 40 tonnes.",),
        ["altered 6 = JO HALE: The crane can lift up to 40 tonnes @0 [dropped bound: |up to]"],
    ),
    (
        "“We will … [not] sell the lock,” Jo Hale said.",
        ("JO HALE: We will not sell the lock.",),
        ["surface 5 = JO HALE: We will not sell the lock @0"],
    ),
    # one source has it otherwise: of six words or more, with one change or two that turn the sense
    (
        "“The lock opens in June now,” Jo Hale said.",
        ("JO HALE: The lock opens in June now.", "JO HALE: The lock opens in May now."),
        [
            "verbatim 6 = JO HALE: The lock opens in June now @0",
            "disputed 6 = JO HALE: The lock opens in May now @1 [replaced number: June|May]",
        ],
    ),
    (
        "“The old lock will open in May,” Jo Hale said.",
        (
            "JO HALE: The old lock will open in June. We paid for the whole of it last year.",
            "JO HALE: The old lock will not open in May or so.",
        ),
        ["altered 7 = JO HALE: The old lock will not open in May @1 [dropped negation: |not]"],
    ),
    (
        "“We met on 3 May and on 9 May at the lock,” Jo Hale said.",
        ("JO HALE: We met on 3 May and on 9 May at the lock.", "JO HALE: We met on 4 May and on 8 May at the lock."),
        [
            "verbatim 12 = JO HALE: We met on 3 May and on 9 May at the lock @0",
            "disputed 12 = JO HALE: We met on 4 May and on 8 May at the lock @1 [replaced number: 3 May|4 May] "
            "[replaced number: 9 May|8 May]",
        ],
    ),
    (
        "“We met on 3 May, on 9 May and on 12 May at the lock,” Jo Hale said.",
        (
            "JO HALE: We met on 3 May, on 9 May and on 12 May at the lock.",
            "JO HALE: We met on 4 May, on 8 May and on 13 May at the lock.",
        ),
        ["verbatim 15 = JO HALE: We met on 3 May, on 9 May and on 12 May at the lock @0"],
    ),
    (
        "“We met on 3 May and gladly stayed,” Jo Hale said.",
        ("JO HALE: We met on 3 May and gladly stayed.", "JO HALE: We met on 4 May and sadly stayed."),
        ["verbatim 8 = JO HALE: We met on 3 May and gladly stayed @0"],
    ),
    (
        "“The old lock will open in June,” Jo Hale said.",
        (
            "JO HALE: The old lock will open in June. We paid for the whole of it last year.",
            "The old lock will not open in June.",
        ),
        [
            "verbatim 7 = JO HALE: The old lock will open in June @0",
            "disputed 7 = JO HALE: The old lock will not open in June @1 [dropped negation: |not]",
        ],
    ),
    (
        "“I never signed the old contract,” Jo Hale said.",
        ("JO HALE: Yes.\n\nPAT ORNE: I never signed the old contract.", "JO HALE: He signed the old contract."),
        ["misattributed 6 = PAT ORNE: I never signed the old contract @0"],
    ),
    # a quotation inside another that no source has, of four words or more
    ("“My neighbour said ‘we paid it’ and left at once,” Pat Orne said.", ("JO HALE: We paid it.",), ["missing 10"]),
    (
        "“My neighbour said ‘we paid for it’ and left at once,” Pat Orne said.",
        ("JO HALE: We paid for it.",),
        ["surface 4 = JO HALE: We paid for it @0"],
    ),
    (
        "“My neighbour said ‘we paid for it’ and left at once,” Pat Orne said.",
        ("PAT ORNE: My neighbour said we paid for it and left at once.",),
        ["surface 11 = PAT ORNE: My neighbour said we paid for it and left at once @0"],
    ),
    (
        "“My neighbour said ‘we sold it’, and ‘we paid for it’ was said too,” Pat Orne said.",
        ("JO HALE: We paid for it.",),
        ["surface 4 = JO HALE: We paid for it @0"],
    ),
    (
        "“My neighbour said ‘we paid for it’, and ‘we sold the old lock’ was said too,” Pat Orne said.",
        ("JO HALE: We paid for it. We sold the old lock.",),
        [
            "altered 16 = JO HALE: We paid for it. We sold the old lock @0 [added content: My neighbour said|] "
            "[added function: and|] [added content: was said too|]"
        ],
    ),
    (
        "“We paid for it,” Jo Hale said. “My neighbour heard it and left at once,” Pat Orne said.",
        ("JO HALE: We paid for it.",),
        ["verbatim 4 = JO HALE: We paid for it @0", "missing 8"],
    ),
    (
        "“My neighbour heard it and left at once,” Pat Orne said. “We paid for it,” Jo Hale said.",
        ("JO HALE: We paid for it.",),
        ["missing 8", "verbatim 4 = JO HALE: We paid for it @0"],
    ),
    # nobody's words are looked for, and told where they are found
    (
        "Jo Hale called it “a nasty swamp”.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        ["missing 3"],
    ),
    ("They call it a “nasty swamp”.", ("JO HALE: It is a nasty swamp.",), ["verbatim 2 = JO HALE: nasty swamp @0"]),
    (
        "They call it a “nasty swamp”.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        [],
    ),
    (
        "“Swamp!” was on the wall.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        [],
    ),
    (
        "“It rained on Monday for an hour” was on the wall.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        ["missing 7"],
    ),
    # what is left out is a cut from three words on, and what an ellipsis may not swallow is told by its kind
    (
        "“We paid for the lock,” Jo Hale said.",
        ("JO HALE: We paid a round sum for the lock.",),
        ["cut 5 = JO HALE: We paid a round sum for the lock @0 [dropped content: |a round sum]"],
    ),
    (
        "“We paid for the lock,” Jo Hale said.",
        ("JO HALE: We paid all round for the lock.",),
        ["altered 5 = JO HALE: We paid all round for the lock @0 [dropped content: |all round]"],
    ),
    (
        "“We sold the lock in June,” Jo Hale said.",
        ("JO HALE: We sold, if the board agrees, the lock in June.",),
        [
            "cut 6 = JO HALE: We sold, if the board agrees, the lock in June @0 [dropped condition: |if the board "
            "agrees]"
        ],
    ),
    (
        "“We will sell the lock,” Jo Hale said.",
        ("JO HALE: We will perhaps sell the lock.",),
        ["altered 5 = JO HALE: We will perhaps sell the lock @0 [dropped hedge: |perhaps]"],
    ),
    # three words prove nothing unless it is a “not” that is lost
    ("“The lock opens,” Jo Hale said.", ("JO HALE: The lock gladly opens.",), ["missing 3"]),
    ("“The lock opens,” Jo Hale said.", ("JO HALE: The lock will never gladly open.",), ["missing 3"]),
    (
        "“The old lock opens,” Jo Hale said.",
        ("JO HALE: The old lock gladly opens.",),
        ["altered 4 = JO HALE: The old lock gladly opens @0 [dropped content: |gladly]"],
    ),
    # short pieces between ellipses are theirs if all are there, in order and near each other
    (
        "“Mud ... fat rats ... red rust,” Jo Hale said.",
        ("JO HALE: There was mud, and there were fat rats, and then there was red rust.",),
        ["surface 5 = JO HALE: mud, and there were fat rats, and then there was red rust @0"],
    ),
    (
        "“Mud ... fat rats ... red rust,” Jo Hale said.",
        (
            "JO HALE: There was mud. We went on and on and saw no end of it at all that day. We went on and on and "
            "saw no end of it at all that day. We went on and on and saw no end of it at all that day. There were "
            "fat rats and red rust.",
        ),
        ["missing 5"],
    ),
    (
        "“Mud ... fat rats ... red rust,” Jo Hale said.",
        ("JO HALE: There was red rust, and there were fat rats, and there was mud.",),
        ["missing 5"],
    ),
    (
        "“Mud ... fat rats ... red rust,” Jo Hale said.",
        ("JO HALE: There was mud, and there were fat cats, and there was red rust.",),
        ["missing 5"],
    ),
    (
        "“Mud ... fat rats ... red rust,” Jo Hale said.",
        ("JO HALE: There was mud, and there was red rust.",),
        ["missing 5"],
    ),
    # the source's words from the first to the last, whatever their order in the story
    (
        "“We paid ... The old lock will open in June,” Jo Hale said.",
        ("JO HALE: The old lock will open in June. We paid.",),
        ["reordered 9 = JO HALE: The old lock will open in June. We paid @0"],
    ),
    # another word is weighed as a bracket is: surer than it was said is worse than less sure
    (
        "“The lock will open in June,” Jo Hale said.",
        ("JO HALE: The lock may open in June.",),
        ["altered 6 = JO HALE: The lock may open in June @0 [replaced hedge: will|may]"],
    ),
    (
        "“The lock may open in June,” Jo Hale said.",
        ("JO HALE: The lock will open in June.",),
        ["altered 6 = JO HALE: The lock will open in June @0 [replaced function: may|will]"],
    ),
    (
        "“The lock may open in June,” Jo Hale said.",
        ("JO HALE: The lock might open in June.",),
        ["altered 6 = JO HALE: The lock might open in June @0 [replaced function: may|might]"],
    ),
    (
        "“We will sell the lock,” Jo Hale said.",
        ("JO HALE: We refused to sell the lock.",),
        ["altered 5 = JO HALE: We refused to sell the lock @0 [replaced negation: will|refused to]"],
    ),
    (
        "“We go when the board agrees,” Jo Hale said.",
        ("JO HALE: We go if the board agrees.",),
        ["altered 6 = JO HALE: We go if the board agrees @0 [replaced condition: when|if]"],
    ),
    (
        "“It may be the old lock,” Jo Hale said.",
        ("JO HALE: It is perhaps the old lock.",),
        ["altered 6 = JO HALE: It is perhaps the old lock @0 [replaced content: may be|is perhaps]"],
    ),
    (
        "“We paid red money for the lock,” Jo Hale said.",
        ("JO HALE: We paid a great many sums for the lock.",),
        [
            "altered 7 = JO HALE: We paid a great many sums for the lock @0 [replaced content: red money|a great "
            "many sums]"
        ],
    ),
    (
        "“The old lock leaks,” Jo Hale said.",
        ("JO HALE: The old lock -- perhaps you know it -- leaks.",),
        ["cut 4 = JO HALE: The old lock -- perhaps you know it -- leaks @0 [dropped aside: |perhaps you know it]"],
    ),
    # a bracket before an ellipsis, one at the head that stands for some words, and one that has none
    (
        "“We will [not] … sell the lock,” Jo Hale said.",
        ("JO HALE: We will not sell the lock.",),
        ["surface 5 = JO HALE: We will not sell the lock @0"],
    ),
    (
        "“We will [not] … sell the lock,” Jo Hale said.",
        ("JO HALE: We will, as I said, sell the lock.",),
        ["altered 5 = JO HALE: We will, as I said, sell the lock @0 [added negation: not|]"],
    ),
    (
        "“We [cannot] … sell the lock … in June,” Jo Hale said.",
        ("JO HALE: We can never sell the lock, or the boats, in June.",),
        ["surface 6 = JO HALE: We can never sell the lock, or the boats, in June @0"],
    ),
    (
        "“[They] sell boats here,” Jo Hale said.",
        ("JO HALE: Not all of them sell boats here.",),
        ["altered 3 = JO HALE: sell boats here @0 [dropped negation: |Not]"],
    ),
    (
        "“[They] sell boats here,” Jo Hale said.",
        ("JO HALE: None of them sell boats here.",),
        ["altered 3 = JO HALE: sell boats here @0 [dropped negation: |None]"],
    ),
    (
        "“[They] sell boats here,” Jo Hale said.",
        ("JO HALE: No, I said: all of them sell boats here.",),
        ["surface 3 = JO HALE: sell boats here @0"],
    ),
    (
        "“(laughs) will sell the lock,” Jo Hale said.",
        ("JO HALE: Nobody will sell the lock.",),
        ["altered 4 = JO HALE: will sell the lock @0 [dropped negation: |Nobody]"],
    ),
    # a speech of several paragraphs, and of several speakers that a machine told apart
    (
        "“The lock is safe.\n\n“It is not so dear either.\n\n“We go there,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe. It is not so dear either. We go there.",),
        [
            "altered 4 = JO HALE: the lock is safe @0 [dropped negation: |not think]",
            "verbatim 6 = JO HALE: It is not so dear either @0",
            "verbatim 3 = JO HALE: We go there @0",
        ],
    ),
    (
        "“We will sell 30 boats. And then we go out now,” Jo Hale said.",
        ("SPEAKER 1: We will sell 30 boats.\n\nSPEAKER 2: And then we go out now.",),
        ["joined? 11 = SPEAKER 1 and SPEAKER 2: We will sell 30 boats.\n\n And then we go out now @0"],
    ),
    (
        "“We will sell 40 boats. And then we go out now,” Jo Hale said.",
        ("SPEAKER 1: We will sell 30 boats.\n\nSPEAKER 2: And then we go out now.",),
        [
            "altered 11 = SPEAKER 1 and SPEAKER 2: We will sell 30 boats.\n\n And then we go out now @0 [replaced "
            "number: 40|30]"
        ],
    ),
    # how much is enough
    (
        "“Nobody knows.” was on the wall.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        ["missing 2"],
    ),
    (
        "“We paid,” Jo Hale said. “My neighbour said ‘we paid for it’ and left at once,” Pat Orne said.",
        ("JO HALE: We paid for it.",),
        ["verbatim 2 = JO HALE: We paid @0", "surface 4 = JO HALE: We paid for it @0"],
    ),
    (
        "“We will sell the old lock. We go out now,” Jo Hale said.",
        ("JO HALE: We will sell the lock.\n\nPAT ORNE: We go out now.",),
        ["joined 10 = JO HALE and PAT ORNE: We will sell the lock.\n\n We go out now @0 [added content: old|]"],
    ),
    (
        "“… The lock is safe,” Jo Hale said.",
        ("JO HALE: I do not think the lock is safe.",),
        ["altered 4 = JO HALE: the lock is safe @0 [dropped negation: |not think]"],
    ),
    (
        "“We all met there on 3 and 9,” Jo Hale said.",
        ("JO HALE: We all met there on 3 and 9.", "JO HALE: We all met there on 4 and 8."),
        [
            "verbatim 8 = JO HALE: We all met there on 3 and 9 @0",
            "disputed 8 = JO HALE: We all met there on 4 and @1 [replaced number: 3|4] [replaced number: 9|8]",
        ],
    ),
    # a bracket in the middle says nothing of an ellipsis
    (
        "“We will … [never] sell it … in June,” Jo Hale said.",
        ("JO HALE: We will not, as I said, sell it, or the boats, in June.",),
        ["altered 6 = JO HALE: We will not, as I said, sell it, or the boats, in June @0 [added negation: never|]"],
    ),
    (
        "“We … will [never] sell it … in June,” Jo Hale said.",
        ("JO HALE: We, as I said, will sell it, or the boats, in June.",),
        ["altered 6 = JO HALE: We, as I said, will sell it, or the boats, in June @0 [added negation: never|]"],
    ),
    (
        "“We will … gladly [not] sell it,” Jo Hale said.",
        ("JO HALE: We will not, as I said, gladly sell it.",),
        [
            "altered 5 = JO HALE: We will not, as I said, gladly sell it @0 [dropped negation: |not] [added "
            "negation: not|]"
        ],
    ),
    # where nothing is found inside it either; of two sources alike the first; what is closed is not the story's own
    (
        "“My neighbour said ‘no, we did not’ to me,” Jo Hale said.",
        ("JO HALE: The old lock will open in June. We paid for the whole of it last year.",),
        ["missing 9"],
    ),
    (
        "“We paid for the old lock,” Jo Hale said.",
        ("JO HALE: We gladly paid for the old lock.", "JO HALE: We gladly paid for the old lock."),
        ["altered 6 = JO HALE: We gladly paid for the old lock @0 [dropped content: |gladly]"],
    ),
    (
        "They call it “The lock is safe for boats”.",
        ("JO HALE: I do not think the lock is safe for boats.",),
        ["altered 6 = JO HALE: the lock is safe for boats @0 [dropped negation: |not think]"],
    ),
    (
        "“We sold the lock [in May],” Jo Hale said.",
        ("JO HALE: We sold the lock, not the boats.",),
        ["surface 4 = JO HALE: We sold the lock @0"],
    ),
    (
        "“The old lock here is,” Jo Hale said of it. “Nobody paid,” said Pat Orne.",
        ("JO HALE: The old lock here is never safe.\n\nPAT ORNE: Nobody paid.",),
        [
            "altered 5 = JO HALE: The old lock here is @0 [dropped negation: |never]",
            "verbatim 2 = PAT ORNE: Nobody paid @0",
        ],
    ),
    # a bracket at the end, behind another word
    (
        "“We sold the lock gladly [in May],” Jo Hale said.",
        ("JO HALE: We sold the lock sadly.",),
        ["altered 5 = JO HALE: We sold the lock @0 [replaced content: gladly|sadly]"],
    ),
]


@pytest.mark.parametrize(("story", "sources", "expected"), ROWS, ids=range(len(ROWS)))
def test_what_is_told_of_a_quotation(story: str, sources: tuple[str, ...], expected: list[str]) -> None:
    assert told(story, *sources) == expected
