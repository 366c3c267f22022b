"""The results of a run, in order: those that are known from before, and those of stories that are read now, by this
process or by several."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain, islice
from os.path import getsize
from typing import TYPE_CHECKING

from hedgelint.errors import HedgelintError, InputError
from hedgelint.finding import Problem, Result, problem_of
from hedgelint.values import dataclass, field

if TYPE_CHECKING:
    from hedgelint.cli.jobs import Pool
    from hedgelint.desk.desk import Desk
    from hedgelint.desk.kept import Kept

_LOOKED_AT = 2_000  # files whose sizes are asked, to tell how many processes do
_WAITING = 200  # files that wait for one before them
_KEPT_AT_MOST = 20_000  # findings of one file that are held until it ends, to be kept


@dataclass(slots=True)
class Known:
    """A file whose results are kept."""

    results: list[Result]
    fail_on: list[str]


@dataclass(slots=True)
class Missing:
    """A file that is to be read, and what it is to be kept under."""

    path: str
    key: str = ""
    content: bytes = b""
    results: list[Result] = field(default_factory=list)
    findings: int = 0


Item = InputError | Known | Missing


@dataclass(slots=True)
class Results:
    """`desk` makes the desk when it is first asked for one. `jobs` is the number of processes, nought for as many as
    pay; `pool` makes them. With `rules` the desk knows the rules of all that is told."""

    desk: Callable[[], Desk]
    kept: Kept | None = None
    jobs: int = 1
    pool: Callable[[int], Pool] | None = None
    rules: bool = False
    _read: bool = False
    _least: dict[str, str] = field(default_factory=dict)  # of the file that is being told, where it was known

    def fail_on(self, path: str) -> str:
        """The severity from which on a finding of the story counts."""
        return self._least.get(path) or self.desk().settings(path).fail_on

    def gone(self) -> Iterator[Problem]:
        """What the settings say of paths that are not there; of stories that were known, too."""
        for path in self.kept.met if self.kept is not None else ():
            with suppress(HedgelintError):
                self.desk().settings(path)
        if self._read or (self.kept is not None and self.kept.met):
            yield from self.desk().gone()

    def of(self, files: Iterator[str | InputError]) -> Iterator[Result]:
        """Raises ConfigError and RuleErrors for mistakes that are no story's own."""
        jobs = self.jobs
        if not jobs:
            from hedgelint.cli.jobs import workers_for

            begin = list(islice(files, _LOOKED_AT))
            files = chain(begin, files)
            jobs = workers_for([_size(path) for path in begin if isinstance(path, str)])
        items = map(self._item, files)
        try:
            yield from self._by_one(items) if jobs == 1 or self.pool is None else self._by_many(items, self.pool(jobs))
        finally:
            if self.kept is not None:
                self.kept.close()

    def _item(self, path: str | InputError) -> Item:
        if isinstance(path, InputError):
            return path
        if self.kept is None:
            return Missing(path)
        key, content, known = self.kept.look(path)
        return Missing(path, key, content) if known is None else Known(known.results, known.fail_on)

    def _by_one(self, items: Iterator[Item]) -> Iterator[Result]:
        for item in items:
            if not isinstance(item, Missing):
                yield from self._told(item)
                continue
            self._read = True
            for result in self.desk().lint(item.path):
                self._hold(item, result)
                yield result
            self._keep(item)
            swept()

    def _by_many(self, items: Iterator[Item], pool: Pool) -> Iterator[Result]:
        try:
            for item in items:
                if isinstance(item, Missing):
                    yield from self._some(chain((item,), items), pool)
                else:
                    yield from self._told(item)
        finally:
            pool.close()

    def _some(self, items: Iterator[Item], pool: Pool) -> Iterator[Result]:
        """The pool runs ahead of what is told; what it has passed waits here in its order, so much and no more."""
        ahead: deque[Item] = deque()
        gone = 0  # of those that were handed to the pool, how many have been told

        def missing() -> Iterator[str]:
            known = 0
            while known < _WAITING and (item := next(items, None)) is not None:
                ahead.append(item)
                if isinstance(item, Missing):
                    yield item.path
                else:
                    known += 1

        swept()
        self._read = True
        for number, result in pool.results(missing()):
            while gone < number or not isinstance(ahead[0], Missing):
                gone += isinstance(ahead[0], Missing)
                yield from self._passed(ahead.popleft())
            with suppress(HedgelintError):
                self.desk().settings(result.path)  # for what is asked of it at the end
            self._hold(ahead[0], result)
            yield result
        while ahead:
            yield from self._passed(ahead.popleft())

    def _passed(self, item: Item) -> Iterator[Result]:
        if isinstance(item, Missing):
            self._keep(item)
        else:
            yield from self._told(item)

    def _told(self, item: InputError | Known) -> Iterator[Result]:
        if isinstance(item, InputError):
            yield Result(item.path, "", problems=(problem_of(item),))
            return
        if self.rules and item.results:
            self.desk().settings(item.results[0].path)
        self._least = {result.path: least for result, least in zip(item.results, item.fail_on, strict=True)}
        yield from item.results
        self._least = {}

    def _hold(self, item: Missing, result: Result) -> None:
        if item.key:
            item.results.append(result)
            item.findings += 1 + len(result.findings)
            if item.findings > _KEPT_AT_MOST or result.problems:
                item.key, item.content, item.results = "", b"", []

    def _keep(self, item: Missing) -> None:
        if item.key and self.kept is not None:
            least = [self.desk().settings(result.path).fail_on for result in item.results]
            self.kept.keep(item.path, item.key, item.content, item.results, least)


def swept() -> None:
    """From here on Python collects what is in rings, but not what the start and the first story have made: that is
    kept, and going over it once would take as long as half a story."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _size(path: str) -> int:
    try:
        return getsize(path)
    except (OSError, ValueError):
        return 0
