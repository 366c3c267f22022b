"""Folders of YAML → Rulebook."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.phrases import phrase_table
from hedgelint.cache import own_folder
from hedgelint.checks.check import waits
from hedgelint.lexicon import Lexicons, Lists
from hedgelint.rulebook.build import build_rule, list_examples
from hedgelint.rulebook.cache import is_settled, made_from, name_of, read_cache, write_cache
from hedgelint.rulebook.locate import Found, find_rules, read_rules
from hedgelint.rulebook.rule import ListExamples, Rule, owner_of
from hedgelint.values import dataclass, field, replace

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`rules` are in the order of category, then id."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons
    # The examples of word lists, as they were compiled, or packed as `marshal` writes them: no two forms are equal.
    lists: Sequence[Mapping[str, Any]] | bytes = field(default=(), compare=False)
    pieces: Sequence[Mapping[str, Any]] = ()  # named pieces of patterns, as their files give them
    unread: Sequence[str] = ()  # what is told of word lists that no rule reads
    # Of rules and lists, where they are known: see `phrase_table`.
    phrases: Mapping[str, str] = field(default_factory=dict, compare=False)
    waits: Mapping[str, Collection[str]] = field(default_factory=dict, compare=False)  # by id, where known: see `Check`

    @property
    def list_examples(self) -> tuple[ListExamples, ...]:
        files = marshal.loads(self.lists) if isinstance(self.lists, bytes) else self.lists
        return tuple(list_examples(file) for file in files)

    def rule(self, name: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == name), None)


def load_rulebook(folders: Sequence[Path] = (), *, cache: bool = True) -> Rulebook:
    """The shipped rules, then the house's files and folders in their order.

    A house rule takes the place of a shipped one of the same id if it says `replaces: yes`. Raises RuleErrors with
    every mistake in all the files.
    """
    found = find_rules(folders)
    if not cache:
        return _assemble(_compiled(found))
    name, key = name_of(folders), made_from(found)
    data = read_cache(name, key)
    if data is not None:
        with suppress(KeyError, TypeError, ValueError, AttributeError):  # of no form that this code writes
            return _assemble(data)
    data = _compiled(found)
    book = _assemble(data)
    if not (is_settled(found) and own_folder()):
        return book  # what would be kept is not worth making for this once
    waiting = {rule.id: waits(rule.check) for rule in book.rules}
    # What else the readers of the lists make of them is kept with the lists from then on.
    table = phrase_table({**phrases_of(book.rules), **Annotator(book.lexicons).phrases()})
    book = replace(book, phrases=table, waits=waiting)
    lists = {name: marshal.dumps(rows) for name, rows in data["lexicons"].items()}
    made = {
        "lists": marshal.dumps(data["lists"]),
        "kept": book.lexicons.kept,
        "phrases": book.phrases,
        "waits": waiting,
    }
    write_cache(name, key, {**data, **made, "lexicons": lists})
    return book


def phrases_of(rules: Sequence[Rule]) -> dict[str, Sequence[str]]:
    """What the rules look for, by owner."""
    return {owner_of(rule.id): rule.check.phrases() for rule in rules}


def _compiled(found: Sequence[Found]) -> Any:
    """What comes ready, with a house's files on top of it; where there is nothing ready, or what the house says goes
    deeper, all the files."""
    from hedgelint.rulebook.ready import read_ready

    files = read_rules(found)
    shipped = sum(one.content is None for one in found)
    data = read_ready(files[:shipped])
    if data is not None and len(files) > shipped:
        from hedgelint.rulebook.compile import compile_onto

        data = compile_onto(data, files[shipped:])
    if data is not None:
        return data
    from hedgelint.rulebook.compile import compile_rules

    return compile_rules(files)


def _assemble(data: Any) -> Rulebook:
    lexicons = Lexicons(Lists(data["lexicons"]), data.get("kept", {}))
    rules = tuple(build_rule(rule, lexicons) for rule in data["rules"])
    known = data.get("phrases", {}), data.get("waits", {})
    return Rulebook(rules, lexicons, data["lists"], data["pieces"], tuple(data.get("unread", ())), *known)
