"""A name for a finding that stays when the story is edited elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from hedgelint.finding import Finding, Result
from hedgelint.patterns import pattern_of

_WORDS = 3  # on either side
_REACH = 80  # code points in which they are looked for
_BLANK = pattern_of(r"(?:\r\n?|\n)[ \t]*[\r\n]")  # a blank line: the paragraph beside it is another matter
_WORD = pattern_of(r"\w+")


def fingerprints(result: Result) -> Iterator[str]:
    """One for each finding of the story, in order: 32 hexadecimal digits of its rule, its words and those beside it,
    and how many like it came before. Neither the line nor the name of the file is in it."""
    seen: dict[str, int] = {}
    for finding in result.findings:
        core = _core(finding, result.source)
        number = seen[core] = seen.get(core, 0) + 1
        yield blake2b(f"{core}\0{number}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _core(finding: Finding, source: str) -> str:
    start, end = finding.start.offset, finding.end.offset
    before = _BLANK.split(source[max(0, start - _REACH) : start])[-1]
    after = _BLANK.split(source[end : end + _REACH])[0]
    words = [_WORD.findall(before)[-_WORDS:], _WORD.findall(finding.excerpt), _WORD.findall(after)[:_WORDS]]
    return "\0".join((finding.rule, *(" ".join(part).casefold() for part in words)))
