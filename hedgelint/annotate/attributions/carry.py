"""Quotations to their attributions, floating quotations to the last speaker, sentences to a yes or no."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hedgelint.annotate.attributions.closed import DASHES
from hedgelint.annotate.attributions.hearings import HEARINGS
from hedgelint.annotate.attributions.mentions import only_person
from hedgelint.annotate.story import Attribution, Quotation, Sentence
from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import replace

_OF_ANOTHER = pattern_of(r"(?:He|She|His|Her)\b")  # who is talked about, and does not talk


class Carrier:
    """Takes the units of a document in order."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], people: Sequence[Span] = ()) -> None:
        self._text = document.text
        self._parts = document.parts
        self._people = people
        self._quotations = list(quotations)
        self.attributions: list[Attribution] = []
        self._last: tuple[int, int] | None = None  # attribution, part: the speaker whose quotation may run on
        self._alone: tuple[int, int] | None = None  # quotation, part: one that nobody has said yet

    def take(
        self, span: Span, part: int, inside: Sequence[tuple[int, Quotation]], found: Sequence[Attribution]
    ) -> None:
        first = len(self.attributions)
        alone, self._alone = self._alone, None
        if found and not found[0].content and self._text[found[0].cue[0].start] in DASHES:
            if alone is None or part - alone[1] > 1:
                found = found[1:]  # a byline
            else:
                found = (self._credited(found[0], alone[0], first), *found[1:])
        self.attributions.extend(found)
        if not inside:
            self._last = None if not found else (len(self.attributions) - 1, part) if found[-1].source else self._last
            return
        lost: list[int] = []
        holders = self._holders([quotation.span for _, quotation in inside], first)
        for (number, _), best in zip(inside, holders, strict=True):
            if best is None:
                lost.append(number)
            else:
                self._link(number, best)
                self._last = (best, part)
        for number in lost:
            quotation = self._quotations[number]
            if not self._floating(quotation, span):
                continue
            self._alone = (number, part)
            if self._last is None or part - self._last[1] > 1:
                self._last = self._mentioned(quotation, part)
            if self._last is None:
                continue
            index, _ = self._last
            attribution = self.attributions[index]
            self.attributions[index] = replace(attribution, content=(*attribution.content, quotation.span))
            self._link(number, index)
            self._last = (index, part)

    def _mentioned(self, quotation: Quotation, part: int) -> tuple[int, int] | None:
        """“Ms Hale has seen a change.”, and a quotation on a line of its own: hers, where nobody else is met there."""
        before = self._parts[part - 1].span if part else None
        if before is None or quotation.kind != "full" or any(self._in(one, before) for one in self.attributions[-4:]):
            return None
        who, shape = self._met(before), "met-before"
        lived = self._parts[part - 1].kind == "body"
        if who is None and lived and _OF_ANOTHER.match(self._text, quotation.inner.start) is None:
            who, shape = only_person(self._text, before), "lived-before"
        if who is None:
            return None
        self.attributions.append(Attribution((who,), (), (), "named", shape=shape))
        return len(self.attributions) - 1, part - 1

    def _met(self, before: Span) -> Span | None:
        """The one person met in the paragraph, at its beginning."""
        first = bisect_left(self._people, before.start, key=lambda person: person.start)
        met = [person for person in self._people[first : first + 2] if before.contains(person)]
        return met[0] if len(met) == 1 and met[0].start == before.start else None

    def _in(self, attribution: Attribution, part: Span) -> bool:
        return any(part.contains(span) for span in (*attribution.source, *attribution.cue))

    def _holders(self, quoted: Sequence[Span], first: int) -> list[int | None]:
        """For each quotation, in order, the last attribution with a source whose content holds it, or else the first
        without one; only attributions from `first` on."""
        pieces = sorted(
            (piece, index)
            for index in range(first, len(self.attributions))
            for piece in self.attributions[index].content
        )
        out: list[int | None] = []
        near: list[tuple[Span, int]] = []
        at = 0
        for span in quoted:
            while at < len(pieces) and pieces[at][0].start <= span.start:
                near.append(pieces[at])
                at += 1
            near = [one for one in near if one[0].end > span.start]
            holding = sorted({index for piece, index in near if piece.contains(span)})
            sourced = [index for index in holding if self.attributions[index].source]
            out.append(sourced[-1] if sourced else holding[0] if holding else None)
        return out

    def _credited(self, credit: Attribution, number: int, index: int) -> Attribution:
        """The dash and the name on a line of their own, with the quotation before them for what was said."""
        quotation = self._quotations[number]
        if quotation.attribution is not None:  # it had floated to the speaker before
            floated = self.attributions[quotation.attribution]
            rest = tuple(piece for piece in floated.content if piece != quotation.span)
            self.attributions[quotation.attribution] = replace(floated, content=rest)
        self._link(number, index)
        return replace(credit, content=(quotation.span,))

    def _link(self, number: int, index: int) -> None:
        self._quotations[number] = replace(self._quotations[number], attribution=index)

    def _floating(self, quotation: Quotation, span: Span) -> bool:
        """Nothing else stands in its sentence."""
        rest = (quotation.span.start - span.start) + (span.end - quotation.span.end)
        return rest <= 3

    def linked(self) -> tuple[Quotation, ...]:
        for number, quotation in enumerate(self._quotations):
            if quotation.attribution is None and quotation.parent is not None and quotation.parent < number:
                self._link_parent(number, quotation.parent)
        return tuple(self._quotations)

    def _link_parent(self, number: int, parent: int) -> None:
        index = self._quotations[parent].attribution
        if index is not None:
            self._link(number, index)

    def flagged(self, sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> tuple[Sentence, ...]:
        """A source answers for at least half of the sentence; its own mention and the cue are the reporter's words. Who
        was told (“an inquest in Carrow was told”) is neither, and not counted."""
        spans = SpanSet(span for a in attributions for span in a.content).spans
        starts = [sentence.span.start for sentence in sentences]
        told: dict[int, int] = {}  # by where the sentence begins
        for one in attributions:
            if one.shape in HEARINGS and one.content:
                begins = starts[max(0, bisect_right(starts, one.content[0].start) - 1)]
                told[begins] = one.content[0].start - begins
        out: list[Sentence] = []
        first = 0
        for sentence in sentences:
            start, end = sentence.span
            while first < len(spans) and spans[first].end <= start:
                first += 1
            i, covered = first, 0
            while i < len(spans) and spans[i].start < end:
                covered += max(0, min(end, spans[i].end) - max(start, spans[i].start))
                i += 1
            answered = covered > 0 and 2 * covered >= end - start - told.get(start, 0)
            out.append(Sentence(sentence.span, sentence.part, True) if answered else sentence)
        return tuple(out)
