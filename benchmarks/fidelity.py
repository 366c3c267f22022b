"""Faults planted in sentences of transcripts given as arguments, and what is made of them.

    python benchmarks/fidelity.py TRANSCRIPT.txt...

Nothing is stored: the quotations are drawn from the files at run time, always the same ones for the same files.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from hedgelint.annotate.story import Attribution, Quotation, Speaker, Story
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.span import Span

_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?:\[\]()\n\"“”]{40,180}(?<=[a-z]{3})[.!?](?=\s)")
_WORD = re.compile(r"[A-Za-z]{5,}")
WANTED = {
    "untouched": {"verbatim", "surface"},
    "dropped not": {"altered"},
    "changed number": {"altered"},
    "other word": {"altered"},
    "silent cut": {"cut", "altered"},
    "two joined": {"joined"},
    "other speaker": {"misattributed"},
}


def plants(rng: random.Random, sentences: list[str], at: int) -> dict[str, str]:
    said = sentences[at]
    out = {"untouched": said}
    if re.search(r"n't\b|\bnot\b", said):
        out["dropped not"] = re.sub(r"(?<=[a-z])n't\b| not\b", "", said, count=1)
    if number := re.search(r"\b\d{2,}\b", said):
        out["changed number"] = said[: number.start()] + str(int(number.group()) + 7) + said[number.end() :]
    inner = [m for m in _WORD.finditer(said) if 5 < m.start() < len(said) - 15]
    if inner:
        word = rng.choice(inner)
        out["other word"] = said[: word.start()] + "zestful" + said[word.end() :]
    words = said.split()
    if len(words) > 14:
        out["silent cut"] = " ".join(words[:5] + words[9:])
    if at + 12 < len(sentences):
        out["two joined"] = f"{said} {sentences[at + 12]}"
    return out


def story_of(quote: str, speaker: str) -> Story:
    quotation = Quotation(Span(0, len(quote) + 2), Span(1, len(quote) + 1), "full", 0, attribution=0)
    return Story(
        read_plain("story", f"“{quote}”"),
        quotations=(quotation,),
        attributions=(Attribution((), (), (), "named", speaker=0 if speaker else None),),
        speakers=(Speaker(speaker, "named", Span(0, 0)),) if speaker else (),
    )


def run(paths: list[str], say: Callable[[str], None]) -> None:
    comparer = Comparer.of(load_rulebook().lexicons)
    got: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seconds = 0.0
    for path in paths:
        source = build_index(read_plain(path, Path(path).read_text(encoding="utf-8")), comparer.normaliser)
        rng = random.Random(7)
        sentences = [m.group() for m in _SENTENCE.finditer(source.document.text)]
        for at in range(0, len(sentences), 3):
            for fault, quote in plants(rng, sentences, at).items():
                began = time.perf_counter()
                got[fault][judge(comparer, source, quote, "")] += 1
                seconds += time.perf_counter() - began
            if name := another(source, sentences[at]):
                got["other speaker"][judge(comparer, source, sentences[at], name)] += 1
    for fault, wanted in WANTED.items():
        total = sum(got[fault].values())
        right = sum(n for kind, n in got[fault].items() if kind in wanted)
        say(f"{fault:15} {right / max(1, total):7.3f}  of {total:5}  {dict(got[fault].most_common())}")
    say(f"{1000 * seconds / max(1, sum(sum(c.values()) for c in got.values())):.2f} ms a quotation")


def judge(comparer: Comparer, source: SourceIndex, quote: str, speaker: str) -> str:
    verdicts = comparer.compare(story_of(quote, speaker), [source])
    return verdicts[0].kind if verdicts else "none"


def another(source: SourceIndex, sentence: str) -> str:
    """A speaker of the source who is not the one of this sentence."""
    own = source.turns.at(source.document.text.index(sentence))
    return next((n for n in source.turns.names if n and own and n.split()[-1] != own.split()[-1]), "")


if __name__ == "__main__":
    run(sys.argv[1:], print)
