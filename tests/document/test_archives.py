"""Files that hold pages: EPUB, WARC; and the limits of what is unpacked."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

from hedgelint.document.model import Document
from hedgelint.document.reader import read_documents
from hedgelint.document.readers import File, epub, warc
from hedgelint.errors import InputError
from hedgelint.span import Span

PAGE = (
    "<!DOCTYPE html><html><head><title>Shut | Courier</title>{head}</head>"
    "<body><h1>Ferry to Holm cut</h1>\n<p>{words}</p></body></html>"
)


def page(words: str, head: str = "") -> str:
    return PAGE.format(words=words, head=head)


def parts(made: Document | InputError) -> list[str]:
    assert isinstance(made, Document)
    return [part.span.of(made.text) for part in made.parts]


def book(locked: str = "", **files: str) -> bytes:
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>' for name in files
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in ("nav", *files))
    nav = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
        packed.writestr("META-INF/container.xml", container)
        packed.writestr("OPS/book.opf", f"<package><manifest>{nav}{items}</manifest><spine>{spine}</spine></package>")
        packed.writestr("OPS/nav.xhtml", page("Experts say contents"))
        for name, text in files.items():
            packed.writestr(f"OPS/text/{name}.xhtml", text)
        if locked:
            packed.writestr("META-INF/encryption.xml", f'<encryption><CipherReference URI="{locked}"/></encryption>')
    return out.getvalue()


def test_the_files_of_a_books_spine_are_stories() -> None:
    one, two = epub.read(
        File("b.epub", book(one=page("It is &#8220;shut&#8221;."), two='<?xml version="1.0"?>\n' + page("Then.")))
    )
    assert (one.path, two.path) == ("b.epub#OPS/text/one.xhtml", "b.epub#OPS/text/two.xhtml")
    assert parts(one) == ["Ferry to Holm cut", "It is “shut”."]
    assert isinstance(two, Document)
    place = two.lines.place(two.map.offset(two.text.index("Then.")))
    assert (place.line, place.column, two.writable) == (3, 4, False)


def test_an_empty_title_of_xhtml_swallows_nothing() -> None:
    (made,) = epub.read(
        File("b.epub", book(one="<html><head><title/><script src='a'/></head><body><p>It is shut.</p></body></html>"))
    )
    assert parts(made) == ["It is shut."]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (book(locked="OPS/text/one.xhtml", one=page("x")), "locked by its publisher"),
        (book(), "no words in it"),
        (book(one=page("x"))[:300], "a damaged or cut-off file"),
        (b"PK", "a damaged or cut-off file"),
    ],
)
def test_what_is_told_of_a_book_that_is_none(content: bytes, told: str) -> None:
    try:
        (made,) = epub.read(File("b.epub", content))
    except InputError as error:
        made = error
    assert isinstance(made, InputError)
    assert told in str(made)


def record(
    url: str, body: bytes, kind: str = "text/html", status: int = 200, more: str = "", what: str = "response"
) -> bytes:
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode()
    block = http + body if what == "response" else body
    own = "application/http; msgtype=response" if what == "response" else kind
    head = (
        f"WARC/1.1\r\nWARC-Type: {what}\r\nWARC-Record-ID: <urn:uuid:0-{len(url)}>\r\n"
        "WARC-Date: 2026-03-02T10:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {own}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def pages(*records: bytes, packed: bool = False) -> list[Document | InputError]:
    content = b"".join(gzip.compress(one) for one in records) if packed else b"".join(records)
    return list(warc.read(File("a.warc.gz", content)))


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive_are_stories_with_their_addresses(packed: bool) -> None:
    found = pages(
        record("https://a.test/1", page("Caf\xe9 \x93shut\x94.").encode("latin-1"), "text/html; charset=iso-8859-1"),
        record("https://a.test/2", page("Café “shut”.", '<meta charset="utf-8">').encode()),
        record("https://a.test/3", gzip.compress(page("Packed.").encode()), more="Content-Encoding: gzip\r\n"),
        record("https://a.test/gone", page("Experts say no.").encode(), status=404),
        record("https://a.test/a.css", b"q { }", "text/css"),
        record("https://a.test/4", b"Ferry cut\n\nIt is shut.", "text/plain", what="conversion"),
        packed=packed,
    )
    assert [made.path for made in found] == [f"a.warc.gz#https://a.test/{number}" for number in (1, 2, 3, 4)]
    assert [parts(made)[-1] for made in found] == ["Café “shut”.", "Café “shut”.", "Packed.", "It is shut."]
    first = found[1]
    assert isinstance(first, Document)
    start = first.text.index("“shut”")
    place = first.lines.place(first.map.offset(start))
    assert first.map.source(Span(start, start + 6)).of(first.source) == "“shut”"
    assert (place.line, place.column) == (2, 9)


def test_what_is_told_of_an_archive_without_pages_and_of_a_broken_one() -> None:
    (empty,) = pages(record("https://a.test/a.css", b"q { }", "text/css"))
    assert str(empty) == "a.warc.gz: no page in it"
    whole = gzip.compress(record("https://a.test/1", page("One.").encode()))
    broken = list(warc.read(File("a.warc.gz", whole[: len(whole) // 2])))
    assert isinstance(broken[-1], InputError)


def test_without_fastwarc_the_problem_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(InputError, match=r'pip install "hedgelint\[warc\]"'):
        list(warc.read(File("a.warc", b"")))


def test_an_archive_of_any_size_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hedgelint.document.reader.LARGEST", 1000)
    many = [record(f"https://a.test/{number}", page("It is shut.").encode()) for number in range(20)]
    for name, content in (("a.warc", b"".join(many)), ("a.warc.gz", b"".join(map(gzip.compress, many)))):
        (tmp_path / name).write_bytes(content)
        assert len(list(read_documents(str(tmp_path / name)))) == 20


def test_any_format_may_be_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "story.nitf.xml.gz"
    path.write_bytes(gzip.compress(b"<nitf><body><body.content><p>It is shut.</p></body.content></body></nitf>"))
    (made,) = read_documents(str(path))
    assert parts(made) == ["It is shut."]
    path.write_bytes(gzip.compress(b" " * 21_000_000))
    (told,) = read_documents(str(path))
    assert "more than 20 MB when unpacked" in str(told)
