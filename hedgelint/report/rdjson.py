"""Reviewdog's diagnostic format, one document: columns are counted in bytes of UTF-8, from 1, ends exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.finding import Finding, Place, Result
from hedgelint.patterns import pattern_of
from hedgelint.report.flow import Flow
from hedgelint.report.run import Run

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO", "info": "INFO"}
_LINE_END = pattern_of("\r\n|\r|\n")


class Rdjson:
    def __init__(self, run: Run) -> None:
        self.run = run
        whole = {"source": {"name": "hedgelint"}, "severity": "WARNING", "diagnostics": []}
        self._flow = Flow('"diagnostics": []', 2, lambda: whole)

    def story(self, result: Result) -> Iterator[str]:
        return self._flow.take(self._diagnostics(result))

    def end(self) -> Iterator[str]:
        return self._flow.end()

    def _diagnostics(self, result: Result) -> Iterator[dict[str, Any]]:
        found = self.run.shown(result, "warning")
        lines = _LINE_END.split(result.source) if found else []
        for finding in found:
            yield _diagnostic(finding, lines)
        for problem in result.problems:
            place: dict[str, Any] = {"path": problem.path or result.path}
            if problem.line:
                place["range"] = {"start": {"line": problem.line}}
            yield {"message": problem.message, "location": place, "severity": "ERROR", "code": {"value": "problem"}}


def _diagnostic(finding: Finding, lines: list[str]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": _range(finding.start, finding.end, lines)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, **({"url": finding.url} if finding.url else {})},
    }
    if finding.edits:
        told["suggestions"] = [
            {"range": _range(edit.start, edit.end, lines), "text": edit.text} for edit in finding.edits
        ]
    beside = [one for one in finding.related if one.path == finding.path]
    if beside:
        told["relatedLocations"] = [
            {"message": one.message, "location": {"path": one.path, "range": _range(one.start, one.end, lines)}}
            for one in beside
        ]
    return told


def _range(start: Place, end: Place, lines: list[str]) -> dict[str, Any]:
    return {"start": _place(start, lines), "end": _place(end, lines)}


def _place(place: Place, lines: list[str]) -> dict[str, int]:
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
