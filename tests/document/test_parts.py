"""The parts of a plain story, by evidence; body when in doubt."""

from __future__ import annotations

import pytest

from hedgelint.document.parts import find_parts
from hedgelint.document.readers.plain import read_plain
from hedgelint.span import Span

STORY = """Bridge at Carrow to close for a year

Council says piers are unsafe after survey finds cracks

By Jo Hale

CARROW —

The bridge at Carrow will close on Monday, the council said.

Latest from the council on the bridge

— Carrow Council (@carrowcouncil) May 12, 2031

Read more: https://example.org/bridge

#bridge pic.example.org/abc

Why now?

The survey was made in the spring. It found cracks in nine piers.

Photo: The bridge in 1931, the year it opened.

- Trains stop at Norbury.
- Buses go by the mill.

hedgelint: ignore vague-source -- embargo

Experts say it is time.
"""


def test_every_part_of_a_story() -> None:
    document = read_plain("story.txt", STORY)
    assert [(part.kind, part.span.of(document.text)[:14]) for part in document.parts] == [
        ("headline", "Bridge at Carr"),
        ("standfirst", "Council says p"),
        ("byline", "By Jo Hale"),
        ("dateline", "CARROW —"),
        ("body", "The bridge at "),
        ("embed", "Latest from th"),
        ("embed", "— Carrow Counc"),
        ("embed", "Read more: htt"),
        ("embed", "#bridge pic.ex"),
        ("subhead", "Why now?"),
        ("body", "The survey was"),
        ("caption", "Photo: The bri"),
        ("list", "- Trains stop "),
        ("list", "- Buses go by "),
        ("comment", "hedgelint: ign"),
        ("body", "Experts say it"),
    ]


BODY = [
    "The bridge at Carrow will close on Monday, the council said.",
    "“It leaks,” Jo Hale said.",
    "It leaked. It fell.",
]


@pytest.mark.parametrize("text", BODY)
def test_a_sentence_is_body(text: str) -> None:
    assert [part.kind for part in read_plain("story.txt", f"{text}\n\n{text}").parts] == ["body", "body"]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = """The bridge at Carrow will close on Monday for a year, the council
said after a survey of its piers had found that nine of them were no
longer safe to carry the trains that cross it every day of the week.

It will open again in the spring of next year, if the weather allows
the divers to work through the winter, and if the money can be found
by the county, the company and the three towns that it serves today."""
    assert len(read_plain("story.txt", text).parts) == 2


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(ends: str) -> None:
    plain = read_plain("story.txt", STORY)
    other = read_plain("story.txt", STORY.replace("\n", ends))
    assert other.text == plain.text
    assert other.parts == plain.parts


BODY_TEXT = "The mayor of Hale said on Monday that the ferry was stolen by night, and that nobody had seen it go."
LAYOUTS = [
    ("Ferry stolen in Hale\n\nThursday, May 7, 2015\n\n{}", ["headline", "dateline"]),
    ("Ferry stolen in Hale\n\n7 May 2015, 10:30 GMT\n\n{}", ["headline", "dateline"]),
    ("Ferry stolen in Hale\n\nSource: Tarn Wire| 2015-05-07 18:16:43|Editor: R Bell\n\n{}", ["headline", "dateline"]),
    ("Ferry stolen in Hale – live\n\n11.08am BST\n\n11:08\n\n{}", ["headline", "dateline", "dateline"]),
    ("Mayor of Hale says the ferry was stolen.\n\n{}", ["headline"]),
    ("Ferry stolen in Hale\n\nDana Whitlock\n\nTransport correspondent\n\n{}", ["headline", "byline", "byline"]),
    ("Ferry stolen in Hale\n\nNobody saw it go, says mayor\n\n{}", ["headline", "standfirst"]),
    ("Ferry stolen in Hale\n\nThe old pier in 1931\n\n{}", ["headline", "standfirst"]),
    ("Ferry stolen in Hale\n\nMay 7, 2015\n\nThe old pier in spring\n\n{}", ["headline", "dateline", "caption"]),
    ("Ferry stolen from Hale, U.S.\n\n{}", ["headline"]),
    ("FERRY STOLEN IN HALE\n\n{}", ["headline"]),
    ("Stolen\n\n{}", ["headline"]),
    ("HALE, Monday –\n\n{}", ["dateline"]),
    ("The ferry was stolen in Hale.\n\n{}", ["body"]),
    ("HALE (TW) — Ferry and mayor go by night.\n\n{}", ["body"]),
    ("Rain is forecast for the whole week.\n\n{}", ["body"]),
]


