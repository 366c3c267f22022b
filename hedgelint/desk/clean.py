"""A story without what it says to hedgelint."""

from __future__ import annotations

from hedgelint.desk.suppress import written
from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of

_LINE_END = pattern_of(r"\r\n?|\n")


def without_waivers(document: Document) -> str:
    """The text of the file without its waivers; one that has its lines for itself goes with them, and with the empty
    line behind it where there is one before it too."""
    source = document.source
    pieces: list[str] = []
    at = 0
    for start, end in sorted(place for _, place, _ in written(document)):
        first = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
        after = _LINE_END.search(source, end)
        last = after.end() if after else len(source)
        if not source[first:start].strip() and not source[end:last].strip():
            start, end = first, last
            again = _LINE_END.match(source, end)
            if again and _empty_before(source, start):
                end = again.end()
        elif source[start - 1 : start] == " ":
            start -= 1
        pieces.append(source[at:start])
        at = max(at, end)
    return "".join([*pieces, source[at:]])


def _empty_before(source: str, start: int) -> bool:
    before = source[max(0, start - 4) : start].replace("\r\n", "\n").replace("\r", "\n")
    return not before or before.endswith("\n\n") or before == "\n"
