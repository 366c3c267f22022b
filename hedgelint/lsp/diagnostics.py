"""Findings as an editor's diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlparse

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
    Position,
    Range,
)
from pygls.uris import from_fs_path

from hedgelint.config.active import UNUSED
from hedgelint.errors import HedgelintError, RuleErrors
from hedgelint.finding import Finding, Problem, Related
from hedgelint.lsp.looked import Looked, place_of
from hedgelint.report.text import visible
from hedgelint.span import Span

SOURCE = "hedgelint"
MOST, MOST_PLACES = 1000, 50  # of a file, of a finding; an editor that is given more stands still
_SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "suggestion": DiagnosticSeverity.Information,
    "info": DiagnosticSeverity.Hint,
}


def diagnostics_of(looked: Looked, severity: str, related: bool = True) -> list[Diagnostic]:
    """In the order of places; with `related` those of a finding's other places that can be shown."""
    found = list(looked.findings(severity))
    told = [diagnostic_of(looked, finding, related) for finding in found[:MOST]]
    if len(found) > MOST:
        told.append(_at_top(f"{len(found) - MOST} more findings: `hedgelint {looked.path}` tells all", _HINT))
    return [*_problems(looked), *told, *_notes(looked)]


def diagnostic_of(looked: Looked, finding: Finding, related: bool = True) -> Diagnostic:
    more = len(finding.related) - MOST_PLACES
    return Diagnostic(
        looked.positions.range(place_of(finding)),
        visible(finding.message) + (f" (and {more} more places)" if more > 0 else ""),
        _SEVERITIES[finding.severity],
        finding.rule,
        CodeDescription(finding.url) if urlparse(finding.url).scheme in ("http", "https") else None,
        SOURCE,
        [DiagnosticTag.Unnecessary] if finding.rule == UNUSED else None,
        [_related(looked, one) for one in finding.related[:MOST_PLACES]] if related and finding.related else None,
    )


def diagnostics_of_trouble(error: HedgelintError) -> Iterator[tuple[str, Diagnostic]]:
    """(uri, diagnostic) for each mistake in a file of rules or settings."""
    for one in error.errors if isinstance(error, RuleErrors) else (error,):
        uri = from_fs_path(one.path) if one.path else None
        if uri:
            message = f"{one.message} ({one.hint})" if one.hint else one.message
            yield uri, Diagnostic(_line(one.line, one.column), visible(message), _ERROR, source=SOURCE)


_ERROR, _WARNING, _HINT = DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Hint


def _problems(looked: Looked) -> Iterator[Diagnostic]:
    for problem in (*looked.problems, *(one for _, result in looked.seen for one in result.problems)):
        yield _problem(looked, problem)


def _problem(looked: Looked, problem: Problem) -> Diagnostic:
    """Of the story where it is; of another file at the top of the story, with that file's name."""
    if problem.path in ("", looked.path):
        at = looked.positions.place(problem.line, problem.column)
        return Diagnostic(Range(at, at), visible(problem.message), _WARNING, source=SOURCE)
    where = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return _at_top(f"{where}: {problem.message}", _WARNING)


def _notes(looked: Looked) -> Iterator[Diagnostic]:
    for note in dict.fromkeys(note for _, result in looked.seen for note in result.notes):
        yield _at_top(note, _HINT)


def _at_top(message: str, severity: DiagnosticSeverity) -> Diagnostic:
    return Diagnostic(_line(1, 1), visible(message), severity, source=SOURCE)


def _line(line: int, column: int) -> Range:
    at = Position(max(0, line - 1), max(0, column - 1))
    return Range(at, at)


def _related(looked: Looked, related: Related) -> DiagnosticRelatedInformation:
    message = visible(related.message)
    if related.path == looked.path:
        stretch = looked.positions.range(Span(related.start.offset, related.end.offset))
        return DiagnosticRelatedInformation(Location(looked.uri, stretch), message)
    start, end = _line(related.start.line, related.start.column), _line(related.end.line, related.end.column)
    if related.excerpt:
        message += f": {visible(related.excerpt)}"
    return DiagnosticRelatedInformation(
        Location(from_fs_path(related.path) or related.path, Range(start.start, end.end)), message
    )
