"""Words with more than one sense: a lexicon entry says what must or must not stand round it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.watch import Watch, stoppable
from hedgelint.lexicon import HOUSE
from hedgelint.patterns import KEPT
from hedgelint.values import dataclass

if TYPE_CHECKING:
    import regex

_AROUND = 60  # code points looked at on either side
_BLANK = "\n\n"  # and not beyond a blank line: the headline's company is not the story's
_TESTS = ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by")


_ENDLESS = "“{}” of a word list was stopped: a pattern of it backtracks without end"


@lru_cache(maxsize=4096)
def _test(name: str, pattern: str, house: bool) -> re.Pattern[str] | regex.Pattern[str]:
    """Python's own, which is quick to load and to make, for the patterns that come with hedgelint and are held to end;
    for a house's one that can be stopped."""
    # Blanks are part of neither side, so that a pattern can begin or end with a word.
    whole = rf"\s*(?:{pattern})" if "followed" in name else rf"(?:{pattern})\s*$"
    return stoppable(whole) if house else KEPT.compile(whole, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sense:
    """The tests of one entry: on its own letters, and on the text before and behind it."""

    case: str
    tests: tuple[tuple[bool, bool, re.Pattern[str] | regex.Pattern[str]], ...]  # stands behind, is wanted, pattern

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Sense:
        return cls(
            str(entry.get("case", "")),
            tuple(
                ("followed" in name, not name.startswith("not_"), _test(name, entry[name], HOUSE in entry))
                for name in _TESTS
                if name in entry
            ),
        )

    def holds(self, text: str, hit: Hit, form: str, watch: Watch) -> bool:
        """For the word or phrase `form` where it was met. Raises TimeoutError where a pattern goes on for ever."""
        start, end, _ = hit
        if self.case == "lower" and not text[start].islower():
            return False
        if self.case == "as-written" and text[start:end] != form:
            return False
        for behind, wanted, pattern in self.tests:
            if behind:
                look, around = pattern.match, text[end : end + _AROUND].partition(_BLANK)[0]
            else:
                look, around = pattern.search, text[max(0, start - _AROUND) : start].rpartition(_BLANK)[2]
            try:
                found = look(around) if isinstance(pattern, re.Pattern) else watch.over(partial(_look, look, around))
            except TimeoutError:
                raise TimeoutError(_ENDLESS.format(form)) from None
            if (found is not None) != wanted:
                return False
        return True


def _look(look: Any, text: str, timeout: float) -> Any:
    return look(text, timeout=timeout)


class SensedTerms:
    """Entries with all their `forms`, and for each the tests of its sense:

    `followed_by`, `not_followed_by`, `preceded_by`, `not_preceded_by` are patterns on the text round it; `case: lower`
    wants it uncapitalised, `case: as-written` as the term is.
    """

    def __init__(self, entries: Sequence[Mapping[str, Any]]) -> None:
        self._rows = [(form, entry) for entry in entries for form in (entry["term"], *entry.get("forms", ()))]
        self._senses: dict[int, Sense] = {}  # by row, made when first met
        self.terms = tuple(form for form, _ in self._rows)
        again: dict[str, list[int]] = {}
        for number, form in enumerate(self.terms):
            again.setdefault(form, []).append(number)
        # A form that stands in several entries: the first whose tests hold has it.
        self._again = {number: rows for rows in again.values() if len(rows) > 1 for number in rows}

    def true_hits(self, text: str, hits: Sequence[Hit], every: bool = False) -> Iterator[tuple[Hit, Mapping[str, Any]]]:
        """A hit with its entry; with `every`, of a form that stands in several, with each whose tests hold. Raises
        TimeoutError where a test of an entry goes on for ever."""
        watch = Watch.of(text)
        for hit in hits:
            for number in self._again.get(hit.number, (hit.number,)):
                form, entry = self._rows[number]
                sense = self._senses.get(number)
                if sense is None:
                    sense = self._senses[number] = Sense.of(entry)
                if (not sense.tests and not sense.case) or sense.holds(text, hit, form, watch):
                    yield hit, entry
                    if not every:
                        break
