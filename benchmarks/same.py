"""How many attributions, claims and findings differ between two checkouts.

    python benchmarks/same.py --before ../before STORIES… [--show 20]

STORIES are stories, folders of them, or JSON lines (.jsonl, .jsonl.gz), a story a line with "id" and "text". What
both checkouts say of each is compared to the letter, by the keys that both of them give; --show prints as many of the
differences as that. Leaves with 1 where there are any.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
KINDS = ("attributions", "claims", "findings")
Said = Mapping[str, Sequence[Mapping[str, Any]]]  # by kind


def texts(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The name and the text of each story."""
    for path in paths:
        if path.is_dir():
            yield from texts(
                sorted(each for each in path.rglob("*") if each.name.endswith((".txt", ".jsonl", ".jsonl.gz")))
            )
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as f:
                for number, line in enumerate(f, 1):
                    record = json.loads(line)
                    yield str(record.get("id", f"{path.name}:{number}")), record["text"]
        else:
            yield str(path), path.read_text(encoding="utf-8")


def of_checkout(checkout: Path, stories: Path, how_many: int) -> list[Said]:
    """What the package of `checkout` says of each story of a file of JSON lines, in order."""
    annotated = [json.loads(line) for line in _run(checkout, "annotate", "--no-config", "--format", "jsonl", stories)]
    said: list[dict[str, list[dict[str, Any]]]] = [
        {"attributions": list(_by_name(one)), "claims": one["claims"], "findings": []} for one in annotated
    ]
    if len(said) != how_many:
        raise SystemExit(f"{checkout}: {len(said)} of {how_many} stories came back")
    options = ("--select", "all", "--severity", "info", "--exit-zero", "--no-config", "--format", "json")
    report = json.loads("".join(_run(checkout, "lint", *options, stories)))
    for finding in report["findings"]:
        said[int(finding.pop("path").rpartition("#")[2])]["findings"].append(finding)
    return said


def _by_name(annotated: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The attributions, with the name of each speaker for its number: a new one renumbers all behind it."""
    names = [speaker["name"] for speaker in annotated["speakers"]]
    for one in annotated["attributions"]:
        yield {**one, "speaker": None if one["speaker"] is None else names[one["speaker"]]}


def _run(checkout: Path, *arguments: str | Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "hedgelint", *map(str, arguments)],
        cwd=checkout,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SystemExit(f"{checkout} left with {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()


def differences(before: Said, after: Said, kind: str) -> Iterator[tuple[str, str]]:
    """A sign (− or +) and what only one of the two says."""
    given = [{key for one in said[kind] for key in one} for said in (before, after)]
    keys = set.intersection(*given) if all(given) else set.union(*given)
    was, now = (Counter(_line(one, keys) for one in said[kind]) for said in (before, after))
    yield from (("−", line) for line in (was - now).elements())
    yield from (("+", line) for line in (now - was).elements())


def _line(one: Mapping[str, Any], keys: set[str]) -> str:
    return json.dumps({key: one[key] for key in sorted(keys) if key in one}, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--before", type=Path, required=True, help="the other checkout")
    parser.add_argument("--show", type=int, default=0, help="how many differences to print")
    arguments = parser.parse_args()
    stories = list(texts(arguments.stories))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stories.jsonl"
        file.write_text(
            "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, (_, text) in enumerate(stories)),
            encoding="utf-8",
        )
        before, after = (of_checkout(each.resolve(), file, len(stories)) for each in (arguments.before, HERE))
    left, apart = arguments.show, 0
    totals: dict[str, list[int]] = {kind: [0, 0, 0] for kind in KINDS}
    for (name, text), was, now in zip(stories, before, after, strict=True):
        for kind in KINDS:
            found = list(differences(was, now, kind))
            totals[kind][0] += len(now[kind])
            for which, sign in enumerate("−+", 1):
                totals[kind][which] += sum(each == sign for each, _ in found)
            for sign, line in found[: max(0, left)]:
                print(f"{sign} {name}  {kind[:-1]}  {_told(json.loads(line), text)}")
            left -= len(found)
            apart += len(found)
    print(f"{len(stories)} stories")
    for kind, (all_of_them, gone, come) in totals.items():
        print(f"{kind:14} {all_of_them:7,} now   {gone:6,} no longer   {come:6,} new or other")
    raise SystemExit(1 if apart else 0)


def _told(one: Mapping[str, Any], text: str) -> str:
    """An annotation in the words of the story."""
    if "cue" in one:
        return " | ".join(
            " … ".join(text[span["start"] : span["end"]] for span in one[key]) for key in ("source", "cue", "content")
        )
    if "rule" in one:
        return f"{one['rule']}  {one.get('excerpt', '')}"
    return text[one["start"] : one["end"]]


if __name__ == "__main__":
    main()
