"""Wall time of a cold `hedgelint FILE`, beside an empty Python and another prose linter, as ratios.

    python benchmarks/cold.py STORY.txt [--rounds 30] [--before CHECKOUT]

The programs run in turn within each round, so that a busy moment of the machine falls on all of them; the least of
the rounds is compared. The programs are those beside this Python; proselint is left out where it is not installed.
With `--before`, another checkout of hedgelint runs in the same turns: the one installed in its `.venv`, or else its
code with this Python. The story is read anew each time (HEDGELINT_NO_CACHE), but in the row that says otherwise.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import hedgelint

KNOWN = "hedgelint FILE, not changed"


def commands(story: str, before: Path | None) -> dict[str, list[str]]:
    beside = Path(sys.executable).parent
    found = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import click'": [sys.executable, "-c", "import click"],
        "hedgelint FILE": [str(beside / "hedgelint"), story],
        KNOWN: [str(beside / "hedgelint"), story],
        "hedgelint --format json FILE": [str(beside / "hedgelint"), "--format", "json", story],
    }
    if before is not None:
        found["hedgelint FILE, before"] = [*program(before), story]
    if (beside / "proselint").exists():
        found["proselint check FILE"] = [str(beside / "proselint"), "check", story]
    return found


def program(checkout: Path) -> list[str]:
    """The command of another checkout, byte-compiled."""
    if not (checkout / "hedgelint" / "__init__.py").is_file():
        raise SystemExit(f"{checkout}: no checkout of hedgelint")
    compileall.compile_dir(checkout / "hedgelint", quiet=2)
    for place in ("bin/hedgelint", "Scripts/hedgelint.exe"):
        if (own := checkout / ".venv" / place).exists():
            return [str(own)]
    code = f"import sys; sys.path.insert(0, {str(checkout)!r}); from hedgelint.cli import main; main()"
    return [sys.executable, "-c", code]


def wall(command: list[str], known: bool) -> float:
    environment = {**os.environ, "HEDGELINT_NO_CACHE": "" if known else "1"}
    began = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment)
    spent = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} left with {done.returncode}: {done.stderr.decode()[-500:]}")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--before", type=Path, metavar="CHECKOUT", help="an older checkout to compare with")
    arguments = parser.parse_args()
    # An editable checkout may never have been byte-compiled; without this the compiler is measured.
    compileall.compile_dir(Path(hedgelint.__file__).parent, quiet=2)
    runs = commands(arguments.story, arguments.before)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for name, command in runs.items():
        wall(command, name == KNOWN)
    for _ in range(arguments.rounds):
        for name, command in runs.items():
            times[name].append(wall(command, name == KNOWN))
    floor = min(times["python -c pass"])
    print(
        f"{arguments.story}: {Path(arguments.story).stat().st_size} bytes, {arguments.rounds} rounds, "
        f"Python {sys.version.split()[0]}"
    )
    print(f"{'':30} {'least ms':>9} {'median ms':>10} {'ratio of least':>15}")
    for name, spent in times.items():
        print(f"{name:30} {min(spent) * 1e3:9.1f} {median(spent) * 1e3:10.1f} {min(spent) / floor:15.1f}")
    if arguments.before is not None:
        now, then = times["hedgelint FILE"], times["hedgelint FILE, before"]
        least, middle = min(now) / min(then), median(now) / median(then)
        print(f"hedgelint FILE takes {least:.2f} of the time it took before ({middle:.2f} by the medians)")


if __name__ == "__main__":
    main()
