"""Processor time that a source of a megabyte costs a story of a hundred quotations, beyond the story alone.

    python benchmarks/source.py TRANSCRIPT.txt… [--rounds 5] [--before CHECKOUT]

The transcripts stand end to end, again and again, until there is a megabyte; the quotations are its sentences, every
fourth with a word changed and every fourth with three words left out. The commands run in turns, each as a process of
its own; what the story takes without the source is taken away from what it takes with it. Twice with it: the first time
its words are looked up, the second time they are known from the cache.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from cold import program

SIZE, QUOTATIONS = 1_000_000, 100
_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?:\[\]()\n\"“”]{60,160}[.!?](?=\s)")


def source_of(paths: list[str]) -> str:
    texts = [Path(path).read_text(encoding="utf-8") for path in paths]
    whole = "\n\n".join(texts)
    return "\n\n".join([whole] * (SIZE // len(whole) + 1))[:SIZE]


def story_of(source: str) -> str:
    said = _SENTENCE.findall(source)
    chosen = said[:: max(1, len(said) // QUOTATIONS)][:QUOTATIONS]
    paragraphs = ["Harbour talks end", "The talks on the harbour ended on Monday."]
    for number, sentence in enumerate(chosen):
        words = sentence.split()
        if number % 4 == 1:
            words[len(words) // 2] = "lanterns"
        elif number % 4 == 3:
            del words[3:6]
        paragraphs.append(f"“{' '.join(words)[:-1]},” Rosa Brand said.")
    return "\n\n".join(paragraphs) + "\n"


def spent(command: list[str], cache: Path) -> float:
    environment = {**os.environ, "HEDGELINT_CACHE_DIR": str(cache)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} left with {done.returncode}: {done.stderr.decode()[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("transcripts", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--before", type=Path, metavar="CHECKOUT", help="an older checkout to compare with")
    arguments = parser.parse_args()
    programs = {"now": [str(Path(sys.executable).parent / "hedgelint")]}
    if arguments.before is not None:
        programs["before"] = program(arguments.before)
    with tempfile.TemporaryDirectory() as folder:
        source, story = Path(folder, "source.txt"), Path(folder, "story.txt")
        source.write_text(source_of(arguments.transcripts), encoding="utf-8")
        story.write_text(story_of(source.read_text(encoding="utf-8")), encoding="utf-8")
        least: dict[tuple[str, str], float] = {}
        for number in range(arguments.rounds + 1):
            for name, command in programs.items():
                cache = Path(folder, f"{name}-{number}")
                warm = [*command, "--no-config", str(Path(folder, "other.txt"))]
                Path(folder, "other.txt").write_text("Rain is likely, the council said.\n", encoding="utf-8")
                spent(warm, cache)  # the rules are known
                whole = [*command, "--no-config", "--source", str(source), str(story)]
                times = {"alone": spent([*command, "--no-config", str(story)], cache)}
                times["first"] = spent(whole, cache)
                story.write_text(story.read_text(encoding="utf-8") + "\n", encoding="utf-8")  # no story that is known
                times["again"] = spent(whole, cache)
                if number:  # the first round is for the disk
                    for kind, time in times.items():
                        least[name, kind] = min(time, least.get((name, kind), time))
    print(f"{'processor time, s':12} {'story':>8} {'source':>8} {'a source that is known':>24}")
    for name in programs:
        alone = least[name, "alone"]
        print(f"{name:17} {alone:8.2f} {least[name, 'first'] - alone:8.2f} {least[name, 'again'] - alone:24.2f}")


if __name__ == "__main__":
    main()
