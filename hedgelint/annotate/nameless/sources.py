"""The words for a source that has no name: the noun that heads them, and what is told beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from hedgelint.annotate.attributions import cues
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    HAVE,
    NUMBERS,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBJECT,
)
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb
from hedgelint.annotate.nameless import frame_sets, source_sets, triggers
from hedgelint.annotate.story import SourceNoun
from hedgelint.lexicon import Lexicons


def _speaking(verbs: Mapping[str, cues.Verb], lexicons: Lexicons) -> dict[str, frozenset[str]]:
    return {
        word: verb.forms
        for word, verb in verbs.items()
        if "clause" in verb.frame and not verb.hearer and verb.kind in source_sets.SPEECH
    }


class Sources:
    """Built once from `nameless-sources`, `source-adjectives` and the verbs of saying by their forms."""

    def __init__(self, lexicons: Lexicons, verbs: Mapping[str, cues.Verb]) -> None:
        self._empty = frozenset(lexicons["source-adjectives"].terms())
        self._nouns: dict[str, _Noun] = {}
        for entry in lexicons["nameless-sources"].entries:
            term, group, capital = str(entry["term"]), str(entry["group"]), bool(entry.get("capital"))
            plural, advice = bool(entry.get("plural")), str(entry.get("advice", ""))
            for form in (term, *map(str, entry.get("forms", ()))):
                self._nouns.setdefault(form, _Noun(term, group, plural, capital, advice))
                if not plural:
                    self._nouns.setdefault(_plural(form), _Noun(term, group, True, capital, advice))
            for form in map(str, entry.get("plurals", ())):
                self._nouns[form] = _Noun(term, group, True, capital, advice)

        self._minded = triggers.in_role(lexicons, "minded")
        self._moves = triggers.in_role(lexicons, "moves")
        self._ascribes = {
            form: frozenset(map(str, entry.get("with", ())))
            for entry in lexicons["frame-words"].entries
            if "ascribes" in entry["roles"]
            for form in (str(entry["term"]), *map(str, entry.get("forms", ())))
        }
        self._speak = lexicons.plain("verbs that people without a name say by", partial(_speaking, verbs))
        self._told = frozenset(
            form
            for entry in lexicons["hidden-frames"].entries
            if "noun" in entry["frames"]
            for form in (entry["term"], *entry.get("forms", ()))
        )
        self.plurals = tuple(
            word for word, noun in self._nouns.items() if noun.plural and noun.group in source_sets.HEARD
        )

    def worth_reading(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether one of the words round a noun can make a source of it."""
        return not (
            source_sets.FROM.isdisjoint(before)
            and self._moves.isdisjoint(before)
            and self._speak.keys().isdisjoint(behind)
            and self._ascribes.keys().isdisjoint(behind)
            and source_sets.RAISED.isdisjoint(behind)
            and source_sets.CITED.isdisjoint(behind)
            and self._minded.isdisjoint(word.strip(".,") for word in behind)
            and source_sets.PUT.isdisjoint(behind)
            and source_sets.SEE.isdisjoint(behind)
            and "charge" not in behind
            and source_sets.GESTURES.keys().isdisjoint(behind)
            and not ("to" in behind[:1] and not source_sets.LED.isdisjoint(before))
        )

    def heard_from(self, unit: Unit, last: int) -> tuple[int, int, int] | None:
        """From a word of saying to the noun at `last` to which it leads, and where the phrase of the noun begins:
        “pressure from donors”, “named by outlets”."""
        words, first = unit.words, self._first(unit, last)
        while first > 1 and last - first < source_sets.MODIFIERS and _modifies(words[first - 1]):
            first -= 1
        if first < 2 or words[first - 1] not in source_sets.FROM:
            return None
        word = words[first - 2]
        if word in self._told or (words[first - 1] == "by" and "participle" in self._speak.get(word, ())):
            return first - 2, last + 1, first
        return None

    def moved(self, unit: Unit, last: int) -> tuple[int, int] | None:
        """From the verb of an event to the noun at `last` whom it moves: “a plan that has alarmed critics”."""
        words, first = unit.words, self._first(unit, last)
        while first > 1 and last - first < source_sets.MODIFIERS and _modifies(words[first - 1]):
            first -= 1
        if first < source_sets.SUBJECT_AND_VERB or words[first - 1] not in self._moves:
            return None
        before, behind = words[first - 2], words[last + 1 : last + 2]
        by_event = before in HAVE or before in source_sets.RELATIVE or before == "also" or before in frame_sets.EVENTS
        if not by_event or not source_sets.LIKE.isdisjoint(words[last + 1 : last + source_sets.HOLDS]):
            return None
        if words[last] in source_sets.PEOPLE:
            alone = not behind or behind[0] in STOP or behind[0] in source_sets.ALONE
        else:
            alone = self._nouns[words[last]].group in source_sets.MOVED and behind != ["of"]
        return (first - 1, last + 1) if alone else None

    def led(self, unit: Unit, last: int) -> tuple[int, int, int] | None:
        """From what leads the noun at `last` to say or think it to the verb, and where the noun’s phrase
        begins: “has led some to question”."""
        words, first = unit.words, self._first(unit, last)
        if (
            not first
            or words[first - 1] not in source_sets.LED
            or words[last + 1 : last + 2] != ["to"]
            or last + 3 >= len(words)
        ):
            return None
        verb = words[last + 2]
        return (
            (first - 1, last + 3, first) if verb in source_sets.WONDER or "base" in self._speak.get(verb, ()) else None
        )

    def _first(self, unit: Unit, last: int) -> int:
        words, first = unit.words, last
        while first and (
            words[first - 1] in self._empty
            or words[first - 1] in source_sets.SOME
            or words[first - 1] in source_sets.ARTICLES
        ):
            first -= 1
        return first

    def spoken(self, unit: Unit, last: int) -> tuple[int, int, int] | None:
        """From the first word of the phrase that the noun at `last` heads to behind the verb of saying that follows it,
        and that first word again: “some analysts have long argued”, “theorists who claim”, “people in the trade have
        raised concerns”, “heat, which experts link to”, “reports suggesting that”."""
        words, first = unit.words, self._first(unit, last)
        end = last + 1
        if words[end : end + 1] == ["who"] or (
            words[end : end + 2] == [",", "who"] and self._nouns[words[last]].group == "critics"
        ):
            end += 1 + (words[end] == ",")
        elif words[end : end + 1] and words[end] in source_sets.WITHIN:
            end = next((i for i in range(end + 1, min(end + 5, len(words))) if words[i] in AUXILIARY), end)
        beside_name = first == last > 1 and words[first - 1] == "and" and unit.raw[first - 2][0].isupper()
        if words[first] in PREPOSITION or beside_name:  # Hale and colleagues
            return None
        group = end
        while end < len(words) and (words[end] in AUXILIARY or is_adverb(words[end])):
            end += 1
        if end + 1 >= len(words) or not source_sets.NO_FACT.isdisjoint(words[group:end]):
            return None
        behind = self._behind_saying(unit, (first, last), group, end)
        return None if behind is None else (first, behind, first)

    def _behind_saying(self, unit: Unit, phrase: tuple[int, int], group: int, end: int) -> int | None:
        """Behind the verb at `end` whose auxiliaries begin at `group`, where the people of the phrase say so by it."""
        words, (first, last) = unit.words, phrase
        verb, passive = words[end], not BE.isdisjoint(words[group:end])
        if verb in source_sets.CITED and tuple(words[end + 1 : end + 3]) == source_sets.AS_SAYING:
            return end + 3 if passive else None
        noun = self._nouns.get(words[last])
        if verb in self._minded and passive:
            crowd = noun is not None and noun.group in source_sets.CROWDS
            return None if crowd and verb in source_sets.STARTLED else end + 1
        if verb in self._ascribes and self._holds(words, first, last, end):
            return end + 1
        thinks = noun and self._thinks(words, end, noun.group, not passive)
        if thinks is not None:
            return end + 1 if thinks and not (first and words[first - 1] in PREPOSITION) else None
        if noun and noun.group == "reports":
            alleging = end == last + 1 and "ing" in self._speak.get(verb, ()) and words[end + 1] not in PREPOSITION
            return end + 1 if alleging else None
        return end + 1 if self._says(unit, first, group, end) else None

    def _says(self, unit: Unit, first: int, group: int, end: int) -> bool:
        """Whether the verb at `end` is one of saying, in a form that its auxiliaries allow, and something follows."""
        words = unit.words
        raised = words[end] in source_sets.RAISED and not self._told.isdisjoint(words[end + 1 : end + 4])
        forms = frozenset(("base", "past", "participle")) if raised else self._speak.get(words[end], frozenset())
        plain = group == end or words[end - 1] not in AUXILIARY
        if not forms & (source_sets.PLAIN if plain else source_sets.PERFECT) or (
            not plain and not BE.isdisjoint(words[group:end])
        ):
            return False
        if words[end + 1] in PREPOSITION or words[end + 1] in STOP - {QUOTE, ","}:
            return False
        before = words[first - 1] if first else ""
        return not (before in PREPOSITION or before in POSSESSIVE or before == "by")

    def _holds(self, words: Sequence[str], first: int, last: int, end: int) -> bool:
        """Whether what the verb at `end` ascribes is told: before it, or behind it with what it is put down to. What
        economists call a thing is its name."""
        leads = self._ascribes[words[end]]
        if first and words[first - 1] in source_sets.RELATIVE:
            return (
                bool(leads)
                or self._nouns[words[last]].group not in source_sets.NAMERS
                or words[end] not in source_sets.NAMING
            )
        ahead = words[end + 1 : end + source_sets.HOLDS]
        stop = next((i for i, word in enumerate(ahead) if word in STOP), len(ahead))
        return not leads.isdisjoint(ahead[1:stop])

    def _thinks(self, words: Sequence[str], at: int, group: str, active: bool) -> bool | None:
        """Whether the verb at `at` is one of holding a view with what goes with it (see … as, put … at, shake their
        heads); None where it is another."""
        behind = words[at + 1 : at + 9]
        if words[at] in source_sets.SEE and active and "as" in behind[1:-1]:
            return behind[behind.index("as", 1) + 1] not in SUBJECT  # see the boat as it comes in
        if words[at] == "charge":  # critics charge that; as a noun it comes before other words
            return group == "critics" and behind[:1] != [] and (behind[0] == "that" or behind[0] in BE)
        if not source_sets.GESTURES.get(words[at], frozenset()).isdisjoint(behind[:3]):
            return group != "people"
        if words[at] in source_sets.PUT and not source_sets.PUT_AT.isdisjoint(behind[:6]):
            return group in source_sets.MEASURE or not {"at", "as"}.isdisjoint(behind)
        return None

    def read(self, phrase: str, opens: bool) -> tuple[str, str, str, SourceNoun] | None:
        """Term, group, advice and what is told of the source; None where a name or a noun not listed is the head.
        `opens`: the phrase begins its sentence, so that its first capital says nothing."""
        raw = source_sets.WORD.findall(phrase)
        words = [word.lower().replace("’", "'") for word in raw]
        head = next((i for i in range(1, len(words)) if words[i] in source_sets.TAIL or _doing(words, i)), len(words))
        if not head or (words[0].endswith("ing") and words[1:2] and words[1] in source_sets.ARTICLES):
            return None  # hanging the officials
        noun = self._nouns.get(words[head - 1])
        if noun is None and words[0] not in source_sets.SOMEBODY:
            return self._other(raw, words, head, opens)
        determiner = _determiner(words[:head])
        if determiner not in ("the", "whose") and not source_sets.SOME.isdisjoint(
            words[: head - 1]
        ):  # one reason some analysts say
            determiner = "some"
        noun = noun or _somebody(words[head - 1], determiner)
        if words[0] == "no":
            return None
        if noun is None or (raw[head - 1][0].isupper() and not (noun.capital or (opens and head == 1))):
            return None
        tail = words[head:]
        if tail[:1] in ([","], ["and"], ["or"]) and any(word[0].isupper() for word in raw[head:]):
            other = next((i for i in range(1, len(tail)) if tail[i] in source_sets.TAIL), len(tail)) - 1
            if tail[0] == "," or tail[other] not in self._nouns or raw[head + other][0].isupper():
                return None  # the analyst, Ida Hale; critics and Ida Hale; not: experts and officials in Karvia
        placed = _placed(raw, head) if noun.plural and noun.group in source_sets.ANYWHERE else frozenset()
        body = any(
            word[0].isupper()
            and i != head - 1
            and i not in placed
            and not (opens and not i and not (word.isupper() and len(word) > 1))
            and words[i] not in source_sets.ARTICLES
            and not (noun.group == "studies" and source_sets.NATION.match(word))
            for i, word in enumerate(raw)
        )
        described = any(
            not (word in self._empty or word in source_sets.ARTICLES or word in source_sets.SOME or word[0].isdigit())
            and not (noun.group == "studies" and source_sets.NATION.match(raw[i]))
            for i, word in enumerate(words[: head - 1])
        )
        if noun.term == "figure" and (not noun.plural or not source_sets.STANDING.isdisjoint(words[:head])):
            noun = noun._replace(group="officials")
        knows = not source_sets.KNOWS.isdisjoint(tail)
        group = "anonymous" if knows and noun.group in source_sets.MAY_KNOW else noun.group
        return noun.term, group, noun.advice, SourceNoun(noun.plural, determiner, body, described, knows)

    def _other(
        self, raw: Sequence[str], words: Sequence[str], head: int, opens: bool
    ) -> tuple[str, str, str, SourceNoun] | None:
        """The second of two nouns, where the first is one that is not listed: “makers and investors”."""
        capitals = any(word[0].isupper() for i, word in enumerate(raw) if i != head and not (opens and not i))
        if words[head : head + 1] != ["and"] or capitals or not words[head - 1].endswith("s"):
            return None
        if (
            words[0] in source_sets.ARTICLES
            or words[0] in POSSESSIVE
            or words[0].endswith("'s")
            or (opens and head == 1)
        ):
            return None
        return self.read(" ".join(raw[head + 1 :]), False)


