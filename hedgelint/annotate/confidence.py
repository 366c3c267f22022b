"""Words that say how sure, with what the scales of probability make of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Confidence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

_OWNER = "lexicon:confidence"


class ConfidenceFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons["confidence"].entries)
        self._bands: dict[str, dict[str, tuple[int, int]]] = {}
        for entry in lexicons["probability-scales"].entries:
            for term in (entry["term"], *entry.get("forms", ())):
                self._bands[term] = {scale: (low, high) for scale, (low, high) in entry["bands"].items()}

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.terms}

    def find(self, document: Document, quoted: SpanSet, hits: Mapping[str, tuple[Hit, ...]]) -> tuple[Confidence, ...]:
        """In order; `quoted` are the spans of quotations."""
        found = []
        for hit, entry in self._terms.true_hits(document.text, hits.get(_OWNER, ())):
            span = Span(hit.start, hit.end)
            words = " ".join(span.of(document.text).lower().split())
            bands = self._bands.get(words) or self._bands.get(entry["term"], {})
            found.append(Confidence(span, entry["class"], quoted.covers(span), entry["term"], entry["group"], bands))
        return tuple(found)
