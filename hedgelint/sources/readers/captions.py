"""WebVTT, SubRip and SBV: cues, each with its time; voices; rows that roll."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of
from hedgelint.sources.readers.labels import LabelWords, find_labels, person
from hedgelint.sources.readers.pages import Line, lines_of
from hedgelint.sources.transcript import Said, Turn
from hedgelint.span import Span
from hedgelint.values import dataclass

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
ARROW = pattern_of(rf"^[ \t]*({_TIME})(?:[ \t]*-->[ \t]*|,)({_TIME})(?:[ \t][^\n]*)?$")  # a comma in SBV
_TOKEN = pattern_of(
    r"<v(?P<classes>(?:\.[^\s>]*)?)[ \t]+(?P<voice>[^>\n]*)>|<\d[\d:.]*>|</?[a-zA-Z][^<>\n]{0,80}>|\{\\[^{}\n]*\}"
    r"|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});|&gt;&gt;"
)
_INLINE_TIME = pattern_of(r"<\d[\d:.]*>")
_BLOCK = pattern_of(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_CHANGE = pattern_of(r"(?:^|(?<=\s))(?:>>+(?=\s|$)|[-–][ \t](?=\S))", re.M)
_SHORTEST = 0.05  # seconds; a rolling row stands alone for ten thousandths of a second


@dataclass(slots=True)
class Cue:
    begins: str
    seconds: tuple[float, float]
    lines: list[Line]


def is_captions(text: str) -> bool:
    return any(ARROW.match(line) for line in text[:4000].split("\n"))


def cues_of(text: str) -> list[Cue]:
    """A line with an arrow makes a cue, whatever stands before it; a blank line ends it, but not a line of one blank
    before the words of a rolling cue, and in SubRip only before the next head: players show what stands below it."""
    web = _is_web(text)
    out: list[Cue] = []
    current: Cue | None = None
    lines = lines_of(text)
    block = False
    for number, line in enumerate(lines):
        match = ARROW.match(line.text)
        if match:
            current = Cue(_clock(match[1]), (_seconds(match[1]), _seconds(match[2])), [])
            out.append(current)
            block = False
        elif _BLOCK.match(line.text) and (number == 0 or not lines[number - 1].text.strip()):
            block, current = True, None
        elif not line.text.strip():
            if block or (web and current is not None and current.lines) or _next_is_head(lines, number):
                block, current = False, None
        elif current is not None and not block:
            current.lines.append(line)
    return out


def read_captions(
    document: Document, words: LabelWords
) -> tuple[Document, str, list[Turn], list[tuple[int, str]], list[Span]]:
    """The words as a document, the kind, the turns, the times, and labels within the words, which nobody says."""
    cues = list(_once(cues_of(document.text)))
    said = Said()
    turns: list[Turn] = []
    marks: list[tuple[int, str]] = []
    heads: list[tuple[int, int]] = []  # where a cue's words begin and end
    source = document.text
    for cue in cues:
        marks.append((said.size, cue.begins))
        begins = said.size
        if turns:  # a voice ends with its cue
            turns.append(Turn(begins, "", "machine"))
        for line in cue.lines:
            _line(said, source, line, turns)
            if line.end < len(source):
                said.put("\n", line.end, line.end + 1)
        heads.append((begins, said.size))
    built = said.document(document)
    gone: list[Span] = []
    if not turns:
        turns, gone = by_labels(built.text, heads, words)
    else:
        turns = spoken(turns, built.text)
    kind = "WebVTT" if _is_web(source) else "SubRip" if "-->" in source else "SBV"
    return built, kind, turns, marks, gone


def _is_web(text: str) -> bool:
    return text.lstrip().startswith("WEBVTT")


def spoken(turns: list[Turn], text: str) -> list[Turn]:
    """Turns in which something is said."""
    ends = [turn.start for turn in turns[1:]] + [len(text)]
    return [turn for turn, end in zip(turns, ends, strict=True) if turn.speaker or text[turn.start : end].strip()]


def _line(said: Said, source: str, line: Line, turns: list[Turn]) -> None:
    at = line.start
    for token in _TOKEN.finditer(source, line.start, line.end):
        said.add(source[at : token.start()], at)
        at = token.end()
        if token["voice"] is not None:
            name = person(html.unescape(token["voice"]).strip())
            known = name and name.upper() not in ("[NA]", "NA", "N/A") and not name.lower().startswith("unknown")
            turns.append(Turn(said.size, name if known else "", "machine"))
        elif token.group() == "</v>":
            turns.append(Turn(said.size, "", "machine"))
        elif token.group().startswith("&"):
            letter = html.unescape(token.group())
            if len(letter) == 1:
                said.put(" " if letter in "\u200b\u200e\u200f" else letter, *token.span())
            else:
                said.add(token.group(), token.start())
    said.add(source[at : line.end], at)


def by_labels(text: str, heads: list[tuple[int, int]], words: LabelWords) -> tuple[list[Turn], list[Span]]:
    """`Name:` at the head of a cue, and at a later line of it where the cue begins with one or another one with just
    this; `>>` and `- ` wherever somebody else begins."""
    begins = [start for start, _ in heads]
    found = [label for label in find_labels(text, words, machine=True) if ":" in label.span.of(text)]
    first = {label.span.start: label.span.of(text) for label in found if label.span.start in set(begins)}
    known = set(first.values())
    labels = [
        label
        for label in found
        if label.span.of(text) in known or begins[bisect_right(begins, label.span.start) - 1] in first
    ]
    turns: list[Turn] = []
    last = ""
    for label in labels:
        written = label.span.of(text)
        if written != last:  # the name stands again at the head of each cue, known or not
            turns.append(Turn(label.span.end, label.name, label.kind, label.asks))
        last = written
    gone = [label.span for label in labels]
    dashes = len(re.findall(r"^[-–][ \t]", text, re.M))
    for change in _CHANGE.finditer(text):
        dash = change.group()[0] in "-–"
        if dash and (dashes < 1 or (change.start() and text[change.start() - 1] != "\n")):
            continue
        gone.append(Span(*change.span()))
        if not any(label.span.start <= change.start() < label.span.end for label in labels):
            turns.append(Turn(change.end(), "", "change"))
    return turns, gone


def _once(cues: list[Cue]) -> Iterator[Cue]:
    """Rows of a rolling caption once each. Automatic captions show a row while it grows, alone, and above the next."""
    timed = sum(any(_INLINE_TIME.search(line.text) for line in cue.lines) for cue in cues)
    if timed * 5 > len(cues):
        for cue in cues:
            if cue.seconds[1] - cue.seconds[0] >= _SHORTEST and cue.lines:
                yield Cue(cue.begins, cue.seconds, cue.lines[-1:])
        return
    rolling = _rolling(cues)
    last: Cue | None = None
    for cue in cues:
        lines = cue.lines
        if last is not None and "<u>" in _whole(cue) and _bare(cue) == _bare(last):
            continue  # one sentence, a word of it lit at a time
        if last is not None and rolling:
            lines = lines[_common(last.lines, lines) :]
        last = cue
        if lines:
            yield Cue(cue.begins, cue.seconds, lines)


def _whole(cue: Cue) -> str:
    return "\n".join(line.text.strip() for line in cue.lines)


def _bare(cue: Cue) -> str:
    return re.sub(r"</?u>", "", _whole(cue))


def _rolling(cues: list[Cue]) -> bool:
    """Whether rows come again above the next ones throughout: a word may also be said twice."""
    pairs = list(pairwise(cues))
    instant = any(0 <= cue.seconds[1] - cue.seconds[0] < _SHORTEST for cue in cues)
    again = sum(_common(a.lines, b.lines) > 0 for a, b in pairs)
    return again > 0 and (instant or (again > 2 and again * 3 > len(pairs)))


def _common(before: list[Line], after: list[Line]) -> int:
    """How many rows the end of one cue and the beginning of the next have in common."""
    for size in range(min(len(before), len(after)), 0, -1):
        if [line.text.strip() for line in before[-size:]] == [line.text.strip() for line in after[:size]]:
            return size
    return 0


def _next_is_head(lines: list[Line], number: int) -> bool:
    """Whether a cue's head, a block or the end follows a blank line."""
    following = [line.text for line in lines[number + 1 : number + 4]]
    if not following:
        return True
    return bool(ARROW.match(following[0])) or (
        len(following) > 1 and bool(ARROW.match(following[1])) and not lines[number].text
    )


def _clock(time: str) -> str:
    hours, minutes, seconds = ["0", *time.replace(",", ".").split(":")][-3:]
    whole, _, part = seconds.partition(".")
    return f"{int(hours):02}:{int(minutes):02}:{int(whole):02}.{part.ljust(3, '0')}"


def _seconds(time: str) -> float:
    hours, minutes, seconds = ["0", *time.replace(",", ".").split(":")][-3:]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
