"""Which differences between a quotation and its source change what was said, and of which kind they are."""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.lexicon import Lexicons
from hedgelint.sources.align import Step, align
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import MONTHS, UNKNOWN, Words
from hedgelint.sources.sameness import Sameness
from hedgelint.values import dataclass
from hedgelint.verdict import Change

# A word or two behind a cut of more words than this were not meant.
_FAR = 8
_LONG = 60  # words at an end that are not written otherwise but are others
_REPEAT = 4  # words of a false start beside the first word or the last
STRICTNESS = ("strict", "news", "loose")


@dataclass(frozen=True, slots=True)
class Weigher:
    negations: frozenset[str]
    functions: frozenset[str]
    strictness: str
    sameness: Sameness

    @classmethod
    def of(cls, lexicons: Lexicons, strictness: str) -> Weigher:
        words = lexicons["fidelity-words"]
        return cls(
            frozenset(words.terms(role="negation")),
            frozenset(words.terms(role="function")),
            strictness,
            Sameness.of(lexicons, strictness == "strict"),
        )

    def change(self, quote: Words, story: str, source: SourceIndex, step: Step) -> Change | None:
        """None for a difference of surface."""
        ours, theirs = quote.forms[step.i1 : step.i2], source.words.forms[step.j1 : step.j2]
        aside = ""
        if ours and theirs:
            if self.sameness.same(ours, theirs):
                return None
        elif theirs:
            aside = self.sameness.left_out(source, step)
        elif ours == ["that"] and self.strictness != "strict":
            return None
        if aside == "same":
            return None
        kind = "replaced" if ours and theirs else "dropped" if theirs else "added"
        span, other = quote.span(step.i1, step.i2), source.words.span(step.j1, step.j2)
        category = aside or self._category(quote, story, source, step)
        if kind == "dropped" and all(word == UNKNOWN for word in theirs):
            category = "aside"  # an oath that a machine has masked
        if self.strictness == "loose" and category == "function":
            return None
        mine = " ".join(span.of(story).split()) if ours else ""
        if kind == "dropped" and source.split_negation(step.j1):
            # “can” where the source has “can't”: the whole word, on both sides.
            kind, span = "replaced", quote.span(step.i1 - 1, step.i1)
            other = source.words.span(step.j1 - 1, step.j2)
            mine = " ".join(span.of(story).split())
        elif kind == "added" and step.i1 and quote.starts[step.i1] == quote.starts[step.i1 - 1] and step.j1:
            kind, other = "replaced", source.words.span(step.j1 - 1, step.j1)
            theirs = source.words.forms[step.j1 - 1 : step.j1]
        return Change(kind, mine, source.text(other) if theirs else "", span, other, category)

    def _category(self, quote: Words, story: str, source: SourceIndex, step: Step) -> str:
        ours, theirs = quote.forms[step.i1 : step.i2], source.words.forms[step.j1 : step.j2]
        gone, new = set(theirs) - set(ours), set(ours) - set(theirs)
        if bool(gone & self.negations) != bool(new & self.negations):
            return "negation"
        digits = {w for w in gone | new if w.lstrip("#")[:1].isdigit()}
        if not ours and not source.transcript.turns and theirs == list(digits) and len(theirs[0]) < 3:
            return "mark"  # a footnote's, for all that a text without places can tell
        if (
            "minus" in gone | new
            or digits - {"1", "#1"}
            or (digits and len(gone) == len(new) == 1 and not (gone | new) & self.functions)
        ):
            return "number"
        if (gone | new) & self.negations:
            return "negation"
        if gone & MONTHS and new & MONTHS:
            return "number"  # of a date
        if len(ours) <= 3 and len(theirs) <= 3:
            mine = _names(quote, story, step.i1, step.i2, new - self.functions)
            other = _names(source.words, source.document.text, step.j1, step.j2, gone - self.functions)
            if mine and other:
                return "name"
        if all(w in self.functions for w in gone | new):
            return "function"
        return "content"


