"""Word's files (.docx) → Document: the text as it is with all changes accepted.

ECMA-376, Part 1: the words are those of w:t in w:p, whatever stands between the two.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from hedgelint.document.model import Document
from hedgelint.document.pages import as_pages
from hedgelint.document.paragraph import Paragraph
from hedgelint.document.readers import File
from hedgelint.document.xml_encoding import decode_xml
from hedgelint.document.xml_tree import Element, parse_xml
from hedgelint.document.zip_package import Package
from hedgelint.errors import InputError
from hedgelint.values import dataclass, field

_MAIN = ("/wordprocessingml/2006/main", "/wordprocessingml/main")  # transitional, strict
# Elements that change nothing about the words in them.
_AROUND = frozenset(
    (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "fldSimple",
        "bdo",
        "dir",
        "customXml",
    )
)
# How words look, and what was marked in them: most of the elements of a file, and nothing to a reader.
_LOOKS = frozenset(
    f"w:{name}"
    for name in (
        *("rFonts", "sz", "szCs", "lang", "color", "b", "bCs", "i", "iCs", "u", "kern", "noProof", "highlight", "shd"),
        *("spacing", "jc", "ind", "tabs", "rStyle", "proofErr", "bookmarkStart", "bookmarkEnd", "contextualSpacing"),
        *("lastRenderedPageBreak", "sectPr", "tblPr", "tblGrid", "tblBorders", "widowControl", "keepNext", "w"),
    )
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
# Letters of the font Symbol, https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt
_SYMBOL = dict(zip(b"\xa3\xb0\xb1\xb3\xb4\xb7\xbc\xd2\xd3\xd4", "≤°±≥×•…®©™", strict=True))
_BLANKS = " \t\r\n"
_OFF = ("0", "false", "off")


def read(file: File) -> Iterator[Document]:
    yield _Reading(file).document()


@dataclass(frozen=True, slots=True)
class Places:
    """Where the words of a story stand in the XML of its main part: (offset in `Document.source`, how many, start and
    end in the XML), in code points and in the order of the reading. Only words that a comment of Word's can be hung on:
    none of footnotes and text boxes. Words as many as their place is long stand there letter by letter."""

    main: str
    pieces: tuple[tuple[int, int, int, int], ...]


def places(file: File) -> Places:
    """Raises InputError as `read` does."""
    reading = _Reading(file)
    reading.document()
    pieces: list[tuple[int, int, int, int]] = []
    at = 0
    for paragraph in reading.paragraphs:
        for words, start, end in paragraph.pieces:
            if end and paragraph.room in ("text", "list", "table"):
                pieces.append((at, len(words), start, end))
            at += len(words)
        at += 1
    return Places(reading.main, tuple(pieces))


@dataclass(slots=True)
class _Field:
    """A field that is open: what it is told to do, whether its outcome has begun, and where in the paragraph."""

    instruction: str = ""
    shown: bool = False
    since: int = 0


@dataclass(slots=True)
class _Reading:
    file: File
    package: Package = field(init=False)
    main: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    carried: Paragraph | None = None

    def document(self) -> Document:
        self.package = Package(self.file.content, self.file.path)
        main = next((to for kind, to, _ in self._related("") if kind == "officeDocument"), "word/document.xml")
        self.main = main
        root = self._xml(main)
        uri = root.attributes.get("xmlns:" + root.tag.rpartition(":")[0], root.attributes.get("xmlns", ""))
        body = root.first("body")
        if root.name != "document" or not uri.endswith(_MAIN) or body is None:
            raise InputError("an Office file, but no text of Word's", path=self.file.path, hint="save it as .docx")
        parts: dict[str, str] = {}
        for kind, to, number in self._related(main):
            if kind == "hyperlink":
                self.links[number] = to
            elif to in self.package.names:
                parts.setdefault(kind, to)
        if "styles" in parts:
            self._read_styles(self._xml(parts["styles"]))
        if "comments" in parts:
            for comment in self._xml(parts["comments"]).elements("comment"):
                said = ("".join(t.words for t in p.below("t")) for p in comment.below("p"))
                self.remarks[comment.attributes.get(_named(comment, "id"), "")] = "\n".join(said)
        self._blocks(body, "text")
        for kind in ("footnotes", "endnotes"):
            if kind in parts:
                self._read_notes(self._xml(parts[kind]), kind[:-1])
        return as_pages(self.file.path, self.paragraphs, form="docx", notes=(*self.file.notes, *self.notes))

    def _xml(self, name: str) -> Element:
        text, _, notes = decode_xml(self.package.read(name), self.file.path)
        self.notes.update(dict.fromkeys(notes))
        try:
            return parse_xml(text, self.file.path, without=_LOOKS).root
        except InputError as error:
            raise InputError(f"a damaged file: {name}: {error.message}", path=self.file.path) from None

    def _related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(kind, name or address, id) of what a part names; that of the package itself is "" ."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.package.names:
            return
        for one in self._xml(path).elements("Relationship"):
            to = one.attributes.get("Target", "")
            if one.attributes.get("TargetMode") != "External":
                to = posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/")
            yield one.attributes.get("Type", "").rpartition("/")[2], to, one.attributes.get("Id", "")

    def _read_styles(self, root: Element) -> None:
        """The names of built-in styles are English in every language; their ids are not."""
        based: dict[str, str] = {}
        for style in root.elements("style"):
            number = style.attributes.get(_named(style, "styleId"), "")
            self.styles[number] = _value(style.first("name")), _level(style.first("pPr"))
            based[number] = _value(style.first("basedOn"))
        for number, (name, level) in list(self.styles.items()):
            above, seen = number, {number}
            while not level and (above := based.get(above, "")) and above not in seen:
                seen.add(above)
                level = self.styles.get(above, ("", 0))[1]
            self.styles[number] = name, level

    def _read_notes(self, root: Element, called: str) -> None:
        count = 0
        for note in root.elements(called):
            if _kind(note) in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            count += 1
            first = len(self.paragraphs)
            self._blocks(note, "note")
            for paragraph in self.paragraphs[first:]:
                paragraph.label = f"{called} {count}"

    def _blocks(self, holder: Element, room: str) -> None:  # noqa: C901
        for child in holder.elements():
            if child.name == "p":
                self._paragraph(child, room)
            elif child.name == "tbl":
                for row in child.below("tr"):
                    if row.first("trPr", "del") is None:
                        for cell in row.below("tc"):
                            if cell.first("tcPr", "cellDel") is None:
                                self._blocks(cell, "table" if room == "text" else room)
            elif child.name in _AROUND:
                self._blocks(child, room)
            elif child.name == "AlternateContent":
                chosen = child.first("Choice") or child.first("Fallback")
                if chosen is not None:
                    self._blocks(chosen, room)
            elif child.name == "altChunk":
                self.notes["a document set into this one is not read: open and save it in Word"] = None
        if self.carried is not None:
            last, self.carried = self.carried, None
            self._close(last)

    def _paragraph(self, element: Element, room: str) -> None:
        """A paragraph whose mark is cut goes on in the next, which gives its style."""
        properties = element.first("pPr")
        paragraph = self.carried or Paragraph()
        self.carried = None
        paragraph.room = room
        cut = False
        if properties is not None:
            name, level = self.styles.get(_value(properties.first("pStyle")), ("", 0))
            paragraph.style, paragraph.level = name, _level(properties) or level
            number = properties.first("numPr", "numId")
            if number is not None and _value(number) != "0" and room == "text":
                paragraph.room = "list"
            mark = properties.first("rPr")
            cut = mark is not None and (mark.first("del") is not None or mark.first("moveFrom") is not None)
        self._inline(element, paragraph)
        if cut:
            self.carried = paragraph
        else:
            self._close(paragraph)

    def _close(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self._blocks(box, "box" if paragraph.room != "note" else "note")

    def _inline(self, holder: Element, paragraph: Paragraph) -> None:
        for child in holder.elements():
            name = child.name
            if name == "r":
                self._run(child, paragraph)
            elif name in _AROUND:
                since = paragraph.size
                self._inline(child, paragraph)
                if name == "hyperlink":
                    anchor = child.attributes.get(_named(child, "anchor"), "")
                    number = next((value for key, value in child.attributes.items() if key.endswith(":id")), "")
                    self._link(paragraph, since, self.links.get(number) or (f"#{anchor}" if anchor else ""))
            elif name == "AlternateContent":
                self._alternative(child, paragraph)
            elif name == "commentRangeStart":
                self._remark(child, paragraph)
            elif name in ("oMath", "oMathPara"):
                self.notes["a formula is not read, and its sentence has a gap: write it in words"] = None

    def _run(self, run: Element, paragraph: Paragraph) -> None:
        looks = run.first("rPr")
        hidden = looks and looks.first("vanish")
        if hidden is not None and _value(hidden) not in _OFF:
            return
        up = looks is not None and _value(looks.first("vertAlign")) == "superscript"
        for child in run.elements():
            name = child.name
            if name == "t":
                if not self._in_instruction():
                    _text(child, paragraph, raised=up)
            elif name in _CHARACTERS:
                paragraph.add(_CHARACTERS[name])
            elif name == "sym":
                paragraph.add(_symbol(child))
            elif name == "fldChar":
                self._field(child.attributes.get(_named(child, "fldCharType"), ""), paragraph)
            elif name == "instrText" and self.fields:
                self.fields[-1].instruction += child.words
            else:
                self._set_in(child, paragraph)

    def _set_in(self, element: Element, paragraph: Paragraph) -> None:
        """What stands in a run and is no letter of it."""
        name = element.name
        if name == "commentReference":
            self._remark(element, paragraph)
        elif name == "AlternateContent":
            self._alternative(element, paragraph)
        elif name in ("drawing", "pict", "object"):
            self.boxes += element.below("txbxContent")
        elif name == "ruby" and (base := element.first("rubyBase")) is not None:  # not the reading above it
            self._inline(base, paragraph)

    def _alternative(self, element: Element, paragraph: Paragraph) -> None:
        """One thing written twice: the first way that says something."""
        for way in element.elements("Choice", "Fallback"):
            before = paragraph.size, len(self.boxes)
            self._run(way, paragraph)
            for symbol in way.elements("symEx"):
                paragraph.add(_symbol(symbol))
            self._inline(way, paragraph)
            if (paragraph.size, len(self.boxes)) != before:
                return

    def _field(self, what: str, paragraph: Paragraph) -> None:
        if what == "begin":
            self.fields.append(_Field())
        elif self.fields and what == "separate":
            self.fields[-1].shown, self.fields[-1].since = True, paragraph.size
        elif self.fields and what == "end":
            done = self.fields.pop()
            words = done.instruction.split()
            if done.shown and len(words) > 1 and words[0] == "HYPERLINK" and done.since <= paragraph.size:
                self._link(paragraph, done.since, words[1].strip('"'))

    def _in_instruction(self) -> bool:
        """The outcome of a field that another one is told to work with."""
        return len(self.fields) > 1 and any(not one.shown for one in self.fields[:-1])

    def _remark(self, element: Element, paragraph: Paragraph) -> None:
        """A comment stands where its range begins, or else at its mark."""
        words = self.remarks.pop(element.attributes.get(_named(element, "id"), ""), "")
        if words:
            paragraph.remarks.append((paragraph.size, words))

    @staticmethod
    def _link(paragraph: Paragraph, since: int, target: str) -> None:
        if target and since < paragraph.size:
            paragraph.links.append((since, paragraph.size, target))


def _text(element: Element, paragraph: Paragraph, *, raised: bool) -> None:
    words = element.words
    first, last = 0, len(words)
    if element.attributes.get("xml:space") != "preserve":
        first = last - len(words.lstrip(_BLANKS))
        last = len(words.rstrip(_BLANKS))
    if raised:
        paragraph.add_raised(words[first:last].replace("\n", " "))
        return
    at = 0
    for said, start, end in element.texts():
        a, b = max(0, first - at), min(len(said), last - at)
        if a < b:
            in_step = end - start == len(said)
            paragraph.add(said[a:b].replace("\n", " "), start + a if in_step else start, start + b if in_step else end)
        at += len(said)


def _symbol(element: Element) -> str:
    try:
        number = int(element.attributes.get(_named(element, "char"), ""), 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= number <= 0xF0FF:
        symbol = element.attributes.get(_named(element, "font"), "") == "Symbol"
        return _SYMBOL.get(number - 0xF000, "\ufffd") if symbol else "\ufffd"
    return chr(number) if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _named(element: Element, name: str) -> str:
    """An attribute of the element's own namespace, as it is written."""
    prefix = element.tag[: -len(element.name)]
    return prefix + name


def _level(properties: Element | None) -> int:
    """That of a heading, from 1; 0 for text."""
    own = _value(properties.first("outlineLvl")) if properties is not None else ""
    return int(own) + 1 if own.isdecimal() and int(own) < 9 else 0


def _value(element: Element | None) -> str:
    return "" if element is None else element.attributes.get(_named(element, "val"), "")


def _kind(element: Element) -> str:
    return element.attributes.get(_named(element, "type"), "")