@pytest.mark.parametrize(("text", "kinds"), LAYOUTS, ids=[text[:30] for text, _ in LAYOUTS])
def test_how_stories_open(text: str, kinds: list[str]) -> None:
    parts = read_plain("story.txt", text.format(BODY_TEXT) + "\n\nIt was found in May.").parts
    assert [part.kind for part in parts] == [*kinds, "body", "body"]


def test_copy_folded_without_a_blank_line_is_one_paragraph() -> None:
    text = """The bridge was shut on Monday. The
mayor, Joan Hale, said: “We do not
know why it fell. It will stay shut
for a month.”"""
    assert len(read_plain("story.txt", text).parts) == 1


def test_lines_that_had_room_for_the_next_word_are_paragraphs() -> None:
    text = "The bridge was shut on Monday and\nthe\nmayor, Joan Hale, was not there and\nit will stay shut"
    assert len(read_plain("story.txt", text).parts) == 4


def test_note_marks_are_no_prose_and_what_follows_keeps_its_place() -> None:
    source = "Late\r\n\r\n“We are late.”[1] She left.¹\r\n\r\n“It is [a] pity,”[2][^3] she said of room[4] 12[5]."
    document = read_plain("story.txt", source)
    assert document.text == "Late\n\n“We are late.” She left.\n\n“It is [a] pity,” she said of room 12."
    at = document.text.index("She left")
    found = document.map.source(Span(at, at + 8))
    assert source[found.start : found.end] == "She left"


def test_a_raised_figure_of_a_measure_stays() -> None:
    text = "It has 12 m² and costs x[0] to list[i]."
    assert read_plain("story.txt", text).text == text.replace("[0]", "")


POST = "— Carrow Council (@carrow) May 12, 2031"
FIRST = "The bridge is shut."
LAST = "Rain fell on the pier and on"  # no sentence, so that what stands above it is no heading
LINES: list[tuple[str, str]] = [
    ("The bridge is shut.", "body"),
    ("hedgelint: ignore all", "comment"),
    ("HEDGELINT: ignore all", "comment"),
    ("Here is hedgelint: a linter.", "body"),
    ("(EDS: UPDATES with quotes)", "note"),
    ("[EDITORS: UPDATES with quotes]", "note"),
    ("(EDS: UPDATES with quotes) from the pier.", "body"),
    ("(NOTES, for nobody at all)", "body"),
    (POST, "embed"),
    ("– Carrow Council (@carrow)", "embed"),
    ("Carrow Council (@carrow) May 12, 2031", "body"),
    ("https://example.org/bridge", "embed"),
    ("pic.twitter.com/abc", "embed"),
    ("See https://example.org/bridge", "body"),
    ("- Trains stop at Norbury.", "list"),
    ("3. Trains stop at Norbury.", "list"),
    ("3 trains stop at Norbury.", "body"),
    ("By Jo Hale", "byline"),
    ("Words by Jo Hale", "byline"),
    ("By jetty and by pier", "body"),
    ("By Jo Hale, who was there.", "body"),
    # A byline and a line of date or place have no more than twelve words.
    ("By Jo Hale and Ida Voss and Rosa Bell and Ann Orne in Carrow", "body"),
    ("By Jo Hale and Ida Voss and Rosa Bell and Ann Orne", "byline"),
    ("May 12, 2031", "dateline"),
    ("Updated: 9.30 by the desk", "dateline"),
    ("Updated: the council meets at 7 and the mayor has said that she will go there", "body"),
    ("https://example.org/pier (Photo: The pier)", "caption"),
    ("Photo: The pier in 1931", "caption"),
    ("Photo | The pier in 1931", "caption"),
    ("FILE PHOTO of the pier", "caption"),
    ("The pier in 1931 (Picture: Jo Hale)", "caption"),
    ("The pier in 1931. Picture: Jo Hale", "caption"),
    ("The pier in 1931 (Jo Hale)", "body"),
    ("For the pier it is late.", "body"),
    ("Pull quote: We go by night", "pullquote"),
    ("pulled quote: We go by night", "pullquote"),
    ("The pull quote: We go by night", "body"),
    ("People go by night.", "body"),
    (f"Photo: {'a pier ' * 41}and so", "caption"),
    (f"Photo: {'a pier ' * 41}and one", "body"),  # of more than 300 letters
]


