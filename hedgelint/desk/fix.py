"""Findings that have one right answer, mended in the file: all of it sound afterwards, or nothing written."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from difflib import unified_diff

from hedgelint.document.encoding import encode
from hedgelint.document.model import Document
from hedgelint.document.reader import LARGEST
from hedgelint.errors import InputError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import Finding, Result
from hedgelint.values import dataclass

Lint = Callable[[str], Result]
_MOST_RUNS = 64  # of linting one story while it is mended


@dataclass(frozen=True, slots=True)
class Fixed:
    """`text` is the whole decoded file as mended; `count` the findings that are gone from it."""

    path: str
    before: str
    text: str
    count: int


def mend(result: Result, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """The story with all that can be mended mended together, or else as many of its findings as leave it sound: linting
    the outcome shows them gone and nothing new. `lint` takes the text of the file; with `unsafe` what a person should
    read is mended, too.

    What is unsound together is tried by halves, so that of many findings a few that do not fit cost a few runs.
    """
    count, now, runs = 0, result, _MOST_RUNS
    while runs:
        mendable = [f for f in now.findings if f.edits and f.suppressed is None and (unsafe or f.fix != "unsafe")]
        kept: list[Finding] = []
        then, waiting = now, [mendable] if mendable else []
        while waiting and runs:
            group = waiting.pop()
            runs -= 1
            after = lint(_apply(now.source, _apart([*kept, *group])))
            if _sound(now, after, [*kept, *group]):
                kept, then = [*kept, *group], after
            elif len(group) > 1:
                waiting += [group[len(group) // 2 :], group[: len(group) // 2]]
        if not kept:
            break
        now, count = then, count + len(kept)
    return Fixed(result.path, result.source, now.source, count)


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Those whose edits touch no edit of one before."""
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []  # in order
    for finding in findings:
        edits = [(edit.start.offset, edit.end.offset) for edit in finding.edits]
        if not any(_touches(taken, *edit) for edit in edits):
            kept.append(finding)
            for edit in edits:
                insort(taken, edit)
    return kept


def _touches(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, end))
    return any(start < last and first < end for first, last in taken[max(0, at - 1) : at + 1]) or (
        at < len(taken) and taken[at] == (start, end)
    )


def _apply(text: str, findings: Sequence[Finding]) -> str:
    pieces, at = [], 0
    for edit in sorted(
        {edit for finding in findings for edit in finding.edits}, key=lambda edit: (edit.start, edit.end)
    ):
        pieces += [text[at : edit.start.offset], edit.text]
        at = edit.end.offset
    return "".join((*pieces, text[at:]))


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
