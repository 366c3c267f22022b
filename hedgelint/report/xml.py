"""JUnit and Checkstyle, which many build servers read. Neither has a schema of its makers; these keep to what all
readers know."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from hedgelint.finding import Result
from hedgelint.patterns import pattern_of
from hedgelint.report.run import Run

# All that a document of XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = pattern_of("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHECKSTYLE = {"error": "error", "warning": "warning", "suggestion": "info", "info": "info"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


class Junit:
    """A suite a story, a case a finding, which fails; a story without one has a case that does not. The head counts
    them all, so that the suites are kept, as they will be written, until the end."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._suites: list[str] = []
        self._tests = self._failures = self._errors = 0

    def story(self, result: Result) -> Iterator[str]:
        self._suites.append("\n".join(self._suite(result)))
        self._tests += max(1, self._number(result))
        self._failures += len(self.run.shown(result, "warning"))
        self._errors += len(result.problems)
        return iter(())

    def end(self) -> Iterator[str]:
        yield _HEAD
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}"'
        yield f'<testsuites name="hedgelint" {counts}>'
        yield from self._suites
        yield "</testsuites>"

    def _number(self, result: Result) -> int:
        return len(self.run.shown(result, "warning")) + len(result.problems)

    def _suite(self, result: Result) -> Iterator[str]:
        found = self.run.shown(result, "warning")
        errors, path = len(result.problems), _attribute(result.path)
        tests = max(1, self._number(result))
        yield f'  <testsuite name={path} tests="{tests}" failures="{len(found)}" errors="{errors}">'
        if not found and not errors:
            yield f'    <testcase name="hedgelint" classname={path}/>'
        for finding in found:
            name = f"{finding.rule} at {finding.start.line}:{finding.start.column}"
            yield f"    <testcase name={_attribute(name)} classname={path}>"
            message = f'message={_attribute(finding.message)} type="{finding.severity}"'
            yield f"      <failure {message}>{_text(finding.excerpt)}</failure>"
            yield "    </testcase>"
        for problem in result.problems:
            name = f"problem at {problem.path or result.path}:{problem.line}:{problem.column}"
            yield f"    <testcase name={_attribute(name)} classname={path}>"
            yield f'      <error message={_attribute(problem.message)} type="problem"/>'
            yield "    </testcase>"
        yield "  </testsuite>"


class Checkstyle:
    """A file with its findings, for every story that was read."""

    def __init__(self, run: Run) -> None:
        self.run, self._begun = run, False

    def story(self, result: Result) -> Iterator[str]:
        yield from self._head()
        yield f"  <file name={_attribute(result.path)}>"
        for finding in self.run.shown(result, "warning"):
            place = f'line="{finding.start.line}" column="{finding.start.column}"'
            told = f"message={_attribute(finding.message)} source={_attribute(f'hedgelint.{finding.rule}')}"
            yield f'    <error {place} severity="{_CHECKSTYLE[finding.severity]}" {told}/>'
        for problem in result.problems:
            place = f'line="{problem.line or 1}" column="{problem.column or 1}"'
            told = f'message={_attribute(problem.message)} source="hedgelint.problem"'
            yield f'    <error {place} severity="error" {told}/>'
        yield "  </file>"

    def end(self) -> Iterator[str]:
        yield from self._head()
        yield "</checkstyle>"

    def _head(self) -> Iterator[str]:
        if not self._begun:
            self._begun = True
            yield _HEAD
            yield '<checkstyle version="4.3">'


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    """In quotation marks; line ends are blanks, as a parser would make them."""
    return quoteattr(" ".join(_FORBIDDEN.sub("\ufffd", text).split()))
