"""Which differences between a quotation and its source are none: spelling, false starts, fillers, marks of print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.sources.align import Step
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import UNKNOWN
from hedgelint.values import dataclass

# No. 10 is number ten; a typist hears “should of”.
_SHORT = {"'s": {"is", "has", "us", "does"}, "'d": {"had", "would", "did"}, "no": {"number"}, "of": {"have"}}
_CLIPPED = pattern_of(r"\w*[aeiouy]\w*in$")
_FOOTNOTED = pattern_of(r"([a-z]{2,})\d{1,2}$")
_SET_OFF = pattern_of(r"[,;.?!…—–]|--")
DASH = pattern_of(r"—|–|--|…|\.\.\.| - |-\s|\s-")


@dataclass(frozen=True, slots=True)
class Sameness:
    """`strict` hears false starts and fillers as words. Reads `fidelity-words`: role `filler-phrase`, words that carry
    nothing wherever they stand; `set-off`, words that carry nothing between commas."""

    strict: bool
    phrases: tuple[tuple[str, ...], ...]
    set_off: frozenset[tuple[str, ...]]
    functions: frozenset[str]
    grave: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons, strict: bool) -> Sameness:
        words = lexicons["fidelity-words"]
        phrases = (tuple(term.split()) for term in words.terms(role="filler-phrase"))
        grave = {e["term"] for e in words.entries if e.get("role") in ("negation", "denial") or _is_grave(e)}
        return cls(
            strict,
            tuple(sorted(phrases, key=len, reverse=True)),
            frozenset(
                tuple(e["term"].split()) for e in words.entries if e.get("role") == "set-off" or e.get("set_off")
            ),
            frozenset(words.terms(role="function")),
            frozenset(grave),
        )

    def same(self, ours: Sequence[str], theirs: Sequence[str]) -> bool:
        """Written otherwise and the same: joined or parted, contracted, masked, with a footnote's mark."""
        if "".join(ours) == "".join(theirs):
            return not (len(ours) == len(theirs) == 1) or ours == theirs
        if len(ours) != len(theirs):
            return bool(ours and theirs) and _parted(ours) == _parted(theirs)
        return all(a == b or _one(a, b) for a, b in zip(ours, theirs, strict=True))

    def left_out(self, source: SourceIndex, step: Step) -> str:
        """`same` where words of the source may be left out without a word; `aside` where a house may differ."""
        forms = source.words.forms
        theirs = forms[step.j1 : step.j2]
        if all(self.is_optional(source, k) for k in range(step.j1, step.j2)):
            return "same"
        if self.strict:
            return ""
        if theirs == ["that"]:
            return "same"
        fillers = self.fillers(source, step.j1, step.j2)
        rest = [forms[k] for k in range(step.j1, step.j2) if k not in fillers]
        if not rest:
            return "same"
        if self._is_set_off(source, step.j1, step.j2):
            return "same"
        if _said_again(forms, step.j1, step.j2, rest):
            return "same"
        if self._is_repair(source, step, rest):
            return "same"
        return "aside" if self._is_aside(source, step) else ""

    def is_optional(self, source: SourceIndex, word: int) -> bool:
        """Whether it stands in the transcript's own brackets."""
        optional = source.transcript.optional
        return len(optional) > 0 and optional.at(source.words.starts[word]) is not None

    def fillers(self, source: SourceIndex, start: int, end: int) -> set[int]:
        """Words of [start, end) that carry nothing: you know; like, between commas."""
        forms = source.words.forms
        out: set[int] = set()
        first = {phrase[0] for phrase in self.phrases}
        for k in range(start, end):
            if forms[k] in first:
                for phrase in self.phrases:
                    if tuple(forms[k : k + len(phrase)]) == phrase:
                        out.update(range(k, k + len(phrase)))
            if (forms[k],) in self.set_off and self._is_set_off(source, k, k + 1):
                out.add(k)
        return out

    def _is_set_off(self, source: SourceIndex, start: int, end: int) -> bool:
        """like, well, between commas: each of the words left out is one."""
        if tuple(source.words.forms[start:end]) not in self.set_off:
            return False
        before = start == 0 or _SET_OFF.search(source.between(start)) is not None
        after = end >= len(source.words) or _SET_OFF.search(source.between(end)) is not None
        return before and after

    def _is_repair(self, source: SourceIndex, step: Step, rest: list[str]) -> bool:
        """would — will: a few small words broken off at a dash; never a “not”, never a doubt."""
        if len(rest) > 3 or not self.functions.issuperset(rest) or self.grave.intersection(rest):
            return False
        return DASH.search(source.between(step.j2)) is not None

    def _is_aside(self, source: SourceIndex, step: Step) -> bool:
        """-- good question --: words between two dashes, and what is said again behind the second."""
        if step.j2 - step.j1 > 10 or DASH.search(source.between(step.j1)) is None:
            return False
        forms = source.words.forms
        before = forms[max(0, step.j1 - 6) : step.j1]
        for cut in range(step.j2, step.j1, -1):
            if DASH.search(source.between(cut)) is not None and all(w in before for w in forms[cut : step.j2]):
                return True
        return False


def _is_grave(entry: Mapping[str, Any]) -> bool:
    return bool({"condition", "bound", "hedge"} & set(str(entry.get("seam", "")).split()))


def _said_again(forms: Sequence[str], start: int, end: int, rest: list[str]) -> bool:
    """A false start: what is left out ([start, end), without fillers `rest`) is said again at once, or was said just
    before, wherever in the repeat the cut was made (the gate was — the gate was shut)."""
    n, m = end - start, len(rest)
    for size in range(m, 0, -1):
        once = rest[:size]
        if (
            m % size == 0
            and once * (m // size) == rest
            and once in (forms[end : end + size], forms[max(0, start - size) : start])
        ):
            return True
    return any(
        start - back >= 0 and forms[start - back : end - back] == forms[end - back : end - back + n]
        for back in range(1, n)
    )


def _parted(forms: Sequence[str]) -> list[str]:
    """9.30 and 9 30; #1 keeps its mark."""
    return [piece for form in forms for piece in (form.split(".") if form[:1].isdigit() else (form,)) if piece]


def _one(a: str, b: str) -> bool:
    if b in _SHORT.get(a, ()) or a in _SHORT.get(b, ()):
        return True
    if abs(len(a) - len(b)) == 1 and min(a, b, key=len) + "g" == max(a, b, key=len):
        return _CLIPPED.match(min(a, b, key=len)) is not None  # mornin’
    for masked, word in ((a, b), (b, a)):
        if masked.startswith(UNKNOWN):
            return word.startswith((UNKNOWN, masked[1:]))
    footnoted = _FOOTNOTED.match(b)
    return footnoted is not None and footnoted[1] == a
