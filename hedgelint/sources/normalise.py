"""Text → comparable words, each with its place in the text.

Case, marks, hyphens, contractions, spelling, dates and the writing of numbers are settled here, alike on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.sources import numbers
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field

# A word broken over a line end counts as one; an initialism (A.A., U.S, whose last point an ellipsis may have
# taken) as one without its points; an oath that is
# masked (d---, f***, [ __ ]) as a word of which only the first letter is known, or nothing.
_BREAK = r"(?:-[ \t]*\n[ \t]*|\u00ad[ \t]*(?:\n[ \t]*)?|[\ufffe\x02]\s*)(?!\d)"


def _tokens(letter: str, more: str) -> re.Pattern[str]:
    """What words are made of, `letter` being a class of letters and `more` one of letters and figures."""
    return pattern_of(
        rf"(R(?=\d)|{letter}{more}+(?:(?=['’\-\u00ad\ufffe\x02])(?:['’]|{_BREAK}){more}+)*"
        rf"|(?:{letter}\.)+{letter}(?!{more})\.?"
        r"|[b-hj-zB-HJ-Z](?:-{2,}|\*+|_{2,})\w{0,4}|[b-hj-z]—(?=\s|[,.;:!?])"
        rf"|{letter}(?:(?:['’]|{_BREAK}){more}+)*"
        rf"|\d+(?:[.,:]\d+)*(?:{letter}+|[½¼¾])?|[½¼¾$£€₹%&]|\[[\s_\u00a0]+\]"
        rf"|[’'](?i:cause|cos|em|til|bout|tis|twas)(?!{more}))"
    )


# The letters of western languages are told faster by a list than as what is left of all others.
_WESTERN = _tokens("[A-Za-zÀ-ÖØ-öø-ɏ]", "[A-Za-z0-9À-ÖØ-öø-ɏ]")
_ANY = _tokens(r"[^\W\d_]", r"[^\W_]")
_BEYOND = pattern_of(r"[^\W\d_\x00-\u024f]")
# Marks that join the letter before them, and what is not seen at all: a text that has any is cut with these as letters,
# so that a word is one whichever way its accents are written.
_UNSEEN = r"\u200b-\u200d\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_MARK = rf"[\u0300-\u036f{_UNSEEN}]"
_MARKED = pattern_of(_MARK)
_IGNORED = pattern_of(rf"[{_UNSEEN}]")
_WITH_MARKS = _tokens(rf"(?:[^\W\d_]{_MARK}*)", rf"(?:[^\W_]|{_MARK})")
_SPLIT = pattern_of(_BREAK)
_VULGAR = frozenset("½¼¾")
_MINUS = pattern_of(r"[\s(][-−–]$")
_MASK = pattern_of(r"(\w?)(?:-{2,}|\*+|_{2,}|—|\[)")
_UNITS = {"pound": "pounds", "pounds": "pounds", "dollar": "dollars", "dollars": "dollars", "euro": "euros",
          "euros": "euros", "rupee": "rupees", "rupees": "rupees"}  # fmt: skip
_COUNTED = frozenset(("percent", "per", "people", "men", "women", "children", "cent"))
_NOT_COUNTED = frozenset(("is", "was", "as", "this", "us", "has", "its", "his", "unless", "plus", "less", "always"))
_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros", "₹": "rupees"}
_WHOLE = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us",
          "ain't": "is not", "'tis": "it is", "'twas": "it was"}  # fmt: skip
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "'d"), ("'s", "'s"))
_NAMES = "january february march april may june july august september october november december"
_MONTHS = {name[:3]: name for name in _NAMES.split()} | {name: name for name in _NAMES.split()} | {"sept": "september"}
MONTHS = frozenset(_NAMES.split())
UNKNOWN = "…"  # the form of a word that is masked; behind it its first letter, where that is known


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, never changed; a contraction gives two forms with one place."""

    forms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, start: int, end: int) -> Span:
        """From the first of these words to the last; where there are none, the place between their neighbours."""
        if start < end:
            return Span(self.starts[start], self.ends[end - 1])
        if start < len(self.forms):
            return Span(self.starts[start], self.starts[start])
        at = self.ends[-1] if self.ends else 0
        return Span(at, at)


class _Table(dict[str, object]):
    """Raw word → its form, or a tuple of what it stands for; made at first sight."""

    def __init__(self, read: object) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, raw: str) -> object:
        value = self[raw] = self._read(raw)  # type: ignore[operator]
        return value


