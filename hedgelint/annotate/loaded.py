"""Words of judgement, by the pack they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Loaded
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

LOADED_LEXICONS = ("loaded-labels", "editorial-adverbs", "puffery", "attack-verbs", "heated-words", "stance-words")
_OWNER = "lexicon:loaded"


class LoadedFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(
            [{"pack": name, **entry} for name in LOADED_LEXICONS for entry in lexicons[name].entries]
        )

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.terms}

    def find(
        self, document: Document, quoted: SpanSet, said: SpanSet, hits: Mapping[str, tuple[Hit, ...]]
    ) -> tuple[Loaded, ...]:
        """In order; a word that touches a quotation counts as quoted. An entry with `voice: own` is no judgement of
        the writer's where it touches `said`, what a source answers for."""
        found = []
        for hit, entry in self._terms.true_hits(document.text, hits.get(_OWNER, ())):
            span = Span(hit.start, hit.end)
            if entry.get("voice") != "own" or not (said.touches(span) or quoted.touches(span)):
                found.append(Loaded(span, quoted.touches(span), entry))
        return tuple(found)
