"""Sentences cut into words, with each quotation standing as one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from hedgelint.annotate.attributions.closed import AUXILIARY, PAST, word_set
from hedgelint.annotate.phrases import fold
from hedgelint.annotate.story import Quotation, Sentence
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

# Most words stand alone: what may go on (joined words, 1,000, the Hales’) is tried only where a mark follows.
_WORD = pattern_of(r"(\w++(?:(?=[’'\-.&,:])(?:[’'\-.&]\w++|,\d{3}\b|(?<=\d):\d++)*+(?:[’'](?=\s\w))?+)?+|[^\w\s])")
# A pronoun and its short verb are two words: she’s, they’ve.
_SHORT = pattern_of(r"(?:he|she|it|they|we|you|i|who|that|there)(?=[’'](?:s|re|ve|d|ll|m)\b)", re.IGNORECASE)
_JOINED = pattern_of(r"[’'](?<=[etyuio].)(?:s|re|ve|d|ll|m)\b", re.IGNORECASE)  # without which there is none of these
_ABBREVIATED = word_set("mr mrs ms dr sen rep gov prof st jr sr gen col lt sgt rev hon capt u.s no d r")
# A name, with an apposition or none, and a verb, and nothing that the verb could introduce.
_TAG = pattern_of(
    r"(?:[A-Z][\w.’'-]*\s+){0,5}(?:[A-Z][\w.’'-]*\s+|[A-Z][\w.’'-]*,\s+(?:[\w.’'-]+,?\s+){0,11}?[\w.’'-]+,\s+)"
    r"([a-z]+(?: (?:on|out|back|in))?)"
    r"(?=[.,;]|\s+(?:to|in|on|at|during|of|with|as|when|after|before|by|from|last|this|later|earlier|[A-Z]\w+day)\b"
    r"|(?<=\stold)\s)"
)
_NOTHING_ELSE = pattern_of(r"(?:\s+(?:on\s+)?(?:last\s+)?\w+)?\.?(?=\s|\Z)")  # behind a tag: “said on Monday.”
_ACRONYMS = frozenset(("WHO", "US", "IT"))
_NAMES = frozenset(("May", "Will"))
_BEFORE_A_MONTH = word_set("in on since until by from to for of and last late early mid this next every through before")
_ENDS = frozenset(".?!…")
QUOTE = "\x00"  # the word that stands for a whole quotation; no text holds it as a word


@dataclass(slots=True)
class Unit:
    """One or more sentences that no quotation straddles.

    `words` are lower case with straight apostrophes, `raw` the same as written, `places` where each begins and ends;
    `QUOTE` stands for quotation `quotes[i]` at its index i.
    """

    span: Span
    part: int
    words: list[str]
    raw: list[str]
    places: list[tuple[int, int]]
    quotes: dict[int, int]

    def span_of(self, first: int, last: int) -> Span:
        """From the first word to the one before `last`."""
        return Span(self.places[first][0], self.places[last - 1][1])

    def apart(self, i: int) -> bool:
        """Whether something stands between the word and the one before it."""
        return self.places[i - 1][1] < self.places[i][0]

    def last(self) -> int:
        """Index after the last word that is not closing punctuation."""
        words = self.words
        end = len(words)
        while end and words[end - 1] in _ENDS:
            end -= 1
        if end and words[end - 1] == ")" and (words[0] == "(" or "(" not in words):  # the whole stands in brackets
            end -= 1
            while end and words[end - 1] in _ENDS:
                end -= 1
        return end


def cut(text: str, span: Span, part: int, quotations: Sequence[tuple[int, Quotation]]) -> Unit:
    """Words of `text[span]`; `quotations` are those inside it, in order and disjoint, with their numbers."""
    raw: list[str] = []
    places: list[tuple[int, int]] = []
    quotes: dict[int, int] = {}
    at = span.start
    for number, quotation in quotations:
        _words(text, at, quotation.span.start, raw, places)
        quotes[len(raw)] = number
        raw.append(QUOTE)
        places.append(quotation.span)
        at = quotation.span.end
    _words(text, at, span.end, raw, places)
    words = fold(" ".join(raw)).split(" ") if raw else []  # no word has a blank in it
    if not _ACRONYMS.isdisjoint(raw):
        words = _with_acronyms(words, raw)
    if not _NAMES.isdisjoint(raw):
        words = _with_names(words, raw)
    return Unit(span, part, words, raw, places, quotes)


def _with_acronyms(words: list[str], raw: list[str]) -> list[str]:
    """The WHO and the US keep their capitals, so that they are no who and no us; among other capitals they may be."""
    shouted = sum(len(word) > 1 and word.isupper() for word in raw) > len(raw) // 3
    return words if shouted else [r if r in _ACRONYMS else word for word, r in zip(words, raw, strict=True)]


def _with_names(words: list[str], raw: list[str]) -> list[str]:
    """Theresa May and Will Hale keep their capitals, so that they are no may and no will; between other capitals a
    headline's tell nothing."""
    shouted = sum(word[0].islower() for word in raw) < sum(word[0].isupper() for word in raw)
    out = list(words)
    for i, word in enumerate(raw):
        if word in _NAMES:
            before, after = (raw[i - 1] if i else ""), (raw[i + 1] if i + 1 < len(raw) else "")
            if shouted and after[:1].isupper():
                continue
            if word == "Will":
                named = i > 0 or (after[:1].isupper() and raw[-1] != "?")
            else:
                follows = before[:1].isupper() and words[i - 1] not in _BEFORE_A_MONTH and not after[:1].isdigit()
                named = follows or (not i and after in ("said", "says", "told")) or _a_forename(words, raw, i)
            out[i] = word if named else out[i]
    return out


