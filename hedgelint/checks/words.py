"""The words a rule brings: its own phrases, and those entries of a lexicon that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hedgelint.checks.check import KeyMistake
from hedgelint.errors import nearest
from hedgelint.lexicon import Lexicons


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
            raise KeyMistake(("where",), f"no entry of the lexicon “{name}” fits `where`")
        for entry in chosen:
            entries += [{**entry, "term": form} for form in (entry["term"], *entry.get("forms", ()))]
    return tuple(entries)


def fits(values: Mapping[str, Any], where: Mapping[str, Any]) -> bool:
    """Every wanted key has the wanted value, or one of a list of them."""
    return all(values.get(key) in (want if isinstance(want, list) else [want]) for key, want in where.items())


def message_fields(entry: Mapping[str, Any]) -> dict[str, str]:
    """An entry's keys as words for a message; lists are joined by commas."""
    return {
        key: ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        for key, value in entry.items()
    }
