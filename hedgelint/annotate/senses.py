"""Words with more than one sense: a lexicon entry says what must or must not stand round it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from hedgelint.annotate.phrases import Hit

_AROUND = 60  # code points looked at on either side
_TESTS = ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by")


@lru_cache(maxsize=4096)
def _test(name: str, pattern: str) -> re.Pattern[str]:
    # Blanks are part of neither side, so that a pattern can begin or end with a word.
    return re.compile(rf"\s*(?:{pattern})" if "followed" in name else rf"(?:{pattern})\s*$", re.IGNORECASE)


class SensedTerms:
    """Entries with all their `forms`, and for each the tests of its sense:

    `followed_by`, `not_followed_by`, `preceded_by`, `not_preceded_by` are patterns on the text round it; `case: lower`
    wants it uncapitalised, `case: as-written` as the term is.
    """

    def __init__(self, entries: Sequence[Mapping[str, Any]]) -> None:
        self._rows = [(form, entry) for entry in entries for form in (entry["term"], *entry.get("forms", ()))]
        self.terms = tuple(form for form, _ in self._rows)

    def true_hits(self, text: str, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Mapping[str, Any]]]:
        for hit in hits:
            form, entry = self._rows[hit.number]
            if len(entry) < 3 or in_this_sense(text, hit, form, entry):
                yield hit, entry


def in_this_sense(text: str, hit: Hit, form: str, entry: Mapping[str, Any]) -> bool:
    """Whether the tests of `entry` hold for its word or form `form` where it was met."""
    case = entry.get("case")
    if case == "lower" and not text[hit.start].islower():
        return False
    if case == "as-written" and text[hit.start : hit.end] != form:
        return False
    for name in _TESTS:
        if name in entry:
            side = (
                text[hit.end : hit.end + _AROUND]
                if "followed" in name
                else text[max(0, hit.start - _AROUND) : hit.start]
            )
            pattern = _test(name, entry[name])
            found = pattern.match(side) if "followed" in name else pattern.search(side)
            if (found is None) != name.startswith("not_"):
                return False
    return True