def difference(weigher: Weigher, quote: Words, source: SourceIndex, window: tuple[int, int]) -> tuple[list[Step], int]:
    """The steps, and how many words of the quotation are in the source unchanged."""
    steps = align(quote.forms, source.words.forms, *window)
    steps = _stretched(weigher.sameness, quote, source, _near(steps))
    return steps, sum(s.i2 - s.i1 for s in steps if s.same)


def _near(steps: list[Step]) -> list[Step]:
    """Without a few words at either end that were found only far from the others: there they are other words."""
    if len(steps) > 2 and _far(steps[-2], steps[-1]):
        cut, last = steps[-2:]
        steps = [*steps[:-2], Step(False, last.i1, last.i2, cut.j1, cut.j1 + last.i2 - last.i1)]
    if len(steps) > 2 and _far(steps[1], steps[0]):
        first, cut = steps[:2]
        steps = [Step(False, first.i1, first.i2, cut.j2 - (first.i2 - first.i1), cut.j2), *steps[2:]]
    return steps


def _far(cut: Step, end: Step) -> bool:
    if not end.same or cut.same or cut.i1 < cut.i2:
        return False
    words, left_out = end.i2 - end.i1, cut.j2 - cut.j1
    return (words <= 2 and left_out > _FAR) or (words <= 4 and left_out > 3 * _FAR)


def added_runs(steps: list[Step], at_ends: int, between: int) -> Iterator[Step]:
    """Stretches of the quotation the alignment found no place for, of at least so many words."""
    for number, step in enumerate(steps):
        least = at_ends if number in (0, len(steps) - 1) else between
        if not step.same and step.i2 - step.i1 >= least:
            yield step


def _stretched(same: Sameness, quote: Words, source: SourceIndex, steps: list[Step]) -> list[Step]:
    """The first step and the last with as many words of the source as make it the same, where some do; or with the
    same words a little farther off, where what lies between may be left out."""
    out = list(steps)
    forms = source.words.forms
    if out and not out[-1].same and out[-1].i2 - out[-1].i1 <= _LONG:
        last = out[-1]
        ours = quote.forms[last.i1 : last.i2]
        for end in range(last.j1 + 1, min(len(forms), last.j1 + len(ours) + _REPEAT) + 1):
            if same.same(ours, forms[last.j1 : end]):
                out[-1] = Step(False, last.i1, last.i2, last.j1, end)
                break
            cut = Step(False, last.i1, last.i1, last.j1, end - len(ours))
            if cut.j2 > cut.j1 and forms[cut.j2 : end] == ours and same.left_out(source, cut) == "same":
                out[-1:] = [cut, Step(True, last.i1, last.i2, cut.j2, end)]
                break
    if out and not out[0].same and out[0].i2 <= _LONG:
        first = out[0]
        ours = quote.forms[: first.i2]
        for start in range(first.j2 - 1, max(0, first.j2 - len(ours) - _REPEAT) - 1, -1):
            if same.same(ours, forms[start : first.j2]):
                out[0] = Step(False, 0, first.i2, start, first.j2)
                break
            cut = Step(False, first.i2, first.i2, start + len(ours), first.j2)
            if cut.j1 < cut.j2 and forms[start : cut.j1] == ours and same.left_out(source, cut) == "same":
                out[:1] = [Step(True, 0, first.i2, start, cut.j1), cut]
                break
    return out


def _names(words: Words, text: str, start: int, end: int, wanted: set[str]) -> bool:
    """All of the wanted words are written with a capital though no sentence begins there."""
    here = [words.starts[k] for k in range(start, end) if words.forms[k] in wanted]
    return bool(here) and all(text[at].isupper() and not _begins(text, at) for at in here)


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" “\"'‘(")
    return not before.strip() or before[-1] in ".!?:…" or before.endswith("\n\n") or text[at - 1 : at] in ("“", '"')
