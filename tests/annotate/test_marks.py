"""What each mark is before it is paired: opening, closing, an apostrophe, a prime, or pointing the wrong way."""

from __future__ import annotations

import pytest

from hedgelint.annotate.marks import read_marks, tag_values
from hedgelint.rulebook.rulebook import load_rulebook

OMISSIONS = frozenset(term.lstrip("'").lower() for term in load_rulebook().lexicons["apostrophes"].terms())

# The marks that are left once apostrophes and primes are gone: each glyph with its role.
TEXTS = [
    ("“It leaks,” she said.", ["“ open", "” close"]),
    ('"It leaks," she said.', ['" open', '" close']),
    ("``It leaks,'' she said.", ["`` open", "'' close"]),
    ("He called it ‘odd’.", ["‘ open", "’ close"]),
    ("—“It leaks”—she said, (“twice”).", ["“ open", "” close", "“ open", "” close"]),
    # apostrophes
    ("It’s the Hales’ boat; isn't it?", ["’ close"]),
    ("’Tis the season, and 'twas ever so.", []),
    ("the '90s, the ’90s and the class of '08", []),
    ("O’Brien, D'Souza, L’Oréal and King's Cross", []),
    ("rock 'n' roll and fish ’n’ chips", ["' close", "’ close"]),
    ("go and get 'em, or ’em", []),
    ("Mr ’t Hooft of 's-Hertogenbosch", []),
    ("He called it 'long ago' and 'by the wall'.", ["' open", "' close", "' open", "' close"]),
    # primes
    ("6'2\" and 6′ 2″", []),
    ("40° 26' 46\" N", ["' close"]),
    ('a 12" record and a 65" screen', ['" prime', '" prime']),
    ("2' by 4'", ["' close"]),
    ('a 10"x12" frame', ['" prime', '" prime']),
    ('"It leaks ". She left.', ['" open', '" either']),
    # three on end: the inner quotation and the one round it
    ("''She said 'no,''' he wrote.", ["'' open", "' open", "' close", "'' close"]),
    ("“She said ‘no,’” he wrote.", ["“ open", "‘ open", "’ close", "” close"]),
    # two curly single marks for a double one, unless a single one stands open
    ("He called it “odd’’ and left.", ["“ open", "’’ close"]),
    ("‘It was the Hales’’ she said.", ["‘ open", "’ close"]),
    # letters that nobody sees say nothing of what stands before a mark
    ('He said: \u200b"no" and \u200b\u2060"yes"', ['" open', '" close', '" open', '" close']),
    # a title that ends with a figure is no measure; a mark with a blank behind it opens nothing and closes nothing
    ("the film ‘Apollo 13’ by Ida Voss", ["‘ open", "’ close"]),
    ("He saw ‘Oak’. “‘ No more,’ she said.”", ["‘ open", "’ close", "“ open", "’ close", "” close"]),
    # tags of a mark-up are not read
    ('the <a href="x">survey</a> said "no"', ['" open', '" close']),
]


@pytest.mark.parametrize(("text", "marks"), TEXTS, ids=[text[:30] for text, _ in TEXTS])
def test_the_role_of_each_mark(text: str, marks: list[str]) -> None:
    found = read_marks(text, 0, len(text), OMISSIONS)
    assert [f"{text[mark.start : mark.end]} {mark.role}" for mark in found] == marks


@pytest.mark.parametrize("text", ["it was “urgent“ and", "it was ”urgent” and", "”It leaks", "it leaks. “ She"])
def test_a_mark_that_points_the_wrong_way_is_known_by_its_place(text: str) -> None:
    assert any(mark.wrong for mark in read_marks(text, 0, len(text), OMISSIONS))


def test_the_values_of_tags_are_pairs_of_their_own() -> None:
    text = 'the <a href="x" id="y">survey</a>'
    assert [text[opens.start : closes.end] for opens, closes in tag_values(text, 0, len(text))] == ['"x"', '"y"']
