"""What is told, in the form that an editor shows: Markdown in which no word of a story is markup, or plain text."""

from __future__ import annotations

from lsprotocol.types import MarkupContent, MarkupKind

from hedgelint.report.text import visible

_MARKDOWN = str.maketrans({mark: "\\" + mark for mark in "\\`*_{}[]()<>#+-.!|~&:@^$=\"'"})


def safe(words: str) -> str:
    """On one line, with nothing that Markdown, HTML or a terminal takes for a sign of its own."""
    return " ".join(visible(words).split()).translate(_MARKDOWN)


def bare(markdown: str) -> str:
    """Plain text again."""
    out, at = [], 0
    while at < len(markdown):
        if markdown[at] == "\\" and at + 1 < len(markdown):
            out.append(markdown[at + 1])
            at += 2
            continue
        if markdown[at] not in "*":
            out.append(markdown[at])
        at += 1
    return "".join(out)


def markup(markdown: str, plain: bool) -> MarkupContent:
    if plain:
        return MarkupContent(MarkupKind.PlainText, bare(markdown))
    return MarkupContent(MarkupKind.Markdown, markdown)
