"""The alternatives of a pattern, each taken away in its turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Group:
    """Where its inside begins and ends, and where the bars stand that part its branches."""

    start: int
    ending: bool  # of a word: call(?:s|ed|ing) is one word, whose endings need no proof each
    end: int = 0
    bars: list[int] = field(default_factory=list)


def groups(pattern: str) -> list[Group]:
    """All of them; the first is the whole."""
    whole = Group(0, ending=False)
    found, inside, at = [whole], [whole], 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _after_class(pattern, at) - 1
        elif sign == "(":
            begins = at + 1
            if pattern[begins] == "?":
                begins = next(i for i in range(begins, len(pattern)) if pattern[i] in ":=!>") + 1
            before = pattern[:at].removesuffix("?")  # labell?(?:ed|ing)
            word = before[-1:].isalpha() and before[-2:-1] != "\\" and pattern[begins] != " "
            inside.append(Group(begins, word))
            found.append(inside[-1])
            at = begins - 1
        elif sign == ")":
            inside.pop().end = at
        elif sign == "|":
            inside[-1].bars.append(at)
        at += 1
    whole.end = len(pattern)
    return found


def _after_class(pattern: str, at: int) -> int:
    at += 1
    at += pattern[at] == "^"
    at += pattern[at] == "]"
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def without_each(pattern: str) -> Iterator[tuple[str, str]]:
    """Each alternative, and the pattern without it."""
    for group in groups(pattern):
        if group.ending or not group.bars:
            continue
        edges = [group.start - 1, *group.bars, group.end]
        for i in range(len(edges) - 1):
            start, end = edges[i] + 1, edges[i + 1]
            cut = (start, end + 1) if i == 0 else (edges[i], end)
            yield pattern[start:end], pattern[: cut[0]] + pattern[cut[1] :]
