"""What kind of story a story is, and what that switches off: opinion, review, live, interview, press release, court."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hedgelint.config.model import Layer
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicon
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

NEWS = "news"
_HEAD = 4  # blocks of a story among which its label stands
_SHORT = 6  # words that a line has at most, to be a label
_FRONT = pattern_of(r"\s*(?:---|\+\+\+|\{)\s*\n")
_FIELD = pattern_of(
    r"^\s*[\"']?(?:profile|type|kind|genre|category|categories|section|layout|format)[\"']?\s*[:=]\s*(?P<values>[^\n]{1,200})",
    re.M | re.I,
)
_ITEM = pattern_of(
    r"^\s*[\"']?(?:categories|sections?|genres?)[\"']?\s*:\s*\n(?P<values>(?:\s*-\s[^\n]{1,80}\n){1,8})", re.M | re.I
)
_VALUE = pattern_of(r"[A-Za-z][\w&' -]*")
_BARS = pattern_of(r"\s*(?:[|:–—]|\s-\s)\s*")
_PLAIN = pattern_of(r"[^a-z0-9&]+")


@dataclass(frozen=True, slots=True)
class Told:
    """The name of a profile, and what said so in words for a person; empty where nothing did."""

    name: str = NEWS
    by: str = ""


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Profiles:
    """Of the list `profiles`."""

    entries: Mapping[str, Mapping[str, Any]]
    _labels: Mapping[str, str] = field(default_factory=dict)
    _folders: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Profiles:
        entries = {entry["term"]: entry for entry in lexicon.entries}
        labels = {_plain(label): name for name, e in entries.items() for label in (name, *e.get("labels", ()))}
        folders = {_plain(folder): name for name, e in entries.items() for folder in e.get("folders", ())}
        return cls(entries, labels, folders)

    def layer(self, name: str) -> Layer:
        """What a profile asks for. Raises KeyError where there is no such profile."""
        entry = self.entries[name]
        milder = dict.fromkeys(entry.get("milder", ()), "suggestion")
        return Layer(ignore=tuple(entry.get("ignore", ())), severity=milder)

    def told_by(self, document: Document) -> Told:
        """The profile that the story's front matter, its own label or its folder names, in this order."""
        for value in _fields(document.source):
            if name := self._labels.get(_plain(value)):
                return Told(name, f"its front matter says “{value.strip()}”")
        for label in _at_head(document):
            if name := self._labels.get(_plain(label)):
                return Told(name, f"it is labelled “{label.strip()}”")
        for folder in reversed(os.path.dirname(document.path).replace(os.sep, "/").split("/")):
            if name := self._folders.get(_plain(folder)):
                return Told(name, f"it lies in “{folder}”")
        return NOTHING_TOLD


def _fields(source: str) -> Iterator[str]:
    opens = _FRONT.match(source[:40])
    if opens is None:
        return
    head = source[opens.end() : 4000]
    for end in ("\n---", "\n+++", "\n}"):
        head = head.partition(end)[0]
    for found in (*_FIELD.finditer(head), *_ITEM.finditer(head)):
        for value in re.split(r"[,\n]", found["values"]):
            if (word := _VALUE.search(value)) is not None:
                yield word.group()


def _at_head(document: Document) -> Iterator[str]:
    """Short lines at the head of the story, and what stands before or behind a bar or a dash in its headline."""
    for part in document.parts[:_HEAD]:
        line = part.span.of(document.text)
        if len(line.split()) <= _SHORT and not line.rstrip().endswith((".", "?", "!")):
            yield line
        if part.kind == "headline" and _BARS.search(line):
            pieces = _BARS.split(line)
            yield from (piece for piece in (pieces[0], pieces[-1]) if len(piece.split()) <= _SHORT - 2)


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", words.lower()).strip()
