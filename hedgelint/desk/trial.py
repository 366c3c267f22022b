"""A rule held against an archive: how often it speaks, where, beside which other rules; a sample to judge."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from math import sqrt
from pathlib import PurePath
from random import Random

from hedgelint.annotate.story import Story
from hedgelint.desk.fingerprint import fingerprints
from hedgelint.finding import Finding, Result

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REACH = 90  # code points on either side of the words


@dataclass(frozen=True, slots=True)
class Sample:
    """A finding in its context. `key` names it in whatever place it stands: the story's path and a fingerprint."""

    key: str
    path: str
    line: int
    column: int
    before: str
    words: str
    after: str
    message: str


@dataclass(slots=True)
class Share:
    """How much of an archive's stories and words there is, and how often the rule spoke."""

    stories: int = 0
    words: int = 0
    hits: int = 0


@dataclass(slots=True)
class Trial:
    """`sample` is drawn with a fixed seed while the stories come, each hit with the same chance; the same stories in
    the same order give the same sample. `beside` counts the rules that speak of words of the same place."""

    rule: str
    size: int
    seed: int = 0
    whole: Share = field(default_factory=Share)
    struck: int = 0  # stories with a hit
    years: dict[str, Share] = field(default_factory=dict)
    folders: dict[str, Share] = field(default_factory=dict)
    beside: Counter[str] = field(default_factory=Counter)
    alone: int = 0  # hits at which no other rule speaks
    sample: list[Sample] = field(default_factory=list)
    _chance: Random = field(default_factory=Random)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)

    def add(self, story: Story, result: Result) -> None:
        found = [one for one in zip(result.findings, fingerprints(result), strict=True) if one[0].suppressed is None]
        hits = [(finding, mark) for finding, mark in found if finding.rule == self.rule]
        others = [finding for finding, _ in found if finding.rule != self.rule]
        path = result.path.partition("#")[0]
        year = _YEAR.search(path)
        words = len(story.document.text.split())
        for share in (
            self.whole,
            *([self.years.setdefault(year.group(), Share())] if year else []),
            self.folders.setdefault(str(PurePath(path).parent), Share()),
        ):
            share.stories, share.words, share.hits = share.stories + 1, share.words + words, share.hits + len(hits)
        self.struck += bool(hits)
        for number, (finding, mark) in enumerate(hits, self.whole.hits - len(hits)):
            rules = {other.rule for other in others if _overlap(finding, other)}
            self.beside.update(rules)
            self.alone += not rules
            self._draw(number, finding, f"{result.path} {mark}", result.source)

    def _draw(self, number: int, finding: Finding, key: str, source: str) -> None:
        """`number` counts all hits from 0: each has the same chance to stand in the sample at the end."""
        place = len(self.sample) if number < self.size else self._chance.randrange(number + 1)
        if place >= self.size:
            return
        drawn = _sample(finding, key, source)
        if place == len(self.sample):
            self.sample.append(drawn)
        else:
            self.sample[place] = drawn


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start.offset < other.end.offset and other.start.offset < one.end.offset


def _sample(finding: Finding, key: str, source: str) -> Sample:
    start, end = finding.start, finding.end
    before = source[max(0, start.offset - _REACH) : start.offset]
    after = source[end.offset : end.offset + _REACH]
    # A word that is cut in half at either end goes.
    before = before.partition(" ")[2] if start.offset > _REACH else before
    after = after.rpartition(" ")[0] if end.offset + _REACH < len(source) else after
    return Sample(
        key,
        finding.path,
        start.line,
        start.column,
        _folded(before),
        _folded(source[start.offset : end.offset]),
        _folded(after),
        finding.message,
    )


def _folded(text: str) -> str:
    """On one line; a blank at either end stays."""
    return re.sub(r"\s+", " ", text)


def wilson(right: int, judged: int) -> tuple[float, float]:
    """From and to, between which the share of right ones lies 19 times in 20 (Wilson 1927); (0, 1) of none."""
    if not judged:
        return 0.0, 1.0
    z, share = 1.959964, right / judged
    middle = share + z * z / (2 * judged)
    half = z * sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    return (middle - half) / (1 + z * z / judged), (middle + half) / (1 + z * z / judged)
