"""The words for a source that has no name: the noun that heads them, and what is told beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.annotate.attributions.closed import NUMBERS, POSSESSIVE, PREPOSITION, word_set
from hedgelint.annotate.story import SourceNoun
from hedgelint.lexicon import Lexicons

_WORD = re.compile(r"[\w’'.&-]*\w|,")
# What follows the head noun.
_TAIL = PREPOSITION | word_set(
    "who that which whose , familiar close briefed briefing working speaking representing quoted including involved "
    "and or there present"
)
_KNOWS = word_set("familiar close briefed knowledge inside involved present attended saw seen read within access")
_SOME = word_set("some many several most few various numerous certain countless other more")
_MANY = word_set("dozens scores hundreds thousands")
_ARTICLES = {"the": "the", "this": "the", "these": "the", "those": "the", "a": "a", "an": "a", "any": "a"} | {
    "one": "one",
    "another": "one",
    "both": "counted",
}


class Sources:
    """Built once from `nameless-sources`."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._nouns: dict[str, tuple[str, str, bool, bool]] = {}  # term, group, plural, written with a capital
        for entry in lexicons["nameless-sources"].entries:
            term, group, capital = str(entry["term"]), str(entry["group"]), bool(entry.get("capital"))
            for form in (term, *map(str, entry.get("forms", ()))):
                self._nouns.setdefault(form, (term, group, bool(entry.get("plural")), capital))
            for form in (term, *map(str, entry.get("forms", ()))):
                self._nouns.setdefault(_plural(form), (term, group, True, capital))

    def read(self, phrase: str, opens: bool) -> tuple[str, str, SourceNoun] | None:
        """Term, group and what is told of the source; None where a name or a noun not listed is the head. `opens`: the
        phrase begins its sentence, so that its first capital says nothing."""
        raw = _WORD.findall(phrase)
        words = [word.lower().replace("’", "'") for word in raw]
        head = next((i for i, word in enumerate(words) if i and word in _TAIL), len(words))
        noun = self._nouns.get(words[head - 1]) if head else None
        if noun is None:
            return None
        term, group, plural, capital = noun
        if raw[head - 1][0].isupper() and not (capital or (opens and head == 1)):
            return None
        tail = words[head:]
        if tail[:1] in ([","], ["and"], ["or"]) and any(word[0].isupper() for word in raw[head:]):
            return None  # the analyst, Ida Hale; critics and Ida Hale
        named = any(
            word[0].isupper() and i != head - 1 and not (opens and not i) and words[i] not in _ARTICLES
            for i, word in enumerate(raw)
        )
        return term, group, SourceNoun(plural, _determiner(words[:head]), named, not _KNOWS.isdisjoint(tail))


def _determiner(words: Sequence[str]) -> str:
    first = words[0]
    if first in _ARTICLES and not (first in ("a", "an") and words[1:2] and words[1] in _SOME):  # a few, a certain
        return _ARTICLES[first]
    if first in _SOME or first in ("a", "an"):
        return "some"
    if first in POSSESSIVE or any(word.endswith(("'s", "s'")) for word in words[:-1]):
        return "whose"
    return "counted" if first[0].isdigit() or first in NUMBERS or first in _MANY else "bare"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")