def _placed(raw: Sequence[str], head: int) -> frozenset[int]:
    """The words behind the head that only say where: experts in Orne, many in the Far North."""
    found: set[int] = set()
    within = False
    for i in range(head, len(raw)):
        within = raw[i] == "in" or (within and (raw[i][0].isupper() or raw[i] == "the"))
        if within:
            found.add(i)
    return frozenset(found)


def _doing(words: Sequence[str], i: int) -> bool:
    """Whether the word at `i` is a participle that says what those before it do: some judges handling the case."""
    return words[i].endswith("ing") and len(words[i]) > source_sets.RING and words[i - 1].endswith("s")


def _modifies(word: str) -> bool:
    """An adjective, as far as its form can tell: environmental groups."""
    return word.endswith(("al", "ic", "an", "ish", "ive", "ary", "ous", "ern", "ing", "rights", "aid", "green"))


class _Noun(NamedTuple):
    term: str
    group: str
    plural: bool
    capital: bool = False  # it has a capital without being a name
    advice: str = ""


def _somebody(noun: str, determiner: str) -> _Noun | None:
    """“One commuter”, “some commuters”: a noun that is not listed, where the determiner says that nobody is named."""
    if determiner == "one" and noun.endswith(source_sets.DOERS):
        return _Noun(noun, "trade", False)
    if determiner == "some" and noun.removesuffix("s").endswith(source_sets.DOERS) and noun.endswith("s"):
        return _Noun(noun.removesuffix("s"), "trade", True)
    return None


def clause_before(phrase: str) -> int:
    """Code points of a clause that runs into the phrase, 0 for none: “Shares fell and ” before “some analysts”."""
    last = max(phrase.rfind(" and "), phrase.rfind(" but "))
    if last < 0:
        return 0
    words = phrase[:last].lower().split()
    verb = any(word in PAST or word in AUXILIARY or word.endswith("ed") for word in words[1:])
    return phrase.index(" ", last + 1) + 1 if verb and "who" not in words else 0


def _determiner(words: Sequence[str]) -> str:
    first = words[0]
    if any(word.endswith(("'s", "s'")) for word in words[:-1]):
        return "whose"
    if first in source_sets.ARTICLES and not (
        first in ("a", "an") and words[1:2] and words[1] in source_sets.SOME
    ):  # a few, a certain
        return source_sets.ARTICLES[first]
    if first in source_sets.SOME or first in ("a", "an"):
        return "some"
    if first in POSSESSIVE:
        return "whose"
    if any(word[0].isdigit() for word in words[:-1]):  # nearly 12 million voters
        return "counted"
    return "counted" if first in NUMBERS or first in source_sets.MANY else "bare"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")