@pytest.mark.parametrize(("line", "kind"), LINES, ids=[line[:30] for line, _ in LINES])
def test_what_the_form_of_a_line_says(line: str, kind: str) -> None:
    text = f"{FIRST}\n\n{FIRST}\n\n  {line}\t\n\n{LAST}"
    assert [(part.kind, part.span.of(text)) for part in find_parts(text)][1:3] == [("body", FIRST), (kind, line)]


FAR = "The council said that the bridge at Carrow would be shut for"  # as far as the margin, and goes on
LONG = "The council said that the bridge at Carrow was shut on Monday."
STOP = "It was shut on Monday in the rain."
SHORT = "It is late"
TALES: list[tuple[list[str], str]] = [
    # Lines that end at the margin are those of a paragraph if there are three, and more than three in five.
    ([STOP, *[f"{FAR}\n{STOP}"] * 2], "body body body body body"),
    ([f"{FAR}\n{STOP}"] * 3, "body body body"),
    ([STOP, f"{FAR}\n{STOP}\n{FAR}\n{STOP}\n{FAR}\n{STOP}"], "body " * 7),
    ([f"{FAR}\n{STOP}\n{FAR}\n{FAR}\n{STOP}\n{FAR}\n{STOP}", STOP], "body body"),
    ([STOP, f"{FAR}\n{SHORT}\n{FAR}\n{SHORT}\n{FAR}\n{STOP}"], "body " * 7),
    ([f"{FAR}\n{STOP}"] * 3 + ["- One is.\n- Two are.\n- Three are."], "body body body list list list"),
    ([f"{FAR}\n{STOP}"] * 3 + [f"{STOP}\n- One is.\n- Two are."], "body body body body list list"),
    ([f"{FAR}\n{STOP}"] * 3 + [f"hedgelint: ignore all\n{STOP}"], "body body body comment body"),
    ([f"{FAR}\n{STOP}"] * 3 + [f"{POST}\n{POST}\n{POST}\n{STOP}"], "body body body embed embed embed body"),
    ([STOP, *[f"{LONG}\n{LONG}"] * 3], "body " * 7),
    # What stands round a post: the lines with links or tags, and the heading above them; no sentence.
    ([STOP, "Latest from the council", POST, STOP], "body embed embed body"),
    ([STOP, STOP, POST, STOP], "body body embed body"),
    (
        [STOP, "Latest from the council", "One #bridge", "Two #bridge", "Three #bridge", POST, STOP],
        "body embed embed embed embed embed body",
    ),
    (
        [STOP, POST, "One #bridge", "- pic.example.org/x", "Three https://example.org", STOP, "#bridge is"],
        "body embed embed embed embed body body",
    ),
    ([STOP, STOP, "Photo: #bridge", POST, "Photo: #bridge", STOP], "body body caption embed caption body"),
    ([STOP, POST], "body embed"),
    ([STOP, POST, "One #bridge"], "body embed embed"),
    ([POST, STOP, STOP, "See https://example.org/bridge"], "embed body body body"),
    (["One #bridge", POST, STOP, STOP, "See https://example.org/bridge"], "embed embed body body body"),
    (["See #bridge today.", POST, STOP, STOP], "embed embed body body"),
    ([POST, STOP, STOP, "It is late"], "embed body body body"),
    # A heading has two to eight words, no stop, and sentences round it.
    ([STOP, STOP, "Why now?", STOP], "body body subhead body"),
    ([STOP, STOP, "Why the bridge is shut and stays so", STOP], "body body subhead body"),
    ([STOP, STOP, "Why the bridge is shut and it stays so", STOP], "body body body body"),
    ([STOP, STOP, "It is shut.", STOP], "body body body body"),
    ([STOP, STOP, "“Why now?", STOP], "body body body body"),
    ([STOP, SHORT, "Why now?", STOP], "body body body body"),
    ([STOP, STOP, "Why now?", SHORT], "body body body body"),
    ([STOP, STOP, "Why now?"], "body body body"),
    ([STOP, STOP, "Why now?", "- One", STOP], "body body subhead list body"),
]


