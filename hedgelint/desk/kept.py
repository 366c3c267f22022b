"""Findings of files that have not changed, from one run to the next.

Wrong findings are worse than slow ones, so all that findings depend on is in the key, by content: the file, its name,
the settings that may hold for it and the files they name, the rules, the folder it is run in, hedgelint's own code and
the packages beside it. What only the story names (its sources, its sidecar) is written down with the findings, by
content too, and looked at again. What had a problem, or was read from anywhere but a file, is never kept.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from hedgelint.cache import digest_of, stamps
from hedgelint.config.find import Configs
from hedgelint.config.model import Config, Layer
from hedgelint.desk.packed import packed, unpacked
from hedgelint.errors import HedgelintError
from hedgelint.files import read_bytes, walk
from hedgelint.finding import Result
from hedgelint.rulebook.cache import state_of
from hedgelint.rulebook.locate import find_rules
from hedgelint.shelf import Shelf
from hedgelint.values import dataclass, field
from hedgelint.version import __version__

_FORM = 1  # of what is kept
_LARGEST = 20_000_000  # bytes of a story, and of what is kept of one
_ANY = 100_000_000  # bytes of a source
_RACE = 2.0  # seconds: how finely a disk may tell when a file was written
_SIDECAR = ".hedgelint.toml"


@dataclass(slots=True)
class Known:
    """What was kept of a file: its results, and from which severity on a finding of each counts."""

    results: list[Result]
    fail_on: list[str]


@dataclass(slots=True)
class Kept:
    """`command` and `rules` are what the command line says for every file, `how` all else of it that a story is read
    by. Mistakes in settings and rules are left to whoever lints the file."""

    configs: Configs
    command: Layer
    rules: tuple[Path, ...]
    how: tuple[str, ...]
    met: dict[str, None] = field(
        default_factory=dict
    )  # a path of each of the settings that have waivers and were known
    _shelf: Shelf = field(default_factory=lambda: Shelf(f"findings-{_FORM}.sqlite"))
    _began: float = field(default_factory=time.time)
    _base: str = ""
    _books: dict[tuple[Path, ...], str] = field(default_factory=dict)
    _settings: dict[int, tuple[Config, str]] = field(default_factory=dict)
    _waiving: set[int] = field(default_factory=set)
    _states: dict[str, str] = field(default_factory=dict)

    def look(self, path: str) -> tuple[str, bytes, Known | None]:
        """The key of a file and its content, and what is known of it; no key where it is not to be kept."""
        if path == "-":
            return "", b"", None
        try:
            content = read_bytes(path, _LARGEST)
            key = self._key(path, content)
        except (HedgelintError, OSError, ValueError, RecursionError):
            return "", b"", None
        payload = self._shelf.get(key)
        if payload is None:
            return key, content, None
        try:
            known = self._read(payload, content)
            config = self.configs.for_file(path)
            if known is not None and config.suppress and id(config) not in self._waiving:
                self._waiving.add(id(config))
                self.met[path] = None
            return key, content, known
        except Exception:  # of another form, whatever its digest says
            return key, content, None

    def keep(self, path: str, key: str, content: bytes, results: Sequence[Result], fail_on: Sequence[str]) -> None:
        """Not where one of the results has a problem, which may be gone tomorrow, nor where something was written
        while it was read: who can say which of the two was seen?"""
        if any(result.problems for result in results) or not self._is_still(path, content):
            return
        text = _decoded(content)
        sources: dict[str, None] = {}
        rows = []
        for result in results:
            same = text is not None and result.source == text
            rows.append((packed(result), None if same else result.source))
            sources.update(dict.fromkeys((*result.sources, *_beside(result.path))))
        if any(_newest(source) > self._began - _RACE for source in sources):
            return
        states = tuple((source, self._state(source)) for source in sources)
        value = marshal.dumps((states, tuple(rows), tuple(fail_on)))
        if len(value) <= _LARGEST:
            self._shelf.put(key, value)

    def close(self) -> None:
        self._shelf.close()

    def _is_still(self, path: str, content: bytes) -> bool:
        try:
            return read_bytes(path, _LARGEST) == content
        except HedgelintError:
            return False

    def _read(self, payload: bytes, content: bytes) -> Known | None:
        states, rows, fail_on = marshal.loads(payload)
        if any(self._state(path) != state for path, state in states):
            return None
        text = None
        results = []
        for row, source in rows:
            if source is None:
                source = text = _decoded(content) or "" if text is None else text
            results.append(unpacked(row, source))
        return Known(results, list(fail_on))

    def _key(self, path: str, content: bytes) -> str:
        config = self.configs.for_file(path)
        if not self._base:
            self._base = _digest(*_surroundings(), *self.how)
        return digest_of(_digest(self._base, self._of(config), path).encode(), content)

    def _of(self, config: Config) -> str:
        """A digest of settings, of the files of names in them, and of the rules."""
        known = self._settings.get(id(config))
        if known is None:
            layers = (*config.layers, *(layer for _, _, layer in config.per_path), self.command)
            names = dict.fromkeys(name for layer in layers for name in layer.names)
            digest = _digest(repr(config), repr(self.command), self._book(config), *map(self._state, names))
            known = self._settings[id(config)] = (config, digest)  # the config is held, so that its id stays its own
        return known[1]

    def _book(self, config: Config) -> str:
        folders = (*config.rules, *self.rules)
        if folders not in self._books:
            self._books[folders] = state_of(find_rules(folders))
        return self._books[folders]

    def _state(self, path: str) -> str:
        """A digest of a file, or of all files below a folder, as they are at this moment of the run; of what is not
        there, nothing."""
        if path not in self._states:
            self._states[path] = _state_of(path)
        return self._states[path]


def _beside(path: str) -> Iterator[str]:
    """What may stand beside a story and speak of it."""
    with suppress(ValueError):
        yield str(Path(path).with_suffix(".sources"))
    yield path + _SIDECAR


def _newest(path: str) -> float:
    """When a file, or the last of those below a folder, was written; nought where there is nothing."""
    times = [0.0]
    with suppress(OSError):
        times.append(os.stat(path).st_mtime)
        for root, folders, files in os.walk(path):
            times += (os.stat(os.path.join(root, name)).st_mtime for name in (*folders, *files))
    return max(times)


def _state_of(path: str) -> str:
    try:
        if not os.path.exists(path):
            return ""
        if not os.path.isdir(path):
            return digest_of(read_bytes(path, _ANY))
        pieces = []
        for file in walk(path, lambda _: True, lambda _: True):
            if not isinstance(file, str):
                raise file
            pieces += [file.encode("utf-8", "surrogateescape"), read_bytes(file, _ANY)]
        return digest_of(b"folder", *pieces)
    except (HedgelintError, OSError, ValueError):
        return f"not to be read, and so never the same: {os.urandom(16).hex()}"


def _digest(*pieces: str) -> str:
    return digest_of(*(piece.encode("utf-8", "surrogateescape") for piece in pieces))


def _surroundings() -> Iterator[str]:
    """What findings depend on and nobody says: the version, the code as it is (a checkout that is worked on keeps its
    version), the interpreter, the packages, the working directory, by which paths are told."""
    yield f"{__version__} {_FORM} {sys.version}"
    yield os.getcwd()
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    yield from (stamp for stamp, _ in stamps(package, (".py",)))
    for place in sys.path:
        if os.path.basename(place) in ("site-packages", "dist-packages"):
            with suppress(OSError):
                yield f"{place} {os.stat(place).st_mtime_ns}"


def _decoded(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
