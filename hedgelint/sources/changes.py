"""Which differences between a quotation and its source change what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hedgelint.lexicon import Lexicons
from hedgelint.sources.align import Step, align
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import Words
from hedgelint.span import Span
from hedgelint.verdict import Change

STRICTNESS = ("strict", "news", "loose")
_SHORT = {"'s": {"is", "has", "us", "does"}, "'d": {"had", "would", "did"}}
_PHRASES = {("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of")}


@dataclass(frozen=True, slots=True)
class Weigher:
    negations: frozenset[str]
    functions: frozenset[str]
    strictness: str

    @classmethod
    def of(cls, lexicons: Lexicons, strictness: str) -> Weigher:
        words = lexicons["fidelity-words"]
        return cls(frozenset(words.terms(role="negation")), frozenset(words.terms(role="function")), strictness)

    def change(self, quote: Words, story: str, source: SourceIndex, step: Step, holes: frozenset[int]) -> Change | None:
        """None for a difference of surface. `holes` are positions in the quotation where brackets stood."""
        ours, theirs = quote.forms[step.i1 : step.i2], source.words.forms[step.j1 : step.j2]
        if self._surface(quote, source, step, holes):
            return None
        kind = "replaced" if ours and theirs else "dropped" if theirs else "added"
        span, other = _extent(quote, step.i1, step.i2), _extent(source.words, step.j1, step.j2)
        said = source.document.text
        category = self._category(quote, story, source, step)
        if self.strictness == "loose" and category == "function":
            return None
        return Change(kind, _plain(span.of(story)), _plain(other.of(said)) if theirs else "", span, other, category)

    def _surface(self, quote: Words, source: SourceIndex, step: Step, holes: frozenset[int]) -> bool:
        ours, theirs = quote.forms[step.i1 : step.i2], source.words.forms[step.j1 : step.j2]
        if "".join(ours) == "".join(theirs):
            return True
        if len(ours) == len(theirs) and all(
            a == b or b in _SHORT.get(a, ()) or a in _SHORT.get(b, ()) for a, b in zip(ours, theirs, strict=True)
        ):
            return True
        if not ours and any(h in (step.i1, step.i2) for h in holes):
            return len(theirs) <= 12
        if any(step.i1 <= h <= step.i2 for h in holes) and len(theirs) <= 6 and len(ours) == 0:
            return True
        if self.strictness == "strict" or ours:
            return False
        if theirs in _PHRASES:
            return True
        # A false start: the words left out are said again at once, or were said just before.
        n, forms = len(theirs), source.words.forms
        return forms[step.j2 : step.j2 + n] == theirs or forms[max(0, step.j1 - n) : step.j1] == theirs

    def _category(self, quote: Words, story: str, source: SourceIndex, step: Step) -> str:
        ours, theirs = quote.forms[step.i1 : step.i2], source.words.forms[step.j1 : step.j2]
        gone, new = set(theirs) - set(ours), set(ours) - set(theirs)
        digits = {w for w in gone | new if w[:1].isdigit()}
        if digits - {"1"} or (digits and len(gone) == len(new) == 1 and not (gone | new) & self.functions):
            return "number"
        if (gone | new) & self.negations:
            return "negation"
        if ours and theirs and len(ours) <= 3 and len(theirs) <= 3:
            mine = _names(quote, story, step.i1, step.i2, new - self.functions)
            other = _names(source.words, source.document.text, step.j1, step.j2, gone - self.functions)
            if mine and other:
                return "name"
        if all(w in self.functions for w in gone | new):
            return "function"
        return "content"


def difference(quote: Words, source: SourceIndex, window: tuple[int, int]) -> tuple[list[Step], int]:
    """The steps, and how many words of the quotation are in the source unchanged."""
    steps = align(quote.forms, source.words.forms, *window)
    return steps, sum(s.i2 - s.i1 for s in steps if s.same)


def added_runs(steps: list[Step], at_ends: int, between: int) -> Iterator[Step]:
    """Stretches of the quotation the alignment found no place for, of at least so many words."""
    for number, step in enumerate(steps):
        least = at_ends if number in (0, len(steps) - 1) else between
        if not step.same and step.i2 - step.i1 >= least:
            yield step


def _names(words: Words, text: str, start: int, end: int, wanted: set[str]) -> bool:
    """All of the wanted words are written with a capital though no sentence begins there."""
    here = [words.spans[k] for k in range(start, end) if words.forms[k] in wanted]
    return bool(here) and all(text[s.start].isupper() and not _begins(text, s.start) for s in here)


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" “\"'‘(")
    return not before.strip() or before[-1] in ".!?:…" or before.endswith("\n\n") or text[at - 1 : at] in ("“", '"')


def _extent(words: Words, start: int, end: int) -> Span:
    if start < end:
        return Span(words.spans[start].start, words.spans[end - 1].end)
    if start < len(words):
        return Span(words.spans[start].start, words.spans[start].start)
    at = words.spans[-1].end if len(words) else 0
    return Span(at, at)


def _plain(text: str) -> str:
    return " ".join(text.split())
