"""What `hedgelint PATH…` does, for the command line as click has read it and for plain paths without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from hedgelint.cli.desks import Reading
from hedgelint.cli.results import Results, swept
from hedgelint.cli.sinks import sinks_of
from hedgelint.cli.telling import Telling
from hedgelint.cli.terminal import say, write
from hedgelint.config.discovery import discover, is_story
from hedgelint.config.model import Layer, unmet
from hedgelint.errors import ConfigError, InputError
from hedgelint.finding import Result, problem_of
from hedgelint.values import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path

    from hedgelint.annotate.story import Story
    from hedgelint.cli.jobs import Pool
    from hedgelint.config.find import Configs
    from hedgelint.desk.baseline import Baseline
    from hedgelint.desk.desk import Desk
    from hedgelint.desk.kept import Kept
    from hedgelint.desk.since import Since

# Formats that say of a rule only what stands in its findings.
_WITHOUT_RULES = frozenset(("text", "compact", "csv", "jsonl", "statistics"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command, by the names that its page gives them."""

    paths: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    severity: str | None = None
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    fidelity: str | None = None
    scale: str | None = None
    profile: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    preview: bool = False
    english: str | None = None
    diff: bool = False
    no_gitignore: bool = False
    force_exclude: bool = False
    show_suppressed: bool = False
    changed: str | None = None
    staged: bool = False
    baseline: Path | None = None
    statistics: bool = False
    max_findings: int | None = None
    quiet: bool = False
    exit_zero: bool = False
    jobs: str = "1"
    no_cache: bool = False
    output: str | None = None
    colour: str = "auto"
    how: Reading = Reading()


def lint(asked: Asked) -> int:
    """The exit code. Raises HedgelintError for mistakes that are no story's own, and click.UsageError."""
    layer = Layer(
        select=_names(asked.select) or None,
        extend_select=_names(asked.extend_select),
        ignore=_names(asked.ignore),
        fail_on=asked.fail_on,
        scale=asked.scale,
        fidelity=asked.fidelity,
        sources=asked.sources,
        names=asked.names,
        profile=asked.profile,
        preview=asked.preview or None,
        english=asked.english,
    )
    paths, since = _since(asked.paths, asked.changed, asked.staged)
    if not paths:
        raise _misused("no story given; `hedgelint .` lints all below this folder")
    configs = asked.how.configs()
    desk = _Once(lambda: asked.how.desk(layer, configs), since, asked.unsafe_fixes)
    known = _known(asked.baseline)
    excludes = partial(_excludes, desk, configs)
    passed: list[str] = []
    git = not asked.no_gitignore
    files = chosen(excludes, paths, since, gitignore=git, force=asked.force_exclude, passed=passed)
    if asked.diff:
        _show_diff(desk(), files, asked.output)
    if asked.fix and "-" in paths:
        raise _misused("--fix changes files; for standard input use --diff")
    met: list[str] = []
    files = _noted(files, met)
    forms = (*asked.forms, "statistics") if asked.statistics else asked.forms
    sinks = sinks_of(forms, asked.output, asked.colour, desk, asked.severity, asked.show_suppressed, asked.quiet)
    seeing = any(sink.seeing for sink in sinks)
    direct = asked.fix or seeing
    plain = since is None and not direct  # each file stands for itself
    cached = plain and not asked.no_cache and not os.environ.get("HEDGELINT_NO_CACHE")
    kept = _kept(asked, configs, layer) if cached else None
    jobs = _jobs(asked.jobs) if plain else 1
    results = Results(desk, kept, jobs, partial(_pool, asked.how, layer, desk), rules=not {*forms} <= _WITHOUT_RULES)
    telling = Telling(sinks, results.fail_on, quiet=asked.quiet)
    with telling.whole():
        shown = _each(desk(), files, asked.fix, seeing) if direct else _unseen(results.of(files))
        for story, result in shown:
            telling.story(known.told(result) if known else result, story)
        for problem in desk().gone() if direct else results.gone():
            telling.story(Result(problem.path, "", problems=(problem,)))
    if since is None and not asked.quiet and (unread := [path for path in passed if not excludes(path)]):
        some = ", ".join(unread[:3]) + (f" and {len(unread) - 3} more" if len(unread) > 3 else "")
        say(f"hedgelint: passed over, in formats that are not read: {some} (name one: it says what to do)", err=True)
    if since is None and not asked.quiet and not telling.problems:
        settings = map(configs.for_file, {os.path.dirname(path): path for path in met}.values())
        for file, pattern in unmet(settings, met, paths):
            say(f'{file}: no story here is meant by [per-path."{pattern}"]: take it out, or mend the path', err=True)
    if known and (gone := known.gone()) and not asked.quiet:
        prune = f"hedgelint baseline -o {known.file} prunes"
        say(f"{known.file}: {gone} of its findings {'is' if gone == 1 else 'are'} gone; {prune}", err=True)
    return 2 if telling.problems else int(telling.counting > (asked.max_findings or 0) and not asked.exit_zero)


