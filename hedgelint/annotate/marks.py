"""Marks told apart: what opens, what closes, what is an apostrophe or a prime. One paragraph at a time."""

from __future__ import annotations

import re

from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

# Tags of a mark-up that slipped into plain text are passed over whole; of three apostrophes that close, the first is
# a single mark. Each way begins with its letter, so that the search runs from mark to mark.
MARK = pattern_of(r"<[^<>\n]{1,400}>|'(?:(?<=\S')(?=''(?!'))|'|)|``|’(?:(?<![\s‘’]’)’(?!’)|)|\"|“|”|„|‟|«|»|‘|‚|`|′|″")
_VALUE = pattern_of(r"=(\"[^\"<>\n]*\")")
_UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"
_DOUBLE = {'"': '"', "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "''": '"', "``": '"', "’’": '"'}
_FEET = pattern_of(r"\d['′’]\s?\d{1,2}(?:[¼½¾]|\.\d+)?$")
_DECADE = pattern_of(r"\d\ds?\b")
_POSSESSIVE = pattern_of(r"\s+[a-z]")
_NO_WORD = pattern_of(r"\W")
_WORD_AFTER = pattern_of(r"\s+\w")
# A title or a word as such, opened by the mark that should close it: ’Harbour Lights,’
_CLOSED_BY_LIKE = pattern_of(r"[A-ZÀ-Þ][^‘’“”\"\n]{1,60}(?:[,.!?]|(?<![sxz]))’(?!\w)")
_DROPPED = pattern_of(r"(?:in|ol|th|an|o|wi|lil)$", re.I)
_MEASURE = pattern_of(
    r"\s?(?:x|by|tall|wide|long|high|thick|deep|screen|record|pipe|tv|vinyl|gun|disk|disc|[NSEW]\b)", re.I
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`start` and `end` in the text; `level` is \" or '; `role` open, close, either, prime (an inch, or a close) or
    apostrophe (one turned into an opening mark); `glyph` the family: curly, straight, doubled, angle or mark-up.
    `wrong` is set where the glyph points the other way than its place."""

    start: int
    end: int
    level: str
    role: str
    glyph: str
    wrong: bool = False
    weak: bool = False  # a single mark that may as well be an apostrophe


def read_marks(text: str, start: int, end: int, omissions: frozenset[str]) -> list[Mark]:
    """The quotation marks of `text[start:end]` in order; apostrophes and primes are left out.

    `omissions` are words that begin with an apostrophe, without it and in lower case (tis, em, n).
    """
    marks = []
    single = False  # an opening single mark has been seen, so that ’’ may be an apostrophe and the mark that closes it
    for found in MARK.finditer(text, start, end):
        before = _before(text, start, found.start())
        after = text[found.end()] if found.end() < end else " "
        glyph = found.group()
        single = single or glyph == "‘"
        mark: Mark | None = None
        if glyph == "»" and found.start() == start and after.isspace():
            continue  # a bullet
        if glyph == "’’" and single:
            mark = Mark(found.start() + 1, found.end(), "'", "close", "curly")
        elif glyph in _DOUBLE:
            mark = _double(text, found.start(), found.end(), glyph, before, after, found.start() == start)
        elif glyph in "'‘’‚":
            mark = _single(text, found.start(), end, glyph, before, after, omissions)
        if mark:
            marks.append(mark)
    return marks


def _before(text: str, start: int, at: int) -> str:
    """The letter before, a blank at the beginning; letters that nobody sees are passed over."""
    while at > start and text[at - 1] in _UNSEEN:
        at -= 1
    return text[at - 1] if at > start else " "


def tag_values(text: str, start: int, end: int) -> list[tuple[Mark, Mark]]:
    """The values that tags of a mark-up give their attributes: nobody's speech, and not the reporter's words either."""
    if text.find("<", start, end) < 0:
        return []
    return [
        (
            Mark(value.start(1), value.start(1) + 1, '"', "open", "mark-up"),
            Mark(value.end(1) - 1, value.end(1), '"', "close", "mark-up"),
        )
        for tag in MARK.finditer(text, start, end)
        if tag.group()[0] == "<"
        for value in _VALUE.finditer(text, *tag.span())
    ]


def _double(text: str, at: int, end: int, glyph: str, before: str, after: str, first: bool) -> Mark | None:
    if glyph in '"”' and before.isnumeric():  # ½ too
        if _FEET.search(text[max(0, at - 8) : at]):
            return None
        if glyph == '"' and (_MEASURE.match(text[end : end + 10]) or _closes(before, after)):
            return Mark(at, end, '"', "prime", "straight", weak=True)
    if glyph == "''" and before.isalnum() and after.isalnum():
        return None
    if glyph in "“„‟«":
        closing = _closes(before, after) or after.isspace()
        return Mark(at, end, '"', "open", "angle" if glyph == "«" else "curly", closing and glyph in "“«")
    if glyph in "”»":
        return Mark(at, end, '"', "close", "angle" if glyph == "»" else "curly", first or _opens(before, after))
    if glyph == "’’":
        return Mark(at, end, '"', "close", "doubled")
    role = "open" if glyph == "``" or _opens(before, after) else "close" if _closes(before, after) else "either"
    return Mark(at, end, '"', role, "straight" if glyph == '"' else "doubled")


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in "([{—–-/‘'“\"") and not after.isspace() and after not in ".,;:!?)]}"


def _closes(before: str, after: str) -> bool:
    return not before.isspace() and before not in "([{" and (after.isspace() or after in ".,;:!?)]}—–-’'”\"…")


def _single(  # noqa: PLR0911
    text: str, at: int, stop: int, glyph: str, before: str, after: str, omissions: frozenset[str]
) -> Mark | None:
    family = "straight" if glyph == "'" else "curly"
    if before.isalnum() and after.isalnum():
        return Mark(at, at + 1, "'", "apostrophe", family) if glyph == "‘" and before.isalpha() else None
    if before.isdigit() and glyph == "'" and (after.isdigit() or _MEASURE.match(text[at + 1 : at + 11])):
        return None
    if after.isalnum():
        word = _NO_WORD.split(text[at + 1 : min(stop, at + 15)], maxsplit=1)[0]
        if _DECADE.match(text, at + 1) or word.lower() in omissions:
            return Mark(at, at + 1, "'", "apostrophe", family) if glyph == "‘" else None
        if glyph == "’" and not _opens(before, after):
            return Mark(at, at + 1, "'", "close", family)
        if glyph == "’":  # an omission no list knows, unless it opens what its like closes
            turned = _CLOSED_BY_LIKE.match(text, at + 1, stop)
            return Mark(at, at + 1, "'", "open", family, wrong=True) if turned else None
        return Mark(at, at + 1, "'", "open", family)
    if glyph == "‘":
        return _turned(text, at, before, after) if not _opens(before, after) else Mark(at, at + 1, "'", "open", family)
    if before.isspace() and not after.isspace() and glyph == "'":
        return Mark(at, at + 1, "'", "open", family)
    if before.isspace():
        return None
    possessive = before in "sSxz" and _POSSESSIVE.match(text, at + 1) is not None
    dropped = _DROPPED.search(text[max(0, at - 8) : at]) is not None and _POSSESSIVE.match(text, at + 1) is not None
    minutes = before.isdigit() and glyph == "'"
    return Mark(at, at + 1, "'", "close", family, weak=possessive or dropped or minutes)


def _turned(text: str, at: int, before: str, after: str) -> Mark | None:
    """A ‘ where nothing can open: it closes what is open on its line, or is an apostrophe behind a plural; which of
    them it is behind a plural and before a word is left open there."""
    if before.isspace() or before in '([{“"‘—–' or after.isalnum():
        return None
    if _single_open(text, at):
        either = before in "sSxz" and _POSSESSIVE.match(text, at + 1)
        return None if either else Mark(at, at + 1, "'", "close", "curly", wrong=True)
    if before in "sSxz" and _WORD_AFTER.match(text, at + 1):
        return Mark(at, at + 1, "'", "apostrophe", "curly")
    return None


def _single_open(text: str, at: int) -> bool:
    """Whether a single mark opens something on this line before `at`, which the mark there may close."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return re.search(r"(?<!\w)[‘‚'](?=\w)", line) is not None
