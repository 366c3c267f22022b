"""The stories that a command is given, one after another; what cannot be read is told where it comes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import click

from hedgelint.cli.terminal import say
from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
from hedgelint.values import dataclass

Got = TypeVar("Got")


@dataclass(slots=True)
class Stories(Generic[Got]):
    """`read` gives what a command wants of each story of a file, or a mistake in its place. Raises click.UsageError
    where no path is given."""

    paths: Sequence[str]
    read: Callable[[str], Iterable[Got | InputError]]
    failed: bool = False

    def __post_init__(self) -> None:
        if not self.paths:
            raise click.UsageError("no story given")

    def __iter__(self) -> Iterator[Got]:
        for path in discover(self.paths):
            for got in [path] if isinstance(path, InputError) else self.read(path):
                if isinstance(got, InputError):
                    say(f"hedgelint: {got}", err=True)
                    self.failed = True
                else:
                    yield got

    def leave(self) -> None:
        """Leaves with 2 where something was wrong with a file."""
        if self.failed:
            sys.exit(2)
