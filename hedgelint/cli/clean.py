"""`hedgelint clean FILE`."""

from __future__ import annotations

import sys

import click

from hedgelint.cli.options import OUTPUT
from hedgelint.desk.clean import without_waivers
from hedgelint.document.encoding import encode
from hedgelint.document.reader import LARGEST, read_documents
from hedgelint.errors import InputError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import Problem


@click.command("clean", short_help="A story without its waivers, to hand on.")
@click.argument("path", metavar="FILE")
@OUTPUT
def command(path: str, output: str | None) -> None:
    """The copy of a story (text, Markdown, HTML) without the lines and comments that speak to hedgelint.

    All else is as it was, byte for byte; the file itself is not changed.
    """
    for document in read_documents(path):
        if isinstance(document, InputError):
            raise document
        if document.problems and not document.writable:  # stray bytes: they would not come back as they were
            raise _of(document.problems[0])
        if not document.writable:
            raise InputError("a story in this format cannot be written back", path=path)
        text = without_waivers(document)
        try:
            content = encode(text, document.encoding, like=b"" if path == "-" else read_bytes(path, LARGEST))
        except UnicodeEncodeError:
            told = f"holds bytes that are nothing in {document.encoding}, and would not come back as they were"
            raise InputError(told, path=path, hint="save the file as UTF-8") from None
        if output is not None:
            write_whole(output, content, (path,))
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return


def _of(problem: Problem) -> InputError:
    return InputError(problem.message, path=problem.path, line=problem.line, column=problem.column)
