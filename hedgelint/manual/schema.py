"""JSON Schemas of what hedgelint reads and writes, made from what the code itself holds them against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hedgelint.annotate.story import CONFIDENCE_CLASSES, CUE_KINDS, NAMELESS_SHAPES, QUOTATION_KINDS, SOURCE_KINDS
from hedgelint.checks import KINDS
from hedgelint.config.read import ENTRY_KEYS, FIDELITY, FILE_KEYS, LAYER_KEYS
from hedgelint.document.model import PARTS
from hedgelint.finding import CATEGORIES, SEVERITIES
from hedgelint.lexicon import Columns
from hedgelint.manual.keys import COMMON_TOLD, KEYS_TOLD, SILENCE_TOLD
from hedgelint.report.json import FORMAT
from hedgelint.rulebook.forms import VERB_FORMS
from hedgelint.rulebook.lexicons import KEYS as LIST_KEYS
from hedgelint.rulebook.lists import LISTS, OWN
from hedgelint.rulebook.piece_files import KEYS as PIECE_KEYS
from hedgelint.rulebook.piece_files import MORE_KEYS
from hedgelint.rulebook.pieces import NAME
from hedgelint.rulebook.rule import ENGLISH, LINKED, ONCE
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.rulebook.validate import COMMON, REQUIRED, SCOPE

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_ONE_OR_MORE: Schema = {"anyOf": [_TEXT, _TEXTS]}


def _enum(values: Iterable[str]) -> Schema:
    return {"enum": list(values)}


def _closed(properties: Mapping[str, Schema], required: Iterable[str] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def _titled(title: str, schema: Schema) -> Schema:
    name = title.removeprefix("hedgelint: ").removeprefix("a ").replace(" ", "-")
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "$id": f"urn:hedgelint:schema:{name}", "title": title, **schema}


_SILENCE: Schema = {
    "type": "object",
    "properties": {
        "pattern": {**_TEXT, "description": SILENCE_TOLD["pattern"]},
        "reason": {**_TEXT, "description": SILENCE_TOLD["reason"]},
        "example": {**_ONE_OR_MORE, "description": SILENCE_TOLD["example"]},
    },
    "required": ["pattern"],
    "dependentRequired": {"reason": ["example"], "example": ["reason"]},
    "additionalProperties": False,
}
_SILENCES: Schema = {"anyOf": [_TEXT, _SILENCE, {"type": "array", "items": {"anyOf": [_TEXT, _SILENCE]}}]}
_SHAPES: Mapping[str, Schema] = {
    "string": _TEXT,
    "strings": _ONE_OR_MORE,
    "phrases": _ONE_OR_MORE,
    "pattern": _TEXT,
    "patterns": _ONE_OR_MORE,
    "silence": _SILENCES,
    "silences": _SILENCES,
    "integer": {"type": "integer"},
    "boolean": {"anyOf": [{"type": "boolean"}, _enum(("on", "off", "yes", "no"))]},
    "mapping": {"type": "object"},
    "mappings": {"anyOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]},
    "list": {"type": "array"},
    "pairs": {"type": "object", "additionalProperties": _TEXT},
    "pattern-pairs": {"type": "object", "additionalProperties": _TEXT},
    "groups": {"type": "array", "items": _TEXTS},
}


def rule_schema() -> Schema:
    """Of a rule file: the keys that every rule may have, and those of its kind."""
    common = {key: _SHAPES[shape] for key, shape in COMMON.items()} | {
        "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "severity": _enum(SEVERITIES),
        "category": _enum(CATEGORIES),
        "linked": _enum(LINKED),
        "once": _enum(ONCE),
        "scope": _closed(
            {
                "part": {"anyOf": [_enum(PARTS), {"type": "array", "items": _enum(PARTS)}]},
                **{key: _enum(values) for key, values in SCOPE.items()},
            },
            (),
        ),
        "examples": _closed({"bad": _TEXTS, "good": _TEXTS, "missed": _TEXTS}, ()),
        "references": {"type": "array", "items": _closed({"title": _TEXT, "url": _TEXT}, ("title",))},
    }
    common = _described(common, COMMON_TOLD)
    kinds = []
    for name, kind in KINDS.items():
        own = _described({key: _SHAPES[shape] for key, shape in kind.keys.items()}, KEYS_TOLD.get(name, {}))
        one = _closed({**common, "kind": {"const": name}, **own}, REQUIRED)
        if kind.required:
            one["allOf"] = [{"anyOf": [{"required": [key]} for key in group]} for group in kind.required]
        kinds.append(one)
    return _titled("hedgelint: a rule file", {"oneOf": kinds})


def _described(schemas: Mapping[str, Schema], told: Mapping[str, str]) -> dict[str, Schema]:
    return {key: {**schema, "description": told[key]} if key in told else schema for key, schema in schemas.items()}


_COLUMNS: Mapping[str, Schema] = {
    "text": _TEXT,
    "texts": _ONE_OR_MORE,
    "yes": {"anyOf": [{"type": "boolean"}, _enum(("yes", "no", "on", "off"))]},
    "pattern": _TEXT,
    "beside": _TEXT,
    "marked": _ONE_OR_MORE,
    "any": {},
    "verb-forms": {
        "type": "object",
        "properties": dict.fromkeys(VERB_FORMS, _ONE_OR_MORE),
        "additionalProperties": False,
    },
    "bands": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2},
    },
}


def lexicon_schema() -> Schema:
    """Of a word list: a new one, or more entries for one that exists; the columns are those of the list named."""
    properties: dict[str, Schema] = {key: {**_TEXT, "description": told} for key, told in LIST_KEYS.items()}
    properties["entries"] = {"type": "array", "description": LIST_KEYS["entries"]}
    properties["remove"] = {**_TEXTS, "description": LIST_KEYS["remove"]}
    properties["defaults"] = {"type": "object", "description": LIST_KEYS["defaults"]}
    examples = _closed({"bad": _TEXTS, "good": _TEXTS, "missed": _TEXTS}, ())
    properties["examples"] = {**examples, "description": LIST_KEYS["examples"]}
    named = [{"required": ["lexicon"]}, {"required": ["extend"]}]
    lists: list[Schema] = []
    for name, columns in LISTS.items():
        of = [{"properties": {key: {"const": name}}, "required": [key]} for key in ("lexicon", "extend")]
        entries = {"items": {"anyOf": [_TEXT, _entry(columns)]}}
        lists.append({"if": {"anyOf": of}, "then": {"properties": {"entries": entries}}})
    own = {"anyOf": [{"properties": {key: {"enum": list(LISTS)}}, "required": [key]} for key in ("lexicon", "extend")]}
    free = {**_entry(OWN), "additionalProperties": True}
    lists.append({"if": {"not": own}, "then": {"properties": {"entries": {"items": {"anyOf": [_TEXT, free]}}}}})
    schema = {**_closed(properties, ()), "oneOf": named, "allOf": lists}
    return _titled("hedgelint: a lexicon", schema)


def _entry(columns: Columns) -> Schema:
    term = {**_TEXT, "description": "the word or phrase; met in any case, as a whole word"}
    words = {**_TEXTS, "description": "in place of a term: several words whose columns are the same"}
    properties: dict[str, Schema] = {"term": term, "words": words}
    for name, column in columns.items():
        one = _COLUMNS[column.shape]
        known = _shipped(column.of) if column.of else column.values
        if known:
            one = {"anyOf": [_enum(known), _TEXT]} if column.of else _enum(known)  # a house has entries of its own
            one = {"anyOf": [one, {"type": "array", "items": one}]} if column.shape == "texts" else one
        values = "; ".join(f"{value}: {told}" for value, told in known.items() if told)
        properties[name] = {**one, "description": f"{column.told} ({values})" if values else column.told}
    return {**_closed(properties, ()), "oneOf": [{"required": ["term"]}, {"required": ["words"]}]}


def _shipped(name: str) -> dict[str, str]:
    """The entries of a list that come with hedgelint, each with what it says of itself."""
    return {entry["term"]: entry.get("says", "") for entry in load_rulebook().lexicons[name].entries}


def config_schema() -> Schema:
    """Of hedgelint.toml, and of [tool.hedgelint] in pyproject.toml."""
    level = {"type": "object", "additionalProperties": _enum((*SEVERITIES, "off"))}
    shapes: dict[str, Schema] = {
        "text": _TEXT,
        "name": {**_TEXT, "pattern": r"\S"},
        "number": {**_COUNT, "minimum": 1},
        "texts": _ONE_OR_MORE,
        "names": _ONE_OR_MORE,
        "severity": _enum(SEVERITIES),
        "severities": level,
        "fidelity": _enum(FIDELITY),
        "english": _enum(ENGLISH),
        "speakers": {"type": "object", "additionalProperties": _TEXT},
        "boolean": {"type": "boolean"},
    }
    shapes["tables"] = {
        "type": "object",
        "additionalProperties": _closed({key: shapes[shape] for key, shape in LAYER_KEYS.items()}, ()),
    }
    shapes["entries"] = {
        "type": "array",
        "items": _closed({key: shapes[shape] for key, shape in ENTRY_KEYS.items()}, ("rule",)),
    }
    return _titled("hedgelint: settings", _closed({key: shapes[shape] for key, shape in FILE_KEYS.items()}, ()))


def report_schema() -> Schema:
    """Of `hedgelint --format json`."""
    place = _closed(
        {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}, "offset": _COUNT}
    )
    reach = {"path": _TEXT, "start": place, "end": place}
    reach |= {"places": _enum(("line", "paragraph")), "at": _TEXT, "excerpt": _TEXT}
    finding = _closed(
        {
            "rule": _TEXT,
            "category": _enum((*CATEGORIES, "suppression")),
            "severity": _enum(SEVERITIES),
            "message": _TEXT,
            **reach,
            "related": {"type": "array", "items": _closed({"message": _TEXT, **reach})},
            "reasons": _TEXTS,
            "url": _TEXT,
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "fix": {"enum": ["safe", "unsafe", None]},
            "edits": {"type": "array", "items": _closed({"start": place, "end": place, "text": _TEXT})},
            "suppressed": {
                "anyOf": [
                    {"type": "null"},
                    _closed({"by": _enum(("comment", "sidecar", "configuration", "baseline")), "reason": _TEXT}),
                ]
            },
        }
    )
    rule = _closed({"title": _TEXT, "category": _enum((*CATEGORIES, "suppression")), "page": _TEXT, "url": _TEXT})
    story = _closed({"path": _TEXT, "settings": _COUNT, "findings": _COUNT})
    settings = _closed(
        {
            "file": _TEXT,
            "fail-on": _enum(SEVERITIES),
            "scale": _TEXT,
            "fidelity": _enum(FIDELITY),
            "english": _enum(ENGLISH),
            "rules": {"type": "object", "additionalProperties": _enum(SEVERITIES)},
        },
        (),
    )
    problem = _closed({"path": _TEXT, "line": _COUNT, "column": _COUNT, "rule": _TEXT, "message": _TEXT})
    summary = {
        "stories": _COUNT,
        "headless": _COUNT,
        "suppressed": _COUNT,
        **dict.fromkeys(reversed(SEVERITIES), _COUNT),
    }
    return _titled(
        "hedgelint: report",
        _closed(
            {
                "format": {"const": FORMAT},
                "hedgelint": _TEXT,
                "findings": {"type": "array", "items": finding},
                "rules": {"type": "object", "additionalProperties": rule},
                "stories": {"type": "array", "items": story},
                "settings": {"type": "array", "items": settings},
                "problems": {"type": "array", "items": problem},
                "notes": {"type": "array", "items": _closed({"path": _TEXT, "message": _TEXT})},
                "summary": _closed(summary),
            }
        ),
    )


def annotations_schema() -> Schema:
    """Of a line of `hedgelint annotate --format jsonl`; spans are half-open, in code points of the file."""
    span = {"start": _COUNT, "end": _COUNT}
    spans = {"type": "array", "items": _closed(span)}
    maybe = {"anyOf": [{"type": "null"}, _COUNT]}
    yes_no: Schema = {"type": "boolean"}

    def rows(**keys: Schema) -> Schema:
        return {"type": "array", "items": _closed({**span, **keys})}

    said = {"source": spans, "cue": spans, "content": spans, "source_kind": _enum(SOURCE_KINDS)}
    said |= {"cue_kind": _enum(CUE_KINDS), "lemma": _TEXT, "shape": _TEXT, "speaker": maybe}
    word = {**span, "class": _enum(CONFIDENCE_CLASSES), "quoted": yes_no, "bands": {"type": "object"}}
    properties = {
        "id": _TEXT,
        "path": _TEXT,
        "sentences": rows(part=_enum(PARTS), attributed=yes_no),
        "quotations": rows(closed=yes_no, kind=_enum(QUOTATION_KINDS), attribution=maybe),
        "attributions": {"type": "array", "items": _closed(said)},
        "nameless": rows(
            shape=_enum(NAMELESS_SHAPES), group=_TEXT, answered=yes_no, named=_enum(("after", "before", "no"))
        ),
        "speakers": {
            "type": "array",
            "items": _closed({"name": _TEXT, "kind": _enum(SOURCE_KINDS), "first": _closed(span)}),
        },
        "confidence": {"type": "array", "items": _closed(word, (*span, "class", "quoted"))},
        "loaded": rows(quoted=yes_no),
        "why": rows(
            what=_enum(("cue", "word", "quotation", "claim", "rule")),
            line=_COUNT,
            column=_COUNT,
            words=_TEXT,
            name=_TEXT,
            because=_TEXT,
        ),
        "claims": rows(reasons=_TEXTS, attributed=yes_no, on_record=yes_no, answer=_TEXT),
        "soft_claims": rows(reasons=_TEXTS),
    }
    return _titled(
        "hedgelint: annotations", _closed(properties, [k for k in properties if k not in ("id", "path", "why")])
    )


def pieces_schema() -> Schema:
    """Of a file of named pieces."""
    shapes = {"title": _TEXT, "pattern": _TEXT, "words": _TEXTS, "finds": _ONE_OR_MORE, "leaves": _ONE_OR_MORE}
    piece = _closed(_described(shapes, PIECE_KEYS), [key for key in shapes if key not in ("pattern", "words")])
    piece["anyOf"] = [{"required": ["pattern"]}, {"required": ["words"]}]
    more = _closed(_described({**dict.fromkeys(MORE_KEYS, _ONE_OR_MORE), "more": _TEXTS}, MORE_KEYS), ("more", "finds"))
    named = {
        "type": "object",
        "description": "by its name, in small letters: <that> in a pattern stands for its pattern",
        "propertyNames": {"pattern": rf"^{NAME}$"},
        "additionalProperties": {"oneOf": [piece, more]},
        "minProperties": 1,
    }
    return _titled("hedgelint: named pieces", _closed({"pieces": named}))


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "rule": rule_schema,
    "lexicon": lexicon_schema,
    "pieces": pieces_schema,
    "config": config_schema,
    "report": report_schema,
    "annotations": annotations_schema,
}
