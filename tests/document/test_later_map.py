"""Ways back that are made when asked: they lead where the same segments lead that are made at once."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.later_map import LaterMap, NestedMap
from hedgelint.document.offset_map import OffsetMap, Segment
from hedgelint.document.prose import Weaver
from hedgelint.span import Span

# (in the text, in the file) of a text within a file, and (in the prose, in the text) of the prose woven of it.
_WRITTEN = st.sampled_from([("a", "a"), ("b c", "b c"), ("“", "\\u201c"), ("&", "\\u0026"), ("≂̸", "&NotEqualTilde;")])
_SAID = st.sampled_from([1, 2, 3, -1, -2, 0])  # as it is; so many code points of the text as one; nothing of the text


def _inner(written: list[tuple[str, str]], at: int) -> tuple[list[tuple[int, int, int, int]], int, int]:
    tiles, size = [], 0
    for words, there in written:
        tiles.append((size, at, len(words), len(there)))
        size, at = size + len(words), at + len(there)
    return tiles, size, at


@settings(deadline=None)
@given(st.data())
def test_a_nested_map_leads_where_its_segments_lead(data: st.DataObject) -> None:
    weaver = Weaver(2000)
    texts = []
    at = data.draw(st.integers(0, 9))
    for written in data.draw(st.lists(st.lists(_WRITTEN, min_size=1, max_size=6), min_size=1, max_size=4)):
        tiles, size, end = _inner(written, at)
        texts.append((tiles, size, end))
        at = end + data.draw(st.integers(0, 5))
    for tiles, size, end in data.draw(st.permutations(texts)):  # the file's order need not be that of reading
        weaver.enter(LaterMap(lambda tiles=tiles: tiles, size, 2000))  # type: ignore[misc]
        here = 0
        weaver.put("x", 0, 0)
        while here < size:
            many = data.draw(_SAID)
            until = min(size, here + abs(many))
            weaver.put("y" * (until - here) if many > 0 else "z", here, until)
            here = until
        weaver.end("body")
        weaver.leave()
        if data.draw(st.booleans()):  # words that stand in the file itself
            weaver.copy("in the file", end)
            weaver.end("body")
    nested = weaver.prose().map
    assert isinstance(nested, NestedMap)
    plain = OffsetMap(nested.segments, nested.size, nested.source_size)
    for start in range(nested.size + 1):
        assert nested.offset(start) == plain.offset(start)
        for end in {start, min(start + 1, nested.size), min(start + 4, nested.size), nested.size}:
            assert nested.source(Span(start, end)) == plain.source(Span(start, end))


def test_segments_are_made_once_and_when_a_place_is_asked_for() -> None:
    asked = []

    def make() -> list[tuple[int, int, int, int]]:
        asked.append(1)
        return [(0, 3, 4, 4)]

    later = LaterMap(make, 4, 9)
    assert (later.size, later.source_size, asked) == (4, 9, [])
    assert later.source(Span(1, 3)) == Span(4, 6)
    assert later.segments == (Segment(0, 3, 4, 4),)
    assert asked == [1]
    assert copy.copy(later).source(Span(1, 3)) == Span(4, 6)
    with pytest.raises(AttributeError, match="nothing"):
        later.nothing  # noqa: B018


def test_segments_that_do_not_tile_the_prose_are_refused_when_made() -> None:
    later = LaterMap(lambda: [(1, 0, 3, 3)], 4, 9)
    with pytest.raises(ValueError, match="segment"):
        later.offset(0)


def test_a_comment_in_a_text_of_its_own_stands_before_the_words_that_follow() -> None:
    weaver = Weaver(100)
    weaver.copy("One.", 0)
    weaver.end("body")
    for begin, words in ((20, ""), (50, "Two.")):
        weaver.enter(OffsetMap(((0, begin, 10, 10),), 10, 100))
        if not words:
            weaver.comment("hedgelint: off", 2, 8)
        weaver.copy(words, 0)
        weaver.end("body")
        weaver.leave()
    (comment,) = weaver.prose().comments
    assert (comment.span, comment.at) == (Span(22, 28), len("One.\n\n"))
