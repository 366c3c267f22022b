"""Certainty taken out of sentences given as arguments, and whether it is missed.

    python benchmarks/drift.py STORIES.jsonl.gz...

Sentences with a hedge, a link or a bound are drawn from the texts at run time, always the same ones for the same files,
and a copy is made surer: “may cut” becomes “cuts”, “is linked to” becomes “causes”, “up to” goes. The copy is held
against the sentence it came from and fifty others of the same file. Nothing is stored.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hedgelint.annotate.certainty import Certainty, Statement, lost, nearest
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span

_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\"“”\n]{50,220}(?<=[a-z]{3})[.](?=\s)")
# A verb with an s of its own after the hedge is gone.
_HEDGE = re.compile(r"\b(?P<hedge>may|might|could)(?: possibly| potentially)? (?P<verb>[a-z]{3,})\b(?! (?:been|not))")
_ADVERB = re.compile(r"\b(?:probably|possibly|allegedly|reportedly|perhaps|potentially) (?=[a-z])")
_LINK = re.compile(r"\b(?:is|are|was|were) (?:linked to|associated with|tied to)\b")
_BOUND = re.compile(r"\b(?:up to|at least|as many as|as much as) (?=[\d$£€])")
_BE = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_ALIKE = 0.7


def surer(sentence: str) -> Iterator[tuple[str, str]]:
    if found := _HEDGE.search(sentence):
        verb = found["verb"]
        flat = _BE.get(verb, verb + "s")
        yield "hedge", sentence[: found.start()] + flat + sentence[found.end() :]
    if found := _ADVERB.search(sentence):
        yield "adverb", sentence[: found.start()] + sentence[found.end() :]
    if found := _LINK.search(sentence):
        yield "cause", sentence[: found.start()] + "causes" + sentence[found.end() :]
    if found := _BOUND.search(sentence):
        yield "limit", sentence[: found.start()] + sentence[found.end() :]


def texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"] + " "


def main() -> None:
    certainty = Certainty(load_rulebook().lexicons)
    rng = random.Random(1)

    def read(text: str) -> Statement:
        return certainty.of(text, Span(0, len(text)))

    found: Counter[tuple[str, bool]] = Counter()
    for path in map(Path, sys.argv[1:]):
        sentences = [m.group() for text in texts(path) for m in _SENTENCE.finditer(" . " + text)]
        if not sentences:
            raise SystemExit(f"{path}: no sentence in it")
        for sentence in sentences:
            planted = list(surer(sentence))
            if not planted:
                continue
            around = [*rng.sample(sentences, min(50, len(sentences))), sentence]
            statements = [read(text) for text in around]
            source = {id(statement): text for statement, text in zip(statements, around, strict=True)}
            for kind, copy in [*planted, ("untouched", sentence)]:
                ours = read(copy)
                best = nearest(ours, statements, _ALIKE)
                gone = lost(ours, best, source[id(best)]) if best else None
                found[kind, gone is not None] += 1
    print(f"{'planted':12} {'found':>6} {'of':>6}")
    for kind in dict.fromkeys(kind for kind, _ in sorted(found)):
        hit, of = found[kind, True], found[kind, True] + found[kind, False]
        print(f"{kind:12} {hit:6} {of:6}  {hit / of:.3f}")
    right = sum(n for (kind, hit), n in found.items() if hit and kind != "untouched")
    wrong = found["untouched", True]
    planted_all = sum(n for (kind, _), n in found.items() if kind != "untouched")
    print(f"recall {right / planted_all:.3f}, precision {right / (right + wrong):.3f}")


if __name__ == "__main__":
    main()
