"""Words that say how sure, with what the scales of probability make of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Confidence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

_OWNER = "lexicon:confidence"
_REACH = 40  # code points on either side in which a word of degree or a denial is looked for
_BY_N_T = r"\w+n[’']t"
_BLANK = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"  # within a paragraph

_NAME = pattern_of(r"(?<!\w)[A-Z][\w’'-]*\.?[ \t]\Z")
Bands = Mapping[str, tuple[int, int]]


class ConfidenceFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons, "confidence")
        self._bands: dict[str, Bands] = {}
        for entry in lexicons["probability-scales"].entries:
            for term in (entry["term"], *entry.get("forms", ())):
                self._bands[term] = {scale: (low, high) for scale, (low, high) in entry["bands"].items()}
        moving: dict[str, list[str]] = {"degree": [], "denial": []}
        for entry in lexicons["degree-words"].entries:
            moving[entry["role"]] += (entry["term"], *entry.get("forms", ()))
        degree, denial = _any(moving["degree"]), _any(moving["denial"], _BY_N_T)
        self._before = pattern_of(rf"(?<!\w)(?:{denial}{_BLANK})?(?:{degree}{_BLANK})?\Z", re.IGNORECASE)
        self._after = pattern_of(rf"{_BLANK}(?:not|{_BY_N_T})(?!\w)", re.IGNORECASE)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.phrases()}

    def find(self, document: Document, quoted: SpanSet, hits: Mapping[str, Sequence[Hit]]) -> tuple[Confidence, ...]:
        """In order; `quoted` are the spans of quotations."""
        text, found = document.text, []
        for hit, entry in self._terms.true_hits(text, hits.get(_OWNER, ())):
            span = Span(hit.start, hit.end)
            if text[hit.start].isupper() and _named(document, span):
                continue
            bands = self._bands.get(_words(span.of(text))) or self._bands.get(entry["term"], {})
            if bands:
                moved = self._moved(text, span)
                if moved != span:
                    # A word of likelihood with a denial is another word: where the scales lack it, it has no band.
                    span, bands = moved, self._bands.get(_words(moved.of(text)), {})
            found.append(Confidence(span, entry["class"], quoted.covers(span), entry["term"], entry["group"], bands))
        return tuple(found)

    def _moved(self, text: str, span: Span) -> Span:
        """The span with the word of degree and the denial that stand at it."""
        before = self._before.search(text[max(0, span.start - _REACH) : span.start])
        after = self._after.match(text, span.end, span.end + _REACH)
        start = span.start - len(before.group()) if before else span.start
        return Span(start, after.end() if after else span.end)


def _named(document: Document, span: Span) -> bool:
    """Mr Might, Norma Likely: a capital behind a capital, but in a headline, where every word may have one."""
    if _NAME.search(document.text, max(0, span.start - _REACH), span.start) is None:
        return False
    number = bisect_right(document.parts, span.start, key=lambda part: part.span.start) - 1
    if number < 0 or not document.parts[number].span.contains(span):
        return False
    return document.parts[number].kind in ("body", "standfirst", "caption")


def _words(words: str) -> str:
    """As the scales have it: small, with single blanks, and “isn't” and “won't” as “not”."""
    return " ".join(re.sub(rf"(?<!\w){_BY_N_T}(?!\w)", "not", words.lower()).split())


def _any(words: Iterable[str], *patterns: str) -> str:
    """A pattern for any of the words, the longest first, or of the patterns."""
    escaped = (re.escape(word) for word in sorted(words, key=len, reverse=True))
    return f"(?:{'|'.join((*escaped, *patterns)) or '(?!)'})"
