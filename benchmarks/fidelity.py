"""Faults planted in sentences of transcripts given as arguments, and what is made of them.

    python benchmarks/fidelity.py TRANSCRIPT.txt...

Each transcript is held as it is and, by its turns, as WebVTT, as SubRip and as a court's numbered pages. Nothing is
stored: the quotations are drawn from the files at run time, always the same ones for the same files.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hedgelint.annotate.story import Attribution, Quotation, Sentence, Speaker, Story
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.transcript import bare_document
from hedgelint.span import Span

_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?:\[\]()\n\"“”]{40,180}(?<=[a-z]{3})[.!?](?=\s)")
_WORD = re.compile(r"[A-Za-z]{5,}")
_NO_CONDITION = re.compile(r"\b(?:as|what|even|know|see|wonder|ask|asked)$")
_ALTERED = {"altered", "cut"}
WANTED = {
    "untouched": {"verbatim", "surface"},
    "dropped not": _ALTERED,
    "changed number": _ALTERED,
    "other word": _ALTERED,
    "silent cut": _ALTERED,
    "two joined": {"joined"},
    "other speaker": {"misattributed"},
    "not in an ellipsis": _ALTERED,
    "not in a bracket": _ALTERED,
    "not before the first word": _ALTERED,
    "not behind the last word": _ALTERED,
    "condition dropped": _ALTERED,
    "bound dropped": _ALTERED,
    "next speaker's words": {"joined", "misattributed"},
    "the question's words": {"misattributed"},
}
KINDS = ("txt", "vtt", "srt", "pages")


@dataclass(frozen=True, slots=True)
class Plant:
    fault: str
    quote: str
    speaker: str
    kind: str = "full"


def plants(rng: random.Random, said: list[tuple[str, str]], at: int) -> Iterator[Plant]:
    """Faults of one of these sentences; they come with their speakers."""
    sentence, who = said[at]
    yield Plant("untouched", sentence, who)
    if re.search(r"n't\b|\bnot\b", sentence):
        yield Plant("dropped not", re.sub(r"(?<=[a-z])n't\b| not\b", "", sentence, count=1), who)
    if number := re.search(r"\b\d{2,}\b", sentence):
        other = str(int(number.group()) + 7)
        yield Plant("changed number", sentence[: number.start()] + other + sentence[number.end() :], who)
    inner = [m for m in _WORD.finditer(sentence) if 5 < m.start() < len(sentence) - 15]
    if inner:
        word = rng.choice(inner)
        yield Plant("other word", sentence[: word.start()] + "zestful" + sentence[word.end() :], who)
    words = sentence.split()
    if len(words) > 14:
        yield Plant("silent cut", " ".join(words[:5] + words[9:]), who)
    if at + 12 < len(said):
        yield Plant("two joined", f"{sentence} {said[at + 12][0]}", "")
    yield from seams(sentence, who)
    if at + 1 < len(said):
        yield from across(sentence, who, *said[at + 1])


def seams(sentence: str, who: str) -> Iterator[Plant]:
    """A “not”, a condition or a bound that a seam swallows."""
    if found := re.search(r"(?<=[a-z]) not(?= [a-z]+ [a-z]+ [a-z]+)", sentence):
        yield Plant("not in an ellipsis", sentence[: found.start()] + " ..." + sentence[found.end() :], who)
        rest = sentence[found.end() + 1 :]
        if len(rest.split()) > 5:  # fewer words may stand elsewhere without the “not”
            yield Plant("not before the first word", rest, who, "partial")
    if found := re.search(r" (\w+) not(?= [a-z]+ [a-z]+ [a-z]+)", sentence):
        yield Plant("not in a bracket", f"{sentence[: found.start()]} [{found[1]}]{sentence[found.end() :]}", who)
    found = re.search(r" (?:will|have|does|must|were|did|can|are|was|is|do) not ", sentence)
    if found and found.start() > 20:
        yield Plant("not behind the last word", sentence[: found.end() - 5], who)
    found = re.search(r",? if (?!you (?:will|want to know|look)\b)\w+ \w+ \w+[^,]*(?=[.!?]$)", sentence)
    if found and found.start() > 25 and not _NO_CONDITION.search(sentence[: found.start()]):
        yield Plant("condition dropped", sentence[: found.start()] + ".", who)
    found = re.search(r"\b(?:at least|more than|up to|nearly|less than) (?=\$?\d)", sentence)
    if found and found.start() > 8:
        yield Plant("bound dropped", sentence[: found.start()] + "... " + sentence[found.end() :], who)


def across(sentence: str, who: str, following: str, other: str) -> Iterator[Plant]:
    """Words of the next speaker, and the question's words in the mouth of whoever answers it."""
    if who and other and who.split()[-1] != other.split()[-1]:
        yield Plant("next speaker's words", f"{sentence} {following}", who)
        if sentence.endswith("?"):
            yield Plant("the question's words", sentence[:-1], other)


def story_of(plant: Plant) -> Story:
    text = f"It was said. “{plant.quote}”"
    span = Span(13, len(text))
    quotation = Quotation(span, Span(14, len(text) - 1), plant.kind, 0, attribution=0)
    return Story(
        read_plain("story", text),
        sentences=(Sentence(Span(0, 12), 0), Sentence(span, 0)),
        quotations=(quotation,),
        attributions=(Attribution((), (), (), "named", speaker=0 if plant.speaker else None),),
        speakers=(Speaker(plant.speaker, "named", Span(0, 0)),) if plant.speaker else (),
    )


