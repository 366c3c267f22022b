"""What keeps a rule silent: patterns, each with its reason and an example that proves it, as a rule file gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hedgelint.checks.pattern import compiled
from hedgelint.errors import RuleError, one_of
from hedgelint.rulebook.misread import misread
from hedgelint.rulebook.nodes import Key, Yaml

KEYS = ("pattern", "reason", "example")


def straightened(value: Any) -> Any:
    """One form for all: a list of mappings of KEYS, the examples a list; what is no pattern stays as it was given."""
    listed = value if isinstance(value, list) else [value]
    return [_one(each) for each in listed]


def _one(given: Any) -> Any:
    if isinstance(given, str):
        return {"pattern": given}
    if isinstance(given, dict) and isinstance(example := given.get("example"), str):
        return {**given, "example": [example]}
    return given


def silence_mistakes(file: Yaml, key: str, value: Any) -> Iterator[RuleError]:
    """Of a value that is `straightened`."""
    if not value:
        yield file.error((key,), f"`{key}` is empty", "take it out")
    for i, one in enumerate(value):
        at: Key = (key, i) if (key, i) in file.marks else (key,)
        if not isinstance(one, dict):
            hint = "write {pattern: …, reason: …, example: …}, or the pattern alone between single marks"
            yield file.error(at, f"`{key}` is patterns, each with its reason and an example", hint)
            continue
        for name in one:
            if name not in KEYS:
                yield file.error((*at, name), f"unknown key “{name}” for a silence", one_of(str(name), KEYS))
        # A bare pattern needs nothing beside it; a mapping is there to say why and to prove it.
        for name in KEYS if len(one) > 1 or set(one) - {"pattern"} else ("pattern",):
            if name not in one:
                yield file.error(at, f"this silence has no `{name}`", _WANTED[name])
        yield from _values(file, at, one)


_WANTED = {
    "pattern": "what keeps the rule silent where it occurs",
    "reason": "say in plain words why the rule has nothing to say there",
    "example": "a short text in which the rule would speak without it",
}


def _values(file: Yaml, at: Key, one: Mapping[str, Any]) -> Iterator[RuleError]:
    pattern, reason, examples = one.get("pattern"), one.get("reason", "-"), one.get("example", ["-"])
    if isinstance(pattern, str):
        yield from pattern_mistakes(file, (*at, "pattern"), pattern, str(at[0]))
    elif "pattern" in one:
        yield file.error((*at, "pattern"), "`pattern` is a pattern, a text between single marks", "'court|judge'")
    if not isinstance(reason, str) or not reason.strip():
        yield file.error((*at, "reason"), "`reason` is a text", _WANTED["reason"])
    if not isinstance(examples, list) or not examples or not all(isinstance(e, str) and e.strip() for e in examples):
        yield file.error((*at, "example"), "`example` is a text, or a list of texts", _WANTED["example"])
    elif any("[[" in example for example in examples):
        yield file.error((*at, "example"), "the example of a silence has no marks", "the rule is silent in it")


def pattern_mistakes(file: Yaml, at: Key, pattern: str, silences: str = "") -> Iterator[RuleError]:
    """`silences` is the key, where the pattern is what keeps a rule silent."""
    try:
        tried = compiled(pattern)
    except ValueError as error:
        what, hint = misread(pattern, str(error))
        yield file.error(at, f"not a pattern: {what}", hint)
        return
    # A look ahead or behind may rightly hold in a text of no letters.
    if silences and pattern and "(?" not in pattern and tried.search("", timeout=1) is not None:
        yield file.error(
            at,
            f"`{silences}` matches where there is nothing, so that the rule would never speak",
            "take the * or ? away",
        )


def silences_of(file: Yaml) -> dict[str, list[dict[str, Any]]]:
    """The silences of a checked file by key, as `Silence` has them: with their places, and those of their examples."""
    found = {}
    for key, value in file.data.items():
        if isinstance(value, list) and all(isinstance(one, dict) and "pattern" in one for one in value):
            found[key] = [
                _silence(file, (key, i) if (key, i) in file.marks else (key,), one) for i, one in enumerate(value)
            ]
    return found


def _silence(file: Yaml, at: Key, one: Mapping[str, Any]) -> dict[str, Any]:
    examples = one.get("example", [])
    places = [_place(file, (*at, "example", i)) for i in range(len(examples))]
    told = {"pattern": one["pattern"], "reason": one.get("reason", ""), "examples": examples}
    return {**told, "place": _place(file, at), "places": places}


def _place(file: Yaml, at: Key) -> list[int]:
    """Of the value, or of the nearest around it."""
    while at not in file.marks:
        at = at[:-1]
    return list(file.marks[at])
