"""A folder of Vale's styles → the rules in it, and the vocabularies beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hedgelint.errors import HedgelintError, InputError, RuleError
from hedgelint.files import read_bytes
from hedgelint.rulebook.nodes import parse_yaml

_LARGEST = 10_000_000  # bytes of a rule
_WORDS = {"accept.txt": "accept", "reject.txt": "reject"}


@dataclass(frozen=True, slots=True)
class ValeRule:
    """`style` is the folder's name, `name` the file's without its end; `data` the keys of the rule."""

    path: str
    style: str
    name: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an accept.txt or a reject.txt: `kind` accept or reject, `name` the folder's."""

    path: str
    name: str
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Styles:
    """What a folder holds; `unread` are files that could not be read, each with what is wrong."""

    rules: list[ValeRule] = field(default_factory=list)
    vocabularies: list[Vocabulary] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    @property
    def accepted(self) -> tuple[str, ...]:
        return tuple(word for one in self.vocabularies if one.kind == "accept" for word in one.words)


def read_styles(roots: tuple[Path, ...]) -> Styles:
    """Folders of styles, a style's own folder, or single rule files. Raises InputError where there is none, or no rule
    in it."""
    styles = Styles()
    for root in roots:
        if not root.exists():
            raise InputError("there is no such folder", path=str(root), hint="name the folder of styles: StylesPath")
        for path in _files(root):
            try:
                _read(path, styles)
            except HedgelintError as error:
                styles.unread.append((str(path), error.message + (f" ({error.hint})" if error.hint else "")))
    if not (styles.rules or styles.vocabularies or styles.unread):
        hint = "a style of Vale is a folder of files NAME.yml with the key `extends`"
        raise InputError("there is no rule of Vale here", path=", ".join(map(str, roots)), hint=hint)
    return styles


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
        return
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if name.endswith((".yml", ".yaml")) or name in _WORDS)


def _read(path: Path, styles: Styles) -> None:
    try:
        text = read_bytes(path, _LARGEST, "a rule of Vale").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleError("not UTF-8", path=str(path), hint="save the file as UTF-8") from None
    if path.name in _WORDS:
        words = (line.strip() for line in text.splitlines())
        kept = tuple(word for word in words if word and not word.startswith("#"))
        styles.vocabularies.append(Vocabulary(str(path), path.parent.name, _WORDS[path.name], kept))
        return
    data = parse_yaml(str(path), text).data
    if isinstance(data, dict) and "extends" in data:
        styles.rules.append(ValeRule(str(path), path.resolve().parent.name, path.stem, data))
