"""Findings for a program; docs/schema/report.json says what each key is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import CATEGORIES, SEVERITIES, Finding, Place, Problem, Related, Result
from hedgelint.report.flow import Flow, written
from hedgelint.report.run import Run
from hedgelint.version import __version__

# Of the report; a number of its own, raised when a key changes its meaning or goes away.
FORMAT = 1


def as_json(results: Sequence[Result], *, severity: str = "info") -> str:
    report = Json(Run(severity))
    return "\n".join((*(line for result in results for line in report.story(result)), *report.end()))


class Json:
    """One document, of which a finding is written as soon as it is known. Suppressed findings are always in it, marked
    as such."""

    def __init__(self, run: Run) -> None:
        self._run, self._counts = run, Counts()
        self._rules: set[str] = set()
        self._stories: list[tuple[str, int, int]] = []
        self._settings: list[Mapping[str, Any]] = []
        self._problems: list[dict[str, Any]] = []
        self._notes: list[dict[str, str]] = []
        self._flow = Flow('"findings": []', 2, self._whole)

    def story(self, result: Result) -> Iterator[str]:
        yield from self._flow.take(findings_of(result, self._run))
        self._counts.add(result)
        self._rules.update(finding.rule for finding in result.findings)
        held = self._run.settings(result.path)
        if held not in self._settings:
            self._settings.append(held)
        self._stories.append((result.path, self._settings.index(held), len(result.findings)))
        self._problems += map(problem_of, result.problems)
        self._notes += ({"path": result.path, "message": note} for note in result.notes)

    def end(self) -> Iterator[str]:
        return self._flow.end()

    def _whole(self) -> Mapping[str, Any]:
        return {
            "format": FORMAT,
            "hedgelint": __version__,
            "findings": [],
            "rules": rules_of(self._rules, self._run),
            "stories": [{"path": path, "settings": at, "findings": count} for path, at, count in self._stories],
            "settings": self._settings,
            "problems": self._problems,
            "notes": self._notes,
            "summary": self._counts.data(),
        }


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


def rules_of(names: Iterable[str], run: Run) -> dict[str, dict[str, str]]:
    """What there is to know of rules that spoke, by id."""
    told: dict[str, dict[str, str]] = {}
    for name in sorted(names):
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
        "fix": finding.fix or None,
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
