"""A story whose parts are fields of a record, each a text of its own within the file: JSON, feeds, agencies' XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hedgelint.document.flow import Pieces, flow
from hedgelint.document.inner import Inner, dereferenced
from hedgelint.document.model import Document, Lines
from hedgelint.document.notes import mark_corrections
from hedgelint.document.paragraph import Paragraph, weave
from hedgelint.document.parts import find_parts
from hedgelint.document.prose import Prose, Weaver
from hedgelint.document.readers.plain import one_line_end

# What the opening of a plain text tells of, and a body does not hold when the record has it in fields of its own.
_IN_FIELDS = ("headline", "standfirst")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.I)
_HEAD = 2000  # code points among which a page says that it is one


class Record:
    """Fields are added in the order in which they are to be read."""

    def __init__(self, source_size: int) -> None:
        self._weaver = Weaver(source_size)
        self.notes: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._weaver.blocks)

    def field(self, kind: str, inner: Inner | None, *, markup: bool = True) -> None:
        """A part of this kind in one field, in plain words or, if there may be `markup`, with HTML in it."""
        if not inner:
            return
        if markup and (inner.has_markup or inner.has_references):
            self.html(inner, kind)
            return
        pieces: Pieces = []
        after_blank = True
        for text in inner.pieces:
            after_blank = flow(pieces, text, after_blank)
        self.line(kind, pieces, at=inner.at)

    def line(self, kind: str, pieces: Pieces, links: Sequence[tuple[int, int, str]] = (), *, at: str = "") -> None:
        """A part of words that flow already, with their places in the file; `links` are (start, end, target)."""
        weave(self._weaver, Paragraph(pieces=pieces, links=list(links)), kind, at)

    def body(self, inner: Inner | None) -> None:
        """The text of the story, whatever it is written in: the first tag tells."""
        if not inner:
            return
        if inner.has_markup:
            self.html(inner)
        else:
            self.plain(inner)

    def html(self, inner: Inner, kind: str = "") -> None:
        """Parts as HTML tells them, or all of them of one `kind`."""
        self.add(html_prose(inner.text), inner, kind)

    def plain(self, inner: Inner) -> None:
        """Paragraphs of plain text; those of its references of HTML that stayed in are read as what they mean."""
        if inner.has_references:
            inner = dereferenced(inner)
            self.notes.append("references of HTML in plain text (&quot; and the like): read as what they mean")
        text, offsets = one_line_end(inner.text)
        parts = (replace(p, kind="body") if p.kind in _IN_FIELDS else p for p in find_parts(text))
        self.add(Prose(text, offsets, tuple(parts)), inner)

    def add(self, prose: Prose, inner: Inner, kind: str = "") -> None:
        """Prose whose source is the text of `inner`."""
        parts = (replace(part, kind=kind or part.kind, at=inner.at) for part in prose.parts)
        self._weaver.add(replace(prose, parts=tuple(parts)).within(inner.map))

    def prose(self) -> Prose:
        mark_corrections(self._weaver.blocks)
        made = self._weaver.prose()
        return replace(made, notes=(*made.notes, *self.notes))


def html_prose(text: str) -> Prose:
    """The prose of HTML, a fragment or a page; its map leads into `text`."""
    from hedgelint.document.readers.html import read_html

    page = _PAGE.search(text[:_HEAD]) is not None
    if "\r" not in text:
        return read_html(text, page=page)
    plain, offsets = one_line_end(text)
    return read_html(plain, page=page).within(offsets)


def record_document(
    path: str,
    source: str,
    record: Record,
    *,
    form: str,
    lines: Lines,
    encoding: str = "utf-8",
    notes: tuple[str, ...] = (),
) -> Document:
    """`lines` are those of `source`: counted once for all the stories of a file."""
    prose = record.prose()
    return Document(
        path,
        source,
        prose.text,
        prose.map,
        prose.parts,
        encoding,
        (*notes, *prose.notes),
        prose.comments,
        lines,
        links=prose.links,
        format=form,
        writable=False,
    )
