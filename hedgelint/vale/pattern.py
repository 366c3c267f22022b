"""An expression of Vale: the words it amounts to, where it is no more than words; something it matches; the same
expression for the text of a newspaper, which has curly marks and folded lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

_MOST = 48  # spellings that an expression is written out in
_SIGNS = {"d": "3", "D": "a", "w": "a", "W": " ", "s": " ", "S": "a", "n": "\n", "t": "\t", "r": "\n"}
_ZERO = "bBAZzG"
_OPENED = re.compile(r"(?<!\\)\(\?P?\Z")
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(,\d*)?\}|\{,(\d+)\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]")
_PROPERTY = re.compile(r"\\[pP](?:\{\^?\w+\}|\w)")
_GROUP = re.compile(r"\((?:\?(?:P?<(?![=!])\w+>|[imsx-]*:|[=!]|<[=!]|[imsx-]+\)|>|#[^)]*\)))?")
_CURLY = {"'": "'’", '"': '"“”'}
_TRIED = "aA3 -.,;:!?\"'(/$%é…"


@dataclass(frozen=True, slots=True)
class Like:
    """`spellings` is everything that is matched, None where that has no end or hangs on what stands beside it; `sample`
    one thing that is matched, as a rule."""

    spellings: tuple[str, ...] | None
    sample: str


def read(pattern: str) -> Like:
    """Raises ValueError for what is no expression."""
    reader = _Reader(pattern)
    like = reader.alternatives()
    if reader.at < len(pattern):
        raise ValueError("a bracket is closed that was not opened")
    return like


class _Reader:
    """Goes over an expression once. Every method begins at `at` and leaves it behind what it has read."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0
        self.groups: list[Like] = []

    def alternatives(self) -> Like:
        found = [self.sequence()]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found.append(self.sequence())
        return Like(_joined(like.spellings for like in found), found[0].sample)

    def sequence(self) -> Like:
        spellings: tuple[str, ...] | None = ("",)
        sample = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            like = self.quantified(self.atom())
            spellings, sample = _after(spellings, like.spellings), sample + like.sample
        return Like(spellings, sample)

    def quantified(self, like: Like) -> Like:
        quantifier = _QUANTIFIER.match(self.pattern, self.at)
        if quantifier is None:
            return like
        self.at = quantifier.end()
        if self.pattern[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        sign, blank = quantifier.group(), like.spellings == (" ",)
        if sign == "?":
            return Like(_joined((like.spellings, ("",))), like.sample if blank else "")
        if sign == "+":
            return like if blank else Like(None, like.sample)
        if sign == "*":
            return Like((" ", ""), " ") if blank else Like(None, "")
        times = int(quantifier[1] or 0)
        exactly = quantifier[1] and not quantifier[2] and like.spellings and len(like.spellings) == 1
        return Like((like.spellings[0] * times,) if exactly and like.spellings else None, like.sample * times)

    def atom(self) -> Like:
        char = self.pattern[self.at]
        if char == "\\":
            return self.escaped()
        if char == "[":
            return self.set()
        if char == "(":
            return self.group()
        self.at += 1
        if char == "$" and self.pattern[self.at : self.at + 1].isdigit():  # a sum, which Vale itself would never find
            return Like(("$",), "$")
        if char in "^$":
            return Like(None, "")
        return Like(None, "a") if char == "." else Like((char,), char)

    def escaped(self) -> Like:
        if named := _PROPERTY.match(self.pattern, self.at):
            self.at = named.end()
            return Like(None, _fitting(named.group()))
        char = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if char in _ZERO:
            return Like(("",) if char == "b" else None, "")
        if char.isdigit():
            number = int(char) - 1
            return Like(None, self.groups[number].sample if number < len(self.groups) else "")
        sample = _SIGNS.get(char, char)
        return Like((" ",) if char == "s" else None if char in _SIGNS else (char,), sample)

    def set(self) -> Like:
        found = _CLASS.match(self.pattern, self.at)
        if found is None:
            raise ValueError("a [ is opened and not closed")
        self.at = found.end()
        inner = found.group()[1:-1]
        plain = not re.search(r"\^|\\|\[|.-.", inner) and 0 < len(inner) <= 3
        return Like(tuple(inner) if plain else None, inner[0] if plain else _fitting(found.group()))

    def group(self) -> Like:
        opening = _GROUP.match(self.pattern, self.at)
        assert opening is not None
        self.at, opened = opening.end(), opening.group()
        if opened.endswith(")"):  # flags or a comment
            return Like(None if "#" not in opened else ("",), "")
        kept = len(self.groups)
        if opened == "(" or "<" in opened[2:4]:
            self.groups.append(Like(None, ""))
        inner = self.alternatives()
        if not self.pattern.startswith(")", self.at):
            raise ValueError("a bracket is opened and not closed")
        self.at += 1
        if kept < len(self.groups):
            self.groups[kept] = inner
        if opened in ("(?=", "(?<="):
            return Like(None, inner.sample)
        if opened in ("(?!", "(?<!"):
            return Like(None, "")
        flags = opened.startswith("(?") and opened.endswith(":") and opened != "(?:"
        return Like(None, inner.sample) if flags else inner


def _after(before: tuple[str, ...] | None, then: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if before is None or then is None or len(before) * len(then) > _MOST:
        return None
    return tuple(a + b for a, b in product(before, then))


def _joined(lists: Iterable[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    out: list[str] = []
    for one in lists:
        if one is None:
            return None
        out += one
    return tuple(dict.fromkeys(out)) if len(out) <= _MOST else None


def _fitting(one: str) -> str:
    """A character that the set or property holds."""
    from hedgelint.checks.pattern import compiled

    return next((char for char in _TRIED + one if compiled(one, True).fullmatch(char)), "a")


def for_papers(pattern: str, text_start: bool = True) -> str:
    """The same expression for prose with curly marks and lines that are folded anywhere; with `text_start`, ^ is the
    beginning of a paragraph or heading, wherever in the story that stands."""
    out, at = "", 0
    while at < len(pattern):
        if pattern[at] == "\\":
            out, at = out + pattern[at : at + 2], at + 2
            continue
        if pattern[at] == "[" and (found := _CLASS.match(pattern, at)):
            inner = found.group()
            for mark, all_of_it in _CURLY.items():
                inner = inner.replace(mark, all_of_it)
            out, at = out + inner, found.end()
            continue
        char, next_at = pattern[at], at + 1
        if char in _CURLY:
            out += f"[{_CURLY[char]}]"
        elif char == " " and not _QUANTIFIER.match(pattern, next_at):
            out += r"\s+"
        elif char == "^" and text_start:
            out += r"(?<=\A|\n\n)"
        elif char == "$" and pattern[next_at : next_at + 1].isdigit():
            out += r"\$"
        elif char == "<" and not _OPENED.search(out):  # which names a piece in a rule of hedgelint
            out += r"\<"
        else:
            out += char
        at = next_at
    return out
