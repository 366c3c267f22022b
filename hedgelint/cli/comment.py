"""`hedgelint comment STORY.docx -o COPY.docx`."""

from __future__ import annotations

import sys

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import reading
from hedgelint.cli.terminal import say
from hedgelint.config.model import Layer
from hedgelint.document.hanging.comments import Remark, hung, taken_down
from hedgelint.document.model import Document
from hedgelint.document.reader import LARGEST, read_content
from hedgelint.errors import InputError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import SEVERITIES, Finding
from hedgelint.report.remarks import remark
from hedgelint.report.text import problem_line
from hedgelint.span import Span


@click.command("comment", short_help="Findings as comments in a copy of a Word file.")
@click.argument("path", metavar="STORY.docx")
@click.option("--output-file", "-o", "output", metavar="COPY.docx", required=True, help="The copy; never the story.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="suggestion", help="From this on. [suggestion]")
@click.option("--source", "sources", multiple=True, metavar="PATH", help="Hold quotations against this. Repeatable.")
@click.option("--remove", is_flag=True, help="A copy without the comments of hedgelint; no finding is looked for.")
@reading
def command(path: str, output: str, severity: str, sources: tuple[str, ...], remove: bool, how: Reading) -> None:
    """A copy of a Word file in which each finding is a comment on exactly its words, by “hedgelint”.

    Tracked changes, comments of others and all that is not touched stay as they are; the story itself is not changed.
    Leaves with 0 when the copy is written.
    """
    content = read_bytes(path, LARGEST)
    document = _word(path, content)
    if remove:
        made, taken, left = taken_down(path, content)
        write_whole(output, made, (path,))
        kept = f"; {left} left, which somebody answered" if left else ""
        say(f"{output} written: {_counted(taken)} taken out{kept}")
        return
    result = how.desk(Layer(sources=sources)).lint_document(document)
    least = SEVERITIES.index(severity)
    findings = [
        finding
        for finding in result.findings
        if finding.suppressed is None and SEVERITIES.index(finding.severity) >= least
    ]
    made, notes = hung(path, content, [_remark(finding) for finding in findings])
    write_whole(output, made, (path,))
    for note in (*result.notes, *notes):
        say(f"{path}: note: {note}", err=True)
    for problem in result.problems:
        say(problem_line(problem), err=True)
    say(f"{output} written: {_counted(len(findings))}")
    sys.exit(2 if result.problems else 0)


def _word(path: str, content: bytes) -> Document:
    for document in read_content(path, content):
        if isinstance(document, InputError):
            raise document
        if document.format == "docx":
            return document
    raise InputError("no Word file: comments are hung in .docx only", path=path, hint="hedgelint xray shows any story")


def _remark(finding: Finding) -> Remark:
    return Remark(Span(finding.start.offset, finding.end.offset), remark(finding), finding.at)


def _counted(count: int) -> str:
    return "1 comment" if count == 1 else f"{count or 'no'} comments"
