"""The parts of a plain story, each by evidence; body when in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import overload

from hedgelint.document.model import Part
from hedgelint.document.opening import find_opening, is_dated, is_titular
from hedgelint.document.quoted import set_in
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

_BLANK = pattern_of(r"\n[^\S\n]*\n")
_COMMENT = pattern_of(r"hedgelint:", re.I)
_LIST = pattern_of(r"(?:[-*•·]|\d{1,2}[.)])\s+\S")
_BYLINE = pattern_of(r"(?:By|Words by|Reporting by|Story by)\s+[A-ZÀ-Þ][^.!?;:“\"]{2,80}$")
_CAPTION = pattern_of(
    r"(?:FILE )?(?:Photo|PHOTO|Picture|Image|Caption|Photograph|Credit)\s*[:|]|FILE PHOTO\b"
    r"|.*\((?:Photo|Picture|Image)\s*:[^)]*\)$|.*[\s.](?:Photo|Picture|Image|Video)s?: [^!?]{2,60}$"
)
_PULLED = pattern_of(r"pull(?:ed)?[ -]?(?:out )?quote[^:“\"‘]{0,12}: ?\S", re.I)
_ACCOUNT = pattern_of(r"[—–-]\s?.{1,80}\(@\w{1,30}\)\s*(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})?$")
_POST = pattern_of(r"\bpic\.[\w.]+/|https?://\S|#\w{2,}")
# Agencies write to the desks that take their copy in capitals and brackets: (EDS: UPDATES with quotes).
_DESK_NOTE = pattern_of(
    r"[(\[](?:EDS|EDITORS?|SUBS?|DESK|CQ|NOTES? TO (?:ALL )?(?:SUBS?|EDITORS?|DESKS?))\b[^()\[\]]*[)\]]"
)
_SENTENCE_END = pattern_of(r"[.!?…:;,][\"”’')\]]*$")
_BYLINES = ("By", "Words by", "Reporting by", "Story by")
_ADDRESSES = ("https://", "http://", "pic.twitter.com/")
_FEW = 12  # words of a byline or a date line
_QUOTE_START = ("“", '"', "'", "‘", "«")
_WRAPPED = range(45, 100)  # columns at which hard-wrapped text breaks its lines
_FOLDED = range(24, 100)  # … at which text without a blank line does


def find_parts(text: str) -> tuple[Part, ...]:
    """Parts in order and disjoint; between them lie blanks only. `text` has \\n as its line end."""
    blocks = _paragraphs(text) if _hard_wrapped(text) else _lines(text)
    blocks = [piece for block in blocks for piece in _with_desk_notes(text, block)]
    lines = _Lines(text, blocks)
    kinds = [_by_itself(line) for line in lines]
    _embeds(lines, kinds)
    for i in set_in(text, blocks, kinds):
        kinds[i] = "blockquote"
    prose = [i for i, kind in enumerate(kinds) if kind == "body"]
    for i, kind in find_opening(text, blocks, kinds).items():
        kinds[i] = kind
    _subheads(lines, kinds, prose)
    return tuple(map(Part, kinds, blocks))


class _Lines(Sequence[str]):
    """The words of the blocks, cut out when they are asked for: all at once they are as long as the story."""

    __slots__ = ("_blocks", "_text")

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text, self._blocks = text, blocks

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return _Lines(self._text, self._blocks[at])
        return self._blocks[at].of(self._text)


def _with_desk_notes(text: str, block: Span) -> list[Span]:
    """The block, and behind it by itself a note to the desk at its end, which is no copy."""
    if text[block.end - 1] not in ")]":
        return [block]
    note = _DESK_NOTE.search(text, *block)
    if note is None or note.start() == block.start or note.end() != block.end:
        return [block]
    return [_trim(text, block.start, note.start()), Span(*note.span())]


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in _split(text):
        size = len(line)
        if bare := line.strip():
            start = at if len(bare) == size else at + size - len(line.lstrip())
            spans.append(Span(start, start + len(bare)))
        at += size + 1
    return spans


def _split(text: str) -> Iterator[str]:
    """`text.split("\\n")`, one after the other."""
    at = 0
    while (end := text.find("\n", at)) >= 0:
        yield text[at:end]
        at = end + 1
    yield text[at:]


def _trim(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _hard_wrapped(text: str) -> bool:
    """Blank lines part the paragraphs, and most lines inside a paragraph end at the margin, not at a full stop. Without
    a blank line, each has to end where the next word had no room."""
    if not _BLANK.search(text):
        return _folded([line.strip() for line in text[:20000].strip().split("\n")])
    inner = [
        line
        for paragraph in _BLANK.split(text[:20000])
        for line in paragraph.strip("\n").split("\n")[:-1]
        if line.strip() and not _ACCOUNT.match(line.strip()) and not _LIST.match(line.strip())
    ]
    wrapped = [line for line in inner if len(line) in _WRAPPED and not _SENTENCE_END.search(line.rstrip())]
    return len(wrapped) >= 3 and len(wrapped) > 0.6 * len(inner)


def _folded(lines: list[str]) -> bool:
    if len(lines) < 4 or any(_LIST.match(line) or _ACCOUNT.match(line) for line in lines):
        return False
    inner, rest = lines[:-1], lines[1:]
    margin = max(map(len, inner))
    full = all(len(line) + 1 + len(after.split()[0]) > margin for line, after in zip(inner, rest, strict=True))
    ended = sum(_SENTENCE_END.search(line) is not None for line in inner)
    small = sum(line[0].islower() for line in rest)
    return margin in _FOLDED and full and 2 * ended < len(inner) and 2 * small >= len(rest)


def _paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for blank in (*_BLANK.finditer(text), None):
        end = blank.start() if blank else len(text)
        if text[at:end].strip():
            lines = _lines(text[at:end])
            first = text[at + lines[0].start : at + lines[0].end]
            if _COMMENT.match(first) or _ACCOUNT.match(first) or any(_LIST.match(x.of(text[at:end])) for x in lines):
                spans += [Span(at + line.start, at + line.end) for line in lines]
            else:
                spans.append(_trim(text, at, end))
        at = blank.end() if blank else end
    return spans


def _by_itself(line: str) -> str:  # noqa: PLR0911
    """What a line's own form says, whatever stands round it. What its first letter or a sign in it rules out is not
    tried: almost all lines are prose."""
    first = line[0]
    if first in "hH" and _COMMENT.match(line):
        return "comment"
    if len(line) > 300:
        return "body"
    if first in "([" and _DESK_NOTE.fullmatch(line):
        return "note"
    if first in "—–-" and _ACCOUNT.match(line):
        return "embed"
    if not first.isalpha() and _LIST.match(line):
        return "list"
    few = len(line.split(None, _FEW)) <= _FEW
    if few and line.startswith(_BYLINES) and _BYLINE.match(line):
        return "byline"
    if (":" in line or "|" in line or first == "F") and _CAPTION.match(line):
        return "caption"
    if first in "Pp" and _PULLED.match(line):
        return "pullquote"
    return "dateline" if few and is_dated(line) else "body"


def _embeds(lines: Sequence[str], kinds: list[str]) -> None:
    """A post round its account line: its heading above, and the lines with links, tags or pictures next to it."""
    for i in [i for i, kind in enumerate(kinds) if kind == "embed"]:
        above = i - 1
        while above >= 0 and kinds[above] == "body" and _POST.search(lines[above]):
            kinds[above] = "embed"
            above -= 1
        if above >= 0 and kinds[above] == "body" and not _SENTENCE_END.search(lines[above]):
            kinds[above] = "embed"
        below = i + 1
        while below < len(lines) and kinds[below] in ("body", "list") and _POST.search(lines[below]):
            kinds[below] = "embed"
            below += 1
    for i, line in enumerate(lines):
        if line.startswith(_ADDRESSES) and kinds[i] == "body":
            kinds[i] = "embed"


def _subheads(lines: Sequence[str], kinds: list[str], prose: list[int]) -> None:
    for before, i, after in zip(prose[1:], prose[2:], prose[3:], strict=False):
        line = lines[i]
        if (
            kinds[i] == "body"
            and is_titular(line, 8)
            and not line.startswith(_QUOTE_START)
            and _SENTENCE_END.search(lines[before])
            and _SENTENCE_END.search(lines[after])
        ):
            kinds[i] = "subhead"
