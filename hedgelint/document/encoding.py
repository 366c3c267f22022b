"""Bytes → text."""

from __future__ import annotations

import codecs

from hedgelint.errors import InputError
from hedgelint.finding import Problem
from hedgelint.patterns import pattern_of

_BOMS = (  # the longer ones first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_STRAY, _BEYOND = pattern_of("[\udc80-\udcff]"), pattern_of("[^\x00-\x7f]")


def decode(content: bytes, path: str, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding's name and notes on what was assumed.

    Byte-order mark, else UTF-8 (a few stray bytes in it become U+FFFD, see `spoilt_bytes`), else Windows-1252;
    `encoding` overrules. Raises InputError for a binary file, bytes that are not in the encoding asked for, and an
    encoding that does not exist.
    """
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding, ()
        except LookupError:
            raise InputError(f"there is no encoding “{encoding}”", path=path) from None
        except UnicodeDecodeError as error:
            raise InputError(f"not {encoding}: byte {error.start} does not fit", path=path) from None
        except (UnicodeError, OverflowError):  # some of Python's codecs are for names of hosts, or for nothing
            raise InputError(f"not {encoding}, or no encoding of a text", path=path) from None
    for bom, name in _BOMS:
        if content.startswith(bom):
            try:
                return content[len(bom) :].decode(name), name, ()
            except UnicodeDecodeError as error:
                raise InputError(f"not {name}, though its first bytes say so (byte {error.start})", path=path) from None
    if b"\0" in content:
        raise InputError(
            "a binary file, not a story", path=path, hint="for UTF-16 without a mark: --encoding utf-16-le"
        )
    try:
        return content.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        if _mostly_utf8(content):
            return content.decode("utf-8", "replace"), "utf-8", ()
        note = "not UTF-8; read as Windows-1252, say --encoding if that is wrong"
        return content.decode("cp1252", errors="replace"), "cp1252", (note,)


def spoilt_bytes(content: bytes, path: str) -> tuple[Problem, ...]:
    """What is wrong with a file that is UTF-8 but for a few bytes: one problem, at the first of them."""
    if content.isascii() or b"\0" in content or content.startswith(tuple(bom for bom, _ in _BOMS)):
        return ()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(content):
            begin = content.rfind(b"\n", 0, error.start) + 1
            line, column = content.count(b"\n", 0, begin) + 1, len(content[begin : error.start].decode("utf-8")) + 1
            message = "a byte that is no UTF-8, in a file that otherwise is: read as \ufffd (save the file as UTF-8)"
            return (Problem(message, path, line, column),)
    return ()


def _mostly_utf8(content: bytes) -> bool:
    """Whether more letters beyond ASCII read as UTF-8 than do not: those of Windows-1252 almost never do by chance."""
    text = content.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    return len(_BEYOND.findall(text)) - stray > stray


def encode(text: str, encoding: str, like: bytes) -> bytes:
    """The bytes of a file, with the byte-order mark that `like`, its bytes as they were, begins with.

    Raises UnicodeEncodeError for a letter that the encoding does not have.
    """
    bom = next((mark for mark, name in _BOMS if name == encoding and like.startswith(mark)), b"")
    return bom + text.encode(encoding)
