import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.model import Lines
from hedgelint.document.offset_map import OffsetMap
from hedgelint.document.readers.plain import read_plain
from hedgelint.span import Span

_TEXT = st.text(alphabet="ab “”é\U0001f1ec\r\n\u2028\x0b", max_size=60)


@settings(deadline=None)
@given(_TEXT)
def test_every_letter_of_the_prose_maps_to_itself_in_the_file(source: str) -> None:
    document = read_plain("story.txt", source)
    for at, letter in enumerate(document.text):
        here = document.map.source(Span(at, at + 1)).of(source)
        assert here == letter or (letter == "\n" and here in ("\r", "\n", "\r\n"))


@settings(deadline=None)
@given(_TEXT)
def test_places_count_lines_as_an_editor_does(source: str) -> None:
    lines = Lines(source)
    plain = source.replace("\r\n", "\n\n").replace("\r", "\n")
    crlf_before = 0
    for at in range(len(source)):
        place = lines.place(at)
        crlf_before = source.count("\r\n", 0, at)
        ends = plain.count("\n", 0, at) - crlf_before - (source[at - 1 : at + 1] == "\r\n")
        assert place.line == ends + 1
        assert place.offset == at
        assert lines.start(place.line) + place.column - 1 == at


@pytest.mark.parametrize(
    "segments",
    [
        ((1, 0, 3, 3),),
        ((0, 0, 2, 2), (3, 3, 1, 1)),
        ((0, 5, 4, 4),),
        ((0, 0, 9, 9),),
        ((0, 0, 4, 4), (4, 4, 0, 1)),
        ((0, 0, 4, -1),),
    ],
)
def test_a_map_that_does_not_tile_the_prose_is_refused(segments: tuple[tuple[int, int, int, int], ...]) -> None:
    with pytest.raises(ValueError, match="segment"):
        OffsetMap(segments, 4, 8)


def test_an_empty_text_has_an_empty_map() -> None:
    assert OffsetMap.identity(0).source(Span(0, 0)) == Span(0, 0)


# A text as a row of pieces (prose, source): the same, something else, or nothing in the source.
_PIECE = st.one_of(
    st.text(alphabet="ab “é", min_size=1, max_size=4).map(lambda words: (words, words)),
    st.sampled_from(
        [("&", "&amp;"), ("≂̸", "&NotEqualTilde;"), ("“", "\\u201c"), ("\n", "\r\n"), (" ", ""), ("ab", "")]
    ),
)


def _woven(pieces: list[tuple[str, str]]) -> tuple[str, str, OffsetMap]:
    segments, prose, source = [], "", ""
    for words, there in pieces:
        segments.append((len(prose), len(source), len(words), len(there)))
        prose, source = prose + words, source + there
    return prose, source, OffsetMap(segments, len(prose), len(source))


