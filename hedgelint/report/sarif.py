"""SARIF 2.1.0 (OASIS, 2020), as code scanning reads it: one run, one document.

Columns are code points, which `columnKind` says. Of the severities suggestion and info are both a note; the property
bag of a result has the finer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import Edit, Finding, Place, Problem, Related, Result
from hedgelint.report.json import page_of, written
from hedgelint.report.run import Collected
from hedgelint.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note", "info": "note"}
_KINDS = {"comment": "inSource", "sidecar": "external", "configuration": "external", "baseline": "external"}


class Sarif(Collected):
    """Suppressed findings are left out unless asked for: some readers count them with the rest."""

    def end(self) -> Iterator[str]:
        names = sorted({finding.rule for result in self.results for finding in self.run.shown(result, "info")})
        index = {name: number for number, name in enumerate(names)}
        told = [self._result(result, index) for result in self.results]
        run = {
            "tool": {"driver": {"name": "hedgelint", "version": __version__, "rules": [self._rule(n) for n in names]}},
            "columnKind": "unicodeCodePoints",
            "artifacts": [
                {"location": {"uri": uri(result.path)}, "roles": ["analysisTarget"]} for result in self.results
            ],
            "invocations": [self._invocation()],
            "results": [one for results in told for one in results],
        }
        data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        yield written(data)

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

    def _result(self, result: Result, index: dict[str, int]) -> list[dict[str, Any]]:
        names = dict(zip(map(id, result.findings), fingerprints(result), strict=True))
        return [_finding(one, index[one.rule], names[id(one)]) for one in self.run.shown(result, "info")]

    def _invocation(self) -> dict[str, Any]:
        problems = [problem for result in self.results for problem in result.problems]
        notes = [(result.path, note) for result in self.results for note in result.notes]
        told = [_notification(problem) for problem in problems]
        told += [{"level": "note", "message": {"text": note}, "locations": [_location(path)]} for path, note in notes]
        held: list[dict[str, Any]] = []
        for result in self.results:
            settings = dict(self.run.settings(result.path))
            if settings and settings not in held:
                held.append(settings)
        invocation: dict[str, Any] = {"executionSuccessful": not problems, "toolExecutionNotifications": told}
        return {**invocation, "properties": {"settings": held}} if held else invocation


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
        told["fixes"] = [_fix(finding.path, finding.edits)]
    if finding.suppressed is not None:
        reason = finding.suppressed.reason
        kind = {"kind": _KINDS[finding.suppressed.by]}
        told["suppressions"] = [{**kind, "justification": reason} if reason else kind]
    return told


def _related(number: int, related: Related) -> dict[str, Any]:
    place = _location(related.path, related.start, related.end, related.excerpt)
    return {"id": number, "message": {"text": related.message}, **place}


def _fix(path: str, edits: tuple[Edit, ...]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}} for edit in edits
    ]
    return {
        "description": {"text": "Mend it"},
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
