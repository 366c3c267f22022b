"""Folders of YAML → Rulebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.build import build_rule, list_examples
from hedgelint.rulebook.cache import key_of, read_cache, write_cache
from hedgelint.rulebook.locate import rule_files
from hedgelint.rulebook.ready import read_ready
from hedgelint.rulebook.rule import ListExamples, Rule
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`rules` are in the order of category, then id."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons
    lists: Sequence[Mapping[str, Any]] = ()  # the examples of word lists, as they were compiled
    pieces: Sequence[Mapping[str, Any]] = ()  # named pieces of patterns, as their files give them
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
    files = rule_files(folders)
    data = read_ready(files) if cache and not folders else None
    key = "" if data is not None else key_of(files)
    if cache and data is None:
        data = read_cache(key)
    if data is not None:
        # A digest proves the data, not that this very code wrote it (a checkout being worked on): then it is made anew.
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            return _assemble(data)
    from hedgelint.rulebook.compile import compile_rules

    data = compile_rules(files)
    if cache:
        write_cache(key or key_of(files), data)
    return _assemble(data)


def _assemble(data: Any) -> Rulebook:
    lexicons = Lexicons({name: Lexicon(name, tuple(rows)) for name, rows in data["lexicons"].items()})
    rules = tuple(build_rule(rule, lexicons) for rule in data["rules"])
    return Rulebook(rules, lexicons, data["lists"], data["pieces"], tuple(data.get("unread", ())))
