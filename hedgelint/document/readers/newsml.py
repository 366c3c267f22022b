"""NewsML-G2 (IPTC) → a Document a news item. https://iptc.org/standards/newsml-g2/

What an item says of its content's type is not asked: agencies' files say one thing and hold another.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator

from hedgelint.document.encoding import decode
from hedgelint.document.inner import Inner, of_xml
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.nitf import nitf, nitf_within
from hedgelint.document.record import Record
from hedgelint.document.xml_file import XmlFile
from hedgelint.document.xml_tree import Element, Text
from hedgelint.errors import InputError


def read(file: File) -> Iterator[Document | InputError]:
    packed = XmlFile(file, "newsml-g2")
    found = [packed.root] if packed.root.name == "newsItem" else list(packed.root.below("newsItem"))
    if not found:
        yield packed.error("no story in it: there is no newsItem")
    for number, item in enumerate(found, 1):
        name = (item.attributes.get("guid") or str(number)) if len(found) > 1 else ""
        try:
            yield _item(packed, item, name, file)
        except InputError as error:
            yield packed.error(error.message, name) if not error.path else error


def _item(packed: XmlFile, item: Element, name: str, file: File) -> Document:
    content = item.first("contentSet")
    texts = [one for one in content.elements("inlineXML", "inlineData") if one.words.strip()] if content else []
    first = next((one for one in texts if one.name == "inlineXML"), texts[0] if texts else None)
    if first is not None and "base64" in first.attributes.get("encoding", ""):
        return _of_base64(packed, item, first, name, file)
    record = packed.record()
    _head(item, record, packed.within, pictured=first is None)
    if first is not None:
        root = next(first.elements(), None) if first.name == "inlineXML" else None
        if root is not None and root.name == "nitf":
            nitf(root, record, head=not record)
        elif root is not None:
            record.html(packed.inside(first))
        else:
            _data(packed.within(first.texts()), record)
    return packed.document(record, name)


def _head(item: Element, record: Record, place: Callable[[Iterable[Text]], Inner], *, pictured: bool) -> None:
    """Of an item without a text the description is the caption of what it holds."""
    meta = item.first("contentMeta")
    if meta is None:
        return
    headlines = list(meta.elements("headline"))
    main = next((one for one in headlines if "main" in one.attributes.get("role", "main")), None)
    for headline in [main or next(iter(headlines), None)]:
        if headline is not None:
            record.field("headline", place(headline.texts()))
    descriptions = sorted(meta.elements("description"), key=lambda one: "caption" in one.attributes.get("role", ""))
    for one in descriptions[:1]:
        caption = pictured or "caption" in one.attributes.get("role", "")
        record.field("caption" if caption else "standfirst", place(one.texts()))
    for one in meta.elements("by"):
        record.field("byline", place(one.texts()))
    for one in meta.elements("dateline"):
        record.field("dateline", place(one.texts()))


def _data(inner: Inner, record: Record) -> None:
    if "<nitf" in inner.text[:2000]:
        nitf_within(inner, record, head=not record)
    else:
        record.body(inner)


def _of_base64(packed: XmlFile, item: Element, data: Element, name: str, file: File) -> Document:
    """The item as if its content stood in the file as it is: places before it are those of the file, those in it count
    on from the line at which it begins."""
    start, end = data.inside(packed.source)
    line = packed.lines.place(start).line
    try:
        content = base64.b64decode(data.words)
    except (binascii.Error, ValueError):  # the latter for a letter beyond ASCII
        raise InputError("its base64 does not hold", path=file.path, line=line) from None
    text, _, notes = decode(content, file.path)
    source = packed.source[:start] + text + packed.source[end:]
    shift = len(text) - (end - start)

    def place(texts: Iterable[Text]) -> Inner:
        moved = ((words, a + shift, b + shift) if a >= end else (words, a, b) for words, a, b in texts)
        return of_xml(moved, len(source))

    record = Record(len(source))
    _head(item, record, place, pictured=False)
    _data(of_xml([(text, start, start + len(text))], len(source), f"in base64, line {line} of the file"), record)
    record.notes += [*notes, f"line {line} holds its text in base64: lines from there on are those of the decoded text"]
    return packed.document(record, name, source=source)
