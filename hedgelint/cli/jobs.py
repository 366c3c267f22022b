"""Stories read by several processes at once, and told as if there were one: in order, and the same to the letter."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context

from hedgelint.cli.desks import Reading
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.finding import Problem, Result
from hedgelint.values import dataclass

_RECORDS = 32  # stories of one file that are a worker's at a time
_OF_MANY = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_DIED = "the worker that read this died (out of memory, or stopped by somebody): not looked at; the others are"


@dataclass(slots=True)
class File:
    """A file among others: `number` is its place; `ended` once a worker has come to its end."""

    path: str
    number: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """`count` stories of a file from the one at `first` on; None for all there are."""

    file: File
    first: int = 0
    count: int | None = None


@dataclass(slots=True)
class Worker:
    """What one process has: a desk of its own, and the file it is in the midst of, so that each reads a file of many
    stories once."""

    how: Reading
    command: Layer
    desk: Desk | None = None
    path: str = ""
    documents: Iterator[Document | InputError] = iter(())
    at: int = 0

    def work(self, path: str, first: int, count: int | None) -> tuple[list[Result], bool]:
        """The results, and whether the file has ended."""
        if self.desk is None:
            self.desk = self.how.desk(self.command)
        if count is None:
            return list(self.desk.lint(path)), True
        if (self.path, self.at) != (path, first):
            if self.path != path or self.at > first:
                self.path, self.at, self.documents = path, 0, self.desk.documents(path)
            passed = sum(1 for _ in islice(self.documents, first - self.at))
            self.at += passed
        found = list(islice(self.documents, count))
        self.at += len(found)
        return [self.desk.result(path, one) for one in found], len(found) < count


_worker: Worker | None = None  # of this process, where it is one


def _begin(worker: Worker) -> None:
    """Ctrl-C is for the process that started this one, which tells it to stop."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
    gc.freeze()
    _worker = worker


def _work(path: str, first: int, count: int | None) -> tuple[list[Result], bool]:
    if _worker is None:
        raise RuntimeError("a worker without a desk")
    return _worker.work(path, first, count)


def workers_for(sizes: Sequence[int]) -> int:
    """How many processes pay for files of these sizes: one below some forty stories, and no more than there are
    processors."""
    most = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(most, sum(sizes) // _WORTH))


_WORTH = 100_000  # bytes of stories that are worth a process of their own


class Pool:
    """`desk` is the parent's; where a process can be copied as it is, the workers begin with it."""

    def __init__(self, jobs: int, how: Reading, command: Layer, desk: Desk) -> None:
        self._jobs = jobs
        self._fork = sys.platform == "linux" and threading.active_count() == 1
        self._worker = Worker(how, command, desk if self._fork else None)
        self._pool: ProcessPoolExecutor | None = None

    def results(self, paths: Iterable[str]) -> Iterator[tuple[int, Result]]:
        """Each result with the number of its file among `paths`. Raises what a desk raises."""
        waiting: deque[tuple[Task, Future[tuple[list[Result], bool]]]] = deque()
        tasks = _tasks(paths)
        try:
            while True:
                for task in islice(tasks, max(0, 2 * self._jobs + 2 - len(waiting))):
                    waiting.append((task, self._submit(task)))
                if not waiting:
                    return
                task, future = waiting.popleft()
                try:
                    results, ended = future.result()
                except BrokenProcessPool:
                    again = [task, *(task for task, _ in waiting)]
                    waiting.clear()
                    yield from self._alone(again)
                    continue
                task.file.ended |= ended
                yield from ((task.file.number, result) for result in results)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """At once: what the workers are still at is not waited for."""
        self._end()

    def _alone(self, tasks: Sequence[Task]) -> Iterator[tuple[int, Result]]:
        """Those that were under way when a worker died, one after another: the one at fault dies again, by itself."""
        self._end()
        for task in tasks:
            if task.file.ended:
                continue
            try:
                results, ended = self._submit(task, 1).result()
                task.file.ended |= ended
                yield from ((task.file.number, result) for result in results)
            except BrokenProcessPool:
                self._end()
                path = task.file.path
                yield task.file.number, Result(path, "", problems=(Problem(_told(task), path),))
        self._end()

    def _submit(self, task: Task, jobs: int | None = None) -> Future[tuple[list[Result], bool]]:
        if self._pool is None:
            context = get_context("fork" if self._fork else "spawn")
            self._pool = ProcessPoolExecutor(jobs or self._jobs, context, _begin, (self._worker,))
        try:
            return self._pool.submit(_work, task.file.path, task.first, task.count)
        except BrokenProcessPool as error:  # it broke behind our back: told as if it had broken on this
            failed: Future[tuple[list[Result], bool]] = Future()
            failed.set_exception(error)
            return failed

    def _end(self) -> None:
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            with suppress(OSError, ValueError):
                process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _told(task: Task) -> str:
    if task.count is None:
        return _DIED
    return f"{_DIED} (stories {task.first + 1} to {task.first + task.count} of the file)"


def _tasks(paths: Iterable[str]) -> Iterator[Task]:
    """Of a file of many stories as many as there turn out to be: it has ended when a worker says so."""
    for number, path in enumerate(paths):
        file = File(path, number)
        if not path.lower().endswith(_OF_MANY):
            yield Task(file)
            continue
        first = 0
        while not file.ended:
            yield Task(file, first, _RECORDS)
            first += _RECORDS
