"""Bytes become text in the encoding they are in, and what was assumed is said."""

from __future__ import annotations

import codecs

import pytest

from hedgelint.document.encoding import decode, encode, spoilt_bytes
from hedgelint.errors import InputError
from hedgelint.finding import Problem

WORDS = "“Café” – £5"
_STRAY = "a byte that is no UTF-8, in a file that otherwise is: read as \ufffd (save the file as UTF-8)"


@pytest.mark.parametrize(
    ("bom", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_written_again(bom: bytes, name: str) -> None:
    content = bom + WORDS.encode(name)
    assert decode(content, "a.txt") == (WORDS, name, ())
    assert encode(WORDS, name, content) == content
    assert encode(WORDS, name, content[len(bom) :]) == WORDS.encode(name)
    assert spoilt_bytes(content, "a.txt") == ()


@pytest.mark.parametrize(
    ("bom", "name", "odd", "at"),
    [(codecs.BOM_UTF16_LE, "utf-16-le", b"a\0b", 2), (codecs.BOM_UTF8, "utf-8", b"ab\xff", 2)],
)
def test_a_mark_whose_bytes_do_not_follow_it(bom: bytes, name: str, odd: bytes, at: int) -> None:
    with pytest.raises(InputError, match=rf"not {name}, though its first bytes say so \(byte {at}\)"):
        decode(bom + odd, "a.txt")


def test_without_a_mark_it_is_utf_8_or_else_windows() -> None:
    assert decode(WORDS.encode(), "a.txt") == (WORDS, "utf-8", ())
    text, name, notes = decode(WORDS.encode("cp1252"), "a.txt")
    assert (text, name) == (WORDS, "cp1252")
    assert notes == ("not UTF-8; read as Windows-1252, say --encoding if that is wrong",)
    assert spoilt_bytes(WORDS.encode("cp1252"), "a.txt") == ()


def test_a_stray_byte_is_told_where_it_is() -> None:
    content = "One\nCafé “naïve” ".encode() + b"\xff and\xfe\n"
    assert decode(content, "a.txt") == ("One\nCafé “naïve” \ufffd and\ufffd\n", "utf-8", ())
    assert spoilt_bytes(content, "a.txt") == (Problem(_STRAY, "a.txt", 2, 14),)
    assert spoilt_bytes("\né“”".encode() + b"\xff", "a.txt") == (Problem(_STRAY, "a.txt", 2, 4),)
    assert spoilt_bytes("é“”".encode() + b"\xff", "a.txt") == (Problem(_STRAY, "a.txt", 1, 4),)
    assert spoilt_bytes(b"plain", "a.txt") == spoilt_bytes("Café".encode(), "a.txt") == ()
    assert spoilt_bytes("é“”".encode() + b"\xff\0", "a.txt") == ()


def test_as_many_that_are_utf_8_as_are_not_are_windows() -> None:
    assert decode("é".encode() + b"\xff", "a.txt")[1] == "cp1252"
    assert decode("éé".encode() + b"\xff", "a.txt")[1] == "utf-8"


def test_what_is_asked_for_is_done_or_refused() -> None:
    assert decode(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "a.txt", "utf-16-le") == (WORDS, "utf-16-le", ())
    assert decode(b"caf\xe9", "a.txt", "latin-1") == ("café", "latin-1", ())
    for name, said in [
        ("nosuch", "there is no encoding “nosuch”"),
        ("undefined", "not undefined, or no encoding of a text"),
    ]:
        with pytest.raises(InputError, match=said):
            decode(b"a" * 70 + b"." + b"\xe9", "a.txt", name)
    with pytest.raises(InputError, match="not utf-8: byte 3 does not fit"):
        decode(b"caf\xe9", "a.txt", "utf-8")


def test_a_binary_file_is_no_story() -> None:
    with pytest.raises(InputError, match="a binary file") as told:
        decode(b"a\0b", "a.txt")
    assert "utf-16-le" in told.value.hint
