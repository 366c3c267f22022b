"""Quotations and faults of small texts, drawn whole: kind, depth, the one round it, the words, how long its marks
are; and of a fault its place, what it belongs to and what mends it."""

from __future__ import annotations

import pytest

from hedgelint.annotate.quotations import QuotationFinder
from hedgelint.annotate.story import MarkFault, Quotation
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span

FINDER = QuotationFinder(load_rulebook().lexicons)
LEAD = "The bridge at Carrow was closed on Monday after a survey of its piers.\n\n"


def _place(span: Span) -> str:
    return f"{span.start - len(LEAD)}-{span.end - len(LEAD)}"


def _of_quotation(one: Quotation, text: str) -> str:
    state = f"{'' if one.closed else ' open'}{' on' if one.continues else ''}"
    marks = f"{one.inner.start - one.span.start},{one.span.end - one.inner.end}"
    parent = "-" if one.parent is None else one.parent
    return f"{one.kind}{state} {one.depth} {parent}: {one.span.of(text)} {marks}"


def _of_fault(one: MarkFault) -> str:
    related = f" ~{_place(one.related)}" if one.related else ""
    others = f" and {len(one.others)}" if one.others else ""
    return (
        f"{one.kind} {_place(one.span)}{related}{''.join(f' {_place(at)}>{words}' for at, words in one.edits)}{others}"
    )


