"""Words of judgement, by the pack they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Loaded
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

LOADED_LEXICONS = ("loaded-labels", "editorial-adverbs", "puffery", "attack-verbs", "heated-words", "stance-words")
_OWNER = "lexicon:loaded"
_NAMING = ("loaded-labels", "puffery", "heated-words")  # the lists whose words a thing can be called
_REACH = 80  # code points before a word in which somebody may have named it so
# What cannot stand between a verb of naming and the name; after an “as” an “and” can.
_BARS = "for|on|off|out|in|up|to|from|upon|that|who|which|when|because|with|by|has|have|had|is|are|was|were|will|would"
_OBJECT = rf"(?: (?!(?:and|but|{_BARS})\b)[\w’'&-]+)"
_COMPLEMENT = rf"(?: (?!(?:{_BARS})\b)[\w’'&-]+,?)"
_DEFINITE = r"(?<! the)(?<! his)(?<! her)(?<! its)(?<! our)(?<! their)"  # whoever is named, not the name


class LoadedFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(
            [{"pack": name, **entry} for name in LOADED_LEXICONS for entry in lexicons[name].entries]
        )
        name, as_ = (
            "|".join(
                form
                for entry in lexicons["naming-verbs"].entries
                if entry["role"] == role
                for form in (entry["term"], *entry.get("forms", ()))
            )
            for role in ("name", "as")
        )
        called = rf"(?:{name}){_OBJECT}{{0,7}}(?: and)?{_DEFINITE}"
        seen_as = rf"(?:{as_})\b[^.;:\n]{{0,50}}? as{_COMPLEMENT}{{0,4}}"
        self._named = re.compile(rf"(?<![\w-])(?:{called}|{seen_as})\s*\Z", re.IGNORECASE)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.terms}

    def find(
        self, document: Document, quoted: SpanSet, said: SpanSet, hits: Mapping[str, tuple[Hit, ...]]
    ) -> tuple[Loaded, ...]:
        """In order; a word that touches a quotation counts as quoted. No judgement of the writer's are a word that
        somebody else is told to have called something, and an entry with `voice: own` where it touches `said`, what a
        source answers for."""
        found = []
        for hit, entry in self._terms.true_hits(document.text, hits.get(_OWNER, ())):
            span = Span(hit.start, hit.end)
            if entry["pack"] in _NAMING and self._named.search(document.text, max(0, hit.start - _REACH), hit.start):
                continue
            if entry.get("voice") != "own" or not (said.touches(span) or quoted.touches(span)):
                found.append(Loaded(span, quoted.touches(span), entry))
        return tuple(found)
