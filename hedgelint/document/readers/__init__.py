"""Readers: one module a format, imported only when a file of that format comes.

A reader is a module with one function,

    def read(file: File) -> Iterator[Document | InputError]

which gives the stories of the file in its order: one as a rule, several for records, feeds and archives. A story that
cannot be read is yielded as an InputError in its place, so that those after it are still read; the function may also
raise one. It never raises anything else, whatever the bytes, and takes time and memory in proportion to them.

* Text formats ask `file.decoded()` for text, encoding and notes; formats that know their encoding better (XML) or are
  no text (zip) take `file.content`. `Document.source` is the text that places are counted in: the decoded file wherever
  there is one. Where there is none (docx), it is the paragraphs as read, one a line, with `places="paragraph"`.
* Prose is put together with `Weaver` and carried with its way back: `weaver.copy` for words that stand in the source
  as they are, `weaver.put` for those that stand there otherwise (`&` for `&amp;`) or not at all. Decoding the source of
  any span gives the span's words. Parts come in reading order, which need not be that of the file.
* A format within another is read by its own reader's function on the inner text, and brought out with
  `prose.within(outer)`, where `outer` leads from the inner text to the source.
* `writable` is true only if `source`, encoded again, is the file, and if a mark put into prose (“, ”, ’) needs no
  escape there. Only such files are touched by --fix and --diff, at places that `OffsetMap.editable` allows.
* Waivers come as `Comment`s, or as parts of kind `comment` in plain text.

`hedgelint.document.formats` says which suffixes and first bytes are whose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from hedgelint.document.encoding import decode
from hedgelint.document.model import Document, Lines
from hedgelint.document.prose import Prose
from hedgelint.errors import InputError
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file as it comes: `path` is its name for people, `content` its bytes (of a .gz: unpacked). `encoding` is the
    one asked for, if any. Instead of bytes, `text` is given where it is at hand (a mended story read again), and
    `stream`, open, of a file that may be of any size."""

    path: str
    content: bytes = b""
    encoding: str | None = None
    text: str | None = None
    notes: tuple[str, ...] = ()
    stream: BinaryIO | None = None

    def decoded(self) -> tuple[str, str, tuple[str, ...]]:
        """Text, encoding and notes. Raises InputError, see `decode`."""
        if self.text is not None:
            return self.text, self.encoding or "utf-8", self.notes
        text, used, notes = decode(self.content, self.path, self.encoding)
        return text, used, (*self.notes, *notes)


class Reader(Protocol):
    def read(self, file: File) -> Iterator[Document | InputError]: ...


def document(
    path: str,
    source: str,
    prose: Prose,
    *,
    form: str,
    encoding: str = "utf-8",
    notes: tuple[str, ...] = (),
    lines: Lines | None = None,
    writable: bool = True,
) -> Document:
    """A document of a format whose text is the file; `lines` are those of `source`, where they are counted already."""
    return Document(
        path,
        source,
        prose.text,
        prose.map,
        prose.parts,
        encoding,
        (*notes, *prose.notes),
        prose.comments,
        Lines(source) if lines is None else lines,
        links=prose.links,
        format=form,
        writable=writable,
    )
