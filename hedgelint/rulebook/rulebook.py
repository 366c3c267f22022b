"""Folders of YAML → Rulebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.build import build_rule, list_examples
from hedgelint.rulebook.cache import is_settled, made_from, name_of, read_cache, write_cache
from hedgelint.rulebook.locate import find_rules, read_rules
from hedgelint.rulebook.ready import read_ready
from hedgelint.rulebook.rule import ListExamples, Rule
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`rules` are in the order of category, then id."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons
    lists: Sequence[Mapping[str, Any]] = ()  # the examples of word lists, as they were compiled
    unread: Sequence[str] = ()  # what is told of word lists that no rule reads

    @property
    def list_examples(self) -> tuple[ListExamples, ...]:
        return tuple(list_examples(file) for file in self.lists)

    def rule(self, name: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == name), None)


def load_rulebook(folders: Sequence[Path] = (), *, cache: bool = True) -> Rulebook:
    """The shipped rules, then the house's files and folders in their order.

    A house rule takes the place of a shipped one of the same id if it says `replaces: yes`. Raises RuleErrors with
    every mistake in all the files.
    """
    found = find_rules(folders)
    if not cache:
        return _assemble(_compiled(read_rules(found)))
    name, key = name_of(folders), made_from(found)
    data = read_cache(name, key)
    if data is not None:
        return _assemble(data)
    files = read_rules(found)
    data = (None if folders else read_ready(files)) or _compiled(files)
    if is_settled(found):
        write_cache(name, key, data)
    return _assemble(data)


def _compiled(files: Sequence[tuple[str, bytes]]) -> Any:
    from hedgelint.rulebook.compile import compile_rules

    return compile_rules(files)


def _assemble(data: Any) -> Rulebook:
    lexicons = Lexicons({name: Lexicon(name, tuple(rows)) for name, rows in data["lexicons"].items()})
    rules = tuple(build_rule(rule, lexicons) for rule in data["rules"])
    return Rulebook(rules, lexicons, data["lists"], tuple(data.get("unread", ())))
