"""The files of rules: those that come with hedgelint (inside the package in a wheel, beside it in a checkout), and a
house's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hedgelint.errors import InputError, RuleError, RuleErrors
from hedgelint.files import read_bytes
from hedgelint.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 1_000_000  # bytes of a rule file


@dataclass(frozen=True, slots=True)
class Found:
    """A rule file. Of a shipped one the `stamp`, by which a change shows, and when it was `changed`; of a house's the
    `content`."""

    path: str
    content: bytes | None = None
    stamp: bytes = b""
    changed: float = 0.0


def shipped_rules() -> Path:
    """As `shipped_folder`."""
    from pathlib import Path

    return Path(shipped_folder())


@lru_cache(maxsize=1)
def shipped_folder() -> str:
    """The folder of the rules that come with hedgelint. Raises RuleError if it holds no rule."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    for folder in (os.path.join(package, "rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isdir(folder) and next(_yaml_files(folder), None) is not None:
            return folder
    raise RuleError("hedgelint's own rules are missing from this installation", hint="install it again")


def rule_files(folders: Sequence[Path] = ()) -> list[tuple[str, bytes]]:
    """Paths and contents of what `find_rules` finds. Raises RuleErrors."""
    return read_rules(find_rules(folders))


def read_rules(found: Sequence[Found]) -> list[tuple[str, bytes]]:
    """Paths and contents. Raises RuleErrors for what cannot be read."""
    files, errors = [], []
    for one in found:
        try:
            content = one.content if one.content is not None else _content(one.path)
            files.append((one.path, content))
        except InputError as error:
            errors.append(RuleError(error.message, path=error.path, hint=error.hint))
    if errors:
        raise RuleErrors(errors)
    return files


_PROSE = ("readme", "licen", "notice", "copying", "change", "contribut", "author")  # files of text that are no lists


def find_rules(folders: Sequence[Path] = ()) -> list[Found]:
    """The shipped rules, then the house's files and folders; one that is named twice (a folder, and a file in it) is
    there once. Raises RuleErrors for what cannot be read."""
    files: list[Found] = []
    errors: list[RuleError] = []
    met: set[str] = set()
    shipped = shipped_folder()
    for root in (shipped, *map(str, folders)):
        try:
            found = list(_yaml_files(root))
            if not found:
                errors.append(
                    RuleError(
                        "no rule file here",
                        path=root,
                        hint="rule files end in .yaml, plain word lists in lexicon/NAME.txt",
                    )
                )
            errors += () if root is shipped else _strays(root)
            for path in found:
                real = os.path.realpath(path) if folders else path
                if real not in met:
                    met.add(real)
                    files.append(_stamped(path) if root is shipped else Found(path, _content(path)))
        except InputError as error:
            errors.append(RuleError(error.message, path=error.path, hint=error.hint))
        except OSError as error:
            errors.append(RuleError(error.strerror or "cannot be read", path=str(error.filename or root)))
    if errors:
        raise RuleErrors(errors)
    return files


def _strays(root: str) -> Iterator[RuleError]:
    """Word lists that stand beside the folder lexicon, where nobody reads them."""
    folder = os.path.join(root, "lexicon")
    if not os.path.isdir(folder):
        return
    with os.scandir(root) as entries:
        for name in sorted(entry.name for entry in entries if entry.name.lower().endswith(".txt") and entry.is_file()):
            if not name.lower().startswith(_PROSE):
                belongs = os.path.join(folder, name)
                yield RuleError(
                    "a word list beside the folder lexicon is not read",
                    path=os.path.join(root, name),
                    hint=f"it belongs in {belongs}",
                )


def _content(path: str) -> bytes:
    return read_bytes(path, _LARGEST, "a rule file")


def _stamped(path: str) -> Found:
    seen = os.stat(path)
    return Found(path, None, b"%d %d" % (seen.st_size, seen.st_mtime_ns), seen.st_mtime)


def _yaml_files(root: str) -> Iterator[str]:
    if not os.path.isdir(root):
        yield root
        return
    listing = os.path.basename(root) == "lexicon"
    with os.scandir(root) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir():
                yield from _yaml_files(entry.path)
            elif (name := entry.name.lower()).endswith((".yaml", ".yml")) or (name.endswith(".txt") and listing):
                yield entry.path
