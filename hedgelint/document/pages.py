"""Paragraphs of a word processor's file → Document. Such a file has no lines: each paragraph counts as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hedgelint.document.manuscript import Paragraph, kinds
from hedgelint.document.model import Document
from hedgelint.document.prose import Weaver
from hedgelint.document.readers import document

_SHOWN = 40  # code points of a paragraph's first words
_LINE_BREAK = "\v"  # what Word itself calls a line break inside a paragraph
_EMPTY_LINE = re.compile(r"\n\s*\n")


def as_pages(path: str, paragraphs: Sequence[Paragraph], *, form: str, notes: tuple[str, ...]) -> Document:
    """`Document.source` is the paragraphs, one a line; line and column are paragraph and character."""
    source = "\n".join(paragraph.words.replace("\n", _LINE_BREAK) for paragraph in paragraphs)
    weaver = Weaver(len(source))
    start = 0
    for paragraph, kind in zip(paragraphs, kinds(paragraphs), strict=True):
        words = paragraph.words
        label = f"{paragraph.label}: {first_words(words)}" if paragraph.label else first_words(words)
        weave(weaver, replace(paragraph, pieces=[(words, start, start + len(words))]), kind, label)
        start += len(words) + 1
    made = document(path, source, weaver.prose(), form=form, encoding="utf-8", notes=notes)
    return replace(made, places="paragraph", writable=False)


def weave(weaver: Weaver, paragraph: Paragraph, kind: str, label: str = "") -> None:
    """A paragraph as a part of this kind, with its links and comments; an empty line in it makes two of it. Of one that
    is no part ("") only the comments are kept."""
    said = sorted(paragraph.remarks)
    place = paragraph.pieces[0][1] if paragraph.pieces else 0
    if kind:
        gaps = [match.span() for match in _EMPTY_LINE.finditer(paragraph.words)]
        edges = [at for start, end, _ in paragraph.links for at in (start, end)] + [at for gap in gaps for at in gap]
        stops = sorted({*edges, *(at for at, _ in said)})
        since: dict[int, int] = {}
        for at, words, start, end in _cut(paragraph.pieces, stops):
            place = start
            while said and said[0][0] <= at:
                weaver.comment(said.pop(0)[1], start, start)
            if any(first <= at < last for first, last in gaps):
                weaver.end(kind, label)
                continue
            for number, link in enumerate(paragraph.links):
                if link[0] == at:
                    since[number] = weaver.here
            if end - start == len(words):
                weaver.copy(words, start)
            else:
                weaver.put(words, start, end)
            for number, link in enumerate(paragraph.links):
                if link[1] == at + len(words) and number in since:
                    weaver.link(since[number], link[2])
            place = end
    for _, words in said:
        weaver.comment(words, place, place)
    weaver.end(kind or "note", label)


def _cut(pieces: Sequence[tuple[str, int, int]], stops: Sequence[int]) -> Iterator[tuple[int, str, int, int]]:
    """(where in the words, words, start, end): the pieces, those that stand letter by letter cut at the stops."""
    at = passed = 0
    for words, start, end in pieces:
        size = len(words)
        done = 0
        if end - start == size:
            while passed < len(stops) and stops[passed] < at + size:
                stop = stops[passed] - at
                if stop > done:
                    yield at + done, words[done:stop], start + done, start + stop
                    done = stop
                passed += 1
            yield at + done, words[done:], start + done, end
        else:
            yield at, words, start, end
        at += size


def first_words(words: str) -> str:
    flat = " ".join(words.split())
    if len(flat) <= _SHOWN:
        return f"“{flat}”"
    return f"“{flat[:_SHOWN].rsplit(' ', 1)[0]}…”"
