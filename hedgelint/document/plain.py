"""Plain text → Document: line ends made one, lines gathered into parts."""

from __future__ import annotations

import re

from hedgelint.document.model import Document, Lines
from hedgelint.document.offset_map import OffsetMap
from hedgelint.document.parts import find_parts

_BREAK = re.compile(r"\r\n?")
# Halves of a letter that a broken program left behind: no text, and no UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_plain(path: str, source: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
    """`source` is the decoded file; its line ends may be \\n, \\r\\n or \\r."""
    text, offsets = _unify_line_ends(source)
    text = _SURROGATE.sub("\ufffd", text)
    return Document(path, source, text, offsets, find_parts(text), encoding, notes, lines=Lines(source))


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
