"""`hedgelint PATH…`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from hedgelint.cli.options import COLOUR, OUTPUT, PATHS, desk_of, reading
from hedgelint.cli.sinks import sinks_of
from hedgelint.cli.terminal import say, write
from hedgelint.config.discovery import discover, is_story
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.errors import InputError
from hedgelint.finding import SEVERITIES, Result, problem_of
from hedgelint.report.formats import FORMATS

if TYPE_CHECKING:
    from hedgelint.desk.baseline import Baseline
    from hedgelint.desk.since import Since

_LEVEL = click.Choice(SEVERITIES)
_NAMES = {"multiple": True, "metavar": "NAMES"}


@click.command("lint", short_help="Findings in stories (what `hedgelint PATH` does).")
@PATHS
@click.option(
    "--format",
    "forms",
    multiple=True,
    metavar="NAME[:FILE]",
    help=f"{', '.join(FORMATS)}; repeatable, each to a file of its own. [text; under GitHub and GitLab what they read]",
)
@click.option("--severity", type=_LEVEL, help="Show findings from this level on. [warning; json, sarif, csv: info]")
@click.option("--fail-on", type=_LEVEL, help="Leave with 1 from this level on. [warning]")
@click.option("--select", multiple=True, metavar="NAMES", help="Only these rules or categories; all, default.")
@click.option("--extend-select", multiple=True, metavar="NAMES", help="These as well.")
@click.option("--ignore", multiple=True, metavar="NAMES", help="Not these.")
@click.option("--source", "sources", multiple=True, metavar="PATH", help="A source of the stories: a file or a folder.")
@click.option("--names", multiple=True, metavar="FILE", help="Full names that the house knows, one a line.")
@click.option("--fidelity", type=click.Choice(["strict", "news", "loose"]), help="What counts as a change. [news]")
@click.option("--scale", metavar="NAME", help="The scale of probability to speak of. [all]")
@click.option("--profile", metavar="NAME", help="The kind of story: opinion, review, live … [as the story says]")
@click.option("--fix", is_flag=True, help="Mend in the files what has one right answer.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--no-gitignore", is_flag=True, help="Look in folders at what git is told to ignore, too.")
@click.option("--force-exclude", is_flag=True, help="Heed `exclude` for files that are named, too.")
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings too.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[REV]",
    help="Only lines that git has otherwise, since REV; and what was done to people's words. [HEAD]",
)
@click.option("--staged", is_flag=True, help="The same of what is about to be committed.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Only findings that are not in it.")
@click.option("--statistics", is_flag=True, help="How many there are by rule, path and month, not which.")
@click.option("--max-findings", type=click.IntRange(0), metavar="N", help="Leave with 0 up to so many that count.")
@click.option("--quiet", "-q", is_flag=True, help="Findings and problems only: no notes, no summary.")
@click.option("--exit-zero", is_flag=True, help="Leave with 0 whatever is found.")
@OUTPUT
@COLOUR
@reading
def command(
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    severity: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    sources: tuple[str, ...],
    names: tuple[str, ...],
    fidelity: str | None,
    scale: str | None,
    profile: str | None,
    fix: bool,
    diff: bool,
    no_gitignore: bool,
    force_exclude: bool,
    show_suppressed: bool,
    changed: str | None,
    staged: bool,
    baseline: Path | None,
    statistics: bool,
    max_findings: int | None,
    quiet: bool,
    exit_zero: bool,
    output: str | None,
    colour: str,
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    encoding: str | None,
    stdin_filename: str,
    input_format: str | None,
    traceback: bool,
) -> None:
    """Findings in stories: files, folders, or - for standard input.

    Leaves with 0 where nothing counts, 1 where something does, 2 where a file, a rule or a setting is wrong.
    """
    layer = Layer(
        select=_names(select) or None,
        extend_select=_names(extend_select),
        ignore=_names(ignore),
        fail_on=fail_on,
        scale=scale,
        fidelity=fidelity,
        sources=sources,
        names=names,
        profile=profile,
    )
    paths, since = _since(paths, changed, staged)
    if not paths:
        raise click.UsageError("no story given; `hedgelint .` lints all below this folder")
    desk = desk_of(config, no_config, rules, encoding, stdin_filename, input_format, layer, traceback)
    desk.since = since
    known = _known(baseline)
    files = chosen(desk, paths, gitignore=not no_gitignore, force=force_exclude)
    if diff:
        _show_diff(desk, files, output)
    if fix and "-" in paths:
        raise click.UsageError("--fix changes files; for standard input use --diff")
    forms = (*forms, "statistics") if statistics else forms
    sinks = sinks_of(forms, output, colour, desk, severity, show_suppressed, quiet)
    problems = counting = 0
    for path in files:
        for result in _of(desk, path, fix):
            result = known.told(result) if known else result
            problems += len(result.problems)
            counting += counted(desk, result)
            for sink in sinks:
                sink.story(result)
    for problem in desk.gone():
        problems += 1
        for sink in sinks:
            sink.story(Result(problem.path, "", problems=(problem,)))
    for sink in sinks:
        sink.end()
    if known and (gone := known.gone()) and not quiet:
        prune = f"hedgelint baseline -o {known.file} prunes"
        say(f"{known.file}: {gone} of its findings {'is' if gone == 1 else 'are'} gone; {prune}", err=True)
    sys.exit(2 if problems else int(counting > (max_findings or 0) and not exit_zero))


def _known(baseline: Path | None) -> Baseline | None:
    if baseline is None:
        return None
    from hedgelint.desk.baseline import Baseline

    return Baseline.read(baseline)


def _since(paths: tuple[str, ...], changed: str | None, staged: bool) -> tuple[tuple[str, ...], Since | None]:
    """What to compare with. `--changed story.txt` means the story, and HEAD: it is no revision."""
    if changed is not None and staged:
        raise click.UsageError("--changed is of the files as they are, --staged of what is staged: one of them")
    if changed is None and not staged:
        return paths, None
    from hedgelint.desk.since import Since

    if changed not in (None, "HEAD") and os.path.exists(str(changed)) and not paths:
        paths, changed = (str(changed),), "HEAD"
    return paths or (".",), Since(changed or "HEAD", staged)


def chosen(
    desk: Desk, paths: tuple[str, ...], *, gitignore: bool = True, force: bool = False
) -> Iterator[str | InputError]:
    """The files that are meant: those the settings exclude only where they are named themselves, and with `force` not
    even then; with `desk.since` those that have changed. Where nothing is left of a folder, that is a mistake."""
    found = left = 0
    for path in discover(paths, gitignore=gitignore):
        if isinstance(path, InputError):
            left += 1
            yield path
            continue
        found += 1
        named = path in paths and not force
        if named or path == "-" or not (desk.excludes(path) or (force and not is_story(path))):
            left += 1
            if desk.since is None or desk.since.has_changed(path):
                yield path
    if found and not left and not force:
        hint = "name a file itself to lint it all the same"
        yield InputError(f"the settings exclude {_all(found)}", path=paths[0], hint=hint)


def _all(count: int) -> str:
    return "the story here" if count == 1 else f"all {count} stories here"


def _of(desk: Desk, path: str | InputError, fix: bool) -> Iterator[Result]:
    if isinstance(path, InputError):
        yield Result(path.path, "", problems=(problem_of(path),))
    elif not fix:
        yield from desk.lint(path)
    else:
        for result, fixed in desk.fix(path, write=True):
            if fixed and fixed.count:
                note = "1 finding mended" if fixed.count == 1 else f"{fixed.count} findings mended"
                result = replace(result, notes=(note, *result.notes))
            yield result


def _show_diff(desk: Desk, files: Iterator[str | InputError], output: str | None) -> NoReturn:
    """Leaves with 1 where there is something to mend."""
    from hedgelint.desk.fix import diff
    from hedgelint.report.text import problem_line

    shown, failed = [], False
    for path in files:
        for result, fixed in [] if isinstance(path, InputError) else desk.fix(path, write=False):
            shown += [diff(fixed).removesuffix("\n")] if fixed and fixed.count else []
            for note in result.notes if fixed is None else ():
                say(f"{result.path}: note: {note}", err=True)
            for problem in result.problems:
                failed = True
                say(problem_line(problem), err=True)
        if isinstance(path, InputError):
            failed = True
            say(f"hedgelint: {path}", err=True)
    if shown and output is None and sys.stdout.isatty():
        say("\n".join(shown))  # a patch is the story's own bytes, but not to a terminal
    elif shown:
        write("\n".join(shown), output)
    sys.exit(2 if failed else 1 if shown else 0)


def counted(desk: Desk, result: Result) -> int:
    """How many findings of a story count."""
    if not result.findings:
        return 0
    least = SEVERITIES.index(desk.settings(result.path).fail_on)
    return sum(f.suppressed is None and SEVERITIES.index(f.severity) >= least for f in result.findings)


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
