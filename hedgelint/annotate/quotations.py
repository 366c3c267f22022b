"""Quotations of a document: marks paired paragraph by paragraph, running quotations recognised, faults told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.annotate.faults import blanks_inside, odd_marks, unclosed
from hedgelint.annotate.marks import MARK, read_marks, tag_values
from hedgelint.annotate.pairing import Pair, pair_marks
from hedgelint.annotate.story import MarkFault, Quotation
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

_OPENER = re.compile(r"[“\"„«]|''|``")
_STOP = re.compile(r"[.?!…][)\]’']*$")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_BETWEEN = frozenset(("embed", "caption", "subhead", "comment", "dateline"))


class QuotationFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._omissions = frozenset(term.lstrip("'").lower() for term in lexicons["apostrophes"].terms())

    def find(self, document: Document) -> tuple[tuple[Quotation, ...], tuple[MarkFault, ...]]:
        """Quotations in the order of their opening marks, those inside others after them; faults by place."""
        text = document.text
        quotations: list[Quotation] = []
        faults: list[MarkFault] = []
        closed: list[Pair] = []
        for number, part in enumerate(document.parts):
            if part.kind in ("embed", "comment", "byline") or not MARK.search(text, *part.span):
                continue
            paired = pair_marks(text, part.span, read_marks(text, *part.span, self._omissions))
            faults += paired.faults
            first = len(quotations)
            values = [Pair(opens, closes, closes.end, 0) for opens, closes in tag_values(text, *part.span)]
            for pair in sorted([*paired.pairs, *values], key=lambda pair: (pair.open.start, -pair.end)):
                told = any(fault.kind == "unclosed" and fault.span.start == pair.open.start for fault in paired.faults)
                # A mark of the same kind inside it: the one round it was closed in the writer's mind, and not on paper.
                again = any(fault.kind == "nested" and fault.span.start > pair.open.start for fault in paired.faults)
                running = pair.close is None and not told and not again and self._runs_on(document, number, pair)
                if pair.close is None and not told and not running:
                    faults.append(unclosed(text, pair, part.span))
                quotations.append(_quotation(text, pair, number, running, quotations, first))
                if pair.close and pair.open.glyph != "mark-up" and pair.open.level == '"':
                    closed.append(pair)
        faults += [*odd_marks(closed), *blanks_inside(text, closed)]
        return tuple(quotations), tuple(sorted(faults, key=lambda fault: (fault.span, fault.kind)))

    def _runs_on(self, document: Document, number: int, pair: Pair) -> bool:
        """Left open at a full stop, opened again at the next paragraph of the text: the convention for long speech. A
        scrap of a sentence is closed before its paragraph ends."""
        words = document.text[pair.open.end : pair.end]
        if pair.depth or words[:1].islower() or not _STOP.search(words.rstrip()[-3:]):
            return False
        for part in document.parts[number + 1 :]:
            if part.kind not in _BETWEEN:
                return _OPENER.match(document.text, part.span.start) is not None
        return False


def _quotation(text: str, pair: Pair, part: int, running: bool, before: Sequence[Quotation], first: int) -> Quotation:
    inner = Span(pair.open.end, pair.close.start if pair.close else pair.end)
    span = Span(pair.open.start, pair.end)
    parent = None
    for index in range(len(before) - 1, first - 1, -1):
        if before[index].span.contains(span):
            parent = index
            break
    depth = 0 if parent is None else before[parent].depth + 1
    kind = (
        "title"
        if pair.open.glyph == "mark-up"
        else _kind(inner.of(text), pair.close is not None, text[pair.end : pair.end + 1])
    )
    return Quotation(span, inner, kind, part, pair.close is not None, running, depth, parent)


def _kind(words: str, closed: bool, after: str) -> str:
    found = _WORD.findall(words[:400])
    if not found:
        return "scare"
    stopped = words.rstrip()[-1:] in ".?!,…—–" or not closed
    capital = words.lstrip("…. [(‘'“\"")[:1].isupper()
    if len(found) <= 14 and capital and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in found):
        capitals = sum(w[0].isupper() for w in found[1:])
        ends_speech = words.rstrip()[-1:] in ".,!?" and len(found) != 1 and capitals < 2
        if not ends_speech and not (stopped and len(found) <= 2):
            return "title"
    if capital and (stopped or len(found) >= 7):
        return "full"
    return "scare" if len(found) <= 3 and not stopped else "partial"
