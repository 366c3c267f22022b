"""Names in two spellings a letter apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

# It begins with the capital, so that the search runs from one to the next.
_NAME = pattern_of(r"[A-Z](?<![\w@#/.’'-].)[^\W\d_]+(?:-[A-Z][^\W\d_]+)*(?![\w@/]|[’'][a-rt-z])")
_LINK = pattern_of(r"(?<!\S)(?=\S*(?:://|@|www\.))\S+")
_RARE = 2  # uses; what stands more often is meant
_BEFORE = pattern_of(r"([A-Z][\w’'-]*\.?) $")
_AFTER = pattern_of(r" ([A-Z][\w’'-]*)")
_SMALL_WORD = pattern_of(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
_LIST = pattern_of(r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'.-]*){0,3}(?:, | and |; )){3}")
_ENDINGS = ("n", "y", "e", "i", "a")  # Africa and African, German and Germany, Muslim and Muslims: words of their own
_LAST = frozenset("sndeyaoi")  # of which two words that differ in nothing else have one each: Indiana, Indians
_TITLES = pattern_of(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Sen|Rep|Gov|The|A|In|On|At|Of|And|But|For)\Z")


@dataclass(frozen=True, slots=True)
class NameSpelt:
    """The rarer of two forms of a name that are one letter, or one swap of two, apart: a capitalised word of `least`
    letters or more that stands once or twice beside one that stands more often. A word that
    the story also writes small is no name. Silent where each has a first name of
    its own, where one is the other with an ending, in lists of people, and where the rare form is a word of the list
    `known` (states and the like). {prefer} is the usual form.
    """

    kind: ClassVar[str] = "name-spelt"
    keys: ClassVar[Mapping[str, str]] = {"least": "integer", "known": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("least",),)
    least: int
    known: frozenset[str]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        entries = lexicons[keys["known"]].entries if "known" in keys else ()
        known = {
            word for entry in entries for form in (entry["term"], *entry.get("forms", ())) for word in form.split()
        }
        return cls(keys["least"], frozenset(known))

    def fields(self) -> Collection[str]:
        return ("prefer",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        uses = self._uses(text)
        if next(_pairs(uses, self.least), None) is None:  # as in most stories, whose small words need not be read then
            return
        small = {match.group() for match in _SMALL_WORD.finditer(text)}
        uses = {word: places for word, places in uses.items() if word.lower() not in small}
        for rare, usual in _pairs(uses, self.least):
            if (
                rare in self.known
                or _two_people(text, uses, rare, usual)
                or any(_listed(text, _at(start, rare)) for start in uses[rare])
            ):
                continue
            for start in uses[rare]:
                yield Match(_at(start, rare), {"prefer": usual}, (("spelt so", _at(uses[usual][0], usual)),))

    def _uses(self, text: str) -> dict[str, list[int]]:
        """Where each name begins, and each word that may be one."""
        linked = "@" in text or "/" in text or "www." in text
        links = SpanSet(Span(*match.span()) for match in _LINK.finditer(text)) if linked else None
        uses: dict[str, list[int]] = {}
        for match in _NAME.finditer(text):
            word = match.group()
            if len(word) < self.least or word.isupper():
                continue
            if links is None or links.at(match.start()) is None:
                uses.setdefault(word, []).append(match.start())
        return uses


def _at(start: int, word: str) -> Span:
    return Span(start, start + len(word))


def _pairs(uses: Mapping[str, Sequence[int]], least: int) -> Iterator[tuple[str, str]]:
    """(rare form, usual form), each rare one with one usual one. One change leaves the beginning or the end as it was,
    so that only words are compared that have one of them in common."""
    size = max(1, least // 3)
    alike: dict[str, list[str]] = {}
    for word, places in uses.items():
        if len(places) > 1:
            for key in ("<" + word[:size], word[-size:] + ">"):
                alike.setdefault(key, []).append(word)
    for rare, places in uses.items():
        if len(places) > _RARE:
            continue
        others = (*alike.get("<" + rare[:size], ()), *alike.get(rare[-size:] + ">", ()))
        for usual in others:
            if len(uses[usual]) > len(places) and near(rare, usual) and not _ending(rare, usual):
                yield rare, usual
                break


def near(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]


def _ending(one: str, other: str) -> bool:
    """One is the other with an ending, or both have one (Americas, Americans)."""
    one, other = one.removesuffix("s"), other.removesuffix("s")
    short, long = sorted((one, other), key=len)
    if one == other:
        return True
    if long.startswith(short):
        return long[-1] in _ENDINGS and long[-1] != short[-1]  # a letter that is doubled is a slip
    return one[:-1] == other[:-1] and {one[-1], other[-1]} <= _LAST


def _two_people(text: str, uses: Mapping[str, Sequence[int]], rare: str, usual: str) -> bool:
    """Each form has names beside it, and none of them is the same."""
    one, other = (_beside(text, (_at(start, word) for start in uses[word])) for word in (rare, usual))
    return bool(one) and bool(other) and one.isdisjoint(other)


def _beside(text: str, spans: Iterable[Span]) -> set[str]:
    found = set()
    for start, end in spans:
        before, after = _BEFORE.search(text[max(0, start - 30) : start]), _AFTER.match(text, end)
        found |= {match[1] for match in (before, after) if match and not _TITLES.match(match[1].rstrip("."))}
    return found


def _listed(text: str, span: Span) -> bool:
    """Among three names or more that follow one another."""
    return _LIST.search(text[max(0, span.start - 80) : span.end + 80]) is not None
