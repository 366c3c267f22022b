"""Statements that want a source: what in them asks for one, and whether somebody answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from hedgelint.annotate.claims.figures import ASKED, BESIDE, ON_RECORD, STARTS, figures, scored
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Claim, Loaded, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

_OWNER = "lexicon:claim-triggers"
_PUBLIC = "lexicon:no-source-needed"
_FIGURE = "figures"
_PROSE = ("body", "standfirst")
_LAST = ("prediction", "mind", "quantity")  # reasons that ask least
_FIGURES = ("statistic", "quantity")
_PLAIN = ("event", "wish", "conditional")  # kinds of signs that make a figure a plain one
_ANSWERED = ("told", "record", "evidence")  # kinds of signs that somebody or something answers
_REACH = 2  # paragraphs on either side of its mention in which a poll or a study answers for shares
_SHORTEST = 7  # words; what is shorter is a label or a cry
_Found = tuple[Span, str, int]  # a trigger with its reason and how little it asks, or a sign with its kind and 0
_WORD = re.compile(r"[^\W\d_]{2}")
_TURN = re.compile(r"(?:But|Meanwhile|However|In fact|Still|Yet|Elsewhere|Separately)\b")


class ClaimFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._triggers = SensedTerms(lexicons["claim-triggers"].entries)
        self._public = SensedTerms(lexicons["no-source-needed"].entries)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._triggers.terms, _PUBLIC: self._public.terms, _FIGURE: STARTS}

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
            (Span(hit.start, hit.end), str(entry.get("kind", "event")), ASKED)
            for hit, entry in self._public.true_hits(text, hits.get(_PUBLIC, ()))
        ]
        kinds = [{kind for _, kind, _ in here} for here in _by_sentence(sentences, known)]
        evidence = [sentence.part for sentence, here in zip(sentences, kinds, strict=True) if "evidence" in here]
        lead = next((s.part for s in sentences if document.parts[s.part].kind == "body"), -1)
        claims = []
        carried = False
        for number, sentence in enumerate(sentences):
            if number and sentences[number - 1].part != sentence.part:
                carried = False
            before, carried = carried, self._answers(text, sentence, carried)
            asked = [one for one in triggers[number] if one[2] == ASKED]
            here = [] if "wish" in kinds[number] else [one for one in triggers[number] if one[2] == ON_RECORD]
            if asked:
                here = [one for one in triggers[number] if one[2] != ON_RECORD]
            if not here or not _states(document, sentence):
                continue
            plain = not kinds[number].isdisjoint(_PLAIN) or _shown(text, sentence.span)
            if plain:
                here = [(span, "quantity", ask) for span, reason, ask in here if reason in _FIGURES] or here
            here = sorted(here, key=lambda one: (one[1] in _LAST, one[2], one))
            reasons = tuple(dict.fromkeys(reason for _, reason, _ in here))
            attributed = (
                sentence.attributed
                or before
                or said.touches(sentence.span)
                or quoted.touches(sentence.span)
                or not kinds[number].isdisjoint(_ANSWERED)
                or (reasons[0] != "quantity" and _follows(sentences, number, lead))
                or (reasons[0] == "statistic" and _near(evidence, sentence.part))
                or (plain and reasons[0] not in _FIGURES)
            )
            claims.append(Claim(sentence.span, here[0][0], reasons, attributed, not asked))
        return tuple(claims)

    def _answers(self, text: str, sentence: Sentence, carried: bool) -> bool:
        """Whether a source answers for the sentence that follows this one in its paragraph."""
        return sentence.attributed or (carried and _TURN.match(text, sentence.span.start) is None)

    def _reasons(
        self, text: str, quoted: SpanSet, loaded: Sequence[Loaded], hits: Mapping[str, tuple[Hit, ...]]
    ) -> list[_Found]:
        """Each trigger with its reason and how little it asks; nobody need be asked about what is ON_RECORD."""
        found = sorted(figures(text, (hit.start for hit in hits.get(_FIGURE, ())), quoted))
        counted = [span for span, _, ask in found if ask == ASKED]
        starts = [span.start for span in counted]
        # A loaded word alone is a matter for the rules of wording.
        words: list[_Found] = [
            (word.span, "judgement", BESIDE) for word in loaded if word.entry.get("strength") == "strong"
        ]
        for hit, entry in self._triggers.true_hits(text, hits.get(_OWNER, ())):
            at = bisect_left(starts, hit.end)
            figure = entry.get("focus") == "figure" and at < len(counted)
            span = counted[at] if figure else Span(hit.start, hit.end)
            words.append((span, entry["reason"], ON_RECORD if entry.get("on_record") else ASKED))
        return [one for one in (*found, *words) if not quoted.touches(one[0])]


def _by_sentence(sentences: Sequence[Sentence], found: Sequence[_Found]) -> list[list[_Found]]:
    """What was found, in order, for each sentence in turn."""
    starts = [sentence.span.start for sentence in sentences]
    out: list[list[_Found]] = [[] for _ in sentences]
    for one in sorted(found):
        number = bisect_left(starts, one[0].start + 1) - 1
        if number >= 0 and one[0].start < sentences[number].span.end:
            out[number].append(one)
    return out


def _states(document: Document, sentence: Sentence) -> bool:
    """A statement of the story's own text: no question, no cry, no headline, no caption, no number of a list."""
    text = sentence.span.of(document.text)
    asks = text.rstrip("”\"’')").endswith(("?", "!"))
    return document.parts[sentence.part].kind in _PROSE and not asks and _WORD.search(text) is not None


def _shown(text: str, span: Span) -> bool:
    """The result of a match or a vote, or a label without a statement."""
    return len(span.of(text).split()) < _SHORTEST or scored(text, span)


def _follows(sentences: Sequence[Sentence], number: int, lead: int) -> bool:
    """Whether the next sentence brings the source: that of the same paragraph, after the lead also the next one's."""
    part = sentences[number].part
    after = sentences[number + 1 : number + 2]
    return any(one.attributed and (one.part == part or part == lead) for one in after)


def _near(parts: Sequence[int], part: int) -> bool:
    """Whether one of the parts (in order) lies within reach of this one."""
    i = bisect_left(parts, part - _REACH)
    return i < len(parts) and parts[i] <= part + _REACH
