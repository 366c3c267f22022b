"""Lexicon files: a list of entries under a name, or more entries for a list that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from hedgelint.errors import RuleError
from hedgelint.lexicon import spellings
from hedgelint.rulebook.nodes import Yaml

_TESTS = ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by")
_KEYS = ("lexicon", "extend", "title", "why", "reference", "entries", "remove")


def merge_lexicons(files: Iterable[Yaml], errors: list[RuleError]) -> dict[str, list[dict[str, Any]]]:
    """Entries by name, files in order. An extension's entries replace those of the same term; mistakes are added to
    `errors` and the rest is used."""
    lists: dict[str, dict[str, dict[str, Any]]] = {}
    for file in files:
        problems = list(_mistakes(file, lists))
        errors += problems
        if problems:
            continue
        data = file.data
        if "lexicon" in data:
            entries = lists[data["lexicon"]] = {}
        else:
            entries = lists[data["extend"]]
            for term in data.get("remove", ()):
                entries.pop(term, None)
        for entry in data.get("entries", ()):
            row = {"term": entry} if isinstance(entry, str) else entry
            entries[str(row["term"])] = row
    return {name: list(entries.values()) for name, entries in lists.items()}


def _mistakes(file: Yaml, lists: Mapping[str, Mapping[str, Any]]) -> Iterable[RuleError]:
    data = file.data
    if not isinstance(data, dict) or ("lexicon" in data) == ("extend" in data):
        yield file.error((), "a lexicon file begins with `lexicon: NAME`, or `extend: NAME` for one that exists")
        return
    for key in data:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            yield file.error((key,), f"unknown key “{key}”", f"did you mean “{near[0]}”?" if near else "")
    if data.get("lexicon") in lists:
        hint = "use `extend:` to add to it"
        yield file.error(("lexicon",), f"there is a lexicon “{data['lexicon']}” already", hint)
    if "extend" in data and data["extend"] not in lists:
        near = get_close_matches(str(data["extend"]), lists, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(sorted(lists))}"
        yield file.error(("extend",), f"there is no lexicon “{data['extend']}” to extend", hint)
    for key in ("entries", "remove"):
        if not isinstance(data.get(key, []), list):
            yield file.error((key,), f"`{key}` is a list")
            return
    seen: set[str] = set()
    for i, entry in enumerate(data.get("entries", ())):
        term = entry.get("term") if isinstance(entry, dict) else entry
        if isinstance(term, str) and term in seen:
            yield file.error(("entries", i), f"“{term}” stands in this list twice", "only the last would count")
        seen.add(str(term))
        if not isinstance(entry, str) and not (isinstance(entry, dict) and isinstance(entry.get("term"), str)):
            yield file.error(("entries", i), "an entry is a word, or a mapping with a `term` that is one")
        elif isinstance(entry, dict) and (wrong := _no_pattern(entry)) is not None:
            key, why = wrong
            yield file.error(("entries", i, key), f"`{key}` of “{entry['term']}” is no pattern: {why}")
        elif isinstance(entry, dict) and not all(isinstance(f, str) for f in _listed(entry.get("forms"))):
            yield file.error(("entries", i, "forms"), "`forms` is a list of words, or a mapping of forms to words")


def _listed(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return [form for spelt in value.values() for form in spellings(spelt)]
    return () if value is None else value if isinstance(value, list) else (None,)


def _no_pattern(entry: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first of the entry's tests that is no pattern, and why not."""
    for key in _TESTS:
        try:
            re.compile(str(entry.get(key, "")))
        except re.error as error:
            return key, str(error)
    return None
