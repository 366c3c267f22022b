"""Plain text: a paragraph a line, or paragraphs apart by blank lines."""

from __future__ import annotations

import re

from hedgelint.document.model import Document, Lines, Part
from hedgelint.document.offset_map import OffsetMap
from hedgelint.span import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BREAK = re.compile(r"\r\n?")


def read_plain(path: str, source: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
    text, offsets = _unify_line_ends(source)
    parts = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        parts.append(Part("body", Span(start, match.start() + len(line.rstrip()))))
    return Document(path, source, text, offsets, tuple(parts), encoding, notes, lines=Lines(source))


def _unify_line_ends(source: str) -> tuple[str, OffsetMap]:
    if "\r" not in source:
        return source, OffsetMap.identity(len(source))
    pieces, segments, at, prose = [], [], 0, 0
    for match in _BREAK.finditer(source):
        piece = source[at : match.start()] + "\n"
        # The line end is the last character of its segment; \r\n gives \n the place of \r.
        pieces.append(piece)
        segments.append((prose, at, len(piece)))
        prose, at = prose + len(piece), match.end()
    if at < len(source):
        pieces.append(source[at:])
        segments.append((prose, at, len(source) - at))
        prose += len(source) - at
    return "".join(pieces), OffsetMap(segments, prose, len(source))
