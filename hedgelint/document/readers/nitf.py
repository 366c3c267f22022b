"""NITF (IPTC, 3.x) → Document. https://iptc.org/standards/nitf/; elements by their local names, with a namespace or
without, since agencies' files have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hedgelint.document.flow import Pieces, flow
from hedgelint.document.inner import Inner, within
from hedgelint.document.model import Document
from hedgelint.document.raised import raised
from hedgelint.document.readers import File
from hedgelint.document.record import Record
from hedgelint.document.xml_file import XmlFile
from hedgelint.document.xml_tree import Element, Text, parse_xml
from hedgelint.errors import InputError

# No prose: what is said for machines and for readers aloud, and who is to be credited.
_OUT = frozenset(
    (
        "alt-code",
        "bibliography",
        "byttl",
        "credit",
        "media-metadata",
        "media-object",
        "media-producer",
        "media-reference",
        "nitf-table-metadata",
        "pronounce",
        "virtloc",
    )
)
_PARAGRAPHS = {"p": "body", "pre": "body", "lede": "body", "hl1": "subhead", "hl2": "subhead", "tagline": "byline"}
_KINDS = {"bq": "blockquote", "note": "note", "fn": "note", "table": "table", "nitf-table": "table"}
_KINDS |= {"ul": "list", "ol": "list", "dl": "list", "media-caption": "caption", "abstract": "standfirst"}
_INSIDE = ("li", "dt", "dd", "td", "th", "caption", "credit")
# What begins a block; all else is part of a line.
_MORE = ("block", "media", "byline", "dateline", "distributor", "rights", "content", "hedline", "hr")
_ROWS = ("tr", "tbody", "thead", "tfoot", "col", "colgroup")
_BLOCKS = frozenset((*_PARAGRAPHS, *_KINDS, *_INSIDE, *_OUT, *_MORE, *_ROWS))
_MARKS = frozenset("“”‘’\"'«»")

# Gives texts of the tree their places in the file.
Placed = Callable[[Pieces], Pieces]


def read(file: File) -> Iterator[Document]:
    packed = XmlFile(file, "nitf")
    root = packed.root if packed.root.name == "nitf" else next(packed.root.below("nitf"), None)
    if root is None:
        raise InputError("no NITF: there is no element nitf in it", path=file.path)
    record = packed.record()
    nitf(root, record)
    yield packed.document(record)


def nitf_within(outer: Inner, record: Record, *, head: bool = False) -> None:
    """NITF that is a text of its own within another file. Raises InputError, without a path."""
    nitf(parse_xml(outer.text, "").root, record, lambda texts: list(within(outer, texts).pieces), head=head)


def nitf(root: Element, record: Record, place: Placed = list, *, head: bool = True) -> None:
    """Without `head` only the text itself is read."""
    _Reading(record, place).read(root, head)


class _Reading:
    def __init__(self, record: Record, place: Placed) -> None:
        self._record, self._place = record, place

    def read(self, root: Element, head: bool) -> None:
        top = root.first("body", "body.head")
        if head and top is not None:
            self._head(top)
        text = root.first("body", "body.content")
        if text is not None:
            self._blocks(text, "body")

    def _head(self, top: Element) -> None:
        lines = [line for headline in top.elements("hedline") for line in headline.elements("hl1", "hl2")]
        said: set[str] = set()
        for line in lines:
            words = " ".join(line.words.split())
            if words not in said:  # AP says the headline again in hl2
                self._part("headline" if line.name == "hl1" and not said else "standfirst", line)
            said.add(words)
        for abstract in top.elements("abstract"):
            self._blocks(abstract, "standfirst")
        for byline in top.elements("byline"):
            self._part("byline", byline)
            for title in byline.elements("byttl"):
                self._part("byline", title)
        for dateline in top.elements("dateline"):
            self._part("dateline", dateline)

    def _blocks(self, holder: Element, kind: str) -> None:
        """Paragraphs, and words that stand between them."""
        loose: list[Element | Text] = []
        for child in holder.children:
            if isinstance(child, tuple) or child.name not in _BLOCKS:
                loose.append(child)
                continue
            self._loose(loose, kind)
            loose = []
            name = child.name
            if name in _OUT:
                continue
            if name in _PARAGRAPHS:
                told = _PARAGRAPHS[name] if kind == "body" else kind
                self._part("correction" if "correction" in child.attributes.get("class", "") else told, child)
            elif name in ("byline", "dateline"):
                self._part(name, child)
            elif name in _INSIDE:
                self._blocks(child, kind)
            else:
                self._blocks(child, _KINDS.get(name, kind) if kind == "body" else kind)
        self._loose(loose, kind)

    def _loose(self, children: list[Element | Text], kind: str) -> None:
        if any(not isinstance(child, tuple) or not child[0].isspace() for child in children):
            holder = Element("", "", {}, 0)
            holder.children = children
            self._part(kind, holder)

    def _part(self, kind: str, element: Element) -> None:
        line = _Line()
        line.add(element)
        self._record.line(kind, self._place(line.pieces), line.links)


class _Line:
    """The words of a paragraph as they flow, and the links in it at offsets of its words."""

    def __init__(self) -> None:
        self.pieces: Pieces = []
        self.links: list[tuple[int, int, str]] = []
        self._after_blank = True

    def add(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, tuple):
                self._after_blank = flow(self.pieces, child, self._after_blank)
            elif child.name == "br":
                self._put(" ", child.start, child.end)
            elif child.name == "q":
                self._quoted(child)
            elif child.name == "frac":
                self._fraction(child)
            elif (
                child.name == "sup"
                and (said := raised("".join(p[0] for p in self.pieces[-4:]), child.words)) is not None
            ):
                if said:
                    self._put(said, child.start, child.end)
            elif child.name == "a" and child.attributes.get("href"):
                since = self._size()
                self.add(child)
                self.links.append((since, self._size(), child.attributes["href"]))
            elif child.name not in _OUT:
                self.add(child)

    def _fraction(self, element: Element) -> None:
        """1/2, and a blank between it and a whole number before it."""
        if self.pieces and self.pieces[-1][0][-1:].isdigit():
            self._put(" ", element.start, element.start)
        over, under = element.first("frac-num"), element.first("frac-den")
        if over is None or under is None:
            self.add(element)
            return
        self.add(over)
        self._put("/", over.end, over.end)
        self.add(under)

    def _quoted(self, element: Element) -> None:
        """A quotation that brings its marks with it keeps them; one that has none is given them."""
        words = element.words.strip()
        before = self.pieces[-1][0][-1] if self.pieces else ""
        if not words or words[0] in _MARKS or before in _MARKS:
            self.add(element)
            return
        self._put("“", element.start, element.start)
        self._after_blank = True
        self.add(element)
        words, start, end = self.pieces[-1]
        if words[-1] == " ":
            self.pieces[-1:] = [(words[:-1], start, end - 1)] if len(words) > 1 else []
        self._put("”", element.end, element.end)

    def _put(self, words: str, start: int, end: int) -> None:
        self.pieces.append((words, start, end))
        self._after_blank = words == " "

    def _size(self) -> int:
        return sum(len(piece[0]) for piece in self.pieces)
