"""Many small values of one class in the room that their numbers take: a column for each field.

A story of twenty megabytes has a quarter of a million sentences, attributions and quotations. An attribution is seven
hundred bytes as objects, since each of its places is a tuple of two numbers that are objects too, and fifty as columns.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import Any, Generic, Protocol, TypeVar, overload

from hedgelint.span import Span

Value = TypeVar("Value")


class _Column(Protocol):
    """What a field of all values is kept in."""

    def append(self, value: Any, /) -> None: ...
    def __getitem__(self, at: int, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...


class _Spans:
    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts, self._ends = array("i"), array("i")

    def append(self, span: Span, /) -> None:
        self._starts.append(span.start)
        self._ends.append(span.end)

    def __getitem__(self, at: int, /) -> Span:
        return Span(self._starts[at], self._ends[at])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._starts, self._ends)


class _Pieces:
    """Some spans for each value: those of all in a row, and where each value's end in it."""

    __slots__ = ("_bounds", "_ends", "_starts")

    def __init__(self) -> None:
        self._starts, self._ends, self._bounds = array("i"), array("i"), array("i", (0,))

    def append(self, spans: tuple[Span, ...], /) -> None:
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)
        self._bounds.append(len(self._starts))

    def __getitem__(self, at: int, /) -> tuple[Span, ...]:
        return self._of(self._bounds[at], self._bounds[at + 1])

    def __iter__(self) -> Iterator[tuple[Span, ...]]:
        for first, last in pairwise(self._bounds):
            yield self._of(first, last)

    def _of(self, first: int, last: int) -> tuple[Span, ...]:
        return tuple(map(Span, self._starts[first:last], self._ends[first:last]))


def _column(annotation: str) -> _Column:
    if annotation == "Span":
        return _Spans()
    return _Pieces() if annotation == "tuple[Span, ...]" else []  # words, numbers, yes or no: as they are


class Columns(Sequence[Value], Generic[Value]):
    """The values of a value class in their order, each made when it is asked for; equal to any sequence of the same."""

    __slots__ = ("_columns", "_kind", "_size")

    def __init__(self, kind: type[Value], values: Iterable[Value] = ()) -> None:
        self._kind = kind
        self._columns = tuple(map(_column, kind.__annotations__.values()))
        self._size = 0
        names = tuple(kind.__annotations__)
        for value in values:
            self.add(*(getattr(value, name) for name in names))

    def add(self, *fields: Any) -> None:
        """One more value, by its fields in their order; it need not be made."""
        for column, field in zip(self._columns, fields, strict=True):
            column.append(field)
        self._size += 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Value]:
        return map(self._kind, *self._columns)

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        numbers = range(self._size)[at]
        return self._at(numbers) if isinstance(numbers, int) else tuple(map(self._at, numbers))

    def _at(self, number: int) -> Value:
        return self._kind(*(column[number] for column in self._columns))
