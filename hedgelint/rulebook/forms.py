"""Forms of words that follow the rules of English spelling, for entries of word lists that give none."""

from __future__ import annotations

import re
from typing import Any

from hedgelint.patterns import pattern_of

VERB_FORMS = ("base", "s", "past", "participle", "ing")
_HISSING = pattern_of(r"(?:s|x|z|ch|sh|[^aeiou]o)\Z")
_Y = pattern_of(r"[^aeiou]y\Z")
_DOUBLED = pattern_of(r"(?:\A|[^aeiou]|qu)[bcdfghjklmnpqrstvwxz]*[aeiou][bdglmnprt]\Z")  # of one syllable: grin, chat


def plural(noun: str) -> str:
    """Of the noun's last word: claims, stories, speeches."""
    if _Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _HISSING.search(noun) else f"{noun}s"


def verb_forms(verb: str) -> dict[str, str]:
    """All five of VERB_FORMS of a regular verb: mumble, mumbles, mumbled, mumbled, mumbling."""
    if verb.endswith("e"):
        past, ing = f"{verb}d", f"{verb}ing" if verb.endswith(("ee", "oe", "ye")) else f"{verb[:-1]}ing"
        if verb.endswith("ie"):
            ing = f"{verb[:-2]}ying"
    elif _Y.search(verb):
        past, ing = f"{verb[:-1]}ied", f"{verb}ing"
    else:
        stem = verb + verb[-1] if _is_short(verb) else verb
        past, ing = f"{stem}ed", f"{stem}ing"
    return {"base": verb, "s": plural(verb), "past": past, "participle": past, "ing": ing}


def _is_short(verb: str) -> bool:
    """One syllable that ends in one vowel and one consonant, which is doubled."""
    return len(re.findall(r"[aeiouy]+", verb.replace("qu", "q"))) == 1 and _DOUBLED.search(verb) is not None


def forms_of(entry: dict[str, Any]) -> dict[str, Any]:
    """The forms of a verb as its entry gives them, or those of its term, where `irregular` ones are written and those
    under `without` left out; both are taken out of the entry."""
    irregular, without = entry.pop("irregular", {}), entry.pop("without", ())
    if entry.get("forms"):
        given: dict[str, Any] = entry["forms"]
        return given
    return {name: form for name, form in {**verb_forms(entry["term"]), **irregular}.items() if name not in without}
