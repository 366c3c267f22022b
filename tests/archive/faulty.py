"""Desks that end their process at certain stories, as a story does that takes all the memory there is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from hedgelint import Configs, Desk, Result, Story
from hedgelint.document.model import Document


class _Dying(Desk):
    mark: Path

    def look(self, document: Document) -> tuple[Story, Result]:
        if "DIES ALWAYS" in document.text:
            os.kill(os.getpid(), 9)
        if "DIES ONCE" in document.text and not self.mark.exists():
            self.mark.touch()
            os._exit(7)
        return super().look(document)


@dataclass(frozen=True)
class Dying:
    """How to read; `mark` is a file that says that a process has died once."""

    mark: Path

    def desk(self) -> Desk:
        desk = _Dying(Configs(none=True))
        desk.mark = self.mark
        return desk


@dataclass(frozen=True)
class Plain:
    def desk(self) -> Desk:
        return Desk(Configs(none=True))
