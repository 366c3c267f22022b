"""The word lists that nameless sources are found by, and the columns that are looked at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.lexicon import SENSES, Column, Columns

_FORMS = {"forms": SENSES["forms"]}

LISTS: Mapping[str, Columns] = {
    "source-adjectives": _FORMS,
    "thing-nouns": _FORMS,
    "nameless-sources": {
        **_FORMS,
        "group": Column(
            "what a reader would need instead",
            values={
                "anonymous": "whoever cannot be named: how they know, and why not",
                "authorities": "which of them",
                "offices": "who speaks for it",
                "scientists": "one, with field and place of work",
                "experts": "one, with field and place of work",
                "critics": "one, and whom they speak for",
                "people": "who, or how many",
                "witnesses": "who saw it",
                "trade": "people by what they do: one of them",
                "officials": "which office",
                "politicians": "which party",
                "lawyers": "whose",
                "spokesmen": "of whom",
                "organisations": "which",
                "press": "which paper",
                "reports": "whose",
                "documents": "whose, and who has seen them",
                "studies": "which study",
            },
        ),
        "plural": Column("it has no singular", "yes"),
        "plurals": Column("its plurals, where the rule would make others", "texts"),
        "capital": Column("it counts with a capital too", "yes"),
        "advice": Column("what to write in its place"),
    },
    "frame-words": {
        **_FORMS,
        "roles": Column(
            "what it does with a noun of `hidden-frames`",
            "texts",
            {
                "done": "behind a form of be or have: questions were raised",
                "thrives": "without one: rumours persist",
                "grows": "before the noun: growing concern",
                "draws": "what meets with it: the plan drew criticism",
                "minded": "what those without a name are: experts are divided",
                "ascribes": "what they put down to something: heat, which experts link to",
                "moves": "what is done to them: the plan alarmed critics",
            },
            required=True,
        ),
        "with": Column("where it ascribes, words of which one must follow, or which or what stand before", "texts"),
    },
    "hidden-frames": {
        **_FORMS,
        "frames": Column(
            "the shapes in which the word hides who says so",
            "texts",
            {
                "raised": "he is believed to have left",
                "impersonal": "it is believed that",
                "ascribed": "he is seen as; `with` lists what must follow",
                "noun": "questions were raised, there are claims",
                "adjective": "the rumoured sale",
                "came-out": "it emerged that",
                "view-is": "the mood in the town is that",
                "reported": "shots were reported",
                "adverb": "reportedly",
                "reaction": "the plan drew criticism",
            },
            required=True,
        ),
        "with": Column("words of which one must follow", "texts"),
        "group": Column(
            "what it amounts to",
            values={
                "belief": "what somebody thinks",
                "report": "what somebody says has happened",
                "forecast": "what somebody expects",
                "accusation": "what somebody is blamed for",
                "judgement": "what somebody holds good or bad",
                "reputation": "what somebody is known as",
                "estimate": "what somebody reckons",
                "footage": "what somebody has posted, and somebody has to have checked",
            },
        ),
    },
}
