"""Where a story says that somebody says so, and not who."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from hedgelint.annotate import datelines
from hedgelint.annotate.attributions import tokens
from hedgelint.annotate.attributions.closed import STOP
from hedgelint.annotate.attributions.cues import Verb
from hedgelint.annotate.months import DAY, MONTH
from hedgelint.annotate.nameless import frames
from hedgelint.annotate.nameless.sources import Sources, clause_before
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Attribution, Nameless, Quotation, Sentence
from hedgelint.document.model import PROSE_PARTS, Document
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, replace

_OWNER = "lexicon:hidden-frames"
_NOUNS = "lexicon:nameless-sources"
_NEAR = 2  # sentences on either side in which a named source counts as near
_NO_SPEECH = ("is-confident", "their-claim-that")  # what somebody feels; a noun, which reaches too far
# What some verbs say of people without a name is no statement of theirs: parents want, researchers asked, delegates
# were told.
_NO_STATEMENT = frozenset(("want", "wish", "ask", "discuss", "like"))
# Nor is what a whole trade does or notices: employers seek, lenders considered.
_DOING = frozenset(
    ("seek", "decide", "see", "consider", "recognise", "recognize", "know", "notice", "choose", "prefer")
)
_TO_US = pattern_of(r" (?:us|me)\b")
_HEARD = pattern_of(r"\b(?:been|were|was|are|is|be|being) (?:\w+ )?(?:told|asked|informed|warned)\b")
_REASON = pattern_of(
    r"\b(?:anonym(?:ous|ously|ity)|for fear|authori[sz]ed to|(?:his|her|their) real names?"
    r"|(?:not to|declined to|refused to|cannot|can[’']t|could not|not) be (?:named|identified)"
    r"|fear(?:s|ed|ing)? (?:of )?(?:reprisals?|retaliation|losing))\b",
    re.IGNORECASE,
)
_LEANING = frozenset(("favor", "favour", "back", "suit"))  # what things can do as well as people
_OF_THINGS = pattern_of(r"\b(?:many|some|most|several|few) of \w+ (?:[\w-]+ )*\w+", re.IGNORECASE)
# A name follows: critics, among them the mayor Ida Hale, said
_AMONG_THEM = pattern_of(r"\b(?:among them|including|such as|led by) (?:[a-z]+ ){0,5}?[A-Z][a-z]+ [A-Z][a-z]+")
_MARKS = 3  # code points of marks with which a sentence may open
_BESIDE = 60  # code points on either side of a noun in which a word of saying is looked for
_NAME = 40  # code points before a source in which the name may stand that it is apposed to
# A name, and no place, day or month: “will leave in May, two people said”, “On Monday, a source said”.
_NAME_BEFORE = pattern_of(
    r"(?:(?!(?:In|On|At|By|Near|Since|Until|After|Before|During|From|Last|Late|Early|Next)\b)[A-Z][\w’'-]+ "
    r"|(?<!\b[Ii]n)(?<!\b[Oo]n)(?<!\b[Aa]t)(?<!\b[Nn]ear)(?<!\b[Ss]ince)(?<!\b[Uu]ntil)(?<=[a-z,]) )"
    rf"(?!(?:{DAY}|{MONTH})\b)[A-Z][\w’'-]+,\s*\Z"
)
_ANOTHER = pattern_of(
    r",(?: and)? (?:another|others|one|some|two|three|four|several|both|the rest|more|most)(?: [\w-]+){0,2} \Z"
)
_APART = 16  # code points in which an adverb may stand between the comma and a participle
_APPOSED = pattern_of(r"[,—–-] (?:\w+ly |once |long |now |later |often |then )?\Z")
_BE = pattern_of(r"\b(?:is|are|was|were|be|been|being)\b|[’'](?:s|re)\b")
_ACCORDING = pattern_of(r"\b(?:according to|accused by|told by)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the finder asks of the rest of the story."""

    starts: Sequence[int]  # of the sentences
    told: SpanSet  # what a source answers for
    named: Sequence[Span]  # the named sources, in order
    quoted: SpanSet


