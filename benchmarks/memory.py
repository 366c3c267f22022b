"""Peak memory of `hedgelint` on one story and on many copies of it.

    python benchmarks/memory.py STORY.txt [--copies 1 10 100 1000]

Peak resident set of the process, in megabytes of 1,048,576 bytes, as the kernel counts it (Linux and macOS).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def peak(command: list[str]) -> float:
    """Peak megabytes of one run; the kernel's maximum is over all children, so each run has a parent of its own."""
    measure = (
        "import resource, subprocess, sys;"
        "done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL);"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", measure, *command], capture_output=True, text=True, check=True)
    status, size = map(int, done.stdout.split())
    if status not in (0, 1):
        raise SystemExit(f"{command[0]} left with {status}: {done.stderr[-500:]}")
    return size / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("story", type=Path)
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10, 100, 1000])
    arguments = parser.parse_args()
    hedgelint = str(Path(sys.executable).parent / "hedgelint")
    print(f"{'python -c pass':24} {peak([sys.executable, '-c', 'pass']):7.1f} MB")
    print(f"{'one story':24} {peak([hedgelint, str(arguments.story)]):7.1f} MB")
    for copies in arguments.copies:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(copies):
                shutil.copy(arguments.story, os.path.join(folder, f"{number:05}.txt"))
            print(f"{f'a folder of {copies}':24} {peak([hedgelint, folder]):7.1f} MB")


if __name__ == "__main__":
    main()
