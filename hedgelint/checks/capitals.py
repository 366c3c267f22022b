from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, straight
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, demand
from hedgelint.checks.pattern import parts_of
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

STYLES = ("sentence", "title", "lower", "upper")
_BOOKS = ("ap", "chicago")
_WORD = pattern_of(r"\w[\w'’&./-]*(?<![.'’/-])")
_STOP = pattern_of(r"(?:(?<![A-Z])\.|[?!:])[”\"’')]*\s*\Z")  # not that of U.S.
_JOINED = pattern_of(r"(?:[ \n]|[ \n]of[ \n](?:the[ \n])?)\Z")


@dataclass(frozen=True, slots=True)
class Capitals:
    """How the words of a heading are spelt: with capitals as in a sentence, as in a title, or none, or all.

    The match is the first word that is spelt otherwise. `exceptions` are words that are left alone; so are words that
    the story has with a capital inside a sentence, since they are names, and words of which every letter is a capital.
    A house that prints only one style for titles has `book: chicago`, under which all prepositions are small.
    """

    kind: ClassVar[str] = "capitals"
    keys: ClassVar[Mapping[str, str]] = {"style": "string", "book": "string", "exceptions": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("style",),)
    style: str
    exceptions: frozenset[str]
    small: frozenset[str]
    parts: frozenset[str] | None = None  # the kinds that are in the rule's scope: headings, as a rule

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("style",), keys["style"], STYLES, "style of capitals")
        demand(("book",), keys.get("book", "ap"), _BOOKS, "book")
        entries = lexicons["title-words"].entries if keys["style"] == "title" else ()
        long = keys.get("book") == "chicago"
        small = frozenset(entry["term"] for entry in entries if long or entry.get("book") != "chicago")
        words = (part for word in keys.get("exceptions", ()) for part in (word, *word.split()))
        return cls(keys["style"], frozenset(map(straight, words)), small, parts_of(keys))

    def fields(self) -> Collection[str]:
        return ("heading",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        parts = [part for part in story.document.parts if self.parts is None or part.kind in self.parts]
        names = self._names(story) if parts and self.style in ("sentence", "lower") else frozenset()
        for part in parts:
            words = [Span(*m.span()) for m in _WORD.finditer(text, *part.span)]
            known = _with_neighbours(text, words, names)
            for number, word in enumerate(words):
                spelt = straight(word.of(text))
                if spelt in self.exceptions or not spelt[0].isalpha():
                    continue
                begins = self._stopped(text[part.span.start : word.start])
                if self._is_wrong(spelt, number == 0, begins, number == len(words) - 1, known):
                    yield Match(word, {"heading": " ".join(part.span.of(text).split())})
                    break

    def _is_wrong(self, word: str, first: bool, begins: bool, last: bool, names: frozenset[str]) -> bool:
        """`begins`: behind a stop or a colon, where a house may have either letter in a sentence."""
        match self.style:
            case "upper":
                return word != word.upper()
            case "lower":
                return word != word.lower() and word not in names
            case "title":
                return word[0].islower() and (first or begins or last or word.lower() not in self.small)
        if first:
            return word == word.lower()
        several = sum(letter.isupper() for letter in word) > word.count("-") + 1  # MEPs, McKay
        return not begins and word[0].isupper() and not several and len(word) > 1 and not _is_name(word, names)

    def _stopped(self, before: str) -> bool:
        return _STOP.search(before[-8:]) is not None

    def _names(self, story: Story) -> frozenset[str]:
        """Words that stand with a capital where no sentence and no quotation begins, outside headings."""
        text, out = story.document.text, {"I", "I'm", "I've", "I'll", "I'd"}
        heads = ("headline", "subhead", "standfirst")
        for sentence in story.sentences:
            if story.document.parts[sentence.part].kind in heads:
                continue
            out.update(word for word in _WORD.findall(text, *sentence.span)[1:] if word[0].isupper())
        out = set(map(straight, out))
        out |= {word.removesuffix("'s") for word in out}
        return frozenset(out | {f"{name}'s" for name in out})


def _is_name(word: str, names: frozenset[str]) -> bool:
    """Itself, or each piece of it that has a capital (Russia-Turkey)."""
    return word in names or all(piece in names or piece[:1].islower() for piece in word.split("-"))


def _with_neighbours(text: str, words: Sequence[Span], names: frozenset[str]) -> frozenset[str]:
    """The names, with words that have a capital beside one of them: a first name, the Bank of a country."""
    found = set(names)
    for one, other in pairwise(word for word in words if word.of(text) not in ("of", "the")):
        left, right = straight(one.of(text)), straight(other.of(text))
        apart = text[one.end : other.start]
        if not (apart in (" ", "\n") or _JOINED.match(apart)) or not (left[:1].isupper() and right[:1].isupper()):
            continue
        if left in names:
            found.add(right)
        if right in names:
            found.add(left)
    return frozenset(found)
