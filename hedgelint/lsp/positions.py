"""Code points of a text, and positions as an editor counts them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from hedgelint.document.model import Lines
from hedgelint.span import Span

# What is one code point and more units than one: each pattern adds a unit to every letter that it matches.
_WIDE = {
    PositionEncodingKind.Utf8: ("[\x80-\U0010ffff]", "[\u0800-\U0010ffff]", "[\U00010000-\U0010ffff]"),
    PositionEncodingKind.Utf16: ("[\U00010000-\U0010ffff]",),
    PositionEncodingKind.Utf32: (),
}


class Positions:
    """Of one text. `encoding` is what the client counts in: utf-8, utf-16 or utf-32.

    Lines end at \\n, \\r\\n and lone \\r, as they do for the protocol and for hedgelint; not at U+2028.
    """

    __slots__ = ("_lines", "_text", "_wide")

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._text, self._lines = text, Lines(text)
        patterns = () if text.isascii() else _WIDE[PositionEncodingKind(encoding)]
        self._wide = [array("L", (one.start() for one in re.finditer(pattern, text))) for pattern in patterns]

    def at(self, offset: int) -> Position:
        """The position of an offset in code points; one behind the text is its end."""
        offset = max(0, min(offset, len(self._text)))
        line = self._lines.place(offset).line
        return Position(line - 1, self._units(offset) - self._units(self._lines.start(line)))

    def place(self, line: int, column: int) -> Position:
        """The position of a line and column from 1, the column in code points."""
        if not 1 <= line <= len(self._lines):
            return self.at(len(self._text) if line > 1 else 0)
        start, end = self._line(line - 1)
        return self.at(min(end, start + max(0, column - 1)))

    def range(self, span: Span) -> Range:
        return Range(self.at(span.start), self.at(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one behind a line is that line's end, one behind the text the text's, one inside a
        letter that letter's."""
        if position.line >= len(self._lines):
            return len(self._text)
        start, end = self._line(max(0, position.line))
        units = self._units(start) + max(0, position.character)
        return max(start, start + bisect_right(range(start, end + 1), units, key=self._units) - 1)

    def span(self, stretch: Range) -> Span:
        start, end = self.offset(stretch.start), self.offset(stretch.end)
        return Span(min(start, end), max(start, end))

    def line_start(self, offset: int) -> int:
        """Where the line begins that holds an offset."""
        return self._lines.start(self._lines.place(offset).line)

    def _line(self, number: int) -> tuple[int, int]:
        """Where a line (from 0) begins, and where its words end."""
        start = self._lines.start(number + 1)
        if number + 1 == len(self._lines):
            return start, len(self._text)
        end = self._lines.start(number + 2)
        return start, start + len(self._text[start:end].rstrip("\r\n"))

    def _units(self, offset: int) -> int:
        return offset + sum(bisect_left(wide, offset) for wide in self._wide)
