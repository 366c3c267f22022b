"""Lone surrogates, which a string of Python's can hold and UTF-8 cannot."""

from __future__ import annotations

from typing import Any, TypeVar

from hedgelint.patterns import pattern_of

_LONE = pattern_of("[\ud800-\udfff]")
Value = TypeVar("Value", bound=Any)


def whole(value: Value) -> Value:
    """The same value, U+FFFD in the place of each; in lists and dictionaries too."""
    made: Any = value
    if isinstance(value, str):
        if not value.isascii():
            made = _LONE.sub("\ufffd", value)
    elif isinstance(value, dict):
        made = {key: whole(one) for key, one in value.items()}
    elif isinstance(value, list):
        made = [whole(one) for one in value]
    return made  # type: ignore[no-any-return]
