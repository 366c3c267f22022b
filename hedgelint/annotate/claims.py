"""Statements that want a source: what in them asks for one, and whether somebody answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import CLAIM_REASONS, Claim, Loaded, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

_OWNER = "lexicon:claim-triggers"
_PUBLIC = "lexicon:no-source-needed"
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half|a (?:third|quarter)|hundreds|thousands)"
# A share, a rate or a sum; not a score, an age, a date or a time.
_FIGURE = re.compile(
    r"(?P<statistic>\b\d[\d.,]* ?(?:per ?cent\b|percent\b|%|percentage points?\b)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?(?:three|four|five|ten|\d+)\b(?! [A-Z])"
    r"|\b(?:a|one|two)[ -](?:third|quarter|fifth)s? of\b|\bhalf of (?:all|the|those)\b)"
    r"|(?P<quantity>[$£€]\s?\d[\d,.]*(?: ?(?:bn|billion|m|million|trillion|k))?\b"
    r"|\b\d{1,3}(?:,\d{3})+\b(?! (?:[A-Z]|block|seat))|\b\d[\d.]* (?:million|billion|trillion)\b"
    r"|\b(?:(?:tens|hundreds) of )?(?:hundreds|thousands|millions) of\b)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?!\s*(?:per ?cent|percent|%|years?|year-old))")
_PROSE = ("body", "standfirst")


class ClaimFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._triggers = SensedTerms(lexicons["claim-triggers"].entries)
        self._public = SensedTerms(lexicons["no-source-needed"].entries)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._triggers.terms, _PUBLIC: self._public.terms}

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        quoted: SpanSet,
        said: SpanSet,
        loaded: Sequence[Loaded],
        hits: Mapping[str, tuple[Hit, ...]],
    ) -> tuple[Claim, ...]:
        """In order, one a sentence; `said` is everything a source answers for."""
        text = document.text
        triggers = self._reasons(text, quoted, hits)
        judged = [
            (word.span, "judgement") for word in loaded if not word.quoted and word.entry.get("strength") == "strong"
        ]
        triggers = sorted([*triggers, *judged])
        public = [Span(hit.start, hit.end) for hit, _ in self._public.true_hits(text, hits.get(_PUBLIC, ()))]
        claims, at, known = [], 0, 0
        answered, part = False, -1
        for sentence in sentences:
            while at < len(triggers) and triggers[at][0].start < sentence.span.start:
                at += 1
            here = []
            while at < len(triggers) and triggers[at][0].start < sentence.span.end:
                here.append(triggers[at])
                at += 1
            while known < len(public) and public[known].start < sentence.span.start:
                known += 1
            free = known < len(public) and public[known].start < sentence.span.end
            carried = answered and sentence.part == part
            answered, part = sentence.attributed or (carried and not _breaks(text, sentence.span)), sentence.part
            if not here or free or document.parts[sentence.part].kind not in _PROSE:
                continue
            if text[sentence.span.end - 1] == "?" or _SCORE.search(text, *sentence.span):
                continue
            focus = here[0][0]
            reasons = tuple(r for r in CLAIM_REASONS if any(r == reason for _, reason in here))
            attributed = sentence.attributed or carried or all(said.touches(span) for span, _ in here)
            claims.append(Claim(sentence.span, focus, reasons, attributed))
        return tuple(claims)

    def _reasons(self, text: str, quoted: SpanSet, hits: Mapping[str, tuple[Hit, ...]]) -> list[tuple[Span, str]]:
        found = [(Span(*m.span()), str(m.lastgroup)) for m in _FIGURE.finditer(text)]
        found += [
            (Span(hit.start, hit.end), entry["reason"])
            for hit, entry in self._triggers.true_hits(text, hits.get(_OWNER, ()))
        ]
        return [(span, reason) for span, reason in found if not quoted.touches(span)]


_TURN = re.compile(r"(?:But|Meanwhile|However|In fact|Still|Yet|Elsewhere|Separately)\b")


def _breaks(text: str, span: Span) -> bool:
    """Whether a sentence turns to something else, so that the source before it no longer answers."""
    return _TURN.match(text, span.start) is not None
