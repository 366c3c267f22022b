"""Bytes → text."""

from __future__ import annotations

import codecs

from hedgelint.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(content: bytes, path: str, encoding: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding's name and notes on what was assumed.

    Byte-order mark, else UTF-8, else Windows-1252; `encoding` overrules. Raises InputError for a binary file, bytes
    that are not in the encoding asked for, and an encoding that does not exist.
    """
    if encoding:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), encoding, ()
        except LookupError:
            raise InputError(f"there is no encoding “{encoding}”", path=path) from None
        except UnicodeDecodeError as error:
            raise InputError(f"not {encoding}: byte {error.start} does not fit", path=path) from None
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
        note = "not UTF-8; read as Windows-1252, say --encoding if that is wrong"
        return content.decode("cp1252", errors="replace"), "cp1252", (note,)


def encode(text: str, encoding: str, like: bytes) -> bytes:
    """The bytes of a file, with the byte-order mark that `like`, its bytes as they were, begins with.

    Raises UnicodeEncodeError for a letter that the encoding does not have.
    """
    bom = next((mark for mark, name in _BOMS if name == encoding and like.startswith(mark)), b"")
    return bom + text.encode(encoding)
