"""The word lists that only one kind of rule reads, and the columns that it looks at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.lexicon import SENSES, Column, Columns

LISTS: Mapping[str, Columns] = {
    "former-rules": {
        "now": Column("the rule that does its work now; without one it is gone"),
        "advice": Column("what is said of a rule that is gone"),
    },
    "profiles": {
        "labels": Column("what stands at the head of such a story", "texts"),
        "folders": Column("names of folders in which such stories lie", "texts"),
        "ignore": Column("rules that do not run on such a story", "texts"),
        "milder": Column("rules that only suggest there", "texts"),
    },
    "accusing-verbs": {
        "forms": SENSES["forms"],
        "then": Column("the word that has to follow whoever is accused, if any: accused the mayor of"),
        "role": Column(
            "how somebody is accused",
            values={
                "accuses": "by name of a charge",
                "charged": "by the police or the prosecution",
                "act": "a state's forces or offices do something to people",
                "wrong": "the same, or another says that anybody did it",
                "criticises": "somebody finds fault, which asks less",
                "deed": "another says what somebody did",
                "faces": "somebody has to answer it, whoever brings it",
                "fault": "another says what somebody is",
            },
        ),
        "soft": Column("where what has to follow does not, it is blame", "yes"),
    },
    "states": {"forms": SENSES["forms"]},
    "title-words": {
        "book": Column(
            "whose titles have it small",
            values={"ap": "those of all style books", "chicago": "those in the Chicago style only"},
        )
    },
    "reply-signs": {
        "forms": SENSES["forms"],
        "kind": Column(
            "what shows that the other side was heard",
            values={
                "answer": "a denial or a plea",
                "voice": "somebody who speaks for another",
                "sought": "an answer was asked for",
                "verdict": "a court has spoken",
            },
        ),
    },
}
