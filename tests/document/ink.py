"""A writer of files that remembers where it put every letter: the oracle of the readers' places.

Random prose goes through the writer of a format, each letter in one of the spellings that the format allows, and the
reader has to give the prose back with the same places.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from hedgelint.document.model import Document
from hedgelint.span import Span

EXAMPLES = settings(
    max_examples=int(os.environ.get("HEDGELINT_EXAMPLES", "500")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
SEED = st.integers(0, 2**32)
_PLAIN = "abcdefghijklmnopqrstuvwxyzABC0123456789"
_RARE = "“”‘’\"'&<>—…é£€😀\\/]#;.,:!?ﬁ"


def story(chance: random.Random) -> list[str]:
    """Paragraphs with every letter that some format has to spell in its own way. A letter at each end, so that no
    writer's markup is taken for the words' own; blanks inside only, one at a time."""

    def word() -> str:
        return "".join(chance.choice(_RARE if chance.random() < 0.3 else _PLAIN) for _ in range(chance.randint(1, 8)))

    return ["Q" + " ".join(word() for _ in range(chance.randint(1, 7))) + "z" for _ in range(chance.randint(1, 4))]


Spell = Callable[[str], str]


@dataclass
class Words:
    """Words of the prose and, for each of their letters, the start and end of what stands for it in the file."""

    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Ink:
    """A file being written; `chance` decides between spellings."""

    chance: random.Random
    out: list[str] = field(default_factory=list)
    size: int = 0

    def raw(self, markup: str) -> None:
        self.out.append(markup)
        self.size += len(markup)

    def letter(self, words: Words, letter: str, spelt: str) -> None:
        words.text += letter
        words.places.append((self.size, self.size + len(spelt)))
        self.raw(spelt)

    def words(self, text: str, spell: Spell, *, between: Callable[[], str] = lambda: "") -> Words:
        """`between` gives markup that may stand between any two letters."""
        words = Words()
        for letter in text:
            self.letter(words, letter, spell(letter))
            self.raw(between())
        return words

    @property
    def text(self) -> str:
        return "".join(self.out)


def xml_letter(chance: random.Random) -> Spell:
    """A letter of XML: as itself where it may, or as one of its references."""
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}

    def spell(letter: str) -> str:
        if letter == " " and chance.random() < 0.1:
            return chance.choice(["\n", "  ", "\r\n\t", "\r"])
        if letter in "&<" or (letter in named and chance.random() < 0.5):
            return chance.choice([named[letter], f"&#{ord(letter)};", f"&#x{ord(letter):x};"])
        if letter == ">":
            return "&gt;"
        if letter != " " and chance.random() < 0.1:
            return chance.choice([f"&#{ord(letter)};", f"&#x{ord(letter):X};"])
        return letter

    return spell


def html_letter(chance: random.Random) -> Spell:
    """A letter of HTML: as itself where it may, or as one of its references, also without their last mark."""
    named = {"&": "amp", "<": "lt", ">": "gt", '"': "quot", "“": "ldquo", "”": "rdquo", "’": "rsquo", "£": "pound"}
    named |= {"—": "mdash", "é": "eacute", "…": "hellip"}

    def spell(letter: str) -> str:
        if letter == " ":
            return chance.choice(["\n", "  ", "\r\n\t", "\r"]) if chance.random() < 0.1 else letter
        if letter in "&<" or chance.random() < 0.1:
            ways = [f"&#{ord(letter)};", f"&#x{ord(letter):x};"]
            return chance.choice(ways + ([f"&{named[letter]};"] if letter in named else []))
        return letter

    return spell


def json_letter(chance: random.Random) -> Spell:
    """A letter of a string of JSON, as itself or escaped."""
    short = {'"': '\\"', "\\": "\\\\", "/": "\\/", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

    def spell(letter: str) -> str:
        if letter in short and (letter != "/" or chance.random() < 0.5):
            return short[letter]
        if chance.random() < 0.15:
            units = letter.encode("utf-16-be").hex()
            return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
        return letter

    return spell


def within(outer: Spell, inner: Spell) -> Spell:
    """A letter spelt in one language, the spelling written in another."""
    return lambda letter: "".join(outer(one) for one in inner(letter))


class Tags:
    """Markup between two letters that changes nothing about the words: tags opened and closed, comments."""

    def __init__(self, chance: random.Random, names: list[str], others: list[str], spell: Spell = str) -> None:
        self._chance, self._names, self._others, self._spell = chance, names, others, spell
        self._opened: list[str] = []

    def __call__(self) -> str:
        if self._chance.random() < 0.92:
            return ""
        if self._opened and self._chance.random() < 0.5:
            return self._written(f"</{self._opened.pop()}>")
        if self._chance.random() < 0.6:
            self._opened.append(self._chance.choice(self._names))
            return self._written(f"<{self._opened[-1]}>")
        return self._written(self._chance.choice(self._others))

    def close(self) -> str:
        """The tags that end all those that are open."""
        out = "".join(f"</{name}>" for name in reversed(self._opened))
        self._opened.clear()
        return self._written(out)

    def _written(self, markup: str) -> str:
        return "".join(self._spell(letter) for letter in markup)


def assert_placed(document: Document, expected: list[Words], chance: random.Random) -> None:
    """The parts are these words in this order, each letter where the writer put it, and so is any stretch of them."""
    assert [part.span.of(document.text) for part in document.parts] == [words.text for words in expected]
    for part, words in zip(document.parts, expected, strict=True):
        start = part.span.start
        for number, place in enumerate(words.places):
            assert tuple(document.map.source(Span(start + number, start + number + 1))) == place
        for _ in range(5):
            first = chance.randrange(len(words.text))
            last = chance.randrange(first, len(words.text))
            span = document.map.source(Span(start + first, start + last + 1))
            assert tuple(span) == (words.places[first][0], words.places[last][1])
