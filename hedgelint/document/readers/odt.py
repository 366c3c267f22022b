"""OpenDocument text (.odt, flat .fodt) → Document: the text as it is with all changes accepted.

OpenDocument 1.3, Part 3: the words are those of text:p and text:h; cut words stand apart, in text:tracked-changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.document.flow import flow
from hedgelint.document.manuscript import kind_of_style, kinds
from hedgelint.document.model import Document
from hedgelint.document.notes import mark_corrections
from hedgelint.document.pages import as_pages
from hedgelint.document.paragraph import Paragraph, weave
from hedgelint.document.prose import Weaver
from hedgelint.document.readers import File, document
from hedgelint.document.xml_encoding import decode_xml
from hedgelint.document.xml_tree import Element, parse_xml
from hedgelint.document.zip_package import Package
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field, replace

_BLOCKS = frozenset(
    (
        "list",
        "list-item",
        "list-header",
        "section",
        "numbered-paragraph",
        "table",
        "table-rows",
        "table-header-rows",
        "table-row-group",
        "table-row",
        "text-box",
    )
)
# No words of the story: indexes made from it, cut words, scripts, what pictures are called.
_OUT = frozenset(
    (
        "tracked-changes",
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "script",
        "event-listeners",
        "title",
        "desc",
        "ruby-text",
        "hidden-text",
        "covered-table-cell",
        "annotation-end",
    )
)
_DRAWN = frozenset(
    (
        "frame",
        "custom-shape",
        "g",
        "rect",
        "ellipse",
        "circle",
        "polygon",
        "path",
        "caption",
        "connector",
    )
)
_SIGNS = {"tab": "\t", "line-break": "\n"}
_MOST_BLANKS = 1000
_RAISED = pattern_of(r"super|[1-9]")  # a style's text-position: super 58%, or how far above the line


def read(file: File) -> Iterator[Document]:
    yield _packed(file) if file.content[:2] in (b"PK", b"\xd0\xcf") else _flat(file)


def _packed(file: File) -> Document:
    package = Package(file.content, file.path)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise InputError("locked with a password", path=file.path, hint="save it without one")
    source, _, notes = decode_xml(package.read("content.xml"), file.path)
    reading = _Reading(file.path)
    if "styles.xml" in package.names:
        reading.read_styles(_root(decode_xml(package.read("styles.xml"), file.path)[0], "styles.xml", file.path))
    paragraphs = reading.paragraphs_of(_root(source, "content.xml", file.path))
    return as_pages(file.path, paragraphs, form="odt", notes=(*file.notes, *notes))


def _flat(file: File) -> Document:
    if file.text is not None:
        source, encoding, notes = file.decoded()
    else:
        source, encoding, notes = decode_xml(file.content, file.path, file.encoding)
        notes = (*file.notes, *notes)
    tree = parse_xml(source, file.path)
    paragraphs = _Reading(file.path).paragraphs_of(tree.root)
    weaver = Weaver(len(source))
    texts = [paragraph.words for paragraph in paragraphs]
    for paragraph, kind in zip(paragraphs, kinds(paragraphs, texts), strict=True):
        weave(weaver, paragraph, kind)
    mark_corrections(weaver.blocks)
    notes = (*notes, *tree.notes)
    made = document(file.path, source, weaver.prose(), form="fodt", encoding=encoding, notes=notes)
    return replace(made, writable=False)


def _root(source: str, name: str, path: str) -> Element:
    try:
        return parse_xml(source, path).root
    except InputError as error:
        raise InputError(f"a damaged file: {name}: {error.message}", path=path) from None


@dataclass(slots=True)
class _Reading:
    path: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    # Name of a style → the name people see, and the style that it is based on.
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)  # names of styles whose letters stand above the line
    after_blank: bool = True

    def paragraphs_of(self, root: Element) -> list[Paragraph]:
        """Those of the text, then those of its notes. Raises InputError where there is no text."""
        self.read_styles(root)
        text = root.first("body", "text")
        if text is None:
            raise InputError("an OpenDocument file, but no text", path=self.path, hint="save it as .odt or .docx")
        self._blocks(text, "text")
        for label, note in self.notes:
            first = len(self.paragraphs)
            self._blocks(note, "note")
            for paragraph in self.paragraphs[first:]:
                paragraph.label = label
        return self.paragraphs

    def read_styles(self, root: Element) -> None:
        for holder in root.elements("styles", "automatic-styles"):
            for style in holder.elements("style"):
                name = _given(style, "name")
                self.styles[name] = (_given(style, "display-name") or name, _given(style, "parent-style-name"))
                looks = style.first("text-properties")
                if looks is not None and _RAISED.match(_given(looks, "text-position")):
                    self.raised.add(name)

    def _style(self, name: str) -> str:
        """The name of the style, or of the nearest that it is based on, that says what a paragraph is."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            shown, above = self.styles.get(name, (name, ""))
            if kind_of_style(shown) is not None:
                return shown
            name = above
        return ""

    def _blocks(self, holder: Element, room: str) -> None:
        for child in holder.elements():
            name = child.name
            if name in ("p", "h"):
                self._paragraph(child, room)
            elif name == "table-cell":
                self._blocks(child, "table" if room in ("text", "list") else room)
            elif name in _BLOCKS:
                self._blocks(child, "list" if name == "list" and room == "text" else room)
            elif name in _DRAWN:
                self._box(child, room)

    def _paragraph(self, element: Element, room: str) -> None:
        level = _given(element, "outline-level")
        paragraph = Paragraph(self._style(_given(element, "style-name")), room=room)
        if element.name == "h":
            paragraph.level = int(level) if level.isdecimal() else 1
        boxes, self.boxes = self.boxes, []
        self.after_blank = True
        self._inline(element, paragraph)
        if self.after_blank:
            _without_last_blank(paragraph)
        self.paragraphs.append(paragraph)
        boxes, self.boxes = self.boxes, boxes
        for box in boxes:
            self._box(box, room)

    def _box(self, drawn: Element, room: str) -> None:
        """Words in a frame are a text of their own, behind the paragraph that holds it."""
        for child in drawn.elements():
            if child.name in ("p", "h", "list", "table"):
                self._blocks(drawn, "note" if room == "note" else "box")
                return
            if child.name not in _OUT:
                self._box(child, room)

    def _inline(self, holder: Element, paragraph: Paragraph) -> None:
        pieces = paragraph.pieces
        for child in holder.children:
            if isinstance(child, tuple):
                self.after_blank = flow(pieces, child, self.after_blank)
            elif child.name != "span":
                self._within(child, paragraph)
            elif self.raised and (up := self._raised(child)) is not None:
                paragraph.add_raised(*up)
                self.after_blank = False
            else:
                self._inline(child, paragraph)

    def _within(self, child: Element, paragraph: Paragraph) -> None:
        """Of an element within a paragraph what is said there, and what hangs there."""
        name = child.name
        if name == "s":
            count = _given(child, "c")
            blanks = min(int(count), _MOST_BLANKS) if count.isdecimal() else 1
            self._put(" " * blanks, child, paragraph)
        elif name in _SIGNS:
            self._put(_SIGNS[name], child, paragraph)
            self.after_blank = name == "line-break"
        elif name == "note":
            body, citation = child.first("note-body"), child.first("note-citation")
            if body is not None:
                called = _given(child, "note-class") or "footnote"
                self.notes.append((f"{called} {citation.words if citation else ''}".strip(), body))
        elif name == "annotation":
            said = "\n".join(words.words for words in child.below("p"))
            paragraph.remarks.append((paragraph.size, said))
        elif name in _DRAWN:
            self.boxes.append(child)
        elif name not in _OUT or (name == "hidden-text" and _given(child, "is-hidden") == "false"):
            since = paragraph.size
            self._inline(child, paragraph)
            target = _given(child, "href") if name == "a" else ""
            if target and since < paragraph.size:
                paragraph.links.append((since, paragraph.size, target))

    def _raised(self, span: Element) -> tuple[str, int, int] | None:
        """Its words and their place, if it holds raised letters of one line and nothing else."""
        held = span.children[0] if len(span.children) == 1 and _given(span, "style-name") in self.raised else None
        return held if isinstance(held, tuple) and "\n" not in held[0] else None

    def _put(self, words: str, element: Element, paragraph: Paragraph) -> None:
        paragraph.add(words, element.start, element.end)
        self.after_blank = False


def _without_last_blank(paragraph: Paragraph) -> None:
    words, start, end = paragraph.pieces[-1] if paragraph.pieces else ("", 0, 0)
    if words.endswith(" "):
        paragraph.pieces.pop()
        if words != " ":
            paragraph.pieces.append((words[:-1], start, end - 1))


def _given(element: Element, name: str) -> str:
    """An attribute by its name without prefix."""
    for key, value in element.attributes.items() if element.attributes else ():
        if key.rpartition(":")[2] == name:
            return value
    return ""
