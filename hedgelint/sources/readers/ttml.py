"""Captions in TTML (TTML 1 and 2, IMSC, EBU-TT-D, DFXP): paragraphs, each with its time; agents are who speaks.

W3C, Timed Text Markup Language 2: content is what stands in `p` and `span`; times are those of the parent and one's own
added up; `ttm:agent` holds for all that is inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.document.model import Document
from hedgelint.document.xml_tree import Element, parse_xml
from hedgelint.patterns import pattern_of
from hedgelint.sources.readers.captions import by_labels, spoken
from hedgelint.sources.readers.labels import LabelWords
from hedgelint.sources.transcript import Said, Turn
from hedgelint.span import Span
from hedgelint.values import dataclass, field

_ROOT = pattern_of(r"<(?:[\w.-]+:)?tt\b[^>]*\bns/ttml|<(?:[\w.-]+:)?tt\b[^>]*/ttaf1")
_CLOCK = pattern_of(r"(\d{2,6}):(\d\d):(\d\d)(?:\.(\d{1,9})|:(\d{1,6})(?:\.\d+)?)?")
_OFFSET = pattern_of(r"(\d{1,15}(?:\.\d{1,9})?)(ms|[hmsft])")
_UNSAID = ("text", "textContainer", "delimiter")  # of tts:ruby: the reading above a name
_FULL = ("full", "alias")


def is_ttml(text: str) -> bool:
    return _ROOT.search(text, 0, 4000) is not None


@dataclass(slots=True)
class _Reading:
    names: dict[str, str]
    frames: float
    ticks: float
    said: Said = field(default_factory=Said)
    turns: list[Turn] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    heads: list[tuple[int, int]] = field(default_factory=list)

    def parts(self, holder: Element, since: float, agent: str) -> None:
        for element in holder.elements("div", "p"):
            begins = since + self.seconds(element)
            speaks = _attribute(element, "agent") or agent
            if element.name == "div":
                self.parts(element, begins, speaks)
                continue
            start = self.said.size
            self.marks.append((start, _mark(begins)))
            self._speaks(speaks)
            self._words(element, speaks)
            self.heads.append((start, self.said.size))
            self.said.put("\n", element.end - 1, element.end)

    def _words(self, holder: Element, agent: str) -> None:
        for child in holder.children:
            if isinstance(child, tuple):
                words, start, end = child
                if end - start == len(words):
                    self.said.add(words.replace("\n", " "), start)
                else:
                    self.said.put(words, start, end)
            elif child.name == "br":
                self.said.put("\n", child.start, child.end)
            elif child.name == "span" and _attribute(child, "ruby") not in _UNSAID:
                own = _attribute(child, "agent")
                if own:
                    self._speaks(own)
                self._words(child, own or agent)
                if own:
                    self._speaks(agent)

    def _speaks(self, agent: str) -> None:
        """Two agents at once are nobody that could be told."""
        name = self.names.get(agent, "")
        if name or self.turns:
            self.turns.append(Turn(self.said.size, name, "typed"))

    def seconds(self, element: Element) -> float:
        written = element.attributes.get("begin", "").strip()
        if match := _CLOCK.fullmatch(written):
            hours, minutes, seconds, part, frames = match.groups(default="0")
            return int(hours) * 3600 + int(minutes) * 60 + float(f"{seconds}.{part}") + int(frames) / self.frames
        if match := _OFFSET.fullmatch(written):
            one = {"ms": 0.001, "h": 3600.0, "m": 60.0, "s": 1.0, "f": 1 / self.frames, "t": 1 / self.ticks}
            return float(match[1]) * one[match[2]]
        return 0.0


def read_ttml(
    document: Document, words: LabelWords
) -> tuple[Document, str, list[Turn], list[tuple[int, str]], list[Span]]:
    """As `read_captions`. Raises InputError for what is no XML."""
    root = parse_xml(document.text, document.path).root
    frames = _number(_attribute(root, "frameRate")) or 30.0
    reading = _Reading(dict(_agents(root)), frames, _number(_attribute(root, "tickRate")) or frames)
    for body in root.elements("body"):
        reading.parts(body, reading.seconds(body), _attribute(body, "agent"))
    built = reading.said.document(document)
    if any(turn.speaker for turn in reading.turns):
        return built, "TTML", spoken(reading.turns, built.text), reading.marks, []
    turns, gone = by_labels(built.text, reading.heads, words)
    return built, "TTML", turns, reading.marks, gone


def _agents(root: Element) -> Iterator[tuple[str, str]]:
    """(id, name) of the agents that have one: in full, else as they are called, else family name behind given name."""
    for agent in root.below("agent"):
        named = {one.attributes.get("type", ""): " ".join(one.words.split()) for one in agent.elements("name")}
        parts = [named[kind] for kind in ("given", "family") if named.get(kind)]
        name = next((named[kind] for kind in _FULL if named.get(kind)), " ".join(parts))
        if name:
            yield agent.attributes.get("xml:id", ""), name


def _attribute(element: Element, name: str) -> str:
    """By its name without prefix."""
    return next((said.strip() for key, said in element.attributes.items() if key.rpartition(":")[2] == name), "")


def _number(written: str) -> float:
    return float(written) if written.isdecimal() and len(written) < 10 else 0.0


def _mark(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
