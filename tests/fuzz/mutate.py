"""Bytes → other bytes, by chance and by what a format is made of; the same seed gives the same bytes everywhere."""

from __future__ import annotations

import re
from random import Random

# What news, its marks and its encodings are made of.
WORDS = """
“ ” ‘ ’ " ' « » „ ‚ `` '' … . , ; : ? ! — – - ( ) [ ] said says told according to experts say may possibly will believed
alleged Jo Hale Mr. J. U.S. she he who the council 40 per cent £3m 1,200 half not never hedgelint: ignore all
vague-source -- NBSP SHY ZWJ BOM RLO NUL ESC CRLF CR LF BLANK TAB é ACUTE ﬁ İ ß 東京 👩 &amp; &#8220; <b> </p> <!--
--> </script> {{< >}} *** ``` ~~~ # > | \\ / http://x.org @hale [1] Q: A: { } " : , 0
""".split()  # noqa: SIM905
_NAMED = {
    "NBSP": "\u00a0", "SHY": "\u00ad", "ZWJ": "\u200d", "BOM": "\ufeff", "RLO": "\u202e", "NUL": "\0",
    "ESC": "\x1b[31m", "ACUTE": "e\u0301",
    "CRLF": "\r\n", "CR": "\r", "LF": "\n", "BLANK": "\n\n", "TAB": "\t",
}  # fmt: skip
_BOUND = re.compile(rb"\s+|(?<=[<>{}\[\]\",:=])")


def mutated(random: Random, content: bytes, others: list[bytes]) -> bytes:
    """One to four changes: a piece put in, taken out, doubled or moved; a byte; a line; a half of another input."""
    for _ in range(random.randint(1, 4)):
        content = random.choice(_WAYS)(random, content, others)
    return content[:60_000]


def _place(random: Random, content: bytes) -> int:
    """A bound of words or of what marks up, more often than not."""
    at = random.randint(0, len(content))
    bound = _BOUND.search(content, at)
    return bound.end() if bound is not None and random.random() < 0.7 else at


def _piece(random: Random, content: bytes) -> tuple[int, int]:
    start = _place(random, content)
    return start, min(len(content), start + random.choice((1, 2, 5, 20, 100, 500)))


def _word_in(random: Random, content: bytes, others: list[bytes]) -> bytes:
    at = _place(random, content)
    words = [_NAMED.get(word, word) for word in random.choices(WORDS, k=random.choice((1, 1, 2, 5)))]
    joined = random.choice(("", " ")).join(words)
    return content[:at] + joined.encode() + content[at:]


def _taken_out(random: Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _piece(random, content)
    return content[:start] + content[end:]


def _doubled(random: Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _piece(random, content)
    return content[:end] + content[start:end] * random.choice((1, 1, 2, 30)) + content[end:]


def _moved(random: Random, content: bytes, others: list[bytes]) -> bytes:
    start, end = _piece(random, content)
    rest = content[:start] + content[end:]
    at = _place(random, rest)
    return rest[:at] + content[start:end] + rest[at:]


def _byte(random: Random, content: bytes, others: list[bytes]) -> bytes:
    if not content:
        return bytes([random.randrange(256)])
    at = random.randrange(len(content))
    return (
        content[:at]
        + bytes([random.choice((content[at] ^ (1 << random.randrange(8)), random.randrange(256)))])
        + content[at + 1 :]
    )


def _lines(random: Random, content: bytes, others: list[bytes]) -> bytes:
    lines = content.split(b"\n")
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    way = random.randrange(4)
    if way == 0:
        lines[at], lines[to] = lines[to], lines[at]
    elif way == 1:
        lines.insert(to, lines[at])
    elif way == 2:
        del lines[at]
    else:
        lines[at] = b" " * random.randint(1, 3) + lines[at]
    return b"\n".join(lines)


def _half(random: Random, content: bytes, others: list[bytes]) -> bytes:
    other = random.choice(others)
    return content[: _place(random, content)] + other[_place(random, other) :]


_WAYS = (_word_in, _word_in, _word_in, _taken_out, _doubled, _moved, _byte, _lines, _lines, _half)
