"""The cue words of the lexicons, by form."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from hedgelint.lexicon import Lexicons, spellings
from hedgelint.values import dataclass

_MESSAGE = "message"
_NONE: frozenset[str] = frozenset()
CLAUSAL = frozenset(("clause", "that", "stated", "tag"))


SPEECH = frozenset(("clause", "tag"))  # the frame of a verb that stands behind a statement as well as before one
SPOKEN = frozenset(("neutral", "doubting", "emotive"))  # kinds of cues that are speech


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb. `frame` holds what may follow: clause, object, infinitive, tag; `joins` the
    particles and prepositions that become part of the cue, up to three words."""

    lemma: str
    kind: str
    frame: frozenset[str]
    joins: frozenset[tuple[str, ...]]
    forms: frozenset[str]
    passive: frozenset[str] = frozenset()  # where given, what its passive must lead on with
    noun: bool = False  # its base form is as often a noun
    unless: frozenset[str] = frozenset()  # words that give it another sense: showed up, found themselves
    subjects: frozenset[str] = frozenset()  # where given, what only it can be said of
    object_of: frozenset[str] = frozenset()  # its object says something where one of these is the subject: a poll found
    object_with: frozenset[str] = frozenset()  # and where one of these follows the object: put the crowd at 2,000
    hearer: bool = False  # told somebody: the hearer stands between the verb and the statement
    hears: bool = False  # its subject is who was told: the court heard
    twofold: bool = False  # its object has to be called something: called a plan “a disgrace”, not called a taxi


