"""`hedgelint archive lint IN…` and `hedgelint archive report OUT.parquet`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import reading
from hedgelint.cli.terminal import say
from hedgelint.errors import HedgelintError, InputError
from hedgelint.files import write_whole
from hedgelint.finding import SEVERITIES
from hedgelint.values import dataclass, replace

if TYPE_CHECKING:
    from hedgelint.archive.run import Progress

_COLUMNS = ("id", "text", "published", "desk", "author")
_EVERY = 10.0  # seconds between two lines of progress


@click.group("archive", short_help="A whole back file: findings as Parquet, and what they say of the paper.")
def command() -> None:
    """A paper's back file: `lint` looks at every story of it, `report` says what was found.

    Needs hedgelint[archive].
    """


@command.command("lint")
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@click.option("--output-file", "-o", "out", required=True, type=click.Path(path_type=Path), metavar="OUT.parquet")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped; what it has done is kept.")
@click.option("--jobs", "-j", default="auto", metavar="N", help="Processes; auto: one a processor. [auto]")
@click.option("--batch", "size", type=click.IntRange(1, 10_000), default=256, metavar="N", help="Stories a time. [256]")
@click.option("--column", "columns", multiple=True, metavar="NAME=COLUMN", help="text=body, say. Repeatable.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@reading
def lint(
    paths: tuple[str, ...],
    out: Path,
    resume: bool,
    jobs: str,
    size: int,
    columns: tuple[str, ...],
    quiet: bool,
    how: Reading,
) -> None:
    """Every story of Parquet, .jsonl and WARC files, and of folders of any format, as a row of OUT.parquet, in the
    order of the input.

    Leaves with 0, and with 2 where a story could not be read: its row has an error. What is stopped, by Ctrl-C, a full
    disk or a power cut, goes on with --resume.
    """
    if how.input_format and how.input_format not in ("text", "markdown", "mdx", "html"):
        raise click.UsageError("a record's text is one of: text, markdown, mdx, html")
    with _extra():
        from hedgelint.archive.parts import folder_of
        from hedgelint.archive.run import Order, run
    count = _processors() if jobs == "auto" else _whole(jobs)
    form, own = how.input_format, replace(how, input_format=None)
    order = Order(paths, out, own, count, resume, size, _named(columns), form)
    telling = _Telling(quiet, monotonic())
    try:
        totals = run(order, telling.tell)
    except KeyboardInterrupt:
        say(f"hedgelint: what is done is kept in {folder_of(out)}: --resume goes on with it", err=True)
        raise
    except OSError as error:
        hint = "what is done is kept: make room, then --resume"
        raise InputError(error.strerror or str(error), path=str(out), hint=hint) from None
    if totals is None:
        say(f"{out}: a run before has done it all")
        return
    seconds = max(0.001, monotonic() - telling.begun)
    told = f"{totals.stories:,} stories, {totals.findings:,} findings"
    say(f"{out}: {told}; {seconds:.1f} s, {telling.stories / seconds:.0f} stories a second")
    for line in _twice(out):
        say(f"hedgelint: {line}", err=True)
    if totals.errors:
        one = totals.errors == 1
        say(
            f"hedgelint: {totals.errors:,} with an error: {'its row says' if one else 'their rows say'} which", err=True
        )
        sys.exit(2)


def _whole(jobs: str) -> int:
    if not jobs.isdecimal() or not 1 <= int(jobs) <= 512:
        raise click.UsageError(f"--jobs {jobs}: give a number from 1 to 512, or auto")
    return int(jobs)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def _named(columns: tuple[str, ...]) -> dict[str, str]:
    named = {}
    for one in columns:
        name, equals, column = one.partition("=")
        if name not in _COLUMNS or not equals or not column:
            raise click.UsageError(f"--column {one}: give NAME=COLUMN, where NAME is one of: {', '.join(_COLUMNS)}")
        named[name] = column
    return named


@contextmanager
def _extra() -> Iterator[None]:
    """Raises HedgelintError for a package of the extra that is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pyarrow", "duckdb", "pebble"):
            raise
        hint = "pip install 'hedgelint[archive]'"
        raise HedgelintError(f"archives need {error.name}, which is not installed", hint=hint) from None


def _twice(out: Path) -> Iterator[str]:
    from hedgelint.archive.queries import Archive

    twice = Archive(out).twice()
    if twice:
        named = ", ".join(f"“{name}”" for name in twice[:3]) + (" …" if len(twice) > 3 else "")
        yield f"{len(twice):,} {'id stands' if len(twice) == 1 else 'ids stand'} in several rows: {named}"


@dataclass(slots=True)
class _Telling:
    """Rate and time left, now and then."""

    quiet: bool
    begun: float
    stories: int = 0
    last: float = 0.0
    first: float | None = None

    def tell(self, now: Progress) -> None:
        self.stories = now.stories
        if now.lost:
            say(f"hedgelint: {now.lost}", err=True)
        at = monotonic()
        if self.first is None:  # what a run before has done takes no time now
            self.first, self.last = now.through, at
            if now.kept and not self.quiet:
                say(f"{now.kept:,} parts of the run before are kept", err=True)
        if self.quiet or at - self.last < _EVERY:
            return
        self.last = at
        seconds, done = at - self.begun, now.through - self.first
        left = f", {_span(seconds * (1 - now.through) / done)} left" if done > 0 else ""
        say(f"{now.stories:,} stories, {now.through:.0%}, {now.stories / seconds:.0f} a second{left}", err=True)


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@command.command("report")
@click.argument("path", metavar="OUT.parquet", type=click.Path(path_type=Path))
@click.option("--html", "html", type=click.Path(path_type=Path), metavar="FILE", help="Write one page there.")
@click.option("--csv", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Write a file a table there.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="warning", help="The least that counts. [warning]")
def report(path: Path, html: Path | None, folder: Path | None, severity: str) -> None:
    """What a paper asks of its archive: findings a story by month, desk, author, rule; who carries the paper; sources
    without a name; hedges and claims by desk; how people are referred to; quotations in two forms in two stories.

    Without --html and --csv, the first rows of each on the terminal.
    """
    with _extra():
        from hedgelint.archive.page import page
        from hedgelint.archive.queries import Archive
        from hedgelint.archive.said import said_twice
        from hedgelint.archive.tables import as_csv, as_lines
    archive = Archive(path, severity)
    tables = [*archive.tables(), said_twice(archive)]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for table in tables:
            content = as_csv(table).encode("utf-8", "backslashreplace")
            write_whole(folder / f"{table.name}.csv", content, [path])
        say(f"{folder}: {len(tables)} tables written")
    if html is not None:
        write_whole(html, page(path.name, tables).encode("utf-8", "backslashreplace"), [path])
        say(f"{html} written")
    if folder is None and html is None:
        for table in tables:
            for line in (*as_lines(table), ""):
                say(line)
