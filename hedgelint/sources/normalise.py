"""Text → comparable words, each with its place in the text.

Case, marks, hyphens, contractions, spelling and the writing of numbers are settled here, alike on both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hedgelint.lexicon import Lexicons
from hedgelint.span import Span, SpanSet

# A word broken over a line end counts as one; an initialism (A.A., U.S.) as one without its points.
_WORD = re.compile(
    r"(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![^\W\d_])"
    r"|(?P<short>(?:[^\W\d_]\.){2,})"
    r"|(?P<word>[^\W_]+(?:-[ \t]*\n[ \t]*[^\W_]+)?(?:['’][^\W_]+)*)"
    r"|(?P<sign>[$£€%])"
)
_BREAK = re.compile(r"-[ \t]*\n[ \t]*")
_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros"}
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_WHOLE = {"can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "'d"), ("'s", "'s"))
_TENS = re.compile(r"[2-9]0")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel tuples; a contraction gives two forms with one span."""

    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.forms)


@dataclass(slots=True)
class Normaliser:
    """Reads the lexicons `spelling-variants` (`term` → `same_as`) and `fidelity-words` (`role`)."""

    lexicons: Lexicons
    _forms: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _fillers: frozenset[str] = field(init=False)
    _same: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._same = {e["term"]: str(e["same_as"]) for e in self.lexicons["spelling-variants"].entries}
        self._fillers = frozenset(self.lexicons["fidelity-words"].terms(role="filler"))

    def words(self, text: str, start: int = 0, end: int | None = None, without: SpanSet | None = None) -> Words:
        """Words of text[start:end] outside the spans of `without`."""
        forms: list[str] = []
        spans: list[Span] = []
        money = ""
        for match in _WORD.finditer(text, start, len(text) if end is None else end):
            if without is not None and without.at(match.start()) is not None:
                continue
            span = Span(*match.span())
            kind = match.lastgroup
            raw = match.group()
            if kind == "sign" and raw in _SIGNS:
                money = _SIGNS[raw]
                continue
            if kind == "number":
                new: tuple[str, ...] = (match["number"].replace(",", ""),)
            else:
                new = self._cached(raw)
            if money and not (new[0][:1].isdigit() or new[0] in _SCALES):
                forms.append(money)
                spans.append(spans[-1] if spans else span)
                money = ""
            if kind == "word" and forms and _adds_up(text, forms[-1], spans[-1], new, span):
                forms[-1] = str(int(forms[-1]) + int(new[0]))
                spans[-1] = Span(spans[-1].start, span.end)
                continue
            for form in new:
                if form == "cent" and forms and forms[-1] == "per":
                    forms[-1], spans[-1] = "percent", Span(spans[-1].start, span.end)
                    continue
                forms.append(form)
                spans.append(span)
        if money:
            forms.append(money)
            spans.append(spans[-1] if spans else Span(start, start))
        return Words(tuple(forms), tuple(spans))

    def _cached(self, raw: str) -> tuple[str, ...]:
        found = self._forms.get(raw)
        if found is None:
            found = self._forms[raw] = self._read(raw)
        return found

    def _read(self, raw: str) -> tuple[str, ...]:
        word = _BREAK.sub("", raw).lower().replace("’", "'").replace(".", "")
        if word == "%":
            return ("percent",)
        if word in self._fillers:
            return ()
        word = self._same.get(word, word)
        if word in _WHOLE or " " in word:
            return tuple(_WHOLE.get(word, word).split())
        for ending, full in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending):
                stem = word[: -len(ending)]
                return (self._same.get(stem, stem), full)
        return (word,)


def _adds_up(text: str, tens: str, before: Span, new: tuple[str, ...], span: Span) -> bool:
    """twenty-five, twenty five: both written in letters, one character between them."""
    return (
        len(new) == 1
        and new[0] in tuple("123456789")
        and _TENS.fullmatch(tens) is not None
        and text[before.start].isalpha()
        and span.start - before.end == 1
    )
