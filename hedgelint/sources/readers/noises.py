"""What stands in a transcript and was not said: noises, clocks, page marks; and what its own brackets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.lexicon import Lexicon
from hedgelint.patterns import pattern_of
from hedgelint.sources.readers.labels import TIME
from hedgelint.span import Span

_SQUARE = pattern_of(r"\[(?:(?P<in>[^\[\]\n]{0,120}?(?:\n[^\[\]\n]{0,80})?)\\?\]|\[[^\[\]\n]{1,40}\]\])")
_ROUND = pattern_of(r"\((?P<in>[^()\n]{1,120}(?:\n[^()\n]{1,80})?)\)")
_RANGE = pattern_of(
    rf"\[?{TIME}[ \t]*-->[ \t]*{TIME}\]?[^\n]*|(?<![\d:])\d{{1,2}}:\d\d:\d\d(?:[.,]\d{{1,3}})?(?![\d:])"
)
_LINE_CLOCK = pattern_of(
    r"^[ \t]*(?:[\[(]\d{1,3}:\d\d(?::\d\d)?[\])]:?|\d{1,2}:\d\d)(?=[ \t]|$)(?![ \t]*[ap]\.?m)", re.M
)
_HINT = pattern_of(r"\d:\d\d")
_SHORT = pattern_of(r"[A-Z][A-Za-z&.\-]{0,11}$")
_MASK = pattern_of(r"[\s_\u00a0]+$")
_ONCE = pattern_of(
    r"^(?:Transcribed by |Transcript (?:by|provided by) |\w+ (?:started|stopped) transcription)[^\n]*$", re.M
)


class Noises:
    """Reads the list `transcript-noises`."""

    def __init__(self, words: Lexicon) -> None:
        terms = sorted(words.terms(), key=len, reverse=True)
        self._noise = pattern_of(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.I) if terms else pattern_of(r"(?!)")

    def spans(self, text: str) -> tuple[list[Span], list[Span], list[tuple[Span, str]]]:
        """What nobody said; what stands in the transcript's own brackets (the brackets not counted); and clocks, with
        what they show."""
        gone, optional = [], []
        for match in _SQUARE.finditer(text):
            inner = match["in"]
            if inner is None or self._is_noise(inner) or not any(c.isalpha() for c in inner):
                if inner is None or not _MASK.match(inner):  # [ __ ] is one word unknown
                    escaped = text[max(0, match.start() - 1) : match.start()] == "\\"
                    gone.append(Span(match.start() - escaped, match.end()))
            else:
                optional.append(Span(match.start("in"), match.end("in")))
        for match in _ROUND.finditer(text):
            if self._is_noise(match["in"]) or _alone(text, match):
                gone.append(Span(*match.span()))
            elif _SHORT.match(match["in"]):
                optional.append(Span(match.start("in"), match.end("in")))
        if "ranscri" in text:
            gone += [Span(*match.span()) for match in _ONCE.finditer(text)]
        return gone, optional, list(_clocks(text))

    def _is_noise(self, inner: str) -> bool:
        """A word of the list, and few others beside it; a said aside of a whole sentence is none."""
        inner = inner.strip()
        if re.fullmatch(TIME, inner):
            return True
        found = self._noise.search(inner)
        if found is None:
            return False
        first = found.start() == 0 or inner.upper() == inner
        return len(inner.split()) <= (8 if first else 3)


def _alone(text: str, match: re.Match[str]) -> bool:
    """A bracket that is a line of its own, or a sentence in capitals between two others, is a stage direction."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    end = text.find("\n", match.end())
    rest = text[match.end() : end if end >= 0 else len(text)]
    inner = match["in"]
    if not line.strip() and not rest.strip():
        return True
    whole = " " in inner.strip() and inner.upper() == inner
    before = text[max(0, match.start() - 3) : match.start()].rstrip()
    return whole and (not before or before[-1] in ".?!…-—:" or not line.strip())


def _clocks(text: str) -> Iterator[tuple[Span, str]]:
    """Times of a recording; looked for in those lines only that have a figure, a colon and a figure."""
    at = 0
    for hint in _HINT.finditer(text):
        if hint.start() < at:
            continue
        start = text.rfind("\n", 0, hint.start()) + 1
        end = text.find("\n", hint.end())
        at = end if end >= 0 else len(text)
        for match in _RANGE.finditer(text, start, at):
            yield Span(*match.span()), re.search(TIME, match.group()).group()  # type: ignore[union-attr]
        if clock := _LINE_CLOCK.match(text, start):
            yield Span(*clock.span()), clock.group().strip(" \t[]():")
