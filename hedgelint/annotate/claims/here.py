"""A trigger where it stands: its sentence, its clause, the signs round it, the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.annotate.claims.figures import ON_RECORD
from hedgelint.annotate.claims.signs import Sign, Surroundings, clause
from hedgelint.annotate.claims.triggers import Trigger
from hedgelint.annotate.story import Sentence
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

LOOSE = ("prediction", "mind")  # an attribution anywhere in the sentence answers for these
_COMPANY = {"play": "sport"}  # the kind of sign that a sign of this one needs near by


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the story round a claim. `said` is everything a source answers for; `lead` the part that holds
    the first sentence of the body, -1 where there is none."""

    text: str
    sentences: Sequence[Sentence]
    quoted: SpanSet
    said: SpanSet
    around: Surroundings
    lead: int


@dataclass(slots=True)
class Here:
    """One trigger in its sentence. `kinds` are those of the `signs`; `carried`: a source of the sentence before still
    answers; `strict`: only the very words of a source do. The clause is looked for when it is first asked for."""

    page: Page
    number: int
    trigger: Trigger
    signs: Sequence[Sign]
    kinds: frozenset[str]
    carried: bool
    strict: bool = False
    _clause: Span | None = None

    @property
    def sentence(self) -> Sentence:
        return self.page.sentences[self.number]

    @property
    def asks_little(self) -> bool:
        return self.trigger.reason == "quantity" or self.trigger.ask == ON_RECORD

    @property
    def clause(self) -> Span:
        if self._clause is None:
            self._clause = clause(self.page.text, self.sentence.span, self.trigger.span.start)
        return self._clause

    def among(self, spans: SpanSet) -> bool:
        """Whether one of the spans lies in the trigger's clause; for what asks little, anywhere in its sentence."""
        loose = self.asks_little or self.trigger.reason in LOOSE
        return spans.touches(self.sentence.span if loose else self.clause)

    def sign(self, kind: str) -> bool:
        return kind in self.kinds

    def sign_before(self, kind: str) -> bool:
        """In the trigger's own clause and before it, or before the joint that leads to it."""
        if kind not in self.kinds:
            return False
        end = self.trigger.span.start
        return any(
            sign.kind == kind
            and sign.span.start < end
            and not re.search(r"[;,:–—]", self.page.text[sign.span.end : end])
            for sign in self.signs
        )

    def sign_in_clause(self, kind: str) -> bool:
        if kind not in self.kinds:
            return False
        mine = self.clause
        return any(sign.kind == kind and mine.contains(sign.span) for sign in self.signs)

    def passage(self, kind: str) -> bool:
        """A sign of the kind in the sentence; where it needs company, one that needs none near by."""
        if kind not in self.kinds:
            return False
        around, part = self.page.around, self.sentence.part
        return any(
            sign.kind == kind and (not sign.near or around.near(_COMPANY.get(kind, kind), part)) for sign in self.signs
        )
