"""The words of a quotation laid along a source: held against what the cheapest way costs, reckoned another way."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.sources import align as aligning
from hedgelint.sources.align import Step, align

FEW = st.lists(st.sampled_from("abcd"), min_size=1, max_size=7)
OTHER, CUT, MORE = 1.02, 1.0, 0.25


def least(quote: list[str], window: list[str]) -> float:
    """What the cheapest alignment costs: both ends of the window are free, and so is a word less before its first."""

    @cache
    def rest(i: int, j: int, cutting: bool) -> float:
        if i == len(quote):
            return 0.0
        ways = [(1.0 if j == 0 else OTHER) + rest(i + 1, j, False)]
        if j < len(window):
            ways.append((0.0 if quote[i] == window[j] else OTHER) + rest(i + 1, j + 1, False))
            free = i == 0
            ways.append((0.0 if free else MORE if cutting else CUT) + rest(i, j + 1, not free))
        return min(ways)

    return rest(0, 0, False)


def cost(steps: list[Step], quote: list[str]) -> float:
    if not steps:
        return float(len(quote))
    whole = 0.0
    for number, step in enumerate(steps):
        ours, theirs = step.i2 - step.i1, step.j2 - step.j1
        if step.same:
            continue
        if number == 0:
            at_all = min(ours, theirs)
            whole += OTHER * at_all + (ours - at_all)
        else:
            whole += OTHER * ours
            whole += CUT + MORE * (theirs - ours - 1) if theirs > ours and number < len(steps) - 1 else 0.0
    return whole


def well_formed(steps: list[Step], quote: list[str], source: list[str], start: int, end: int) -> None:
    """All words of the quotation, one stretch of the source; at the ends as much of it as there are words over."""
    assert (steps[0].i1, steps[-1].i2) == (0, len(quote))
    for one, next_ in pairwise(steps):
        assert (one.i2, one.j2) == (next_.i1, next_.j1)
        assert not (one.same and next_.same)
    for step in steps:
        assert start <= step.j1 <= step.j2 <= end
        assert not step.same or quote[step.i1 : step.i2] == source[step.j1 : step.j2]
    first, last = steps[0], steps[-1]
    assert first.same or first.j2 - first.j1 == min(first.i2, first.j2 - start)
    assert last.same or last.j2 - last.j1 == min(last.i2 - last.i1, end - last.j1)


@given(FEW, FEW, st.lists(st.just("a"), max_size=2), st.lists(st.just("b"), max_size=2))
@settings(max_examples=150, deadline=None)
def test_nothing_costs_less(quote: list[str], window: list[str], before: list[str], behind: list[str]) -> None:
    source, start, end = before + window + behind, len(before), len(before) + len(window)
    steps = align(quote, source, start, end)
    assert cost(steps, quote) == pytest.approx(least(quote, window))
    if steps:
        well_formed(steps, quote, source, start, end)


@pytest.mark.parametrize(("size", "found"), [(80, False), (81, True)])
def test_a_word_far_behind_the_others_is_found_in_a_long_quotation_only(size: int, found: bool) -> None:
    """Up to eighty words another word is cheaper than a cut of three before the last one."""
    words = [f"w{k}" for k in range(size - 1)]
    steps = align([*words, "end"], [*words, "u", "v", "x", "end"], 0, size + 3)
    assert steps[-1] == Step(found, size - 1, size, size + 2 if found else size - 1, size + 3 if found else size)


def blocks(quote: list[str], window: list[str]) -> list[tuple[int, int]]:
    """The pairs of the longest equal blocks, by the standard library."""
    found = SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks()
    return [(i + k, j + k) for i, j, size in found for k in range(size)]


@given(
    st.lists(st.sampled_from("abcdefgh"), max_size=24),
    st.lists(st.sampled_from("abcdefgh"), max_size=24),
)
@settings(max_examples=150, deadline=None)
def test_a_long_quotation_is_laid_along_by_its_longest_equal_blocks(quote: list[str], window: list[str]) -> None:
    assert aligning._by_blocks(quote, window) == blocks(quote, window)


def test_words_that_come_often_are_blocks_too() -> None:
    words = ["so", "it", "is"] * 80
    assert aligning._by_blocks(words, words) == [(k, k) for k in range(240)]


def test_a_chant_is_walked_step_by_step() -> None:
    """Where the longest blocks would need the square of the time; most of what is the same is told."""
    quote, window = ["no"] * 300 + ["more"] + ["no"] * 300, ["no"] * 500 + ["more"] + ["no"] * 90
    pairs = aligning._by_blocks(quote, window)
    assert pairs == sorted(pairs)
    assert all(quote[i] == window[j] for i, j in pairs)
    assert len(pairs) >= 390
