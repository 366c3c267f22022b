"""Numbers that somebody must have counted, and those that are the event itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.span import Span

ON_RECORD = 2  # how little a trigger asks: nobody need be asked, anybody can look it up
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_SUM = r"[$£€]\s?\d[\d,.]*\d?(?: ?(?:bn|billion|m|million|trillion|k)\b)?|\b\d[\d,.]* (?:dollars|euros|pounds)\b"
_ABOUT = (
    r"\b(?:more than|less than|fewer than|at least|nearly|almost|about|around|roughly|approximately|over|up to"
    r"|as many as|as much as|an estimated|some|only|just)"
)

# A share, a rate, a comparison.
_STATISTIC = re.compile(
    r"\b\d[\d.,]*(?:-| ?(?:to|-|–) ?\d[\d.,]*)? ?(?:per ?cent\b|percent\b|%|percentage points?\b)"
    r"|\b[a-z]+(?:-[a-z]+)? (?:per ?cent|percent|percentage points?)\b"
    rf"|\b{_SMALL} (?:in|out of) (?:every )?(?:two|three|four|five|six|ten|[1-9]\d*)\b(?! (?:years?|months?|weeks?|days?)\b| [A-Z])"
    r"|\b(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s? of (?!a (?:mile|second|inch))"
    r"|\bhalf of (?:all|the (?!first|second)|those|them|[A-Z])"
    rf"|\b(?:twice|{_SMALL} times|half) (?:as|more|the (?:rate|number|size|amount|cost|price))\b"
    rf"|\b{_SMALL}[- ]fold\b",
    re.IGNORECASE,
)
# A sum or a large count.
_QUANTITY = re.compile(
    rf"{_SUM}"
    r"|\b\d{1,3}(?:,\d{3})+\b"
    r"|\b\d[\d.]* (?:million|billion|trillion)\b"
    r"|\b(?:(?:tens|hundreds) of )?(?:dozens|hundreds|thousands|millions|billions|trillions) of\b"
    rf"|{_ABOUT} (?:\d[\d,.]*|a (?:dozen|hundred|thousand|million)|(?:two|three|four|five|six|seven|eight|nine) "
    r"(?:hundred|thousand|million))\b(?! (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|yards?|feet|p\.?m|a\.?m)\b)",
    re.IGNORECASE,
)
# A count of things. Spans of time, places in a list and years are none.
_COUNT = re.compile(
    r"(?<![\d$£€#@.,:/-])\b(?:(?!(?:19|20)\d\d\b)\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|(?:\d+ |[a-z]+ )?(?:dozen|hundred|thousand|million|billion|trillion))"
    r"(?: (?!and\b|or\b|to\b|of\b|is\b|was\b|are\b|other\b)[a-z][a-z-]+){0,2}? "
    r"(?!(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|things|ways|words|questions?|points|reasons|miles"
    r"|hundreds|thousands|of|is|was|has|this|as|us|its|his|ones|degrees|seats|a\.m|p\.m)\b)(?:[a-z][a-z-]*s|people|women|men|children)\b"
    r"(?! (?:ago|later|before|after|earlier))",
    re.IGNORECASE,
)
# A year, a date, a span of time: anybody can look it up.
_TIME = re.compile(
    r"(?<![\d$£€#@.,:/-])\b\d+\b(?!%|[.,:]\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty) (?:years|months|times)\b"
)
# After the number: it measures a thing, names one, or is its place in a list.
_MEASURE = re.compile(
    r"[- ](?:square[- ])?(?:foot|feet|ft|metres?|meters?|miles?|km|kilomet(?:er|re)s?|acres?|yards?|inch|inches|pounds? (?:of|in)|tons?|year-old|words|pages"
    r"|block|seats?|seat\b|people strong|degrees)\b"
    r"|[- ](?:a|per) (?:head|ticket|plate|night)\b|-[a-z]",
    re.IGNORECASE,
)
_NAMED = re.compile(r" [a-z][\w-]*(?: [a-z][\w-]*)?", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|our|this|that|new|of|first)|[’']s) $", re.IGNORECASE)
_POPULATION = re.compile(
    r"\b(?:population|pop\.|capacity|seats?|route|highway|section|title|page|no\.|number) (?:of )?(?:\w+ )?$", re.I
)
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b(?!\s*(?:per ?cent|percent|%|years?|year-old|point|mile|page))")


def figures(text: str) -> Iterator[tuple[Span, str, int]]:
    """Numbers that want a source, each with its reason and how little it asks: 0 a statistic, a sum or a large count,
    1 a count of things, ON_RECORD a year, a date or a span of time. A number that describes a thing (a ten-acre park, the
    $9 million contract) is none."""
    for match in _STATISTIC.finditer(text):
        if not _number_word(match.group()):
            continue
        yield Span(*match.span()), "statistic", 0
    for match in _QUANTITY.finditer(text):
        if _MEASURE.match(text, match.end()) or _POPULATION.search(text, max(0, match.start() - 40), match.start()):
            continue
        if match.group()[0] in "$£€" and _modifies(text, *match.span()):
            continue
        yield Span(*match.span()), "quantity", 0
    for match in _COUNT.finditer(text):
        yield Span(*match.span()), "quantity", 1

    for match in _TIME.finditer(text):
        yield Span(*match.span()), "quantity", ON_RECORD


_WORDED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|hundred|half|several|a|few)\b",
    re.I,
)


def _number_word(found: str) -> bool:
    """“sixty percent” is a figure, “the percent” is none."""
    if found[0].isdigit() or not found.lower().endswith(("percent", "per cent", "point", "points")):
        return True
    return _WORDED.match(found) is not None


_HEAD = re.compile(
    r"(?:,\d|\b(?:in|of|for|to|from|on|at|a|per|and|by|this|last|more|less|each|over|since|after|during|worth|into|against|with|annually|while|when|as|or|through|is|was|were|are|so)\b|[^ \w])"
)


def _modifies(text: str, start: int, end: int) -> bool:
    """A sum between an article and a noun names a thing: the $9 million contract."""
    if not _BEFORE.search(text, max(0, start - 12), start):
        return False
    return text[end : end + 1] in (" ", "-") and not _HEAD.match(text, end + 1)


def scored(text: str, span: Span) -> bool:
    """Whether a score or the result of a vote stands in the span (4-1, 52–48)."""
    return _SCORE.search(text, *span) is not None
