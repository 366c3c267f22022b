"""The words a rule brings: its own phrases, and those entries of a lexicon that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hedgelint.checks.check import KeyMistake
from hedgelint.errors import nearest, one_of
from hedgelint.lexicon import HOUSE, Lexicon, Lexicons

_SHOWN = 12  # values of a column that a mistake lists


def word_entries(keys: Mapping[str, Any], lexicons: Lexicons) -> tuple[Mapping[str, Any], ...]:
    """`phrases`, then `lexicon` narrowed by `where`; every form of an entry counts as an entry of its own.

    Raises ValueError for a lexicon that does not exist or from which `where` leaves nothing.
    """
    entries: list[Mapping[str, Any]] = [{"term": phrase} for phrase in keys.get("phrases", ())]
    if name := keys.get("lexicon"):
        if name not in lexicons.by_name:
            raise KeyMistake(("lexicon",), f"there is no lexicon “{name}”", nearest(name, lexicons.by_name))
        chosen = [entry for entry in lexicons[name].entries if fits(entry, keys.get("where", {}))]
        if not chosen:
            raise _nothing_left(keys.get("where", {}), lexicons[name])
        for entry in chosen:
            entries += [{**entry, "term": form} for form in (entry["term"], *entry.get("forms", ()))]
    return tuple(entries)


def _nothing_left(where: Mapping[str, Any], lexicon: Lexicon) -> KeyMistake:
    """What of `where` leaves nothing of the list: a column that no entry has, or a value that none has there."""
    columns = dict.fromkeys(key for entry in lexicon.entries for key in entry if key != HOUSE)
    for key, wanted in where.items():
        if key not in columns:
            return KeyMistake(("where", key), f"no entry of the list {lexicon.name} says “{key}”", one_of(key, columns))
        there = dict.fromkeys(str(one) for entry in lexicon.entries for one in _values(entry.get(key)))
        strange = [one for one in _values(wanted) if str(one) not in there]
        if strange and len(strange) == len(_values(wanted)):
            message = f"no entry of the list {lexicon.name} has “{strange[0]}” as its `{key}`"
            return KeyMistake(("where", key), message, one_of(strange[0], list(there)[:_SHOWN]))
    hint = "each of its questions fits some entry, but all of them none: take one out"
    return KeyMistake(("where",), f"no entry of the list {lexicon.name} fits `where`", hint)


def _values(given: Any) -> list[Any]:
    return [] if given is None else list(given) if isinstance(given, list | tuple) else [given]


def fits(values: Mapping[str, Any], where: Mapping[str, Any]) -> bool:
    """Every wanted key has the wanted value, or one of a list of them."""
    return all(values.get(key) in (want if isinstance(want, list) else [want]) for key, want in where.items())


def message_fields(entry: Mapping[str, Any]) -> dict[str, str]:
    """An entry's keys as words for a message; lists are joined by commas."""
    return {
        key: ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        for key, value in entry.items()
    }
