"""Words of judgement, by the pack they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Loaded, Sentence, compact
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

LOADED_LEXICONS = (
    "loaded-labels",
    "loaded-adjectives",
    "editorial-adverbs",
    "puffery",
    "attack-verbs",
    "heated-words",
    "stance-words",
)
_OWNER = "lexicon:loaded"
# The lists whose words a thing can be called.
_NAMING = ("loaded-labels", "loaded-adjectives", "puffery", "heated-words")
_LETTER = pattern_of(r"\w")
_BEFORE = 8  # code points in which marks stand between what opens and the word
_TELLING = 400  # code points of a sentence that tell whether it is all in capitals
_REACH = 80  # code points before a word in which somebody may have named it so
# What cannot stand between a verb of naming and the name; after an “as” an “and” can.
_BARS = "for|on|off|out|in|up|to|from|upon|that|who|which|when|because|with|by|has|have|had|is|are|was|were|will|would"
_OBJECT = rf"(?: (?!(?:and|but|{_BARS})\b)[\w’'&-]+)"
_COMPLEMENT = rf"(?: (?!(?:{_BARS})\b)[\w’'&-]+,?)"
# A small letter that no house would print in a headline of capitals, where these short words alone have none.
_SMALL = pattern_of(
    r"(?<![\w’'-])(?!(?:an?|and|as|at|but|by|for|from|if|in|into|is|it|its|nor|of|off|on|onto|or|out|over|per|than|that|the|"
    r"to|up|upon|vs?|via|with|yet|amid|after)\b)[a-zß-ÿ]"
)
_OPENING = pattern_of(r"(?:[:“‘\"(\[•*|—–…]|(?<!\w)['-])\W*\Z")  # after these a capital is no sign of a name
_DEFINITE = r"(?<! the)(?<! his)(?<! her)(?<! its)(?<! our)(?<! their)"  # whoever is named, not the name


def _named_so(lexicons: Lexicons) -> str:
    """A pattern of what stands before a name that somebody is told to have given: called him a, seen as a."""
    name, as_, of = (
        "|".join(
            form
            for entry in lexicons["naming-verbs"].entries
            if entry["role"] == role
            for form in (entry["term"], *entry.get("forms", ()))
        )
        for role in ("name", "as", "of")
    )
    called = rf"(?:{name}){_OBJECT}{{0,7}}(?: and)?{_DEFINITE}"
    seen_as = rf"(?:{as_})\b[^.;:\n]{{0,50}}? as{_COMPLEMENT}{{0,4}}"
    accused_of = rf"(?:{of})\b[^.;:\n]{{0,50}}? of(?: (?!(?:{_BARS})\b)[\w’'&-]+){{0,3}}"
    return rf"(?<![\w-])(?:{called}|{seen_as}|{accused_of})\s*\Z"


class LoadedFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons, *LOADED_LEXICONS, column="pack")
        self._named = pattern_of(lexicons.plain("loaded: named so", _named_so), re.IGNORECASE)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.phrases()}

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        quoted: SpanSet,
        said: SpanSet,
        hits: Mapping[str, Sequence[Hit]],
    ) -> Sequence[Loaded]:
        """In order; a word that touches a quotation counts as quoted. No judgement of the writer's are a name, a word
        that somebody else is told to have called something, and an entry with `voice: own` where it touches `said`,
        what a source answers for."""
        found = []
        true_hits = tuple(self._terms.true_hits(document.text, hits.get(_OWNER, ())))
        names = self._names(document.text, sentences, [hit for hit, _ in true_hits])
        for hit, entry in true_hits:
            span = Span(hit.start, hit.end)
            if span.of(document.text) in names:
                continue
            if entry["pack"] in _NAMING and self._named.search(document.text, max(0, hit.start - _REACH), hit.start):
                continue
            if entry.get("voice") != "own" or not (said.touches(span) or quoted.touches(span)):
                found.append(Loaded(span, quoted.touches(span), entry))
        return compact(Loaded, found)

    def _names(self, text: str, sentences: Sequence[Sentence], hits: Sequence[Hit]) -> frozenset[str]:
        """The words that this story writes with a capital where nothing but a name has one: Ms Blunt, Grim Street.
        Such a word is that name at the head of a sentence and in a headline too."""
        starts = [sentence.span.start for sentence in sentences]
        names = set()
        for hit in hits:
            word = text[hit.start : hit.end]
            if not word[0].isupper() or word.isupper() or self._terms.met(hit.number)[0][0].isupper() or word in names:
                continue
            at = bisect_right(starts, hit.start) - 1
            if (
                at < 0
                or _LETTER.search(text, starts[at], hit.start) is None
                or _OPENING.search(text[max(starts[at], hit.start - _BEFORE) : hit.start])
            ):
                continue
            if _SMALL.search(text, starts[at], min(sentences[at].span.end, starts[at] + _TELLING)):
                names.add(word)
        return frozenset(names)
