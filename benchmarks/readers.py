"""Megabytes a second of each reader alone, on one core, and how that changes with the size of the file.

    python benchmarks/readers.py [FORMAT …]

One invented story is repeated until the file (what is in it, for those that are packed) has 1, 5 and 20 MB. A reader
that takes time in proportion is about as fast with 20 MB as with 1. Told is processor time, the best of three runs; a
short file is read before, so that importing the reader is not counted.
"""

from __future__ import annotations

import gc
import io
import json
import sys
import time
import zipfile
from collections.abc import Callable
from html import escape

from hedgelint.document.formats import BY_NAME
from hedgelint.document.reader import read_content

PARAGRAPHS = (
    "The ferry to Holm will sail once a day from June, the harbour board of Vik & Sons said on Monday.",
    "“Once a day is no ferry,” said Odd Berg, who runs the shop at the slip. “We heard, ‘You will get used to it’.”",
    "Experts say the fuel of the old boat costs £4m a year, a third more than in 2019.",
)
SIZES = (1, 5, 20)
RUNS = 3


def _html(text: str) -> str:
    return escape(text, quote=False).replace("“", "&ldquo;")


def _fill(one: Callable[[str], str], size: int) -> str:
    """Paragraphs until there are `size` bytes."""
    piece = "".join(one(text) for text in PARAGRAPHS)
    return piece * (size // len(piece.encode()) + 1)


def _zip(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return out.getvalue()


def _docx(size: int) -> bytes:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Georgia"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'

    def paragraph(text: str) -> str:
        first, rest = escape(text[:40], quote=False), escape(text[40:], quote=False)
        return f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{run.format(first)}{run.format(rest)}</w:p>'

    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{name}"><w:body>{_fill(paragraph, size)}</w:body></w:document>'
    return _zip(word__document_dot_xml=body)


def _odf(size: int) -> str:
    body = _fill(lambda text: f"<text:p>{escape(text[:40])}<text:span>{escape(text[40:])}</text:span></text:p>", size)
    return (
        '<office:document xmlns:office="o" xmlns:text="t"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document>"
    )


def _paragraphs(size: int) -> str:
    return _fill(lambda text: f"<p>{_html(text)}</p>\n", size)


def _json(size: int, **more: object) -> bytes:
    return json.dumps({"headline": "Ferry cut", "body_html": _paragraphs(size), **more}).encode()


def _ans(size: int) -> bytes:
    number = size // len(json.dumps({"type": "text", "content": PARAGRAPHS[1]}))
    elements = [{"type": "text", "content": _html(PARAGRAPHS[at % 3])} for at in range(number)]
    return json.dumps({"type": "story", "content_elements": elements}).encode()


def _nitf(size: int) -> str:
    body = _fill(lambda text: f"<p>{escape(text)}</p>\n", size)
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>"


def _feed(size: int) -> str:
    item = f"<item><title>Ferry cut</title><content:encoded><![CDATA[{_paragraphs(4000)}]]></content:encoded></item>"
    return f"<rss><channel>{item * (size // len(item.encode()) + 1)}</channel></rss>"


def _epub(size: int) -> bytes:
    opf = (
        '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    page = f"<html><body>{_paragraphs(size)}</body></html>"
    return _zip(**{"META-INF__container_dot_xml": container, "a_dot_opf": opf, "a_dot_xhtml": page})


def _warc(size: int) -> bytes:
    page = f"<html><body>{_paragraphs(100_000)}</body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nWARC-Target-URI: https://a.test/\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    return (head.encode() + block + b"\r\n\r\n") * (size // len(block) + 1)


WRITERS: dict[str, Callable[[int], bytes | str]] = {
    "text": lambda size: _fill(lambda text: f"{text}\n\n", size),
    "markdown": lambda size: _fill(lambda text: f"{text.replace('Odd', '*Odd*')}\n\n", size),
    "html": _paragraphs,
    "docx": _docx,
    "odt": lambda size: _zip(content_dot_xml=_odf(size)),
    "fodt": _odf,
    "ninjs": _json,
    "ans": _ans,
    "superdesk": lambda size: _json(size, guid="a"),
    "ghost": lambda size: json.dumps({"posts": [{"title": "Ferry", "html": _paragraphs(size)}]}).encode(),
    "jsonfeed": lambda size: json.dumps({"items": [{"title": "Ferry", "content_html": _paragraphs(size)}]}).encode(),
    "nitf": _nitf,
    "newsml-g2": lambda size: f"<newsItem><contentSet><inlineXML>{_nitf(size)}</inlineXML></contentSet></newsItem>",
    "rss": _feed,
    "epub": _epub,
    "warc": _warc,
}


def main() -> None:
    print("| reader |" + "".join(f" {size} MB |" for size in SIZES) + "\n| --- |" + " ---: |" * len(SIZES))
    for name in sys.argv[1:] or [name for name in WRITERS if BY_NAME[name].module]:
        seconds(name, 10_000)
        cells = [f"{size / min(seconds(name, size * 1_000_000) for _ in range(RUNS)):.1f}" for size in SIZES]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def seconds(name: str, size: int) -> float:
    """Of processor time that a story of so many bytes takes to be read."""
    written = WRITERS[name](size)
    content = written.encode() if isinstance(written, str) else written
    del written
    gc.collect()
    began = time.process_time()
    for _ in read_content("story", content, form=name):
        pass
    return time.process_time() - began


if __name__ == "__main__":
    main()
