from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Story
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.lexicon import Lexicons

_WORD = re.compile(r"\w+(?:'\w+)*")
_RUN = 4  # words on end that two forms of one quotation share


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

    def _severity(self, changes: str) -> str | None:
        words = _WORD.findall(changes)
        turned = any(word in self.denials or word.endswith("n't") or word[0].isdigit() for word in words)
        return "warning" if turned else None

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
        quotations = [(q.span, _WORD.findall(fold(q.inner.of(text)))) for q in story.quotations if not q.depth]
        for number, (span, words) in enumerate(quotations):
            if len(words) < self.least:
                continue
            runs = {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
            for earlier in sorted({n for run in runs for n in seen[run][:20]}):
                changes = _changes(quotations[earlier][1], words)
                if changes:
                    told = (("the other form", quotations[earlier][0]),)
                    yield Match(span, {"changes": changes}, told, severity=self._severity(changes))
                    break
            for run in runs:
                seen[run].append(number)


def _changes(one: list[str], other: list[str]) -> str:
    """What stands differently in the stretch that both have; empty where one only goes on longer than the other."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    first = next((i for i, block in enumerate(blocks) if block[0] == "equal"), len(blocks))
    last = max((i for i, block in enumerate(blocks) if block[0] == "equal"), default=-1)
    inside = [block for block in blocks[first : last + 1] if block[0] != "equal"]
    same = sum(block[2] - block[1] for block in blocks if block[0] == "equal")
    odd = sum(max(b - a, d - c) for _, a, b, c, d in inside)
    if not inside or same < 0.7 * min(len(one), len(other)) or odd > max(2, same // 6):
        return ""
    return "; ".join(_shown(one[a:b], other[c:d]) for _, a, b, c, d in inside)


def _shown(was: list[str], now: list[str]) -> str:
    if not was:
        return f"“{' '.join(now)}” is here only"
    if not now:
        return f"“{' '.join(was)}” is there only"
    return f"“{' '.join(now)}” here, “{' '.join(was)}” there"
