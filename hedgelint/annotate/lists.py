"""The word lists that these annotators read, and the columns that they look at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.loaded import LOADED_LEXICONS
from hedgelint.lexicon import SENSES, Column, Columns

_FORMS = {"forms": SENSES["forms"]}
_LOADED: Columns = {
    **SENSES,
    "strength": Column(
        "how heavy the word is",
        values={
            "strong": "a warning, or what the rule for strong words says",
            "mild": "a suggestion, or what the rule for mild words says",
        },
    ),
    "advice": Column("what to write in its place, or to find out; it ends the message"),
    "alternatives": Column("words that say it without the judgement", "texts"),
    "contested": Column("one house prints it and the next never does", "yes"),
    "source": Column("which style guide speaks of it"),
    "asked": Column(
        "whether the default set speaks of a mild one", values={"own": "a suggestion where it is the reporter's own"}
    ),
    "voice": Column("whose it must be", values={"own": "only the reporter's; in anybody's statement it is left alone"}),
}

LISTS: Mapping[str, Columns] = {
    "abbreviations": {
        "ends": Column("whether it can end a sentence", values={"sometimes": "before a word that begins one it does"}),
        "before": Column("what has to follow it", values={"number": "it is one only before a figure"}),
    },
    "sentence-starters": {},
    "apostrophes": {},
    **dict.fromkeys(LOADED_LEXICONS, _LOADED),
    "naming-verbs": {
        **_FORMS,
        "role": Column(
            "where the name stands",
            values={"name": "behind what is named", "as": "behind an “as”", "of": "behind an “of”"},
        ),
    },
    "certainty": {
        **SENSES,
        "role": Column(
            "what the word does to a statement",
            values={
                "hedge": "leaves it open",
                "alleged": "says that it is only claimed",
                "condition": "makes it hang on another",
                "link": "joins two things and calls neither the cause",
                "cause": "calls one the cause of the other",
                "bound": "sets a limit to a figure",
                "scope": "says of how many it holds",
                "limit": "says of whom, or from when on, it holds",
                "denying": "denies it",
            },
            required=True,
        ),
    },
    "confidence": {
        **SENSES,
        "class": Column(
            "what the word does",
            values={
                "hedge": "leaves a statement open",
                "booster": "says that it is sure",
                "vague-source": "has it from nobody in particular",
                "vague-quantity": "counts without a number",
            },
        ),
        "group": Column(
            "its grammar, for rules that ask for it",
            values={
                "modal": "may, might",
                "adverb": "perhaps",
                "adjective": "likely",
                "noun": "the chance",
                "verb": "suggests",
                "evidential": "apparently",
                "shield": "as far as is known",
                "approximator": "about",
                "quantity": "many",
                "rank": "among the first",
                "phrase": "in all likelihood",
                "proof": "proves",
            },
        ),
    },
    "probability-scales": {
        **_FORMS,
        "bands": Column("per cent from and to, by scale: {PHIA: [80, 90]}", "bands", required=True),
    },
    "irregular-verbs": {"forms": Column("its past and participle, and what spelling changes", "texts", required=True)},
    "toll-words": _FORMS,
    "degree-words": {
        **_FORMS,
        "role": Column(
            "what it does to a word of likelihood",
            values={"degree": "strengthens or weakens it", "denial": "denies it"},
        ),
    },
}
