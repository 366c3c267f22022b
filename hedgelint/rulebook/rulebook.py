"""Folders of YAML → Rulebook."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from hedgelint.errors import InputError, RuleError, RuleErrors
from hedgelint.files import read_bytes
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.build import build_rule, list_examples
from hedgelint.rulebook.cache import key_of, read_cache, write_cache
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.rulebook.rule import ListExamples, Rule
from hedgelint.values import dataclass

_LARGEST = 1_000_000  # bytes of a rule file


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`rules` are in the order of category, then id."""

    rules: tuple[Rule, ...]
    lexicons: Lexicons
    lists: Sequence[Mapping[str, Any]] = ()  # the examples of word lists, as they were compiled

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
    files = _read([shipped_rules(), *folders])
    key = key_of(files)
    data = read_cache(key) if cache else None
    if data is not None:
        # A digest proves the data, not that this very code wrote it (a checkout being worked on): then it is made anew.
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            return _assemble(data)
    from hedgelint.rulebook.compile import compile_rules

    data = compile_rules(files)
    if cache:
        write_cache(key, data)
    return _assemble(data)


def _assemble(data: Any) -> Rulebook:
    lexicons = Lexicons({name: Lexicon(name, tuple(rows)) for name, rows in data["lexicons"].items()})
    rules = tuple(build_rule(rule, lexicons) for rule in data["rules"])
    return Rulebook(rules, lexicons, data["lists"])


def _read(roots: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Paths and contents. Raises RuleErrors for what cannot be read."""
    files, errors = [], []
    for root in roots:
        try:
            found = list(_yaml_files(root))
            if not found:
                errors.append(
                    RuleError(
                        "no rule file here",
                        path=str(root),
                        hint="rule files end in .yaml, plain word lists in lexicon/NAME.txt",
                    )
                )
            for path in found:
                files.append((path, read_bytes(path, _LARGEST, "a rule file")))
        except InputError as error:
            errors.append(RuleError(error.message, path=error.path, hint=error.hint))
        except OSError as error:
            errors.append(RuleError(error.strerror or "cannot be read", path=str(error.filename or root)))
    if errors:
        raise RuleErrors(errors)
    return files


def _yaml_files(root: Path) -> Iterator[str]:
    if not root.is_dir():
        yield str(root)
        return
    with os.scandir(root) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if os.path.isdir(entry.path):
                yield from _yaml_files(Path(entry.path))
            elif entry.name.endswith((".yaml", ".yml")) or (entry.name.endswith(".txt") and root.name == "lexicon"):
                yield entry.path
