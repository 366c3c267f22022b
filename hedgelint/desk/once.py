"""One fault is told once: what a rule sees again in the same way is a further place of the first finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hedgelint.finding import SEVERITIES, Finding, Related

AGAIN = "here too"


def fault(finding: Finding) -> tuple[object, ...]:
    """What is the same for findings that are one fault; the place where each stands for itself."""
    return (finding.rule, finding.same, bool(finding.edits)) if finding.same else (finding.rule, finding.start)


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one rule with the same `same` as one: the first of them, with the others as related places and their
    edits as its own; those that can be mended apart from those that cannot. What was suppressed stays by itself, and
    so does a finding without a `same`. In order of place, then of rule."""
    out: list[Finding] = []
    first: dict[tuple[object, ...], int] = {}
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule)):
        key = fault(finding)
        if not finding.same or finding.suppressed is not None or key not in first:
            if finding.same and finding.suppressed is None:
                first[key] = len(out)
            out.append(finding)
        else:
            out[first[key]] = _with(out[first[key]], finding)
    return out


def _with(finding: Finding, other: Finding) -> Finding:
    place = Related(AGAIN, other.path, other.start, other.end, other.excerpt, other.at, other.places)
    severest = max(finding.severity, other.severity, key=SEVERITIES.index)
    edits = (*finding.edits, *other.edits)
    return replace(finding, severity=severest, related=(*finding.related, place), edits=edits)
