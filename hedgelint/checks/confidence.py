from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CONFIDENCE_CLASSES, Confidence, Story
from hedgelint.checks.check import Match, demand
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

WHERE_KEYS = ("class", "term", "group", "banded")
_TELLERS = ("hedged", "belief")  # cues that without a source are the words of whoever tells of it
_OF_LIKELIHOOD = ("adverb", "adjective", "noun")  # the groups in which the scales have words


@dataclass(frozen=True, slots=True)
class ConfidenceCheck:
    """Confidence words by class, term or group. {bands} says what the scales make of the word, {owner} whose it is."""

    kind: ClassVar[str] = "confidence"
    keys: ClassVar[Mapping[str, str]] = {"where": "mapping"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where",),)
    where: Mapping[str, Any]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        for key, value in keys["where"].items():
            demand(("where", key), key, WHERE_KEYS, "question of `where`")
            entries = lexicons["confidence"].entries
            there = CONFIDENCE_CLASSES if key == "class" else {str(entry.get(key)) for entry in entries}
            if key != "banded":
                demand(("where", key), value, there, key)
        return cls(keys["where"])

    def fields(self) -> Collection[str]:
        return ("bands", "owner")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("confidence",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        owners = Owners(story)
        for word in story.confidence:
            values = {"class": word.kind, "term": word.term, "group": word.group, "banded": bool(word.bands)}
            if fits(values, self.where):
                yield Match(word.span, {"bands": _bands(word, story.document.text), "owner": owners.of(word)})


def _bands(word: Confidence, text: str) -> str:
    if word.bands:
        return "; ".join(f"{scale} {low}–{high} %" for scale, (low, high) in word.bands.items())
    # “Quite likely”, “not very likely”: words of likelihood, moved to where no scale has them.
    words = " ".join(word.span.of(text).lower().split())
    moved = word.group in _OF_LIKELIHOOD and word.term in words and words.count(" ") > word.term.count(" ")
    return "on no scale in these words" if moved else "no probability stated"


class Owners:
    """Whose words a place holds: those of the innermost statement round it, or the reporter's own.

    Of two statements round a word the one that began later is the inner one; the cue itself (“suggested”, “predicted”)
    lies outside what it introduces, so a hedge in it belongs to whoever tells of it. “It seems” and “is expected to”,
    with nobody to whom it seems, are the teller's own doubt.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._starts, self._said = _stretches(
            [
                (span, number)
                for number, said in enumerate(story.attributions)
                if said.source or said.cue_kind not in _TELLERS
                for span in said.content
            ]
        )

    def of(self, word: Confidence) -> str:
        i = bisect_right(self._starts, word.span.start) - 1
        number = self._said[i] if i >= 0 else None
        if number is None:
            return "inside a quotation" if word.quoted else "the reporter's own word"
        said = self._story.attributions[number]
        names = said.named(self._story.document.text)
        if said.speaker is not None and said.source_kind in ("named", "pronoun"):
            names = self._story.speakers[said.speaker].name
        elif said.source_kind == "pronoun":
            return "said by somebody named before"
        return f"said by {names}" if names else "said by somebody not named"


def _stretches(said: Sequence[tuple[Span, int]]) -> tuple[list[int], list[int | None]]:
    """Where the innermost statement changes, and which it is from there on (None: nobody's).

    Time goes with n log n of the statements, however they lie in one another: a heap gives the one that began last.
    """
    starts: list[int] = []
    inner: list[int | None] = []
    coming = sorted(said, reverse=True)
    open_now: list[tuple[int, int, int]] = []
    for place in sorted({edge for span, _ in said for edge in span}):
        while coming and coming[-1][0].start <= place:
            span, number = coming.pop()
            heappush(open_now, (-span.start, span.end, number))
        while open_now and open_now[0][1] <= place:
            heappop(open_now)
        starts.append(place)
        inner.append(open_now[0][2] if open_now else None)
    return starts, inner
