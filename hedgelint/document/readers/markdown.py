"""Markdown, as newsrooms and their sites write it → Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from pyromark import Markdown, Options

from hedgelint.document.model import Document, Lines
from hedgelint.document.notes import mark_corrections
from hedgelint.document.offset_map import OffsetMap
from hedgelint.document.prose import Block, Prose, Weaver
from hedgelint.document.readers import File, document
from hedgelint.document.readers import mdx as mdx_code
from hedgelint.document.readers.front_matter import FrontMatter, front_matter, weave_fields
from hedgelint.document.readers.html import Elements, name_headings, read_html
from hedgelint.document.readers.plain import one_line_end
from hedgelint.document.readers.shortcodes import MASK, Mark, masked
from hedgelint.finding import Problem
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

if TYPE_CHECKING:
    from pyromark.event import Range

_PARSE = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_HEADING_ATTRIBUTES
)
# What is cut from words: what is masked, and addresses.
_CUT = pattern_of(rf"{MASK}+|(?P<address>(?:https?://|www\.)[^\s<>{MASK}]*[^\s<>{MASK}.,;:!?'\"”’)\]])")
_IMAGE_AS_FIGURE = (".qmd", ".rmd")
_SENTENCE = pattern_of(r"(?:\w+[ ,]+){5,}\w+[.?!]")
_CLOSING = frozenset(
    ("Paragraph", "Item", "TableCell", "FootnoteDefinition", "BlockQuote", "List", "CodeBlock", "HtmlBlock", "Table")
)
_OPENING = _CLOSING | {"Heading"}


def read(file: File) -> Iterator[Document]:
    source, encoding, notes = file.decoded()
    mdx = file.path.lower().endswith(".mdx")
    yield read_markdown(file.path, source, encoding, notes, mdx=mdx)


def read_markdown(path: str, source: str, encoding: str, notes: tuple[str, ...], *, mdx: bool) -> Document:
    """`source` is the decoded file."""
    text, outer = one_line_end(source)
    weaver = Weaver(len(text))
    fields = front_matter(text)
    titled = bool(fields and weave_fields(text, fields, weaver))
    held = len(weaver.blocks)
    figures = path.lower().endswith(_IMAGE_AS_FIGURE)
    body = _Body(text, fields.end if fields else 0, weaver, mdx=mdx, figures=figures)
    body.read()
    first = next((i for i, block in enumerate(weaver.blocks) if block.kind == "body"), len(weaver.blocks))
    name_headings(weaver.blocks[:first], headline=not titled)
    name_headings(weaver.blocks[first:], headline=False)
    mark_corrections(weaver.blocks)
    _once(weaver.blocks, held)
    made = document(
        path, source, weaver.prose().within(outer), form="mdx" if mdx else "markdown", encoding=encoding, notes=notes
    )
    return replace(made, problems=_problems(fields, path, made.lines, outer)) if fields and fields.fault else made


def _once(blocks: list[Block], held: int) -> None:
    """A caption that the front matter (the first `held` blocks) and the text both hold is one caption."""
    captions = {block.text for block in blocks[:held] if block.kind == "caption"}
    if captions:
        blocks[held:] = [b for b in blocks[held:] if b.kind != "caption" or b.text not in captions]


def _problems(fields: FrontMatter, path: str, lines: Lines, outer: OffsetMap) -> tuple[Problem, ...]:
    if fields.fault is None:
        return ()
    message, at = fields.fault
    place = lines.place(outer.offset(at))
    return (Problem(f"{message}: only the body was read", path, place.line, place.column),)


class _Body:
    """What stands below the front matter."""

    def __init__(self, text: str, start: int, weaver: Weaver, *, mdx: bool, figures: bool) -> None:
        self._text, self._start, self._weave, self._mdx, self._figures = text, start, weaver, mdx, figures
        body = text[start:]
        self._body, marks = mdx_code.masked(body) if mdx else masked(body)
        self._marks = [replace(m, at=m.at + start, start=m.start + start, end=m.end + start) for m in marks]
        self._next = 0
        self._elements = Elements(text, weaver)
        self._stretches: list[str | None] = []  # what shortcodes and divs open
        self._round: list[str] = []  # the blocks round what is read
        self._silent = 0  # depth of what is not read: code, pictures, what is struck out
        self._links: list[tuple[int, str]] = []
        self._html: list[int] = []  # start and end of HTML not read yet
        self._byte = self._letter = 0
        self._said = 0  # where the last words ended
        self._ascii = self._body.isascii()
        self._bytes = b"" if self._ascii else self._body.encode("utf-8", errors="replace")

    def read(self) -> None:
        for event, place in _PARSE.events_with_range(self._body):
            if isinstance(event, str):
                self._single(event, place)
                continue
            name, value = next(iter(event.items()))
            if name == "Text":
                self._words(cast(str, value), place)
            elif name == "Start":
                self._open(value, place)
            elif name == "End":
                self._close(value, place)
            elif name in ("Html", "InlineHtml"):
                self._markup(place)
            elif name == "Code" and not self._silent:
                self._put("\ufffc", *self._range(place))
        self._flush_html()
        self._end("body")
        self._marks_before(len(self._text) + 1)
        self._elements.close()
        self._weave.end("body")

    def _single(self, event: str, place: Range) -> None:
        if event == "Rule":
            self._end("body")
        elif event in ("SoftBreak", "HardBreak") and not self._silent:
            self._put("\n" if event == "HardBreak" else " ", *self._range(place))

    # What begins and ends

    def _open(self, value: Any, place: Range) -> None:
        name, more = (value, None) if isinstance(value, str) else next(iter(value.items()))
        if name in _OPENING:
            self._end()
            if self._next < len(self._marks):
                self._marks_before(self._offset(place["start"]) + 1)
            self._round.append(name)
            if name == "CodeBlock":
                self._silent += 1
                self._code(more, place)
            elif name == "List" and isinstance(more, int) and more > 99:
                at = self._line(self._offset(place["start"]))
                self._weave.notes.append(f"line {at}: “{more}.” begins a list for Markdown; the number is no text")
        elif name == "Link":
            self._links.append((self._weave.here, more["dest_url"] if more else ""))
        elif name == "Image":
            self._silent += not (self._figures and self._alone(place))
            self._round.append("Image" if self._silent else "Figure")
        elif name == "Strikethrough":
            self._silent += 1

    def _close(self, value: Any, place: Range) -> None:
        name, more = (value, None) if isinstance(value, str) else next(iter(value.items()))
        if name in _CLOSING:
            self._end()
            self._silent -= name == "CodeBlock"
            self._round.pop()
        elif name == "Heading":
            self._end("h1" if more == "H1" else "subhead")
            self._round.pop()
        elif name == "Link" and self._links:
            self._weave.link(*self._links.pop())
        elif name == "Image":
            if self._round.pop() == "Figure":
                self._end("caption")
            else:
                self._silent -= 1
        elif name == "Strikethrough":
            self._silent -= 1

    def _end(self, kind: str | None = None) -> None:
        self._links = []
        if self._html:
            self._flush_html()
        if not self._weave.here:
            return
        stretch = next((k for k in reversed(self._stretches) if k), None)
        kind = stretch or self._elements.kind or kind or self._kind()
        if kind == "out" or self._elements.out:
            self._drop()
        else:
            self._elements.end_part(kind)

    def _drop(self) -> None:
        count = len(self._weave.blocks)
        self._elements.end_part("note")
        del self._weave.blocks[count:]

    def _kind(self) -> str:
        for name in reversed(self._round):
            if name == "BlockQuote":
                return "blockquote"
            if name == "TableCell":
                return "table"
            if name == "Item":
                return "blockquote" if "BlockQuote" in self._round else "list"
        return "body"

    def _code(self, more: Any, place: Range) -> None:
        if more == "Indented":
            start, end = self._range(place)
            if _SENTENCE.search(self._text, start, min(end, start + 2000)):
                self._weave.notes.append(
                    f"line {self._line(start)}: four blanks before a line make it code for Markdown; it was not read"
                )

    def _alone(self, place: Range) -> bool:
        start, end = self._range(place)
        line = self._text.rfind("\n", 0, start) + 1
        after = self._text.find("\n", end)
        rest = self._text[end : len(self._text) if after < 0 else after]
        return not self._text[line:start].strip() and not re.sub(r"^\{[^}\n]*\}", "", rest).strip()

    # Words and markup

    def _words(self, value: str, place: Range) -> None:
        if self._silent or self._elements.out:
            return
        start, end = self._range(place)
        if start > self._said and self._body[start - self._start - 1 : start - self._start] == "\\":
            self._said = start + 1  # an escaped letter is one with its backslash
            self._put(value[:1], start - 1, start + 1)
            value, start = value[1:], start + 1
        self._said = end
        if len(value) != end - start or (value != self._body[start - self._start : end - self._start]):
            self._put(value, start, end)
            return
        if MASK not in value and "://" not in value and "www." not in value:
            self._put(value, start, end)
            return
        at = 0
        for cut in _CUT.finditer(value):
            self._put(value[at : cut.start()], start + at, start + cut.start())
            if cut.lastgroup:
                since = self._weave.here
                self._put("\ufffc", start + cut.start(), start + cut.end())
                self._weave.link(since, cut.group())
            at = cut.end()
        self._put(value[at:], start + at, end)

    def _put(self, words: str, start: int, end: int) -> None:
        self._elements.put(words, start, end)

    def _markup(self, place: Range) -> None:
        start, end = self._range(place)
        if self._html and self._html[1] == start:
            self._html[1] = end
            return
        self._flush_html()
        self._html = [start, end]
        if "HtmlBlock" not in self._round:
            self._flush_html()

    def _flush_html(self) -> None:
        if self._html:
            start, end = self._html
            self._html = []
            self._elements.within = "body" if "HtmlBlock" in self._round else self._kind()
            self._elements.feed(start, end)

    # What is masked

    def _marks_before(self, offset: int) -> None:
        """What shortcodes, divs and components say up to here."""
        while self._next < len(self._marks) and self._marks[self._next].at < offset:
            mark = self._marks[self._next]
            self._next += 1
            if mark.what == "opens":
                self._stretches.append(mark.kind)
            elif mark.what == "closes" and self._stretches:
                self._stretches.pop()
            elif mark.what == "attributes" and mark.kind and self._weave.blocks:
                self._weave.blocks[-1].kind = mark.kind
            elif mark.what == "comment":
                self._weave.comment(mark.name, mark.start, mark.end)
            elif mark.what == "words":
                self._weave.add(_shown(self._text, mark))

    # Places

    def _range(self, place: Range) -> tuple[int, int]:
        if self._ascii:
            return place["start"] + self._start, place["end"] + self._start
        return self._offset(place["start"]), self._offset(place["end"])

    def _offset(self, byte: int) -> int:
        """Of a byte of the body, in letters of the text; fast where they are asked for in order."""
        if self._ascii:
            return byte + self._start
        if byte >= self._byte:
            self._letter += len(self._bytes[self._byte : byte].decode("utf-8", errors="replace"))
        else:
            self._letter -= len(self._bytes[byte : self._byte].decode("utf-8", errors="replace"))
        self._byte = byte
        return self._letter + self._start

    def _line(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1


def _shown(text: str, mark: Mark) -> Prose:
    """The words of an attribute, in which there may be HTML."""
    inner = read_html(text[mark.start : mark.end])
    size = mark.end - mark.start
    parts = tuple(replace(part, kind=mark.kind or part.kind, locked=True) for part in inner.parts)
    return replace(inner.within(OffsetMap(((0, mark.start, size, size),), size, len(text))), parts=parts)
