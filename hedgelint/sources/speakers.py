"""What in a transcript is not speech: labels, stage directions, timecodes, page furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from hedgelint.span import Span, SpanSet

_LABEL = re.compile(
    r"^[ \t]*(?:>>[ \t]*)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*)?"
    r"(?P<name>[A-Z][\w.'’\-]*(?:[ \t]+[A-Z][\w.'’\-]*){0,5})(?:[ \t]*[(,][^()\n:]{1,40}\)?)?:(?=\s)",
    re.M,
)
_FURNITURE = re.compile(
    r"\[[^\[\]\n]{1,60}\]"
    r"|\((?:[A-Z][A-Z ,.;:/'’\-]+|(?i:applause|laughter|laughs|crosstalk|inaudible|cheers?|pause|music)[^()\n]{0,30})\)"
    r"|\b\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?(?:[ \t]*-->[ \t]*\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?)?"
    r"|^[ \t]*[\[(]?\d{1,2}:\d\d[\])]?(?=[ \t]|$)(?![ \t]*[ap]\.?m)"
    r"|^[ \t]*(?:[Pp](?:age|AGE)[ \t]+)?\d{1,4}(?:[ \t]+of[ \t]+\d{1,4})?[ \t]*$",
    re.M,
)
_LINE = re.compile(r"^[ \t]*\S[^\n]{2,79}$", re.M)


@dataclass(frozen=True, slots=True)
class Turns:
    """Who speaks from which offset on; `furniture` is what no one says."""

    starts: tuple[int, ...]
    names: tuple[str, ...]
    furniture: SpanSet

    def at(self, offset: int) -> str:
        """The label in force at this code point; empty before the first."""
        i = bisect_right(self.starts, offset) - 1
        return self.names[i] if i >= 0 else ""


def read_turns(text: str) -> Turns:
    labels = list(_LABEL.finditer(text))
    furniture = [Span(*m.span()) for m in labels]
    furniture += [Span(*m.span()) for m in _FURNITURE.finditer(text)]
    furniture += _page_headers(text)
    return Turns(tuple(m.start() for m in labels), tuple(m["name"] for m in labels), SpanSet(furniture))


def _page_headers(text: str) -> list[Span]:
    """Short lines with a form feed before them, and the same line wherever it comes again."""
    after = {m.group(1).strip() for m in re.finditer(r"\f[ \t]*\n?([^\n\f]{3,80})", text)}
    if not after:
        return []
    lines = [(m.group().strip("\f \t"), Span(*m.span())) for m in _LINE.finditer(text)]
    often = Counter(line for line, _ in lines)
    return [span for line, span in lines if line in after and often[line] > 1]
