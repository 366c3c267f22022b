"""Contents of YAML files → the compiled data a Rulebook is made of. Only a cold start comes here.

What comes ready with hedgelint is not compiled again because a house has rules of its own: those are put on top of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hedgelint.annotate.loaded import LOADED_LEXICONS
from hedgelint.checks.check import KeyMistake
from hedgelint.errors import RuleError, RuleErrors, nearest
from hedgelint.finding import CATEGORIES
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.build import build_rule, message_names
from hedgelint.rulebook.columns import straightened
from hedgelint.rulebook.lexicons import PROOFS, all_forms, columns_of, grouped, merge_lexicons
from hedgelint.rulebook.lists import LISTS
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.rulebook.nodes import Key, Yaml, parse_yaml
from hedgelint.rulebook.piece_files import adds_words, patterns_of, read_pieces
from hedgelint.rulebook.pieced import write_out_list, write_out_rule
from hedgelint.rulebook.plain import plain_words
from hedgelint.rulebook.silences import silences_of
from hedgelint.rulebook.validate import mistakes

NOTHING: Mapping[str, Any] = {"lexicons": {}, "defaults": {}, "rules": [], "lists": [], "pieces": []}


class _DeeperError(Exception):
    """What a house says changes what the rules that are ready rest upon."""


def compile_onto(ready: Mapping[str, Any], files: Sequence[tuple[str, bytes]]) -> dict[str, Any] | None:
    """A house's files on top of those that are compiled, as if all had been compiled together. None where the house
    changes what the others rest upon, which is judged with all files at hand. Raises RuleErrors."""
    try:
        return compile_rules(files, ready)
    except _DeeperError:
        return None


def compile_rules(files: Sequence[tuple[str, bytes]], ready: Mapping[str, Any] = NOTHING) -> dict[str, Any]:
    """Data for JSON: `lexicons` by name with their `defaults`, `rules` in order, `pieces` as their files give them; of
    the files, and of what was compiled before them. Raises RuleErrors with every mistake found."""
    errors: list[RuleError] = []
    rules, words, named = _parse(files, errors)
    pieces = _pieces(named, errors, ready)
    for file in rules:
        errors += write_out_rule(file, patterns_of(pieces))
    for file in words:
        errors += write_out_list(file, columns_of(file), patterns_of(pieces))
    asked = _asked([*ready["rules"], *(file.data for file in rules)])
    lists, defaults = merge_lexicons(words, errors, asked, ready)
    unread = bool(errors)  # then a rule over a word list may lack entries through no fault of its own
    lexicons = Lexicons({name: Lexicon(name, tuple(rows)) for name, rows in lists.items()})
    _hold(ready, asked, lexicons)
    book: dict[str, Mapping[str, Any]] = {rule["id"]: rule for rule in ready["rules"]}
    made: dict[str, Yaml] = {}
    for file in rules:
        problems = list(mistakes(file))
        if not problems and not (unread and file.data.get("lexicon")):
            problems = _in_itself(file, lexicons)
        known = book.get(file.data["id"]) if not problems else None
        if known and not file.data.get("replaces"):
            hint = f"it is also in {known['path']}; say `replaces: yes` to take its place"
            problems = [file.error(("id",), f"the id “{file.data['id']}” is taken", hint)]
        errors += problems
        if not problems:
            book[file.data["id"]] = _with_place(file)
            made[file.data["id"]] = file
    for file in made.values():
        for i, name in enumerate(file.data.get("instead_of", ())):
            if name not in book and not errors:
                hint = nearest(name, book)
                errors.append(file.error(("instead_of", i), f"there is no rule “{name}” to speak instead of", hint))
    if not errors:
        errors += _profiles(words, book)
        errors += _named(words, ready)
    if errors:
        raise RuleErrors(sorted(errors, key=lambda error: (error.path, error.line, error.column)))
    ordered = sorted(book.values(), key=lambda r: (CATEGORIES.index(r["category"]), r["id"]))
    untold = list(_unread(words, ordered))
    told = {"lists": [*ready["lists"], *map(_list_examples, words)], "pieces": pieces}
    data = {"lexicons": lists, "defaults": defaults, "rules": ordered, **told}
    return data | ({"unread": untold} if untold else {})


def _pieces(files: Sequence[Yaml], errors: list[RuleError], ready: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Raises _DeeperError where patterns that are ready would be other ones."""
    if ready["pieces"] and any(adds_words(file) for file in files):
        raise _DeeperError
    return read_pieces(files, errors, ready["pieces"])