class NamelessFinder:
    """Built once from the lexicons and the verbs of saying by their forms; holds no state of a document."""

    def __init__(self, lexicons: Lexicons, verbs: Mapping[str, Verb]) -> None:
        self._lexicons, self._verbs = lexicons, verbs
        self._triggers: dict[int, frames.Trigger] = {}  # by row, made when first met

    @cached_property
    def _sources(self) -> Sources:
        return Sources(self._lexicons, self._verbs)

    @cached_property
    def _rows(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        entries = self._lexicons["hidden-frames"].entries
        return [(form, entry) for entry in entries for form in (entry["term"], *entry.get("forms", ()))]

    @cached_property
    def _words(self) -> frames.Words:
        return frames.Words.of(self._lexicons)

    def _trigger(self, number: int) -> frames.Trigger:
        if number not in self._triggers:
            self._triggers[number] = frames.Trigger.of(self._rows[number][1], self._words)
        return self._triggers[number]

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: [form for form, _ in self._rows], _NOUNS: self._sources.plurals}

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        attributions: Sequence[Attribution],
        quoted: SpanSet,
        hits: Mapping[str, Sequence[Hit]],
    ) -> tuple[Nameless, ...]:
        """In order; `quoted` is what stands in quotations."""
        told = [said for said in attributions if said.source and said.shape not in _NO_SPEECH]
        behind = datelines.behind(document)
        if behind:
            sentences = [_behind_dateline(sentence, behind.get(sentence.part, 0)) for sentence in sentences]
        around = _Around(
            [sentence.span.start for sentence in sentences],
            SpanSet(span for said in told for span in said.content),
            sorted(said.source[0] for said in told if said.source_kind == "named"),
            quoted,
        )
        outer = [(number, one) for number, one in enumerate(quotations) if one.depth == 0]
        outer.sort(key=lambda item: item[1].span)
        found = [
            *self._speaking(document.text, told, around),
            *self._unread(document, sentences, outer, told, around, hits.get(_NOUNS, ())),
            *self._framed(document, sentences, outer, around, hits.get(_OWNER, ())),
        ]
        found.sort(key=lambda one: one.span)
        unnamed = {one.span.start for one in found if one.shape == "source"}
        named = [span.start for span in around.named if span.start not in unnamed]
        speaks = {bisect_right(around.starts, said.cue[0].start) - 1 for said in told if said.cue}
        return tuple(
            replace(
                one,
                named=_near(one.span, named, around.starts),
                carried=(at := bisect_right(around.starts, one.span.start) - 1) - 1 in speaks
                and sentences[at].part == sentences[at - 1].part,
            )
            for one in found
        )

    def _speaking(self, text: str, told: Sequence[Attribution], around: _Around) -> Iterator[Nameless]:
        """The sources of attributions."""
        for said in told:
            source = said.source[0]
            at = bisect_right(around.starts, source.start) - 1
            opens = at >= 0 and source.start - around.starts[at] < _MARKS
            run_on = clause_before(source.of(text))
            read = self._sources.read(text[source.start + run_on : source.end], opens and not run_on)
            if read is not None and not around.quoted.touches(source):
                if _NAME_BEFORE.search(text, max(0, source.start - _NAME), source.start):
                    continue  # Adam Hale, an analyst, says
                source = Span(source.start + run_on, source.end)
                term, group, advice, noun = read
                if noun.determiner == "bare" and said.lemma in _NO_STATEMENT:
                    continue
                if said.lemma in _LEANING and _OF_THINGS.search(text, source.start, source.end):
                    continue  # many of the contests favour Hale
                if said.cue and _AMONG_THEM.search(text, source.start, max(source.end, said.cue[0].start)):
                    continue  # critics, among them Ida Hale, said
                if group == "trade" and said.lemma in _DOING:
                    continue
                if noun.plural and said.cue and _TO_US.match(text, said.cue[-1].end):
                    continue  # whoever tells it to the reporter's face stands before them
                if any(_HEARD.search(cue.of(text)) for cue in said.cue):
                    continue
                end = around.starts[at + 2] if at + 2 < len(around.starts) else len(text)
                if _REASON.search(text, around.starts[at], end):  # in the sentence or the next
                    noun = replace(noun, reason=True)
                spans = (source, *said.source[1:], *said.cue)
                span = Span(_first_letter(text, spans), max(span.end for span in spans))
                yield Nameless(span, "source", term, group, around.told.touches(source), advice=advice, noun=noun)

    def _unread(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        outer: Sequence[tuple[int, Quotation]],
        told: Sequence[Attribution],
        around: _Around,
        hits: Sequence[Hit],
    ) -> Iterator[Nameless]:
        """Plural nouns that no attribution has, with a verb of saying at them or led to by a word of it: “and some
        analysts say”, “pressure from donors”."""
        text = document.text
        known = SpanSet(span for said in told for span in said.source)
        for hit in hits:
            span = Span(hit.start, hit.end)
            at = bisect_right(around.starts, hit.start) - 1
            if at < 0 or known.touches(span):
                continue
            if document.parts[sentences[at].part].kind not in PROSE_PARTS:
                continue
            before = text[max(around.starts[at], hit.start - _BESIDE) : hit.start].split()
            if not self._sources.worth_reading(before, text[hit.end : hit.end + _BESIDE].split()):
                continue
            unit = _cut(text, sentences[at], () if around.quoted.touches(span) else outer)
            begins = [place[0] for place in unit.places]
            last = bisect_left(begins, hit.end) - 1
            if last < 0 or begins[last] != hit.start:
                continue
            led = self._sources.led(unit, last)
            spoken = led or self._sources.spoken(unit, last) or self._sources.heard_from(unit, last)
            if spoken is None:
                continue
            first, end = spoken
            if led is not None:
                first += 1
            elif end == last + 1:  # the phrase stands behind what leads to it
                first += 2
            read = self._sources.read(
                unit.span_of(first, last + 1).of(text), all(w in STOP for w in unit.words[:first])
            )
            if read is not None:
                term, group, advice, noun = read
                yield Nameless(
                    unit.span_of(*spoken), "source", term, group, around.told.touches(span), advice=advice, noun=noun
                )

    def _framed(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        outer: Sequence[tuple[int, Quotation]],
        around: _Around,
        hits: Sequence[Hit],
    ) -> Iterator[Nameless]:
        """The frames of `hidden-frames`. A sentence is cut into words where one of their words stands in it: with its
        quotations as one word each, or, for what is said in one, without."""
        text, current, unit, begins = document.text, (-1, False), None, []
        for hit in hits:
            at = bisect_right(around.starts, hit.start) - 1
            if at < 0 or document.parts[sentences[at].part].kind not in PROSE_PARTS:
                continue
            trigger = self._trigger(hit.number)
            if trigger.passive and not _passive(text, around.starts[at], hit):
                continue
            inside = around.quoted.touches(Span(hit.start, hit.end))
            if unit is None or (at, inside) != current:
                unit, current = _cut(text, sentences[at], () if inside else outer), (at, inside)
                begins = [place[0] for place in unit.places]
            first, end = bisect_left(begins, hit.start), bisect_left(begins, hit.end)
            if first == end:  # within a word
                continue
            for shape, read in frames.SHAPES:
                if shape not in trigger.shapes:
                    continue
                frame = read(unit, first, end, trigger)
                if frame is not None:
                    span = unit.span_of(*frame)
                    answered = (
                        (shape != "answering" and around.told.touches(span))  # who answers hearsay does not tell it
                        or _ACCORDING.search(text, *sentences[at].span) is not None
                        or _goes_on(text, around, sentences[at].span, span)
                    )
                    yield Nameless(span, shape, trigger.term, trigger.group, answered)
                    break


