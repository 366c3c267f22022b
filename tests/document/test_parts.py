"""The parts of a plain story, by evidence; body when in doubt."""

from __future__ import annotations

import pytest

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
