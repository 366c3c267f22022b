"""An answer about an archive as a table, for a page, for a spreadsheet and for a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from hedgelint.report.text import visible
from hedgelint.values import dataclass

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = 48  # letters of a cell on a terminal
_ROWS = 15


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: text, count (a whole number), rate (so many a story), share (0 to 1)."""

    name: str
    title: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """`chart` is the name of the column that a chart of the rows shows, if any."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    chart: str = ""


def shown(value: Any, kind: str) -> str:
    """As people read it."""
    if value is None or isinstance(value, str):
        return value or ""
    if kind == "share":
        return f"{value:.1%}"
    return f"{value:.2f}" if kind == "rate" else f"{int(value):,}"


def as_csv(table: Table) -> str:
    """Words that a spreadsheet would take for a formula have an apostrophe before them; shares are of 1."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return round(value, 6) if isinstance(value, float) else value


def as_lines(table: Table) -> Iterator[str]:
    """The first rows, for a terminal."""
    cells = [[column.title for column in table.columns]]
    cells += [
        [_cut(visible(shown(value, column.kind))) for value, column in zip(row, table.columns, strict=True)]
        for row in table.rows[:_ROWS]
    ]
    widths = [max(len(row[i]) for row in cells) for i in range(len(table.columns))]
    yield table.title
    for row in cells:
        aligned = (
            cell.ljust(width) if column.kind == "text" else cell.rjust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        yield f"  {'  '.join(aligned)}".rstrip()
    if len(table.rows) > _ROWS:
        yield f"  … {len(table.rows) - _ROWS:,} more rows: --csv or --html has them"


def _cut(words: str) -> str:
    return words if len(words) <= _WIDE else f"{words[: _WIDE - 1]}…"
