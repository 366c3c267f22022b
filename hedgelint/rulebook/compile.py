"""Contents of YAML files → the compiled data a Rulebook is made of. Only a cold start comes here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hedgelint.checks.pattern import compiled
from hedgelint.errors import RuleError, RuleErrors
from hedgelint.finding import CATEGORIES
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.build import build_rule, message_names
from hedgelint.rulebook.lexicons import merge_lexicons
from hedgelint.rulebook.nodes import Yaml, parse_yaml
from hedgelint.rulebook.validate import mistakes


def compile_rules(files: Sequence[tuple[str, bytes]]) -> dict[str, Any]:
    """Data for JSON: `lexicons` by name and `rules` in order. Raises RuleErrors with every mistake found."""
    errors: list[RuleError] = []
    rules, words = _parse(files, errors)
    lists = merge_lexicons(words, errors)
    lexicons = Lexicons({name: Lexicon(name, tuple(rows)) for name, rows in lists.items()})
    book: dict[str, tuple[Yaml, dict[str, Any]]] = {}
    for file in rules:
        problems = list(mistakes(file)) or _in_itself(file, lexicons)
        known = book.get(file.data.get("id", "")) if isinstance(file.data, dict) else None
        if not problems and known and not file.data.get("replaces"):
            hint = f"it is also in {known[0].path}; say `replaces: yes` to take its place"
            problems = [file.error(("id",), f"the id “{file.data['id']}” is taken", hint)]
        errors += problems
        if not problems:
            book[file.data["id"]] = (file, _with_place(file))
    if errors:
        raise RuleErrors(sorted(errors, key=lambda error: (error.path, error.line, error.column)))
    ordered = sorted((data for _, data in book.values()), key=lambda r: (CATEGORIES.index(r["category"]), r["id"]))
    return {"lexicons": lists, "rules": ordered}


def compile_rule(path: str, content: bytes, lexicons: Lexicons) -> dict[str, Any]:
    """One rule file beside word lists that are compiled already. Raises RuleErrors."""
    errors: list[RuleError] = []
    rules, _ = _parse([(path, content)], errors)
    for file in rules:
        errors += list(mistakes(file)) or _in_itself(file, lexicons)
    if errors or not rules:
        raise RuleErrors(errors)
    return _with_place(rules[0])


def _parse(files: Sequence[tuple[str, bytes]], errors: list[RuleError]) -> tuple[list[Yaml], list[Yaml]]:
    rules: list[Yaml] = []
    words: list[Yaml] = []
    for path, content in files:
        try:
            file = parse_yaml(path, content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            errors.append(RuleError("not UTF-8", path=path, line=1, column=1, hint="save the file as UTF-8"))
            continue
        except RuleError as error:
            errors.append(error)
            continue
        lexicon = isinstance(file.data, dict) and bool({"lexicon", "extend"} & set(file.data)) and "id" not in file.data
        (words if lexicon else rules).append(file)
    return rules, words


def _in_itself(file: Yaml, lexicons: Lexicons) -> list[RuleError]:
    """Mistakes that show only when the rule is made: patterns, lexicons, the message's fields."""
    data = file.data
    try:
        check = build_rule(_with_place(file), lexicons).check
        for i, pattern in enumerate(data["pattern"] if data["kind"] == "pattern" else ()):
            try:
                compiled(pattern)
            except ValueError as error:
                return [file.error(("pattern", i), str(error))]
        for key in ("unless_pattern", "unless_story", "inside"):
            compiled(data.get(key, ""))
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
    lines = {
        f"{at[1]}/{at[2]}": line for at, (line, _) in file.marks.items() if at[:1] == ("examples",) and len(at) == 3
    }
    return {**file.data, "category": category, "path": file.path, "lines": {**lines, "id": file.marks[("id",)][0]}}