@pytest.mark.parametrize(("paragraphs", "kinds"), TALES, ids=range(len(TALES)))
def test_what_stands_round_a_line_says_the_rest(paragraphs: list[str], kinds: str) -> None:
    text = "\n\n".join(paragraphs)
    parts = find_parts(text)
    assert " ".join(part.kind for part in parts) == kinds.strip()
    # Nothing is left out, and nothing stands in two parts.
    assert " ".join(part.span.of(text) for part in parts).split() == text.split()
    assert all(part.span.of(text) == part.span.of(text).strip() for part in parts)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("It is shut. (EDS: UPDATES with age)", [("body", "It is shut."), ("note", "(EDS: UPDATES with age)")]),
        ("It is shut. [EDS: UPDATES with age]", [("body", "It is shut."), ("note", "[EDS: UPDATES with age]")]),
        ("It is (EDS: of 1931) shut.", [("body", "It is (EDS: of 1931) shut.")]),
        ("It is (EDS: of 1931) shut (or so)", [("body", "It is (EDS: of 1931) shut (or so)")]),
        ("It is shut (or so)", [("body", "It is shut (or so)")]),
        ("It is shut, or so)", [("body", "It is shut, or so)")]),
    ],
)
def test_a_note_to_the_desk_at_the_end_of_a_line(line: str, parts: list[tuple[str, str]]) -> None:
    text = f"{FIRST}\n\n{FIRST}\n\n{line}\n\n{LAST}"
    assert [(part.kind, part.span.of(text)) for part in find_parts(text)][2:-1] == parts


FOLDED = [
    "The bridge was shut on Monday, and the",
    "mayor of Carrow said that it would be",
    "open by the end of May, if the rain is",
    "over by then and the money is there.",
]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (FOLDED, 1),
        (FOLDED[:2] + FOLDED[3:], 3),
        ([*FOLDED[:2], "- and", *FOLDED[2:]], 5),
        ([*FOLDED[:2], POST, *FOLDED[2:]], 5),
        ([FOLDED[0], "mayor", *FOLDED[2:]], 4),
        # Six letters were free behind “be”, and “drier” would have stood there; five, and it would not.
        ([FOLDED[0], "mayor of Carrow said it would be", "drier by then and not so wet, if it is", FOLDED[3]], 4),
        ([FOLDED[0], "mayor of Carrow says, it would be", "drier by then and not so wet, if it is", FOLDED[3]], 1),
        ([line.capitalize() for line in FOLDED], 4),
        ([FOLDED[0], FOLDED[1].capitalize(), FOLDED[2].capitalize(), FOLDED[3]], 4),
        ([FOLDED[0], FOLDED[1].capitalize(), FOLDED[2], FOLDED[3]], 1),
        ([FOLDED[0] + ".", FOLDED[1] + ".", FOLDED[2], FOLDED[3]], 4),
        ([FOLDED[0] + ".", FOLDED[1], FOLDED[2], FOLDED[3]], 1),
        ([FOLDED[0] + ".", FOLDED[1], FOLDED[2] + ".", FOLDED[1], FOLDED[2], FOLDED[3]], 1),
        ([FOLDED[0] + ".", FOLDED[1], FOLDED[2] + ".", FOLDED[1], FOLDED[3]], 5),
    ],
)
def test_lines_without_a_blank_one_are_one_paragraph_where_the_next_word_had_no_room(
    lines: list[str], count: int
) -> None:
    assert len(find_parts("\n".join(lines))) == count
