"""The place and the agency that a report opens with, and that are no words of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of

_LONGEST = 90  # code points of a line of place, day and agency
_PLACE = r"[A-Z][A-Z.’'-]+(?: (?:[A-Z][A-Z.’'-]+|de|la|el|of)){0,3}"
_DAY = (
    r"(?:\d{1,2} )?(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?"
    r"|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
    r"(?: \d{1,2})?(?:,? \d{4})?"
)
_REGION = r"(?:[A-Z][a-z]+|(?:[A-Z]\.?){2,4})\.?(?: (?:[A-Z][a-z]+|of|the)){0,3}"
_AGENCY = r" ?\([^()\n]{2,40}\)"
# DALBY, Ind. (AP) —; Dalby, Nov 3 (Argus) -
_DASHED = pattern_of(
    rf"(?:{_PLACE}(?:/{_PLACE})?(?:, (?:{_DAY}|{_REGION})){{0,2}}(?:{_AGENCY})?"
    rf"|{_REGION}(?:, (?:{_DAY}|{_REGION})){{0,2}}{_AGENCY})"
    r",?\s*(?:—|–|--|(?<=\s)-)\s*(?=[A-Z0-9“\"‘'])"
)
# NEW DELHI: and the sentence
_COLON = pattern_of(rf"{_PLACE}(?:, (?:{_DAY}|{_REGION}))?(?:{_AGENCY})?: (?=[A-Z“\"‘][a-z’“\"A-Z])")
_LABEL = pattern_of(r"^[A-Z][A-Z.’' -]+:(?= )", re.MULTILINE)


def behind(document: Document) -> Mapping[int, int]:
    """Where the copy begins, as an offset into the prose, in each part of the body that opens with a dateline.

    A dash closes one in any paragraph of the body, a colon in the first below a headline alone, and only where no later
    paragraph begins with capitals and a colon: those are the names of who speaks.
    """
    text = document.text
    found: dict[int, int] = {}
    first = False
    for number, part in enumerate(document.parts):
        if part.kind != "body":
            first = first or part.kind == "headline"
            continue
        start = part.span.start
        if text[start : start + 1].isupper():
            limit = min(part.span.end, start + _LONGEST)
            match = _DASHED.match(text, start, limit)
            if match is None and first and (colon := _COLON.match(text, start, limit)):
                match = None if _LABEL.search(text, part.span.end) else colon
            if match is not None:
                found[number] = match.end()
        first = False
    return found
