"""Findings for a program; docs/schema/report.json says what each key is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hedgelint.desk.desk import severities
from hedgelint.finding import SEVERITIES, Finding, Place, Problem, Related, Result
from hedgelint.version import __version__

# Of the report; a number of its own, raised when a key changes its meaning or goes away.
FORMAT = 1


def as_json(results: Sequence[Result], *, severity: str = "info") -> str:
    least = SEVERITIES.index(severity)
    counts = severities(results)
    data = {
        "format": FORMAT,
        "hedgelint": __version__,
        "findings": [
            _finding(finding)
            for result in results
            for finding in result.findings
            if SEVERITIES.index(finding.severity) >= least
        ],
        "problems": [_problem(problem) for result in results for problem in result.problems],
        "notes": [{"path": result.path, "message": note} for result in results for note in result.notes],
        "summary": {
            "stories": len(results),
            "suppressed": sum(f.suppressed is not None for result in results for f in result.findings),
            **{name: counts.get(name, 0) for name in reversed(SEVERITIES)},
        },
    }
    # Lone surrogates (a broken file) cannot be written as UTF-8: they are escaped, as everything is that must be.
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        **_reach(finding),
        "related": [_related(related) for related in finding.related],
        "reasons": list(finding.reasons),
        "url": finding.url,
        "edits": [{"start": _place(e.start), "end": _place(e.end), "text": e.text} for e in finding.edits],
        "suppressed": finding.suppressed and {"by": finding.suppressed.by, "reason": finding.suppressed.reason},
    }


def _related(related: Related) -> dict[str, Any]:
    return {
        "message": related.message,
        **_reach(related),
    }


def _reach(seen: Finding | Related) -> dict[str, Any]:
    return {
        "path": seen.path,
        "start": _place(seen.start),
        "end": _place(seen.end),
        "places": seen.places,
        "at": seen.at,
        "excerpt": seen.excerpt,
    }


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "message": problem.message,
    }