def run(paths: list[str], say: Callable[[str], None], show: int = 0) -> None:
    """`show`: so many of those that came out wrong are shown."""
    lexicons = load_rulebook().lexicons
    comparer, reader = Comparer.of(lexicons), SourceReader.of(lexicons)
    got: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seconds, count = 0.0, 0
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        typed = build_index(reader.of_document(bare_document(path, text)), comparer.normaliser)
        said, turns = list(sentences(typed)), list(turns_of(typed))
        for kind, source in forms(path, typed, turns, reader, comparer):
            rng = random.Random(7)
            for at in range(0, len(said), 3):
                planted = list(plants(rng, said, at))
                if other := another(turns, said[at][1]):
                    planted.append(Plant("other speaker", said[at][0], other))
                for plant in planted:
                    began = time.perf_counter()
                    verdicts = comparer.compare(story_of(plant), [source])
                    seconds += time.perf_counter() - began
                    count += 1
                    verdict = verdicts[0].kind if verdicts else "none"
                    got[plant.fault, kind][verdict] += 1
                    if show and verdict not in WANTED[plant.fault]:
                        show -= 1
                        changes = [(c.story, c.source, c.category) for c in verdicts[0].changes] if verdicts else []
                        say(f"{plant.fault} {kind}: {verdict} {changes} {plant.speaker}: {plant.quote}")
    for fault, wanted in WANTED.items():
        for kind in KINDS:
            total = sum(got[fault, kind].values())
            right = sum(n for verdict, n in got[fault, kind].items() if verdict in wanted)
            told = dict(got[fault, kind].most_common())
            say(f"{fault:26} {kind:6} {right / max(1, total):7.4f}  of {total:5}  {told}")
    say(f"{1000 * seconds / max(1, count):.2f} ms a quotation")


def sentences(source: SourceIndex) -> Iterator[tuple[str, str]]:
    """Sentences of some dozen words, with who says them."""
    transcript = source.transcript
    for match in _SENTENCE.finditer(source.document.text):
        turn = transcript.turn_at(match.start())
        yield match.group(), transcript.turns[turn].speaker if turn >= 0 else ""


def turns_of(source: SourceIndex) -> Iterator[tuple[str, str]]:
    """Speaker and words of every turn."""
    text, turns = source.document.text, source.transcript.turns
    for number, turn in enumerate(turns):
        end = turns[number + 1].start if number + 1 < len(turns) else len(text)
        words = " ".join(text[turn.start : end].split())
        if words:
            yield turn.speaker or "UNIDENTIFIED MALE", words


def another(turns: list[tuple[str, str]], who: str) -> str:
    """A speaker of the source who is not this one."""
    return next((n for n, _ in turns if who and n.split()[-1] != who.split()[-1] and "UNIDENTIFIED" not in n), "")


def forms(
    path: str, typed: SourceIndex, turns: list[tuple[str, str]], reader: SourceReader, comparer: Comparer
) -> Iterator[tuple[str, SourceIndex]]:
    """The transcript as it is, and in the other kinds if it has turns."""
    yield "txt", typed
    if len(turns) > 1:
        written = (as_captions(turns, vtt=True), as_captions(turns, vtt=False), as_pages(turns))
        for kind, text in zip(KINDS[1:], written, strict=True):
            document = bare_document(f"{path}.{kind}", text)
            yield kind, build_index(reader.of_document(document), comparer.normaliser)


def rows(words: str, width: int) -> Iterator[str]:
    row = ""
    for word in words.split():
        if row and len(row) + len(word) >= width:
            yield row
            row = ""
        row = f"{row} {word}" if row else word
    if row:
        yield row


def as_captions(turns: list[tuple[str, str]], *, vtt: bool) -> str:
    """Voices in WebVTT; in SubRip a name at the head of each cue."""
    out = ["WEBVTT\n"] if vtt else []
    number = 0
    for who, words in turns:
        for row in rows(words, 60):
            number += 1
            point = "." if vtt else ","
            times = [f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}{point}000" for s in (2 * number, 2 * number + 2)]
            said = row.replace("&", "&amp;").replace("<", "&lt;") if vtt else row
            said = f"<v {who}>{said}</v>" if vtt else f"{who}: {said}"
            out.append(f"{number}\n{times[0]} --> {times[1]}\n{said}\n")
    return "\n".join(out)


def as_pages(turns: list[tuple[str, str]]) -> str:
    """25 numbered lines a page, with a head and a foot."""
    lines = [f"    {row}" for who, words in turns for row in rows(f"{who}: {words}", 56)]
    out: list[str] = []
    for page, first in enumerate(range(0, len(lines), 25), 41):
        out.append(f"                 STATE v. HARBOUR BOARD                 {page}\n")
        out += [f"{k:2}   {line}" for k, line in enumerate(lines[first : first + 25], 1)]
        out.append("\n                 Northport Reporting\n\f")
    return "\n".join(out)


if __name__ == "__main__":
    run(sys.argv[1:], print)
