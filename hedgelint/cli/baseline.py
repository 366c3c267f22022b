"""`hedgelint baseline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.linting import chosen
from hedgelint.cli.options import PATHS, reading
from hedgelint.cli.terminal import say
from hedgelint.desk.baseline import Baseline
from hedgelint.errors import InputError
from hedgelint.finding import Problem, Result
from hedgelint.report.text import problem_line

NAME = "hedgelint-baseline.json"


@click.command("baseline", short_help="Write down today's findings, so that only new ones are told.")
@PATHS
@click.option("--file", "-o", type=click.Path(path_type=Path), default=Path(NAME), help=f"[{NAME}]")
@reading
def command(
    paths: tuple[str, ...],
    file: Path,
    how: Reading,
) -> None:
    """Write all findings of these stories to a file. `hedgelint --baseline FILE` then tells only those that are new:
    one that has moved, or beside which something was edited, is not. Run it again to prune those that are gone.
    """
    desk = how.desk()
    old = Baseline.read(file) if file.exists() else Baseline(file)
    results: list[Result] = []
    problems: list[Problem] = []
    for path in chosen(desk.excludes, paths or (".",)):
        if isinstance(path, InputError):
            raise path
        for result in desk.lint(path):
            results.append(result)
            problems += result.problems
    for problem in problems:
        say(problem_line(problem), err=True)
    kept, gone = old.write(results)
    say(
        f"{file}: {kept} {'finding' if kept == 1 else 'findings'}"
        f" of {len(results)} {'story' if len(results) == 1 else 'stories'}" + (f", {gone} gone." if gone else ".")
    )
    sys.exit(2 if problems else 0)
