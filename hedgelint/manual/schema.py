"""JSON Schemas of what hedgelint reads and writes, made from what the code itself holds them against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hedgelint.annotate.story import CONFIDENCE_CLASSES, CUE_KINDS, NAMELESS_SHAPES, QUOTATION_KINDS, SOURCE_KINDS
from hedgelint.checks import KINDS
from hedgelint.config.read import ENTRY_KEYS, FIDELITY, FILE_KEYS, LAYER_KEYS
from hedgelint.document.model import PARTS
from hedgelint.finding import CATEGORIES, SEVERITIES
from hedgelint.report.json import FORMAT
from hedgelint.rulebook.rule import LINKED, ONCE
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
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


_SHAPES: Mapping[str, Schema] = {
    "string": _TEXT,
    "strings": _ONE_OR_MORE,
    "phrases": _ONE_OR_MORE,
    "pattern": _TEXT,
    "patterns": _ONE_OR_MORE,
    "silence": _TEXT,
    "silences": _ONE_OR_MORE,
    "integer": {"type": "integer"},
    "boolean": {"anyOf": [{"type": "boolean"}, _enum(("on", "off", "yes", "no"))]},
    "mapping": {"type": "object"},
    "mappings": {"anyOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}]},
    "list": {"type": "array"},
    "pairs": {"type": "object", "additionalProperties": _TEXT},
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
    kinds = []
    for name, kind in KINDS.items():
        own = {key: _SHAPES[shape] for key, shape in kind.keys.items()}
        one = _closed({**common, "kind": {"const": name}, **own}, REQUIRED)
        if kind.required:
            one["allOf"] = [{"anyOf": [{"required": [key]} for key in group]} for group in kind.required]
        kinds.append(one)
    return _titled("hedgelint: a rule file", {"oneOf": kinds})


def lexicon_schema() -> Schema:
    """Of a word list: a new one, or more entries for one that exists."""
    told = {
        "term": "the word or phrase; met in any case, as a whole word",
        "forms": "its other forms: a list, or a mapping of grammatical forms",
        "advice": "what to write in its place, or to find out",
        "followed_by": "a pattern that what follows must match",
        "not_followed_by": "a pattern that what follows must not match",
        "preceded_by": "a pattern that what stands before must match",
        "not_preceded_by": "a pattern that what stands before must not match",
        "case": "lower: only where it has no capital; as-written: only as the term is written",
    }
    keys: dict[str, Schema] = {key: {**_TEXT, "description": text} for key, text in told.items()}
    keys["forms"] = {"type": ["array", "object"], "description": told["forms"]}
    keys["case"] = {**_enum(("lower", "as-written")), "description": told["case"]}
    entry = {"type": "object", "properties": keys, "required": ["term"]}
    properties = {
        "lexicon": _TEXT,
        "extend": _TEXT,
        "title": _TEXT,
        "why": _TEXT,
        "reference": _TEXT,
        "entries": {"type": "array", "items": {"anyOf": [entry, _TEXT]}},
        "remove": _TEXTS,
    }
    named = [{"required": ["lexicon"]}, {"required": ["extend"]}]
    return _titled("hedgelint: a lexicon", {"type": "object", "properties": properties, "oneOf": named})


def config_schema() -> Schema:
    """Of hedgelint.toml, and of [tool.hedgelint] in pyproject.toml."""
    level = {"type": "object", "additionalProperties": _enum((*SEVERITIES, "off"))}
    shapes: dict[str, Schema] = {
        "text": _TEXT,
        "number": _COUNT,
        "texts": _ONE_OR_MORE,
        "names": _ONE_OR_MORE,
        "severity": _enum(SEVERITIES),
        "severities": level,
        "fidelity": _enum(FIDELITY),
        "speakers": {"type": "object", "additionalProperties": _TEXT},
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
            what=_enum(("cue", "word", "claim", "rule")),
            line=_COUNT,
            column=_COUNT,
            words=_TEXT,
            name=_TEXT,
            because=_TEXT,
        ),
        "claims": rows(reasons=_TEXTS, attributed=yes_no, on_record=yes_no, answer=_TEXT),
    }
    return _titled(
        "hedgelint: annotations", _closed(properties, [k for k in properties if k not in ("id", "path", "why")])
    )


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "rule": rule_schema,
    "lexicon": lexicon_schema,
    "config": config_schema,
    "report": report_schema,
    "annotations": annotations_schema,
}
