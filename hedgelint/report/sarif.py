"""SARIF 2.1.0 (OASIS, 2020), as code scanning reads it: one run, one document.

Columns are code points, which `columnKind` says. Of the severities suggestion and info are both a note; the property
bag of a result has the finer one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import Edit, Finding, Place, Problem, Related, Result
from hedgelint.report.flow import Flow
from hedgelint.report.json import page_of
from hedgelint.report.run import Run
from hedgelint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note", "info": "note"}
_KINDS = {"comment": "inSource", "sidecar": "external", "configuration": "external", "baseline": "external"}


class Sarif:
    """One document, of which a result is written as soon as it is known; the tool and its rules stand behind them.
    Suppressed findings are left out unless asked for: some readers count them with the rest."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._rules: dict[str, int] = {}  # in the order in which they spoke
        self._paths: list[str] = []
        self._notifications: list[dict[str, Any]] = []  # problems
        self._notes: list[tuple[str, str]] = []
        self._settings: list[dict[str, Any]] = []
        self._flow = Flow('"results": []', 4, self._whole)

    def story(self, result: Result) -> Iterator[str]:
        yield from self._flow.take(self._results(result))
        self._paths.append(result.path)
        self._notifications += map(_notification, result.problems)
        self._notes += ((result.path, note) for note in result.notes)
        settings = dict(self.run.settings(result.path))
        if settings and settings not in self._settings:
            self._settings.append(settings)

    def end(self) -> Iterator[str]:
        return self._flow.end()

    def _whole(self) -> Mapping[str, Any]:
        rules = [self._rule(name) for name in self._rules]
        run = {
            "columnKind": "unicodeCodePoints",
            "results": [],
            "tool": {"driver": {"name": "hedgelint", "version": __version__, "rules": rules}},
            "artifacts": [{"location": {"uri": uri(path)}, "roles": ["analysisTarget"]} for path in self._paths],
            "invocations": [self._invocation()],
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}

    def _rule(self, name: str) -> dict[str, Any]:
        rule = self.run.rule(name)
        if rule is None:
            title = "A suppression that suppresses nothing"
            return {"id": name, "shortDescription": {"text": title}, "help": {"text": title}}
        why = " ".join(rule.why.split())
        links = "".join(f"\n- [{one.title}]({one.url})" if one.url else f"\n- {one.title}" for one in rule.references)
        told: dict[str, Any] = {
            "id": name,
            "name": "".join(part.capitalize() for part in name.split("-")),
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": why},
            "help": {"text": why, "markdown": f"{rule.why}{links and chr(10) + links}"},
            "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.default},
            "properties": {"tags": [rule.category], "page": page_of(name, rule.category)},
        }
        url = next((one.url for one in rule.references if one.url), "")
        return {**told, "helpUri": url} if url else told

    def _results(self, result: Result) -> Iterator[dict[str, Any]]:
        names = dict(zip(map(id, result.findings), fingerprints(result), strict=True))
        for one in self.run.shown(result, "info"):
            yield _finding(one, self._rules.setdefault(one.rule, len(self._rules)), names[id(one)])

    def _invocation(self) -> dict[str, Any]:
        told = list(self._notifications)
        told += [{"level": "note", "message": {"text": n}, "locations": [_location(path)]} for path, n in self._notes]
        invocation: dict[str, Any] = {
            "executionSuccessful": not self._notifications,
            "toolExecutionNotifications": told,
        }
        return {**invocation, "properties": {"settings": self._settings}} if self._settings else invocation


def _finding(finding: Finding, number: int, fingerprint: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.start, finding.end, finding.excerpt)],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint[:16]}:1", "hedgelint/v1": fingerprint},
        "properties": {
            "severity": finding.severity,
            "category": finding.category,
            **({"reasons": list(finding.reasons)} if finding.reasons else {}),
        },
    }
    if finding.related:
        told["relatedLocations"] = [_related(number, one) for number, one in enumerate(finding.related)]
    if finding.edits:
        told["fixes"] = [_fix(finding.path, finding.edits, finding.fix)]
        told["properties"]["fix"] = finding.fix or "safe"
    if finding.suppressed is not None:
        reason = finding.suppressed.reason
        kind = {"kind": _KINDS[finding.suppressed.by]}
        told["suppressions"] = [{**kind, "justification": reason} if reason else kind]
    return told


def _related(number: int, related: Related) -> dict[str, Any]:
    place = _location(related.path, related.start, related.end, related.excerpt)
    return {"id": number, "message": {"text": related.message}, **place}


def _fix(path: str, edits: tuple[Edit, ...], fix: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    return {
        "description": {"text": "Mend it, and read it afterwards" if fix == "unsafe" else "Mend it"},
        "artifactChanges": [{"artifactLocation": {"uri": uri(path)}, "replacements": replacements}],
    }


def _notification(problem: Problem) -> dict[str, Any]:
    told: dict[str, Any] = {"level": "error", "message": {"text": problem.message}}
    if problem.path:
        place = Place(problem.line, max(1, problem.column), 0) if problem.line else None
        told["locations"] = [_location(problem.path, place, place)]
    return told


def _location(path: str, start: Place | None = None, end: Place | None = None, excerpt: str = "") -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if start is not None and end is not None:
        physical["region"] = {**_region(start, end), **({"snippet": {"text": excerpt}} if excerpt else {})}
    return {"physicalLocation": physical}


def _region(start: Place, end: Place) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def uri(path: str) -> str:
    """A relative reference, or a file: address; percent-encoded, as RFC 3986 asks."""
    if path.startswith("<"):
        path = path.strip("<>")
    elif Path(path).is_absolute():
        return f"file://{quote(Path(path).as_posix().encode('utf-8', 'surrogateescape'))}"
    return quote(path.replace("\\", "/").removeprefix("./").encode("utf-8", "surrogateescape"))
