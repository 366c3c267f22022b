"""One turn of a talk that is printed as it was held."""

from __future__ import annotations

from hedgelint.span import Span
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break: `source` is the name, None where nobody is named; `cue` what gives the
    turn (the colon of a label, the mark of the question above); `content` the paragraphs, without a label; all in code
    points of the prose."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
