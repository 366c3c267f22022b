"""Megabytes a second of annotating and of linting with all rules, on one core.

    python benchmarks/throughput.py STORIES.txt|STORIES.jsonl|STORIES.jsonl.gz [--megabytes 5]

A text file is one story; JSON lines hold one story a line, as an object with "text". Reading the file and loading
the rules are not counted. A second table shows the time for one story made longer and longer: twice the text should
take twice the time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hedgelint.annotate.annotator import Annotator
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook


def stories(path: Path, most: int) -> Iterator[str]:
    """Texts until `most` bytes have been given."""
    given = 0
    if path.name.endswith((".jsonl", ".jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                given += len(text.encode())
                yield text
                if given >= most:
                    return
    else:
        yield path.read_text(encoding="utf-8")


def speed(texts: list[str], work: Callable[[str], object], rounds: int = 3) -> float:
    """Megabytes (1,000,000 bytes of UTF-8) a second, best of the rounds."""
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, time.perf_counter() - began)
    return size / 1e6 / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--megabytes", type=float, default=5.0)
    arguments = parser.parse_args()
    texts = list(stories(arguments.stories, int(arguments.megabytes * 1e6)))
    annotator = Annotator(load_rulebook().lexicons)

    def annotate(text: str) -> object:
        return annotator.annotate(read_plain("story.txt", text))

    works: dict[str, Callable[[str], object]] = {
        "read": lambda text: read_plain("story.txt", text),
        "read, annotate": annotate,
        "read, annotate, all rules": lint_with_all_rules(),
    }
    print(f"{len(texts)} stories, {sum(len(text.encode()) for text in texts) / 1e6:.2f} MB")
    for name, work in works.items():
        print(f"{name:28} {speed(texts, work):8.2f} MB/s")
    print("\none story, made longer")
    whole = "\n\n".join(texts)
    for times in (1, 2, 4, 8):
        text = whole[: 100_000 * times]
        rates = [f"{name}: {speed([text], work, 2):.2f} MB/s" for name, work in works.items()]
        print(f"{len(text):9,} characters   {'   '.join(rates)}")


def lint_with_all_rules() -> Callable[[str], object]:
    from hedgelint.config.find import Configs
    from hedgelint.config.model import Layer
    from hedgelint.desk.desk import Desk

    desk = Desk(Configs(none=True), Layer(select=("all",)))
    return lambda text: desk.lint_document(read_plain("<story>", text))


if __name__ == "__main__":
    main()
