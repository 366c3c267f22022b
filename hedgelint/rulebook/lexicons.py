"""Lexicon files: a list of entries under a name, or more entries for a list that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hedgelint.errors import RuleError, nearest, said
from hedgelint.lexicon import HOUSE, Columns, spellings
from hedgelint.rulebook.columns import entry_mistakes
from hedgelint.rulebook.examples import example_mistakes
from hedgelint.rulebook.forms import forms_of, plural
from hedgelint.rulebook.lists import EXTRA, LISTS, OWN
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.rulebook.nodes import Yaml
from hedgelint.values import dataclass, field

KEYS: Mapping[str, str] = {
    "lexicon": "the name of a new list",
    "extend": "the list that these entries are added to",
    "title": "what the list holds, in a few words",
    "why": "what it is for, and what its columns do",
    "reference": "whose words these are, or which guide speaks of them",
    "defaults": "values of columns for entries that do not give them",
    "entries": "the words: each a text, a mapping with a `term`, or one with `words` that share their columns",
    "remove": "words that the extended list shall no longer have",
    "examples": "sentences in which [[…]] marks what has to be found (bad), and some in which nothing may be (good)",
}
_SHAPES = {"defaults": dict, "entries": list, "remove": list, "examples": dict}
_WRITTEN = {
    "defaults": "{advice: …}",
    "entries": "[one, another], or one a line with a dash and a blank before it",
    "remove": "[one, another], or one a line with a dash and a blank before it",
    "examples": '{bad: ["The [[word]] here."], good: ["Nothing here."]}',
}
PROOFS = {"finds", "leaves"}  # columns that prove an entry
_TOLD = {dict: "a mapping of keys to values", list: "a list"}


@dataclass(slots=True)
class _List:
    """One list as far as it has been read: its entries by term, and what its entries are taken to say; `formed` are
    the terms of the entries that have a form, by the form."""

    columns: Columns
    defaults: dict[str, Any] = field(default_factory=dict)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    formed: dict[Any, dict[str, None]] = field(default_factory=dict)

    def add(self, term: str, row: dict[str, Any]) -> None:
        self.entries[term] = row
        for form in all_forms(row):
            self.formed.setdefault(form, {})[term] = None


Asked = Mapping[str, Mapping[str, str]]


def merge_lexicons(
    files: Sequence[Yaml], errors: list[RuleError], asked: Asked, before: Mapping[str, Any]
) -> tuple[dict[str, Sequence[Mapping[str, Any]]], dict[str, dict[str, Any]]]:
    """Entries by name, files in order, and the defaults of the lists that have any. An extension's entries replace
    those of the same term, or form; mistakes are added to `errors` and the rest is used. `asked` are the columns that
    rules look at, by list; with each the id of the rule whose message cannot do without it, or nothing; `before` what
    was compiled before these files (`lexicons`, `defaults`), which stays as it is."""
    lists = {name: _List(_columns(name, asked), before["defaults"].get(name, {}).copy()) for name in before["lexicons"]}
    touched = {str(file.data.get("extend")) for file in files if isinstance(file.data, dict)}
    for name in touched & lists.keys():
        for row in before["lexicons"][name]:
            lists[name].add(row["term"], dict(row))
    for file in files:
        problems = list(_mistakes(file, lists, asked))
        errors += problems
        if problems:
            continue
        data = file.data
        name = data.get("lexicon") or data["extend"]
        if name not in lists:
            lists[name] = _List(_columns(name, asked))
        known = lists[name]
        known.defaults.update(data.get("defaults", {}))
        errors += _removed(file, known, name)
        errors += _added(file, known, name, asked.get(name, {}))
        if data.get("remove") and not known.entries:
            hint = "leave some, or turn off the rules that look for them: ignore = [RULE] in the settings"
            errors.append(file.error(("remove",), f"no word is left of the list {name}", hint))
    kept = before["lexicons"].keys() - touched
    rows = {name: before["lexicons"][name] if name in kept else list(lists[name].entries.values()) for name in lists}
    return rows, {name: known.defaults for name, known in lists.items() if known.defaults}


def columns_of(file: Yaml) -> Columns:
    """Those that hedgelint itself knows, of the list in this file."""
    data = file.data
    return _columns(str(data.get("lexicon") or data.get("extend")), {}) if isinstance(data, dict) else {}


def _columns(name: str, asked: Asked) -> Columns:
    declared = LISTS.get(name, OWN)
    return {**dict.fromkeys(asked.get(name, ()), EXTRA), **declared}


def _mistakes(file: Yaml, lists: Mapping[str, _List], asked: Asked) -> Iterator[RuleError]:
    """Of the file as a whole."""
    data = file.data
    if not isinstance(data, dict) or ("lexicon" in data) == ("extend" in data):
        hint = "write lexicon: NAME, or extend: NAME"
        yield file.error((), "a lexicon file begins with one name, of a new list or of one there is", hint)
        return
    for key in data:
        if key not in KEYS:
            hint = nearest(key, KEYS) or f"there are {said(KEYS)}"
            yield file.error((key,), f"unknown key “{key}”", hint)
        elif key in _SHAPES and not isinstance(data[key], _SHAPES[key]):
            yield file.error((key,), f"`{key}` is {_TOLD[_SHAPES[key]]}", f"write {key}: {_WRITTEN[key]}")
        elif key not in _SHAPES and not isinstance(data[key], str):
            yield file.error((key,), f"`{key}` is a text", f"write {key}: and {KEYS[key]}")
    if not isinstance(data.get("lexicon", data.get("extend")), str):
        return
    if data.get("lexicon") in lists:
        hint = "use `extend:` to add to it"
        yield file.error(("lexicon",), f"there is a lexicon “{data['lexicon']}” already", hint)
    name = data.get("extend")
    if "extend" in data and name not in lists and not (file.path.endswith(".txt") and name in asked):
        hint = nearest(str(name), lists) or f"there are {said(sorted(lists))}"
        yield file.error(("extend",), f"there is no lexicon “{name}” to extend", hint)
    columns = _columns(str(data.get("lexicon") or name), asked)
    defaults = data.get("defaults")
    yield from example_mistakes(file)
    for key in defaults if isinstance(defaults, dict) else ():
        if key not in columns:
            hint = nearest(key, columns) or f"it has {said(columns)}"
            yield file.error(("defaults", key), f"this list has no column “{key}”", hint)


def _removed(file: Yaml, known: _List, name: str) -> Iterator[RuleError]:
    for i, term in enumerate(file.data.get("remove", ())):
        if not isinstance(term, str):
            yield file.error(("remove", i), "what is removed is a word or a phrase", f"write “{term}” as a text")
        elif not _taken_out(known, term):
            terms = [form for entry in known.entries.values() for form in (entry["term"], *all_forms(entry))]
            message = f"“{term}” is not in the list {name}, so that it cannot be removed"
            yield file.error(("remove", i), message, nearest(str(term), map(str, terms), 0.8))


def _taken_out(known: _List, term: Any) -> bool:
    """The entry of this term, or the form of another."""
    if known.entries.pop(term, None) is not None:
        return True
    for name in known.formed.get(term, {}):
        entry = known.entries.get(name, {})
        if isinstance(forms := entry.get("forms"), list) and term in forms:
            entry["forms"] = [form for form in forms if form != term]
            return True
        if isinstance(forms, dict) and term in all_forms(entry):
            left = {key: [form for form in spellings(spelt) if form != term] for key, spelt in forms.items()}
            entry["forms"] = {key: spelt for key, spelt in left.items() if spelt}
            return True
    return False


def grouped(entries: Iterable[Any], columns: Columns) -> Iterator[tuple[int, Any]]:
    """Each entry with its number; one that gives `words` in the place of a term as an entry for each of them. In a list
    whose entries have forms it stays one, whose other words are looked for as forms are."""
    together = "forms" in columns and columns["forms"].shape == "texts"
    for i, entry in enumerate(entries):
        words = entry.get("words") if isinstance(entry, dict) and "term" not in entry else None
        if not isinstance(words, list) or not words:
            yield i, entry
            continue
        rest = {key: value for key, value in entry.items() if key != "words"}
        if together and _is_group(entry):
            yield i, {"term": words[0], "forms": words[1:], **rest}
            continue
        for word in words:
            yield i, {"term": word, **rest}


def _is_group(entry: Any) -> bool:
    return isinstance(entry, dict) and "words" in entry and not {"term", "forms"} & set(entry)


def all_forms(entry: Mapping[str, Any]) -> list[Any]:
    """The forms that an entry gives, in a list or by grammatical form."""
    forms = entry.get("forms", ())
    return [form for spelt in forms.values() for form in spellings(spelt)] if isinstance(forms, dict) else list(forms)


def _added(file: Yaml, known: _List, name: str, asked: Mapping[str, str]) -> Iterator[RuleError]:
    seen: set[str] = set()
    extends = "extend" in file.data
    house = not Path(file.path).is_relative_to(shipped_rules())
    for i, given in grouped(file.data.get("entries", ()), known.columns):
        term = given.get("term") if isinstance(given, dict) else given
        if not isinstance(term, str):
            hint = f'write - "{given}"' if isinstance(given, int | float) else "write - {term: …}, or the word alone"
            if isinstance(given, dict) and (near := nearest("term", given)):
                hint = f"{hint}; {near}"
            yield file.error(("entries", i), "an entry is a word, or a mapping with a `term` that is one", hint)
            continue
        if term in seen:
            yield file.error(("entries", i), f"“{term}” stands in this list twice", "only the last would count")
        seen.add(term)
        row = {**known.defaults, **(given if isinstance(given, dict) else {"term": term})}
        columns = known.columns
        wrong = list(entry_mistakes(file, ("entries", i), row, name, columns))
        wrong += _missing(file, i, row, asked)
        wrong += _twofold(file, i, row)
        yield from wrong
        if wrong:
            continue
        _inflect(row, columns)
        # Words of a group are entries that share a row, and so take the places of others as entries do.
        also = row.get("forms", ()) if _is_group(file.data["entries"][i]) else ()
        for word in (term, *also) if extends else ():
            _taken_out(known, word)
        if house and any(columns[key].shape in ("pattern", "beside") for key in row if key in columns):
            row[HOUSE] = True
        for key in PROOFS & row.keys():  # nobody asks for them where a story is read
            del row[key]
        known.add(term, row)


def _missing(file: Yaml, number: int, row: Mapping[str, Any], asked: Mapping[str, str]) -> Iterator[RuleError]:
    """Columns that the message of a rule prints."""
    term = row["term"]
    for key, rule in asked.items():
        if rule and key not in row:
            hint = f"write {{term: {term}, {key}: …}}, or a value for all under `defaults:`"
            yield file.error(("entries", number), f"“{term}” has no `{key}`, which {rule} prints", hint)


def _twofold(file: Yaml, number: int, row: Mapping[str, Any]) -> Iterator[RuleError]:
    for key in ("irregular", "without"):
        if key in row and row.get("forms"):
            hint = f"leave one of them out: `{key}` is of forms that are made from the term"
            yield file.error(("entries", number, key), f"“{row['term']}” has `forms` and `{key}`", hint)


def _inflect(row: dict[str, Any], columns: Columns) -> None:
    """Forms by the rules of spelling, where the list has such columns and the entry is silent."""
    if columns.get("forms") and columns["forms"].shape == "verb-forms":
        row["forms"] = forms_of(row)
    if "plural" in columns and columns["plural"].shape == "text" and not row.get("plural"):
        row["plural"] = plural(row["term"])
