"""Findings one a line: for people (compact), and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from hedgelint.finding import Finding, Result
from hedgelint.report.run import Run
from hedgelint.report.text import Summary, problem_line, visible

_COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "rule", "category", "message", "excerpt",
    "suppressed",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs what begins so


def compact_line(finding: Finding) -> str:
    place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    return f"{place}: {finding.severity} {finding.rule}: {visible(finding.message)}"


class Compact:
    """PATH:LINE:COLUMN: SEVERITY RULE: MESSAGE, as compilers print it, and a summary."""

    def __init__(self, run: Run) -> None:
        self._run, self._summary = run, Summary(run.severity or "warning")

    def story(self, result: Result) -> Iterator[str]:
        problems = self._summary.add(result)
        notes = () if self._run.quiet else result.notes
        yield from (f"{visible(result.path)}: note: {visible(note)}" for note in notes)
        yield from (compact_line(finding) for finding in self._run.shown(result, "warning"))
        yield from (problem_line(problem) for problem in problems)

    def end(self) -> Iterator[str]:
        if not self._run.quiet:
            yield str(self._summary)


class Csv:
    """A head and a row a finding; cells that a spreadsheet would run begin with an apostrophe."""

    def __init__(self, run: Run) -> None:
        self._run, self._begun = run, False

    def story(self, result: Result) -> Iterator[str]:
        if not self._begun:
            self._begun = True
            yield _row(_COLUMNS)
        for finding in self._run.shown(result, "info"):
            start, end = finding.start, finding.end
            reason = "" if finding.suppressed is None else finding.suppressed.reason or finding.suppressed.by
            yield _row(
                (
                    finding.path, start.line, start.column, end.line, end.column, finding.severity, finding.rule,
                    finding.category, finding.message, finding.excerpt, reason,
                )
            )  # fmt: skip

    def end(self) -> Iterator[str]:
        if not self._begun:
            yield _row(_COLUMNS)


def _row(cells: tuple[object, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_cell(str(cell)) for cell in cells])
    return out.getvalue()


def _cell(text: str) -> str:
    text = " ".join(visible(text).split())
    return f"'{text}" if text.startswith(_FORMULA) else text
