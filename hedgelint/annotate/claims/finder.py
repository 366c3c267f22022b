"""Statements that want a source: what in them asks for one, and whether somebody answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from hedgelint.annotate.claims.figures import ON_RECORD, figures, scored
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import CLAIM_REASONS, Claim, Loaded, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

_OWNER = "lexicon:claim-triggers"
_PUBLIC = "lexicon:no-source-needed"
_PROSE = ("body", "standfirst")
_COUNTED = ("statistic", "quantity")
_REACH = 3  # paragraphs on either side of its mention in which a poll or a report answers for figures
_SHORTEST = 6  # words; what is shorter is a label or a cry
_Found = tuple[Span, str, int]  # a trigger with its reason and how little it asks, or a sign with its kind and 0
# What is wished or to come is on no record yet.
_NOT_YET = re.compile(
    r"\b(?:will|would|should|shall|could|must|ought|let['’]s|let us|going to|need to|needs to|want to|have to|has to|can|can['’]t|if|hope"
    r"|thank|think|believe|tonight|debate)\b|['’]ll\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?:But|Meanwhile|However|In fact|Still|Yet|Elsewhere|Separately)\b")


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
        triggers = _by_sentence(sentences, self._reasons(text, quoted, loaded, hits))
        known = [
            (Span(hit.start, hit.end), str(entry.get("kind", "event")), 0)
            for hit, entry in self._public.true_hits(text, hits.get(_PUBLIC, ()))
        ]
        kinds = [{kind for _, kind, _ in here} for here in _by_sentence(sentences, known)]
        evidence = [sentence.part for sentence, here in zip(sentences, kinds, strict=True) if "evidence" in here]
        claims = []
        carried = False
        for number, sentence in enumerate(sentences):
            if number and sentences[number - 1].part != sentence.part:
                carried = False
            before, carried = carried, self._answers(text, sentence, carried)
            here = triggers[number]
            asked = [one for one in here if one[2] < ON_RECORD]
            if not asked and _NOT_YET.search(text, *sentence.span):
                continue
            if not here or not _asserts(document, sentence):
                continue
            here = asked or here
            focus = min(here, key=lambda one: one[2])[0]
            reasons = tuple(r for r in CLAIM_REASONS if any(r == reason for _, reason, _ in here))
            attributed = (
                not asked
                or sentence.attributed
                or before
                or said.touches(sentence.span)
                or quoted.touches(sentence.span)
                or not kinds[number].isdisjoint(("event", "told", "record", "evidence"))
                or (all(r in _COUNTED for r in reasons) and _near(evidence, sentence.part))
            )
            claims.append(Claim(sentence.span, focus, reasons, attributed))
        return tuple(claims)

    def _answers(self, text: str, sentence: Sentence, carried: bool) -> bool:
        """Whether a source answers for the sentence that follows this one in its paragraph."""
        return sentence.attributed or (carried and _TURN.match(text, sentence.span.start) is None)

    def _reasons(
        self, text: str, quoted: SpanSet, loaded: Sequence[Loaded], hits: Mapping[str, tuple[Hit, ...]]
    ) -> list[_Found]:
        """Each trigger with its reason and how little it asks; nobody need be asked about what is ON_RECORD."""
        found = list(figures(text))
        found += [
            (Span(hit.start, hit.end), entry["reason"], ON_RECORD if entry.get("on_record") else 0)
            for hit, entry in self._triggers.true_hits(text, hits.get(_OWNER, ()))
        ]
        found += [(word.span, "judgement", 0) for word in loaded if word.entry.get("strength") == "strong"]
        return [one for one in found if not quoted.touches(one[0])]


def _by_sentence(sentences: Sequence[Sentence], found: Sequence[_Found]) -> list[list[_Found]]:
    """What was found, in order, for each sentence in turn."""
    starts = [sentence.span.start for sentence in sentences]
    out: list[list[_Found]] = [[] for _ in sentences]
    for one in sorted(found):
        number = bisect_left(starts, one[0].start + 1) - 1
        if number >= 0 and one[0].start < sentences[number].span.end:
            out[number].append(one)
    return out


def _asserts(document: Document, sentence: Sentence) -> bool:
    """A statement of the story's own text: no question, no label, no result of a match or a vote."""
    words = sentence.span.of(document.text)
    if document.parts[sentence.part].kind not in _PROSE or words.rstrip("”\"’')").endswith("?"):
        return False
    return len(words.split()) >= _SHORTEST and not scored(document.text, sentence.span)


def _near(parts: Sequence[int], part: int) -> bool:
    """Whether one of the parts (in order) lies within reach of this one."""
    i = bisect_left(parts, part - _REACH)
    return i < len(parts) and parts[i] <= part + _REACH
