"""Rows of words laid side by side: what is found is true, and found in proportion to their length."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hedgelint.sources import align
from hedgelint.sources.standing import standing
from hedgelint.sources.steps import walked

WORDS = st.lists(st.sampled_from("abc"), max_size=40)


class Word(str):
    """A word that counts how often it is held against another."""

    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Word.compared += 1
        return str.__eq__(self, other)


def comparisons(work: Callable[[list[str], list[str]], object], ours: list[str], theirs: list[str]) -> int:
    Word.compared = 0
    work([Word(word) for word in ours], [Word(word) for word in theirs])
    return Word.compared


@given(WORDS.filter(bool), WORDS)
@example(["a", "a"], ["a", "a", "a", "b", "a", "a"])
def test_words_stand_where_a_slice_of_the_text_is_the_same(wanted: list[str], words: list[str]) -> None:
    assert list(standing(wanted, words)) == [i for i in range(len(words)) if words[i : i + len(wanted)] == wanted]


@pytest.mark.parametrize("word", [["a"], ["a", "b"], ["a", "a", "b"]])
def test_words_that_repeat_themselves_are_compared_a_few_times(word: list[str]) -> None:
    def look(wanted: list[str], words: list[str]) -> None:
        assert list(standing(wanted, words))

    assert comparisons(look, word * 500, word * 2_000) <= 4 * 2_500 * len(word)


def longest_common(ours: list[str], theirs: list[str]) -> list[int]:
    """How many words all of ours has in common, in order, with each beginning of theirs."""
    row = [0] * (len(theirs) + 1)
    for word in ours:
        before, row = row, [0]
        for j, other in enumerate(theirs):
            row.append(before[j] + 1 if word == other else max(before[j + 1], row[j]))
    return row


@given(WORDS, WORDS)
def test_what_is_walked_is_equal_and_in_order(ours: list[str], theirs: list[str]) -> None:
    pairs = walked(ours, theirs)
    assert all(ours[i] == theirs[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(WORDS, WORDS)
def test_what_is_walked_leaves_out_no_more_than_it_must(ours: list[str], theirs: list[str]) -> None:
    """By the fewest words left out until one of both ends: told by the table of the longest common row."""
    pairs = walked(ours, theirs)
    common = [longest_common(ours[:i], theirs) for i in range(len(ours) + 1)]
    ends = [(len(ours), j) for j in range(len(theirs) + 1)] + [(i, len(theirs)) for i in range(len(ours) + 1)]
    fewest = min(i + j - 2 * common[i][j] for i, j in ends)
    left_out = min(i + j - 2 * len(pairs) for i, j in ends if all(a < i and b < j for a, b in pairs))
    assert left_out == fewest


def test_a_walk_of_which_all_differs_ends_soon() -> None:
    ours, theirs = [f"a{i}" for i in range(3_000)], [f"b{i}" for i in range(3_000)]
    assert walked(ours, theirs) == []
    assert comparisons(walked, ours, theirs) <= 80 * 6_000


@pytest.mark.parametrize("step", [2, 3, 5])
def test_of_long_rows_that_differ_at_every_step_the_rest_is_found(step: int) -> None:
    theirs = [f"w{i * 7919 % 4001}" for i in range(4_000)]
    ours = [word if i % step else f"{word}x" for i, word in enumerate(theirs)]
    found = {i for i, j in walked(ours, theirs) if i == j}
    assert len(found) >= 0.99 * sum(i % step > 0 for i in range(4_000))


def laid(quote: str, source: str, start: int = 0) -> list[tuple[bool, int, int, int, int]]:
    ours, theirs = quote.split(), source.split()
    steps = align.align(ours, theirs, start, len(theirs))
    return [(step.same, step.i1, step.i2, step.j1, step.j2) for step in steps]


@pytest.mark.parametrize(
    ("quote", "source", "steps"),
    [
        ("b c d", "a b c d e", [(True, 0, 3, 1, 4)]),
        ("b x d", "a b c d e", [(True, 0, 1, 1, 2), (False, 1, 2, 2, 3), (True, 2, 3, 3, 4)]),
        ("b c x d", "a b c d e", [(True, 0, 2, 1, 3), (False, 2, 3, 3, 3), (True, 3, 4, 3, 4)]),
        ("x b c", "a b c d", [(False, 0, 1, 0, 1), (True, 1, 3, 1, 3)]),
        ("b c x", "a b c d e", [(True, 0, 2, 1, 3), (False, 2, 3, 3, 4)]),
        ("b c x y", "a b c", [(True, 0, 2, 1, 3), (False, 2, 4, 3, 3)]),
        ("x y b c", "b c d", [(False, 0, 2, 0, 0), (True, 2, 4, 0, 2)]),
        ("q", "a b", []),
        # One word more is another word; a cut with the right words behind it is a cut.
        ("b d", "a b c c c d e", [(True, 0, 1, 1, 2), (False, 1, 2, 2, 3)]),
        ("a b d e f", "a b c c c d e f", [(True, 0, 2, 0, 2), (False, 2, 2, 2, 5), (True, 2, 5, 5, 8)]),
        ("a b c d e f", "a b u v w x y z c d e f", [(False, 0, 2, 6, 8), (True, 2, 6, 8, 12)]),
        ("to be or not", "to be to be or not to be", [(True, 0, 4, 2, 6)]),
    ],
)
def test_a_quotation_is_laid_along_its_source_at_the_least_cost(
    quote: str, source: str, steps: list[tuple[bool, int, int, int, int]]
) -> None:
    assert laid(quote, source) == steps
    moved = [(same, a, b, c + 3, d + 3) for same, a, b, c, d in steps]
    assert laid(quote, f"b c d {source}", 3) == moved


def test_a_long_quotation_is_laid_by_its_longest_blocks() -> None:
    said = [f"w{i}" for i in range(90)]
    source = f"a {' '.join(said)} z"
    assert laid(" ".join(said), source) == [(True, 0, 90, 1, 91)]
    other = " ".join([*said[:40], "x", *said[41:]])
    assert laid(other, source) == [(True, 0, 40, 1, 41), (False, 40, 41, 41, 42), (True, 41, 90, 42, 91)]
    cut = " ".join([*said[:40], *said[43:], "y"])
    expected = [(True, 0, 40, 1, 41), (False, 40, 40, 41, 44), (True, 40, 87, 44, 91), (False, 87, 88, 91, 92)]
    assert laid(cut, source) == expected


def test_what_would_take_too_long_is_walked() -> None:
    chant = ["the"] * 3_000
    assert align._by_blocks([*chant[:2_000], "x"], chant) == [(i, i) for i in range(2_000)]
    # Words more common than one in a hundred make a text no chant.
    text = [f"w{i % 50}" for i in range(300)]
    assert len(align._by_blocks(text, ["x", *text])) == 300


@given(st.lists(st.sampled_from("abcdefgh"), min_size=81, max_size=120), st.data())
def test_long_words_are_laid_as_the_standard_library_does(quote: list[str], data: st.DataObject) -> None:
    """As long as it does not take too long for that."""
    from difflib import SequenceMatcher

    window = [word for word in quote if data.draw(st.integers(0, 5))]
    blocks = SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks()
    expected = [(a + k, b + k) for a, b, size in blocks for k in range(size)]
    assert align._by_blocks(quote, window) == expected
