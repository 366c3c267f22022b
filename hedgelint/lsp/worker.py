"""One thread that looks at stories, the one asked for last first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Done = TypeVar("Done")


class Worker(Generic[Done]):
    """Belongs to one event loop. The thread does not keep the program alive: what it is at when the editor goes is of
    no use to anybody."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[asyncio.Future[Done | None], Callable[[], Done | None]]] = {}
        self._jobs: SimpleQueue[tuple[Callable[[], Done | None], asyncio.Future[Done | None]]] = SimpleQueue()
        self._busy = False
        self._loop: asyncio.AbstractEventLoop | None = None

    async def done(self, key: str, job: Callable[[], Done | None]) -> Done | None:
        """What the job gives, or a later one of the same key that came while this one waited. None where the job found
        that there was nothing left to do."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            Thread(target=self._work, args=(self._loop,), name="hedgelint-desk", daemon=True).start()
        before = self._waiting.pop(key, None)
        future: asyncio.Future[Done | None] = before[0] if before else self._loop.create_future()
        self._waiting[key] = (future, job)
        self._next()
        return await asyncio.shield(future)

    def _next(self) -> None:
        if self._waiting and not self._busy:
            self._busy = True
            _, (future, job) = self._waiting.popitem()
            self._jobs.put((job, future))

    def _work(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            job, future = self._jobs.get()
            try:
                outcome, error = job(), None
            except BaseException as fault:
                outcome, error = None, fault
            try:
                loop.call_soon_threadsafe(self._tell, future, outcome, error)
            except RuntimeError:  # the loop is closed: the editor has gone
                return

    def _tell(self, future: asyncio.Future[Done | None], outcome: Done | None, error: BaseException | None) -> None:
        self._busy = False
        if not future.done():
            if error is None:
                future.set_result(outcome)
            else:
                future.set_exception(error)
        self._next()
