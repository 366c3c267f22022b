"""The parts of a plain story, by evidence; body when in doubt."""

from __future__ import annotations

import pytest

from hedgelint.document.readers.plain import read_plain

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
