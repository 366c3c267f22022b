"""Findings for a person: the line, the words underlined, a summary."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from hedgelint.finding import SEVERITIES, Finding, Place, Problem, Related, Result
from hedgelint.report.run import Paint, Run, plain

if TYPE_CHECKING:
    from hedgelint.document.model import Lines

_PLURALS = {"error": "errors", "warning": "warnings", "suggestion": "suggestions", "info": "info"}


def as_text(
    results: Sequence[Result],
    *,
    severity: str = "warning",
    width: int = 100,
    paint: Paint = plain,
    suppressed: bool = False,
) -> Iterator[str]:
    """Lines, without their ends, of a whole run."""
    report = Text(Run(severity, suppressed, width=width, paint=paint))
    for result in results:
        yield from report.story(result)
    yield from report.end()


class Text:
    """Findings below the least severity are counted, not shown; so are those suppressed unless asked for."""

    def __init__(self, run: Run) -> None:
        self._run, self._summary = run, Summary(run.severity or "warning")
        self._lines = _Source("")

    def story(self, result: Result) -> Iterator[str]:
        problems = self._summary.add(result)
        paint, lines = self._run.paint, self._lines
        for note in () if self._run.quiet else result.notes:
            yield f"{visible(result.path)}: {paint('note', 'bold')}: {visible(note)}"
        if lines.source is not result.source:  # the stories of one file share its lines
            lines = self._lines = _Source(result.source)
        told: dict[str, int] = {}
        for finding in self._run.shown(result, "warning"):
            told[finding.rule] = told.get(finding.rule, 0) + 1
            if told[finding.rule] <= MOST:
                yield from _finding(finding, lines, self._run.width, paint)
        for rule, count in told.items():
            if count > MOST:
                words = f"{rule}: {count} findings, the first {MOST} are shown; --format compact shows all"
                yield f"{visible(result.path)}: {paint('note', 'bold')}: {words}"
        for problem in problems:
            yield problem_line(problem, paint)

    def end(self) -> Iterator[str]:
        if not self._run.quiet:
            yield str(self._summary)


# Findings of one rule in one story that are shown; all of them count, are mended and stand in the other reports.
MOST = 25


def problem_line(problem: Problem, paint: Paint = plain) -> str:
    place = ":".join(str(x) for x in (visible(problem.path), problem.line, problem.column) if x)
    return f"{place}: {paint('problem', 'error')}: {visible(problem.message)}"


def _finding(finding: Finding, lines: _Source, width: int, paint: Paint) -> Iterator[str]:
    place = place_of(finding)
    what = paint(finding.severity, finding.severity)
    if finding.suppressed is not None:
        reason = f": {visible(finding.suppressed.reason)}" if finding.suppressed.reason else ""
        what = f"{paint('suppressed', 'dim')} ({finding.suppressed.by}{reason}) {what}"
    yield f"{paint(place, 'bold')}: {what} {finding.rule}: {visible(finding.message)}"
    yield from _shown(finding.start, finding.end, lines, width, lambda text: paint(text, finding.severity), paint)
    for related in finding.related:
        where = place_of(related)
        words = " ".join(visible(related.excerpt).split())
        if len(words) > width:
            words = words[: width - 1] + "…"
        told = f"    {paint('=', 'dim')} {visible(related.message)}: {where}"
        yield f"{told}: {words}" if words else told
    if finding.fix == "unsafe":
        yield f"    {paint('=', 'dim')} --fix --unsafe-fixes writes “{visible(finding.edits[0].text)}”"
    yield ""


def place_of(seen: Finding | Related) -> str:
    """The place as a person finds it: file:line:column, and the pointer in a file of JSON; paragraph and character of a
    file without lines, and the paragraph's first words."""
    path, start, at = visible(seen.path), seen.start, visible(seen.at)
    if seen.places == "paragraph":
        return f"{path}: paragraph {start.line}, character {start.column}" + (f", {at}" if at else "")
    return f"{path}:{start.line}:{start.column}" + (f" ({at})" if at else "")