def _cutter(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _WESTERN
    if _MARKED.search(text):
        return _WITH_MARKS
    return _ANY if _BEYOND.search(text) else _WESTERN


@dataclass(slots=True)
class Normaliser:
    """Reads the lexicons `spelling-variants` (`term` → `same_as`) and `fidelity-words` (`role`)."""

    lexicons: Lexicons
    _table: _Table = field(init=False)
    _fillers: frozenset[str] = field(init=False)
    _same: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._same = {e["term"]: str(e["same_as"]) for e in self.lexicons["spelling-variants"].entries}
        self._fillers = frozenset(self.lexicons["fidelity-words"].terms(role="filler"))
        self._table = _Table(self._read)

    def words(self, text: str, start: int = 0, end: int | None = None, without: SpanSet | None = None) -> Words:
        """Words of text[start:end] outside the spans of `without`."""
        end = len(text) if end is None else end
        if without is not None and len(without):
            text = blanked(text[start:end], start, without)
        elif start or end != len(text):
            text = text[start:end]
        parts = _cutter(text).split(text)
        raws, seps = parts[1::2], parts[::2]
        edges = list(accumulate(map(len, parts), initial=start))
        starts, ends = edges[1::2], edges[2::2]
        del starts[len(raws) :]
        forms = list(map(self._table.__getitem__, raws))
        special = [k for k, form in enumerate(forms) if form.__class__ is not str]
        if not special:
            return Words(forms, starts, ends)  # type: ignore[arg-type]
        return _Gatherer(raws, seps, forms, starts, ends).gathered(special)

    def _read(self, raw: str) -> object:  # noqa: C901, PLR0911, PLR0912
        """A form; or a tuple: forms, or ("", kind) for what its neighbours decide."""
        if not raw.isascii():
            raw = _plainly(unicodedata.normalize("NFKC", _IGNORED.sub("", raw))) if raw[0] not in "½¼¾" else raw
        if (mask := _MASK.match(raw)) and not raw[0].isdigit():
            return UNKNOWN + mask[1].lower()
        if raw in _SIGNS:
            return ("", "sign")
        if raw == "&":
            return "and"
        if raw == "%":
            return "percent"
        if raw[0].isdigit() or raw[0] in "½¼¾":
            return ("", "number")
        halves = _SPLIT.split(raw.lower())
        if len(halves) > 1 and all(numbers.is_number_word(half) for half in halves):
            found = numbers.spoken(halves, [" "] * len(halves), 0)
            return found.forms if found is not None else tuple(halves)
        word = "".join(halves).replace("’", "'").replace(".", "")
        if word in self._fillers:
            return ()
        if word in _MONTHS:
            return ("", "month")
        if numbers.is_number_word(_plain(word)) or word == "cent":
            return ("", "number")
        word = self._same.get(word, word)
        if word in _WHOLE or " " in word:
            return tuple(_WHOLE.get(word, word).split())
        for ending, full in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending):
                stem = word[: -len(ending)]
                return (self._same.get(stem, stem), full)
        return word


