"""The cue words of the lexicons, by form."""

from __future__ import annotations

from dataclasses import dataclass

from hedgelint.lexicon import Lexicons


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb. `frame` holds what may follow: clause, object, infinitive, tag; `joins` the
    prepositions that become part of the cue."""

    lemma: str
    kind: str
    frame: frozenset[str]
    joins: frozenset[str]
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """`joins`: prepositions that lead from the noun to what was said and belong to the cue; `ownerless`: it speaks
    with nobody's name before it too, as in “amid questions about”."""

    lemma: str
    kind: str
    joins: frozenset[str]
    ownerless: bool = False


def verbs(lexicons: Lexicons) -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for entry in lexicons["reporting-verbs"].entries:
        forms: dict[str, set[str]] = {}
        given = entry.get("forms") or {"base": entry["term"]}
        for name, form in given.items():
            forms.setdefault(str(form), set()).add(str(name))
        for form, names in forms.items():
            table.setdefault(
                form,
                Verb(
                    str(entry["term"]),
                    str(entry.get("kind", "neutral")),
                    frozenset(map(str, entry.get("frame", ()))),
                    frozenset(map(str, entry.get("with", ()))),
                    frozenset(names),
                ),
            )
    return table


def adjectives(lexicons: Lexicons) -> dict[str, Verb]:
    """As verbs whose only form is `adjective`, or `impersonal` where they name nobody."""
    return {
        str(entry["term"]): Verb(
            str(entry["term"]),
            str(entry.get("kind", "belief")),
            frozenset(map(str, entry.get("frame", ()))),
            frozenset(map(str, entry.get("with", ()))),
            frozenset(("impersonal",) if entry.get("nobody") else ("adjective",)),
        )
        for entry in lexicons["attribution-adjectives"].entries
    }


def nouns(lexicons: Lexicons) -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for entry in lexicons["attribution-nouns"].entries:
        noun = Noun(str(entry["term"]), str(entry.get("kind", "neutral")), frozenset(map(str, entry.get("with", ()))), bool(entry.get("ownerless")))
        table.setdefault(noun.lemma, noun)
        if entry.get("plural"):
            table.setdefault(str(entry["plural"]), noun)
    return table
