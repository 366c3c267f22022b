"""EPUB → a Document a file of its spine. https://www.w3.org/TR/epub-33/: container, package, XHTML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.xml_encoding import decode_xml
from hedgelint.document.xml_tree import Element, parse_xml
from hedgelint.document.zip_package import Package
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

_XHTML = "application/xhtml+xml"
# In XHTML these may be empty; to a reader of HTML all that follows would be theirs.
_EMPTY = pattern_of(r"<(?:title|script|style|textarea|iframe|noscript|a|p|div|span)\b[^<>]*/>")


def read(file: File) -> Iterator[Document | InputError]:
    from hedgelint.document.readers.html import read as read_html

    package = Package(file.content, file.path)
    locked = package.read("META-INF/encryption.xml") if "META-INF/encryption.xml" in package.names else b""
    found = False
    for name in _spine(package, file.path):
        path = f"{file.path}#{name}"
        if name.encode() in locked:
            found = True
            yield InputError("locked by its publisher", path=path)
            continue
        try:
            text, encoding, notes = decode_xml(package.read(name), file.path)
            text = _EMPTY.sub(lambda match: " " * len(match.group()), text)
            for document in read_html(File(path, encoding=encoding, text=text, notes=(*file.notes, *notes))):
                if isinstance(document, Document):
                    if not document.parts:
                        continue
                    document = replace(document, format="epub", writable=False)
                found = True
                yield document
        except InputError as error:
            found = True
            yield InputError(error.message, path=path, line=error.line, column=error.column, hint=error.hint)
    if not found:
        yield InputError("no words in it", path=file.path)


def _spine(package: Package, path: str) -> Iterator[str]:
    """The names of the files with the text, in reading order."""
    container = _tree(package, "META-INF/container.xml", path)
    root = container.first("rootfiles", "rootfile")
    opf = root.attributes.get("full-path", "") if root is not None else ""
    tree = _tree(package, opf, path)
    manifest, spine = tree.first("manifest"), tree.first("spine")
    listed = {item.attributes.get("id"): item.attributes for item in manifest.elements("item")} if manifest else {}
    for one in spine.elements("itemref") if spine else ():
        item = listed.get(one.attributes.get("idref"), {})
        if item.get("media-type") == _XHTML and "nav" not in item.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(posixpath.dirname(opf), unquote(item.get("href", ""))))


def _tree(package: Package, name: str, path: str) -> Element:
    try:
        return parse_xml(decode_xml(package.read(name), path)[0], path).root
    except InputError as error:
        raise InputError(f"a damaged file: {name}: {error.message}", path=path) from None
