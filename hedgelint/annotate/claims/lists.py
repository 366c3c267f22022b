"""The word lists that claims are found by, and the columns that are looked at."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.story import CLAIM_REASONS
from hedgelint.lexicon import SENSES, Column, Columns

_WANTS = {
    "statistic": "a share or a rate: who counted?",
    "quantity": "a plain figure: whose is it?",
    "superlative": "the first, the most: by whose count?",
    "cause": "one thing led to another: who says it did?",
    "accusation": "somebody did wrong: who says so?",
    "health": "what harms or heals: which study?",
    "prediction": "what will be: who expects it?",
    "judgement": "what is good or bad: whose view?",
    "legality": "what the law allows: which law?",
    "thought": "what many are said to think: who has asked them?",
    "mind": "what somebody thinks or wants: how is it known?",
}
_REASONS = {name: _WANTS.get(name, "") for name in CLAIM_REASONS}
_FRAMES = {
    "by-passive": "prices were driven up by the drought",
    "by-reduced": "prices driven up by the drought",
    "active": "the closure sparked a wave of burglaries",
    "result": "the pump failed, fuelling fears of a flood",
    "moves": "the drought dented demand",
    "inference": "a fault that nobody saw, highlighting the need for repair",
    "inference-that": "the fault suggests that nobody looked",
    "compared": "the valley grows faster than other valleys",
    "state": "the valley is under threat",
    "has-been": "the valley has long been poor",
    "has": "the guard had good ties with the mill",
    "sign": "the mill is hiring, a sign that trade is back",
    "stands-as": "the shortage, a result of the drought",
    "opens": "as a result, nobody drinks the water",
    "links": "this means that nobody drinks the water",
    "listed": "the valley's biggest brewery, whose size a directory holds",
    "of-its-place": "the valley's biggest mill",
    "one-of": "one of the oldest mills",
    "scoped": "the oldest mill in the valley",
    "ranked": "the second largest in the valley",
    "one-of-few": "one of the only mills",
    "most-of-all": "the most cases nationwide",
    "verdict-noun": "the sale was a blow to the town",
    "verdict-adjective": "the sale is risky",
    "it-is": "it is clear that",
    "it-is-likely": "it is likely that",
    "hedged-passive": "was probably caused by",
    "anywhere": "wherever it stands",
    "feels": "the mayor is angry about the sale",
    "feeling": "the mayor, angry at the board, left",
    "forecast": "the town will struggle",
    "forecast-continues": "the wind will continue to blow",
    "may-be": "they may be more likely to sell",
    "is-set": "the sale is set to anger the town",
    "done-to": "the strikers were beaten",
    "let-happen": "the police let the crowd cross",
    "has-changed": "has devastated the town's trade",
    "trend": "morale has collapsed",
    "at-risk": "puts patients at risk",
    "reason-why": "died because the ambulance was late",
    "for-doing": "was fired for asking",
    "duty-missed": "the hospital failed to see it",
    "crowd": "tens of thousands have fled",
    "deed-by": "an attack ordered by",
    "says-share": "one in five teachers",
    "whose-deed": "the guards' abuse of prisoners",
}

LISTS: Mapping[str, Columns] = {
    "claim-triggers": {
        **SENSES,
        "reason": Column("why such a statement wants a source", values=_REASONS, required=True),
        "on_record": Column("it can be looked up, and nobody need be asked", "yes"),
        "estimate": Column("it is no count, and somebody reckoned it", "yes"),
        "focus": Column("what the finding points at", values={"figure": "the figure behind it"}),
    },
    "claim-frames": {
        **SENSES,
        "frames": Column("the frames in which it asks for a source", "texts", _FRAMES, required=True),
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
