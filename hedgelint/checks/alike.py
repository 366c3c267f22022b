"""Two forms of one quotation, held against each other word by word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hedgelint.patterns import pattern_of

WORD = pattern_of(r"\w+(?:'\w+)*")


def changes_between(one: Sequence[str], other: Sequence[str], *, ends: bool = False) -> tuple[str, int]:
    """What stands differently in the stretch that both have, `other` as here and `one` as there, and how many words
    they share. Empty where one only goes on longer than the other, or where too much differs for one quotation.

    `ends`: words of `other` before and behind that stretch differ too, as they should stand in `one`.
    """
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    equal = [i for i, block in enumerate(blocks) if block[0] == "equal"]
    same = sum(blocks[i][2] - blocks[i][1] for i in equal)
    if not equal:
        return "", 0
    odd = [block[1:] for block in blocks[equal[0] : equal[-1]] if block[0] != "equal"]
    if ends:
        odd = [
            *((max(a, b - (d - c)), b, c, d) for _, a, b, c, d in blocks[: equal[0]] if d > c),
            *odd,
            *((a, min(b, a + d - c), c, d) for _, a, b, c, d in blocks[equal[-1] + 1 :] if d > c),
        ]
    size = sum(max(b - a, d - c) for a, b, c, d in odd)
    if same < 0.7 * min(len(one), len(other)) or size > max(2, same // 6):
        return "", same
    return "; ".join(_shown(one[a:b], other[c:d]) for a, b, c, d in odd), same


def turned_round(changes: str, denials: Collection[str]) -> bool:
    """Whether a denial or a figure differs."""
    words = WORD.findall(changes)
    return any(word in denials or word.endswith("n't") or word[0].isdigit() for word in words)


def _shown(was: Sequence[str], now: Sequence[str]) -> str:
    if not was:
        return f"“{' '.join(now)}” is here only"
    if not now:
        return f"“{' '.join(was)}” is there only"
    return f"“{' '.join(now)}” here, “{' '.join(was)}” there"
