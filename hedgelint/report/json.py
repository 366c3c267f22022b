"""Findings for a program; docs/schema/report.json says what each key is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import CATEGORIES, SEVERITIES, Finding, Place, Problem, Related, Result
from hedgelint.report.run import Collected, Run
from hedgelint.version import __version__

# Of the report; a number of its own, raised when a key changes its meaning or goes away.
FORMAT = 1


def as_json(results: Sequence[Result], *, severity: str = "info") -> str:
    report = Json(Run(severity))
    for result in results:
        list(report.story(result))
    return "\n".join(report.end())


class Json(Collected):
    """One document at the end. Suppressed findings are always in it, marked as such."""

    def end(self) -> Iterator[str]:
        counts = Counts()
        settings: list[Mapping[str, Any]] = []
        stories = []
        for result in self.results:
            counts.add(result)
            held = self.run.settings(result.path)
            if held not in settings:
                settings.append(held)
            stories.append({"path": result.path, "settings": settings.index(held), "findings": len(result.findings)})
        data = {
            "format": FORMAT,
            "hedgelint": __version__,
            "findings": [finding for result in self.results for finding in findings_of(result, self.run)],
            "rules": rules_of(self.results, self.run),
            "stories": stories,
            "settings": settings,
            "problems": [problem_of(problem) for result in self.results for problem in result.problems],
            "notes": [{"path": result.path, "message": note} for result in self.results for note in result.notes],
            "summary": counts.data(),
        }
        # Lone surrogates (a broken file) cannot be written as UTF-8: they are escaped, as everything is that must be.
        yield written(data)


class JsonLines:
    """A record a line as soon as it is known: findings, notes and problems of a story, the story, at last a summary."""

    def __init__(self, run: Run) -> None:
        self._run, self._counts = run, Counts()

    def story(self, result: Result) -> Iterator[str]:
        self._counts.add(result)
        for finding in findings_of(result, self._run):
            yield _line("finding", finding)
        yield from (_line("note", {"path": result.path, "message": note}) for note in result.notes)
        yield from (_line("problem", problem_of(problem)) for problem in result.problems)
        yield _line("story", {"path": result.path, "findings": len(result.findings)})

    def end(self) -> Iterator[str]:
        yield _line("summary", {"format": FORMAT, "hedgelint": __version__, **self._counts.data()})


class Counts:
    """Findings by severity; those suppressed are counted by themselves."""

    def __init__(self) -> None:
        self.stories = self.headless = self.suppressed = 0
        self._by_severity = dict.fromkeys(reversed(SEVERITIES), 0)

    def add(self, result: Result) -> None:
        self.stories += 1
        self.headless += result.headless
        for finding in result.findings:
            if finding.suppressed is not None:
                self.suppressed += 1
            else:
                self._by_severity[finding.severity] += 1

    def data(self) -> dict[str, int]:
        counts = {"stories": self.stories, "headless": self.headless, "suppressed": self.suppressed}
        return {**counts, **self._by_severity}


def findings_of(result: Result, run: Run) -> Iterator[dict[str, Any]]:
    """From the least severity on, suppressed ones too, each with its fingerprint."""
    least = SEVERITIES.index(run.severity or "info")
    for finding, fingerprint in zip(result.findings, fingerprints(result), strict=True):
        if SEVERITIES.index(finding.severity) >= least:
            yield {**finding_of(finding), "fingerprint": fingerprint}


def rules_of(results: Sequence[Result], run: Run) -> dict[str, dict[str, str]]:
    """What there is to know of the rules that spoke, by id."""
    told: dict[str, dict[str, str]] = {}
    for name in sorted({finding.rule for result in results for finding in result.findings}):
        rule = run.rule(name)
        told[name] = {
            "title": rule.title if rule else name,
            "category": rule.category if rule else "suppression",
            "page": page_of(name, rule.category if rule else ""),
            "url": rule.references[0].url if rule and rule.references else "",
        }
    return told


def page_of(name: str, category: str) -> str:
    """The page of a shipped rule among the project's docs."""
    return f"docs/rules/{name}.md" if category in CATEGORIES else ""


def finding_of(finding: Finding) -> dict[str, Any]:
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


def problem_of(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "message": problem.message,
    }


def _line(kind: str, data: Mapping[str, Any]) -> str:
    return written({"kind": kind, **data}, None)


def written(data: object, indent: int | None = 2) -> str:
    """JSON that can be written as UTF-8: half a letter stands as its escape, as JSON has it."""
    return json.dumps(data, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace").decode("utf-8")
