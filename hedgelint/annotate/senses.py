"""Words with more than one sense: a lexicon entry says what must or must not stand round it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.watch import Watch, stoppable
from hedgelint.lexicon import HOUSE, Lexicons
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
    always: bool  # there is nothing to be tested
    tests: tuple[tuple[bool, bool, re.Pattern[str] | regex.Pattern[str]], ...]  # stands behind, is wanted, pattern

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Sense:
        case = str(entry.get("case", ""))
        tests = tuple(
            ("followed" in name, not name.startswith("not_"), _test(name, entry[name], HOUSE in entry))
            for name in _TESTS
            if name in entry
        )
        return cls(case, not case and not tests, tests)

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
    """Entries of lists with all their `forms`, and for each the tests of its sense:

    `followed_by`, `not_followed_by`, `preceded_by`, `not_preceded_by` are patterns on the text round it; `case: lower`
    wants it uncapitalised, `case: as-written` as the term is. A list is read when a word of it is met, or all words
    are asked for.
    """

    def __init__(self, lexicons: Lexicons, *names: str, column: str = "") -> None:
        """With a `column` that is where an entry says in which list it stands."""
        self._lexicons, self._names, self._column = lexicons, names, column
        self._key = f"forms that come again in {', '.join(names)}"
        self._met: dict[int, tuple[str, Mapping[str, Any], Sense]] = {}  # by the number of the form

    @cached_property
    def _entries(self) -> Sequence[Mapping[str, Any]]:
        return [
            {self._column: name, **entry} if self._column else entry
            for name in self._names
            for entry in self._lexicons[name].entries
        ]

    @cached_property
    def _starts(self) -> Sequence[int]:
        """The number of the first form of each entry."""
        return list(accumulate((len(_forms(entry)) for entry in self._entries), initial=0))

    @cached_property
    def _again(self) -> Mapping[int, Sequence[int]]:
        """A form that stands in several entries: the first whose tests hold has it."""
        return self._lexicons.plain(self._key, self._coming_again)

    def _coming_again(self, _: Lexicons) -> dict[int, tuple[int, ...]]:
        again: dict[str, list[int]] = {}
        for number, form in enumerate(self.terms):
            again.setdefault(form, []).append(number)
        return {number: tuple(rows) for rows in again.values() if len(rows) > 1 for number in rows}

    @cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(form for entry in self._entries for form in _forms(entry))

    def phrases(self) -> Sequence[str]:
        """All forms. Which of them come again is kept with the lists, for a start that does not ask for all."""
        self._lexicons.plain(self._key, self._coming_again)
        return self.terms

    def met(self, number: int) -> tuple[str, Mapping[str, Any], Sense]:
        """The form of this number, its entry and what that asks for."""
        if number not in self._met:
            at = bisect_right(self._starts, number) - 1
            entry = self._entries[at]
            self._met[number] = _forms(entry)[number - self._starts[at]], entry, Sense.of(entry)
        return self._met[number]

    def true_hits(self, text: str, hits: Sequence[Hit], every: bool = False) -> Iterator[tuple[Hit, Mapping[str, Any]]]:
        """A hit with its entry; with `every`, of a form that stands in several, with each whose tests hold. Raises
        TimeoutError where a test of an entry goes on for ever."""
        watch = Watch.of(text)
        known, again = self._met, self._again
        for hit in hits:
            first = hit[2]
            for number in again.get(first, (first,)):
                form, entry, sense = known.get(number) or self.met(number)
                if sense.always or sense.holds(text, hit, form, watch):
                    yield hit, entry
                    if not every:
                        break


def _forms(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (entry["term"], *entry.get("forms", ()))
