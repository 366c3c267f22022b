"""What a source is called: the name without its titles, the abbreviation that a story gives an institution."""

from __future__ import annotations

import re

from hedgelint.annotate.attributions.closed import word_set
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_WORD = pattern_of(r"[^\s,()“”\"]+")
_PARTICLES = word_set("de van von der den del della di da al el bin ibn la le du dos")
_CUT = pattern_of(r",|\(|“|\"|—|–| who\b| whose\b| which\b| that\b")
_KIN = pattern_of(r"(?:his|her|their|my)\b|.*[’']s? [a-z-]+\Z", re.I)  # his wife, Mr Hale's wife
_CALLED = pattern_of(r"\s(?:[A-Z][\w.’'-]*|of|de|van|von|al|bin)(?:\s(?:[A-Z][\w.’'-]*|of|de|van|von|al|bin)){0,4}")
_OWNS = ("’s", "'s", "s’", "s'")
_ARTICLE = pattern_of(r"^(?:the|an?)\s+", re.I)
_POSSESSIVE = pattern_of(r"[’']s?$")
# Capitalised words, small ones between them allowed, and an abbreviation of them in brackets.
_DEFINED = pattern_of(
    r"((?:[A-Z][\w’'&-]*)(?: (?:of|the|and|for|on|in|to|[A-Z][\w’'&-]*)){1,9}) \(([A-Z][A-Za-z]{1,7})\)"
)

_SHORT = pattern_of(r"\([A-Z][A-Za-z]{1,7}\)")


@dataclass(frozen=True, slots=True)
class Name:
    """`words` are a person's given names and surname, or what an institution is called, its article left out;
    `gender` is m or f where a title tells it."""

    words: tuple[str, ...]
    person: bool
    gender: str = ""

    @property
    def last(self) -> str:
        return self.words[-1].lower()

    def __str__(self) -> str:
        return " ".join(self.words)


class Names:
    """Reads the name out of a source, by the list `titles`."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._titles = {
            form.lower(): str(entry.get("gender", ""))
            for entry in lexicons["titles"].entries
            for form in (entry["term"], *entry.get("forms", ()))
        }
        self._openings = frozenset(title.split(" ", 1)[0] for title in self._titles)

    def of(self, source: str) -> Name | None:
        """None where there is no word in it. “The union's secretary, Ida Hale,” is called Ida Hale."""
        head, *rest = _CUT.split(source[:200], maxsplit=2)
        name = self._of(head)
        if rest and name is not None and not name.person and (_KIN.match(head) or len(rest[0].split()) > 1):
            apposed = self._of(rest[0].strip()) if _CALLED.fullmatch(rest[0]) else None
            return apposed if apposed is not None and apposed.person else name
        return name

    def _of(self, head: str) -> Name | None:
        words = [match.group() for match in _WORD.finditer(_ARTICLE.sub("", head, count=1))]
        while words and not words[-1][0].isupper() and words[-1] in ("on", "in", "at", "of", "from"):
            words.pop()
        if not words:
            return None
        at, gender = 0, ""
        for i, word in enumerate(words):
            if word.lower() not in self._openings:
                continue
            for size in (3, 2, 1):
                title = " ".join(words[i : i + size]).lower()
                if title in self._titles:
                    at, gender = i + size, self._titles[title] or gender
                    break
        run = _capitals(words, at) or _capitals(words, 0)
        titled = 0 < at < len(words) and (words[at][0].isupper() or words[at] in _PARTICLES)
        if titled and any(word.endswith(_OWNS) and words[i + 1][0].islower() for i, word in enumerate(words[:-1])):
            titled = False  # Mr Hale's lawyer
        small_head = not words[-1][0].isupper() and not titled
        if run and not small_head and (titled or len(run) >= 2 or len(words) == 1):
            return Name(tuple(_POSSESSIVE.sub("", word) for word in run), True, gender)
        return Name((*words[:-1], _POSSESSIVE.sub("", words[-1])), False)


def _capitals(words: list[str], start: int) -> list[str]:
    """The first run of capitalised words from `start` on that two or more make, or else the first at all."""
    runs: list[list[str]] = [[]]
    for word in words[start:]:
        if word[0].isupper() or (word in _PARTICLES and (runs[-1] or start)):
            runs[-1].append(word)
        if (not word[0].isupper() and word not in _PARTICLES) or word.endswith(("’s", "'s")):
            runs.append([])
    full = [run for run in runs if run]
    return next((run for run in full if len(run) > 1), full[0] if full else [])


def abbreviations(text: str) -> dict[str, str]:
    """Long names by their abbreviations, both in lower case, where the story itself explains them: the Ministry of
    Defence (MoD). The letters must be initials of the words, in order."""
    found: dict[str, str] = {}
    if _SHORT.search(text) is None:
        return found
    for match in _DEFINED.finditer(text):
        words, short = match[1].split(), match[2].lower()
        for start in range(len(words)):
            initials = "".join(word[0].lower() for word in words[start:] if word[0].isupper() or len(short) > 2)
            capitals = "".join(word[0].lower() for word in words[start:] if word[0].isupper())
            if short in (initials, capitals):
                found.setdefault(short, " ".join(words[start:]).lower())
                break
    return found