def _goes_on(text: str, around: _Around, sentence: Span, frame: Span) -> bool:
    """Whether the frame is one more of the things that a source tells: “one had died, Hale said, and another was
    believed to”."""
    another = _ANOTHER.search(text, sentence.start, frame.start)
    return another is not None and around.told.at(another.start() - 1) is not None


def _passive(text: str, start: int, hit: Hit) -> bool:
    """Whether what stands beside a participle can make a passive of it; asked before its sentence is cut into words."""
    return (
        _BE.search(text, max(start, hit.start - _BESIDE), hit.start) is not None
        or text.startswith((" to be", " to have"), hit.end)
        or _APPOSED.search(text, max(start, hit.start - _APART), hit.start) is not None
    )


def _behind_dateline(sentence: Sentence, begins: int) -> Sentence:
    (start, end) = sentence.span
    return replace(sentence, span=Span(min(begins, end), end)) if start < begins else sentence


def _cut(text: str, sentence: Sentence, quotations: Sequence[tuple[int, Quotation]]) -> tokens.Unit:
    """The words of one sentence, with what of a quotation lies within it as one word."""
    (start, end), inside = sentence.span, []
    first = bisect_left(quotations, start, key=lambda item: item[1].span.end)
    for number, quotation in quotations[first:]:
        if quotation.span.start >= end:
            break
        begin = max(start, quotation.span.start)
        stop = min(end, quotation.span.end)
        if begin < stop:
            inside.append((number, replace(quotation, span=Span(begin, stop))))
            start = stop
    return tokens.cut(text, sentence.span, sentence.part, inside)


def _near(span: Span, named: Sequence[int], starts: Sequence[int]) -> str:
    """Where one of the sources that begin at `named` stands within reach of the span."""
    at = bisect_right(starts, span.start) - 1
    last = starts[at + 1 + _NEAR] if at + 1 + _NEAR < len(starts) else None
    after = bisect_left(named, span.end)
    if after < len(named) and (last is None or named[after] < last):
        return "after"
    before = bisect_left(named, span.start) - 1
    return "before" if before >= 0 and named[before] >= starts[max(0, at - _NEAR)] else "no"


def _first_letter(text: str, spans: Sequence[Span]) -> int:
    """Where the words begin: a picture or a sign before them is none of them."""
    start, end = min(spans)
    return next((at for at in range(start, end) if text[at].isalnum()), start)
