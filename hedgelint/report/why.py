"""Reasons, for a person and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hedgelint.desk.why import Reason
from hedgelint.report.text import visible

_WIDEST = 28  # columns of a cell
_MADE_NONE = {"word": "no: ", "quotation": "no: ", "rule": "silent: "}


def as_lines(reasons: Sequence[Reason]) -> Iterator[str]:
    """A line a reason: the place, what it is about, the words, the name of the shape, refusal or rule, and why."""
    rows = [(f"{one.start.line}:{one.start.column}", one.what, f"“{visible(one.words)}”", one.name) for one in reasons]
    widths = [min(_WIDEST, max((len(row[i]) for row in rows), default=0)) for i in range(4)]
    for row, one in zip(rows, reasons, strict=True):
        placed = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {placed}  {_MADE_NONE.get(one.what, '')}{visible(one.because)}"


def why_data(reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    return [
        {
            "what": one.what,
            "start": one.start.offset,
            "end": one.end.offset,
            "line": one.start.line,
            "column": one.start.column,
            "words": one.words,
            "name": one.name,
            "because": one.because,
        }
        for one in reasons
    ]
