from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CLAIM_REASONS, Claim, Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """Statements that want a source, by their `reasons`; with `attributed: no` only those that have none. What is on
    record and can be looked up (a vote, an act, a date) is passed over but with `on_record: yes`.

    `questions` gives for each reason the question a sub-editor would ask; {question} in the message is the first
    that applies, {focus} the words that raise it. Where the first reason is one of `milder`, or the frame a soft one,
    the finding is a suggestion. One finding a paragraph: the other claims in it are related places.
    """

    kind: ClassVar[str] = "claim"
    keys: ClassVar[Mapping[str, str]] = {
        "reasons": "strings",
        "attributed": "boolean",
        "on_record": "boolean",
        "milder": "strings",
        "questions": "pairs",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("reasons",),)
    reasons: tuple[str, ...]
    attributed: bool
    on_record: bool
    milder: tuple[str, ...]
    questions: Mapping[str, str]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("reasons",), keys["reasons"], CLAIM_REASONS, "reason")
        demand(("milder",), keys.get("milder", []), CLAIM_REASONS, "reason")
        for reason in keys.get("questions", {}):
            demand(("questions", reason), reason, CLAIM_REASONS, "reason")
        return cls(
            tuple(keys["reasons"]),
            keys.get("attributed", False),
            keys.get("on_record", False),
            tuple(keys.get("milder", ())),
            keys.get("questions", {}),
        )

    def fields(self) -> Collection[str]:
        return ("question", "focus", "reasons")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("claims",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """In each paragraph the first of the gravest, with the others as related places."""
        asked: dict[int, list[tuple[Claim, tuple[str, ...], bool]]] = {}
        for claim in story.claims:
            reasons = tuple(reason for reason in claim.reasons if reason in self.reasons)
            if not reasons or claim.attributed != self.attributed or (claim.on_record and not self.on_record):
                continue
            if claim.answer and not self.attributed:  # a price, a result, a score: nobody need be asked
                continue
            sentence = story.sentence_at(claim.span.start)
            if sentence is not None:
                mild = claim.soft or reasons[0] in self.milder
                asked.setdefault(sentence.part, []).append((claim, reasons, mild))
        for told in asked.values():
            first = min(told, key=lambda one: one[2])
            yield self._match(story, *first, [one[0].span for one in told if one is not first])

    def _match(self, story: Story, claim: Claim, reasons: tuple[str, ...], mild: bool, others: Sequence[Span]) -> Match:
        focus = claim.focus.of(story.document.text)
        question = str(self.questions.get(reasons[0], "who says so?")).replace("{focus}", focus)
        return Match(
            claim.span,
            {"question": question, "focus": focus, "reasons": ", ".join(reasons)},
            tuple(("and who says so here?", other) for other in others),
            reasons=reasons,
            severity="suggestion" if mild else None,
        )
