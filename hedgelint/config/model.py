"""Settings as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place says: a configuration file, one of its tables for a path, the command line.

    `select` None leaves the selection as it is; `severity` is by rule or category, `off` switches off.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    fail_on: str | None = None
    scale: str | None = None
    fidelity: str | None = None
    require_reason: bool | None = None
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    profile: str | None = None
    preview: bool | None = None
    english: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A suppression outside the text. `path` is a pattern; `line` (from 1) or `text` narrow it to a place.

    `file` and `at` (line, from 1) say where the entry is written.
    """

    rule: str
    reason: str = ""
    path: str = ""
    line: int = 0
    text: str = ""
    file: str = ""
    at: int = 1


@dataclass(frozen=True, slots=True)
class Config:
    """`layers` from the outermost `extends` to the file itself; patterns are relative to `folder`.

    `places` are the (line, column) of the names of rules in this file, and of its scale and profile (`scale PHIA`),
    for a mistake that shows only when the rules have been read.
    """

    path: str = ""
    folder: Path | None = None
    layers: tuple[Layer, ...] = ()
    rules: tuple[Path, ...] = ()
    exclude: tuple[tuple[Path, str], ...] = ()
    per_path: tuple[tuple[Path, str, Layer], ...] = ()
    suppress: tuple[Entry, ...] = ()
    places: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)

    def layers_for(self, path: str) -> tuple[Layer, ...]:
        return (*self.layers, *self.path_layers(path))

    def path_layers(self, path: str) -> tuple[Layer, ...]:
        """Those of the tables for paths that mean this one."""
        return tuple(layer for folder, pattern, layer in self.per_path if matches(path, folder, pattern))

    def excludes(self, path: str) -> bool:
        return any(matches(path, folder, pattern) for folder, pattern in self.exclude)


def unmet(configs: Iterable[Config], read: Sequence[str], roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(file of settings, pattern) of each table for paths that means none of the stories read, where all below the
    settings' folder was read."""
    told = {config.path: config for config in configs if config.per_path}
    if not told:
        return
    from pathlib import Path

    folders = [Path(root).resolve() for root in roots if Path(root).is_dir()]
    for config in told.values():
        for folder, pattern, _ in config.per_path:
            whole = any(folder.resolve().is_relative_to(root) for root in folders)
            if folder == config.folder and whole and not any(matches(path, folder, pattern) for path in read):
                yield config.path, pattern


def matches(path: str, folder: Path, pattern: str) -> bool:
    """Whether a file is meant by a pattern, as git has it: `*` is anything but a slash, `**` any folders or none; a
    pattern without a slash is a file's or folder's name, and a folder means all below it."""
    from pathlib import Path

    try:
        relative = Path(one_form(str(Path(path).resolve().relative_to(folder.resolve()))))
    except (ValueError, OSError):
        return False
    pattern = one_form(pattern)
    if pattern.rstrip("/") in (".", ""):
        return True
    if "/" not in pattern.rstrip("/"):
        return any(_glob(pattern.rstrip("/")).match(name) for name in relative.parts)
    return _glob(pattern.removeprefix("./").strip("/")).match(relative.as_posix()) is not None


def one_form(path: str) -> str:
    """With each accent in its letter: a Mac writes the names of files with the two apart, and keyboards do not."""
    if path.isascii():
        return path
    import unicodedata

    return unicodedata.normalize("NFC", path)


def makes_sense(pattern: str) -> bool:
    """Whether `matches` can read it."""
    try:
        _glob(pattern)
    except ValueError:
        return False
    return True


_PIECES = pattern_of(
    r"(?P<folders>(?:^|(?<=/))\*\*/)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)|(?P<of>\[!?\]?[^\]]*\])|(?P<plain>.)", re.S
)
_MEANT = {"folders": "(?:.*?/)??", "all": ".*?", "some": "[^/]*?", "one": "[^/]"}


@lru_cache(maxsize=256)
def _glob(pattern: str) -> re.Pattern[str]:
    """Of a whole path below a folder, or of what lies below that path. What stands before a star is found once, where
    it comes first: no later place would do the star any good. So a pattern of many stars takes no longer than others.
    Raises ValueError where letters between brackets make no sense."""
    out, wide, run = "", "", ""  # whole, since the last of two stars, since the last star
    for piece in _PIECES.finditer(pattern):
        kind, text = str(piece.lastgroup), piece.group()
        if kind in ("folders", "all"):
            out, wide, run = out + _once(wide + run), "", _MEANT[kind]
        elif kind == "some":
            wide, run = wide + (run if run.startswith(("(", ".*")) else _once(run)), _MEANT[kind]
        elif kind == "of":
            run += "[^/" + text[2:] if text.startswith("[!") else text
        else:
            run += _MEANT.get(kind, re.escape(text))
    out += wide + run
    try:
        return re.compile(rf"(?s:{out}(?:/.*)?)\Z")
    except re.error:
        raise ValueError(pattern) from None


def _once(piece: str) -> str:
    return f"(?>{piece})" if "*" in piece else piece
