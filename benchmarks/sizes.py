"""What a run costs by the size of a story, by the number of stories and by the number of a house's rules.

    python benchmarks/sizes.py STORIES.jsonl[.gz] [--most 20] [--files 20000] [--rules 3000] [--pictures docs/images]

Processor's seconds (user and system) and peak memory of whole processes, all rules on, nothing known from before. The
last column is the growth since the row before, as an exponent: 1 is in proportion, 0 is not at all. A picture of each
table is written with --pictures.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from math import log
from pathlib import Path

from picture import Line, picture
from same import texts

_MEASURE = (
    "import resource, subprocess, sys;"
    "done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL);"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)"
)
_RULE = """id: house-{number}
title: A word of the house
category: wording
kind: phrase
severity: suggestion
phrases: [house word {letters}, "{letters} of the house"]
message: "“{{match}}” is not our word"
why: It is not.
examples:
  bad: ["This is [[house word {letters}]]."]
  good: ["This is a word."]
"""


def cost(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds, and megabytes of 1,048,576 bytes."""
    command = [str(Path(sys.executable).parent / "hedgelint"), "lint", "--no-config", "--select", "all", *arguments]
    environment = {**os.environ, "HEDGELINT_NO_CACHE": "1"}
    done = subprocess.run([sys.executable, "-c", _MEASURE, *command], env=environment, capture_output=True, text=True)
    status, seconds, size = done.stdout.split()
    if status not in ("0", "1"):
        raise SystemExit(f"left with {status}: {done.stderr[-500:]}")
    return float(seconds), float(size) / (2**20 if sys.platform == "darwin" else 2**10)


def table(title: str, rows: Sequence[tuple[str, float, Sequence[str]]]) -> Line:
    """`rows` are a name, a size and what is run: once before, where that compiles rules. Gives sizes and seconds."""
    told: Line = []
    print(f"\n{title:24} {'CPU s':>8} {'MB':>8} {'growth':>8}", flush=True)
    before: tuple[float, float] | None = None
    for name, size, arguments in rows:
        if "--rules" in arguments or before is None:
            cost(arguments)
        seconds, memory = cost(arguments)
        told.append((size, seconds))
        growth = "" if before is None else f"{log(seconds / before[1]) / log(size / before[0]):.2f}"
        print(f"{name:24} {seconds:8.2f} {memory:8.1f} {growth:>8}", flush=True)
        before = size, seconds
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--most", type=int, default=20, help="megabytes of the longest story")
    parser.add_argument("--files", type=int, default=20_000, help="stories of the largest folder")
    parser.add_argument("--rules", type=int, default=3_000, help="rules of the largest house")
    parser.add_argument("--pictures", type=Path, help="folder for a picture of each table")
    arguments = parser.parse_args()
    lines: dict[str, Line] = {}
    stories = [text for _, text in texts([arguments.stories])]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        whole, sizes = "\n\n".join(stories), [10_000, 100_000, 1_000_000, 5_000_000, arguments.most * 1_000_000]
        whole *= sizes[-1] // len(whole) + 1
        rows = []
        for size in sorted({min(size, sizes[-1]) for size in sizes}):
            text = whole[:size].encode()[:size].decode("utf-8", "ignore")  # a file may have 20 MB, not letters
            (folder / f"{size}.txt").write_text(text, "utf-8")
            rows.append((f"one story, {size:,} bytes", float(size), [str(folder / f"{size}.txt")]))
        lines["Seconds by the bytes of one story"] = table("bytes of a story", rows)
        rows = []
        for count in sorted({1, 10, 100, min(1_000, arguments.files), arguments.files}):
            (folder / f"of{count}").mkdir()
            for number, text in enumerate(islice(cycle(stories), count)):
                (folder / f"of{count}" / f"{number:05}.txt").write_text(text, "utf-8")
            rows.append((f"{count:,} stories", float(count), [str(folder / f"of{count}")]))
        lines["Seconds by the number of stories"] = table("stories", rows)
        rows = []
        for count in (30, 300, arguments.rules):
            (folder / f"rules{count}").mkdir()
            for number in range(count):
                rule = _RULE.format(number=number, letters=_letters(number))
                (folder / f"rules{count}" / f"house-{number}.yaml").write_text(rule, "utf-8")
            rows.append(
                (f"{count:,} rules", float(count), ["--rules", str(folder / f"rules{count}"), str(folder / "of100")])
            )
        lines["Seconds by the rules of a house, on a hundred stories"] = table("rules of the house", rows)
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
        for name, (title, line) in zip(("story", "stories", "rules"), lines.items(), strict=True):
            (arguments.pictures / f"growth-{name}.svg").write_text(picture(title, line), "utf-8")


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:05}")


if __name__ == "__main__":
    main()
