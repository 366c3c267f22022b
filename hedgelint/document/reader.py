"""Files → documents, each by the reader of its format."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import cast

from hedgelint.document.composed import composed
from hedgelint.document.encoding import spoilt_bytes
from hedgelint.document.formats import BY_NAME, Format, by_suffix
from hedgelint.document.model import Document
from hedgelint.document.readers import File, Reader
from hedgelint.document.recognise import recognise
from hedgelint.document.unswept import unswept
from hedgelint.errors import InputError, unforeseen
from hedgelint.files import open_regular, read_bytes
from hedgelint.values import replace

LARGEST = 20_000_000  # bytes; what is larger is no story
_WRITTEN = ("markdown", "mdx", "html")  # text formats with one story a file
_GZIP = b"\x1f\x8b"


def read_documents(
    path: str, encoding: str | None = None, stdin_name: str = "", form: str | None = None
) -> Iterator[Document | InputError]:
    """The stories of one file; `-` is standard input. `form` is the name of a format where the file's own name and
    content are not to be asked.

    A mistake is yielded in its place, so that what follows it is still read.
    """
    name = (stdin_name or "<stdin>") if path == "-" else path
    try:
        if path != "-" and (streamed := _streamed(path, form)) is not None:
            with open_regular(path) as stream:
                yield from _stories(streamed.module, File(name, b"", encoding, stream=stream))
            return
        stories = read_content(
            name, _standard_input(name) if path == "-" else read_bytes(path, LARGEST), encoding, form
        )
    except InputError as error:
        yield error
        return
    except OSError as error:
        yield InputError(error.strerror or "cannot be read", path=path)
        return
    yield from stories


def read_content(
    name: str, content: bytes, encoding: str | None = None, form: str | None = None
) -> Iterator[Document | InputError]:
    """The stories of a file that holds `content`, as `read_documents` gives them."""
    try:
        known, packed = name, False
        if content.startswith(_GZIP):
            content, known, packed = _unpacked(content, name), name.removesuffix(".gz"), True
        module = recognise(known, content, form).module
        spoilt = spoilt_bytes(content, name) if not encoding else ()
        stories = _stories(module, File(name, content, encoding))
        del content  # as long as the story, and nobody's but the reader's from here on
        for document in stories:
            if isinstance(document, Document):
                if packed or (spoilt and document.encoding == "utf-8"):
                    document = replace(document, writable=False)
                if document.encoding == "utf-8":
                    document = replace(document, problems=(*document.problems, *spoilt))
            yield composed(document) if isinstance(document, Document) else document
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(error.strerror or "cannot be read", path=name)


def read_opened(name: str, text: str, form: str | None = None) -> Iterator[Document | InputError]:
    """The stories of a file that is open in an editor and holds `text`; nothing of the disc is read."""
    try:
        module = recognise(name, text.encode("utf-8", "replace"), form).module
        for document in _stories(module, File(name, text=text)):
            yield composed(document) if isinstance(document, Document) else document
    except InputError as error:
        yield error


def read_document(path: str) -> Document:
    """One file, whole, in one format: of records, the first. Raises InputError."""
    for document in read_documents(path):
        if isinstance(document, InputError):
            raise document
        return document
    raise InputError("no text in it", path=path)


def read_text(name: str, text: str) -> Document:
    """A story that is at hand as text: by its name Markdown, MDX or HTML, else plain text. Nothing is read from disk.
    Raises InputError."""
    form = by_suffix(name)
    written = form.name if form is not None and form.name in _WRITTEN else "text"
    for document in read_opened(name, text, written):
        if isinstance(document, InputError):
            raise document
        return document
    raise InputError("no text in it", path=name)


def reread(document: Document, text: str) -> Document:
    """The document as it would be if its file held `text`; only for one that is writable. Raises InputError."""
    file = File(document.path, encoding=document.encoding, text=text)
    for again in _stories(BY_NAME[document.format].module, file):
        if isinstance(again, InputError):
            raise again
        return composed(again)
    raise InputError("no text in it", path=document.path)


def _stories(module: str, file: File) -> Iterator[Document | InputError]:
    """What the reader in `module` makes of the file."""
    path = file.path
    try:
        stories = cast(Reader, import_module(module)).read(file)
        del file
        yield from unswept(stories)
    except ModuleNotFoundError as missing:
        told = unforeseen(missing)
        yield InputError(told.message, path=path, hint=told.hint)


def _streamed(path: str, form: str | None) -> Format | None:
    """The format of a file that holds many stories and may be of any size: it is read piece by piece."""
    known = BY_NAME.get(form) if form else by_suffix(path.lower().removesuffix(".gz"))
    return known if known is not None and known.streamed else None


def _standard_input(name: str) -> bytes:
    """Standard input has a file's limit."""
    if sys.stdin is None:
        raise InputError("standard input is closed", path=name)
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InputError(f"more than {LARGEST / 1e6:.0f} MB is no story", path=name, hint="cut it into stories")
    return content


def _unpacked(content: bytes, path: str) -> bytes:
    """The content of a gzip file of one or more members. Raises InputError where it is broken or too large."""
    import gzip
    import io

    try:
        out = gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise InputError("a broken gzip file", path=path, hint="fetch it again") from None
    if len(out) > LARGEST:
        raise InputError(f"more than {LARGEST / 1e6:.0f} MB when unpacked", path=path, hint="cut it into stories")
    return out
