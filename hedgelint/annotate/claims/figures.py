"""Numbers that somebody must have counted, and those that are the event itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hedgelint.annotate.months import MONTH
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

# How little a trigger asks: what anybody can look up is ON_RECORD, what asks BESIDE another trigger asks nothing alone.
ASKED, ON_RECORD, BESIDE = 0, 1, 2

# A blank is written as `\ ` where a part goes into a verbose pattern.
_UNDER_TEN = r"two|three|four|five|six|seven|eight|nine"
_WORDED = (
    rf"{_UNDER_TEN}|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?"
)
_TIME = r"years?|months?|weeks?|days?|hours?|minutes?|seconds?"
# What a reporter sees half of, and no count is needed for.
_SEEN = (
    r"first|second|year|day|month|week|match|game|season|race|(?:roof|building|house|wall|tower|bridge|church|street|road"
    r"|room|hall|screen|stage|field|garden|table|face|body|film|book|story|song|album|programme|show)\b"
)
_SUM = r"[$£€]\s?\d(?:[\d,.]*\d)?(?:\ ?(?:bn|billion|m|million|trillion|k)\b)?"
_LARGE = (
    rf"(?:{_SUM}|\d{{1,3}}(?:,\d{{3}})+|\d[\d.]*\ (?:million|billion|trillion)|(?:a|{_WORDED})\ (?:million|billion))"
)
_ABOUT = (
    r"(?:(?:more|less|fewer)\ than|at\ least|nearly|almost|about|around|roughly|approximately|(?:well\ )?over|up\ to"
    r"|as\ (?:many|much)\ as|an\ estimated|some|close\ to|upwards\ of|in\ excess\ of)"
)

# A share, a rate, a comparison, an estimate; each with a name of its own.
# The boundary stands before all alternatives, so that most places fail at once.
_STATISTIC = pattern_of(
    rf"""
    \b(?=\w)(?:
      (?P<share>\d[\d.,]*(?:\ ?(?:to|-|–)\ ?\d[\d.,]*)?\ ?(?:per\ ?cent\b|percent\b|%|percentage\ points?\b)
        | (?:one|half\ a|a|{_WORDED}|hundred)\ (?:per\ ?cent|percent|percentage\ points?)\b)
    | (?P<one_in_so_many>(?:one|{_WORDED}|\d+)\ (?:in|out\ of)\ (?:every\ )?(?:{_UNDER_TEN}|ten|[1-9]\d*)\b
        (?!\ (?:{_TIME})\b|\ (?-i:[A-Z(])))
    | (?P<fraction>(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?\b
        (?=\ of\b(?!\ an?\ (?:mile|second|inch|century))))
    | (?P<half>(?<!ern\ )(?<!the\ )(?<!first\ )(?<!second\ )(?<!other\ )
        half\ of\ (?:all|the\ (?!{_SEEN})|those|them|(?-i:[A-Z])))
    | (?P<multiple>(?:twice|(?:{_WORDED}|\d+)\ times|half)\ (?:as\ (?:many|much|likely|big|large|high)
        |more|the\ (?:rate|number|size|amount|cost|price|average))\b)
    | (?P<fold>(?:{_WORDED}|\d+)[- ]?fold\b)
    | (?P<toll>(?<!and\ )(?<!age\ )(?<!aged\ )(?:{_ABOUT}\ )?(?:\d{{2,3}}|\d{{1,3}}(?:,\d{{3}})+)\ (?:other\ |more\ )?
        (?:[a-z-]+\ ){{0,3}}?
        (?:(?:were|was|are|have\ been|had\ been|remain)\ )?(?:still\ |reported\ )?
        (?:killed|dead|died|injured|wounded|missing|displaced|homeless|drowned|trampled)\b
      | (?:(?<=kill\ )|(?<=killed\ )|(?<=killing\ )|(?<=injured\ )|(?<=injuring\ )|(?<=displaced\ )|(?<=displacing\ )
        |(?<=wounded\ )|(?<=wounding\ ))(?:{_ABOUT}\ )?(?:\d{{2,3}}\b(?![.,%-])|\d{{1,3}}(?:,\d{{3}})+))
    | (?P<estimate>{_ABOUT}\ {_LARGE}(?!\ (?:feet|miles|metres|meters|acres|pounds|tons|words|{_TIME})\b|\ ?[°&]))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A plain sum, a large count, a count of things. A span of time and the place in a list are none.
_QUANTITY = pattern_of(
    rf"""
      {_SUM}
    | \b(?=\w)(?:
      \d{{1,3}}(?:,\d{{3}})+\b | \d[\d.]*\ (?:million|billion|trillion)\b
    | (?:(?:tens|hundreds)\ of\ )?(?:dozens|hundreds|thousands|millions|billions|trillions)\b(?=\ of\b)
    | (?<![\d$£€#@.,:/-])(?:(?!(?:19|20)\d\d\b)\d{{1,4}}|{_WORDED}
        |(?:a|(?:a\ )?few|several|{_WORDED})\ (?:dozen|hundred|thousand|million|billion|trillion))
      (?:\ (?!(?:and|or|to|of|is|was|are|other)\b)[a-z][a-z-]+){{0,2}}?
      \ (?!(?:{_TIME}|decades?|centuries|things|ways|words|questions?|points|reasons|miles|hundreds|thousands|of|is
        |was|has|this|as|us|its|his|ones|degrees|seats)\b)(?:[a-z][a-z-]*s|people|women|men|children)\b
      (?!\ (?:ago|later|before|after|earlier))
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# A year, a date, a span of time: anybody can look it up.
_DATE = pattern_of(
    r"(?<![\d$£€#@.,:/-])\b\d+\b(?!%|[.,:]\d)"
    rf"|\b(?:{_UNDER_TEN}|ten|twelve|twenty|thirty|forty) (?:years|months|times)\b"
)
# After a share: the rate that an office or a contract sets, the part that is owned.
_SET = pattern_of(
    r"(?:[\w-]+ ){0,2}?(?:tax|levy|duty|tariffs?|interest|coupon|stake|share|shareholding|holding|discount|fee"
    r"|surcharge|commission|deposit|vat|royalty|rate|threshold|quota|cap|alcohol|solution)\b",
    re.IGNORECASE,
)
_PAST = pattern_of(
    rf"\b(?:in|of|the|since|during|after) (?:[a-z]+ )?(?:1\d\d\d|20\d\d)\b"
    rf"|\b(?:years?|decades?) (?:ago|earlier|before)\b|\b(?:last|in) (?:year|{MONTH})\b|\bone of (?:the )?$",
    re.IGNORECASE,
)
_TOP = pattern_of(r"\b(?:top|richest|wealthiest|bottom|poorest|upper|lowest|highest)(?: [a-z]+)? $", re.IGNORECASE)
_HISTORY = 80  # code points on either side in which a date makes a toll one of the past
# After a number: it measures a thing.
_MEASURES = pattern_of(
    r"[- ](?:square[- ])?(?:foot|feet|ft|metres?|meters?|miles?|km|acres?|yards?|inch|inches|tons?|year-old|words|pages"
    r"|block|seats?|degrees)\b|[- ](?:a|per) (?:head|ticket|plate|night|barrel|gallon|ounce)\b|-[a-z]",
    re.IGNORECASE,
)
# Before a number: it says how big a known thing is (the world's 7 billion people, its 14,000 books).
_DESCRIBES = pattern_of(
    r"(?:\b(?:the|his|her|its|their|our|these|those)|\w[’']s?)"
    r"(?: (?:estimated|roughly|nearly|some|about|almost|more than))? $"
    r"|\b(?:population|pop\.|city|town|village|county|island|district|nation|country|community"
    r"|capacity|route|highway|section|title|page|no\.|number) (?:of )?(?:\w+ )?$",
    re.IGNORECASE,
)
_ARTICLE = pattern_of(r"\b(?:an?|that|this|new|first|another|one) $", re.IGNORECASE)
# After a sum: the noun that it describes does not follow.
_NO_NOUN = pattern_of(
    r"(?:in|of|for|to|from|on|at|a|per|and|by|this|last|more|less|each|over|since|after|during|worth|into|against|with"
    r"|annually|while|when|as|or|through|is|was|were|are|so)\b|[^ \w]"
)
# The words that a figure can begin with, as one whole word each: the patterns are tried there and at digits only.
STARTS = (
    "more than|less than|fewer than|at least|nearly|almost|about|around|roughly|approximately|over|well over|up to"
    "|as many as|as much as|an estimated|some|close to|upwards of|in excess of"
    f"|one|{_UNDER_TEN}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|twice|few|several"
    "|twofold|threefold|fourfold|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold|hundred"
    "|tens|dozens|hundreds|thousands|millions|billions|trillions"
    "|a third|a quarter|a fifth|a tenth|a few|a dozen|a hundred|a thousand|a million|a billion|a trillion"
    "|a percentage point"
).split("|")
_DIGITS = pattern_of(r"\d[\d,.]*")
_SIGN = pattern_of(r"[$£€](?=\s?\d)")
_SHARES = ("%", "cent", "points")
_SCORE = pattern_of(r"\b\d{1,3}%?[-–]\d{1,3}\b(?!\s*(?:per ?cent|percent|years?|year-old|point|mile|page))")

_TOLLS = ("toll", "estimate")


def figures(text: str, starts: Iterable[int]) -> Iterator[tuple[Span, str, int, str]]:
    """Numbers with their reason, and how little they ask; `starts` are the places of the words STARTS.

    A statistic is a share or a rate, a toll what was counted of the dead, or was estimated; a quantity any other count
    or sum, and any number that says how big a known thing is (a ten-acre park, its 900 members, the $9 million
    contract); dates and spans of time are ON_RECORD.
    """
    shared = counted = dated = 0  # where the last of each kind ended
    for at in _places(text, starts):
        if at >= shared and (match := _STATISTIC.match(text, at)):
            shared, name = match.end(), (match.lastgroup or "").replace("_", " ")
            reason = "toll" if name in _TOLLS and not _SIGN.search(text, at, shared) else "statistic"
            yield Span(at, shared), "quantity" if _describes(text, at, shared, name) else reason, ASKED, name
        if at >= counted and (match := _QUANTITY.match(text, at)):
            counted = match.end()
            yield Span(at, counted), "quantity", ASKED, "count or sum"
        if at >= dated and (match := _DATE.match(text, at)):
            dated = match.end()
            yield Span(at, dated), "quantity", ON_RECORD, "date or number"


def _places(text: str, starts: Iterable[int]) -> list[int]:
    """Where a figure can begin, in order: at one of the words, at digits, at the sign before them."""
    return sorted(
        {
            *starts,
            *(match.start() for match in _DIGITS.finditer(text)),
            *(match.start() for match in _SIGN.finditer(text)),
        }
    )


def _describes(text: str, start: int, end: int, name: str) -> bool:
    """It says how big a known thing is: a ten-acre park, a 9% tax, a toll of long ago, a sum in another currency."""
    before = text[max(0, start - 40) : start]
    if name == "share" and _ARTICLE.search(before) and text[end : end + 1] == " " and _SET.match(text, end + 1):
        return True
    if name == "toll" and (_PAST.search(text, max(0, start - _HISTORY), end + _HISTORY) or _PAST.search(before)):
        return True
    if name == "share" and _TOP.search(before):  # the richest 1 per cent
        return True
    if name == "estimate" and before.endswith("("):
        return True
    if _MEASURES.match(text, end) or (_DESCRIBES.search(before) and not text.endswith(_SHARES, start, end)):
        return True
    a_sum = text[start] in "$£€" and _ARTICLE.search(before)
    return bool(a_sum) and text[end : end + 1] in (" ", "-") and not _NO_NOUN.match(text, end + 1)


def scored(text: str, span: Span) -> bool:
    """Whether a score or the result of a vote stands in the span (4-1, 52–48, 61%-38%)."""
    return _SCORE.search(text, *span) is not None
