"""Which files are the sources of a story, and what is wrong with those that cannot serve."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hedgelint.errors import InputError
from hedgelint.finding import Problem
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.normalise import Normaliser
from hedgelint.sources.transcript import Transcript

# Larger files are refused: an index takes some fifty times the file's size.
MOST_BYTES = 20_000_000


@dataclass(slots=True)
class SourceShelf:
    """Reads each source once, however many stories are held against it. `read` raises InputError or OSError."""

    normaliser: Normaliser
    read: Callable[[str], Transcript]
    _read: dict[str, SourceIndex | Problem] = field(default_factory=dict)

    def sources(self, story: str, given: Sequence[str]) -> tuple[tuple[SourceIndex, ...], tuple[Problem, ...]]:
        """The files given, those of folders given, and those in the folder `STORY.sources` beside the story."""
        indices: list[SourceIndex] = []
        problems: list[Problem] = []
        beside = Path(story).with_suffix(".sources")
        seen: set[str] = set()
        for path in _files([*given, *([str(beside)] if beside.is_dir() else [])]):
            key = os.path.realpath(path)
            if key in seen:
                continue
            seen.add(key)
            if key == os.path.realpath(story):
                problems.append(Problem("this source is the story itself: it proves nothing", path))
                continue
            if key not in self._read:
                self._read[key] = self._open(path)
            got = self._read[key]
            if isinstance(got, Problem):
                problems.append(got)
            else:
                indices.append(got)
        return tuple(indices), tuple(problems)

    def _open(self, path: str) -> SourceIndex | Problem:
        try:
            if os.path.getsize(path) > MOST_BYTES:
                return Problem(f"this source is too large to index (more than {MOST_BYTES // 1_000_000} MB)", path)
            transcript = self.read(path)
        except InputError as error:
            return Problem(f"this source cannot be read: {_whole(error)}", path, error.line, error.column)
        except OSError as error:
            return Problem(f"this source cannot be read: {error.strerror or error}", path)
        index = build_index(transcript, self.normaliser)
        return index if len(index.words) else Problem("this source has no words in it", path)


def _whole(error: InputError) -> str:
    return f"{error.message} ({error.hint})" if error.hint else error.message


def _files(given: Sequence[str]) -> Iterator[str]:
    for path in given:
        if os.path.isdir(path):
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                yield from (os.path.join(folder, name) for name in sorted(names) if not name.startswith("."))
        else:
            yield path
