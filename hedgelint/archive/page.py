"""All answers about an archive on one page, which needs nothing from elsewhere and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from hedgelint.archive.tables import Column, Table, shown
from hedgelint.report.text import visible

_WIDTH, _HEIGHT, _LEFT, _BELOW = 880, 200, 56, 34  # of a chart, in its own units
_ROWS = 400  # of a table


def page(name: str, tables: Sequence[Table]) -> str:
    """HTML; `name` is what was looked at."""
    style = files("hedgelint.archive").joinpath("page.css").read_text(encoding="utf-8")
    mark = b64encode(sha256(style.encode()).digest()).decode()
    contents = "\n".join(f'<li><a href="#{table.name}">{_safe(table.title)}</a></li>' for table in tables)
    body = "\n".join(line for table in tables for line in _section(table))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'">
<meta name="color-scheme" content="light dark">
<title>{_safe(name)}: what hedgelint found</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>What the archive says of itself</h1>
<p>{_safe(name)}</p>
<nav aria-label="Tables"><ul>
{contents}
</ul></nav>
</header>
<main>
{body}
</main>
</body>
</html>
"""


def _safe(text: str) -> str:
    return escape(visible(text), quote=True)


def _section(table: Table) -> Iterator[str]:
    yield f'<section id="{table.name}" aria-labelledby="{table.name}-title">'
    yield f'<h2 id="{table.name}-title">{_safe(table.title)}</h2>'
    if table.about:
        yield f"<p>{_safe(table.about)}</p>"
    if table.chart and sum(row[0] != "unknown" for row in table.rows) > 1:
        yield from _chart(table)
    yield f'<div class="table" role="region" aria-label="{_safe(table.title)}: all rows" tabindex="0"><table>'
    heads = (f'<th scope="col" class="{column.kind}">{_safe(column.title)}</th>' for column in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    most = {column.name: _most(table, i) for i, column in enumerate(table.columns) if column.kind in ("rate", "share")}
    for row in table.rows[:_ROWS]:
        pairs = zip(row, table.columns, strict=True)
        cells = (_cell(value, column, most.get(column.name, 0), i == 0) for i, (value, column) in enumerate(pairs))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"
    if len(table.rows) > _ROWS:
        yield f"<p>{len(table.rows) - _ROWS:,} more rows: --csv has them.</p>"
    if not table.rows:
        yield "<p>None.</p>"
    yield "</section>"


def _most(table: Table, column: int) -> float:
    return max((float(row[column] or 0) for row in table.rows), default=0.0)


def _cell(value: object, column: Column, most: float, head: bool) -> str:
    words = _safe(shown(value, column.kind))
    if head:
        return f'<th scope="row" class="{column.kind}">{words}</th>'
    if not most or not isinstance(value, int | float):
        return f'<td class="{column.kind}">{words}</td>'
    bar = f'<rect width="{100 * float(value) / most:.1f}" height="8"/>'
    return f'<td class="{column.kind}">{words}<svg viewBox="0 0 100 8" aria-hidden="true">{bar}</svg></td>'


def _chart(table: Table) -> Iterator[str]:
    """Columns over the months that have stories; a month without any is a gap."""
    number = next(i for i, column in enumerate(table.columns) if column.name == table.chart)
    column = table.columns[number]
    told = {str(row[0]): float(row[number]) for row in table.rows if row[0] != "unknown"}
    months = _months(min(told), max(told))
    most = max(told.values()) or 1.0
    step = (_WIDTH - _LEFT) / len(months)
    title = f"{column.title}, by month: {min(told)} to {max(told)}"
    yield f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT + _BELOW}" role="img" aria-label="{_safe(title)}">'
    for share in (0.0, 0.5, 1.0):
        y = _HEIGHT - share * (_HEIGHT - 16)
        yield f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{shown(share * most, column.kind)}</text>'
    each = max(1, -(-len(months) // 12))
    for i, month in enumerate(months):
        x = _LEFT + i * step
        if month in told:
            high = told[month] / most * (_HEIGHT - 16)
            place = f'x="{x + step * 0.12:.1f}" y="{_HEIGHT - high:.1f}" width="{step * 0.76:.1f}" height="{high:.1f}"'
            yield f"<rect {place}>"
            yield f"<title>{month}: {shown(told[month], column.kind)}</title></rect>"
        if i % each == 0:
            yield f'<text x="{x + step / 2:.1f}" y="{_HEIGHT + 18}" text-anchor="middle">{month}</text>'
    yield "</svg>"


def _months(first: str, last: str) -> list[str]:
    """Every month from one to the other, as 2024-03."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]
