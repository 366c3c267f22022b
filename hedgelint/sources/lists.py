"""The word lists by which quotations are held against a source, and the columns that are looked at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.lexicon import Column, Columns

LISTS: Mapping[str, Columns] = {
    "fidelity-words": {
        "role": Column(
            "what it means that such a word is left out or put in",
            values={
                "filler": "nothing: um",
                "filler-phrase": "nothing, where it carries nothing: you know",
                "set-off": "nothing, where it stands by itself: like, right",
                "function": "little: the",
                "negation": "the opposite: not",
                "denial": "the opposite, by a verb: deny",
            },
        ),
        "seam": Column(
            "what it does at a cut or an edge: light, opener, condition, limit, idle, inverted, bound, hedge, "
            "auxiliary, frame, reversal"
        ),
        "set_off": Column("it says nothing where commas set it off", "yes"),
    },
    "transcript-labels": {
        "role": Column(
            "what the label stands for",
            values={
                "unknown": "somebody, and nobody knows who",
                "asks": "whoever asks",
                "answers": "whoever answers",
                "part": "a part in the proceedings",
                "no-label": "nobody: it is none",
            },
            required=True,
        ),
    },
    "transcript-noises": {},
    "spelling-variants": {
        "same_as": Column("the word it is another spelling of", required=True),
    },
}