@dataclass(frozen=True, slots=True)
class Noun:
    """`joins`: prepositions that lead from the noun to what was said and belong to the cue; `ownerless`: it speaks
    with nobody's name before it too, as in “amid questions about”; `is_that`: it says something only as in “her advice
    is that”."""

    lemma: str
    kind: str
    joins: frozenset[str]
    ownerless: bool = False
    is_that: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` of a preposition before a source, or of an adverb; `opens`: only at the head of its sentence; `heads`:
    the nouns it makes a source of, where it does so of no others."""

    words: tuple[str, ...]
    shape: str
    opens: bool
    heads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Forms:
    """Words that are a form of some verb of saying, by which form."""

    participles: frozenset[str]
    past: frozenset[str]
    finite: frozenset[str]
    tags: frozenset[str]
    sayings: frozenset[str]  # past forms that say something without a preposition or a particle of their own
    objects: frozenset[str]  # finite forms that lead to an object and to no clause
    things: frozenset[str] = frozenset()  # nouns of what shows something and says nothing


def phrases(lexicons: Lexicons) -> dict[str, list[Phrase]]:
    """By the first word of each."""
    table: dict[str, list[Phrase]] = {}
    for entry in lexicons["attribution-phrases"].entries:
        words = tuple(str(entry["term"]).split())
        for shape in spellings(entry["shape"]):
            if shape != _MESSAGE:
                heads = frozenset(map(str, entry.get("heads", ())))
                table.setdefault(words[0], []).append(Phrase(words, str(shape), bool(entry.get("opens")), heads))
    return table


def labels(lexicons: Lexicons) -> frozenset[str]:
    """What stands before a colon and is nobody who speaks: video, update."""
    return frozenset(
        str(entry["term"]) for entry in lexicons["attribution-phrases"].entries if "label" in spellings(entry["shape"])
    )


def messages(lexicons: Lexicons) -> frozenset[str]:
    """What somebody can issue that says something: a statement, a tweet."""
    return frozenset(
        str(entry["term"]) for entry in lexicons["attribution-phrases"].entries if _MESSAGE in spellings(entry["shape"])
    )


def things(lexicons: Lexicons) -> frozenset[str]:
    """Nouns, with their plurals, of what shows something and says nothing: a search, the floods."""
    entries = lexicons["thing-nouns"].entries
    terms = [str(form) for entry in entries for form in (entry["term"], *entry.get("forms", ()))]
    plurals = [term + ("es" if term.endswith(("s", "x", "ch", "sh")) else "s") for term in terms]
    ies = [term[:-1] + "ies" for term in terms if term.endswith("y")]
    return frozenset((*terms, *plurals, *ies))


def titles(lexicons: Lexicons) -> frozenset[str]:
    """Single words that stand before a name only: Mr, Dr. What follows them is no cue, whatever its letters."""
    return frozenset(
        form.lower()
        for entry in lexicons["titles"].entries
        for form in (str(entry["term"]), *map(str, entry.get("forms", ())))
        if entry.get("gender") or len(form) < 4
    )


class Verbs(Mapping[str, Verb]):
    """Verbs by their forms, each made of its row when it is first asked for: a story has few of two thousand."""

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self._rows = rows
        self._met: dict[str, Verb] = {}
        self._made: dict[bytes, Verb] = {}  # many forms share one

    def __getitem__(self, form: str) -> Verb:
        if form not in self._met:
            row = self._rows[form]
            if row not in self._made:
                self._made[row] = Verb(*marshal.loads(row))
            self._met[form] = self._made[row]
        return self._met[form]

    def get(self, form: str, default: Any = None) -> Any:
        return self[form] if form in self._rows else default

    def __contains__(self, form: object) -> bool:
        return form in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def verbs(lexicons: Lexicons) -> Verbs:
    return Verbs(lexicons.plain("verbs of saying", _verb_rows))


def forms(lexicons: Lexicons) -> Forms:
    return Forms(*lexicons.plain("forms of verbs of saying", _form_rows))


def _verb_rows(lexicons: Lexicons) -> dict[str, bytes]:
    """The fields of a Verb in their order, as `marshal` writes them, by each form."""
    table: dict[str, bytes] = {}
    for entry in lexicons["reporting-verbs"].entries:
        forms: dict[str, set[str]] = {}
        given = entry.get("forms") or {"base": entry["term"]}
        for name, spelt in given.items():
            for form in spellings(spelt):
                forms.setdefault(str(form), set()).add(str(name))
        made: dict[frozenset[str], bytes] = {}  # of this entry: most forms of a verb are alike but for which they are
        lemma, kind = str(entry["term"]), str(entry.get("kind", "neutral"))
        frame, joins, *rest = _properties(entry)
        for form, names in forms.items():
            if form not in table:
                which = frozenset(names)
                if which not in made:
                    made[which] = marshal.dumps((lemma, kind, frame, joins, which, *rest))
                table[form] = made[which]
    return table


def _form_rows(lexicons: Lexicons) -> tuple[frozenset[str], ...]:
    """The fields of Forms, in their order."""
    table = verbs(lexicons)
    finite = frozenset(word for word, verb in table.items() if verb.forms & {"s", "past"})
    return (
        frozenset(word for word, verb in table.items() if "ing" in verb.forms),
        frozenset(word for word, verb in table.items() if "past" in verb.forms),
        finite,
        frozenset(word for word in finite if "tag" in table[word].frame),
        frozenset(word for word, verb in table.items() if "past" in verb.forms and (verb.frame or verb.object_with)),
        frozenset(word for word in finite if table[word].frame and table[word].frame.isdisjoint(CLAUSAL)),
        things(lexicons),
    )


def _properties(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    """What all forms of a verb share, in the order of Verb."""
    return (
        _words(entry, "frame"),
        _joins(entry),
        _words(entry, "passive"),
        bool(entry.get("noun")),
        *(_words(entry, key) for key in ("unless", "subjects", "object_of", "object_with")),
        bool(entry.get("hearer")),
        bool(entry.get("hears")),
        bool(entry.get("twofold")),
    )


def _words(entry: Mapping[str, Any], key: str) -> frozenset[str]:
    given = entry.get(key)
    return frozenset(map(str, given)) if given else _NONE


def _joins(entry: Mapping[str, object]) -> frozenset[tuple[str, ...]]:
    given = entry.get("with")
    return frozenset(tuple(str(words).split()) for words in given) if isinstance(given, list | tuple) else frozenset()


def adjectives(lexicons: Lexicons) -> Verbs:
    """As verbs whose only form is `adjective`, or `impersonal` where they name nobody."""
    return Verbs(lexicons.plain("adjectives of saying", _adjective_rows))


def _adjective_rows(lexicons: Lexicons) -> dict[str, bytes]:
    return {
        str(entry["term"]): marshal.dumps(
            (
                str(entry["term"]),
                str(entry.get("kind", "belief")),
                frozenset(map(str, entry.get("frame", ()))),
                _joins(entry),
                frozenset(("impersonal",) if entry.get("nobody") else ("adjective",)),
            )
        )
        for entry in lexicons["attribution-adjectives"].entries
    }


def nouns(lexicons: Lexicons) -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for entry in lexicons["attribution-nouns"].entries:
        noun = Noun(
            str(entry["term"]),
            str(entry.get("kind", "neutral")),
            frozenset(map(str, entry.get("with", ()))),
            bool(entry.get("ownerless")),
            bool(entry.get("is_that")),
        )
        table.setdefault(noun.lemma, noun)
        if entry.get("plural"):
            table.setdefault(str(entry["plural"]), noun)
    return table