def _noted(files: Iterator[str | InputError], met: list[str]) -> Iterator[str | InputError]:
    """The files, of which the paths are kept in `met`."""
    for file in files:
        if isinstance(file, str):
            met.append(file)
        yield file


def _misused(message: str) -> Exception:
    from click import UsageError

    return UsageError(message)


def _known(baseline: Path | None) -> Baseline | None:
    if baseline is None:
        return None
    from hedgelint.desk.baseline import Baseline

    return Baseline.read(baseline)


def _since(paths: tuple[str, ...], changed: str | None, staged: bool) -> tuple[tuple[str, ...], Since | None]:
    """What to compare with. `--changed story.txt` means the story, and HEAD: it is no revision."""
    if changed is not None and staged:
        raise _misused("--changed is of the files as they are, --staged of what is staged: one of them")
    if changed is None and not staged:
        return paths, None
    from hedgelint.desk.since import Since

    if changed not in (None, "HEAD") and os.path.exists(str(changed)) and not paths:
        paths, changed = (str(changed),), "HEAD"
    return paths or (".",), Since(changed or "HEAD", staged)


def chosen(
    excludes: Callable[[str], bool],
    paths: tuple[str, ...],
    since: Since | None = None,
    *,
    gitignore: bool = True,
    force: bool = False,
    passed: list[str] | None = None,
) -> Iterator[str | InputError]:
    """The files that are meant: those the settings exclude only where they are named themselves, and with `force` not
    even then; with `since` those that have changed. Where nothing is left of a folder, that is a mistake. What is in
    a folder and in a format that is not read is added to `passed`."""
    found = left = 0
    for path in discover(paths, gitignore=gitignore, passed=passed):
        if isinstance(path, InputError):
            left += 1
            yield path
            continue
        found += 1
        named = path in paths and not force
        if named or path == "-" or not (excludes(path) or (force and not is_story(path))):
            left += 1
            if since is None or since.has_changed(path):
                yield path
    if found and not left and not force:
        hint = "name a file itself to lint it all the same"
        yield InputError(f"the settings exclude {_all(found)}", path=paths[0], hint=hint)


def _all(count: int) -> str:
    return "the story here" if count == 1 else f"all {count} stories here"


def _each(
    desk: Desk, files: Iterator[str | InputError], fix: bool, seeing: bool
) -> Iterator[tuple[Story | None, Result]]:
    for path in files:
        yield from _of(desk, path, fix, seeing)
        swept()


def _unseen(results: Iterator[Result]) -> Iterator[tuple[None, Result]]:
    return ((None, result) for result in results)


def _of(desk: Desk, path: str | InputError, fix: bool, seeing: bool) -> Iterator[tuple[Story | None, Result]]:
    """The stories of a file and their results; the story is None where nobody is `seeing` it, or nothing could."""
    if isinstance(path, InputError):
        yield None, Result(path.path, "", problems=(problem_of(path),))
    elif not seeing:
        yield from ((None, result) for result in (_fixed(desk, path) if fix else desk.lint(path)))
    else:
        notes = {result.path: result for result in _fixed(desk, path)} if fix else {}
        for story, result in desk.lint_seen(path):
            yield story, notes.get(result.path, result)


def _fixed(desk: Desk, path: str) -> Iterator[Result]:
    for result, fixed in desk.fix(path, write=True):
        if fixed and fixed.count:
            note = "1 finding mended" if fixed.count == 1 else f"{fixed.count} findings mended"
            result = replace(result, notes=(note, *result.notes))
        yield result


class _Once:
    """The desk of a run, made when it is first asked for: what is known from before asks for none."""

    def __init__(self, make: Callable[[], Desk], since: Since | None, unsafe_fixes: bool) -> None:
        self.made: Desk | None = None
        self._make, self._since, self._unsafe = make, since, unsafe_fixes

    def __call__(self) -> Desk:
        if self.made is None:
            self.made = self._make()
            self.made.since = self._since
            self.made.unsafe_fixes = self._unsafe
        return self.made


def _excludes(desk: _Once, configs: Configs, path: str) -> bool:
    try:
        return configs.for_file(path).excludes(path)
    except ConfigError:
        return desk().excludes(path)


def _kept(asked: Asked, configs: Configs, layer: Layer) -> Kept:
    from hedgelint.desk.kept import Kept

    how = asked.how
    return Kept(configs, layer, how.rules, (how.encoding or "", how.input_format or "", str(how.config)))


def _jobs(given: str) -> int:
    """Nought for as many as pay."""
    if given == "auto":
        return 0
    if not given.isdecimal() or not int(given):
        raise _misused(f"--jobs is a number of processes from 1 on, or auto; “{given}” is neither")
    return int(given)


def _pool(how: Reading, layer: Layer, desk: _Once, jobs: int) -> Pool:
    from hedgelint.cli.jobs import Pool

    return Pool(jobs, how, layer, desk())


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


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())
