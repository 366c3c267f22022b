from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CONFIDENCE_CLASSES, Confidence, Story
from hedgelint.checks.check import Match
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons


@dataclass(frozen=True, slots=True)
class ConfidenceCheck:
    """Confidence words by class, term or group. {bands} says what the scales make of the word, {owner} whose it is."""

    kind: ClassVar[str] = "confidence"
    keys: ClassVar[Mapping[str, str]] = {"where": "mapping"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where",),)
    where: Mapping[str, Any]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        classes = keys["where"].get("class", [])
        for name in classes if isinstance(classes, list) else [classes]:
            if name not in CONFIDENCE_CLASSES:
                raise ValueError(f"no such class “{name}”; there are {', '.join(CONFIDENCE_CLASSES)}")
        if unknown := set(keys["where"]) - {"class", "term", "group", "banded"}:
            raise ValueError(f"`where` knows class, term, group and banded, not “{sorted(unknown)[0]}”")
        return cls(keys["where"])

    def fields(self) -> Collection[str]:
        return ("bands", "owner")

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for word in story.confidence:
            values = {"class": word.kind, "term": word.term, "group": word.group, "banded": bool(word.bands)}
            if fits(values, self.where):
                yield Match(word.span, {"bands": _bands(word), "owner": _owner(story, word)})


def _bands(word: Confidence) -> str:
    if not word.bands:
        return "no probability stated"
    return "; ".join(f"{scale} {low}–{high} %" for scale, (low, high) in word.bands.items())


def _owner(story: Story, word: Confidence) -> str:
    """The source whose words or report these are, or the reporter."""
    for said in story.attributions:
        if any(span.contains(word.span) for span in said.content):
            names = " ".join(span.of(story.document.text) for span in said.source)
            if said.speaker is not None and said.source_kind in ("named", "pronoun"):
                names = story.speakers[said.speaker].name
            return f"said by {names}" if names else "said by somebody not named"
    return "inside a quotation" if word.quoted else "the reporter's own word"
