from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import NAMELESS_SHAPES, Nameless, Story
from hedgelint.checks.check import Match, demand
from hedgelint.checks.words import fits
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass

_ASKED = (
    "shape",
    "group",
    "term",
    "answered",
    "named",
    "carried",
    "plural",
    "determiner",
    "body",
    "described",
    "knows",
    "reason",
)
Where = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class NamelessCheck:
    """Sources that nobody names, and frames that have none, by what they are: `shape`, `group` and `term` (of the lists
    nameless-sources and hidden-frames), `answered`, `named` (after, before, no), `carried`, and for a source `plural`,
    `determiner`, `body`, `described`, `knows` and `reason`. `where` gives one set of properties or several; a match
    that fits one of `milder` is a suggestion. {question} in the message is the advice of the entry or, where it has
    none, what `questions` gives for its
    shape or its group. `once: source` in a rule tells sources of one group once a story.
    """

    kind: ClassVar[str] = "nameless"
    keys: ClassVar[Mapping[str, str]] = {
        "where": "mappings",
        "milder": "mappings",
        "questions": "pairs",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where",),)
    where: Where
    milder: Where
    questions: Mapping[str, str]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        where, milder = keys["where"], keys.get("milder", ())
        groups = {e["group"] for name in ("nameless-sources", "hidden-frames") for e in lexicons[name].entries}
        for asked in (*where, *milder):
            for key in asked:
                demand(("where",), key, _ASKED, "question of `where`")
            demand(("where",), asked.get("shape", []), NAMELESS_SHAPES, "shape")
            demand(("where",), asked.get("group", []), groups, "group")
        return cls(tuple(where), tuple(milder), keys.get("questions", {}))

    def fields(self) -> Collection[str]:
        return ("question", "term", "group")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("nameless",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for one in story.nameless:
            values = _values(one)
            if any(fits(values, asked) for asked in self.where):
                mild = any(fits(values, asked) for asked in self.milder)
                question = one.advice or self.questions.get(one.shape) or self.questions.get(one.group, "who says so?")
                fields = {"question": question, "term": one.term, "group": one.group}
                yield Match(one.span, fields, severity="suggestion" if mild else None, about=one.group)


def _values(one: Nameless) -> Mapping[str, Any]:
    values = {key: getattr(one, key) for key in ("shape", "group", "term", "answered", "named", "carried")}
    if one.noun is not None:
        values |= {
            key: getattr(one.noun, key) for key in ("plural", "determiner", "body", "described", "knows", "reason")
        }
    return values
