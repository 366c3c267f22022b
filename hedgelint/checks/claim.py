from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CLAIM_REASONS, Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """Statements that want a source, by their `reasons`; with `attributed: no` only those that have none. What is on
    record and can be looked up (a vote, an act, a date) is passed over but with `on_record: yes`.

    `questions` gives for each reason the question a sub-editor would ask; {question} in the message is the first
    that applies, {focus} the words that raise it. Where the first reason is one of `milder`, the finding is a
    suggestion. A second claim in the same paragraph is passed over: the question has been asked.
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

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text, asked = story.document.text, -1
        for claim in story.claims:
            reasons = tuple(reason for reason in claim.reasons if reason in self.reasons)
            if not reasons or claim.attributed != self.attributed or (claim.on_record and not self.on_record):
                continue
            if claim.answer and not self.attributed:  # a price, a result, a score: nobody need be asked
                continue
            focus = claim.focus.of(text)
            sentence = story.sentence_at(claim.span.start)
            if sentence is None or sentence.part == asked:
                continue
            asked = sentence.part
            question = str(self.questions.get(reasons[0], "who says so?")).replace("{focus}", focus)
            yield Match(
                claim.span,
                {"question": question, "focus": focus, "reasons": ", ".join(reasons)},
                reasons=reasons,
                severity="suggestion" if reasons[0] in self.milder else None,
            )
