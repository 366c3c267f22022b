"""Figures with what they count, so that two of them can be held together: £8m, 5.4 per cent, six dead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hedgelint.annotate.lemmas import Lemmas
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDED = {word: value for value, word in enumerate(f"{_SMALL} eighteen nineteen".split(), 1)} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "tn": 1e12, "trillion": 1e12, "hundred": 1e2, "dozen": 12,
}  # fmt: skip
_WORDS = "|".join(sorted(_WORDED, key=len, reverse=True))
_FIGURE = pattern_of(
    rf"(?<![\w.,/:–-])(?P<sign>(?:US|A|C|NZ|HK)?\$|£|€|¥)?\s?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>\b(?:{_WORDS})(?:-(?:{_WORDS}))?\b))"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|m|k|b)\b)?"
    r"(?P<share>\s?(?:%|per ?cent\b|percentage points?\b))?(?![\w/:]|[.,]\d|-\d|–\d)",
    re.IGNORECASE,
)
_ABOUT = pattern_of(
    r"\b(?:nearly|almost|about|around|roughly|some|over|under|above|below|(?:more|less|fewer) than|up to|at least"
    r"|at most|as (?:many|much|few) as|close to|approximately|(?:an )?estimated|upwards of|in excess of|just short of"
    r"|hundreds of|dozens of|first|next|last|top|every|aged|page|chapter|no\.?|number|season|week|day|round|stage)\s+$",
    re.IGNORECASE,
)
# What a figure without a sign counts is the next word in small letters, with at most one before it that describes it.
_COUNTED = pattern_of(
    r"(?:\+)?[\s-]+(?:of\s+(?:the|its|their|his|her|our|some|about|around)\s+(?:[\d,]+\s+)?)?([a-z][a-z'’-]+)(?:\s+([a-z][a-z'’-]+))?(?:\s+([a-z][a-z'’-]+))?"
)
_WHERE = frozenset(("in", "on", "at", "after", "as", "by", "when", "from", "near", "over"))
_TIME = pattern_of(
    r"(?:year|month|week|day|hour|minute|second|mile|metre|meter|km|am|pm|yard|point|goal|run|way|thing|time)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`counted` are the things it may count: a sign of money, %, or lemmas of the words behind it. `place` is the value
    of its last digit, below which it was rounded; `about`: a word says that it is not exact."""

    span: Span
    value: float
    counted: frozenset[str]
    place: float
    about: bool

    def agrees(self, other: Quantity) -> bool:
        """Whether one may be the other, rounded."""
        return abs(self.value - other.value) < max(self.place, other.place) or self.value == other.value


@dataclass(frozen=True, slots=True)
class Quantities:
    """Words that count the same are those of one entry in the list `toll-words`."""

    lemmas: Lemmas
    same: Mapping[str, str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Quantities:
        lemmas = Lemmas.of(lexicons)
        entries = lexicons["toll-words"].entries
        same = {lemmas.lemma(form): e["term"] for e in entries for form in (e["term"], *e.get("forms", ()))}
        return cls(lemmas, same)

    def find(self, text: str, span: Span) -> Iterator[Quantity]:
        """Those that count something: money, shares, things. Years, dates, ages, scores and spans of time are none."""
        for found in _FIGURE.finditer(text, *span):
            counted = self._counted(text, found, span.end)
            if not counted:
                continue
            value, place = _value(found)
            start = found.start("sign") if found["sign"] else found.start("digits" if found["digits"] else "word")
            before = text[max(span.start, start - 24) : start]
            about = _ABOUT.search(before) is not None or text[found.end() : found.end() + 1] == "+"
            yield Quantity(Span(start, found.end()), value, counted, place, about)

    def _counted(self, text: str, found: re.Match[str], end: int) -> frozenset[str]:
        if found["share"]:
            return frozenset(("%",))
        if found["sign"]:
            return frozenset((found["sign"].upper(),))
        after = _COUNTED.match(text, found.end(), end)
        if after is None or (found["scale"] or "").lower() in ("m", "b", "k"):
            return frozenset()
        words = [word for word in after.groups() if word]
        words = words[
            : next((i for i, word in enumerate(words) if word in _WHERE), len(words))
        ]  # nine hurt in coach crash
        if not words or _TIME.match(words[0]) or words[0] in self.lemmas.small:
            return frozenset()
        lemmas = [self.lemmas.lemma(word.lower()) for word in words if word not in self.lemmas.small]
        return frozenset(self.same.get(lemma, lemma) for lemma in lemmas)


def _value(found: re.Match[str]) -> tuple[float, float]:
    if found["digits"]:
        digits = found["digits"].replace(",", "")
        value = float(digits)
        decimals = digits.partition(".")[2]
        bare = digits.rstrip("0")
        # Of a large round number the noughts are not counted; of a small one they are.
        place = 10.0 ** -len(decimals) if decimals else 10.0 ** (len(digits) - len(bare)) if value >= 100 else 1.0
    else:
        parts = found["word"].lower().split("-")
        value, place = float(sum(_WORDED[part] for part in parts)), 1.0
    scale = _SCALES[found["scale"].lower()] if found["scale"] else 1.0
    return value * scale, place * scale
