"""Paragraphs cut into sentences; a sentence and a quotation nest or are apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from hedgelint.annotate.story import Quotation, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

# A stop with what closes after it, blanks, and something a sentence can begin with; nothing is given back, so that a
# row of a thousand stops is read once.
_END = pattern_of(
    r"([.?!…](?<![.?!…]{2})[.?!…]*+)[\"”’'»)\]]*+(\s++)(?=(?:[☀-➿🌀-🫿️‍🇦-🇿]+\s*)?[\"“„‘‚'«»(\[$£€—–]*[A-ZÀ-Þ0-9])"
)
_WORD_BEFORE = pattern_of(r"[\w.&’'-]+$")
_INITIAL = pattern_of(r"(?:[A-Z]|[A-Z](?:\.[A-Z])+)$")
_CLOCK = pattern_of(r"[ap]\.m$", re.I)
_NEXT = pattern_of(r"[\"“„‘‚'«»(\[—–]*([\w’'-]+)")


class SentenceSplitter:
    def __init__(self, lexicons: Lexicons) -> None:
        entries = lexicons["abbreviations"].entries
        self._always = _forms(e["term"] for e in entries if e.get("ends") != "sometimes")
        self._sometimes = _forms(e["term"] for e in entries if e.get("ends") == "sometimes")
        self._numbered = _forms(e["term"] for e in entries if e.get("before") == "number")
        self._starters = frozenset(lexicons["sentence-starters"].terms())

    def split(self, document: Document, quotations: Sequence[Quotation]) -> tuple[Sentence, ...]:
        sentences: list[Sentence] = []
        at = 0
        for number, part in enumerate(document.parts):
            while at < len(quotations) and quotations[at].part < number:
                at += 1
            first = at
            while at < len(quotations) and quotations[at].part == number:
                at += 1
            sentences += [Sentence(span, number) for span in self._of(document.text, part.span, quotations[first:at])]
        return tuple(sentences)

    def _of(self, text: str, part: Span, quotations: Sequence[Quotation]) -> list[Span]:
        cuts = [m.start(2) for m in _END.finditer(text, *part) if self._ends(text, part.start, m)]
        if cuts and quotations:
            cuts = _apart(part, cuts, SpanSet(quotation.span for quotation in quotations))
        spans, start = [], part.start
        for cut in (*cuts, part.end):
            spans.append(Span(start, cut))
            start = cut
            while start < part.end and text[start].isspace():
                start += 1
        return spans

    def _ends(self, text: str, start: int, stop: re.Match[str]) -> bool:
        if stop.group(1) != ".":
            return stop.group(1)[0] not in "?!" or not text[stop.end() : stop.end() + 1].islower()
        before = _WORD_BEFORE.search(text, max(start, stop.start() - 24), stop.start())
        if before is None:
            return True
        word = before.group().lstrip("’'-").rsplit("-")[-1]  # of D-Calif. the state
        follower = _NEXT.match(text, stop.end())
        after = follower.group(1) if follower else ""
        starts = after.lower() in self._starters
        if len(word) == 1 and word.isupper() and word != "I":  # an initial, whatever the letter may shorten elsewhere
            return starts
        if word in self._numbered:
            return not after[:1].isdigit()
        if word in self._always:
            return False
        if word in self._sometimes or _CLOCK.search(word) or (len(word) > 1 and _INITIAL.match(word)):
            return starts
        return True


def _forms(terms: Iterable[str]) -> frozenset[str]:
    """The terms without their last stop; a small letter may be a capital, but not the other way: “ill.” is no state."""
    bare = {term.rstrip(".") for term in terms}
    return frozenset(bare | {term.upper() for term in bare} | {term[:1].upper() + term[1:] for term in bare})


def _apart(part: Span, cuts: Sequence[int], quoted: SpanSet) -> list[int]:
    """Cuts inside a quotation stay only where sentences begin and end with it; otherwise they go."""
    kept = [cut for cut in cuts if (q := quoted.at(cut)) is None or cut >= q.end or cut <= q.start]
    whole = {part.start, part.end, *kept}
    for quotation in quoted:
        inside = cuts[bisect_right(cuts, quotation.start) : bisect_left(cuts, quotation.end)]
        if inside and quotation.end in whole and _starts(whole, quotation.start):
            kept += inside
    return sorted(set(kept))


def _starts(whole: set[int], start: int) -> bool:
    """Whether a sentence begins at `start`: it is a cut, or only a blank or two lie between a cut and it."""
    return any(start - back in whole for back in range(3))