def _shown(
    start: Place, end: Place, lines: _Source, width: int, mark: Callable[[str], str], paint: Paint
) -> Iterator[str]:
    """The line and, below it, the words underlined; as much of a long line as fits."""
    number = str(start.line)
    line = lines.line(start.line)
    first = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    room = max(20, width - len(number) - 6)
    left = 0
    if len(line) > room:
        left = max(0, min(first - room // 4, len(line) - room))
        while left and not line[left - 1].isspace() and first - left < room // 2:
            left -= 1
    right = min(len(line), left + room)
    head, tail = "…" if left else "", "…" if right < len(line) or end.line != start.line else ""
    before, words = visible(line[left:first]), visible(line[first : min(last, right)])
    bar = paint("|", "dim")
    yield f"  {paint(number, 'dim')} {bar} {head}{before}{words}{visible(line[min(last, right) : right])}{tail}"
    yield f"  {' ' * len(number)} {bar} {' ' * (len(head) + columns(before))}{mark('^' * max(1, columns(words)))}"


class Summary:
    """The last line of a report: how much was found, how much is not shown, and what to do about it."""

    def __init__(self, severity: str) -> None:
        self._least = SEVERITIES.index(severity)
        self._counts = dict.fromkeys(SEVERITIES, 0)
        self._read = self._headless = self._silent = self._mendable = self._unsafe = 0
        self._problems: set[Problem] = set()

    def add(self, result: Result) -> list[Problem]:
        """The problems that are to be told: all of the story's own, and those of other files (settings, rules) that
        have not been told with a story before."""
        # A story with a problem and not a letter could not be read.
        self._read += bool(result.source or not result.problems)
        self._headless += result.headless
        untold = [problem for problem in result.problems if problem not in self._problems]
        self._problems |= set(untold)
        for finding in result.findings:
            if finding.suppressed is not None:
                self._silent += 1
            else:
                self._counts[finding.severity] += 1
                self._mendable += bool(finding.edits) and finding.fix != "unsafe"
                self._unsafe += finding.fix == "unsafe"
        return untold

    def __str__(self) -> str:
        shown = {name: self._counts[name] for name in reversed(SEVERITIES[self._least :]) if self._counts[name]}
        hidden = {name: self._counts[name] for name in reversed(SEVERITIES[: self._least]) if self._counts[name]}
        files = number(self._read, "story", "stories")
        total = sum(shown.values())
        text = f"{number(total, 'finding', 'findings')} in {files}" if total else f"Nothing found in {files}"
        if not self._read:
            text = "No story was read"
        if shown:
            text += ": " + _list(shown)
        more = []
        if hidden:
            more.append(f"{_list(hidden)} not shown: --severity {next(n for n in SEVERITIES if n in hidden)}")
        if self._mendable:
            more.append(f"{self._mendable} can be mended: --fix")
        if self._unsafe:
            more.append(f"{self._unsafe} with --fix --unsafe-fixes, to be read afterwards")
        if self._headless:
            where = f" in {self._headless}" if self._read > 1 else ""
            more.append(f"no headline seen{where}: the rules for headlines had nothing to look at")
        if self._silent:
            more.append(f"{self._silent} suppressed")
        if self._problems:
            more.append(number(len(self._problems), "problem", "problems"))
        return f"{text} ({'; '.join(more)})." if more else f"{text}."


def _list(counts: dict[str, int]) -> str:
    return ", ".join(number(count, name, _PLURALS[name]) for name, count in counts.items())


def number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


class _Source:
    """Lines of a decoded file, each cut when it is asked for: all at once they are longer than the story."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines: Lines | None = None

    def line(self, number: int) -> str:
        if self._lines is None:
            from hedgelint.document.model import Lines

            self._lines = Lines(self.source)
        if number > len(self._lines):
            return ""
        end = self._lines.start(number + 1) if number < len(self._lines) else len(self.source)
        return self.source[self._lines.start(number) : end].rstrip("\r\n")


def visible(text: str) -> str:
    """The text with nothing in it that could move the cursor, colour the terminal or turn the line round."""
    if text.isprintable():  # none of the categories below, and no blank but a plain one
        return text
    return "".join(" " if c in "\t\n\v\r" else "\ufffd" if unicodedata.category(c) in _UNSEEN else c for c in text)


_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def columns(text: str) -> int:
    """How many columns of a terminal it takes: two for wide letters, none for marks that join the letter before."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
