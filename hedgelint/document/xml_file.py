"""A file of XML that holds stories: its tree, with places in the decoded file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hedgelint.document.inner import Inner, of_xml
from hedgelint.document.model import Document, Lines
from hedgelint.document.readers import File
from hedgelint.document.record import Record, record_document
from hedgelint.document.xml_encoding import decode_xml
from hedgelint.document.xml_tree import Element, Text, parse_xml
from hedgelint.errors import InputError


class XmlFile:
    """Raises InputError for what is no well-formed XML."""

    def __init__(self, file: File, form: str) -> None:
        self._path, self._form = file.path, form
        if file.text is not None:
            self.source, self._encoding, notes = file.decoded()
        else:
            self.source, self._encoding, notes = decode_xml(file.content, file.path, file.encoding)
            notes = (*file.notes, *notes)
        tree = parse_xml(self.source, file.path)
        self.root = tree.root
        self._notes = (*notes, *tree.notes)
        self.lines = Lines(self.source)

    def record(self) -> Record:
        return Record(len(self.source))

    def within(self, texts: Iterable[Text]) -> Inner:
        return of_xml(texts, len(self.source))

    def words(self, element: Element | None) -> Inner | None:
        """All the text of an element, as it is."""
        return self.within(element.texts()) if element is not None else None

    def inside(self, element: Element) -> Inner:
        """What stands between an element's tags, tags and all: for a reader of HTML. Prefixes of tags go."""
        start, end = element.inside(self.source)
        prefixes = {child.tag[: -len(child.name)] for child in element.elements()} - {""}
        pieces: list[Text] = []
        at = start
        for prefix in prefixes:
            for match in re.compile(rf"(?<=<)/?{re.escape(prefix)}").finditer(self.source, start, end):
                slash = match.group().startswith("/")
                pieces.append((self.source[at : match.start() + slash], at, match.start() + slash))
                at = match.end()
        pieces.append((self.source[at:end], at, end))
        return self.within(pieces)

    def document(self, record: Record, name: str = "", *, source: str | None = None) -> Document:
        """`name` is what the story is called in a file of several; `source` is what its places are counted in, where
        that is not the file."""
        return record_document(
            f"{self._path}#{name}" if name else self._path,
            self.source if source is None else source,
            record,
            form=self._form,
            lines=self.lines if source is None else Lines(source),
            encoding=self._encoding,
            notes=self._notes,
        )

    def error(self, message: str, name: str = "") -> InputError:
        return InputError(message, path=f"{self._path}#{name}" if name else self._path)
