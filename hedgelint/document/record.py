"""A story whose parts are fields of a record, each a text of its own within the file: JSON, feeds, agencies' XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from hedgelint.document.flow import Pieces, flow
from hedgelint.document.inner import Inner, dereferenced, letters_of
from hedgelint.document.model import Document, Lines
from hedgelint.document.notes import mark_corrections
from hedgelint.document.paragraph import Paragraph, weave
from hedgelint.document.parts import find_parts
from hedgelint.document.prose import Block, Prose, Weaver
from hedgelint.document.readers import document
from hedgelint.document.readers.plain import one_line_end
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

# What the opening of a plain text tells of, and a body does not hold when the record has it in fields of its own.
_IN_FIELDS = ("headline", "standfirst")
_PAGE = pattern_of(r"<(?:!doctype\s+html|html|body)\b", re.I)
_HEAD = 2000  # code points among which a page says that it is one


class Record:
    """Fields are added in the order in which they are to be read."""

    def __init__(self, source_size: int) -> None:
        self._weaver = Weaver(source_size)
        self.notes: list[str] = []
        self._bodies: list[Sequence[Block]] = []  # texts in which each block has its own kind

    def __bool__(self) -> bool:
        return bool(self._weaver.blocks)

    def field(self, kind: str, inner: Inner | None, *, markup: bool = True) -> None:
        """A part of this kind in one field, in plain words or, if there may be `markup`, with HTML in it."""
        if not inner:
            return
        if markup and (inner.has_markup or inner.has_references):
            letters = letters_of(inner.text)
            if letters and not inner.text.startswith("http"):  # an address by itself is no words
                self._weaver.enter(inner.map)
                self._weaver.part(kind, letters, inner.at)
                self._weaver.leave()
            else:
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

    def html(self, inner: Inner, kind: str = "", again: Callable[[Block, int], str] | None = None) -> None:
        """Parts as HTML tells them, all of them of one `kind`, or each of the kind that `again` says: it is given a
        block and where it begins in the text of `inner`, its line ends made one."""
        from hedgelint.document.readers.html import weave_html

        text, map_of = inner.text, inner.map
        if "\r" in text:
            text, offsets = one_line_end(text)
            map_of = map_of.then(offsets)
        begin = self._weaver.enter(map_of)
        blocks = weave_html(text, self._weaver, page="<" in text and _PAGE.search(text, 0, _HEAD) is not None)
        if again:
            mark_corrections(blocks)
        elif not kind:
            self._bodies.append(blocks)
        for block in blocks:
            block.kind = kind or (again(block, block.pieces[0][0] - begin) if again else block.kind)
            block.at = inner.at
        self._weaver.leave()

    def plain(self, inner: Inner) -> None:
        """Paragraphs of plain text; those of its references of HTML that stayed in are read as what they mean."""
        if inner.has_references:
            inner = dereferenced(inner)
            self.notes.append("references of HTML in plain text (&quot; and the like): read as what they mean")
        text, offsets = one_line_end(inner.text)
        parts = (
            replace(part, kind="body" if part.kind in _IN_FIELDS else part.kind, at=inner.at)
            for part in find_parts(text)
        )
        self._weaver.add(Prose(text, offsets, tuple(parts)).within(inner.map))
        self._bodies.append(())

    def prose(self) -> Prose:
        """All of it; the record is empty then, for a reader holds it still while its story is worked on."""
        for blocks in self._bodies if len(self._bodies) > 1 else ():
            mark_corrections(blocks)  # at the ends of each text; at those of the story in any case
        mark_corrections(self._weaver.blocks)
        made = self._weaver.prose()
        self._weaver.blocks.clear()
        self._bodies.clear()
        return replace(made, notes=(*made.notes, *self.notes))


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
    return document(path, source, prose, form=form, encoding=encoding, notes=notes, lines=lines, writable=False)
