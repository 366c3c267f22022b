"""What it costs that every attribution names its shape and every refusal its reason: annotating with and without.

    python benchmarks/names.py STORIES.txt|STORIES.jsonl|STORIES.jsonl.gz [--megabytes 0.3] [--rounds 9]

A copy of the package has the lines of `_NAMING` taken out or put plainer, makes the same attributions and cannot say
why. Both annotate the same stories in processes of their own, in turns; the processor's time without the start counts.
A line that is not found where it is looked for ends the run: then the code has moved on, and this has to follow.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import hedgelint

_ROOM = Path("annotate", "attributions")
# By file: what names, and what stands there without a name.
_NAMING = {
    "shapes.py": (
        ("refused.append(((i, i + 1), found.name, found.reader))", "pass"),
        ('refused += [(found.cue, "within-what-they-say", "") for found in out if found.cue in inside]', ""),
        ('refused += [(each.cue, "denied-by-another", "") for each in near if each not in kept]', ""),
        ('refused.append((out.pop().cue, "within-what-they-say", ""))', "out.pop()"),
    ),
    "finder.py": (
        (
            "for place, reason, reader in read.refused:\n"
            "                    refused.add(_span(unit, place), reason, reader)",
            "",
        ),
        ("lemma=found.lemma,", ""),
        ("shape=found.shape,", ""),
    ),
    "verbs.py": (
        ("return _asked(outcome, name) if isinstance(outcome, No) else outcome", "return outcome"),
        (
            "            if refuses(at):\n                return No(name)",
            "            if refuses(at):\n                return _NOTHING",
        ),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--megabytes", type=float, default=0.3)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        print(*annotated(given.stories, given.megabytes))
        return
    with tempfile.TemporaryDirectory() as folder:
        roots = {"with": Path(hedgelint.__file__).parent.parent, "without": without_names(Path(folder))}
        times: dict[str, list[float]] = {name: [] for name in roots}
        made = set()
        for _ in range(given.rounds):
            for name, root in roots.items():
                seconds, attributions = run(root, given.stories, given.megabytes)
                times[name].append(seconds)
                made.add(attributions)
    ratios = [a / b for a, b in zip(times["with"], times["without"], strict=True)]
    print(f"{' and '.join(sorted(made))} attributions")
    for name, taken in times.items():
        print(f"{name:8} least {min(taken):.3f} s, median {statistics.median(taken):.3f} s")
    print(
        f"with / without: least {min(times['with']) / min(times['without']):.3f}, pairs {statistics.median(ratios):.3f}"
    )


def without_names(folder: Path) -> Path:
    """A copy of the package that makes no names; raises SystemExit where a line is not there once."""
    package = folder / "hedgelint"
    shutil.copytree(Path(hedgelint.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    rules = Path(hedgelint.__file__).parent.parent / "rules"
    if rules.is_dir():
        shutil.copytree(rules, folder / "rules")
    for name, changes in _NAMING.items():
        path = package / _ROOM / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            if text.count(old) != 1:
                raise SystemExit(f"{path.name}: {old!r} is there {text.count(old)} times, not once")
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return folder


def run(root: Path, stories: Path, megabytes: float) -> tuple[float, str]:
    """Seconds, and how many attributions were made."""
    command = [sys.executable, __file__, str(stories.resolve()), "--megabytes", str(megabytes), "--once"]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True, check=True
    )
    seconds, attributions = done.stdout.split()
    return float(seconds), attributions


def annotated(path: Path, megabytes: float) -> tuple[float, int]:
    """Seconds of the processor for the second time that the stories are annotated, and how many attributions."""
    from throughput import stories

    from hedgelint.annotate.annotator import Annotator
    from hedgelint.document.readers.plain import read_plain
    from hedgelint.rulebook.rulebook import load_rulebook

    documents = [read_plain("story.txt", text) for text in stories(path, int(megabytes * 1e6))]
    annotator = Annotator(load_rulebook().lexicons)
    for document in documents:
        annotator.annotate(document)
    began = time.process_time()
    made = [len(annotator.annotate(document).attributions) for document in documents]
    return time.process_time() - began, sum(made)


if __name__ == "__main__":
    main()
