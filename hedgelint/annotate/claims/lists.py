"""The word lists that claims are found by, and the columns that are looked at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.claims.forms import FORMS
from hedgelint.annotate.story import CLAIM_REASONS
from hedgelint.lexicon import GROUP, SENSES, Column, Columns

_WANTS = {
    "statistic": "a share or a rate: who counted?",
    "toll": "how many died, were hurt or driven out, or are reckoned to be: who counted?",
    "quantity": "a plain figure: whose is it?",
    "superlative": "the first, the most: by whose count?",
    "cause": "one thing led to another: who says it did?",
    "accusation": "somebody did wrong: who says so?",
    "health": "what harms or heals: which study?",
    "prediction": "what will be: who expects it?",
    "judgement": "what is good or bad: whose view?",
    "legality": "what the law allows: which law?",
    "thought": "what many are said to think: who has asked them?",
    "report": "what goes on behind doors: who has told it?",
    "mind": "what somebody thinks or wants: how is it known?",
}
_REASONS = {name: _WANTS.get(name, "") for name in CLAIM_REASONS}
LISTS: Mapping[str, Columns] = {
    "claim-triggers": {
        **SENSES,
        "reason": Column("why such a statement wants a source", values=_REASONS, required=True),
        "on_record": Column("it can be looked up, and nobody need be asked", "yes"),
        "estimate": Column("it is no count, and somebody reckoned it", "yes"),
        "focus": Column("what the finding points at", values={"figure": "the figure behind it"}),
    },
    "frames": {
        "says": Column("a few words of its kind", required=True),
        "reason": Column(
            "why such a statement wants a source, where the word does not say it", values=_REASONS, required=True
        ),
        "before": Column(
            f"what stands before the word and reaches up to it, as a pattern; what is asked about begins at its group "
            f"`(?P<{GROUP}>…)`, else with the word",
            "beside",
        ),
        "behind": Column("what stands behind the word, from its last letter on, as a pattern", "beside"),
        "form": Column("which form of it the word must be", values=FORMS),
        "firm": Column("it asks as any claim does; others are suggested at most", "yes"),
        "finds": Column("texts in which [[…]] marks what the frame finds", "marked", required=True),
        "leaves": Column("texts in which a word of the frame stands in no frame", "texts"),
    },
    "claim-frames": {
        **SENSES,
        "frames": Column(
            "the frames in which it asks for a source: entries of `frames`", "texts", required=True, of="frames"
        ),
        "reason": Column("why such a statement wants a source, where the frame does not say it", values=_REASONS),
    },
    "passage-signs": {
        **SENSES,
        "kind": Column(
            "whose figures are there for all to see",
            values={
                "election": "counts that an office publishes",
                "sport": "results and scores",
                "play": "what a match showed",
                "market": "prices of shares and money",
                "accounts": "a company's own figures",
                "deal": "what was paid, when it was bought",
                "price": "what is on the ticket",
                "law": "a rate that somebody set",
                "weather": "what was measured or foretold",
                "seen": "what the reporter and everybody saw",
                "notice": "what the paper says of itself",
            },
            required=True,
        ),
        "near": Column("only where a sign of the same kind stands near", "yes"),
    },
    "no-source-needed": {
        **SENSES,
        "kind": Column(
            "why nobody need be asked",
            values={
                "record": "a court, a law or a filing answers for it",
                "evidence": "a poll or a study answers for the figures round it",
                "told": "somebody's view is being told",
                "voice": "people are heard in a debate",
                "plan": "it is what somebody wants or has decided, with its own figures",
                "topic": "it is what the talk is about",
                "asked": "what follows is in doubt, or is somebody's thought",
                "supposed": "what follows is only supposed",
                "wish": "it is still to come",
                "conditional": "it only might be",
            },
            required=True,
        ),
    },
}
