"""What can be done about a finding: mend it, waive it, read about its rule; mend all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    Command,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    SnippetTextEdit,
    StringValue,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from hedgelint.annotate.story import Story
from hedgelint.finding import Finding
from hedgelint.lsp.diagnostics import diagnostic_of
from hedgelint.lsp.looked import Looked, place_of
from hedgelint.report.text import visible
from hedgelint.span import Span

FIX_ALL = "source.fixAll.hedgelint"
OPEN_RULE = "hedgelint.openRule"
_COMMENTS = {"text": "{}", "markdown": "<!-- {} -->", "html": "<!-- {} -->", "mdx": "{{/* {} */}}"}
_SAY_WHY = "say why"
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the client can do: edits of a certain version, snippets among edits, showing a file that it is told of."""

    versions: bool = False
    snippets: bool = False
    shows: bool = False


def actions_for(
    looked: Looked, stretch: Span, context: CodeActionContext, severity: str, can: Abilities
) -> Iterator[CodeAction]:
    """Those for the findings that touch a stretch of the text."""
    if not wanted(context, CodeActionKind.QuickFix):
        return
    for finding in looked.findings(severity):
        place = place_of(finding)
        if place.start <= stretch.end and stretch.start <= place.end:
            yield from _of_finding(looked, finding, can)


def wanted(context: CodeActionContext, kind: str) -> bool:
    return context.only is None or any(kind == only or kind.startswith(f"{only}.") for only in context.only)


def fix_all(looked: Looked, mended: str, can: Abilities) -> CodeAction:
    edits = [TextEdit(looked.positions.range(span), words) for span, words in differences(looked.text, mended)]
    return CodeAction("Mend all that has one right answer", FIX_ALL, edit=_edit(looked, edits, can))


def differences(before: str, after: str) -> Iterator[tuple[Span, str]]:
    """(span of `before`, what is to stand there): the lines that are not the same."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts, at = [], 0
    for line in old:
        starts.append(at)
        at += len(line)
    starts.append(at)
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield Span(starts[a], starts[b]), "".join(new[c:d])


def _of_finding(looked: Looked, finding: Finding, can: Abilities) -> Iterator[CodeAction]:
    about = [diagnostic_of(looked, finding, related=False)]
    rule = finding.rule
    if finding.edits:
        edits = [
            TextEdit(looked.positions.range(Span(one.start.offset, one.end.offset)), one.text) for one in finding.edits
        ]
        yield CodeAction(
            _mending(looked, finding),
            CodeActionKind.QuickFix,
            about,
            finding.fix != "unsafe",
            edit=_edit(looked, edits, can),
        )
    waiver = _waiver(looked, finding, can)
    if waiver is not None:
        yield CodeAction(f"Waive {rule} here, and say why", CodeActionKind.QuickFix, about, edit=waiver)
    if can.shows:
        title = f"Open the page of {rule}"
        yield CodeAction(title, CodeActionKind.QuickFix, about, command=Command(title, OPEN_RULE, arguments=[rule]))


def _mending(looked: Looked, finding: Finding) -> str:
    if len(finding.edits) > 1:
        return f"Mend {finding.rule}"
    (edit,) = finding.edits
    old, new = (_shown(words) for words in (looked.text[edit.start.offset : edit.end.offset], edit.text))
    if not edit.text:
        return f"Take out {old}"
    return f"Write {new} for {old}" if old else f"Put in {new}"


def _shown(words: str) -> str:
    """Words between quotation marks, a mark by itself."""
    words = visible(words).strip()
    return f"“{words}”" if any(letter.isalnum() for letter in words) else words


def _waiver(looked: Looked, finding: Finding, can: Abilities) -> WorkspaceEdit | None:
    """A comment before the paragraph; None in formats and places that have no room for one."""
    for story, _ in looked.seen:
        form = _COMMENTS.get(story.document.format)
        span = _part(story, finding)
        if form is not None and span is not None and finding.path == story.document.path:
            break
    else:
        return None
    begin = looked.positions.line_start(span.start)
    ends = _LINE_END.search(looked.text)
    end = ends.group() if ends else "\n"
    at, after = begin, end
    if story.document.format in ("markdown", "mdx") or _BLANK.search(looked.text):
        after = end + end
    if story.document.format == "html":
        at, after = span.start, ""
    place = looked.positions.at(at)
    before, behind = form.format(f"hedgelint: ignore {finding.rule} -- \0").split("\0")
    words = f"{before}{_SAY_WHY}{behind}{after}"
    if not can.snippets:
        return _edit(looked, [TextEdit(Range(place, place), words)], can)
    snippet = f"{_literal(before)}${{1:{_SAY_WHY}}}{_literal(behind)}{after}"
    document = OptionalVersionedTextDocumentIdentifier(looked.uri, looked.version)
    edit = SnippetTextEdit(Range(place, place), StringValue(snippet))
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, [edit])])


def _literal(words: str) -> str:
    return re.sub(r"([\\$}])", r"\\\1", words)


def _part(story: Story, finding: Finding) -> Span | None:
    """Where in the file the paragraph of a finding stands; None for what stands between a file's own signs."""
    document = story.document
    at = document.map.prose(finding.start.offset)
    if at is None:
        return None
    part = document.parts[max(0, bisect_right(document.parts, at, key=lambda one: one.span.start) - 1)]
    return None if part.locked or part.kind == "comment" else document.map.source(part.span)


def _edit(looked: Looked, edits: Sequence[TextEdit], can: Abilities) -> WorkspaceEdit:
    if not can.versions:
        return WorkspaceEdit(changes={looked.uri: list(edits)})
    document = OptionalVersionedTextDocumentIdentifier(looked.uri, looked.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, list(edits))])
