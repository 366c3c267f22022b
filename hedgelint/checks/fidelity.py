"""Quotations that are not what the sources say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass
from hedgelint.verdict import GRAVE, SLIGHT, VERDICTS, Change, Verdict

# As many changes as a reader takes in at a glance; the source's own words stand beside them.
_SHOWN = 4
_MINOR = "suggestion"


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Message fields: {changes}, {speaker}, {source} (the source's words), {words} (how many). A change of number, name
    or negation is an error, and so is a condition or a bound that is lost; a quotation without a source and under
    `full_from` words is a suggestion."""

    kind: ClassVar[str] = "fidelity"
    keys: ClassVar[Mapping[str, str]] = {"verdicts": "strings", "full_from": "integer"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("verdicts",),)
    verdicts: tuple[str, ...]
    full_from: int = 8

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("verdicts",), keys["verdicts"], VERDICTS, "verdict")
        return cls(tuple(keys["verdicts"]), keys.get("full_from", 8))

    def fields(self) -> Collection[str]:
        return ("changes", "speaker", "source", "words")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("fidelity",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for verdict in story.fidelity:
            if verdict.kind in self.verdicts:
                place = verdict.place
                yield Match(
                    verdict.span,
                    {
                        "changes": _told(verdict),
                        "speaker": verdict.speaker,
                        "source": place.excerpt if place else "",
                        "words": str(verdict.words),
                    },
                    reasons=tuple(dict.fromkeys(c.category for c in verdict.changes)),
                    severity=self._severity(story, verdict),
                    related_elsewhere=(place,) if place else (),
                )

    def _severity(self, story: Story, verdict: Verdict) -> str | None:
        if verdict.kind not in ("figure", "disputed") and any(change.category in GRAVE for change in verdict.changes):
            return "error"
        if verdict.doubtful or (verdict.changes and all(change.category in SLIGHT for change in verdict.changes)):
            return _MINOR
        if verdict.kind == "missing" and (
            verdict.words < self.full_from or story.quotations[verdict.quotation].kind == "partial"
        ):
            return _MINOR
        return None


def _told(verdict: Verdict) -> str:
    if verdict.kind == "reordered":
        return "its parts stand in another order there"
    if verdict.kind == "joined" and " and " in verdict.speaker:
        return f"In the source these are the words of {verdict.speaker}: make them two quotations"
    if verdict.kind == "joined":
        return "These words stand in separate places in the source: use an ellipsis, or two quotations"
    return "; ".join(_shown(change) for change in verdict.changes[:_SHOWN])


def _shown(change: Change) -> str:
    if change.kind == "replaced":
        return f"“{change.story}” where the source has “{change.source}”"
    if change.kind == "dropped":
        return f"“{change.source}” is left out"
    return f"“{change.story}” is not in the source"
