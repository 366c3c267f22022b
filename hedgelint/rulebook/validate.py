"""A rule file's data held against what a rule may say; every mistake is found, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from hedgelint.checks import KINDS
from hedgelint.document.model import PARTS
from hedgelint.errors import RuleError
from hedgelint.finding import CATEGORIES, SEVERITIES
from hedgelint.rulebook.nodes import Key, Yaml
from hedgelint.rulebook.rule import LINKED, ONCE

# Shapes of the keys every rule may have; the kind of check adds its own.
COMMON: Mapping[str, str] = {
    "id": "string",
    "title": "string",
    "kind": "string",
    "severity": "string",
    "default": "boolean",
    "message": "string",
    "scope": "mapping",
    "why": "string",
    "examples": "mapping",
    "references": "list",
    "unless": "mapping",
    "unless_pattern": "string",
    "unless_story": "string",
    "linked": "string",
    "once": "string",
    "downgrade": "mapping",
    "replaces": "boolean",
    "category": "string",
}
REQUIRED = ("id", "title", "kind", "severity", "message", "why", "examples")
SCOPE = {"quotation": ("outside", "inside", "any"), "attribution": ("any", "attributed", "unattributed")}
_BOOLEANS = {"on": True, "off": False, "yes": True, "no": False}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_WITHIN = re.compile(r"(\d+) sentences?\Z")


def mistakes(file: Yaml) -> Iterator[RuleError]:
    """Every mistake of a rule file; afterwards its data has on/off as booleans and lists where lists belong."""
    data = file.data
    if not isinstance(data, dict):
        yield file.error((), "a rule file is a mapping of keys: id, title, kind, …")
        return
    for key in REQUIRED:
        if data.get(key) in (None, "", {}, []):
            yield file.error((key,), f"`{key}` is missing")
    kind = data.get("kind")
    if kind is not None and kind not in KINDS:
        yield file.error(("kind",), f"unknown kind “{kind}”", _nearest(str(kind), KINDS))
        return
    check = KINDS.get(str(kind))
    shapes = {**COMMON, **(check.keys if check else {})}
    for key in list(data):
        if key not in shapes:
            yield file.error((key,), f"unknown key “{key}” for a rule of kind {kind}", _nearest(key, shapes))
        elif (message := _misshapen(data, key, shapes[key])) is not None:
            yield file.error((key,), f"`{key}` is {message}")
    for group in check.required if check else ():
        if not any(data.get(key) for key in group):
            yield file.error((), f"a rule of kind {kind} needs {' or '.join(f'`{key}`' for key in group)}")
    yield from _choices(file, data)


def _choices(file: Yaml, data: Mapping[str, Any]) -> Iterator[RuleError]:
    if isinstance(rule_id := data.get("id"), str) and not _ID.match(rule_id):
        yield file.error(("id",), f"“{rule_id}” is no rule id", "small letters, digits and single hyphens")
    for key, allowed in (("severity", SEVERITIES), ("category", CATEGORIES), ("once", ONCE), ("linked", LINKED)):
        if key in data and data[key] not in allowed:
            yield file.error((key,), f"unknown {key} “{data[key]}”", _nearest(str(data[key]), allowed))
    scope = data.get("scope")
    for key, value in scope.items() if isinstance(scope, dict) else ():
        at: Key = ("scope", key)
        if key == "part":
            for part in value if isinstance(value, list) else [value]:
                if part not in PARTS:
                    yield file.error(at, f"unknown part “{part}”", _nearest(str(part), PARTS))
        elif key not in SCOPE:
            yield file.error(at, f"unknown question “{key}”", _nearest(key, ("part", *SCOPE)))
        elif value not in SCOPE[key]:
            yield file.error(at, f"“{value}” is no answer to `{key}`", _nearest(str(value), SCOPE[key]))
    for key in ("unless", "downgrade"):
        if isinstance(data.get(key), dict):
            yield from _nearness(file, key, data[key])
    yield from _examples(file, data)


def _nearness(file: Yaml, key: str, value: Mapping[str, Any]) -> Iterator[RuleError]:
    keys = ("near", "within") + (("to",) if key == "downgrade" else ())
    for name in value:
        if name not in keys:
            yield file.error((key, name), f"unknown key “{name}”", _nearest(name, keys))
    if value.get("near") != "named-source":
        yield file.error((key,), "`near` is named-source")
    if not _WITHIN.match(str(value.get("within", ""))):
        yield file.error((key,), "`within` is a number of sentences", "such as: within: 2 sentences")
    if key == "downgrade" and value.get("to") not in SEVERITIES:
        yield file.error((key,), "`to` is a severity", ", ".join(SEVERITIES))


def _examples(file: Yaml, data: Mapping[str, Any]) -> Iterator[RuleError]:
    examples = data.get("examples")
    if not isinstance(examples, dict):
        return
    for name, sentences in examples.items():
        at: Key = ("examples", name)
        if name not in ("bad", "good", "missed"):
            yield file.error(at, f"unknown key “{name}”", _nearest(name, ("bad", "good", "missed")))
        elif not isinstance(sentences, list) or not all(isinstance(s, str) for s in sentences):
            yield file.error(at, f"`{name}` is a list of sentences")
        else:
            for i, sentence in enumerate(sentences):
                if sentence.count("[[") != sentence.count("]]") or (name == "bad") != ("[[" in sentence):
                    wrong = "marks no place with [[…]]" if name == "bad" else "has marks"
                    yield file.error((*at, i), f"a {name} example {wrong}")
    # A rule that needs sources beside the story has none in an example.
    beside = data.get("kind") == "fidelity" or (data.get("kind") == "drift" and data.get("of") == "source")
    for name in ("good",) if beside else ("bad", "good"):
        if not examples.get(name):
            yield file.error(("examples",), f"at least one {name} example is needed")
    for i, reference in enumerate(data["references"] if isinstance(data.get("references"), list) else ()):
        if not (isinstance(reference, dict) and set(reference) <= {"title", "url"} and reference.get("title")):
            yield file.error(("references", i), "a reference has a `title` and a `url`")


def _misshapen(data: dict[str, Any], key: str, shape: str) -> str | None:
    value = data[key]
    if shape == "boolean" and isinstance(value, str) and value.lower() in _BOOLEANS:
        data[key] = value = _BOOLEANS[value.lower()]
    if shape == "mappings" and isinstance(value, dict):
        data[key] = value = [value]
    for asked in value if shape == "mappings" and isinstance(value, list) else [value]:
        if (key == "where" or shape == "mappings") and isinstance(asked, dict):
            asked.update({name: _BOOLEANS[v] for name, v in asked.items() if isinstance(v, str) and v in _BOOLEANS})
    if shape == "strings" and isinstance(value, str):
        data[key] = value = [value]
    right = {
        "string": isinstance(value, str),
        "strings": isinstance(value, list) and value and all(isinstance(v, str) for v in value),
        "integer": isinstance(value, int) and not isinstance(value, bool),
        "boolean": isinstance(value, bool),
        "mapping": isinstance(value, dict),
        "mappings": isinstance(value, list) and value and all(isinstance(v, dict) for v in value),
        "list": isinstance(value, list),
        "pairs": isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()),
        "groups": isinstance(value, list)
        and value
        and all(isinstance(g, list) and all(isinstance(v, str) for v in g) for g in value),
    }[shape]
    return None if right else WORDS[shape]


WORDS = {
    "string": "a text",
    "strings": "a list of texts",
    "integer": "a whole number",
    "boolean": "on or off",
    "mapping": "a mapping of keys to values",
    "mappings": "a mapping of keys to values, or a list of them",
    "list": "a list",
    "pairs": "a mapping of texts to texts",
    "groups": "a list of lists of texts",
}


def _nearest(word: str, names: Any) -> str:
    near = get_close_matches(word, list(names), 1)
    return f"did you mean “{near[0]}”?" if near else f"one of: {', '.join(names)}"
