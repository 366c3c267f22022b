"""Numbers however they are said: in words or figures, with scales, as ordinals, decimals, fractions, years."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
UNITS = {word: n for n, word in enumerate(_SMALL.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_LETTERS = {"k": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "tn": 12, "trn": 12}
_ORDINALS = {word: n for n, word in enumerate(_RANKS.split(), 1)}
_DECADES = {w[:-1] + "ies": f"{n}s" for w, n in TENS.items()}
_ORDINALS |= {w[:-1] + "ieth": n for w, n in TENS.items()} | {"hundredth": 100, "thousandth": 1000}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "sixths": 6,
          "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10}  # fmt: skip
_SMALLEST = 10  # parts that people speak of
_TAILS = {"p": "pence", "km": "kilometers", "kg": "kilograms", "cm": "centimeters", "mm": "millimeters"}
_VULGAR = {"½": "5", "¼": "25", "¾": "75"}
_FIGURES = pattern_of(r"(?P<number>\d[\d,.:]*)(?P<tail>[^\W\d_]*|[½¼¾])$")
_THOUSANDS = pattern_of(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_OTHER = frozenset(("dozen", *_DECADES))
_JOINS = frozenset(" \t\n\u00a0-‐‑–")


@dataclass(frozen=True, slots=True)
class Number:
    """`forms` are canonical: digits; `#` before an ordinal; `n/d` for a fraction. `end` is the token behind it."""

    forms: tuple[str, ...]
    end: int


def is_number_word(word: str) -> bool:
    return word in UNITS or word in TENS or word in SCALES or word in _ORDINALS or word in _PARTS or word in _OTHER


def figures(word: str) -> tuple[str, ...] | None:
    """Forms of a token that begins with a digit; None where it is not a number, as 1990s and 4x4."""
    match = _FIGURES.match(word)
    if match is None:
        return None
    number, tail = match["number"].rstrip(".,:"), match["tail"].lower()
    if tail in _VULGAR:
        return (f"{number}.{_VULGAR[tail]}",)
    pieces = [number.replace(",", "")] if _THOUSANDS.match(number) else number.replace(":", ".").split(",")
    if not tail:
        return tuple(pieces)
    if tail in ("st", "nd", "rd", "th"):
        return ("#" + pieces[-1],) if len(pieces) == 1 else None
    if tail in ("am", "pm"):
        return (*pieces, tail)
    if tail in _LETTERS and len(pieces) == 1:
        return (scaled(pieces[0], _LETTERS[tail]),)
    return (pieces[0], _TAILS[tail]) if tail in _TAILS and len(pieces) == 1 else None


def scaled(number: str, power: int) -> str:
    """1.5 and 6 → 1500000."""
    whole, _, part = number.partition(".")
    if not (whole.isdigit() and (part.isdigit() or not part)) or len(whole) > 30:
        return number
    if len(part) <= power:
        return (whole + part + "0" * (power - len(part))).lstrip("0") or "0"
    return f"{whole}{part[:power]}.{part[power:]}".lstrip("0")


def spoken(words: Sequence[str], seps: Sequence[str], at: int) -> Number | None:
    """The number that begins at token `at`, None if there is none; a figure may begin it: 25 million.

    `seps[k]` is what stands between tokens k-1 and k."""
    return _Reader(words, seps).read(at)


def with_article(words: Sequence[str], seps: Sequence[str], at: int) -> Number | None:
    """The number of “a hundred and forty”, “a thousand”, “a dozen”, whose second word is token `at`."""
    if words[at] == "dozen":
        return Number(("12",), at + 1)
    return _Reader(words, seps).large(1, at) if words[at] in SCALES else None


class _Reader:
    def __init__(self, words: Sequence[str], seps: Sequence[str]) -> None:
        self._words, self._seps, self._size = words, seps, len(words)

    def _joined(self, at: int) -> bool:
        return at < self._size and len(self._seps[at]) < 4 and _JOINS.issuperset(self._seps[at])

    def _word(self, at: int) -> str:
        return self._words[at] if self._joined(at) else ""

    def read(self, at: int) -> Number | None:  # noqa: PLR0911
        word = self._words[at]
        if word[:1].isdigit():
            if part := self._part(word, at):
                return Number((part,), at + 2)
            forms = figures(word)
            if forms is None or len(forms) != 1 or forms[0][0] == "#":
                return Number(forms, at + 1) if forms else None
            return self._scale(forms[0], at + 1)
        if word in SCALES or word == "dozen":
            return None
        if word in _DECADES:
            return Number((_DECADES[word],), at + 1)
        if word in _ORDINALS and word not in _PARTS:
            return Number((f"#{_ORDINALS[word]}",), at + 1)
        if word in ("half", "quarter", "third"):
            return self._half(at)
        if word not in UNITS and word not in TENS:
            return None
        value, end, ordinal = self._below_hundred(at)
        if ordinal:
            return Number((f"#{value}",), end)
        if (
            self._word(end) in _PARTS
            and self._word(end) != "half"
            and value < 20
            and (self._word(end).endswith("s") or value == 1)
        ):
            return Number((f"{value}/{_PARTS[self._word(end)]}",), end + 1)
        return self._in_century(value, end) or self.large(value, end)

    def _part(self, word: str, at: int) -> str:
        """2/3, but not 9/11 and not 24/7; empty where it is none."""
        below = self._words[at + 1] if at + 1 < self._size and self._seps[at + 1] == "/" else ""
        if not (word.isdecimal() and below.isdecimal()) or len(below) > 2:
            return ""
        return f"{int(word)}/{int(below)}" if 0 < int(word) < int(below) <= _SMALLEST else ""

    def _below_hundred(self, at: int) -> tuple[int, int, bool]:
        word = self._words[at]
        if word in TENS:
            following = self._word(at + 1)
            if following in UNITS and 0 < UNITS[following] < 10:
                return TENS[word] + UNITS[following], at + 2, False
            if following in _ORDINALS and _ORDINALS[following] < 10:
                return TENS[word] + _ORDINALS[following], at + 2, True
            return TENS[word], at + 1, False
        return UNITS[word], at + 1, False

    def _in_century(self, value: int, at: int) -> Number | None:
        """nineteen ninety eight, nineteen oh five, nineteen eighties: `value` is the nineteen."""
        if not 11 <= value <= 20:
            return None
        word = self._word(at)
        if word in _DECADES:
            return Number((f"{value}{_DECADES[word]}",), at + 1)
        if word in ("oh", "o") and 0 < UNITS.get(self._word(at + 1), 0) < 10:
            return Number((f"{value}0{UNITS[self._words[at + 1]]}",), at + 2)
        if self._year(value, at):
            second, end, _ = self._below_hundred(at)
            return Number((f"{value}{second:02}",), end)
        return None

    def _year(self, value: int, at: int) -> bool:
        """nineteen ninety eight, twenty nineteen: not twenty five, and no larger number behind it."""
        word = self._word(at)
        if not 11 <= value <= 20 or not (word in TENS or (word in UNITS and UNITS[word] >= 10)):
            return False
        _, end, ordinal = self._below_hundred(at)
        return not ordinal and self._word(end) not in SCALES

    def large(self, value: int, at: int) -> Number:
        """`value`, already read, with what stands from token `at` on: hundred, thousand two, point five."""
        total, current, end = 0, value, at
        last = 30
        while True:
            word = self._word(end)
            if word == "hundred" and 0 < current < 100:
                current *= 100
                end += 1
            elif word in SCALES and word != "hundred" and SCALES[word] < last and current:
                total += current * 10 ** SCALES[word]
                current, last = 0, SCALES[word]
                end += 1
            elif (step := self._more(end, current, bool(total))) is not None:
                more, end, ordinal = step
                current += more
                if ordinal:
                    return Number((f"#{total + current}",), end)
            else:
                break
        whole = total + current
        if self._word(end) == "point" and self._word(end + 1) in UNITS:
            return self._decimal(str(whole), end + 1)
        if self._word(end) == "and" and self._word(end + 1) == "a" and self._word(end + 2) in ("half", "quarter"):
            part = "5" if self._words[end + 2] == "half" else "25"
            return self._scale(f"{whole}.{part}", end + 3)
        return self._scale(str(whole), end)

    def _more(self, at: int, current: int, scaled_before: bool) -> tuple[int, int, bool] | None:
        """What is added behind a hundred or a thousand, with “and” or without."""
        if not (current and current % 100 == 0) and not (scaled_before and current == 0):
            return None
        start = at + 1 if self._word(at) == "and" else at
        word = self._word(start)
        if word in UNITS or word in TENS:
            return self._below_hundred(start)
        if word in _ORDINALS and word not in ("second", "third") and start > at:
            return _ORDINALS[word], start + 1, True
        return None

    def _decimal(self, whole: str, at: int) -> Number:
        digits, end = "", at
        while self._word(end) in UNITS and UNITS[self._words[end]] < 10:
            digits += str(UNITS[self._words[end]])
            end += 1
        if not digits:
            digits, end = str(UNITS[self._words[at]]), at + 1
        return self._scale(f"{whole}.{digits}", end)

    def _scale(self, number: str, at: int) -> Number:
        end = at
        while (word := self._word(end)) in SCALES:
            number, end = scaled(number, SCALES[word]), end + 1
        if self._word(end) == "dozen" and number.isdigit() and len(number) < 4:
            return Number((str(12 * int(number)),), end + 1)
        return Number((number,), end)

    def _half(self, at: int) -> Number | None:
        """half past nine, a quarter to ten; half a million, half a dozen, a quarter of a million; else “half” is a word
        like others."""
        if self._word(at + 1) in ("past", "to") and (hour := self._hour(at + 2)) and self._words[at] != "third":
            if self._words[at + 1] == "past":
                return Number((f"{hour}.{'30' if self._words[at] == 'half' else '15'}",), at + 3)
            if self._words[at] == "quarter":
                return Number((f"{(hour - 2) % 12 + 1}.45",), at + 3)
        article = at + 1
        if self._word(article) == "of":
            article += 1
        if self._word(article) == "a" and self._word(article + 1) in SCALES and self._words[at] != "third":
            part = "0.5" if self._words[at] == "half" else "0.25"
            return Number((scaled(part, SCALES[self._words[article + 1]]),), article + 2)
        if self._words[at] == "half" and self._word(at + 1) == "a" and self._word(at + 2) == "dozen":
            return Number(("6",), at + 3)
        if self._words[at] == "third":
            return Number(("#3",), at + 1)
        return None

    def _hour(self, at: int) -> int:
        """One to twelve, in words or figures; 0 where there is none."""
        word = self._word(at)
        hour = int(word) if word.isdecimal() and len(word) < 3 else UNITS.get(word, 0)
        return hour if hour <= 12 else 0
