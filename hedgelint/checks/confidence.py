from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CONFIDENCE_CLASSES, Confidence, Story
from hedgelint.checks.check import Match
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

_NESTED = 12  # statements that may lie inside one another, or begin before a word and end before it


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
        owners = Owners(story)
        for word in story.confidence:
            values = {"class": word.kind, "term": word.term, "group": word.group, "banded": bool(word.bands)}
            if fits(values, self.where):
                yield Match(word.span, {"bands": _bands(word), "owner": owners.of(word)})


def _bands(word: Confidence) -> str:
    if not word.bands:
        return "no probability stated"
    return "; ".join(f"{scale} {low}–{high} %" for scale, (low, high) in word.bands.items())


class Owners:
    """Whose words a place holds: those of the innermost statement round it, or the reporter's own."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._said = sorted((span, n) for n, said in enumerate(story.attributions) for span in said.content)

    def of(self, word: Confidence) -> str:
        i = bisect_right(self._said, (Span(word.span.start + 1, 0), 0))
        for span, number in reversed(self._said[max(0, i - _NESTED) : i]):
            if span.contains(word.span):
                said = self._story.attributions[number]
                names = " ".join(piece.of(self._story.document.text) for piece in said.source)
                if said.speaker is not None and said.source_kind in ("named", "pronoun"):
                    names = self._story.speakers[said.speaker].name
                return f"said by {names}" if names else "said by somebody not named"
        return "inside a quotation" if word.quoted else "the reporter's own word"
