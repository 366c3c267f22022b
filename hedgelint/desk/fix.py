"""Findings that have one right answer, mended in the file: all of it sound afterwards, or nothing written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from hedgelint.document.encoding import encode
from hedgelint.document.model import Document
from hedgelint.document.reader import LARGEST
from hedgelint.errors import InputError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import Edit, Finding, Result

Lint = Callable[[str], Result]


@dataclass(frozen=True, slots=True)
class Fixed:
    """`text` is the whole decoded file as mended; `count` the findings that are gone from it."""

    path: str
    before: str
    text: str
    count: int


def mend(result: Result, lint: Lint) -> Fixed:
    """The story with its findings mended one after another, each kept only if linting the outcome shows it gone and
    nothing new. `lint` takes the text of the file."""
    mendable = [f for f in result.findings if f.edits and f.suppressed is None]
    together = _apply(result.source, _apart(mendable))
    if mendable and _sound(result, lint(together), mendable):
        return Fixed(result.path, result.source, together, len(mendable))
    text, now, count = result.source, result, 0
    for _ in mendable:
        for finding in (f for f in now.findings if f.edits and f.suppressed is None):
            tried = _apply(text, [finding])
            then = lint(tried)
            if _sound(now, then, [finding]):
                text, now, count = tried, then, count + 1
                break
        else:
            break
    return Fixed(result.path, result.source, text, count)


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those whose edits touch no edit of one before."""
    kept: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        if all(a.end.offset <= b.start.offset or b.end.offset <= a.start.offset for a in finding.edits for b in taken):
            kept.append(finding)
            taken += finding.edits
    return kept


def _apply(text: str, findings: Sequence[Finding]) -> str:
    edits = sorted({edit for finding in findings for edit in finding.edits}, key=lambda edit: edit.start, reverse=True)
    for edit in edits:
        text = text[: edit.start.offset] + edit.text + text[edit.end.offset :]
    return text


def _sound(before: Result, after: Result, mended: Sequence[Finding]) -> bool:
    """Every rule has as many findings less as were mended, and none has more."""
    if after.problems != before.problems:
        return False
    counts: dict[str, int] = {}
    for finding in before.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    for finding in mended:
        counts[finding.rule] -= 1
    for finding in after.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) - 1
    return all(counts.get(f.rule, 0) == 0 for f in mended) and all(left >= 0 for left in counts.values())


def diff(fixed: Fixed) -> str:
    """What --fix would change, as `diff -u` shows it."""
    lines = unified_diff(
        fixed.before.splitlines(keepends=True), fixed.text.splitlines(keepends=True), fixed.path, fixed.path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write(fixed: Fixed, document: Document) -> None:
    """The file in its own encoding, byte-order mark, line ends and permissions; whole or not at all.

    Raises InputError where the file is no longer what was read, or cannot be written.
    """
    try:
        content = read_bytes(fixed.path, LARGEST)
        if encode(fixed.before, document.encoding, like=content) != content:
            message = "the file is not what was read, or does not come back byte for byte"
            raise InputError(message, path=fixed.path)
        write_whole(fixed.path, encode(fixed.text, document.encoding, like=content))
    except UnicodeEncodeError:
        raise InputError(f"not mended: {document.encoding} has no such mark", path=fixed.path) from None
    except InputError as error:
        raise InputError(f"not mended: {error.message}", path=error.path, hint=error.hint) from None
