"""An exponent, the mark of a note, or letters of the word itself."""

from __future__ import annotations

import pytest

from hedgelint.document.raised import raised
from hedgelint.document.readers import File
from hedgelint.document.readers.html import read
from hedgelint.span import Span


@pytest.mark.parametrize(
    ("before", "words", "said"),
    [
        ("10", "6", "⁶"),
        ("about 3 × 10", "−3", "⁻³"),
        ("40 km", "2", "²"),
        ("40km", "2", "²"),
        ("9.8 m/s", "2", "²"),
        ("10", "n", "ⁿ"),
        ("in 2019", "2", ""),
        ("who is 41", "3", ""),
        ("the ferry", "1", ""),
        ("on Monday.", "12", ""),
        ("on Monday.”", "[3]", ""),
        ("the ferry", "a", ""),
        ("the firm", "2", ""),
        ("the system", "2", ""),
        ("£4.5m", "2", ""),
        ("in 2,019", "4", ""),
        ("1", "st", None),
        ("Holm", "TM", None),
        ("", "see below", None),
    ],
)
def test_what_raised_letters_say(before: str, words: str, said: str | None) -> None:
    assert raised(before, words) == said


def test_an_exponent_is_where_it_stands_in_the_file() -> None:
    (document,) = read(File("page.html", text="<p>Of 40 km<sup>2</sup>, half.</p>"))
    at = document.text.index("²")
    assert document.map.source(Span(at, at + 1)).of(document.source) == "2"
