"""Which format a file is in: the one that is asked for, else that of its name's ending, else that of its content."""

from __future__ import annotations

import re
from typing import Any

from hedgelint.document.formats import BY_NAME, Format, by_suffix
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of

_HEAD = 8192  # bytes that are looked at
_ROOT = pattern_of(rb"<(?:[\w.-]+:)?([A-Za-z][\w-]*)")
_PROLOGUE = pattern_of(rb"(?:\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)*", re.S | re.I)
_ROOTS = {
    b"nitf": "nitf",
    b"newsItem": "newsml-g2",
    b"newsMessage": "newsml-g2",
    b"packageItem": "newsml-g2",
    b"rss": "rss",
    b"feed": "atom",
    b"document": "fodt",
    b"mos": "mos",
    b"nsml": "nsml",
    b"html": "html",
}
_TAG = pattern_of(rb"\s*<(?:!--|/?[A-Za-z][\w-]*[\s/>])")
_BLOCK = pattern_of(
    rb"\s*<(?:!doctype html|!-- /?wp:|(?:html|head|body|article|main|section|div|p|h[1-6]|figure|blockquote)[\s/>])",
    re.I,
)
_FRONT = pattern_of(rb"(?:---\s*\n(?=[\w-]+\s*:)|\+\+\+\s*\n(?=[\w-]+\s*=|\[))")
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "ole"),
    (rb"{\rtf", "rtf"),
    (b"%PDF-", "pdf"),
    (b"WARC/1.", "warc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
# Names that are given to much else, and content that is no plain text whatever the name says.
_MUCH_ELSE = ("text", "json", "xml", "docx", "odt", "doc")
_NEVER_TEXT = frozenset(name for _, name in _MAGIC) | {"docx", "odt", "epub", "html", "nitf", "newsml-g2", "rss", "wxr"}


def recognise(path: str, content: bytes, asked: str | None = None) -> Format:
    """The format of a file, one that is read. Raises InputError for one that is not, with what to do.

    What a name's ending says is believed, but for .txt, .json and .xml, which are much else too; a file whose name says
    nothing and whose content is of no other kind is plain text.
    """
    named = by_suffix(path)
    form = BY_NAME[asked] if asked else named
    if not asked and (named is None or named.name in _MUCH_ELSE):
        seen = by_content(content)
        if seen is not None and seen.name == "archive" and named:
            seen = None  # a zip, as its name says it is: its reader tells what ails it
        if seen is not None and not (named and named.name == "text" and seen.name not in _NEVER_TEXT):
            form = seen
    form = form or BY_NAME["text"]
    if not form.module:
        if form.name == "json":
            _check_json(content, path)
        raise InputError(f"{form.called} is not read", path=path, hint=form.hint)
    return form


def _check_json(content: bytes, path: str) -> None:
    """Raises InputError with the place where the content stops being JSON: such a file may well be a story."""
    from hedgelint.document.encoding import decode
    from hedgelint.document.json_values import parse_json

    parse_json(decode(content, path)[0], path)


def by_content(content: bytes) -> Format | None:
    """The format that the content tells of, None where it may be plain text's."""
    for mark, name in _MAGIC:
        if content.startswith(mark):
            return BY_NAME[name]
    if content.startswith(b"PK\3\4"):
        return BY_NAME[_zipped(content)]
    head = _head(content)
    if head[:1] in (b"{", b"["):
        shape = _json(content)
        return BY_NAME[shape] if shape else None
    if _BLOCK.match(head):
        return BY_NAME["html"]
    if head.startswith(b"<?xml") or _TAG.match(head) or head[:9].lower() == b"<!doctype":
        return BY_NAME[_xml(head)]
    return BY_NAME["markdown"] if _FRONT.match(head.replace(b"\r\n", b"\n")) else None


def _head(content: bytes) -> bytes:
    """The first bytes, in UTF-8, without a byte-order mark and blanks before them."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def _zipped(content: bytes) -> str:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if "mimetype" in names:
                kind = packed.open("mimetype").read(100)
                return "epub" if b"epub" in kind else "odt" if b"opendocument.text" in kind else "archive"
            if "[Content_Types].xml" in names:
                return next((form for folder, form in _OFFICE if any(n.startswith(folder) for n in names)), "docx")
    except Exception:  # whatever a broken archive makes zipfile raise: its name says what it was meant to be
        return "docx" if b"[Content_Types].xml" in content[:_HEAD] else "archive"
    return "archive"


_OFFICE = (("xl/", "spreadsheet"), ("ppt/", "slides"))


def _xml(head: bytes) -> str:
    start = _PROLOGUE.match(head)
    root = _ROOT.match(head, start.end() if start else 0)
    name = root.group(1) if root else b""
    if name == b"rss" and b"wordpress.org/export" in head:
        return "wxr"
    if name in _ROOTS:
        return _ROOTS[name]
    return "xml" if head.startswith(b"<?xml") or b"xmlns" in head else "html"


def _json(content: bytes) -> str | None:
    import json

    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return _shape(data)


def _shape(data: Any) -> str | None:
    """The kind of JSON by its keys; the first of a list, or of the items in an envelope, speaks for all."""
    if isinstance(data, list):
        return _shape(data[0]) if data and isinstance(data[0], dict) else "json"
    if not isinstance(data, dict):
        return None
    keys = data.keys()
    if "jsonfeed.org" in str(data.get("version", "")):
        return "jsonfeed"
    if "content_elements" in keys:
        return "ans"
    if "db" in keys and "posts" in str(data["db"])[:100_000]:
        return "ghost"
    if "body_html" in keys and ("fields_meta" in keys or "guid" in keys or "family_id" in keys):
        return "superdesk"
    if "bodies" in keys or any(isinstance(key, str) and key.startswith("body_") for key in keys):
        return "ninjs"
    item = data.get("item") or data.get("items")
    return (_shape(item) if isinstance(item, list) else None) or "json"
