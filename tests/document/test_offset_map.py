import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.document.model import Lines
from hedgelint.document.offset_map import OffsetMap
from hedgelint.document.plain import read_plain
from hedgelint.span import Span

_TEXT = st.text(alphabet="ab “”é\U0001f1ec\r\n\u2028\x0b", max_size=60)


@given(_TEXT)
def test_every_letter_of_the_prose_maps_to_itself_in_the_file(source: str) -> None:
    document = read_plain("story.txt", source)
    for at, letter in enumerate(document.text):
        here = document.map.source(Span(at, at + 1)).of(source)
        assert here == letter or (letter == "\n" and here in ("\r", "\n"))


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
        ((1, 0, 3),),
        ((0, 0, 2), (3, 3, 1)),
        ((0, 5, 2), (2, 1, 2)),
        ((0, 0, 9),),
        ((0, 0, 4), (4, 4, 0)),
    ],
)
def test_a_map_that_does_not_tile_the_prose_is_refused(segments: tuple[tuple[int, int, int], ...]) -> None:
    with pytest.raises(ValueError, match="segment"):
        OffsetMap(segments, 4, 8)


def test_an_empty_text_has_an_empty_map() -> None:
    assert OffsetMap.identity(0).source(Span(0, 0)) == Span(0, 0)