def _hold(ready: Mapping[str, Any], asked: Mapping[str, Mapping[str, str]], lexicons: Lexicons) -> None:
    """Raises _DeeperError where what is ready would be told a mistake now: an entry without a column that a rule of the
    house prints, a rule that cannot do with its list as the house leaves it."""
    for name, rows in ready["lexicons"].items():
        printed = [key for key, rule in asked.get(name, {}).items() if rule]
        if any(key not in row for key in printed for row in rows):
            raise _DeeperError
    if all(lexicons[name].entries == tuple(rows) for name, rows in ready["lexicons"].items()):
        return
    for rule in ready["rules"]:  # many kinds read lists that their rule does not name
        try:
            _ = build_rule(rule, lexicons).check
        except ValueError:
            raise _DeeperError from None


def _unread(words: Sequence[Yaml], rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Lists of words that nobody looks for."""
    read = {*LISTS, *(rule.get("lexicon") for rule in rules)}
    for file in words if rules else ():
        if (name := file.data.get("lexicon")) is not None and name not in read:
            line, column = file.marks[("lexicon",)]
            yield (
                f"{file.path}:{line}:{column}: no rule reads the list “{name}”, so that its words are never met "
                f"(write `lexicon: {name}` in a rule, or extend: with the name of a list that is read)"
            )


def _profiles(words: Sequence[Yaml], book: Collection[str]) -> Iterator[RuleError]:
    """Kinds of story that speak of rules which there are not."""
    for file in words if book else ():
        if "profiles" not in (file.data.get("lexicon"), file.data.get("extend")):
            continue
        for i, entry in grouped(file.data.get("entries", ()), {}):
            for key in ("ignore", "milder"):
                for j, name in enumerate(entry.get(key, ()) if isinstance(entry, dict) else ()):
                    if name not in book and name not in CATEGORIES:
                        hint = nearest(name, book) or "hedgelint rules lists them"
                        message = f"`{key}` of “{entry['term']}” names no rule: “{name}”"
                        yield file.error(("entries", i, key, j), message, hint)


def _named(words: Sequence[Yaml], ready: Mapping[str, Any]) -> Iterator[RuleError]:
    """Entries that name entries of another list which there are not, nor ever were."""
    columns = [(file, key, column.of) for file in words for key, column in columns_of(file).items() if column.of]
    there = {of: {row["term"]: None for row in ready["lexicons"].get(of, ())} for _, _, of in columns}
    for file in words if columns else ():
        for _, entry in grouped(file.data.get("entries", ()), columns_of(file)):
            names = there.get(file.data.get("lexicon") or file.data["extend"], {})
            names[entry["term"] if isinstance(entry, dict) else entry] = None
    for file, key, of in columns:
        for i, entry in grouped(file.data.get("entries", ()), columns_of(file)):
            given = entry.get(key, ()) if isinstance(entry, dict) else ()
            for j, name in enumerate(straightened(given, "texts")):
                if there[of] and name not in there[of]:
                    at: Key = ("entries", i, key)
                    message = f"`{key}` of “{entry['term']}” cannot be “{name}”: the list {of} has no such entry"
                    yield file.error(at if given is name else (*at, j), message, nearest(name, there[of]))


def _list_examples(file: Yaml) -> dict[str, Any]:
    """The examples of a word list with the words that it brings."""
    data = file.data
    rows = [
        {"term": entry} if isinstance(entry, str) else entry
        for _, entry in grouped(data.get("entries", ()), columns_of(file))
    ]
    terms = [term for row in rows for term in (row["term"], *all_forms(row))] if data.get("examples") else []
    name = data.get("lexicon") or data["extend"]
    examples = data.get("examples", {})
    told = {"lexicon": name, "path": file.path, "terms": terms, "examples": examples, "lines": _example_lines(file)}
    proofs = list(_proofs(file))
    return told | ({"proofs": proofs} if proofs else {})


def _proofs(file: Yaml) -> Iterator[tuple[str, str, str, int, int]]:
    """The texts that prove entries, with their places."""
    keys = [key for key in columns_of(file) if key in PROOFS]
    for i, entry in grouped(file.data.get("entries", ()), {}) if keys else ():
        for key in keys:
            given = entry.get(key, ()) if isinstance(entry, dict) else ()
            for j, text in enumerate(straightened(given, "texts")):
                at: Key = ("entries", i, key)
                yield entry["term"], key, text, *file.marks[at if given is text else (*at, j)]


def compile_rule(
    path: str, content: bytes, lexicons: Lexicons, pieces: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """One rule file beside word lists and pieces that are compiled already. Raises RuleErrors."""
    errors: list[RuleError] = []
    rules, _, _ = _parse([(path, content)], errors)
    for file in rules:
        errors += write_out_rule(file, patterns_of(pieces))
        errors += list(mistakes(file)) or _in_itself(file, lexicons)
    if not errors and not rules:
        errors.append(RuleError("a word list, and no rule", path=path, line=1, column=1))
    if errors:
        raise RuleErrors(errors)
    return _with_place(rules[0])


def _parse(files: Sequence[tuple[str, bytes]], errors: list[RuleError]) -> tuple[list[Yaml], list[Yaml], list[Yaml]]:
    """Files of rules, of word lists and of pieces."""
    rules: list[Yaml] = []
    words: list[Yaml] = []
    pieces: list[Yaml] = []
    for path, content in files:
        try:
            text = content.decode("utf-8-sig")
            file = plain_words(path, text) if path.endswith(".txt") else parse_yaml(path, text)
        except UnicodeDecodeError:
            errors.append(RuleError("not UTF-8", path=path, line=1, column=1, hint="save the file as UTF-8"))
            continue
        except RuleError as error:
            errors.append(error)
            continue
        keys = set(file.data) if isinstance(file.data, dict) and "id" not in file.data else set()
        (words if {"lexicon", "extend"} & keys else pieces if "pieces" in keys else rules).append(file)
    return rules, words, pieces


def _asked(rules: Sequence[Any]) -> dict[str, dict[str, str]]:
    """The columns of word lists that rules look at, with the rule whose message would be unfinished without it."""
    asked: dict[str, dict[str, str]] = {}
    for rule in rules:
        data = rule if isinstance(rule, dict) else {}
        sets = data["where"] if isinstance(data.get("where"), list) else [data.get("where")]
        where = {key: value for one in sets if isinstance(one, dict) for key, value in one.items()}
        lists = (
            [data.get("lexicon")] if data.get("lexicon") else LOADED_LEXICONS if data.get("kind") == "loaded" else []
        )
        try:
            printed = message_names(str(data.get("message", ""))) - {"match", "term"}
        except ValueError:
            printed = set()
        for name in lists:
            columns = asked.setdefault(str(name), {})
            for key in where:
                columns.setdefault(key, "")
            for key in printed if data.get("kind") in ("phrase", "loaded", "attribution") else ():
                whole = data.get("kind") == "phrase" and not where
                columns[key] = columns.get(key) or (str(data.get("id", "")) if whole else "")
    return asked


def _in_itself(file: Yaml, lexicons: Lexicons) -> list[RuleError]:
    """Mistakes that show only when the rule is made: values of its kind, lexicons, the message's fields."""
    data = file.data
    try:
        check = build_rule(_with_place(file), lexicons).check
    except KeyMistake as mistake:
        return [file.error(mistake.at, mistake.message, mistake.hint)]
    except ValueError as error:
        return [file.error(("kind",), str(error))]
    try:
        names = message_names(data["message"])
    except ValueError:
        return [
            file.error(("message",), "the braces in the message do not match", "a brace itself is written {{ or }}")
        ]
    known = {"match", *check.fields()}
    return [
        file.error(("message",), f"the message has no field “{name}”", f"there are {', '.join(sorted(known))}")
        for name in sorted(names - known)
    ]


def _with_place(file: Yaml) -> dict[str, Any]:
    """The file's data with what the file itself tells: its path, its lines, and its category by its folder."""
    folder = Path(file.path).parent.name
    category = file.data.get("category", folder if folder in CATEGORIES else "wording")
    lines = {**_example_lines(file), "id": file.marks[("id",)][0]}
    own = Path(file.path).is_relative_to(shipped_rules())
    silences = silences_of(file)
    patterns = {key: [one["pattern"] for one in listed] for key, listed in silences.items()}
    # A text in the text of the cache: reasons and examples cost a start nothing until somebody asks for them.
    told = json.dumps(silences, ensure_ascii=False, separators=(",", ":"))
    placed = {"path": file.path, "lines": lines, "silences": told, "own": own}
    return {**file.data, **patterns, "category": category, **placed}


def _example_lines(file: Yaml) -> dict[str, int]:
    return {
        f"{at[1]}/{at[2]}": line for at, (line, _) in file.marks.items() if at[:1] == ("examples",) and len(at) == 3
    }
