"""Which differences between two wordings change what was said, and of what kind they are."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_SHORT = {"'s": frozenset(("is", "has", "us", "does")), "'d": frozenset(("had", "would", "did"))}
_ENDING = pattern_of(r"(?:y|ies|ied|e?s|e?d|e|ing|ly|e?n|er|est)?")
_STEM = 3  # letters that two forms of one word share
_DIGIT = pattern_of(r"\d")
_LEAST = 4  # letters of a word in which one letter can be a slip of typing


@dataclass(frozen=True, slots=True)
class Weights:
    """`known` are words of the house's lists: a word that stands there is no slip of typing."""

    negations: frozenset[str]
    functions: frozenset[str]
    known: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Weights:
        small = lexicons["fidelity-words"]
        denials = small.terms(role="negation")
        known = {term for name in lexicons.by_name for term in _words(lexicons, name)}
        return cls(frozenset(denials), frozenset(small.terms(role="function")), frozenset(known))

    def category(self, before: Sequence[str], after: Sequence[str], told: frozenset[str]) -> str:
        """number, negation, content, function or form; empty where the two say the same. `told` are the words of both
        versions that stand elsewhere in them."""
        if "".join(before) == "".join(after):
            return ""
        gone, new = _minus(before, after), _minus(after, before)
        figures = {word for word in (*gone, *new) if _DIGIT.search(word)}
        if figures - {"1", "#1"} or (figures and not self.functions.intersection((*gone, *new))):
            return "number"  # “one” for “a” is none
        if not self.negations.isdisjoint((*gone, *new)):
            return "negation"
        if not gone and not new:  # another order
            return "content"
        if len(gone) == len(new):
            pairs = list(zip(gone, new, strict=True))
            if all(self._same(one, other, told) for one, other in pairs):
                return ""
            if all(_is_form(one, other) for one, other in pairs):
                return "form"
        return "function" if self.functions.issuperset((*gone, *new)) else "content"

    def _same(self, before: str, after: str, told: frozenset[str]) -> bool:
        """Two writings of one word: a short form, or a slip of typing that was mended."""
        if before == after or after in _SHORT.get(before, ()) or before in _SHORT.get(after, ()):
            return True
        slip = before not in self.known and before not in self.functions and before not in told
        return slip and min(len(before), len(after)) >= _LEAST and not _is_form(before, after) and near(before, after)


def _words(lexicons: Lexicons, name: str) -> tuple[str, ...]:
    out: list[str] = []
    for entry in lexicons[name].entries:
        forms = entry.get("forms", ())
        listed = forms.values() if isinstance(forms, dict) else forms
        for form in (entry["term"], *listed):
            out += form if isinstance(form, list) else str(form).lower().split()
    return tuple(out)


def _minus(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = list(others)
    out = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            out.append(word)
    return out


def _is_form(one: str, other: str) -> bool:
    """Whether the two differ by their endings alone: board and boards, opposes and opposed."""
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return at >= _STEM and _ENDING.fullmatch(one, at) is not None and _ENDING.fullmatch(other, at) is not None


def near(one: str, other: str, most: int = 1) -> bool:
    """Whether at most so many letters are put in, left out, changed, or swapped with the next."""
    if abs(len(one) - len(other)) > most:
        return False
    rows: list[list[int]] = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1] <= most