@settings(deadline=None)
@given(st.lists(_PIECE, max_size=12), st.data())
def test_a_span_comes_from_whole_references_and_nothing_else(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    prose, _, offsets = _woven(pieces)
    start = data.draw(st.integers(0, len(prose)))
    end = data.draw(st.integers(start, len(prose)))
    # The oracle: each code point of the prose with the stretch of the source it stands for.
    stretches = []
    at = 0
    for words, there in pieces:
        step = len(words) == len(there)
        stretches += [(at + i, at + i + 1) if step else (at, at + len(there)) for i in range(len(words))]
        at += len(there)
    here = offsets.source(Span(start, end))
    if start < end:
        assert here == Span(min(s for s, _ in stretches[start:end]), max(e for _, e in stretches[start:end]))
    else:
        assert here.start == here.end


@settings(deadline=None)
@given(st.lists(_PIECE, max_size=12), st.data())
def test_two_maps_in_a_row_lead_where_each_leads(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    prose, between, inner = _woven(pieces)
    escaped = [(c, data.draw(st.sampled_from([c, f"\\u{ord(c):04x}"]))) for c in between]
    text, source, outer = _woven(escaped)
    assert text == between
    both = outer.then(inner)
    assert (both.size, both.source_size) == (len(prose), len(source))
    for start in range(len(prose)):
        for end in range(start + 1, len(prose) + 1):
            span = Span(start, end)
            inside = inner.source(span)
            if inside.start < inside.end:
                assert both.source(span) == outer.source(inside)
            place = both.editable(span)
            if place is not None:
                assert inner.editable(span) == inside
                assert place == both.source(span)


def test_a_caption_behind_the_body_may_be_read_before_it() -> None:
    offsets = OffsetMap(((0, 10, 4, 4), (4, 10, 2, 0), (6, 0, 5, 5)), 11, 14)
    assert offsets.source(Span(0, 4)) == Span(10, 14)
    assert offsets.source(Span(7, 9)) == Span(1, 3)
    assert offsets.source(Span(2, 8)) == Span(0, 14)


def test_where_an_edit_may_write() -> None:
    # a & b, then a word that is not in the file, then c
    offsets = OffsetMap(((0, 0, 1, 1), (1, 1, 1, 5), (2, 6, 1, 1), (3, 7, 2, 0), (5, 9, 1, 1)), 6, 10)
    assert offsets.editable(Span(0, 3)) == Span(0, 7)
    assert offsets.editable(Span(1, 2)) == Span(1, 6)
    assert offsets.editable(Span(2, 4)) is None
    assert offsets.editable(Span(3, 3)) == Span(7, 7)  # behind b
    assert offsets.editable(Span(5, 5)) == Span(9, 9)  # before c: what stands before it is not in the file
    assert offsets.editable(Span(4, 4)) is None


def test_words_are_put_in_behind_a_reference_but_not_within_one() -> None:
    assert OffsetMap(((0, 0, 1, 5),), 1, 5).editable(Span(1, 1)) == Span(5, 5)  # &amp;
    assert OffsetMap(((0, 0, 1, 5),), 1, 5).editable(Span(0, 0)) == Span(0, 0)
    assert OffsetMap(((0, 0, 2, 3),), 2, 3).editable(Span(1, 1)) is None  # two letters that are one reference
    assert OffsetMap(((0, 0, 2, 3),), 2, 3).editable(Span(2, 2)) is None
    gap = OffsetMap(((0, 0, 2, 2), (2, 2, 2, 0), (4, 2, 2, 2)), 6, 4)
    assert [gap.editable(Span(at, at)) for at in (2, 3, 4)] == [Span(2, 2), None, Span(2, 2)]


def test_words_are_mended_where_they_stand_without_a_gap_and_whole() -> None:
    gap = OffsetMap(((0, 0, 2, 2), (2, 2, 2, 0), (4, 2, 2, 2)), 6, 4)
    assert gap.editable(Span(1, 5)) is None  # its parting is not in the file
    first = OffsetMap(((0, 0, 2, 3), (2, 3, 2, 2)), 4, 5)
    assert [first.editable(Span(0, 4)), first.editable(Span(1, 4))] == [Span(0, 5), None]
    last = OffsetMap(((0, 0, 2, 2), (2, 2, 2, 3)), 4, 5)
    assert [last.editable(Span(0, 4)), last.editable(Span(0, 3))] == [Span(0, 5), None]
    tag = OffsetMap(((0, 0, 2, 2), (2, 5, 2, 2)), 4, 7)
    assert [tag.editable(Span(0, 2)), tag.editable(Span(1, 3))] == [Span(0, 2), None]


def test_a_place_between_two_letters_is_before_the_second_or_behind_the_first() -> None:
    tag = OffsetMap(((0, 0, 2, 2), (2, 5, 2, 2)), 4, 7)
    assert tag.source(Span(2, 2)) == Span(5, 5)
    between = OffsetMap(((0, 0, 2, 2), (2, 4, 2, 0), (4, 5, 2, 2)), 6, 7)
    assert [between.source(Span(at, at)).start for at in (2, 4, 6)] == [2, 5, 7]


def test_the_way_there_is_the_way_back_the_other_way_round() -> None:
    there = OffsetMap(((0, 3, 2, 2), (2, 5, 1, 5), (3, 12, 2, 2), (5, 14, 1, 0)), 6, 16)
    expected = [None, None, None, 0, 1, 2, 2, 2, 2, 2, None, None, 3, 4, None, None]
    assert [there.prose(at) for at in range(16)] == expected
