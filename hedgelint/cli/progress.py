"""How far a long run has come, on the terminal of whoever waits for it."""

from __future__ import annotations

import os
import sys
import time

from hedgelint.values import dataclass

_PATIENCE = 2.0  # seconds that nobody minds
_EVERY = 0.2  # seconds


@dataclass(slots=True)
class Progress:
    """A line that is written over again and again, on standard error, and gone before anything else is written; none
    where standard error is no terminal, and none in the first two seconds."""

    shown: bool
    count: int = 0
    _due: float = 0.0
    _stands: bool = False

    @classmethod
    def of_run(cls, quiet: bool) -> Progress:
        stream = sys.stderr
        able = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb" and os.name != "nt"
        return cls(able and not quiet, _due=time.monotonic() + _PATIENCE)

    def step(self) -> None:
        """Another story has been told."""
        self.count += 1
        if self.shown and (now := time.monotonic()) >= self._due:
            self._due = now + _EVERY
            self._stands = True
            sys.stderr.write(f"\r\x1b[2K{self.count} stories …")
            sys.stderr.flush()

    def clear(self) -> None:
        if self._stands:
            self._stands = False
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
