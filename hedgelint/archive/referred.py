"""How a story refers to its sources: by which pronoun, with which title. Only what the text itself says counts; a first
name tells nothing."""

from __future__ import annotations

import re
from collections import defaultdict

from hedgelint.annotate.story import Story
from hedgelint.patterns import pattern_of
from hedgelint.summary.voices import owner_of

UNKNOWN = "unknown"
_PRONOUNS = {"she": "she", "her": "she", "he": "he", "him": "he", "they": "they"}
_PEOPLE = ("named", "role", "pronoun")
# A title and the name behind it, of which the last word counts: Mrs Anne Hale.
_TITLED = pattern_of(
    r"\b(Mrs|Miss|Ms|Mr|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev|Fr|Capt|Col|Gen|Sgt|Judge|Justice)\.?\s+"
    r"((?:[A-ZÀ-Þ][\w’'-]*\.?\s+){0,2}[A-ZÀ-Þ][\w’'-]+)"
)
_HIS_OR_HERS = {
    **dict.fromkeys(("Mr", "Sir", "Lord"), "he"),
    **dict.fromkeys(("Mrs", "Miss", "Ms", "Dame", "Lady", "Baroness"), "she"),
}
_POSSESSIVE = pattern_of(r"[’']s?$", re.I)


class Referred:
    """Of one story."""

    def __init__(self, story: Story) -> None:
        text = story.document.text
        self._pronouns: dict[str, set[str]] = defaultdict(set)
        for number, said in enumerate(story.attributions):
            word = said.named(text).lower()
            if said.speaker is not None and word in _PRONOUNS and story.speakers[said.speaker].kind in _PEOPLE:
                self._pronouns[owner_of(story, number)].add(_PRONOUNS[word])
        self._titles: dict[str, set[str]] = defaultdict(set)
        for match in _TITLED.finditer(text):
            self._titles[_last(match[2])].add(match[1])
        shared: dict[str, set[str]] = defaultdict(set)
        for speaker in story.speakers:
            shared[_last(speaker.name)].add(speaker.name)
        # Two of one surname: whose title it is, the surname does not say.
        self._doubtful = {last for last, names in shared.items() if len(names) > 1}

    def of(self, name: str) -> tuple[str, str]:
        """(pronoun, title) of a source: she, he or they, and a title as the story writes it, without its point. Each is
        unknown where the story has none, or several; both are where one speaks against the other."""
        last = _last(name)
        pronoun = _only(self._pronouns.get(name, set()))
        title = _only(set() if last in self._doubtful else self._titles.get(last, set()))
        agree = title not in _HIS_OR_HERS or pronoun in (_HIS_OR_HERS[title], "they", UNKNOWN)
        return (pronoun, title) if agree else (UNKNOWN, UNKNOWN)


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else UNKNOWN


def _last(name: str) -> str:
    return _POSSESSIVE.sub("", name.rpartition(" ")[2])