def _a_forename(words: list[str], raw: list[str], i: int) -> bool:
    """“May Hale said”, “during the strike May Hale was ill”: a surname and then what she did."""
    if (i and words[i - 1] in _BEFORE_A_MONTH) or raw[-1] == "?" or not raw[i + 1 : i + 2] or not raw[i + 2 : i + 3]:
        return False
    surname, does = raw[i + 1], words[i + 2]
    return (
        surname[0].isupper()
        and surname[1:].islower()
        and (does in PAST or does in AUXILIARY or does == "said" or does.endswith(("ed", "s")))
    )


def _words(text: str, start: int, end: int, raw: list[str], places: list[tuple[int, int]]) -> None:
    """Adds the words with their places. The stop of “Mr.” is no word; it counts to the extent of the one before it."""
    stretch = text[start:end]
    pieces = _WORD.split(stretch)  # what is no word, a word, and so on: every other one, and where each begins
    edges = list(accumulate(map(len, pieces), initial=start))
    found, spans = pieces[1::2], list(zip(edges[1::2], edges[2::2], strict=False))
    if _JOINED.search(stretch):
        shorts = [
            (i, short.end())
            for i, word in enumerate(found)
            if ("’" in word or "'" in word) and (short := _SHORT.match(word))
        ]
        if shorts:
            found, spans = _apart(found, spans, shorts)
    dropped = set()
    for i in _stops(found):
        # “wrote on X.”, but “Camden, N.J.”
        ends = i == len(found) - 1 and len(found[i - 1]) == 1 and found[i - 2 : i - 1] != ["."]
        if spans[i - 1][1] == spans[i][0] and not ends:
            spans[i - 1] = (spans[i - 1][0], spans[i][1])
            dropped.add(i)
    if dropped:
        spans = [span for i, span in enumerate(spans) if i not in dropped]
        found = [word for i, word in enumerate(found) if i not in dropped]
    raw += found
    places += spans


def _apart(
    found: list[str], spans: list[tuple[int, int]], shorts: Sequence[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]]:
    """With some words as two each, the pronoun and its verb: which, and how long the pronoun is."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for i, size in shorts:
        word, (first, last) = found[i], spans[i]
        words += (*found[at:i], word[:size], word[size:])
        places += (*spans[at:i], (first, first + size), (first + size, last))
        at = i + 1
    return words + found[at:], places + spans[at:]


def _stops(words: list[str]) -> list[int]:
    """Stops after what may be an abbreviation."""
    found: list[int] = []
    at = -1
    for _ in range(words.count(".")):
        at = words.index(".", at + 1)
        if at and _abbreviated(words[at - 1]):
            found.append(at)
    return found


def _abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


def units(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], speaks: Container[str]
) -> Iterator[tuple[Span, int, list[tuple[int, Quotation]]]]:
    """Spans of the units with their part and outermost quotations; `speaks` are the verbs of a tag."""
    outer = [(n, q) for n, q in enumerate(quotations) if q.depth == 0 and q.span.end > q.span.start]
    outer.sort(key=lambda item: item[1].span)
    starts = [q.span.start for _, q in outer]
    i = 0
    while i < len(sentences):
        start, end = sentences[i].span
        part = sentences[i].part
        first = bisect_left(starts, start)
        last = first
        i += 1
        while True:
            while last < len(outer) and starts[last] < end:
                end = max(end, outer[last][1].span.end)
                last += 1
            if (
                i < len(sentences)
                and sentences[i].part == part
                and (
                    sentences[i].span.start < end
                    or (end - start < 2000 and _runs_on(text, end, sentences[i].span.start, speaks))
                )
            ):
                end = max(end, sentences[i].span.end)
                i += 1
                continue
            break
        inside: list[tuple[int, Quotation]] = []
        at = start
        for number, quotation in outer[first:last]:
            if quotation.span.start >= at:
                inside.append((number, quotation))
                at = quotation.span.end
        yield Span(start, end), part, inside


def _runs_on(text: str, end: int, start: int, speaks: Container[str]) -> bool:
    """“Never!” she said, “Never?” Ms Hale asked: the mark within the quotation ends no sentence."""
    mark = end
    while text[mark - 1 : mark] in ("”", '"', "'", "’"):
        mark -= 1
    if mark == end:
        return False
    if text[start : start + 1].islower():
        return True
    tag = _TAG.match(text, start)
    if tag is None:
        return False
    asks = text[mark - 1 : mark] in ("?", "!", "…")
    if tag[1] not in speaks:  # “Why?” Hale pressed. “Because …”; “Why?” Hale went on, smiling
        return asks and (tag[1].endswith("ed") or " " in tag[1]) and text[tag.end()] in ".,"
    return asks or _alone(text, tag.end())


def _alone(text: str, end: int) -> bool:
    """“We are late.” Hale said: a stop before a tag with nothing behind it."""
    behind = _NOTHING_ELSE.match(text, end)
    return behind is not None and text[behind.end() - 1] == "."
