"""How long a pattern that somebody has written may look at a text, and all of one rule's at one story."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from hedgelint.values import dataclass

if TYPE_CHECKING:
    import regex

# Seconds of the processor's time: for one pattern at one stretch of text, and for all that one rule asks of one story.
LIMIT = 1.0
BUDGET = 2.0
_A_SECOND = 1_000_000  # code points of a long story that are worth another second
Got = TypeVar("Got")


@dataclass(slots=True)
class Watch:
    """Of one rule and one story; `left` are seconds."""

    left: float = BUDGET

    @classmethod
    def of(cls, text: str) -> Watch:
        return cls(max(BUDGET, len(text) / _A_SECOND))

    def over(self, look: Callable[[float], Got]) -> Got:
        """What `look` finds, which is given the seconds that it has. Raises TimeoutError where they are gone."""
        begun = process_time()
        try:
            return look(min(LIMIT, self.left))
        finally:
            self.left -= process_time() - begun
            if self.left <= 0:
                raise TimeoutError


def stoppable(pattern: str, sensitive: bool = False) -> regex.Pattern[str]:
    """Of a pattern that somebody has written: what it compiles to has a time limit. Raises ValueError if it is no
    pattern."""
    import regex

    try:
        return regex.compile(pattern, regex.VERSION0 | (0 if sensitive else regex.IGNORECASE))
    except (RecursionError, MemoryError):
        raise ValueError("not a pattern: its groups stand in one another without measure") from None
    except (regex.error, OverflowError) as error:
        raise ValueError(f"not a pattern: {error}") from None
