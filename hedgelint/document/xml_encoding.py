"""Bytes of XML → text: what the file says of its encoding, held against what its bytes are."""

from __future__ import annotations

import codecs

from hedgelint.document.encoding import decode
from hedgelint.patterns import pattern_of

_DECLARED = pattern_of(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]+)["']""")
# What files call Latin-1 is Windows-1252 wherever it differs: https://encoding.spec.whatwg.org/#names-and-labels
_LATIN = frozenset(("iso8859-1", "ascii"))


def decode_xml(content: bytes, path: str, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding's name and notes on what was assumed; `encoding` overrules what the file says.

    A byte-order mark is believed, then the declaration, unless the bytes are plainly something else. Raises InputError
    as `decode` does.
    """
    if encoding or content[:3] == codecs.BOM_UTF8 or content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return decode(content, path, encoding)
    if content[:2] in (b"<\0", b"\0<"):
        return decode(content, path, "utf-16-le" if content[:1] == b"<" else "utf-16-be")
    match = _DECLARED.match(content[:400])
    said = match[1].decode("ascii") if match else "utf-8"
    try:
        name = codecs.lookup(said).name
    except LookupError:
        name = ""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(content, path, said, name)
    if content.isascii() or name == "utf-8":
        return (*decode(content, path)[:2], ())
    return text, "utf-8", (f"says that it is {said}, but is UTF-8: read as UTF-8",)


def _not_utf8(content: bytes, path: str, said: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        if name and name not in _LATIN and not name.startswith(("utf-8", "utf-16", "utf-32")):
            return content.decode(name), name, ()
    except (UnicodeDecodeError, LookupError):
        pass
    text, used, _ = decode(content, path)
    notes = () if name in _LATIN else (f"says that it is {said}, but is not: read as Windows-1252",)
    return text, used, notes
