"""SpanSet against a set of integers, which is what it stands for."""

from hypothesis import given
from hypothesis import strategies as st

from hedgelint.span import Span, SpanSet

_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=12
)


def _points(spans: object) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}  # type: ignore[attr-defined]


@given(_SPANS, _SPANS)
def test_union_intersection_and_difference_are_those_of_sets(left: list[Span], right: list[Span]) -> None:
    a, b = SpanSet(left), SpanSet(right)
    assert _points(a | b) == _points(left) | _points(right)
    assert _points(a & b) == _points(left) & _points(right)
    assert _points(a - b) == _points(left) - _points(right)


@given(_SPANS, _SPANS)
def test_results_are_sorted_disjoint_and_apart(left: list[Span], right: list[Span]) -> None:
    for result in (SpanSet(left), SpanSet(left) | SpanSet(right), SpanSet(left) - SpanSet(right)):
        assert all(span.start < span.end for span in result)
        assert all(a.end < b.start for a, b in zip(result.spans, result.spans[1:], strict=False))


@given(_SPANS, st.integers(0, 50), st.integers(0, 8))
def test_covers_and_touches(spans: list[Span], start: int, size: int) -> None:
    points, probe = _points(spans), Span(start, start + size)
    inside = set(range(*probe))
    if size:
        assert SpanSet(spans).covers(probe) == (inside <= points)
    assert SpanSet(spans).touches(probe) == bool(inside & points)
    assert (SpanSet(spans).at(start) is not None) == (start in points)
    assert SpanSet(spans).over(probe) == tuple(one for one in SpanSet(spans) if one.overlaps(probe) and size)


@given(_SPANS, st.integers(0, 60))
def test_the_span_before_a_point(spans: list[Span], offset: int) -> None:
    begun = [span for span in SpanSet(spans) if span.start < offset]
    assert SpanSet(spans).before(offset) == (begun[-1] if begun else None)


def test_equal_sets_are_equal_however_they_were_made() -> None:
    assert SpanSet([Span(5, 7), Span(0, 3), Span(3, 5)]) == SpanSet([Span(0, 7)])
    assert hash(SpanSet([Span(0, 1)])) == hash(SpanSet([Span(0, 1), Span(1, 1)]))
    assert repr(SpanSet([Span(0, 1)])) == "SpanSet([(0, 1)])"


def test_a_span_reads_its_text() -> None:
    assert Span(3, 6).of("abcdefgh") == "def"
    assert Span(0, 4).contains(Span(2, 4))
    assert not Span(0, 4).contains(Span(2, 5))
    assert Span(0, 3).overlaps(Span(2, 9))
    assert not Span(0, 3).overlaps(Span(3, 9))


@given(_SPANS, _SPANS)
def test_sets_are_equal_where_they_hold_the_same(left: list[Span], right: list[Span]) -> None:
    same = _points(left) == _points(right)
    assert (SpanSet(left) == SpanSet(right)) == same
    assert not same or hash(SpanSet(left)) == hash(SpanSet(right))
    assert SpanSet(left) != tuple(left)
    assert SpanSet(left) != SpanSet([*left, Span(60, 61)])
