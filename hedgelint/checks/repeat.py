from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Story
from hedgelint.checks.alike import WORD, changes_between, turned_round
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

_RUN = 4  # words on end that two forms of one quotation share
_LEAST = 1 << 18  # bytes for the runs that were met, so that an ordinary story has none that only seems to be there
_LOOKED_AT = 20  # quotations with the same run, the first of them


@dataclass(frozen=True, slots=True)
class Repeat:
    """One quotation in two forms in the story: they share a run of words and differ in between or beside it.

    A scrap quoted again out of a longer quotation is no other form. `least` is the number of words from which a
    quotation counts; {changes} says what differs. A denial or a figure that differs turns the sense round: a warning.
    """

    kind: ClassVar[str] = "repeat"
    keys: ClassVar[Mapping[str, str]] = {"least": "integer"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = ()
    least: int
    denials: frozenset[str] = frozenset()

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        if keys.get("least", 6) < _RUN:
            raise KeyMistake(("least",), f"`least` must be {_RUN} or more")
        return cls(keys.get("least", 6), frozenset(lexicons["fidelity-words"].terms(role="negation")))

    def fields(self) -> Collection[str]:
        return ("changes",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        long = [(q.span, q.inner) for q in story.quotations if not q.depth and len(q.inner.of(text)) >= 2 * _RUN - 1]
        often = self._often(text, [inner for _, inner in long])
        if not often:
            return
        seen: dict[int, list[int]] = defaultdict(list)
        for number, (span, inner) in enumerate(long):
            words = _words(text, inner)
            runs = often.intersection(_runs(words)) if len(words) >= self.least else ()
            for earlier in sorted({n for run in runs for n in seen[run]}):
                changes, _ = changes_between(_words(text, long[earlier][1]), words)
                if changes:
                    told = (("the other form", long[earlier][0]),)
                    severity = "warning" if turned_round(changes, self.denials) else None
                    yield Match(span, {"changes": changes}, told, severity=severity)
                    break
            for run in runs:
                if len(seen[run]) < _LOOKED_AT:
                    seen[run].append(number)

    def _often(self, text: str, spans: Sequence[Span]) -> set[int]:
        """Runs that more than one quotation has, among the few that only seem so: a long story has few among its words,
        and a byte for each that was met takes a tenth of the room of a set."""
        size = max(_LEAST, 1 << sum(end - start for start, end in spans).bit_length())
        met = bytearray(size)
        often: set[int] = set()
        for span in spans:
            words = _words(text, span)
            if len(words) >= self.least:
                for run in _runs(words):
                    if met[run & (size - 1)]:
                        often.add(run)
                    met[run & (size - 1)] = 1
        return often


def _words(text: str, span: Span) -> list[str]:
    return WORD.findall(fold(span.of(text)))


def _runs(words: Sequence[str]) -> set[int]:
    return set(map(hash, zip(*(words[i:] for i in range(_RUN)), strict=False)))
