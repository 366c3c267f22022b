"""XML as a tree in which every stretch of text remembers where it stands in the file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of

_HALF = pattern_of("[\ud800-\udfff]")
_DEEPEST = 200  # elements inside one another; the walks over a tree are recursive
_TAG_END = pattern_of(r"""(?:[^>"']|"[^"]*"|'[^']*')*>""")


# (words, start, end): a stretch of text and its place in code points of the file. Words as long as their place stand
# there letter by letter; others stand there as one reference or line end.
Text = tuple[str, int, int]


class Element:
    """`tag` is the name as it is written, `name` the same without its prefix; attributes by their names as written.

    `start` and `end` in code points of the file, from the first < to the last >.
    """

    __slots__ = ("attributes", "children", "end", "name", "start", "tag")

    def __init__(self, tag: str, name: str, attributes: dict[str, str], start: int) -> None:
        self.tag, self.name, self.attributes = tag, name, attributes
        self.start = self.end = start
        self.children: list[Element | Text] = []

    def elements(self, *names: str) -> Iterator[Element]:
        """The children of these names (all, if none is given)."""
        for child in self.children:
            if isinstance(child, Element) and (not names or child.name in names):
                yield child

    def first(self, *path: str) -> Element | None:
        """The first element down this path of names."""
        at = self
        for name in path:
            for child in at.children:
                if isinstance(child, Element) and child.name == name:
                    at = child
                    break
            else:
                return None
        return at

    def below(self, *names: str) -> Iterator[Element]:
        """Elements of these names at any depth, in the order of the file; not inside one another."""
        for child in self.elements():
            if child.name in names:
                yield child
            else:
                yield from child.below(*names)

    def texts(self) -> Iterator[Text]:
        """All text below, in the order of the file."""
        for child in self.children:
            if isinstance(child, tuple):
                yield child
            else:
                yield from child.texts()

    @property
    def words(self) -> str:
        if len(self.children) == 1 and isinstance(self.children[0], tuple):
            return self.children[0][0]
        return "".join(text[0] for text in self.texts())

    def inside(self, source: str) -> tuple[int, int]:
        """Start and end of what stands between the element's two tags in `source`, the decoded file."""
        opened = _TAG_END.match(source, self.start)
        start = opened.end() if opened else self.end
        end = source.rfind("<", start, self.end)
        return (start, end) if end >= start else (self.end, self.end)


def _is_tag(source: str, start: int, end: int) -> bool:
    """Whether what stands there is the tag of an empty element, or nothing yet. No tag holds a < but its first."""
    return start == end or (source.endswith("/>", start, end) and source.find("<", start + 1, end) < 0)


class Tree(NamedTuple):
    root: Element
    notes: tuple[str, ...]


def parse_xml(source: str, path: str, *, without: Collection[str] = ()) -> Tree:
    """`source` is the decoded file; what its declaration says of an encoding is not asked again. Nothing is loaded
    from outside. References to characters that HTML names are read with or without a DTD; a file that declares
    entities of its own is refused. Elements whose tags are `without` are left out, with all that is in them.

    Raises InputError with the line and column of what is wrong.
    """
    return _Parser(source, path, without).run()


class _Parser:
    def __init__(self, source: str, path: str, without: Collection[str]) -> None:
        self._source, self._path, self._without = source, path, frozenset(without)
        self._unknown: dict[str, None] = {}
        # Half a letter cannot be encoded; the question mark in its place is as long. Where each letter takes the same
        # number of bytes, no bytes need be decoded again to know at which letter the parser is.
        self._content, encoding = source.encode("utf-16-le", "replace"), "utf-16le"
        self._width = 2
        self._halved = b"?\x00" in self._content and _HALF.search(source) is not None
        if source.isascii() or len(self._content) > 2 * len(source):
            self._content, encoding = source.encode("utf-8", "replace"), "utf-8"
            self._width = 1 if source.isascii() else 0
        self._parser = expat.ParserCreate(encoding)

    def run(self) -> Tree:
        top = Element("", "", {}, 0)
        self._handle(top)
        try:
            self._parser.Parse(self._content, True)
        except expat.ExpatError as error:
            message = f"no well-formed XML: {expat.ErrorString(error.code)}"
            raise self._error(message, error.lineno, error.offset + 1) from None
        finally:
            self._let_go()
        note = "no such character as " + ", ".join(f"&{name};" for name in self._unknown) + ": left as it is written"
        return Tree(next(top.elements()), (note,) if self._unknown else ())

    def _here(self) -> Callable[[], int]:
        """What gives the code point at which that begins which is being read."""
        parser, content, width = self._parser, self._content, self._width
        at = bytes_at = 0

        def here() -> int:
            nonlocal at, bytes_at
            now: int = parser.CurrentByteIndex
            if width:
                return now // width
            if now > bytes_at:
                at += len(content[bytes_at:now].decode("utf-8"))
                bytes_at = now
            return at

        return here

    def _handle(self, top: Element) -> None:  # noqa: C901, PLR0915
        """Closures over local names and not methods: they are called for every tag and every stretch of text."""
        parser, source, without = self._parser, self._source, self._without
        width, here = self._width, self._here()
        names: dict[str, str] = {}
        opened = [top]
        left_out = Element("", "", {}, 0)
        children = top.children
        cdata = False
        halved = self._halved

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal children
            if len(opened) > _DEEPEST:
                line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
                raise self._error("elements nested too deeply for a story", line, column)
            if tag in without:
                element = left_out
            else:
                name = names.get(tag)
                if name is None:
                    name = names[tag] = tag[tag.find(":") + 1 :]
                element = Element(tag, name, attributes, parser.CurrentByteIndex // width if width else here())
                children.append(element)
            opened.append(element)
            children = element.children

        def end(tag: str) -> None:
            nonlocal children
            element = opened.pop()
            children = opened[-1].children
            if element is left_out:
                element.children.clear()
                return
            begin = parser.CurrentByteIndex // width if width else here()
            if element.children or not _is_tag(source, element.start, begin):
                element.end = source.find(">", begin) + 1
            elif begin > element.start:  # the end of an empty element is told behind its tag, or at its start
                element.end = begin
            else:
                tag_end = _TAG_END.match(source, begin)
                element.end = tag_end.end() if tag_end else begin

        def text(words: str) -> None:
            begin = parser.CurrentByteIndex // width if width else here()
            if words == "\n" and source.startswith("\r\n", begin):
                until = begin + 2
            elif cdata or source[begin] != "&":
                until = begin + len(words)
            else:
                until = source.index(";", begin) + 1
            children.append((words, begin, until))

        def skipped(name: str, is_parameter: bool) -> None:
            if not is_parameter:
                begin = here()
                words = html5.get(f"{name};")
                if words is None:
                    self._unknown[name] = None
                    words = f"&{name};"
                children.append((words, begin, begin + len(name) + 2))

        def section_start() -> None:
            nonlocal cdata
            cdata = True
            begin = here() + len("<![CDATA[")
            until = source.find("]]>", begin)
            if until > begin and not halved and source.find("\r", begin, until) < 0:
                # All of it at once, and not line for line.
                children.append((source[begin:until], begin, until))
                parser.CharacterDataHandler = None

        def section_end() -> None:
            nonlocal cdata
            cdata = False
            parser.CharacterDataHandler = text

        parser.buffer_text = False  # with it on, the index of a text is its end
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = section_start, section_end
        parser.SkippedEntityHandler, parser.EntityDeclHandler = skipped, self._declared
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self._outside

    def _let_go(self) -> None:
        """The parser holds what handles its events, and that holds the parser and the tree: a ring, which only Python's
        collector would take apart, so that the trees of many files would stay for long after they are done with."""
        parser = self._parser
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = None
        parser.SkippedEntityHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = None

    def _outside(self, context: str | None, *_: object) -> int:
        """A blank stands for every outside DTD, read or not: then unknown references are skipped, not an error."""
        self._parser.ExternalEntityParserCreate(context).Parse(b" ", True)
        return 1

    def _declared(self, name: str, *_: object) -> None:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise self._error(f"declares an entity of its own, “{name}”: such files are not read", line, column)

    def _error(self, message: str, line: int, column: int) -> InputError:
        return InputError(message, path=self._path, line=line, column=column)
