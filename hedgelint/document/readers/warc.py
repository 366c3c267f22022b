"""WARC, the files of web archives → a Document a page. https://iipc.github.io/warc-specifications/, by FastWARC."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST_PAGE = 20_000_000  # bytes
_META = pattern_of(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})""", re.I)
_HTML = ("text/html", "application/xhtml+xml")


def read(file: File) -> Iterator[Document | InputError]:
    """The pages that were found (status 200) and are HTML or plain text; places are line and column of the page."""
    for found in pages(file):
        if isinstance(found, InputError):
            yield found
            continue
        page, kind = found
        if kind == "html":
            from hedgelint.document.readers.html import read as read_html

            made = list(read_html(page))
        else:
            made = [read_plain(page.path, *page.decoded())]
        for document in made:
            yield replace(document, format="warc", writable=False) if isinstance(document, Document) else document


def pages(file: File) -> Iterator[tuple[File, str] | InputError]:
    """The pages, each with its format, before anything is made of them; their names are the archive's, `#` and URI."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        hint = 'pip install "hedgelint[warc]"'
        raise InputError("WARC is read with FastWARC, which is not installed", path=file.path, hint=hint) from None
    stream = file.stream if file.stream is not None else io.BytesIO(file.content)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    found = False
    try:
        for record in ArchiveIterator(stream, record_types=wanted, auto_decode="all"):
            page = _page(record, file)
            if page is not None:
                found = True
                yield page
    except (OSError, ValueError, EOFError) as error:
        yield InputError(f"a broken archive: {error}", path=file.path)
        return
    if not found:
        yield InputError("no page in it", path=file.path)


def _page(record: WarcRecord, file: File) -> tuple[File, str] | InputError | None:
    http: Any = record.http_headers
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type", "")) or ""
    kind = kind.partition(";")[0].strip().lower()
    if (http is not None and http.status_code != 200) or (kind not in _HTML and kind != "text/plain"):
        return None
    path = f"{file.path}#{record.headers.get('WARC-Target-URI', record.record_id)}"
    content = record.reader.read(LARGEST_PAGE + 1)
    if len(content) > LARGEST_PAGE:
        return InputError(f"more than {LARGEST_PAGE // 1_000_000} MB are too large for a story", path=path)
    charset = file.encoding or (record.http_charset if record.is_http else None) or _declared(content)
    return File(path, content, _known(charset), notes=file.notes), "html" if kind in _HTML else "text"


def _declared(content: bytes) -> str | None:
    match = _META.search(content[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _known(charset: str | None) -> str | None:
    """The name of a codec of Python's; what pages call Latin-1 is Windows-1252. None where it says nothing new."""
    import codecs

    try:
        name = codecs.lookup(charset or "").name
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name == "utf-8" else name