DRAWN: list[tuple[str, list[str], list[str]]] = [
    ("‘We will not pay, she said. ‘It is too much.’", ["full 0 -: ‘It is too much.’ 1,1"], ["unclosed 0-1"]),
    ("She told us: ‘Stay here, he said. ‘It is late.’", ["full 0 -: ‘It is late.’ 1,1"], ["unclosed 13-14"]),
    (
        "It was late.\n‘We will not pay, she said. ‘It is too much.’",
        ["full 0 -: ‘It is too much.’ 1,1"],
        ["unclosed 13-14"],
    ),
    ("He had said ‘Go home, and stayed. ‘So be it.’", ["full 0 -: ‘So be it.’ 1,1"], ["unclosed 12-13"]),
    ("They said ‘the worst lot, she said. ‘It is too much.’", ["full 0 -: ‘It is too much.’ 1,1"], ["unclosed 10-11"]),
    (
        "“We go. “She stays,” he said. “No.” It was.” Then he left.",
        [
            "full 0 -: “We go. “She stays,” he said. “No.” It was.” 1,1",
            "full 1 0: “She stays,” 1,1",
            "full 1 0: “No.” 1,1",
        ],
        ["nested 8-9 ~0-1"],
    ),
    (
        "“It was a wreck, he said. “So they called it odd.” It was.”",
        [
            "full 0 -: “It was a wreck, he said. “So they called it odd.” It was.” 1,1",
            "full 1 0: “So they called it odd.” 1,1",
        ],
        ["nested 26-27 ~0-1"],
    ),
    (
        "“It leaked. “It sank.” He left.” “No,” she said.”",
        ["full 0 -: “It leaked. “It sank.” He left.” 1,1", "full 1 0: “It sank.” 1,1", "full 0 -: “No,” 1,1"],
        ["nested 12-13 ~0-1", "unopened 48-49"],
    ),
    (
        "“I saw it. “It sank,” he said. “Go,” she said. It was.”",
        [
            "full 0 -: “I saw it. “It sank,” he said. “Go,” she said. It was.” 1,1",
            "full 1 0: “It sank,” 1,1",
            "full 1 0: “Go,” 1,1",
        ],
        ["nested 11-12 ~0-1"],
    ),
    ("“The ‘Mary sank,” he said.", ["full 0 -: “The ‘Mary sank,” 1,1"], ["unclosed 5-6 ~16-17"]),
    (
        "“The crew said ‘Go home, lads,” he said.",
        ["full 0 -: “The crew said ‘Go home, lads,” 1,1"],
        ["unclosed 15-16 ~30-31"],
    ),
    (
        "“They called it ‘Mary Ann and left,” he said. “They did.”",
        ["full 0 -: “They called it ‘Mary Ann and left,” 1,1", "full 0 -: “They did.” 1,1"],
        ["unclosed 16-17 ~35-36"],
    ),
    (
        "“It was the ‘best day’ of the ‘worst’ year,” he said.",
        [
            "full 0 -: “It was the ‘best day’ of the ‘worst’ year,” 1,1",
            "scare 1 0: ‘best day’ 1,1",
            "scare 1 0: ‘worst’ 1,1",
        ],
        [],
    ),
    (
        "The school in the ‘town’ ‘n’ ‘gown’ quarter.",
        ["scare 0 -: ‘town’ 1,1", "scare 0 -: ‘gown’ 1,1"],
        ["apostrophe 25-26 25-26>’"],
    ),
    ("It was ‘n", [], ["apostrophe 7-8 7-8>’"]),
    ('A 12" record', [], []),
    ('“A 12" record,” he said.', ['full 0 -: “A 12" record,” 1,1'], []),
    ('"It is 12" wide," he said.', ['full 0 -: "It is 12" wide," 1,1'], []),
    ("He said “it“ was “fine”.", ["scare 0 -: “it“ 1,1", "scare 0 -: “fine” 1,1"], ["reversed 11-12 ~8-9 11-12>”"]),
    (
        "He said ”it” was ”fine”. ”No”, he said.",
        ["scare 0 -: ”it” 1,1", "scare 0 -: ”fine” 1,1", "title 0 -: ”No” 1,1"],
        ["reversed 8-9 8-9>“ 17-18>“ 25-26>“"],
    ),
    (
        "”It” was ”fine” then. ”No”, he said. ”Yes.”",
        ["title 0 -: ”It” 1,1", "scare 0 -: ”fine” 1,1", "title 0 -: ”No” 1,1", "full 0 -: ”Yes.” 1,1"],
        ["reversed 0-1 0-1>“ 9-10>“ 22-23>“ 37-38>“"],
    ),
    ("„Wort“ and „Wort”.", ["title 0 -: „Wort“ 1,1", "title 0 -: „Wort” 1,1"], []),
    ('""Go," she said.', ['full 0 -: ""Go," 1,1'], ["nested 1-2 ~0-1 1-2>"]),
    (
        "“it is a “noisy lot” he said.",
        ["partial open 0 -: “it is a 1,0", "scare 0 -: “noisy lot” 1,1"],
        ["unclosed 0-1 ~9-10"],
    ),
    (
        "“it is a “noisy” lot” he said.",
        ["partial 0 -: “it is a “noisy” lot” 1,1", "scare 1 0: “noisy” 1,1"],
        ["nested 9-10 ~0-1"],
    ),
    ("“It is a “X” sign,” he said.", ["full 0 -: “It is a “X” sign,” 1,1", "title 1 0: “X” 1,1"], []),
    (
        "“He is a noisy man. “Nobody is,” he said.",
        ["full open 0 -: “He is a noisy man. 1,0", "full 0 -: “Nobody is,” 1,1"],
        ["unclosed 0-1 ~20-21"],
    ),
    (
        "“a “b “c” d” e” f",
        ["partial 0 -: “a “b “c” d” e” 1,1", "scare 1 0: “b “c” d” 1,1", "scare 2 1: “c” 1,1"],
        ["nested 3-4 ~0-1"],
    ),
    ("‘It was the porters’ own, ‘ he said.", ["partial 0 -: ‘It was the porters’ 1,1"], []),
    (
        "‘It was the drivers’ fault’, she said; the drivers’ union’s too.",
        ["partial 0 -: ‘It was the drivers’ fault’ 1,1"],
        [],
    ),
    ("‘He said “no” to it’, she said.", ["partial 0 -: ‘He said “no” to it’ 1,1", "scare 1 0: “no” 1,1"], []),
    ('He wrote ``yes" here.', ['scare 0 -: ``yes" 2,1'], ['mixed 9-11 ~14-15 9-11>"']),
    ("He wrote “yes'' here.", ["scare 0 -: “yes'' 1,2"], ["mixed 13-15 ~9-10 13-15>”"]),
    (
        "He wrote “yes’ here. “No,” he said.",
        ["partial open 0 -: “yes’ here. 1,0", "full 0 -: “No,” 1,1"],
        ["unclosed 9-10 ~21-22"],
    ),
    ("“We won,”Hale said.", ["full 0 -: “We won,” 1,1"], ["unspaced 8-9 9-9> "]),
    ("She said“we won” then.", ["scare 0 -: “we won” 1,1"], ["unspaced 8-9 8-8> "]),
    ("The “yes”es have it.", ["scare 0 -: “yes” 1,1"], []),
    (
        "“ It leaks ,” and “so ” it did.",
        ["full 0 -: “ It leaks ,” 1,1", "scare 0 -: “so ” 1,1"],
        ["spacing 0-13 1-2>", "spacing 18-23 21-22>"],
    ),
    ("“’ ’Tis odd,’ ” he said.", ["scare 0 -: “’ ’Tis odd,’ ” 1,1"], []),
    ("« Les loyers » and «eau ».", ["scare 0 -: « Les loyers » 1,1", "scare 0 -: «eau » 1,1"], []),
    (
        "“The tide rose,” she said. “Hale left. “Nobody saw him.”",
        ["full 0 -: “The tide rose,” 1,1", "full open 0 -: “Hale left. 1,0", "full 0 -: “Nobody saw him.” 1,1"],
        ["unclosed 27-28 ~39-40"],
    ),
    ("“It leaks, said Hale.", ["full open 0 -: “It leaks, said Hale. 1,0"], ["unclosed 0-1 ~21-21 10-10>”"]),
    (
        "“It leaks,” he said. \"So\" it did. 'No'. “Yes.”",
        ["full 0 -: “It leaks,” 1,1", 'title 0 -: "So" 1,1', "title 0 -: 'No' 1,1", "full 0 -: “Yes.” 1,1"],
        ["mixed 21-25 ~0-1 21-22>“ 24-25>”"],
    ),
    (
        '“A.” "B." "C." “D.” "E." “F.” "G." “H.” “I.”',
        [
            "full 0 -: “A.” 1,1",
            'full 0 -: "B." 1,1',
            'full 0 -: "C." 1,1',
            "full 0 -: “D.” 1,1",
            'full 0 -: "E." 1,1',
            "full 0 -: “F.” 1,1",
            'full 0 -: "G." 1,1',
            "full 0 -: “H.” 1,1",
            "full 0 -: “I.” 1,1",
        ],
        ["mixed 5-9 ~0-1 5-6>“ 8-9>” 10-11>“ 13-14>” 20-21>“ 23-24>” 30-31>“ 33-34>” and 3"],
    ),
    ('“One.” "Two."', ["full 0 -: “One.” 1,1", 'full 0 -: "Two." 1,1'], ["mixed 7-13 ~0-1 7-8>“ 12-13>”"]),
    (
        "It shut, he said.\n\n“We go.\n\nThey left.\n\n“No,” he said.",
        ["full open 0 -: “We go. 1,0", "full 0 -: “No,” 1,1"],
        ["unclosed 19-20 ~26-26"],
    ),
    (
        "“We go.\n\n“We stay.\n\n“We left,” he said.",
        ["full open on 0 -: “We go. 1,0", "full open on 0 -: “We stay. 1,0", "full 0 -: “We left,” 1,1"],
        [],
    ),
    ("‘We go.\n\n‘We stay,’ he said.", ["full open on 0 -: ‘We go. 1,0", "full 0 -: ‘We stay,’ 1,1"], []),
    ("He said: ‘We go.\n\n‘We stay,’ he said.", ["full open on 0 -: ‘We go. 1,0", "full 0 -: ‘We stay,’ 1,1"], []),
    ("He knew ‘We go.\n\n‘We stay,’ he said.", ["full 0 -: ‘We stay,’ 1,1"], []),
    (
        "‘The boats’ crews left.\n\n‘We stay,’ he said.",
        ["full open on 0 -: ‘The boats’ crews left. 1,0", "full 0 -: ‘We stay,’ 1,1"],
        [],
    ),
    ("“We go.\n\nIt was cold.\n\nIt was late.”\n\nThe end.", ["full open 0 -: “We go. 1,0"], ["unclosed 0-1 ~35-36"]),
    (
        "“We go.\n\nIt was cold.\n\nIt was.\n\nIt was.\n\nIt was.\n\nIt was late.”\n\nThe end.",
        ["full open 0 -: “We go. 1,0"],
        ["unclosed 0-1 ~62-63"],
    ),
    (
        "“the plan\n\nIt was late,” he said.",
        ["partial open 0 -: “the plan 1,0"],
        ["unclosed 0-1 ~9-9", "unopened 23-24"],
    ),
    (
        "He said “we go,\nand we stay,\nand go.”\n\nThe end.",
        ["partial open on 0 -: “we go, 1,0", "full open on 0 -: and we stay, 0,0", "partial 0 -: and go.” 0,1"],
        [],
    ),
    (
        "“We go:\n\n(Picture: A boat)\n\n“We stay,” he said.",
        ["full open on 0 -: “We go: 1,0", "full 0 -: “We stay,” 1,1"],
        [],
    ),
    (
        "“The Silver Tide” was shown. “The Silver Tide.” “Fog” and “fog” and “Fog.” “…”.",
        [
            "title 0 -: “The Silver Tide” 1,1",
            "title 0 -: “The Silver Tide.” 1,1",
            "title 0 -: “Fog” 1,1",
            "scare 0 -: “fog” 1,1",
            "full 0 -: “Fog.” 1,1",
            "scare 0 -: “…” 1,1",
        ],
        [],
    ),
    (
        "“No Dogs On The Quay” “No Dogs,” “No,” “Keep to the left of the pier and mind the gap at once now”",
        [
            "title 0 -: “No Dogs On The Quay” 1,1",
            "full 0 -: “No Dogs,” 1,1",
            "full 0 -: “No,” 1,1",
            "full 0 -: “Keep to the left of the pier and mind the gap at once now” 1,1",
        ],
        [],
    ),
    (
        "“it was so bad that we left” “so bad” “so bad.” “very very very bad”",
        [
            "partial 0 -: “it was so bad that we left” 1,1",
            "scare 0 -: “so bad” 1,1",
            "partial 0 -: “so bad.” 1,1",
            "partial 0 -: “very very very bad” 1,1",
        ],
        [],
    ),
    ('<a href="x.html">It leaks</a>, “he” said.', ['title 0 -: "x.html" 1,1', "scare 0 -: “he” 1,1"], []),
    ("The wall is 6'2\" and 5' 10½\" high; 3' deep; 12' x 10'; 40' N.", [], []),
    ("It was the '90s, '08s, 'em and 'foo bar; 'tis.", [], []),
    (
        "a ‘b, drivers‘ union, s‘ one, town‘s",
        [],
        ["unclosed 2-3", "apostrophe 34-35"],
    ),
    (
        "(“Go,” he said.) “Go”—he said; “Go”– no/“yes” ‘“no”’",
        [
            "full 0 -: “Go,” 1,1",
            "title 0 -: “Go” 1,1",
            "title 0 -: “Go” 1,1",
            "scare 0 -: “yes” 1,1",
            "scare 0 -: ‘“no”’ 1,1",
            "scare 1 4: “no” 1,1",
        ],
        [],
    ),
    ("\u200b\"Go,\u200b\" he said. \ufeff'No,' he said.", ['title 0 -: "Go,\u200b" 1,1', "full 0 -: 'No,' 1,1"], []),
    ("a ‘b, the drivers‘ union", [], ["unclosed 2-3"]),
    ("The wall is 6'2\" by 5' 10½\"; it is 40° 26' 46\" N.", [], []),
    (
        "“A “B “C “D “E “F “G “H “I “J “K “L “M “N",
        [
            "title open 0 -: “A “B “C “D “E “F “G “H “I “J “K “L “M “N 1,0",
            "title open 1 0: “B “C “D “E “F “G “H “I “J “K “L “M “N 1,0",
            "title open 2 1: “C “D “E “F “G “H “I “J “K “L “M “N 1,0",
            "title open 3 2: “D “E “F “G “H “I “J “K “L “M “N 1,0",
            "title open 4 3: “E “F “G “H “I “J “K “L “M “N 1,0",
            "title open 5 4: “F “G “H “I “J “K “L “M “N 1,0",
            "title open 6 5: “G “H “I “J “K “L “M “N 1,0",
            "title open 7 6: “H “I “J “K “L “M “N 1,0",
            "title open 8 7: “I “J “K “L “M “N 1,0",
            "title open 9 8: “J “K “L “M “N 1,0",
            "title open 10 9: “K “L “M “N 1,0",
            "full open 11 10: “L 1,0",
            "full open 11 10: “M 1,0",
            "full open 11 10: “N 1,0",
        ],
        [
            "unclosed 0-1 ~41-41",
            "nested 3-4 ~0-1",
            "nested 6-7 ~3-4",
            "nested 9-10 ~6-7",
            "nested 12-13 ~9-10",
            "nested 15-16 ~12-13",
            "nested 18-19 ~15-16",
            "nested 21-22 ~18-19",
            "nested 24-25 ~21-22",
            "nested 27-28 ~24-25",
            "nested 30-31 ~27-28",
            "nested 33-34 ~30-31",
            "unclosed 33-34 ~36-37",
            "unclosed 36-37 ~39-40",
        ],
    ),
    (
        "“He is a noisy man,” she said. “Nobody is.” They left.”",
        ["full 0 -: “He is a noisy man,” 1,1", "full 0 -: “Nobody is.” 1,1"],
        ["unopened 54-55"],
    ),
    (
        "“It leaks,” he said. “It sank. They left. “We stay,” he said. It is late.” He left.”",
        [
            "full 0 -: “It leaks,” 1,1",
            "full 0 -: “It sank. They left. “We stay,” he said. It is late.” 1,1",
            "full 1 1: “We stay,” 1,1",
        ],
        ["nested 42-43 ~21-22", "unopened 83-84"],
    ),
    (
        "It leaks. “It sank. “We stay,” he said. “No.” “It is late,” he said. It is late.”",
        [
            "full 0 -: “It sank. “We stay,” he said. “No.” “It is late,” he said. It is late.” 1,1",
            "full 1 0: “We stay,” 1,1",
            "full 1 0: “No.” 1,1",
            "full 1 0: “It is late,” 1,1",
        ],
        ["nested 20-21 ~10-11"],
    ),
    ("She shouted: ‘Home, and ran. ‘Mary Ann, and ran.", [], ["unclosed 13-14"]),
    ("called ‘mad, and ran. ‘Mary Ann, and ran.", [], ["unclosed 7-8"]),
    ("‘mad, she said. ‘Mary Ann’", ["title 0 -: ‘Mary Ann’ 1,1"], ["unclosed 0-1"]),
    (
        "“One ‘two ‘three’ four,” he said.",
        ["full 0 -: “One ‘two ‘three’ four,” 1,1", "scare 1 0: ‘three’ 1,1"],
        ["unclosed 5-6 ~23-24"],
    ),
    (
        "“One ‘two “three” four’ five,” he said.",
        ["full 0 -: “One ‘two “three” four’ five,” 1,1", "scare 1 0: ‘two “three” four’ 1,1", "scare 2 1: “three” 1,1"],
        [],
    ),
    (
        "He said ‘the “bad” dogs’ left’ and went.",
        ["partial 0 -: ‘the “bad” dogs’ left’ 1,1", "scare 1 0: “bad” 1,1"],
        [],
    ),
    ("‘The porters’ dogs’ left, ‘he said’.", ["scare 0 -: ‘The porters’ dogs’ 1,1", "scare 0 -: ‘he said’ 1,1"], []),
    ('"It is 12" wide and 9" deep," he said.', ['full 0 -: "It is 12" wide and 9" deep," 1,1'], []),
    (
        "“so it is. “a lot” he said.",
        ["partial open 0 -: “so it is. 1,0", "scare 0 -: “a lot” 1,1"],
        ["unclosed 0-1 ~11-12"],
    ),
    (
        "“so it is, “a” and “b” he said.",
        ["partial open 0 -: “so it is, 1,0", "scare 0 -: “a” 1,1", "scare 0 -: “b” 1,1"],
        ["unclosed 0-1 ~11-12"],
    ),
    (
        "“it is “a “b” he said.",
        ["partial open 0 -: “it is 1,0", "partial open 0 -: “a 1,0", "scare 0 -: “b” 1,1"],
        ["unclosed 0-1 ~7-8", "unclosed 7-8 ~10-11"],
    ),
    (
        "“He left.\n“She stayed.\n“They went,” he said.",
        ["full open on 0 -: “He left. 1,0", "full open on 0 -: “She stayed. 1,0", "full 0 -: “They went,” 1,1"],
        [],
    ),
    (
        "“He left; ‘Go,’ he said: “Stay.” He ran.”",
        ["full 0 -: “He left; ‘Go,’ he said: “Stay.” He ran.” 1,1", "full 1 0: ‘Go,’ 1,1", "full 1 0: “Stay.” 1,1"],
        ["nested 25-26 ~0-1"],
    ),
    ('It\'s 5" by 6", said Hale.', [], []),
    ("‘``\u200b’", ["scare open 0 -: ``\u200b’ 2,0"], ["unclosed 1-3 ~5-5"]),
    (
        "It was: “Ann. She left. “the idea. Go. ``Go'' No’ and \"no no\" he said. He: ”It leaks,” he said,",
        [
            "full 0 -: “Ann. She left. “the idea. Go. ``Go'' No’ and \"no no\" he said. He: ” 1,1",
            "partial open 1 0: “the idea. Go. 1,0",
            "title 1 0: ``Go'' 2,2",
            'scare 1 0: "no no" 1,1',
        ],
        [
            "spacing 8-76",
            "nested 24-25 ~8-9",
            "unclosed 24-25 ~39-41",
            "mixed 39-45 ~8-9",
            "nested 54-55 ~8-9",
            "mixed 54-61 ~8-9",
            "unspaced 75-76",
            "unopened 85-86",
        ],
    ),
    ("‘Hale said” x 10 Hale said'″", [], ["unclosed 0-1", "unopened 10-11"]),
    ("“«", ["scare 0 -: “« 1,1"], []),
    ("\u200b‘90s5„. ‘90sGosit leaks«", ["scare 0 -: „. ‘90sGosit leaks« 1,1"], []),
    ("'' \"", ["scare 0 -: '' \" 2,1"], ['mixed 0-2 ~3-4 0-2>"']),
    (
        'he said Go home." it was ‘No’. She left. "A 12" record. She left. ‘A 12" record.',
        ["title 0 -: ‘No’ 1,1", 'title 0 -: "A 12" 1,1'],
        ["unopened 16-17"],
    ),
    (
        "‘Mary Ann He said: ''They said ‘Mary Ann'' it was Go’",
        [
            "full 0 -: ‘Mary Ann He said: ''They said ‘Mary Ann'' it was Go’ 1,1",
            "partial 1 0: ''They said ‘Mary Ann'' 2,2",
        ],
        ["unclosed 31-32 ~40-42"],
    ),
    ('?em ½ x 10"drivers', ['partial open 0 -: "drivers 1,0'], ["spoilt 0-1", "unclosed 10-11 ~18-18"]),
    (
        "boss‘ drivers““’the porters(said",
        ["scare 0 -: ““ 1,1"],
        ["apostrophe 4-5 4-5>’", "reversed 14-15 ~13-14 14-15>”"],
    ),
    ("»s‘’", [], ["unopened 0-1"]),
    ("«s«Bs", ["partial open 0 -: «s 1,0", "full open 0 -: «Bs 1,0"], ["unclosed 0-1 ~2-3", "unclosed 2-3 ~5-5"]),
    ("'″\u200b 12’90s’90s’", ["scare 0 -: '″\u200b 12’90s’90s’ 1,1"], ["mixed 14-15 ~0-1"]),
    ("shouted, 'Go' it was the boss’ it was", ["partial 0 -: 'Go' it was the boss’ 1,1"], ["mixed 29-30 ~9-10"]),
    ("»  by 4”s", [], ["unopened 7-8"]),
    ("n‘ a", [], []),
    ("‘’½  x 10said:", [], []),
    (
        '"Mary Ann. "it leaks".',
        ['full open 0 -: "Mary Ann. "it leaks". 1,0', 'scare 1 0: "it leaks" 1,1'],
        ["unclosed 0-1 ~11-12"],
    ),
    ("«5\n„ 12", ["partial open on 0 -: «5 1,0", "partial open 0 -: „ 12 1,0"], ["unclosed 3-4 ~7-7"]),
    ('"A 12" record', ['title 0 -: "A 12" 1,1'], []),
    ('"B ‘90sboss 5th,', ['full open 0 -: "B ‘90sboss 5th, 1,0'], ["unclosed 0-1 ~16-16"]),
    (
        "“Mary Ann.\n'Go home.'. She left.",
        ["full open 0 -: “Mary Ann. 1,0", "full 0 -: 'Go home.' 1,1"],
        ["unclosed 0-1 ~10-10"],
    ),
    ("‘90s n ! „\n x 10 ” ’90s", ["scare open on 0 -: „ 1,0", "scare 0 -: x 10 ” 0,1"], ["apostrophe 0-1 0-1>’"]),
    ("hedgelint: ignore all -- the “long” one\n\n“So be it.”", ["full 0 -: “So be it.” 1,1"], []),
    (
        "He said “we go,\n— Ann Hale (@ann) May 12, 2031\nand go.” Then.",
        ["partial open 0 -: “we go, 1,0"],
        ["unclosed 8-9 ~15-15", "unopened 54-55"],
    ),
    (
        "“We are “Carrow” folk.\n\n“We stay,” he said.",
        ["full open 0 -: “We are “Carrow” folk. 1,0", "title 1 0: “Carrow” 1,1", "full 0 -: “We stay,” 1,1"],
        ["unclosed 0-1 ~22-22", "nested 8-9 ~0-1"],
    ),
    (
        "“We are «Carrow» folk.\n\n“We stay,” he said.",
        ["full open on 0 -: “We are «Carrow» folk. 1,0", "title 1 0: «Carrow» 1,1", "full 0 -: “We stay,” 1,1"],
        ["nested 8-9 ~0-1"],
    ),
    (
        "‘The town‘s men left.\n\n‘We stay,’ he said.",
        ["full open on 0 -: ‘The town‘s men left. 1,0", "full 0 -: ‘We stay,’ 1,1"],
        ["apostrophe 9-10 9-10>’"],
    ),
    (
        "He said “we go, (EDS: UPDATES with age)\nand go.” Then.",
        ["partial open on 0 -: “we go, 1,0", "partial 0 -: and go.” 0,1"],
        [],
    ),
    (
        "“The Rise And Fall Of The Silver Tide And Of All The Men In” and “The Rise And Fall Of The Silver Tide And Of "
        "All The Men In Her” and “We have been here all day” and “We have been here all the while”",
        [
            "title 0 -: “The Rise And Fall Of The Silver Tide And Of All The Men In” 1,1",
            "full 0 -: “The Rise And Fall Of The Silver Tide And Of All The Men In Her” 1,1",
            "partial 0 -: “We have been here all day” 1,1",
            "full 0 -: “We have been here all the while” 1,1",
        ],
        [],
    ),
    ("The word ‘em’ is short.", ["scare 0 -: ‘em’ 1,1"], []),
    (
        "“Go.”“It sank. “She stays,” he said. It was.” Then.",
        [
            "full 0 -: “Go.” 1,1",
            "full 0 -: “It sank. “She stays,” he said. It was.” 1,1",
            "full 1 1: “She stays,” 1,1",
        ],
        ["unspaced 4-5", "nested 15-16 ~5-6"],
    ),
    (
        "He said “we go,\nand stay,” and “so it is.” Then.",
        ["partial open on 0 -: “we go, 1,0", "partial 0 -: and stay,” 0,1", "partial 0 -: “so it is.” 1,1"],
        [],
    ),
    (
        "“the plan.\n\n“We stay,” he said.",
        ["partial open 0 -: “the plan. 1,0", "full 0 -: “We stay,” 1,1"],
        ["unclosed 0-1 ~10-10"],
    ),
    (
        "“The plan\n\n“We stay,” he said.",
        ["full open 0 -: “The plan 1,0", "full 0 -: “We stay,” 1,1"],
        ["unclosed 0-1 ~9-9"],
    ),
    ("'It is 12' and 9' of rope,' he said.", ["full 0 -: 'It is 12' and 9' of rope,' 1,1"], []),
    ("He said 'it is 12' wide and left.", [], []),
    ("He said ‘it was 12’, and the boats’ crews left.", ["scare 0 -: ‘it was 12’ 1,1"], []),
    ("He said 'it was late', and the boats' crews left.", ["scare 0 -: 'it was late' 1,1"], []),
    ("He saw ‘the yard’ and the boats’ crews left.", ["scare 0 -: ‘the yard’ 1,1"], []),
    ("‘Go home,’he said.", ["full 0 -: ‘Go home,’ 1,1"], []),
    ("It leaks.‘Go home,’ he said.", ["full 0 -: ‘Go home,’ 1,1"], []),
    ("‘It is the boats’’, he said.", ["partial 0 -: ‘It is the boats’’ 1,1"], []),
    ("‘go.\n\n‘We stay,’ he said.", ["full 0 -: ‘We stay,’ 1,1"], ["unclosed 0-1"]),
    ("He said “it was “ then.", ["scare 0 -: “it was “ 1,1"], ["spacing 8-17 15-16>", "reversed 16-17 ~8-9 16-17>”"]),
    (
        "“Yes,” he said of “dogs,\nno boats.”",
        ["full 0 -: “Yes,” 1,1", "partial open on 0 -: “dogs, 1,0", "partial 0 -: no boats.” 0,1"],
        [],
    ),
    (
        "“Yes,” he said.\n\nShe spoke of “dogs,\nno boats.”",
        ["full 0 -: “Yes,” 1,1", "partial open on 0 -: “dogs, 1,0", "partial 0 -: no boats.” 0,1"],
        [],
    ),
    (
        "She read “A House of Ash” and “The 9 Lives”.",
        ["title 0 -: “A House of Ash” 1,1", "title 0 -: “The 9 Lives” 1,1"],
        [],
    ),
    ("‘It was the porters’ idea.\n\nThe wall fell.", ["partial 0 -: ‘It was the porters’ 1,1"], []),
    ("He wrote “yes’’ here.", ["scare 0 -: “yes’’ 1,2"], ["mixed 13-15 ~9-10 13-15>”"]),
]


