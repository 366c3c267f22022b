"""The fact-checker's sheet: for a person, as a list to tick off, as a table and as data."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import Any

from hedgelint.report.text import visible
from hedgelint.summary.claims import Sheet, Statement

COLUMNS = (
    "path",
    "line",
    "column",
    "kind",
    "words",
    "focus",
    "who",
    "how",
    "answer",
    "asked",
    "why_not",
)
_FORMULA = ("=", "+", "-", "@", "\t")  # a cell that begins with one of these is reckoned by a spreadsheet
_MARKDOWN = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<>|#~"})


def as_sheet(sheet: Sheet, paint: Callable[[str, str], str]) -> Iterator[str]:
    """Two lines a statement: where, what, who answers; and the words."""
    yield paint(visible(sheet.path), "bold")
    if not sheet.statements:
        yield "  no statement that wants checking was recognised"
        return
    for one in sheet.statements:
        place = f"{one.start.line}:{one.start.column}"
        yield f"  {place:<7} {', '.join(one.kinds)} “{visible(one.focus)}” | {_answering(one)} | {_asking(one)}"
        yield paint(f"          {visible(one.words)}", "dim")
    yield f"  {_summary(sheet)}"


def as_checklist(sheet: Sheet) -> Iterator[str]:
    """Markdown: a box to tick for each statement."""
    yield f"## {_plain(sheet.path)}"
    yield ""
    if not sheet.statements:
        yield "No statement that wants checking was recognised."
    for one in sheet.statements:
        yield f"- [ ] **{one.start.line}:{one.start.column}** {_plain(one.words)}  "
        yield f"  {', '.join(one.kinds)} “{_plain(one.focus)}”; {_plain(_answering(one))}; {_plain(_asking(one))}"
    if sheet.statements:
        yield ""
        yield _summary(sheet)


def as_csv(sheets: Sequence[Sheet]) -> str:
    """One table for all stories, with a head; UTF-8, RFC 4180. A cell that a spreadsheet would reckon gets a ' before
    it."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for sheet in sheets:
        for one in sheet.statements:
            row = (
                sheet.path,
                one.start.line,
                one.start.column,
                ", ".join(one.kinds),
                one.words,
                one.focus,
                "; ".join(one.who),
                one.how,
                one.answer,
                ", ".join(one.asked),
                one.why_not,
            )
            table.writerow([f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()


def as_sheet_data(sheet: Sheet) -> dict[str, Any]:
    return {
        "path": sheet.path,
        "notes": list(sheet.notes),
        "claims": [
            {
                "start": {"line": one.start.line, "column": one.start.column, "offset": one.start.offset},
                "end": {"line": one.end.line, "column": one.end.column, "offset": one.end.offset},
                "kinds": list(one.kinds),
                "words": one.words,
                "focus": one.focus,
                "who": list(one.who),
                "how": one.how,
                "answer": one.answer,
                "means": one.means,
                "asked": list(one.asked),
                "why_not": one.why_not,
            }
            for one in sheet.statements
        ],
    }


def _answering(one: Statement) -> str:
    if one.how == "nobody":
        return "nobody answers"
    if one.how == "public":
        return "nobody need answer"
    if one.who:
        return f"{visible('; '.join(one.who))} ({one.how})"
    return "a record or a study" if one.how == "document" else "somebody, not named here"


def _asking(one: Statement) -> str:
    return f"asked: {', '.join(one.asked)}" if one.asked else f"not asked: {visible(one.why_not)}"


def _summary(sheet: Sheet) -> str:
    counts = {
        "with a source that is named or has an office": sheet.count("named", "role", "group"),
        "in a document": sheet.count("document"),
        "with a source of no name": sheet.count("anonymous", "vague"),
        "public": sheet.count("public"),
        "nobody answers for": sheet.count("nobody"),
    }
    of_these = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    many = "statement wants" if len(sheet.statements) == 1 else "statements want"
    return f"{len(sheet.statements)} {many} checking: {of_these}; the rules asked about {sheet.asked}."


def _plain(words: str) -> str:
    return visible(words).translate(_MARKDOWN)
