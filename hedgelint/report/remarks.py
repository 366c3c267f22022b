"""A finding as the words of a comment in the margin."""

from __future__ import annotations

from hedgelint.finding import Finding


def remark(finding: Finding) -> str:
    """What is wrong, what belongs to it, what would mend it, and where to read more; a line each."""
    lines = [finding.message]
    for related in finding.related:
        lines.append(f"{related.message}: {related.excerpt}" if related.excerpt else related.message)
    if len(finding.edits) == 1:
        (edit,) = finding.edits
        lines.append(f"Write {edit.text}" if edit.text.strip() else "Leave it out")
    lines.append(f"{finding.severity} · {finding.rule} · hedgelint explain {finding.rule}")
    # A comment that speaks to hedgelint would be a waiver.
    return "\n".join(" ".join(line.split()) for line in lines).replace("hedgelint:", "hedgelint :")
