"""What GitHub and GitLab read: annotations of a workflow's log, a summary of the job, a report on code quality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import SEVERITIES, Finding, Result
from hedgelint.report.flow import Flow
from hedgelint.report.lines import compact_line
from hedgelint.report.run import Collected, Run
from hedgelint.report.text import Summary, problem_line, visible

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice", "info": "notice"}
_MOST = 10  # annotations of one kind that a step of a workflow shows; it drops the others without a word
_ROWS = 200  # of a job's summary, which may have a mebibyte
_GITLAB = {"error": "critical", "warning": "major", "suggestion": "minor", "info": "info"}


class Github(Collected):
    """Workflow commands, the worst first; what GitHub would drop is told as plain lines, and counted."""

    def end(self) -> Iterator[str]:
        summary, findings = _gathered(self)
        told = dict.fromkeys(_COMMANDS.values(), 0)
        left: list[str] = []
        for problem in (problem for result in self.results for problem in result.problems):
            told["error"] += 1
            if told["error"] > _MOST:
                left.append(problem_line(problem))
                continue
            place = {"file": problem.path, "line": problem.line, "col": problem.column}
            yield _command("error", place, "hedgelint: problem", problem.message)
        findings.sort(key=lambda finding: -SEVERITIES.index(finding.severity))  # stable: the order of the stories
        for finding in findings:
            kind = _COMMANDS[finding.severity]
            told[kind] += 1
            if told[kind] > _MOST:
                left.append(compact_line(finding))
                continue
            start, end = finding.start, finding.end
            place = {"file": finding.path, "line": start.line, "endLine": end.line, "col": start.column}
            if start.line == end.line:  # a column of another line means nothing to GitHub
                place["endColumn"] = end.column
            yield _command(kind, place, f"hedgelint: {finding.rule}", finding.message)
        if left:
            yield f"{len(left)} more than GitHub shows beside the lines:"
            yield from left
        yield str(summary)


def _command(kind: str, place: dict[str, Any], title: str, message: str) -> str:
    given = {**{key: value for key, value in place.items() if value}, "title": title}
    keys = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in given.items())
    return f"::{kind} {keys}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in f"%{more}" else char for char in visible(text))


class Gitlab:
    """A code quality report: a list of findings, each with a fingerprint of its own, since GitLab shows one of two
    that are the same."""

    def __init__(self, run: Run) -> None:
        self.run, self._flow = run, Flow("[]", 1, list)

    def story(self, result: Result) -> Iterator[str]:
        return self._flow.take(self._told(result))

    def end(self) -> Iterator[str]:
        return self._flow.end()

    def _told(self, result: Result) -> Iterator[dict[str, Any]]:
        names = dict(zip(map(id, result.findings), fingerprints(result), strict=True))
        for finding in self.run.shown(result, "warning"):
            path = finding.path.removeprefix("./")
            yield {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": _fingerprint(path, names[id(finding)]),
                "severity": _GITLAB[finding.severity],
                "location": {"path": path, "lines": {"begin": finding.start.line, "end": finding.end.line}},
            }
        for problem in result.problems:
            yield {
                "description": f"problem: {problem.message}",
                "check_name": "problem",
                "fingerprint": _fingerprint(problem.path, str(problem.line), problem.message),
                "severity": "blocker",
                "location": {"path": problem.path or result.path, "lines": {"begin": problem.line or 1}},
            }


def _fingerprint(*pieces: str) -> str:
    return blake2b("\0".join(pieces).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Markdown(Collected):
    """A table for a job's summary or a comment: append it to the file that GITHUB_STEP_SUMMARY names."""

    def end(self) -> Iterator[str]:
        summary, findings = _gathered(self)
        yield "### hedgelint"
        yield ""
        yield str(summary)
        if findings:
            yield ""
            yield "| place | severity | rule | what |"
            yield "|---|---|---|---|"
        for finding in findings[:_ROWS]:
            place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
            yield f"| {_cell(place)} | {finding.severity} | {finding.rule} | {_cell(finding.message)} |"
        if len(findings) > _ROWS:
            yield ""
            yield f"… and {len(findings) - _ROWS} more."
        problems = [problem for result in self.results for problem in result.problems]
        if problems:
            yield ""
            yield from (f"- {_cell(problem_line(problem))}" for problem in problems)


def _gathered(report: Collected) -> tuple[Summary, list[Finding]]:
    """What is shown of all stories, in their order, and the run summed up."""
    summary = Summary(report.run.severity or "warning")
    for result in report.results:
        summary.add(result)
    return summary, [finding for result in report.results for finding in report.run.shown(result, "warning")]


def _cell(text: str) -> str:
    """Text in which Markdown sees no sign of its own."""
    return re.sub(r"([\\`*_|\[\]<>#~])", r"\\\1", " ".join(visible(text).split()))
