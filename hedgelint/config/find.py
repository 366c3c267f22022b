"""The configuration that holds for a file: the nearest one upwards."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from hedgelint.config.content import settings_bytes
from hedgelint.config.model import Config
from hedgelint.errors import ConfigError, HedgelintError

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("hedgelint.toml", ".hedgelint.toml", "pyproject.toml")
# Names under which settings would never be read.
_WRONG = ("hedgelint.yaml", "hedgelint.yml", ".hedgelint.yaml", ".hedgelint.yml", "hedgelint.json", ".hedgelintrc")


class Configs:
    """Finds and keeps the configurations of a run. `given` is used for every file; `none` finds nothing."""

    def __init__(self, given: Path | None = None, *, none: bool = False) -> None:
        self.given, self._none, self._nothing = given, none, Config()
        self._folder = lru_cache(maxsize=None)(self._of_folder)
        self._read = lru_cache(maxsize=None)(_read)
        self._near: dict[tuple[str, str], Config] = {}  # by the working directory and the folder as it is named

    def for_file(self, path: str) -> Config:
        """Raises ConfigError."""
        if self._none:
            return self._nothing
        if self.given is not None:
            return self._read(self.given)
        here = os.getcwd(), "" if path.startswith("<") else os.path.dirname(path)
        known = self._near.get(here)
        if known is None:
            found = self._folder(_above(path))
            known = self._near[here] = self._read(_short(found)) if found else self._nothing
        return known

    def of_all(self, path: str, error: HedgelintError) -> bool:
        """Whether the settings that a mistake was met in at `path` are given, or are those of the working directory or
        a folder above it, and not of a folder below."""
        if self.given is not None or self._none or path.startswith("<"):
            return True
        try:
            found = self._folder(_above(path))
        except ConfigError:
            found = os.path.join(os.getcwd(), error.path)
        if found is None:
            return True
        from pathlib import Path

        return Path.cwd().is_relative_to(os.path.dirname(found))

    def _of_folder(self, folder: str) -> str | None:
        for name in NAMES:
            candidate = os.path.join(folder, name)
            if os.path.isfile(candidate) and (name != "pyproject.toml" or _has_ours(settings_bytes(candidate))):
                return candidate
        for name in _WRONG:
            if os.path.isfile(candidate := os.path.join(folder, name)):
                hint = "rename the file, and write name = value"
                raise ConfigError("settings are read from hedgelint.toml only", path=str(_short(candidate)), hint=hint)
        above = os.path.dirname(folder)
        return None if above == folder else self._folder(above)


def _above(path: str) -> str:
    """The folder of a file; of a text without one, the working directory."""
    return os.getcwd() if path.startswith("<") else os.path.dirname(os.path.join(os.getcwd(), path))


def _has_ours(pyproject: bytes) -> bool:
    """Whether it has settings of hedgelint's, however TOML lets them be written; one that is no TOML has them if they
    seem to be there, so that its mistake is told."""
    if b"hedgelint" not in pyproject:
        return False
    import tomllib

    try:
        tool = tomllib.loads(pyproject.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return b"[tool.hedgelint" in pyproject
    return isinstance(tool, dict) and "hedgelint" in tool


def _short(file: str) -> Path:
    """As seen from the working directory, where the file is below it: this is how people are told of it."""
    from pathlib import Path

    path = Path(file)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _read(path: Path) -> Config:
    from hedgelint.config.read import read_config

    return read_config(path)
