from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import MARK_FAULTS, Story
from hedgelint.checks.check import Match
from hedgelint.lexicon import Lexicons

_RELATED = {
    "unclosed": "the paragraph ends here and no mark has closed it",
    "unopened": "nothing before this opens it",
    "reversed": "its partner",
    "nested": "the quotation it stands in opens here",
    "mixed": "the story's other marks look like this",
}


@dataclass(frozen=True, slots=True)
class Balance:
    """Quotation marks that do not match: the faults are those the annotator of quotations found."""

    kind: ClassVar[str] = "balance"
    keys: ClassVar[Mapping[str, str]] = {"faults": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("faults",),)
    faults: tuple[str, ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        for fault in keys["faults"]:
            if fault not in MARK_FAULTS:
                raise ValueError(f"no such fault “{fault}”; there are {', '.join(MARK_FAULTS)}")
        return cls(tuple(keys["faults"]))

    def fields(self) -> Collection[str]:
        return ()

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        for fault in story.faults:
            if fault.kind in self.faults:
                related = ((_RELATED[fault.kind], fault.related),) if fault.related else ()
                yield Match(fault.span, related=related, edits=fault.edits)
