"""The words for a source that has no name: the noun that heads them, and what is told beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from hedgelint.annotate.attributions import cues
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    NUMBERS,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBJECT,
    word_set,
)
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb
from hedgelint.annotate.story import SourceNoun
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of

_WORD = pattern_of(r"[\w’'.&-]*\w|,")
# What follows the head noun.
_TAIL = PREPOSITION | word_set(
    "who that which whose , familiar close briefed briefing working speaking representing quoted including involved "
    "and or there present"
)
_KNOWS = word_set(
    "familiar close briefed knowledge inside involved present attended saw seen read within access room meeting talks"
)
_SOME = word_set("some many several most few various numerous certain countless other more")
_SOMEBODY = _SOME | {"one", "another", "a"}
_MANY = word_set("dozens scores hundreds thousands")
_ARTICLES = {
    "the": "the",
    "this": "the",
    "that": "the",
    "these": "the",
    "those": "the",
    "a": "a",
    "an": "a",
    "any": "a",
} | {
    "one": "one",
    "another": "one",
    "both": "counted",
}


_SPEECH = ("neutral", "doubting", "endorsing", "belief", "promise", "emotive", "attack")
_HEARD = (
    "anonymous",
    "studies",
    "experts",
    "scientists",
    "critics",
    "people",
    "politicians",
    "officials",
    "press",
    "organisations",
    "trade",
)
_FROM = frozenset(("by", "from", "among"))
_WITHIN = frozenset(("in", "at", "within", "across"))
_RAISED = frozenset(("raise", "raised", "voice", "voiced", "express", "expressed"))
_PLAIN = frozenset(("base", "past"))
_PERFECT = frozenset(("participle",))
_MAY_KNOW = frozenset(("people", "officials", "critics", "lawyers", "trade", "offices", "experts"))
_NO_FACT = word_set("should could would might must can cannot not never do did")
_MODIFIERS = 3  # words before a noun
# Of which figures one knows that they are people: a senior figure, party figures; but state figures.
_STANDING = word_set(
    "senior leading top key prominent opposition party military religious political industry establishment influential"
    " powerful community cultural underworld church club court palace royal showbiz rebel moderate hardline radical"
)
_MINDED = word_set(
    "divided split unsure undecided sceptical skeptical baffled puzzled perplexed surprised stunned alarmed worried"
    " concerned doubtful optimistic pessimistic convinced unconvinced hopeful fearful adamant agreed unanimous"
    " unimpressed dismayed outraged furious angry"
)
# What is a feeling of the crowd, seen without a word, and a judgement of those whose trade it is to have one.
_MOVED = word_set("surprised stunned alarmed dismayed outraged furious angry baffled puzzled")
_CROWDS = frozenset(("people", "witnesses"))
# What many do with something “as” something else, and what those do who are not pleased.
_SEE = word_set("see sees view views viewed regard regards regarded perceive perceives perceived")
_GESTURES = {
    word: frozenset(objects.split())
    for verbs, objects in (
        ("shake shook shaking shaken scratch scratched scratching", "heads"),
        ("sound sounded sounding", "alarm"),
        ("raise raised raising", "eyebrows alarm"),
        ("cry cried crying", "foul"),
        ("wring wringing wrung", "hands"),
    )
    for word in verbs.split()
}
_LED = word_set("led leads lead leading prompted prompting prompts caused causing")
_WONDER = word_set("wonder question ask speculate")
_PUT = word_set("put puts give gives gave place places placed")
_PUT_AT = word_set("at number figure toll cost total lead points ahead behind percent odds chance")
_MEASURE = frozenset(("studies", "reports"))
# What says of which country a study is, and not whose.
_NATION = pattern_of(r"(?:US|UK|EU|U\.S|U\.K|French|Dutch|Swiss|Greek|German|[A-Z][a-z]+(?:ish|ese|ian|ean|ican))\Z")
_DOERS = ("er", "or", "ist", "ian", "ee", "man", "woman", "person")  # how words for people end


def _speaking(verbs: Mapping[str, cues.Verb], lexicons: Lexicons) -> dict[str, frozenset[str]]:
    return {
        word: verb.forms
        for word, verb in verbs.items()
        if "clause" in verb.frame and not verb.hearer and verb.kind in _SPEECH
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

        self._speak = lexicons.plain("verbs that people without a name say by", partial(_speaking, verbs))
        self._told = frozenset(
            form
            for entry in lexicons["hidden-frames"].entries
            if "noun" in entry["frames"]
            for form in (entry["term"], *entry.get("forms", ()))
        )
        self.plurals = tuple(word for word, noun in self._nouns.items() if noun.plural and noun.group in _HEARD)

    def worth_reading(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether one of the words round a noun can make a source of it."""
        return not (
            _FROM.isdisjoint(before)
            and self._speak.keys().isdisjoint(behind)
            and _RAISED.isdisjoint(behind)
            and _MINDED.isdisjoint(word.strip(".,") for word in behind)
            and _PUT.isdisjoint(behind)
            and _SEE.isdisjoint(behind)
            and "charge" not in behind
            and _GESTURES.keys().isdisjoint(behind)
            and not ("to" in behind[:1] and not _LED.isdisjoint(before))
        )

    def heard_from(self, unit: Unit, last: int) -> tuple[int, int] | None:
        """From a word of saying to the noun at `last` to which it leads: “pressure from donors”, “named by outlets”."""
        words, first = unit.words, self._first(unit, last)
        while first > 1 and last - first < _MODIFIERS and _modifies(words[first - 1]):
            first -= 1
        if first < 2 or words[first - 1] not in _FROM:
            return None
        word = words[first - 2]
        if word in self._told or (words[first - 1] == "by" and "participle" in self._speak.get(word, ())):
            return first - 2, last + 1
        return None

    def led(self, unit: Unit, last: int) -> tuple[int, int] | None:
        """From what leads the noun at `last` to say or think it to the verb: “has led some to question”."""
        words, first = unit.words, self._first(unit, last)
        if not first or words[first - 1] not in _LED or words[last + 1 : last + 2] != ["to"] or last + 3 >= len(words):
            return None
        verb = words[last + 2]
        return (first - 1, last + 3) if verb in _WONDER or "base" in self._speak.get(verb, ()) else None

    def _first(self, unit: Unit, last: int) -> int:
        words, first = unit.words, last
        while first and (words[first - 1] in self._empty or words[first - 1] in _SOME or words[first - 1] in _ARTICLES):
            first -= 1
        return first

    def spoken(self, unit: Unit, last: int) -> tuple[int, int] | None:
        """From the first word of the phrase that the noun at `last` heads to behind the verb of saying that follows it:
        “some analysts have long argued”, “theorists who claim”, “people in the trade have raised concerns”."""
        words, first = unit.words, self._first(unit, last)
        end = last + 1
        if words[end : end + 1] == ["who"] or (
            words[end : end + 2] == [",", "who"] and self._nouns[words[last]].group == "critics"
        ):
            end += 1 + (words[end] == ",")
        elif words[end : end + 1] and words[end] in _WITHIN:
            end = next((i for i in range(end + 1, min(end + 5, len(words))) if words[i] in AUXILIARY), end)
        if words[first] in PREPOSITION:
            return None
        group = end
        while end < len(words) and (words[end] in AUXILIARY or is_adverb(words[end])):
            end += 1
        if end + 1 >= len(words) or not _NO_FACT.isdisjoint(words[group:end]):
            return None
        noun = self._nouns.get(words[last])
        if words[end] in _MINDED and not BE.isdisjoint(words[group:end]):
            crowd = noun is not None and noun.group in _CROWDS
            return None if crowd and words[end] in _MOVED else (first, end + 1)
        thinks = noun and self._thinks(words, end, noun.group, BE.isdisjoint(words[group:end]))
        if thinks is not None:
            return (first, end + 1) if thinks and not (first and words[first - 1] in PREPOSITION) else None
        raised = words[end] in _RAISED and not self._told.isdisjoint(words[end + 1 : end + 4])
        forms = frozenset(("base", "past", "participle")) if raised else self._speak.get(words[end], frozenset())
        plain = group == end or words[end - 1] not in AUXILIARY
        if not forms & (_PLAIN if plain else _PERFECT) or (not plain and not BE.isdisjoint(words[group:end])):
            return None
        if words[end + 1] in PREPOSITION or words[end + 1] in STOP - {QUOTE, ","}:
            return None
        if first and (words[first - 1] in PREPOSITION or words[first - 1] in POSSESSIVE or words[first - 1] == "by"):
            return None
        return first, end + 1

    def _thinks(self, words: Sequence[str], at: int, group: str, active: bool) -> bool | None:
        """Whether the verb at `at` is one of holding a view with what goes with it (see … as, put … at, shake their
        heads); None where it is another."""
        behind = words[at + 1 : at + 9]
        if words[at] in _SEE and active and "as" in behind[1:-1]:
            return behind[behind.index("as", 1) + 1] not in SUBJECT  # see the boat as it comes in
        if words[at] == "charge":  # critics charge that; as a noun it comes before other words
            return group == "critics" and behind[:1] != [] and (behind[0] == "that" or behind[0] in BE)
        if not _GESTURES.get(words[at], frozenset()).isdisjoint(behind[:3]):
            return group != "people"
        if words[at] in _PUT and not _PUT_AT.isdisjoint(behind[:6]):
            return group in _MEASURE or not {"at", "as"}.isdisjoint(behind)
        return None

    def read(self, phrase: str, opens: bool) -> tuple[str, str, str, SourceNoun] | None:
        """Term, group, advice and what is told of the source; None where a name or a noun not listed is the head.
        `opens`: the phrase begins its sentence, so that its first capital says nothing."""
        raw = _WORD.findall(phrase)
        words = [word.lower().replace("’", "'") for word in raw]
        head = next((i for i, word in enumerate(words) if i and word in _TAIL), len(words))
        if not head or (words[0].endswith("ing") and words[1:2] and words[1] in _ARTICLES):
            return None  # hanging the officials
        noun = self._nouns.get(words[head - 1])
        if noun is None and words[0] not in _SOMEBODY:
            return self._other(raw, words, head, opens)
        determiner = _determiner(words[:head])
        if determiner not in ("the", "whose") and not _SOME.isdisjoint(
            words[: head - 1]
        ):  # one reason some analysts say
            determiner = "some"
        noun = noun or _somebody(words[head - 1], determiner)
        if noun is None or (raw[head - 1][0].isupper() and not (noun.capital or (opens and head == 1))):
            return None
        tail = words[head:]
        if tail[:1] in ([","], ["and"], ["or"]) and any(word[0].isupper() for word in raw[head:]):
            return None  # the analyst, Ida Hale; critics and Ida Hale
        body = any(
            word[0].isupper()
            and i != head - 1
            and not (opens and not i)
            and words[i] not in _ARTICLES
            and not (noun.group == "studies" and _NATION.match(word))
            for i, word in enumerate(raw)
        )
        described = any(
            not (word in self._empty or word in _ARTICLES or word in _SOME or word[0].isdigit())
            and not (noun.group == "studies" and _NATION.match(raw[i]))
            for i, word in enumerate(words[: head - 1])
        )
        if noun.term == "figure" and (not noun.plural or not _STANDING.isdisjoint(words[:head])):
            noun = noun._replace(group="officials")
        knows = not _KNOWS.isdisjoint(tail)
        group = "anonymous" if knows and noun.group in _MAY_KNOW else noun.group
        return noun.term, group, noun.advice, SourceNoun(noun.plural, determiner, body, described, knows)

    def _other(
        self, raw: Sequence[str], words: Sequence[str], head: int, opens: bool
    ) -> tuple[str, str, str, SourceNoun] | None:
        """The second of two nouns, where the first is one that is not listed: “makers and investors”."""
        capitals = any(word[0].isupper() for i, word in enumerate(raw) if i != head and not (opens and not i))
        if words[head : head + 1] != ["and"] or capitals or not words[head - 1].endswith("s"):
            return None
        if words[0] in _ARTICLES or words[0] in POSSESSIVE or words[0].endswith("'s") or (opens and head == 1):
            return None
        return self.read(" ".join(raw[head + 1 :]), False)


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
    if determiner == "one" and noun.endswith(_DOERS):
        return _Noun(noun, "trade", False)
    if determiner == "some" and noun.removesuffix("s").endswith(_DOERS) and noun.endswith("s"):
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
    if first in _ARTICLES and not (first in ("a", "an") and words[1:2] and words[1] in _SOME):  # a few, a certain
        return _ARTICLES[first]
    if first in _SOME or first in ("a", "an"):
        return "some"
    if first in POSSESSIVE:
        return "whose"
    if any(word[0].isdigit() for word in words[:-1]):  # nearly 12 million voters
        return "counted"
    return "counted" if first in NUMBERS or first in _MANY else "bare"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")
