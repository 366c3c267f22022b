"""Pages in plain text: numbered lines of a court, page numbers, running headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_NUMBERED = pattern_of(r"[ \t]*(\d{1,2})(?:[ \t]+|$)")
_PAGE_LINE = pattern_of(
    r"^[ \t\f]*(?:[-–—][ \t]*\d{1,4}[ \t]*[-–—]|[Pp](?:age|AGE)[ \t]+\d{1,4}(?:[ \t]+(?:of|OF|/)[ \t]+\d{1,4})?"
    r"|\d{1,4}[ \t]+of[ \t]+\d{1,4}|\[\[?Page[ \t][^\]\n]{1,20}\]\]?)[ \t]*$",
    re.M,
)
_ALONE = pattern_of(r"^[ \t]*(\d{1,4})[ \t]*$", re.M)
_LINE = pattern_of(r"^[ \t]*\S[^\n]{2,79}$", re.M)


@dataclass(frozen=True, slots=True)
class Line:
    """[start, end) in the text, without its line end."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append(Line(at, at + len(line), line))
        at += len(line) + 1
    return out


def furniture(text: str) -> tuple[list[Span], list[tuple[int, str]]]:
    """What of a page nobody said, and page:line, as lawyers cite, where the lines are numbered."""
    lines = lines_of(text)
    found = _numbered(lines) if _may_be_numbered(lines) else None
    if found is not None:
        return found
    gone = [Span(*match.span()) for match in _PAGE_LINE.finditer(text)]
    gone += _page_numbers(text)
    gone += _headers(text)
    return gone, []


def _may_be_numbered(lines: Sequence[Line]) -> bool:
    """By the first lines with words: half of them begin with a number."""
    filled = [line.text for line in lines[:400] if line.text.strip()]
    return sum(_NUMBERED.match(line.lstrip("\f")) is not None for line in filled) * 2 >= max(1, len(filled))


def _numbered(lines: Sequence[Line]) -> tuple[list[Span], list[tuple[int, str]]] | None:
    """Line numbers are known by their order, not by their look: a line may begin with a number that was said."""
    filled = [line for line in lines if line.text.strip("\f \t")]
    if len(filled) < 3:
        return None
    pages: list[list[tuple[Line, int, int]]] = []  # line, its number, where the words begin
    outside: list[tuple[int, Line]] = []  # lines without a number, and how many pages began before
    last = 0
    for line in filled:
        match = _NUMBERED.match(line.text.lstrip("\f"))
        shift = len(line.text) - len(line.text.lstrip("\f"))
        number = int(match[1]) if match else -1
        if match and (number == last + 1 or number == 1 or not pages) and 1 <= number <= 60:
            if number == 1 or not pages:
                pages.append([])
            pages[-1].append((line, number, line.start + shift + match.end()))
            last = number
        else:
            outside.append((len(pages), line))
    count = sum(len(page) for page in pages)
    if count < 0.6 * len(filled) or count < 3 or (len(pages) > 1 and max(len(page) for page in pages) < 2):
        return None
    numbers = _numbers(len(pages), outside)
    gone: list[Span] = []
    marks: list[tuple[int, str]] = []
    for k, page in enumerate(pages):
        for line, number, begins in page:
            gone.append(Span(line.start, begins))
            marks.append((begins, f"{numbers + k}:{number}" if numbers is not None else f"line {number}"))
    ends = [page[-1][0].end for page in pages]
    for k, line in outside:
        if not k or line.start > ends[k - 1]:  # above or below the numbered lines
            gone.append(Span(line.start, line.end))
    return gone, marks


def _numbers(pages: int, outside: Sequence[tuple[int, Line]]) -> int | None:
    """The number of the first page: the one that counts up by one from head to head."""
    votes: Counter[int] = Counter()
    for k, line in outside:
        for number in set(re.findall(r"(?<![\w\-])\d{1,4}(?![\w\-])", line.text)):
            votes[int(number) - k] += 2  # in the head of page k
            votes[int(number) - k + 1] += 1  # or at the foot of the one before
    if not votes:
        return None
    first, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])))
    return first if count >= 2 and first >= 0 else None


def _page_numbers(text: str) -> list[Span]:
    """A number alone on a line: a page's if blank lines stand on both sides, or if such numbers count up."""
    alone = list(_ALONE.finditer(text))
    values = [int(match[1]) for match in alone]
    counts = sum(b == a + 1 for a, b in pairwise(values))
    up = len(values) > 2 and counts >= 0.7 * (len(values) - 1)
    return [
        Span(*match.span())
        for match in alone
        if up or (_blank(text, match.start(), -1) and _blank(text, match.end(), 1))
    ]


def _blank(text: str, at: int, step: int) -> bool:
    """Whether the line before, or after, is blank, or there is none."""
    if step < 0:
        if at == 0:
            return True
        before = text.rfind("\n", 0, at - 1) + 1
        return not text[before : at - 1].strip() or "\f" in text[before:at]
    if at >= len(text):
        return True
    end = text.find("\n", at + 1)
    after = text[at + 1 : end if end >= 0 else len(text)]
    return not after.strip() or "\f" in after


def _headers(text: str) -> list[Span]:
    """Short lines with a form feed before them, and the same line wherever it comes again."""
    after = {m.group(1).strip() for m in re.finditer(r"\f[ \t]*\n?([^\n\f]{3,80})", text)}
    if not after:
        return []
    lines = [(m.group().strip("\f \t"), Span(*m.span())) for m in _LINE.finditer(text)]
    often = Counter(line for line, _ in lines)
    return [span for line, span in lines if line in after and often[line] > 1]
