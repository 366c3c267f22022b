"""`hedgelint --watch PATH…`: the run again whenever a story, a source, a rule or a setting changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from hedgelint.cli.terminal import say
from hedgelint.config.find import NAMES
from hedgelint.errors import HedgelintError

_TICK = 200  # milliseconds until files are looked at that lie in no folder that is watched
_SETTLED = 200  # milliseconds: an editor that saves touches a file more than once
_SHOWN = 3  # names of changed files that are told


def watch(run: Callable[[], object], paths: Collection[str], beside: Collection[Path], written: Collection[str]) -> int:
    """Runs, and runs again after every change in `paths` (files and folders), in what stands `beside` them (rules,
    sources, settings) and in the settings of their folders, until Ctrl-C; then nought. What a run has `written` is no
    change. A mistake in rules or settings is told, and waited for until it is mended.

    Raises HedgelintError where nothing can be watched.
    """
    every = _changes()
    places = [path for path in map(str, (*paths, *beside)) if os.path.exists(path)]
    if not places:
        raise HedgelintError("there is nothing here to watch", path=next(iter(paths), ""))
    folders = [place for place in places if os.path.isdir(place)]
    files = {place for place in places if not os.path.isdir(place)} | set(_settings(places))
    own = {os.path.abspath(one) for one in written}
    beside_files = sorted({os.path.dirname(os.path.abspath(one)) for one in files if os.path.exists(one)})
    changes = every(folders or beside_files, bool(folders))
    stamps = _stamps(files)
    try:
        next(changes, None)  # from here on nothing is missed, whatever happens while a run is on
        _run(run)
        for changed in changes:
            now = _stamps(files)
            moved = [path for path in now if now[path] != stamps.get(path)]
            if folders:
                moved += [path for path in changed if os.path.abspath(path) not in own]
            if not moved:
                continue
            stamps = now
            _told(moved)
            _run(run)
    except KeyboardInterrupt:  # the way out
        pass
    return 0


def _changes() -> Callable[[list[str], bool], Iterator[set[str]]]:
    """Gives the paths that changed below folders, or none after a while."""
    try:
        from watchfiles import watch as watched
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("watchfiles", "anyio"):
            raise
        hint = "pip install 'hedgelint[watch]'"
        raise HedgelintError(f"--watch needs {error.name}, which is not installed", hint=hint) from None

    def every(folders: list[str], below: bool) -> Iterator[set[str]]:
        for changes in watched(
            *folders,
            recursive=below,
            debounce=_SETTLED * 4,
            step=_SETTLED,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            yield {path for _, path in changes}

    return every


def _settings(places: Collection[str]) -> Iterator[str]:
    """Files of settings that hold for these places, those that are not there yet too."""
    for place in places:
        path = Path(place).absolute()
        for folder in (path, *path.parents) if path.is_dir() else path.parents:
            yield from (str(folder / name) for name in NAMES)


def _stamps(files: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """When each file was written, and its length; of one that is not there, nothing."""
    stamps = {}
    for path in files:
        try:
            told = os.stat(path)
        except OSError:
            continue
        stamps[path] = (told.st_mtime_ns, told.st_size)
    return {path: stamps.get(path, (0, 0)) for path in files}


def _run(run: Callable[[], object]) -> None:
    try:
        run()
    except HedgelintError as error:
        for line in str(error).splitlines():
            say(f"hedgelint: {line}", err=True)
    say("Waiting for a change; Ctrl-C ends.", err=True)


def _told(changed: Collection[str]) -> None:
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[H")
    there = [path for path in changed if os.path.exists(path)]  # editors make files and take them away
    names = sorted({os.path.relpath(path) for path in there or changed})
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    say(f"\n{time.strftime('%H:%M:%S')} changed: {', '.join(names[:_SHOWN])}{more}", err=True)
