"""What raised letters say: an exponent or the mark of a note."""

from __future__ import annotations

import re

from hedgelint.patterns import pattern_of

_NOTE_MARK = pattern_of(r"\s*(?:\[?(?:\d{1,3}|[a-z*†‡§])\]?)\s*", re.I)
_POWER = pattern_of(r"[+−–-]?\d{1,3}|n")
_SIGNED = pattern_of(r"[+−–-]?[1-6]")
# Ten, or a unit behind a figure, a blank or a stroke: 10⁶, 40 m², km/h². Behind a year, an age, a sum of money or any
# other word stands a note.
_TEN = pattern_of(r"(?<![\d.,])10$")
_MONEY = pattern_of(r"[£$€]\d[\d.,]*m$")
_UNIT = pattern_of(r"(?:^|[\d\s/(·⋅])(?:[kcmdµnhMG]?(?:m|s|g|W|Pa|Hz|eV)|ft|in|yd|mi|ha|km|kg|cm|mm)$")
_SMALL = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
LOOK_BACK = 12  # code points before raised letters that tell what they are


def raised(before: str, words: str) -> str | None:
    """What the prose says for raised `words` behind `before`, the last `LOOK_BACK` code points or more: an exponent in
    letters that are raised themselves, as long as it was; "" for the mark of a note, which is no word of the story;
    None for any other words, which stand as they are (1st)."""
    if (_POWER.fullmatch(words) and _TEN.search(before)) or (
        _SIGNED.fullmatch(words) and _UNIT.search(before) and not _MONEY.search(before)
    ):
        return words.translate(_SMALL)
    return "" if _NOTE_MARK.fullmatch(words) else None
