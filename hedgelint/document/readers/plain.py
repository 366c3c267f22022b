"""Plain text → Document: line ends made one, lines gathered into parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.document.composed import compose
from hedgelint.document.model import Document, Lines
from hedgelint.document.offset_map import OffsetMap, Segment, joined
from hedgelint.document.parts import find_parts
from hedgelint.document.readers import File

_BREAK = re.compile(r"\r\n?")
# Halves of a letter that a broken program left behind: no text, and no UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(file: File) -> Iterator[Document]:
    text, encoding, notes = file.decoded()
    yield read_plain(file.path, text, encoding, notes)


def read_plain(path: str, source: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
    """`source` is the decoded file; its line ends may be \\n, \\r\\n or \\r."""
    text, offsets = one_line_end(source)
    text, back, _ = compose(_SURROGATE.sub("\ufffd", text))
    if back is not None:
        offsets = offsets.then(back)
    return Document(path, source, text, offsets, find_parts(text), encoding, notes, lines=Lines(source))


def one_line_end(source: str) -> tuple[str, OffsetMap]:
    """The text with \\n as its only line end, and the way back to the source."""
    if "\r" not in source:
        return source, OffsetMap.identity(len(source))
    pieces: list[str] = []
    segments: list[Segment] = []
    at = prose = 0
    for match in _BREAK.finditer(source):
        size = match.start() - at
        if size:
            segments.append(Segment(prose, at, size, size))
        segments.append(Segment(prose + size, match.start(), 1, match.end() - match.start()))
        pieces.append(source[at : match.start()] + "\n")
        prose, at = prose + size + 1, match.end()
    if at < len(source):
        pieces.append(source[at:])
        segments.append(Segment(prose, at, len(source) - at, len(source) - at))
        prose += len(source) - at
    return "".join(pieces), OffsetMap(joined(segments), prose, len(source))
