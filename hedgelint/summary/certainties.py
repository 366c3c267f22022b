"""Every word of a story that says how sure, whose it is, and where it stands between 0 and 100."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.story import Story
from hedgelint.checks.confidence import Owners
from hedgelint.finding import Place
from hedgelint.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """`bands` are per cent by scale, empty where no scale has the word; `owner` as a person would put it."""

    words: str
    start: Place
    owner: str
    kind: str
    group: str
    bands: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Certainties:
    path: str
    words: tuple[Word, ...]

    def scales(self) -> tuple[str, ...]:
        """In the order in which the words bring them up."""
        return tuple(dict.fromkeys(scale for word in self.words for scale in word.bands))


def certainties_of(story: Story) -> Certainties:
    """In the order of the story; hedges and boosters only, a vague quantity states no confidence."""
    owners = Owners(story)
    found = []
    for word in story.confidence:
        if word.kind in ("hedge", "booster"):
            start, _ = story.document.map.source(word.span)
            words = " ".join(word.span.of(story.document.text).split())
            found.append(
                Word(words, story.document.lines.place(start), owners.of(word), word.kind, word.group, word.bands)
            )
    return Certainties(story.document.path, tuple(found))
