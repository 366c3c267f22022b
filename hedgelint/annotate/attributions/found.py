"""What a shape finds in a unit."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in word indices of its unit."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    kind: str
