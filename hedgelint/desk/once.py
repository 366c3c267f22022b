"""One fault is told once: what a rule sees again in the same way is a further place of the first finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hedgelint.finding import SEVERITIES, Finding, Related
from hedgelint.values import replace

AGAIN = "here too"


def fault(finding: Finding) -> tuple[object, ...]:
    """What is the same for findings that are one fault; the place where each stands for itself."""
    return (finding.rule, finding.same, bool(finding.edits)) if finding.same else (finding.rule, finding.start)


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one rule with the same `same` as one: the first of the severest, with the others as related places
    and their edits as its own; those that can be mended apart from those that cannot. What was suppressed stays by
    itself, and so does a finding without a `same`. In order of place, then of rule."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    out: list[Finding] = []
    for finding in findings:
        if finding.same and finding.suppressed is None:
            groups.setdefault(fault(finding), []).append(finding)
        else:
            out.append(finding)
    out += (_as_one(sorted(group, key=_place)) for group in groups.values())
    return sorted(out, key=_place)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.start, finding.end, finding.rule


def _as_one(group: Sequence[Finding]) -> Finding:
    first = max(group, key=lambda finding: SEVERITIES.index(finding.severity))
    others = [finding for finding in group if finding is not first]
    places = (
        Related(AGAIN, other.path, other.start, other.end, other.excerpt, other.at, other.places) for other in others
    )
    edits = (edit for other in others for edit in other.edits)
    return replace(first, related=(*first.related, *places), edits=(*first.edits, *edits))
