"""Certainty taken out of sentences given as arguments, or put into them, and whether it is missed.

    python benchmarks/drift.py STORIES.jsonl.gz...

Sentences with a hedge, a link, a bound, a condition or a denial are drawn from the texts at run time, always the same
ones for the same files, and a copy is made surer: “may cut” becomes “cuts”, “is linked to” becomes “causes”, “up to”,
“if …” and “not” go. The copy is held against the sentence it came from and fifty others of the same file; then, for the
milder direction, the sentence against its copy and the fifty. Nothing is stored.
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

from hedgelint.annotate.certainty import Certainty, Statement
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.drift import compared
from hedgelint.span import Span

_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\"“”\n]{50,220}(?<=[a-z]{3})[.](?=\s)")
# A verb with an s of its own after the hedge is gone.
_HEDGE = re.compile(
    r"\b(?P<hedge>may|might|could)(?: possibly| potentially)? (?!not\b|never\b)(?P<verb>[a-z]{3,})\b(?! (?:been|not))"
)
_ADVERB = re.compile(r"\b(?:probably|possibly|allegedly|reportedly|perhaps|potentially) (?=[a-z])")
_LINK = re.compile(r"\b(?:is|are|was|were) (?:linked to|associated with|tied to)\b")
_BOUND = re.compile(r"\b(?:up to|at least|as many as|as much as) (?=[\d$£€])")
# Not “as if”, “even if”, nor the “if” that is a “whether”.
_IF = re.compile(
    r"(?<!\bas)(?<!\beven)(?<!\bsure)(?<!know)(?<!\bsee)(?<!\bask)(?<!\basked)(?<!\bor)"
    r",? (?:if|unless) (?!any|not|so|necessary|possible)[^,.]{12,90}(?=\.$)"
)
_NOT = re.compile(r"\b(?P<verb>is|are|was|were|will|would|has|have|had|can) not (?=[a-z]{3,})(?!only|just|yet)")
_BE = {"be": "is", "have": "has", "do": "does", "go": "goes"}


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
    if found := _IF.search(sentence):
        yield "condition", sentence[: found.start()] + sentence[found.end() :]
    if found := _NOT.search(sentence):
        yield "denial", sentence[: found.start()] + found["verb"] + " " + sentence[found.end() :]


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
            around = [read(text) for text in rng.sample(sentences, min(50, len(sentences)))]
            for kind, copy in [*planted, ("untouched", sentence)]:
                pair = compared(read(copy), [*around, read(sentence)])
                found[kind, pair is not None and (kind == "untouched" or not pair.milder)] += 1
            for kind, copy in planted:
                if kind != "denial":
                    pair = compared(read(sentence), [*around, read(copy)])
                    found[f"{kind}, milder", pair is not None and pair.milder] += 1
    print(f"{'planted':17} {'found':>6} {'of':>6}")
    for kind in dict.fromkeys(kind for kind, _ in sorted(found)):
        hit, of = found[kind, True], found[kind, True] + found[kind, False]
        print(f"{kind:17} {hit:6} {of:6}  {hit / of:.3f}")
    right = sum(n for (kind, hit), n in found.items() if hit and kind != "untouched")
    wrong = found["untouched", True]
    planted_all = sum(n for (kind, _), n in found.items() if kind != "untouched")
    print(f"recall {right / planted_all:.3f}, precision {right / (right + wrong):.3f}")


if __name__ == "__main__":
    main()
