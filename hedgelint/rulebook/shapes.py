"""What the value of a rule's key has to look like, by the name of its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.errors import RuleError
from hedgelint.rulebook.build import SILENT
from hedgelint.rulebook.columns import term_mistakes
from hedgelint.rulebook.nodes import Yaml
from hedgelint.rulebook.silences import pattern_mistakes, silence_mistakes, straightened

WORDS = {
    "string": "a text",
    "strings": "a list of texts",
    "phrases": "a list of texts",
    "pattern": "a pattern, a text between single marks",
    "patterns": "a list of patterns",
    "silence": "patterns, each with its reason and an example; or a pattern alone",
    "silences": "patterns, each with its reason and an example; or patterns alone",
    "integer": "a whole number",
    "boolean": "on or off",
    "mapping": "a mapping of keys to values",
    "mappings": "a mapping of keys to values, or a list of them",
    "list": "a list",
    "pairs": "a mapping of texts to texts",
    "pattern-pairs": "a mapping of patterns to texts",
    "groups": "a list of lists of texts",
}
# How it is written, by key or else by shape.
_WRITTEN = {
    "where": "{strength: strong}",
    "unless": "{near: named-source, within: 2 sentences}",
    "downgrade": "{near: named-source, within: 2 sentences, to: suggestion}",
    "scope": "{part: headline}",
    "examples": '{bad: ["The [[iconic]] pier."], good: ["The pier."]}',
    "references": '[{title: "…", url: "…"}]',
    "phrases": "[one, another]",
    "string": "one text",
    "strings": "[one, another]",
    "pattern": "'iconic piers?'",
    "patterns": "['iconic piers?', 'famous piers?']",
    "silence": "'court|judge'",
    "silences": "['court', 'judges?']",
    "integer": "3",
    "boolean": "yes",
    "mapping": "{name: value}",
    "mappings": "{strength: strong}",
    "list": "[one, another]",
    "pairs": "{word: better word}",
    "pattern-pairs": "{'piers?': better word}",
    "groups": "[[one, other], [this, that]]",
}
_BOOLEANS = {"on": True, "off": False, "yes": True, "no": False}
_LISTS = ("strings", "phrases", "patterns")
PATTERNS = ("pattern", "patterns")


def shape_mistakes(file: Yaml, key: str, shape: str) -> Iterator[RuleError]:  # noqa: C901, PLR0912
    """Mistakes of the value; afterwards on and off are booleans, and one text is a list where lists belong."""
    data = file.data
    if shape in ("strings", "phrases") and isinstance(one := data[key], str) and ("," in one or "\n" in one.strip()):
        listed = ", ".join(word.strip() for word in one.replace("\n", ",").split(",") if word.strip())
        hint = f"write {key}: [{listed}], or one text a line with a dash and a blank before it"
        yield file.error((key,), f"`{key}` is one long text here, and no list", hint)
        return
    data[key] = value = _straightened(data[key], key, shape)
    if shape in SILENT:
        yield from silence_mistakes(file, key, value)
    elif not _is(value, shape):
        yield _misshapen(file, key, value, shape)
    elif shape in PATTERNS:
        for i, pattern in enumerate(value if isinstance(value, list) else [value]):
            yield from pattern_mistakes(file, (key, i) if isinstance(value, list) else (key,), pattern)
    elif shape == "strings" and key != "phrases":
        for i, text in enumerate(value):
            if not text.strip():
                yield file.error((key, i), f"an empty text in `{key}`", "take it out")
    elif shape == "pattern-pairs":
        for pattern in value:
            yield from pattern_mistakes(file, (key, pattern), str(pattern))
    elif key in ("phrases", "swap"):
        for i, phrase in enumerate(value):
            yield from term_mistakes(file, (key, phrase if isinstance(value, dict) else i), phrase)
    elif key == "variants":
        for i, group in enumerate(value):
            for j, phrase in enumerate(group):
                yield from term_mistakes(file, (key, i, j), phrase)


def _misshapen(file: Yaml, key: str, value: Any, shape: str) -> RuleError:
    wanted = f"`{key}` is {WORDS[shape]}"
    if isinstance(value, list) and shape in _LISTS:
        at = next((i for i, one in enumerate(value) if not isinstance(one, str)), None)
        if at is None:
            return file.error((key,), wanted, "it is empty")
        if isinstance(value[at], int | float):
            return file.error((key, at), wanted, f'put quotation marks round the figure: "{value[at]}"')
        return file.error((key, at), wanted, "write one text a line, with a dash and a blank before it")
    if shape == "pairs" and isinstance(value, dict):
        word = next((word for word, better in value.items() if not isinstance(better, str)), None)
        if isinstance(word, str):
            return file.error((key, word), f"there is no text behind “{word}”", f"write {word}: and the better word")
    hint = f"write {key}: {written(key, shape)}"
    return file.error((key,), wanted, hint + (", or one a line, with a colon between" if shape == "pairs" else ""))


def written(key: str, shape: str) -> str:
    """What stands behind the colon."""
    return _WRITTEN.get(key, _WRITTEN[shape])


def _straightened(value: Any, key: str, shape: str) -> Any:
    if shape in SILENT:
        return straightened(value)
    if shape == "boolean" and isinstance(value, str):
        return _BOOLEANS.get(value.lower(), value)
    if shape == "mappings" and isinstance(value, dict):
        value = [value]
    if shape == "mappings" and isinstance(value, list):
        return [_asked(one) for one in value]
    if key == "where":
        return _asked(value)
    return [value] if shape in _LISTS and isinstance(value, str) else value


def _asked(value: Any) -> Any:
    """With yes and no as booleans."""
    if not isinstance(value, dict):
        return value
    return {name: _BOOLEANS.get(v, v) if isinstance(v, str) else v for name, v in value.items()}


def _is(value: Any, shape: str) -> bool:  # noqa: PLR0911
    match shape:
        case "string" | "pattern":
            return isinstance(value, str)
        case "strings" | "phrases" | "patterns":
            return isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "mapping":
            return isinstance(value, dict)
        case "mappings":
            return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)
        case "pairs" | "pattern-pairs":
            return isinstance(value, dict) and bool(value) and all(isinstance(v, str) for v in value.values())
        case "groups":
            groups = isinstance(value, list) and bool(value) and all(isinstance(g, list) for g in value)
            return groups and all(isinstance(v, str) for group in value for v in group)
    return isinstance(value, list)
