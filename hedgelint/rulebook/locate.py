"""The files of rules: those that come with hedgelint (inside the package in a wheel, beside it in a checkout), and a
house's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from hedgelint.errors import InputError, RuleError, RuleErrors
from hedgelint.files import read_bytes

_LARGEST = 1_000_000  # bytes of a rule file


@lru_cache(maxsize=1)
def shipped_rules() -> Path:
    """The folder of the rules that come with hedgelint. Raises RuleError if it holds no rule."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if any(folder.glob("*/*.yaml")):
            return folder
    raise RuleError("hedgelint's own rules are missing from this installation", hint="install it again")


def rule_files(folders: Sequence[Path] = ()) -> list[tuple[str, bytes]]:
    """Paths and contents: of the shipped rules, then of the house's files and folders; one that is named twice (a
    folder, and a file in it) is read once. Raises RuleErrors for what cannot be read."""
    files, errors = [], []
    met: set[str] = set()
    for root in (shipped_rules(), *folders):
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
                real = os.path.realpath(path) if folders else path
                if real not in met:
                    met.add(real)
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
