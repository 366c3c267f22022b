"""A rule file's data held against what a rule may say; every mistake is found, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hedgelint.checks import KINDS
from hedgelint.document.model import PARTS
from hedgelint.errors import RuleError, nearest, one_of
from hedgelint.finding import CATEGORIES, SEVERITIES
from hedgelint.patterns import pattern_of
from hedgelint.rulebook.examples import example_mistakes
from hedgelint.rulebook.nodes import Key, Yaml
from hedgelint.rulebook.rule import ENGLISH, FIXES, LINKED, ONCE
from hedgelint.rulebook.shapes import shape_mistakes, written

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
    "unless_pattern": "silence",
    "unless_story": "silence",
    "linked": "string",
    "once": "string",
    "instead_of": "strings",
    "downgrade": "mapping",
    "replaces": "boolean",
    "category": "string",
    "fix": "string",
    "preview": "boolean",
    "english": "string",
}
# What Vale calls the kinds that hedgelint has too.
_VALE = {
    "existence": "phrase",
    "substitution": "swap",
    "occurrence": "count",
    "repetition": "pattern",
    "consistency": "consistency",
    "conditional": "conditional",
    "capitalization": "capitals",
    "script": "",
    "spelling": "",
    "metric": "",
    "sequence": "",
}
# Keys that say nothing without another.
_WITH = {"count": ("inside",), "words": ("only", "of", "phrases", "lexicon"), "needs": ("pattern",)}
REQUIRED = {
    "id": "a name of its own, as the file has it: small letters and hyphens",
    "title": "what it finds, in a few words",
    "kind": "what it looks for; phrase is a list of words",
    "severity": "info, suggestion, warning or error",
    "message": "what a writer reads; {match} is what was found",
    "why": "the reason, in a sentence",
    "examples": 'bad: ["The [[iconic]] pier."] and good: ["The pier."]',
}
SCOPE = {"quotation": ("outside", "inside", "any"), "attribution": ("any", "attributed", "unattributed")}
_ID = pattern_of(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_WITHIN = pattern_of(r"(\d+) sentences?\Z")


def _slips(data: Mapping[str, Any]) -> frozenset[str]:
    """Keys that every rule has to have and that stand here under a name a letter or two from theirs: told once, as the
    unknown key."""
    check = KINDS.get(str(data.get("kind")))
    shapes = {**COMMON, **(check.keys if check else {})}
    missing = [key for key in REQUIRED if key not in data]
    return frozenset(
        key
        for key in missing
        for other in data
        if other not in shapes and nearest(str(other), shapes) == nearest(key, shapes)
    )


def mistakes(file: Yaml) -> Iterator[RuleError]:  # noqa: C901, PLR0912
    """Every mistake of a rule file; afterwards its data has on/off as booleans and lists where lists belong."""
    data = file.data
    if not isinstance(data, dict):
        yield file.error((), "a rule file is a mapping of keys: id, title, kind, …", "hedgelint init writes one")
        return
    if isinstance(vale := data.get("extends"), str) and vale in _VALE:
        same = f"what Vale calls {vale} is `kind: {_VALE[vale]}` here; " if _VALE[vale] else ""
        hint = f"{same}`hedgelint import-vale` carries a style over"
        yield file.error(("extends",), "this is a rule of Vale, and not of hedgelint", hint)
        return
    if not {"id", "kind", "lexicon", "extend"} & set(data):
        hint = "a rule begins with `id:`, a word list with `lexicon:` or `extend:`"
        yield file.error((), "neither a rule nor a word list", hint)
        return
    slips = _slips(data)
    for key in REQUIRED.keys() - slips if slips else REQUIRED:
        if data.get(key) in (None, "", {}, []) or (isinstance(data[key], str) and not data[key].strip()):
            yield file.error((key,), f"`{key}` is missing", f"write {key}: {REQUIRED[key]}")
    kind = data.get("kind")
    if kind is not None and not (isinstance(kind, str) and kind in KINDS):
        meant = _VALE.get(str(kind))
        yield file.error(
            ("kind",), f"unknown kind “{kind}”", f"it is “{meant}” here" if meant else one_of(str(kind), KINDS)
        )
        return
    check = KINDS.get(str(kind))
    shapes = {**COMMON, **(check.keys if check else {})}
    for key in list(data):
        if key not in shapes:
            yield file.error((key,), f"unknown key “{key}” for a rule of kind {kind}", one_of(key, shapes))
        else:
            yield from shape_mistakes(file, key, shapes[key])
    for group in check.required if check else ():
        if not any(data.get(key) for key in group):
            wanted = " or ".join(f"`{key}`" for key in group)
            hint = f"write {group[0]}: {written(group[0], shapes[group[0]])}"
            yield file.error((), f"a rule of kind {kind} needs {wanted}", hint)
    for key, needed in _WITH.items():
        if key in data and check and key in check.keys and not any(data.get(other) for other in needed):
            without = " or ".join(f"`{n}`" for n in needed)
            yield file.error((key,), f"`{key}` says nothing here without {without}", f"add it, or take {key} out")
    chooses = check is not None and "lexicon" in check.keys and kind != "attribution"
    if chooses and "where" in data and not data.get("lexicon"):
        yield file.error(("where",), "`where` chooses from a word list", "say which: `lexicon: NAME`")
    yield from _choices(file, data)


def _choices(file: Yaml, data: Mapping[str, Any]) -> Iterator[RuleError]:
    if isinstance(rule_id := data.get("id"), str) and not _ID.match(rule_id):
        yield file.error(("id",), f"“{rule_id}” is no rule id", "small letters, digits and single hyphens")
    allowed_by = {
        "severity": SEVERITIES,
        "category": CATEGORIES,
        "once": ONCE,
        "linked": LINKED,
        "fix": FIXES,
        "english": ENGLISH,
    }
    for key, allowed in allowed_by.items():
        if key in data and data[key] not in allowed:
            yield file.error((key,), f"unknown {key} “{data[key]}”", one_of(str(data[key]), allowed))
    yield from _scope(file, data.get("scope"))
    for key in ("unless", "downgrade"):
        if isinstance(data.get(key), dict):
            yield from _nearness(file, key, data[key])
    yield from _examples(file, data)


def _scope(file: Yaml, scope: object) -> Iterator[RuleError]:
    for key, value in scope.items() if isinstance(scope, dict) else ():
        at: Key = ("scope", key)
        if key == "part":
            if value == []:
                yield file.error(at, "a rule for no part of a story can never speak", "name the parts, or leave it out")
            for part in value if isinstance(value, list) else [value]:
                if part not in PARTS:
                    yield file.error(at, f"unknown part “{part}”", one_of(str(part), PARTS))
        elif key not in SCOPE:
            yield file.error(at, f"unknown question “{key}”", one_of(key, ("part", *SCOPE)))
        elif value not in SCOPE[key]:
            yield file.error(at, f"“{value}” is no answer to `{key}`", one_of(str(value), SCOPE[key]))


def _nearness(file: Yaml, key: str, value: Mapping[str, Any]) -> Iterator[RuleError]:
    keys = ("near", "within") + (("to",) if key == "downgrade" else ())
    for name in value:
        if name not in keys:
            yield file.error((key, name), f"unknown key “{name}”", one_of(name, keys))
    if value.get("near") != "named-source":
        yield file.error((key,), "`near` is named-source", "write near: named-source; there is no other")
    if not _WITHIN.match(str(value.get("within", ""))):
        yield file.error((key,), "`within` is a number of sentences", "such as: within: 2 sentences")
    if key == "downgrade" and value.get("to") not in SEVERITIES:
        yield file.error((key,), "`to` is a severity", ", ".join(SEVERITIES))


def _examples(file: Yaml, data: Mapping[str, Any]) -> Iterator[RuleError]:
    examples = data.get("examples")
    if not isinstance(examples, dict):
        return
    yield from example_mistakes(file)
    # A rule that needs sources, a list of names or an older version beside the story has none in an example.
    kind = data.get("kind")
    beside = kind in ("fidelity", "name-unknown", "edit") or (kind == "drift" and data.get("of") == "source")
    for name in ("good",) if beside else ("bad", "good"):
        if not examples.get(name):
            hint = "one that must be found, with [[…]]" if name == "bad" else "one in which nothing may be found"
            yield file.error(("examples",), f"at least one {name} example is needed", f"add {hint}, below {name}:")
    for i, reference in enumerate(data["references"] if isinstance(data.get("references"), list) else ()):
        if not (isinstance(reference, dict) and set(reference) <= {"title", "url"} and reference.get("title")):
            yield file.error(("references", i), "a reference has a `title` and a `url`", 'write {title: "…", url: "…"}')
