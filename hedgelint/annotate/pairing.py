"""Marks of one paragraph → pairs and faults. One lost mark spoils its own paragraph at most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hedgelint.annotate.marks import Mark
from hedgelint.annotate.story import MarkFault
from hedgelint.span import Span

_FRESH = re.compile(r"[.?!…,:][\"”’']?\s*$|said\s*$|[—–]\s*$")


_TURNED = {"“": "”", "”": "“", "«": "»", "»": "«"}


@dataclass(frozen=True, slots=True)
class Pair:
    """`close` is None for a quotation that no mark closes; it then ends at `end`."""

    open: Mark
    close: Mark | None
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Paired:
    pairs: tuple[Pair, ...]
    faults: tuple[MarkFault, ...]


def pair_marks(text: str, part: Span, marks: Sequence[Mark]) -> Paired:
    """Pairs in the order of their opening marks. An unclosed pair is not yet a fault: the next paragraph decides."""
    stack: list[Mark] = []
    pairs: list[Pair] = []
    faults: list[MarkFault] = []
    for i, mark in enumerate(marks):
        outer = next((m for m in reversed(stack) if m.level == '"'), None)
        if mark.role == "apostrophe":
            closer = _closer_ahead(marks, i)
            if closer is None or closer.start <= mark.end + 1:  # ‘n’ is no quotation
                place = Span(mark.start, mark.end)
                faults.append(MarkFault("apostrophe", place, edits=((place, "’"),)))
                continue
            mark = replace(mark, role="open")
        if mark.level == "'":
            _single(mark, marks, i, stack, pairs)
            continue
        if mark.weak and outer is None:
            continue  # an inch mark
        closes = mark.role == "close" or (mark.role in ("either", "prime") and outer is not None)
        if mark.wrong and (mark.role == "open") == (outer is not None):
            closes = mark.role == "open"
            place = Span(mark.start, mark.end)
            faults.append(MarkFault("reversed", place, _place(outer), ((place, _TURNED[text[mark.start]]),)))
        if closes and outer is None:
            faults.append(MarkFault("unopened", Span(mark.start, mark.end)))
        elif closes:
            _drop_singles(stack)
            opened = stack.pop()
            pairs.append(Pair(opened, mark, mark.end, sum(m.level == '"' for m in stack) + _singles(stack)))
        elif outer is not None and _begins_anew(text, outer, marks, i):
            # A new quotation begins where the last should long have closed: that one lost its mark.
            _drop_singles(stack)
            lost = stack.pop()
            pairs.append(Pair(lost, None, _last_word(text, lost.end, mark.start), len(stack)))
            faults.append(MarkFault("unclosed", Span(lost.start, lost.end), Span(mark.start, mark.end)))
            stack.append(mark)
        else:
            if outer is not None and not _inside_single(stack):
                faults.append(MarkFault("nested", Span(mark.start, mark.end), _place(outer)))
            stack.append(mark)
    _drop_singles(stack)
    depth = len(stack)
    while stack:
        depth -= 1
        pairs.append(Pair(stack.pop(), None, part.end, depth))
    pairs.sort(key=lambda pair: (pair.open.start, -pair.end))
    return Paired(tuple(pairs), tuple(faults))


def _single(mark: Mark, marks: Sequence[Mark], i: int, stack: list[Mark], pairs: list[Pair]) -> None:
    """A single mark opens only if one that can close it follows before the quotation round it ends."""
    opened = stack[-1] if stack and stack[-1].level == "'" else None
    if mark.role == "open":
        if opened is None and _closer_ahead(marks, i) is not None:
            stack.append(mark)
    elif opened is not None and _closer_ahead(marks, _index(marks, opened)) is mark:
        stack.pop()
        pairs.append(Pair(opened, mark, mark.end, len(stack)))


def _closer_ahead(marks: Sequence[Mark], i: int) -> Mark | None:
    """The first sure closing mark after marks[i], or else the last doubtful one, before the next single opener."""
    doubtful, depth = None, 0
    for mark in marks[i + 1 : i + 40]:
        if mark.level == '"':
            depth += 1 if mark.role == "open" else -1 if mark.role == "close" else 0
            if depth < 0:
                break
        elif mark.role == "open" and depth == 0:
            break
        elif mark.role == "close" and depth <= 0:
            if not mark.weak:
                return mark
            doubtful = mark
    return doubtful


def _index(marks: Sequence[Mark], mark: Mark) -> int:
    low, high = 0, len(marks)
    while low < high:
        middle = (low + high) // 2
        if marks[middle].start < mark.start:
            low = middle + 1
        else:
            high = middle
    return low


def _begins_anew(text: str, outer: Mark, marks: Sequence[Mark], i: int) -> bool:
    """Whether this mark begins a quotation of its own and not one inside the open one: a capital after a stop, or any
    word where the open one is a scrap (it begins with a small letter) and no two marks close both."""
    mark = marks[i]
    after = text[mark.end : mark.end + 1]
    if text[outer.end : outer.end + 1].islower():
        roles = [m.role for m in marks[i + 1 : i + 12] if m.level == '"'][:2]
        return roles != ["close", "close"]
    return after.isupper() and _FRESH.search(text[max(outer.end, mark.start - 12) : mark.start]) is not None


def _drop_singles(stack: list[Mark]) -> None:
    while stack and stack[-1].level == "'":
        stack.pop()


def _inside_single(stack: Sequence[Mark]) -> bool:
    return bool(stack) and stack[-1].level == "'"


def _singles(stack: Sequence[Mark]) -> int:
    return sum(mark.level == "'" for mark in stack)


def _place(mark: Mark | None) -> Span | None:
    return Span(mark.start, mark.end) if mark else None


def _last_word(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
