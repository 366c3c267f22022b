"""Results as plain tuples, and back: what the cache of findings holds. Nothing in it is ever executed."""

from __future__ import annotations

from typing import Any

from hedgelint.finding import Edit, Finding, Place, Related, Result, Suppression

Packed = tuple[Any, ...]


def packed(result: Result) -> Packed:
    """All but the source and the problems."""
    return (
        result.path,
        tuple(map(_finding, result.findings)),
        result.notes,
        result.headless,
        result.sources,
    )


def unpacked(data: Packed, source: str) -> Result:
    """Raises anything on data of another form."""
    path, findings, notes, headless, sources = data
    return Result(path, source, tuple(map(_to_finding, findings)), (), notes, headless, sources)


def _finding(one: Finding) -> Packed:
    return (
        one.rule, one.category, one.severity, one.message, one.path, _place(one.start), _place(one.end), one.excerpt,
        tuple(map(_related, one.related)), one.reasons, one.url,
        one.suppressed and (one.suppressed.by, one.suppressed.reason),
        tuple((_place(edit.start), _place(edit.end), edit.text) for edit in one.edits),
        one.fix,
        one.same, one.at, one.places,
    )  # fmt: skip


def _to_finding(data: Packed) -> Finding:
    (
        rule, category, severity, message, path, start, end, excerpt, related, reasons, url, suppressed, edits, fix,
        same, at, places,
    ) = data  # fmt: skip
    return Finding(
        rule, category, severity, message, path, Place(*start), Place(*end), excerpt,
        tuple(map(_to_related, related)), reasons, url,
        suppressed and Suppression(*suppressed),
        tuple(Edit(Place(*start), Place(*end), text) for start, end, text in edits),
        fix,
        same, at, places,
    )  # fmt: skip


def _place(place: Place) -> Packed:
    return (place.line, place.column, place.offset)


def _related(one: Related) -> Packed:
    return (one.message, one.path, _place(one.start), _place(one.end), one.excerpt, one.at, one.places)


def _to_related(data: Packed) -> Related:
    message, path, start, end, excerpt, at, places = data
    return Related(message, path, Place(*start), Place(*end), excerpt, at, places)