@pytest.mark.parametrize(("text", "quotations", "faults"), DRAWN, ids=range(len(DRAWN)))
def test_a_small_text_is_read_so(text: str, quotations: list[str], faults: list[str]) -> None:
    document = read_plain("story.txt", LEAD + text)
    found, told = FINDER.find(document)
    assert [_of_quotation(one, document.text) for one in found] == quotations
    assert [_of_fault(one) for one in told] == faults


def test_a_story_may_begin_with_a_mark_that_nothing_closes() -> None:
    _, told = FINDER.find(read_plain("story.txt", "‘mad, she said. ‘Mary Ann’ is a boat."))
    assert [(one.kind, one.span) for one in told] == [("unclosed", Span(0, 1))]


def test_a_story_may_begin_with_a_tag() -> None:
    text = '<a href="x.html">It leaks</a>, he said.'
    found, told = FINDER.find(read_plain("story.txt", text))
    assert ([_of_quotation(one, text) for one in found], told) == (['title 0 -: "x.html" 1,1'], ())


@pytest.mark.parametrize(
    ("text", "quotations", "faults"),
    [
        (
            "The bridge was shut.\n“We go. Ann left.\nThey left.” It was late.\nRain fell.",
            ["full open 0 -: “We go. Ann left. 1,0", "full 0 -: They left.” 0,1"],
            [("unclosed", 21, 49)],
        ),
        (
            "The bridge was shut.\n“We go, said Ann\n“We stay,” she said.",
            ["full open 0 -: “We go, said Ann 1,0", "full 0 -: “We stay,” 1,1"],
            [("unclosed", 21, 37)],
        ),
    ],
)
def test_where_no_blank_line_parts_them_lines_are_paragraphs(
    text: str, quotations: list[str], faults: list[tuple[str, int, int]]
) -> None:
    document = read_plain("story.txt", text)
    found, told = FINDER.find(document)
    assert [_of_quotation(one, text) for one in found] == quotations
    assert [(one.kind, one.span.start, one.related and one.related.start) for one in told] == faults
