from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass
from hedgelint.verdict import EDITS, Edit

CATEGORIES = ("number", "negation", "content", "function", "form", "bracket")


@dataclass(frozen=True, slots=True)
class EditCheck:
    """What an edit did since the story was committed, `of` quotation (words inside the marks), speaker (the same words
    from another), source or hedge (one that went). With `--changed` or `--staged` only: {before} and {after} are the
    words in question, {change} both of them. Changes of the `grave` categories are warnings."""

    kind: ClassVar[str] = "edit"
    keys: ClassVar[Mapping[str, str]] = {"of": "string", "grave": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    of: str
    grave: tuple[str, ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("of",), keys["of"], EDITS, "edit")
        demand(("grave",), keys.get("grave", []), CATEGORIES, "category of changes")
        return cls(keys["of"], tuple(keys.get("grave", ())))

    def fields(self) -> Collection[str]:
        return ("before", "after", "change")

    @property
    def waits(self) -> tuple[str, ...]:
        return ("edits",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for edit in story.edits:
            if edit.kind == self.of:
                yield Match(
                    edit.span,
                    {"before": edit.before, "after": edit.after, "change": _change(edit)},
                    reasons=(edit.category,) if edit.category else (),
                    severity="warning" if edit.category in self.grave else None,
                    related_elsewhere=(edit.place,),
                )


def _change(edit: Edit) -> str:
    if not edit.after:
        return f"“{edit.before}” is gone"
    return f"“{edit.before}” → “{edit.after}”" if edit.before else f"“{edit.after}” has come"
