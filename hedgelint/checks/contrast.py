from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.quantities import Quantities, Quantity
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.document.model import PARTS
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass, field

_PROSE = ("body", "list", "caption", "table")
_SHARED = 0.5  # share of the headline's other words of weight that the sentence with the other figure has
_NEAR = 1.34  # how far apart an inexact figure and an exact one may be, as a factor
_SUMMED = 12  # figures of which a headline's may be the sum of two or three


@dataclass(frozen=True, slots=True)
class Contrast:
    """Figures in the parts `of` (the headline, the standfirst) where the story has another for the same thing.

    Silent where the story has the figure too, rounded or not, or as the sum of others; where a word says that it is not
    exact; and where no sentence with another figure tells what the headline does. {figure} is the story's.
    """

    kind: ClassVar[str] = "contrast"
    keys: ClassVar[Mapping[str, str]] = {"of": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    of: tuple[str, ...]
    quantities: Quantities = field(compare=False)

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("of",), keys["of"], PARTS, "part")
        return cls(tuple(keys["of"]), lexicons.made(Quantities.of))

    def fields(self) -> Collection[str]:
        return ("figure",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text, parts = story.document.text, story.document.parts
        tops = [part.span for part in parts if part.kind in self.of]
        above = [(top, one) for top in tops for one in self.quantities.find(text, top)]
        if not above:
            return
        below = [
            (sentence.span, one)
            for sentence in story.sentences
            if parts[sentence.part].kind in _PROSE and sentence.span.start > tops[0].end
            for one in self.quantities.find(text, sentence.span)
        ]
        lead = [(at, one) for at, one in below if at == below[0][0]]
        for top, figure in above:
            alike = [(at, one) for at, one in below if figure.counted & one.counted]
            other = self._other(text, top, figure, alike, lead)
            if other is not None:
                yield Match(figure.span, {"figure": other.span.of(text)}, (("the story has this figure", other.span),))

    def _other(
        self,
        text: str,
        top: Span,
        figure: Quantity,
        below: Sequence[tuple[Span, Quantity]],
        lead: Sequence[tuple[Span, Quantity]],
    ) -> Quantity | None:
        values = sorted({one.value for _, one in below})[:_SUMMED]
        sums = {sum(some) for count in (2, 3) for some in combinations(values, count)}
        if any(figure.agrees(one) for _, one in below) or figure.value in sums:
            return None
        weight = self._weight(text, top, figure)
        if len(weight) < 2:
            below = self._of_lead(figure, weight, below, lead)
        best: tuple[float, Quantity] | None = None
        for at, one in below:
            share = len(weight & self._weight(text, at, one)) / len(weight) if weight else 1.0
            inexact = figure.about or one.about
            ratio = max(figure.value, one.value) / max(min(figure.value, one.value), 1e-9)
            if share >= _SHARED and not (inexact and ratio < _NEAR) and (best is None or share > best[0]):
                best = share, one
        return best[1] if best else None

    def _of_lead(
        self,
        figure: Quantity,
        weight: set[str],
        below: Sequence[tuple[Span, Quantity]],
        lead: Sequence[tuple[Span, Quantity]],
    ) -> Sequence[tuple[Span, Quantity]]:
        """A headline of hardly more than its figure (“Twelve hurt in crash”) is held against the first sentence with a
        figure alone, if that one has its figure of nothing."""
        if any(figure.agrees(one) for _, one in lead):
            return ()
        tolls = frozenset(self.quantities.same.values())
        return [
            (at, one) for at, one in lead if (at, one) in below and (weight or figure.counted & one.counted & tolls)
        ]

    def _weight(self, text: str, span: Span, figure: Quantity) -> set[str]:
        """The words of weight round a figure, without it and what it counts."""
        return {
            self.quantities.same.get(word.lemma, word.lemma)
            for word in self.quantities.lemmas.words(text, span)
            if word.lemma and not word.form[0].isdigit() and not figure.span.contains(word.span)
        } - figure.counted
