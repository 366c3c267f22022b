"""The words inside quotation marks, before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from hedgelint.annotate.story import Story
from hedgelint.edits.words import Weights
from hedgelint.patterns import pattern_of
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.span import Span
from hedgelint.values import dataclass

_BRACKETS = pattern_of(r"\[[^\[\]\n]*\]")
_OMISSION = pattern_of(r"…|\.\s?\.\s?\.")
_ALIKE, _INSIDE = 0.5, 0.85  # share of words in common; share of the shorter one's words that the longer one has
_LONGEST = 6  # words replaced at an end; what is longer there is another quotation
_AFTER = 3  # words shown behind a place where some were left out


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that is quoted in one paragraph, in a row: half of a quotation stays the half of one. `seams` are the places
    between two quotations, first and last among them; `bracketed` which words an editor put in."""

    text: str
    words: Words
    seams: frozenset[int]
    bracketed: tuple[bool, ...]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(self.words.forms)


@dataclass(frozen=True, slots=True)
class Reworded:
    """`span` is in the story's prose, where the words stand now; `was` in the one before. `category` is that of
    `Weights.category`, or bracket where an editor's word took the place of one."""

    span: Span
    was: Span
    before: str
    after: str
    category: str


def spoken(story: Story, normaliser: Normaliser) -> list[Spoken]:
    text = story.document.text
    parts: dict[int, list[Span]] = {}
    for quotation in story.quotations:
        if not quotation.depth and quotation.kind != "title":
            parts.setdefault(quotation.part, []).append(quotation.inner)
    out = []
    for spans in parts.values():
        all_of = Words([], [], [])
        seams = {0}
        for span in spans:
            words = normaliser.words(text, *span)
            all_of.forms.extend(words.forms)
            all_of.starts.extend(words.starts)
            all_of.ends.extend(words.ends)
            seams.add(len(all_of))
        put_in = [m.span() for span in spans for m in _BRACKETS.finditer(text, *span)]
        starts = [start for start, _ in put_in]
        bracketed = tuple(
            (at := bisect_right(starts, start) - 1) >= 0 and start < put_in[at][1] for start in all_of.starts
        )
        if len(all_of):
            out.append(Spoken(text, all_of, frozenset(seams), bracketed))
    return out


def reworded(before: Sequence[Spoken], after: Sequence[Spoken], weights: Weights) -> Iterator[Reworded]:
    """In the order of the story. What was only moved, cut or lengthened at an end, split, or marked otherwise is no
    change of words."""
    left = Counter(one.key for one in after)
    changed = []
    for one in before:
        if left[one.key]:
            left[one.key] -= 1
        else:
            changed.append(one)
    same = Counter(one.key for one in before)
    told = frozenset(word for word, count in _counts((*before, *after)).items() if count > 1)
    for now in after:
        if same[now.key]:
            same[now.key] -= 1
            continue
        was = _nearest(now, changed)
        if was is not None:
            yield from _changes(was, now, weights, told)


def _counts(all_of: Sequence[Spoken]) -> Counter[str]:
    return Counter(word for one in all_of for word in set(one.words.forms))


def _nearest(now: Spoken, changed: Sequence[Spoken]) -> Spoken | None:
    best: tuple[float, int] | None = None
    mine = Counter(now.words.forms)
    for number, was in enumerate(changed):
        shared = sum((mine & Counter(was.words.forms)).values())
        alike = 2 * shared / (len(now.words) + len(was.words))
        inside = shared / min(len(now.words), len(was.words))
        if (alike >= _ALIKE or inside >= _INSIDE) and (best is None or alike > best[0]):
            best = alike, number
    return changed[best[1]] if best else None


def _changes(was: Spoken, now: Spoken, weights: Weights, told: frozenset[str]) -> Iterator[Reworded]:
    steps = SequenceMatcher(None, was.words.forms, now.words.forms, autojunk=False).get_opcodes()
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal" or _at_an_end(was, now, i1, i2, j1, j2) or _left_out(now, i1, i2, j1, j2):
            continue
        if all(was.bracketed[i1:i2]) and all(now.bracketed[j1:j2]):
            continue
        gone, new = was.words.forms[i1:i2], now.words.forms[j1:j2]
        if not new and (gone == was.words.forms[i2 : i2 + len(gone)] or gone == was.words.forms[i1 - len(gone) : i1]):
            continue  # said twice by a slip of typing
        category = weights.category(gone, new, told)
        if category not in ("", "number") and i1 < i2 and j1 < j2 and all(now.bracketed[j1:j2]):
            category = "bracket"
        if category:
            yield Reworded(_shown(now, j1, j2), _shown(was, i1, i2), _words(was, i1, i2), _words(now, j1, j2), category)


def _at_an_end(was: Spoken, now: Spoken, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Words cut off, or added, at an end of a quotation, and whole quotations that went or came."""
    if i1 == i2:
        return i1 in was.seams or (j1 in now.seams and j2 in now.seams)
    if j1 == j2:
        return j1 in now.seams or (i1 in was.seams and i2 in was.seams)
    whole = (i1 in was.seams and i2 in was.seams) or (j1 in now.seams and j2 in now.seams)
    edge = i1 in was.seams or i2 in was.seams or j1 in now.seams or j2 in now.seams
    return whole or (edge and max(i2 - i1, j2 - j1) > _LONGEST)


def _left_out(now: Spoken, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Words left out where an ellipsis says so."""
    if j1 != j2 or not 0 < j1 < len(now.words):
        return False
    return _OMISSION.search(now.text, now.words.ends[j1 - 1], now.words.starts[j1]) is not None


def _shown(one: Spoken, start: int, end: int) -> Span:
    """The words; where there are none, those between which they would stand."""
    if start < end:
        return one.words.span(start, end)
    last = min(len(one.words), start + _AFTER)
    while last > start + 1 and any(start < seam < last for seam in one.seams):
        last -= 1
    return one.words.span(max(0, start - 1), max(last, start, 1))


def _words(one: Spoken, start: int, end: int) -> str:
    return " ".join(one.words.span(start, end).of(one.text).split()) if start < end else ""
