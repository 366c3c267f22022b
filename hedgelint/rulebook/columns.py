"""An entry of a word list held against the columns of its list; every mistake is told at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hedgelint.errors import RuleError, nearest, one_of, said
from hedgelint.lexicon import GROUP, Column, Columns, spellings
from hedgelint.patterns import pattern_of
from hedgelint.rulebook.forms import VERB_FORMS
from hedgelint.rulebook.misread import misread
from hedgelint.rulebook.nodes import Key, Yaml

_YES = {"yes": True, "on": True, "no": False, "off": False}
# An entry is looked for as it stands: signs of a pattern in it are a slip.
_SIGNS = pattern_of(r"(?<!\*)\*(?!\*)|[\\|^{}\[\]]|\.[+?]|\w\(|\(\?")  # f*** is a word as papers print it
_MARKS = "\"'“”‘’«»"
_LETTER = pattern_of(r"\w")
_MARKED = pattern_of(r"\[\[|\]\]")


def entry_mistakes(file: Yaml, at: Key, entry: dict[str, Any], name: str, columns: Columns) -> Iterator[RuleError]:
    """Mistakes of one entry; afterwards texts stand in lists where lists belong, and yes and no are booleans.

    `entry` has its defaults already, and a `term` that is a text.
    """
    term = entry["term"]
    yield from term_mistakes(file, (*at, "term"), term)
    for key in list(entry):
        if key == "term":
            continue
        if key not in columns:
            yield file.error(
                (*at, key),
                f"the list {name} has no column “{key}”",
                nearest(key, columns, least=0.7) or f"it has {said(('term', *columns))}",
            )
            continue
        column = columns[key]
        entry[key] = straightened(entry[key], column.shape)
        yield from _value(file, (*at, key), term, key, entry[key], column)
    for key, column in columns.items():
        if column.required and key not in entry:
            yield file.error(at, f"“{term}” has no `{key}`: {column.told}", written(term, key, column))


def term_mistakes(file: Yaml, at: Key, term: str) -> Iterator[RuleError]:
    """A word or phrase that can never be met in a story."""
    if not _LETTER.search(term):
        yield file.error(at, f"“{term}” holds no letter, so that it is never met", "write a word or a phrase")
    elif len(term) > 2 and term[0] in _MARKS and term[-1] in _MARKS:
        yield file.error(at, f"{term} is looked for with its marks, as it stands", f"write {term[1:-1]}")
    elif sign := _SIGNS.search(term):
        hint = "write each form by itself; a pattern wants a rule of kind pattern"
        yield file.error(at, f"“{term}” is looked for as it stands, “{sign.group()}” and all", hint)
    elif term != " ".join(term.split()):
        yield file.error(at, f"“{term}” has blanks that no story has", f"write “{' '.join(term.split())}”")


def straightened(value: Any, shape: str) -> Any:
    if shape in ("texts", "marked") and isinstance(value, str):
        return [value]
    if shape == "yes" and isinstance(value, str):
        return _YES.get(value.lower(), value)
    return value


def _value(file: Yaml, at: Key, term: str, key: str, value: Any, column: Column) -> Iterator[RuleError]:
    if (wrong := _WRONG[column.shape](value)) is not None:
        what, hint = wrong if isinstance(wrong, tuple) else (wrong, "")
        yield file.error(at, f"`{key}` of “{term}” is {what}", hint or column.told)
    elif column.values:
        for i, one in enumerate(value if isinstance(value, list) else [value]):
            if one not in column.values:
                yield file.error(
                    (*at, i) if isinstance(value, list) else at,
                    f"`{key}` of “{term}” cannot be “{one}”",
                    one_of(str(one), column.values),
                )
    elif key == "forms" and column.shape == "texts":
        for i, form in enumerate(value):
            yield from term_mistakes(file, (*at, i), form)


def _no_texts(value: Any) -> str | None:
    good = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return None if good else "a list of words: [one, another]"


def _no_marked(value: Any) -> str | tuple[str, str] | None:
    if (wrong := _no_texts(value)) is not None:
        return wrong.replace("words", "texts")
    for text in value:
        marks = _MARKED.findall(text)
        if not marks or marks != ["[[", "]]"] * (len(marks) // 2):
            return "a list of texts in which [[…]] marks what is found", "write [[ before it and ]] behind it"
    return None


def _no_pattern(value: Any) -> str | tuple[str, str] | None:
    if (wrong := _no_side(value)) is not None:
        return wrong
    if re.compile(value).match("") and value:
        return "a pattern that matches nothing at all, and so holds everywhere", "take the * or ? at its end away"
    return None


def _no_side(value: Any) -> str | tuple[str, str] | None:
    if not isinstance(value, str):
        return "a pattern, a text between single marks", "followed_by: 'the words behind it'"
    try:
        groups = re.compile(value).groupindex
    except (RecursionError, MemoryError):
        return "no pattern: its groups stand in one another without measure", "write it with fewer brackets"
    except (re.error, OverflowError) as error:
        what, hint = misread(value, str(error))
        return f"no pattern: {what}", hint
    if group := next((name for name in groups if name != GROUP), None):
        return (
            f"a pattern with a group “{group}”",
            f"write (?:…), or (?P<{GROUP}>…) round the first words that are meant",
        )
    return None


def _no_forms(value: Any) -> str | None:
    if not isinstance(value, Mapping):
        return "a mapping, or is left out: {past: said, participle: said, ing: saying}"
    for name, spelt in value.items():
        if name not in VERB_FORMS:
            return f"a mapping of {said(VERB_FORMS)}, not of “{name}”"
        if not all(isinstance(form, str) for form in spellings(spelt)):
            return f"a mapping of forms to words; `{name}` is none"
    return None


def _no_bands(value: Any) -> str | None:
    if not isinstance(value, Mapping) or not value:
        return "a mapping of scales to per cent from and to: {PHIA: [80, 90]}"
    for scale, band in value.items():
        right = isinstance(band, list) and len(band) == 2 and all(type(n) is int and 0 <= n <= 100 for n in band)
        if not right or band[0] > band[1]:
            return f"a mapping of scales to two numbers from 0 to 100: {{{scale}: [80, 90]}}"
    return None


_WRONG: dict[str, Callable[[Any], str | tuple[str, str] | None]] = {
    "text": lambda value: None if isinstance(value, str) else "a text",
    "texts": _no_texts,
    "yes": lambda value: None if isinstance(value, bool) else "yes or no",
    "pattern": _no_pattern,
    "beside": _no_side,
    "marked": _no_marked,
    "verb-forms": _no_forms,
    "bands": _no_bands,
    "any": lambda value: None,
}


def written(term: str, key: str, column: Column) -> str:
    """How the entry is written with the column it lacks."""
    example = {"bands": "{PHIA: [80, 90]}", "texts": f"[{next(iter(column.values), '…')}]"}.get(column.shape)
    choice = f"; one of {said(column.values)}" if len(column.values) > 1 else ""
    return f"write {{term: {term}, {key}: {example or next(iter(column.values), '…')}}}{choice}"
