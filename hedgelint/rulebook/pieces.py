"""Named pieces of patterns: in a pattern of a rule or a word list `<his or her>` stands for what that piece says.

They are written out when rules are compiled, so that a run meets none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hedgelint.patterns import pattern_of

NAME = r"[a-z][a-z0-9]*(?:[ -][a-z0-9]+)*"
# What is skipped whole (a group looked back at, an escaped sign, a class of letters, a remark), what opens a group, and
# what looks like a piece, in whatever letters.
_SIGNS = (
    r"\\[gk]<[^>]*>|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?#[^)]*\)"
    r"|(?P<begins>\||\((?:\?(?:P?<[A-Za-z_]\w*>|<[=!]|[=!>|]|[A-Za-z-]*:)?)?)"
    r"|<(?P<name>[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*)>"
)
_IN_ONE = pattern_of(_SIGNS, re.DOTALL)
_IN_LINES = pattern_of(rf"{_SIGNS}|#[^\n]*", re.DOTALL)  # (?x): what stands behind # is a remark
_VERBOSE = pattern_of(r"\(\?[A-Za-wyz]*x")
_BLANKS = pattern_of(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\s#]", re.DOTALL)


class NoPieceError(ValueError):
    """There is no piece of this `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no piece <{name}>")
        self.name = name


_APOSTROPHE = "[’']"
_SIGN = pattern_of(r"[\\^$.|?*+(){}\[\]<]")
_SHARED = 3  # letters that words begin with, for them to be one alternative


def of_words(words: Sequence[str]) -> str:
    """A pattern of these words, whose neighbours share what they begin with: `econom(?:y|ies)`. The longest way to go
    on need not come first: what is named is one of a row of whole words."""
    out: list[str] = []
    i = 0
    while i < len(words):
        head, j = words[i], i + 1
        while j < len(words) and (shared := _shared(head, words[j])) >= _SHARED:
            head, j = head[:shared], j + 1
        tails = [word[len(head) :] for word in words[i:j]]
        ends = "|".join(_escaped(tail) for tail in tails if tail)
        ends = f"(?:{ends})" if len(ends) > 1 else ends
        out.append(_escaped(head) + ends + ("?" if ends and "" in tails else ""))
        i = j
    return "|".join(out)


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _escaped(text: str) -> str:
    return _SIGN.sub(r"\\\g<0>", text).replace("'", _APOSTROPHE)


def names_in(pattern: str) -> list[str]:
    """The pieces that a pattern names, in their order."""
    return [found["name"] for found in _signs(pattern).finditer(pattern) if found["name"]] if "<" in pattern else []


def written_out(pattern: str, pieces: Mapping[str, str]) -> str:
    """The pattern with what its pieces stand for, by name; one without pieces is the same to the letter. Raises
    NoPieceError.

    A piece is one group wherever it stands; where it is an alternative by itself its own are put beside the others.
    """
    if "<" not in pattern:
        return pattern
    verbose, plain = _VERBOSE.search(pattern) is not None, "(?(" not in pattern
    out: list[str] = []
    at, begun = 0, -1
    for found in _signs(pattern).finditer(pattern):
        if found["begins"]:
            begun = found.end()
        if not found["name"]:
            continue
        if found["name"] not in pieces:
            raise NoPieceError(found["name"])
        piece = pieces[found["name"]]
        piece = _BLANKS.sub(_held, piece) if verbose else piece
        alone = plain and begun == found.start() and pattern[found.end() : found.end() + 1] in ("|", ")")
        out += pattern[at : found.start()], piece if alone else f"(?:{piece})"
        at = found.end()
    return "".join(out) + pattern[at:]


def _signs(pattern: str) -> re.Pattern[str]:
    return _IN_LINES if _VERBOSE.search(pattern) else _IN_ONE


def _held(found: re.Match[str]) -> str:
    """A blank as it is written where blanks say nothing."""
    sign = found.group()
    return sign if len(sign) > 1 else "[ ]" if sign == " " else f"\\{sign}"
