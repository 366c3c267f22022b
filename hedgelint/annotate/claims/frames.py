"""Frames in which a word asks for a source: “was driven by”, “the world's biggest”, “a boon for”, “, angry at”.

A frame is what has to stand before the word and behind it, in the same sentence, and what form the word has; frames are
the list `frames`, the words the list `claim-frames`, each with the frames that it asks in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from hedgelint.annotate.claims.figures import ASKED
from hedgelint.annotate.claims.forms import ENDINGS
from hedgelint.annotate.claims.triggers import Trigger
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.watch import Watch, stoppable
from hedgelint.lexicon import GROUP, HOUSE, Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

if TYPE_CHECKING:
    import regex

OWNER = "lexicon:claim-frames"
_LIST = "frames"
_BEFORE, _BEHIND = 80, 120  # code points looked at on either side
_ENDLESS = "the frame “{}” was stopped: a pattern of it backtracks without end"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands `before` the word, up to it, and `behind` it; which `form` it has; the reason unless the word's entry
    gives one. A `soft` one is suggested at most. One of a `house` is watched, for its patterns may be anything."""

    name: str
    reason: str
    soft: bool
    form: re.Pattern[str] | None
    before: re.Pattern[str] | regex.Pattern[str]
    behind: re.Pattern[str] | regex.Pattern[str]
    house: bool

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Frame:
        house = HOUSE in entry
        compiled = partial(stoppable, sensitive=True) if house else pattern_of
        return cls(
            entry["term"],
            entry["reason"],
            not entry.get("firm"),
            pattern_of(ENDINGS[entry["form"]]) if "form" in entry else None,
            compiled(rf"(?:{entry.get('before', '')})\Z"),
            compiled(entry.get("behind", "")),
            house,
        )

    def start(self, text: str, hit: Hit, watch: Watch) -> int | None:
        """Where the words begin that are asked about; None where the word stands in no such frame. Raises TimeoutError
        where a pattern of a house goes on for ever."""
        start, end, _ = hit
        if self.form is not None and not self.form.fullmatch(text[start:end].lower()):
            return None
        if self.house:
            return self._watched(text, start, end, watch)
        if not self.behind.match(text, end, end + _BEHIND):
            return None
        return _first(self.before.search(text, max(0, start - _BEFORE), start), start)

    def _watched(self, text: str, start: int, end: int, watch: Watch) -> int | None:
        behind = partial(self.behind.match, text, end, end + _BEHIND)
        before = partial(self.before.search, text, max(0, start - _BEFORE), start)
        try:
            if not watch.over(lambda left: behind(timeout=left)):
                return None
            return _first(watch.over(lambda left: before(timeout=left)), start)
        except TimeoutError:
            raise TimeoutError(_ENDLESS.format(self.name)) from None


def _first(led: re.Match[str] | regex.Match[str] | None, start: int) -> int | None:
    if led is None:
        return None
    return led.start(GROUP) if led.groupdict().get(GROUP) else start


class FrameFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._lexicons = lexicons
        self._terms = SensedTerms(lexicons, "claim-frames")
        self._made: dict[str, Frame | None] = {}

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {OWNER: self._terms.phrases()}

    def find(self, text: str, hits: Mapping[str, Sequence[Hit]]) -> Iterator[Trigger]:
        """A word in the first of its frames that holds, whichever entries have it."""
        watch = Watch.of(text)
        told: Hit | None = None
        for hit, frame, entry in self.asked(text, hits):
            if hit is told or (start := frame.start(text, hit, watch)) is None:
                continue
            while text[start].isspace():
                start += 1
            reason = str(entry.get("reason", frame.reason))
            yield Trigger(Span(start, hit.end), reason, ASKED, frame.name, soft=frame.soft)
            told = hit

    def asked(self, text: str, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[Hit, Frame, Mapping[str, Any]]]:
        """Each word with each frame that it might stand in, in the order of its entries."""
        made = self._made
        for hit, entry in self._terms.true_hits(text, hits.get(OWNER, ()), every=True):
            for name in entry["frames"]:
                frame = made[name] if name in made else self._frame(name)
                if frame is not None:
                    yield hit, frame, entry

    def _frame(self, name: str) -> Frame | None:
        """None for one that a house has taken out."""
        made = self._made[name] = Frame.of(self._rows[name]) if name in self._rows else None
        return made

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, Any]]:
        return {entry["term"]: entry for entry in self._lexicons[_LIST].entries}
