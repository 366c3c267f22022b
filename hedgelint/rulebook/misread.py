"""What is wrong with a pattern, in the words of somebody who writes one now and then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.patterns import pattern_of

_PLACE = pattern_of(r"\s*at position (\d+)")
_ITSELF = "a sign that is meant as itself has a backslash before it"
# What the two engines call it, what it is, and what to do.
_TOLD = (
    (("unbalanced parenthesis",), "“)” at character {at} closes what no “(” has opened", r"take it out, or write \)"),
    (("nothing to repeat",), "“{sign}” at character {at} repeats what is not there", r"write \{sign} for the sign"),
    (("multiple repeat",), "“{sign}” at character {at} repeats what is repeated already", "take one of them out"),
    (("min repeat greater",), "{{…}} repeats from more to less", "the lesser number comes first: {1,3}"),
    (("repetition number", "too large"), "the repetition number is too large", "write a smaller number in {…}"),
    (("bad character range", "bad set"), "a range between [ and ] runs backwards", "the lesser comes first: [a-z]"),
    (("unknown property",), "no class of letters has the name at character {at}", r"write \p{L} for letters"),
    (("invalid group reference", "unknown group"), "it looks back at a group that is not there", "count them"),
    (("bad escape", "bogus escape"), "a backslash before “{sign}” at character {at} means nothing", "take it out"),
    (("unknown extension", "unexpected end"), "“(?” is begun and not ended at character {at}", "a group is (?:…)"),
    (("bad character in group", "missing group name"), "a group's name is letters, digits and _", "write (?P<name>…)"),
    (("look-behind requires",), "what stands before a place is of one length", "write each length by itself"),
)  # fmt: skip


def misread(pattern: str, told: str) -> tuple[str, str]:
    """What a regular expression's engine `told` of a pattern, and what to write instead. Characters count from 1."""
    problem = told.removeprefix("not a pattern: ")
    place = _PLACE.search(problem)
    at = int(place[1]) if place else 0
    if problem.startswith("missing )") or "unterminated subpattern" in problem:
        opened = next(_unclosed(pattern), 0)
        return f"“(” at character {opened + 1} is opened and not closed", r"write ) where it ends, or \( for the sign"
    if "unterminated character set" in problem:
        opened = pattern.rfind("[", 0, max(at, 1))
        return f"“[” at character {opened + 1} is opened and not closed", r"write ] where it ends, or \[ for the sign"
    for signs, what, hint in _TOLD:
        if any(sign in problem for sign in signs):
            sign = pattern[at : at + 1] or pattern[-1:]
            return what.format(at=at + 1, sign=sign), hint.format(sign=sign) if "{sign}" in hint else hint
    return _PLACE.sub("", problem), _ITSELF


def _unclosed(pattern: str) -> Iterator[int]:
    """Where brackets stand that nothing closes, the outermost first."""
    opened: list[int] = []
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", pattern, re.S):
        if found.group() == "(":
            opened.append(found.start())
        elif found.group() == ")" and opened:
            opened.pop()
    yield from opened
