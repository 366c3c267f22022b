from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import KeyMistake, Match, demand
from hedgelint.checks.pattern import CASES, compiled, matches, parts_of
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
from hedgelint.values import dataclass

STRETCHES = ("sentence", "paragraph", "story")


@dataclass(frozen=True, slots=True)
class Count:
    """How often a pattern occurs in a sentence, a paragraph or the story: more than `most`, or less than `least`.

    The match is the first place too many; where there are too few it is the first of them, or else the first word.
    What stands between quotation marks is not counted unless `quoted` says so: nobody shortens what a source said.
    """

    kind: ClassVar[str] = "count"
    keys: ClassVar[Mapping[str, str]] = {
        "pattern": "pattern",
        "in": "string",
        "most": "integer",
        "least": "integer",
        "quoted": "boolean",
        "case": "string",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("pattern",), ("most", "least"))
    pattern: str
    stretch: str
    most: int | None
    least: int
    quoted: bool
    sensitive: bool
    own: bool = False  # of a rule that comes with hedgelint
    parts: frozenset[str] | None = None  # the kinds that are in the rule's scope

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("case",), keys.get("case", "insensitive"), CASES, "case")
        demand(("in",), keys.get("in", "sentence"), STRETCHES, "stretch of a story")
        most, least = keys.get("most"), keys.get("least", 0)
        if most is not None and least > most:
            raise KeyMistake(("least",), f"no stretch has {least} or more and {most} or fewer")
        sensitive = keys.get("case") == "sensitive"
        return cls(
            keys["pattern"],
            keys.get("in", "sentence"),
            most,
            least,
            keys.get("quoted", False),
            sensitive,
            keys.get("own", False),
            parts_of(keys),
        )

    def fields(self) -> Collection[str]:
        return ("count",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        """Raises TimeoutError where the pattern backtracks without end."""
        text, quoted = story.document.text, story.quoted()
        watch = Watch.of(text)
        for stretch in self._stretches(story):
            places: list[Span] = []
            for part in stretch:
                found = matches(self.pattern, text, part, watch, sensitive=self.sensitive, own=self.own)
                if len(stretch) == 1 and not self.least and self.most is not None and len(found) <= self.most:
                    continue  # not too many, even if all of them count
                spans = [Span(*m.span()) for m in found if m.end() > m.start()]
                all_count = self.quoted or not quoted.touches(part)
                places += spans if all_count else [span for span in spans if not quoted.touches(span)]
            told = {"count": str(len(places))}
            if self.most is not None and len(places) > self.most:
                yield Match(places[self.most], told)
            elif len(places) < self.least and (place := places[0] if places else _first_word(text, stretch)):
                yield Match(place, told)

    def _stretches(self, story: Story) -> Iterator[list[Span]]:
        parts = story.document.parts
        if self.stretch == "sentence":
            yield from ([one.span] for one in story.sentences if self._asked(parts[one.part].kind))
        elif self.stretch == "paragraph":
            yield from ([part.span] for part in parts if self._asked(part.kind))
        elif parts:
            yield [part.span for part in parts]

    def _asked(self, kind: str) -> bool:
        return self.parts is None or kind in self.parts


def _first_word(text: str, stretch: Sequence[Span]) -> Span | None:
    for span in stretch:
        found = compiled(r"\w+").search(text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None
