"""This checkout beside an older one and beside other prose linters: starts, bulk, stories that have not changed,
several processes, and how soon and in how much memory a long run tells what it finds.

    python benchmarks/compare.py --before CHECKOUT STORIES.jsonl[.gz] [--stories 200] [--rounds 5]

All programs run in turns, so that a busy machine is unkind to all of them; what counts is the processor's time of the
whole process (user and system, the least of the rounds), and the ratios. The other linters are those on the PATH:
proselint, write-good, alex, textlint (with its rule write-good), harper-cli. Findings of both checkouts are those of
their own rules; `same.py` tells how they differ.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cold import program
from memory import peak
from same import texts

import hedgelint

_UNKNOWN = {"HEDGELINT_NO_CACHE": "1"}
# How each other linter is called on files, and asked for its version.
PEERS = {
    "proselint": ["proselint", "check"],
    "write-good": ["write-good"],
    "alex": ["alex"],
    "textlint": ["textlint", "--rule", "write-good"],
    "harper": ["harper-cli", "lint"],
}


class Cost(NamedTuple):
    """Seconds."""

    cpu: float
    wall: float


class Turns:
    """Runs of commands in a folder, in turns."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self._folder, self._rounds = folder, rounds

    def least(self, commands: Mapping[str, Sequence[str]], given: Mapping[str, Mapping[str, str]]) -> dict[str, Cost]:
        """The least of the rounds for each command; the first round, in which caches are filled, does not count."""
        spent: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(self._rounds + 1):
            for name, command in commands.items():
                spent[name].append(self.once(command, given.get(name, {})))
        return {name: Cost(*(min(each) for each in zip(*costs[1:], strict=True))) for name, costs in spent.items()}

    def once(self, command: Sequence[str], given: Mapping[str, str]) -> Cost:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            command, cwd=self._folder, env={**os.environ, **given}, stdin=subprocess.DEVNULL, capture_output=True
        )
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)

    def first_line(self, command: Sequence[str], given: Mapping[str, str]) -> tuple[float, float]:
        """Seconds to the first line, and to the end."""
        began = time.perf_counter()
        with subprocess.Popen(
            command, cwd=self._folder, env={**os.environ, **given}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as running:
            if running.stdout is None:
                raise SystemExit("no output to read")
            running.stdout.readline()
            first = time.perf_counter() - began
            running.stdout.read()
        return first, time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--before", type=Path, required=True, metavar="CHECKOUT")
    parser.add_argument("--stories", dest="count", type=int, default=200, metavar="N", help="at most so many")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    compileall.compile_dir(Path(hedgelint.__file__).parent, quiet=2)
    now, then = [str(Path(sys.executable).parent / "hedgelint")], program(arguments.before.resolve())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        size, files = 0, []
        (folder / "stories").mkdir()
        for number, (_, text) in enumerate(islice(texts([arguments.stories]), arguments.count)):
            files.append(f"stories/{number:05}.txt")
            size += (folder / files[-1]).write_bytes(text.encode("utf-8", "replace"))
        os.environ["HEDGELINT_CACHE_DIR"] = str(folder / "cache")
        turns = Turns(folder, arguments.rounds)
        print(f"{len(files)} stories, {size / 1e6:.2f} MB; Python {sys.version.split()[0]}; {arguments.rounds} rounds")
        _cold(turns, now, then, files[0])
        _bulk(turns, now, then, files)
        _known(turns, now)
        _jobs(turns, now)
        _flow(turns, now, then)
        _memory(folder, now)


def _peers() -> dict[str, list[str]]:
    return {name: command for name, command in PEERS.items() if shutil.which(command[0])}


def _table(title: str, costs: Mapping[str, Cost], base: str) -> None:
    print(f"\n{title:44} {'CPU s':>8} {'wall s':>8} {'ratio of CPU':>13}")
    for name, cost in costs.items():
        print(f"{name:44} {cost.cpu:8.3f} {cost.wall:8.3f} {cost.cpu / costs[base].cpu:13.2f}")


def _cold(turns: Turns, now: list[str], then: list[str], story: str) -> None:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "before": [*then, story],
        "now": [*now, story],
        "now, a story known from before": [*now, story],
        **{_named(name): [*command, story] for name, command in _peers().items()},
    }
    _table("a cold start, one story", turns.least(commands, {"now": _UNKNOWN}), "before")


def _bulk(turns: Turns, now: list[str], then: list[str], files: list[str]) -> None:
    for title, options in (
        ("all rules", ["lint", "--no-config", "--select", "all"]),
        ("rules that are on by default", ["lint", "--no-config"]),
        ("annotate", ["annotate", "--no-config", "--format", "jsonl"]),
    ):
        commands = {"before": [*then, *options, *files], "now": [*now, *options, *files]}
        if title != "annotate":
            commands |= {_named(name): [*command, *files] for name, command in _peers().items() if "all" in title}
        _table(f"{len(files)} stories: {title}", turns.least(commands, {"now": _UNKNOWN}), "before")


def _known(turns: Turns, now: list[str]) -> None:
    command = [*now, "--no-config", "--select", "all", "stories"]
    first = turns.once(command, _UNKNOWN)
    turns.once(command, {})
    known = turns.least({"known": command}, {})["known"]
    times = first.cpu / known.cpu
    print(f"\nthe same stories again: {first.cpu:.3f} s the first time, {known.cpu:.3f} s then: {times:.0f} ×")


def _jobs(turns: Turns, now: list[str]) -> None:
    command = [*now, "--no-config", "--select", "all", "stories", "--jobs"]
    commands = {f"{number} processes" if number > 1 else "one process": [*command, str(number)] for number in (1, 2)}
    _table("several processes", turns.least(commands, dict.fromkeys(commands, _UNKNOWN)), "one process")


def _flow(turns: Turns, now: list[str], then: list[str]) -> None:
    print(f"\n{'the first line, of the whole run':44} {'first s':>8} {'whole s':>8} {'share':>8}")
    for form in ("text", "jsonl", "json", "sarif"):
        for name, command in (("before", then), ("now", now)):
            if name == "before" and form not in ("text", "json"):
                continue
            options = ["lint", "--no-config", "--severity", "info", "--format", form, "stories"]
            first, whole = turns.first_line([*command, *options], _UNKNOWN)
            print(f"{f'{name}, {form}':44} {first:8.3f} {whole:8.3f} {first / whole:8.2f}")


def _memory(folder: Path, now: list[str]) -> None:
    """Of runs over the same story many times, which has nine findings."""
    story = "Experts say so. Critics say so. Observers say so.\n\n" * 3
    os.environ.update(_UNKNOWN)
    print(f"\n{'peak memory, MB':44} {'100':>8} {'1,000':>8} {'2,000':>8}")
    for form in ("text", "jsonl", "json", "sarif"):
        row = []
        for count in (100, 1000, 2000):
            many = folder / f"many{count}"
            many.mkdir(exist_ok=True)
            for number in range(count):
                (many / f"{number:05}.txt").write_text(story, "utf-8")
            row.append(peak([*now, "--no-config", "--severity", "info", "--format", form, str(many)]))
        print(f"{form:44} {row[0]:8.1f} {row[1]:8.1f} {row[2]:8.1f}")


def _named(peer: str) -> str:
    """With its version."""
    command = PEERS[peer]
    done = subprocess.run([command[0], "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    version = re.search(r"\d+\.\d+[\w.]*", done.stdout or done.stderr)
    return f"{peer} {version[0]}" if version else peer


if __name__ == "__main__":
    main()