class _Gatherer:
    """Puts numbers, sums of money and dates together."""

    def __init__(
        self, raws: list[str], seps: list[str], forms: list[object], starts: list[int], ends: list[int]
    ) -> None:
        self._raws, self._seps, self._forms = raws, seps, forms
        self._starts, self._ends = starts, ends
        self._lower = [_plain(raw) for raw in raws] if len(raws) < 400 else _Lower(raws)
        self._out: tuple[list[str], list[int], list[int]] = ([], [], [])

    def gathered(self, special: list[int]) -> Words:
        forms, starts, ends = self._out
        at = 0
        for k in special:
            if k < at:
                continue
            if k > at:
                forms += self._forms[at:k]  # type: ignore[arg-type]
                starts += self._starts[at:k]
                ends += self._ends[at:k]
            at = self._special(k)
        forms += self._forms[at:]  # type: ignore[arg-type]
        starts += self._starts[at:]
        ends += self._ends[at:]
        return Words(forms, starts, ends)

    def _put(self, form: str, first: int, last: int) -> None:
        forms, starts, ends = self._out
        forms.append(form)
        starts.append(self._starts[first])
        ends.append(self._ends[last])

    def _special(self, k: int) -> int:
        value: tuple[str, ...] = self._forms[k]  # type: ignore[assignment]
        if not value or value[0]:
            for form in value:
                self._put(form, k, k)
            return k + 1
        if value[1] == "month":
            return self._month(k)
        if value[1] == "sign":
            return self._money(k)
        return self._number(k)

    def _number(self, k: int) -> int:
        forms = self._out[0]
        word = self._lower[k]
        if word == "cent" and forms and forms[-1] == "per":
            forms[-1], self._out[2][-1] = "percent", self._ends[k]
            return k + 1
        found = numbers.spoken(self._lower, self._seps, k)
        if found is None:
            if forms and forms[-1] == "a" and (whole := numbers.with_article(self._lower, self._seps, k)):
                _pop(self._out)
                for form in whole.forms:
                    self._put(form, k - 1, whole.end - 1)
                return whole.end
            self._put(word.replace(",", "") if word[:1].isdigit() else word, k, k)
            return k + 1
        if end := self._and_small_change(k, found):
            return end
        if found.forms[-1].isdigit() and k and self._seps[k] in ("-", "–") and forms and forms[-1].isdigit():
            self._put("to", k, k)  # 10-15 is ten to fifteen
        if word == "quarter" and found.end == k + 3 and forms and forms[-1] == "a":
            _pop(self._out)  # a quarter to ten
        if word[:1].isdigit() and _MINUS.search(self._seps[k]):
            self._put("minus", k, k)
        for form in found.forms:
            self._put(form, k, found.end - 1)
        return found.end

    def _and_small_change(self, k: int, whole: numbers.Number) -> int:
        """Six pounds fifty is £6.50: where the second number ends; 0 where the first is no sum, or the second counts
        what follows it (two dollars fifty times)."""
        unit = self._lower[whole.end] if whole.end + 1 < len(self._raws) else ""
        if unit not in _UNITS or not whole.forms[-1].isdigit() or self._seps[whole.end + 1].strip():
            return 0
        small = numbers.spoken(self._lower, self._seps, whole.end + 1)
        if small is None or len(small.forms) != 1 or len(small.forms[0]) > 2 or not small.forms[0].isdigit():
            return 0
        after = self._lower[small.end] if small.end < len(self._raws) and not self._seps[small.end].strip() else ""
        if len(small.forms[0]) < 2 or after in _COUNTED or (after.endswith("s") and after not in _NOT_COUNTED):
            return 0
        self._put(f"{whole.forms[-1]}.{small.forms[0]}", k, small.end - 1)
        self._put(_UNITS[unit], small.end - 1, small.end - 1)
        return small.end

    def _money(self, k: int) -> int:
        """$25 million is 25 million dollars."""
        sign = _SIGNS[self._raws[k]]
        if k + 1 < len(self._raws) and self._raws[k + 1][0].isdigit() and not self._seps[k + 1].strip():
            end = self._number(k + 1)
        else:
            end = k + 1
        self._put(sign, end - 1, end - 1)  # words stand in the order in which they begin
        return end

    def _month(self, k: int) -> int:
        """1 July, the first of July, July 1, July the 1st: the month, then the day."""
        forms, starts, ends = self._out
        full = _MONTHS["".join(_SPLIT.split(_plainly(self._lower[k]))).replace(".", "")]
        day, back = "", 0
        near = not self._seps[k].strip(" \t\n\u00a0")
        if near and forms:
            if _day(forms[-1]):
                day, back = forms[-1], 1
            elif forms[-1] == "of" and len(forms) > 1 and _day(forms[-2]):
                day, back = forms[-2], 2
        if day:
            first = starts[-back]
            for _ in range(back):
                _pop(self._out)
            if forms and forms[-1] == "the":
                first = starts[-1]
                _pop(self._out)
            for form in (full, day.lstrip("#")):
                forms.append(form)
                starts.append(first)
                ends.append(self._ends[k])
            return k + 1
        self._put(full, k, k)
        at = self._past_article(k + 1)
        if at < len(self._raws) and not self._seps[at].strip(" \t\n\u00a0."):
            found = numbers.spoken(self._lower, self._seps, at)
            if found is not None and len(found.forms) == 1 and _day(found.forms[0]):
                if at > k + 1 and found.forms[0][0] != "#":
                    return k + 1
                self._put(found.forms[0].lstrip("#"), at, found.end - 1)
                return found.end
        return k + 1

    def _past_article(self, at: int) -> int:
        """December the — the first."""
        last = len(self._raws)
        if at < last and self._lower[at] == "the" and not self._seps[at].strip():
            at += 1
            if at < last and self._lower[at] == "the" and not self._seps[at].strip(" .…—–-,"):
                at += 1
        return at


class _Lower(list[str]):
    """Tokens in small letters, made when asked for: few of many are."""

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return _plain(list.__getitem__(self, at))


def _plain(raw: str) -> str:
    """In small letters, and without a footnote's mark behind a scale: million3."""
    if not raw.isascii() and _VULGAR.isdisjoint(raw):
        raw = unicodedata.normalize("NFKC", _IGNORED.sub("", raw)) or raw  # wide figures are figures
    word = raw.lower()
    return word.rstrip("0123456789") if word[-1].isdigit() and word.rstrip("0123456789") in numbers.SCALES else word


def _plainly(raw: str) -> str:
    """A word of a western language without its accents, which a paper may leave out: cafe."""
    if raw.isascii() or _BEYOND.search(raw):
        return raw
    return _MARKED.sub("", unicodedata.normalize("NFD", raw))


def _pop(out: tuple[list[str], list[int], list[int]]) -> None:
    for one in out:
        one.pop()


def _day(form: str) -> bool:
    form = form.lstrip("#")
    return form.isdigit() and len(form) < 3 and 0 < int(form) < 32


def blanked(text: str, start: int, without: SpanSet) -> str:
    """The text, which begins at `start` of another, with as many blanks in the place of what is left out."""
    pieces: list[str] = []
    at = 0
    for span in without.over(Span(start, start + len(text))):
        first, last = max(span.start - start, at), min(span.end - start, len(text))
        pieces += (text[at:first], " " * (last - first))
        at = last
    return "".join((*pieces, text[at:]))
