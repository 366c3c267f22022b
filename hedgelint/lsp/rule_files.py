"""Rule and list files in an editor: which keys and values may stand at a place, and what each key does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from lsprotocol.types import CompletionItem, CompletionItemKind, MarkupContent

from hedgelint.lsp.words import markup, safe
from hedgelint.manual.keys import COMMON_TOLD
from hedgelint.manual.schema import SCHEMAS

Schema = Mapping[str, Any]
_KEY = re.compile(r"^(?P<blank> *(?:- +)*)(?P<key>[\w-]+(?: [\w-]+)*)(?P<colon> *:)(?= |$)")
_BEGUN = re.compile(r"^(?P<blank> *(?:- +)*)(?P<key>[\w-]*)$")
_VALUE = re.compile(r"^(?P<blank> *(?:- +)*)(?P<key>[\w-]+) *: +(?:\[(?:[\w-]+, *)*)?(?P<begun>[\w-]*)$")
_FIRST = {"id": "rule", "kind": "rule", "title": "rule", "lexicon": "lexicon", "extend": "lexicon", "pieces": "pieces"}


def completions(text: str, offset: int) -> list[CompletionItem]:
    """The keys that may come here and are not there yet, or the values that this key may have."""
    lines, number, column = _split(text, offset)
    begun = lines[number][:column]
    if value := _VALUE.match(begun):
        schema = _down(_root(lines), [*_above(lines, number, len(value["blank"])), value["key"]])
        return [CompletionItem(one, kind=CompletionItemKind.EnumMember) for one in _values(schema)]
    if not (key := _BEGUN.match(begun)):
        return []
    blank = len(key["blank"])
    schema = _down(_root(lines), _above(lines, number, blank))
    there = _beside(lines, number, blank)
    return [
        CompletionItem(
            name, kind=CompletionItemKind.Property, documentation=_told(told), insert_text=f"{name}:{_after(told)}"
        )
        for name, told in _properties(schema).items()
        if name not in there
    ]


def key_at(text: str, offset: int, plain: bool = False) -> tuple[MarkupContent, int, int] | None:
    """What the key under the pointer does, and from where to where it stands; None where there is nothing to say."""
    lines, number, column = _split(text, offset)
    found = _KEY.match(lines[number])
    if found is None or not found.start("key") <= column <= found.end("key"):
        return None
    schema = _down(_root(lines), [*_above(lines, number, len(found["blank"])), found["key"]])
    said = [f"**{safe(found['key'])}**", *(safe(schema[name]) for name in ("description",) if name in schema)]
    values = list(_values(schema))
    if values:
        said.append("One of: " + ", ".join(safe(value) for value in values))
    start = offset - column + found.start("key")
    return (markup("\n\n".join(said), plain), start, start + len(found["key"])) if len(said) > 1 else None


def _split(text: str, offset: int) -> tuple[Sequence[str], int, int]:
    lines = re.split("\r\n|\r|\n", text)
    before = re.split("\r\n|\r|\n", text[:offset])
    return lines, len(before) - 1, len(before[-1])


def _root(lines: Sequence[str]) -> Schema:
    """What the whole file may be: by its first key a rule, of the kind that it says, or a list."""
    keys = [(found["key"], line) for line in lines if (found := _KEY.match(line)) and not found["blank"]]
    form = _FIRST.get(keys[0][0]) if keys else None
    if form is None:
        return {}
    if form != "rule":
        return _schema(form)
    said = next((line.partition(":")[2].strip().strip("'\"") for key, line in keys if key == "kind"), "")
    forms = _schema("rule")["oneOf"]
    chosen = next((one for one in forms if one["properties"]["kind"]["const"] == said), None)
    kinds = [one["properties"]["kind"]["const"] for one in forms]
    own = chosen["properties"] if chosen else _of_all(forms)
    return {"properties": {**own, "kind": {"description": COMMON_TOLD["kind"], "enum": kinds}}}


@cache
def _schema(name: str) -> Schema:
    return SCHEMAS[name]()


def _of_all(forms: Sequence[Schema]) -> Mapping[str, Schema]:
    """The keys that every kind has."""
    common = set.intersection(*(set(one["properties"]) for one in forms))
    return {name: one for name, one in forms[0]["properties"].items() if name in common}


def _above(lines: Sequence[str], number: int, blank: int) -> list[str]:
    """The keys in which this line stands, from the outermost on."""
    out: list[str] = []
    for line in reversed(lines[:number]):
        found = _KEY.match(line)
        if found and len(found["blank"]) < blank:
            blank = len(found["blank"])
            out.insert(0, found["key"])
    return out


def _beside(lines: Sequence[str], number: int, blank: int) -> set[str]:
    """The keys that stand at this depth in the same block."""
    there: set[str] = set()
    for way in (reversed(lines[:number]), iter(lines[number + 1 :])):
        for line in way:
            found = _KEY.match(line)
            if found and len(found["blank"]) < blank:
                break
            if found and len(found["blank"]) == blank:
                there.add(found["key"])
    return there


def _down(schema: Schema, path: Sequence[str]) -> Schema:
    for name in path:
        schema = _properties(schema).get(name) or _named(schema)
    return schema


def _named(schema: Schema) -> Schema:
    """What stands under any name at all."""
    free = schema.get("additionalProperties")
    return free if isinstance(free, Mapping) else {}


def _properties(schema: Schema) -> Mapping[str, Schema]:
    found: dict[str, Schema] = {}
    for one in _ways(schema):
        found.update(one.get("properties", {}))
    return found


def _values(schema: Schema) -> Iterator[str]:
    values: dict[str, None] = {}
    for one in _ways(schema):
        values.update(dict.fromkeys(str(value) for value in one.get("enum", ())))
        if one.get("type") == "boolean":
            values.update({"yes": None, "no": None})
    yield from values


def _ways(schema: Schema) -> Iterator[Schema]:
    """The schema and those of which it is any, and of whose items it is a list."""
    yield schema
    for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from _ways(one)
    if isinstance(schema.get("items"), Mapping):
        yield from _ways(schema["items"])


def _told(schema: Schema) -> str | None:
    return schema.get("description")


def _after(schema: Schema) -> str:
    return "" if schema.get("type") == "object" else " "
