from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """What stands `before` the word and `behind` it (patterns; a group `from` is where the words begin that are asked
    about), which `form` it has, and the reason unless the entry gives one. A `soft` one asks less than others."""

    reason: str
    before: str
    behind: str
    form: str = ""
    soft: bool = True
