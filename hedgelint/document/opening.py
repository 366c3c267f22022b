"""How a plain story opens: its headline, decks, byline and date lines, by their forms and by where the body begins."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.patterns import pattern_of
from hedgelint.span import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_CLOCK = r"\d{1,2}(?:[.:]\d{2}){1,2}\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{3,4})?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH} {_NUMBER},? \d{{4}}|{_NUMBER} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
# A date, a clock time or both, and nothing else; what a system wrote beside them stands behind bars.
_DATED = pattern_of(
    rf"(?:{_DAY},?\s)?(?:{_DATE}(?:\s*(?:[,|·•T@-]|at)?\s*{_CLOCK})?|{_CLOCK}(?:\s*[,|·•-]?\s*(?:on )?{_DATE})?)"
    r"(?:\s*[|·•].{0,60})?$"
)
_SYSTEM = pattern_of(
    r"(?:Source|Editor|Updated|Published|Posted|Last updated|Filed)\s*:[^.!?]{0,40}\|?\s*\d[^!?]{0,80}$"
)
_PLACE = pattern_of(
    r"(?:(?:Published|Updated|First published)\b.{0,60}"
    r"|[A-Z][A-Z .,'’-]{2,40}(?:\([A-Z][\w ]{1,20}\))?\s*[—–-]?|\([A-Z][\w ]{1,20}\)\s*[—–-]?"
    r"|[A-Z]{3,}[^.!?]{0,30}\s[—–-]{1,2})$"
)
_END = pattern_of(r"[.!?…:;,][\"”’')\]]*$")
_INITIALS = pattern_of(r"(?:\b[A-Z]\.){2,}$")
_FULL_STOP = pattern_of(r"[^.!?…]\.$")
_INNER_END = pattern_of(r"[^.\W]{3}[.!?][\"”’)]*\s+[“‘\"']?[A-Z]")
_WORD = pattern_of(r"[^\W_]+")
_NAME = pattern_of(r"(?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|di|da|la|le|bin|al|and|&)$")
# A headline leaves its articles out, and no place stands before it.
_BEGINS_PROSE = pattern_of(
    r"(?:The|This|That|These|Those|There|It|He|She|They|We|I|A|An)\b"
    r"|[A-Z][A-Za-z .,'’]{2,40}(?:\([A-Z]\w{1,20}\)\s*)?[—–-]+\s"
)
_MOST = 22  # words of a headline
_STOPPED = 18  # … of one that ends in a full stop
_SHORT = 6  # words that a line under the headline has at most, if it is no deck: a job title, a label
_ABOVE = 6  # blocks in which the body has to begin
_FAR = 900  # letters below a headline in which its words come again
_COMMON = frozenset(["after", "with", "from", "over", "that", "will", "this", "have", "says", "said", "into", "more"])


def is_dated(line: str) -> bool:
    """A line of date or clock time, a system's line, or a place by itself as it stands before the first sentence."""
    return _DATED.match(line) is not None or _SYSTEM.match(line) is not None or _PLACE.match(line) is not None


def is_ended(line: str) -> bool:
    """Whether it ends as a sentence or a list does; the stop of initials (U.S.) ends nothing."""
    return _END.search(line) is not None and _INITIALS.search(line) is None


def is_titular(line: str, most: int) -> bool:
    """Two words at least, `most` at most, without a full stop."""
    words = line.split(None, most)
    return (
        1 < len(words) <= most
        and line[0] not in "([-—"
        and (line[0].isupper() or line[0].isdigit() or line[0] in "“\"‘'")
        and not (is_ended(line) and not line.endswith(("?", "’", "'", "!")))
    )


def find_opening(text: str, blocks: Sequence[Span], kinds: Sequence[str]) -> dict[int, str]:
    """The kinds of the blocks above the body, by their index; empty where no headline is seen.

    `kinds` are what each block's own form says. The headline is the first line above a paragraph that is one: a
    title without a full stop, or a short sentence with one whose words the paragraphs below it have again.
    """
    prose = [i for i in range(min(len(blocks), _ABOVE + 4)) if kinds[i] == "body"]
    if blocks and kinds[0] == "dateline" and len(prose) > 1 and _capitals(blocks[0].of(text)):
        prose.insert(0, 0)
    if len(prose) < 2:
        return {}
    first = prose[0]
    line = blocks[first].of(text)
    begins = _body(text, blocks, prose)
    if begins is None:
        return {}
    stopped = not is_titular(line, _MOST) and not _one_word(line, blocks[begins].of(text))
    if stopped and not _tells_again(text, blocks[first]):
        return {}
    return {first: "headline", **_between(text, blocks, kinds, [i for i in prose if first < i], begins, stopped)}


def _body(text: str, blocks: Sequence[Span], prose: Sequence[int]) -> int | None:
    """Where the body begins: at the first block below line one that ends as a sentence does, or is a long one."""
    top = blocks[prose[0]].of(text)
    for i in prose[1:_ABOVE]:
        line = blocks[i].of(text)
        if is_ended(line) or len(line) > max(140, len(top)):
            return i
    return None


def _between(
    text: str, blocks: Sequence[Span], kinds: Sequence[str], prose: Sequence[int], begins: int, stopped: bool
) -> dict[int, str]:
    """The lines between the headline and the body: a deck, names and jobs, a picture's line. `stopped`: the headline
    ends in a full stop, so that a deck may too."""
    found: dict[int, str] = {}
    above = "headline"
    for i in (i for i in prose if i < begins):
        line = blocks[i].of(text)
        words = line.split()
        furniture = any(kinds[j] in ("byline", "dateline") for j in range(i))
        if _names(words) or (above == "byline" and len(words) <= _SHORT):
            above = found[i] = "byline"
        elif furniture or above == "byline":
            above = found[i] = "caption"
        else:
            above = found[i] = "standfirst" if len(words) >= _SHORT - 1 else "subhead"
    # A paragraph that a byline or a date parts from what comes next is a deck too, if it is short.
    parted = any(kinds[i] in ("byline", "dateline") for i in range(begins + 1, min(begins + 3, len(kinds))))
    line = blocks[begins].of(text)
    if (parted and begins < 3 and len(line.split()) <= 45) or (stopped and _tells_again(text, blocks[begins])):
        found[begins] = "standfirst"
    return found


def _names(words: Sequence[str]) -> bool:
    """Two to five words, each of which begins as a name does."""
    return 2 <= len(words) <= 5 and all(_NAME.match(word.rstrip(",")) for word in words) and not words[0].isupper()


def _capitals(line: str) -> bool:
    """A headline of capitals, which looks like a place; a place has a dash or an agency behind it, or two words."""
    return line.isupper() and len(line.split()) > 2 and line[-1] not in "—–-)" and "," not in line


def _one_word(line: str, below: str) -> bool:
    return line.isalpha() and line[0].isupper() and len(below.split()) > 8


def _tells_again(text: str, block: Span) -> bool:
    """A short sentence of which half of the longer words stand below it, by their first five letters: a headline tells
    what the story does, a first sentence is not told twice."""
    line = block.of(text)
    if (
        not 3 < len(line.split()) <= _STOPPED
        or not _FULL_STOP.search(line)
        or _INNER_END.search(line)
        or _BEGINS_PROSE.match(line)
        or not (line[0].isupper() or line[0].isdigit())
    ):
        return False
    words = {word[:5] for word in _WORD.findall(line.lower()) if len(word) > 3 and word not in _COMMON}
    below = {word[:5] for word in _WORD.findall(text[block.end : block.end + _FAR].lower())}
    return len(words) > 1 and 2 * len(words & below) >= len(words)
