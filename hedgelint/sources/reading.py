"""Which files are the sources of a story, and what is wrong with those that cannot serve."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hedgelint.errors import InputError
from hedgelint.files import walk
from hedgelint.finding import Problem, problem_of
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.normalise import Normaliser
from hedgelint.sources.transcript import Transcript
from hedgelint.values import dataclass, field, replace

if TYPE_CHECKING:
    from hedgelint.sources.catalogue import Catalogue

# More sources than this are catalogued, and not all opened for every story.
_MANY = 40


@dataclass(frozen=True, slots=True)
class Given:
    """The sources of one story that were opened, what is wrong with others, and whether any of all has a word."""

    sources: tuple[SourceIndex, ...]
    problems: tuple[Problem, ...] = ()
    has_word: Callable[[str], bool] | None = None


@dataclass(slots=True)
class SourceShelf:
    """Reads each source once, however many stories are held against it. `read` raises InputError or OSError.

    `hear` gives a transcript the turns that only its sentences tell: whom a story quotes.

    With a folder for it (`cache`), many sources are catalogued there, and only those opened that can have the story's
    words; `key` stands for all that words depend on.
    """

    normaliser: Normaliser
    read: Callable[[str], Transcript]
    cache: Path | None = None
    key: str = ""
    hear: Callable[[Transcript], Transcript] | None = None
    _read: dict[str, SourceIndex | Problem] = field(default_factory=dict)
    _catalogues: dict[tuple[str, ...], Catalogue] = field(default_factory=dict)

    def sources(self, story: str, given: Sequence[str], asked: Callable[[], Iterable[Sequence[str]]]) -> Given:
        """The files given, those of folders given, and those in the folder `STORY.sources` beside the story. `asked`
        gives the passages of the story, as comparable words; called only where there are many sources."""
        problems: list[Problem] = []
        beside = Path(story).with_suffix(".sources")
        places = [*given, *([str(beside)] if os.path.isdir(beside) else [])]
        paths: dict[str, str] = {}
        for path in _files(places):
            if isinstance(path, InputError):
                problems.append(_unread(path))
                continue
            key = _real(path)
            if key == _real(story):
                problems.append(Problem("this source is the story itself: it proves nothing", path))
            else:
                paths.setdefault(key, path)
        has_word = None
        if self.cache is not None and len(paths) > _MANY:
            catalogue = self._catalogue(tuple(paths), "\0".join(map(_real, places)))
            problems += [replace(one, path=paths.get(one.path, one.path)) for one in catalogue.problems]
            paths = {key: paths[key] for key in catalogue.likely(asked())}
            has_word = catalogue.has_word
        indices: list[SourceIndex] = []
        for key, path in paths.items():
            if key not in self._read:
                self._read[key] = self._open(path, self.hear)
            got = self._read[key]
            if isinstance(got, Problem):
                problems.append(got)
            else:
                indices.append(got)
        return Given(tuple(indices), tuple(problems), has_word)

    def _catalogue(self, paths: tuple[str, ...], name: str) -> Catalogue:
        from hedgelint.sources.catalogue import catalogue_of

        if paths not in self._catalogues and self.cache is not None:
            self._catalogues[paths] = catalogue_of(paths, name, self.key, self.cache, self._open)
        return self._catalogues[paths]

    def _open(self, path: str, hear: Callable[[Transcript], Transcript] | None = None) -> SourceIndex | Problem:
        try:
            transcript = self.read(path) if hear is None else hear(self.read(path))
        except InputError as error:
            return replace(_unread(error), path=path)
        except OSError as error:
            return Problem(f"this source cannot be read: {error.strerror or error}", path)
        index = build_index(transcript, self.normaliser)
        return index if len(index.words) else Problem("this source has no words in it", path)


def _real(path: str) -> str:
    """A path that no file can have (a NUL in the name of a record) is told when it is opened."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return path


def _unread(error: InputError) -> Problem:
    problem = problem_of(error)
    return replace(problem, message=f"this source cannot be read: {problem.message}")


def _files(given: Sequence[str]) -> Iterator[str | InputError]:
    for path in given:
        if os.path.isdir(path):
            found = list(walk(path, _open_to_see, _open_to_see))
            yield from found or [InputError("no file in this folder", path=path)]
        else:
            yield path


def _open_to_see(path: str) -> bool:
    return not os.path.basename(path).startswith(".")
