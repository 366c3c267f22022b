"""Plain text → Document: line ends made one, lines gathered into parts."""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.document.composed import compose
from hedgelint.document.model import Document, Lines
from hedgelint.document.notes import with_corrections
from hedgelint.document.offset_map import OffsetMap, Segment, joined
from hedgelint.document.parts import find_parts
from hedgelint.document.readers import File
from hedgelint.patterns import pattern_of

_BREAK = pattern_of(r"\r\n?")
# The mark of a note, [1] or a raised figure, right behind a word or a stop: no words of the story.
_NOTE = pattern_of(
    r"(?:(?<=[\w.,;:!?…”\"’')\]%])"
    r"\[(?:\d{1,3}|\^[\w-]{1,20}|(?:note|nb|fn) \d{1,2}|citation needed)\](?=[\s.,;:)\[”\"’]|$)"
    r"|(?<=[.,;:!?…”\"’])[¹²³⁰⁴-⁹]{1,3}(?=\s|$))+"
)
_NOTE_SIGN = pattern_of(r"[\[¹²³⁰⁴-⁹]")
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
# Halves of a letter that a broken program left behind: no text, and no UTF-8.
_SURROGATE = pattern_of("[\ud800-\udfff]")


def read(file: File) -> Iterator[Document]:
    text, encoding, notes = file.decoded()
    path = file.path
    del file  # its bytes are as long as the story
    yield read_plain(path, text, encoding, notes)


def read_plain(path: str, source: str, encoding: str = "utf-8", notes: tuple[str, ...] = ()) -> Document:
    """`source` is the decoded file; its line ends may be \\n, \\r\\n or \\r."""
    text, offsets = one_line_end(source)
    text, back, _ = compose(_whole_letters(text))
    if back is not None:
        offsets = offsets.then(back)
    text, offsets = _without_note_marks(text, offsets)
    parts = with_corrections(text, find_parts(text))
    return Document(path, source, text, offsets, parts, encoding, notes, lines=Lines(source))


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


def _whole_letters(text: str) -> str:
    """Half a letter becomes U+FFFD. Encoding tells three times as fast as a search whether there is one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _without_note_marks(text: str, offsets: OffsetMap) -> tuple[str, OffsetMap]:
    # Ten searches for a letter take half the time of one for a class of letters.
    if "[" not in text and (text.isascii() or not any(mark in text for mark in _RAISED)):
        return text, offsets
    pieces: list[str] = []
    segments: list[Segment] = []
    at = prose = 0
    for start, end in (*_note_marks(text), (len(text), len(text))):
        if start > at:
            pieces.append(text[at:start])
            segments.append(Segment(prose, at, start - at, start - at))
            prose += start - at
        at = end
    if prose == len(text):
        return text, offsets
    return "".join(pieces), offsets.then(OffsetMap(segments, prose, len(text)))


def _note_marks(text: str) -> Iterator[tuple[int, int]]:
    """Tried where a mark may begin only: a search for the whole pattern takes 200 bytes for each letter it passes."""
    reached = 0
    for sign in _NOTE_SIGN.finditer(text):
        mark = _NOTE.match(text, sign.start()) if sign.start() >= reached else None
        if mark is not None:
            reached = mark.end()
            yield mark.span()
