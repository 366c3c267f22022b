"""Which format a file is in, by its name and its first bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from hedgelint.document.recognise import by_content, recognise
from hedgelint.errors import InputError


def _zip(**entries: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in entries.items():
            packed.writestr(name.replace("__", "/"), text)
    return out.getvalue()


_OFFICE = {"[Content_Types].xml": "<Types/>"}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (_zip(**_OFFICE, word__document="x"), "docx"),
        (_zip(**_OFFICE, xl__workbook="x"), "spreadsheet"),
        (_zip(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (_zip(mimetype="application/epub+zip"), "epub"),
        (_zip(a="b"), "archive"),
        (b"PK\3\4 and then nothing", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ole"),
        (rb"{\rtf1\ansi The bridge}", "rtf"),
        (b"%PDF-1.7", "pdf"),
        (b"WARC/1.1\r\n", "warc"),
        (b'<?xml version="1.0"?>\n<!-- a --><!DOCTYPE nitf SYSTEM "n.dtd">\n<nitf>', "nitf"),
        (b'<newsItem xmlns="x">', "newsml-g2"),
        (b'<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">', "wxr"),
        (b'<?xml version="1.0"?><rss version="2.0">', "rss"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "atom"),
        (b'<?xml version="1.0"?><office:document xmlns:office="x">', "fodt"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><plan>', "xml"),
        ('<?xml version="1.0" encoding="utf-16"?><nitf>'.encode("utf-16"), "nitf"),
        (b"<!DOCTYPE html>\n<html>", "html"),
        (b"\n<!-- wp:paragraph -->", "html"),
        (b"<p>The bridge is shut.</p>", "html"),
        (b'{"body_text": "x", "headline": "y"}', "ninjs"),
        (b'{"bodies": []}', "ninjs"),
        (b'{"content_elements": []}', "ans"),
        (b'{"guid": "x", "body_html": "y"}', "superdesk"),
        (b'{"db": [{"data": {"posts": []}}]}', "ghost"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "jsonfeed"),
        (b'{"item": [{"body_html": "x"}]}', "ninjs"),
        (b'{"name": "site"}', "json"),
        (b"---\ntitle: The bridge\n---\n", "markdown"),
        (b'+++\ntitle = "The bridge"\n+++\n', "markdown"),
        (b"--- The bridge is shut.", None),
        (b"[The bridge is shut.]", None),
        (b"{The bridge} is shut.", None),
        (b"< 3 bridges are shut.", None),
        ("“The bridge is shut,” she said.".encode(), None),
        (b"", None),
    ],
)
def test_first_bytes(content: bytes, name: str | None) -> None:
    seen = by_content(content)
    assert (seen.name if seen else None) == name


@pytest.mark.parametrize(
    ("path", "content", "name"),
    [
        ("story.txt", b"The bridge is shut.", "text"),
        ("STORY.TXT", b"---\nslug: x\n---\n", "text"),
        ("story.txt", b'{"body_text": "x"}', "text"),
        ("story", b"The bridge is shut.", "text"),
        ("story.copy", b"The bridge is shut.", "text"),
        ("v1.2/story", b"The bridge is shut.", "text"),
        ("torn.docx", b"PK\3\4", "docx"),
    ],
)
def test_what_is_read(path: str, content: bytes, name: str) -> None:
    assert recognise(path, content).name == name


@pytest.mark.parametrize(
    ("path", "content", "called"),
    [
        ("story.rtf", b"The bridge is shut.", "RTF is not read"),
        ("story.txt", rb"{\rtf1 The bridge}", "RTF is not read"),
        ("story.doc", b"\xd0\xcf\x11\xe0", "an old or an encrypted Office file is not read"),
        ("story.nsml", b"<nsml>", "NSML is not read"),
        ("settings.yaml", b"a: b", "data is not read"),
        ("site.js", b"let it = 'be'", "a program is not read"),
        ("plan.xml", b"<?xml version='1.0'?><plan/>", "XML of this kind is not read"),
    ],
)
def test_what_is_refused_is_named_and_says_what_to_do(path: str, content: bytes, called: str) -> None:
    with pytest.raises(InputError) as refused:
        recognise(path, content)
    assert refused.value.message == called
    assert refused.value.hint


def test_what_is_asked_for_is_believed() -> None:
    assert recognise("story.js", b"<p>", "text").name == "text"
