"""Paragraphs of a word processor's file → Document. Such a file has no lines: each paragraph counts as one."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.document.manuscript import kinds
from hedgelint.document.model import Document
from hedgelint.document.notes import mark_corrections
from hedgelint.document.paragraph import Paragraph, weave
from hedgelint.document.prose import Weaver
from hedgelint.document.readers import document
from hedgelint.values import replace

_SHOWN = 40  # code points of a paragraph's first words
_LINE_BREAK = "\v"  # what Word itself calls a line break inside a paragraph


def as_pages(path: str, paragraphs: Sequence[Paragraph], *, form: str, notes: tuple[str, ...]) -> Document:
    """`Document.source` is the paragraphs, one a line; line and column are paragraph and character."""
    texts = [paragraph.words for paragraph in paragraphs]
    source = "\n".join([words.replace("\n", _LINE_BREAK) for words in texts])
    weaver = Weaver(len(source))
    start = 0
    for paragraph, words, kind in zip(paragraphs, texts, kinds(paragraphs, texts), strict=True):
        label = f"{paragraph.label}: {first_words(words)}" if paragraph.label else first_words(words)
        pieces = [(words, start, start + len(words))]
        if kind and not (paragraph.links or paragraph.remarks or "\n" in words):
            weaver.part(kind, pieces, label)
        else:
            weave(weaver, Paragraph(pieces=pieces, links=paragraph.links, remarks=paragraph.remarks), kind, label)
        start += len(words) + 1
    mark_corrections(weaver.blocks)
    made = document(path, source, weaver.prose(), form=form, encoding="utf-8", notes=notes)
    return replace(made, places="paragraph", writable=False)


def first_words(words: str) -> str:
    head = words[: _SHOWN + 1]
    if head.isprintable() and "  " not in head and head[:1] != " " != head[-1:] and len(words) > _SHOWN:
        flat = head  # most paragraphs: no white space but one blank between two words
    else:
        flat = " ".join(words.split(None, _SHOWN)[:_SHOWN])  # no fewer than can be shown
    if len(flat) <= _SHOWN:
        return f"“{flat}”"
    return f"“{flat[:_SHOWN].rsplit(' ', 1)[0]}…”"
