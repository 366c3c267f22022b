"""Where in a story its sources stand: each function gives the indexes of the attributions that a rule asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, pairwise

from hedgelint.annotate.story import Attribution, Story
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

_TITLED = pattern_of(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\.? (?P<surname>[A-Z][\w’'-]+)$")
_IN_VIEW = 300  # code points before a quotation within which its speaker, if named, is still in the reader's mind
_SHORT = 6  # words; a shorter quotation is a phrase within a sentence and confuses nobody
_MEN = ("Mr", "Sir", "Lord")
_GENDERED = pattern_of(
    r"(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness)\.? (?:[A-Z][\w’'-]+ )?(?P<surname>[A-Z][a-z][\w-]*)"
)
_NAMES = pattern_of(r"\b(?:[A-Z][\w.-]*,? )*(?P<last>[A-Z][a-z][\w-]*)")
_WORD = pattern_of(r"\S+")
_BEGINS = pattern_of(r"\w+")
_FIRST_NAME = pattern_of(r"\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\b)[A-Z][\w.’'-]*,? \Z")
_NAME_BEHIND = pattern_of(r" [A-Z][a-z]+")
_LONGEST_NAME = 60  # code points
_TWO = 2
_SOURCES = ("named", "role", "group", "document", "anonymous", "vague")


def late(story: Story, words: int) -> Iterator[int]:
    """More than so many words of a quotation come before its speaker, who was not named just before it."""
    text = story.document.text
    quoted: dict[int, list[Span]] = {}
    for quotation in story.quotations:
        if quotation.attribution is not None and quotation.depth == 0:
            quoted.setdefault(quotation.attribution, []).append(quotation.span)
    for index, spans in quoted.items():
        said = story.attributions[index]
        if not said.source:
            continue
        speaks = min(span.start for span in (*said.source, *said.cue))
        before = [span for span in spans if span.end <= speaks]
        if sum(len(span.of(text).split()) for span in before) > words:
            surname = _surname(said, text)
            first = before[0].start
            if surname not in text[max(0, first - _IN_VIEW) : first]:
                yield index


def second_speaker(story: Story, words: int) -> Iterator[int]:
    """Whole quotations of two people, both named, in one paragraph: the attribution of the second."""
    text = story.document.text
    spoken = [
        (q.part, q.attribution)
        for q in story.quotations
        if q.attribution is not None and q.depth == 0 and len(q.inner.of(text).split()) >= _SHORT
    ]
    for (part, first), (after, second) in pairwise(spoken):
        one, other = story.attributions[first], story.attributions[second]
        named = one.source_kind == other.source_kind == "named" and one.speaker != other.speaker
        if part == after and named and _surname(one, text) not in other.source[0].of(text):
            yield second


def sole(story: Story, words: int) -> Iterator[int]:
    """The first attribution of a story of at least so many words that has one source."""
    if sum(1 for _ in islice(_WORD.finditer(story.document.text), words)) < words:
        return
    told = [(index, said) for index, said in enumerate(story.attributions) if said.source_kind in _SOURCES]
    if told and told[0][1].speaker is not None and len({said.speaker for _, said in told}) == 1:
        yield told[0][0]


def not_introduced(story: Story, words: int) -> Iterator[int]:
    """Mr, Ms or Dr Somebody speaks, whom the story has not given a first name before."""
    text = story.document.text
    first: dict[str, tuple[int, Span]] = {}  # by surname, the number and the place of who speaks first by it
    for index, said in enumerate(story.attributions):
        titled = _TITLED.match(said.source[0].of(text)) if said.source else None
        if titled is not None:
            first.setdefault(titled["surname"], (index, said.source[0]))
    if not first:
        return
    places = _places(text, {surname: _BEGINS.findall(surname)[0] for surname in first})
    for surname, (index, span) in first.items():
        name = surname.removesuffix("’s").removesuffix("'s")
        if not any(_is_given(text, name, at, span.end) for at in places[surname]):
            yield index


def _places(text: str, begins: Mapping[str, str]) -> Mapping[str, list[int]]:
    """Where the first words of these names stand: found for all names at once, so that each costs no look of its own
    at the whole story."""
    found: dict[str, list[int]] = {word: [] for word in begins.values()}
    for match in _BEGINS.finditer(text):
        if match.group() in found:
            found[match.group()].append(match.start())
    return {name: found[word] for name, word in begins.items()}


def _is_given(text: str, name: str, at: int, end: int) -> bool:
    """Whether this surname stands here, before `end`, with a first name before it, or after it where the surname comes
    first (Gao Yun)."""
    behind = at + len(name)
    if behind > end or not text.startswith(name, at) or _BEGINS.match(text, behind, behind + 1):
        return False
    before = _FIRST_NAME.search(text, max(0, at - _LONGEST_NAME), at)
    return before is not None or _NAME_BEHIND.match(text, behind, end) is not None


def ambiguous(story: Story, words: int) -> Iterator[int]:
    """He or she speaks behind a sentence that names two men, or two women, of whom not just one speaks in it."""
    text, parts = story.document.text, story.document.parts
    people = _people(text)
    if sum(gender == "he" for gender in people.values()) < _TWO > sum(gender == "she" for gender in people.values()):
        return
    quoted = story.quoted()
    for index, said in enumerate(story.attributions):
        if said.source_kind != "pronoun" or not said.cue:
            continue
        who, place = said.named(text).lower(), said.source[0]
        at = bisect_right(story.sentences, place.start, key=lambda sentence: sentence.span.start) - 1
        if who not in ("he", "she") or at < 1 or quoted.touches(place):
            continue
        here, before = story.sentences[at], story.sentences[at - 1]
        if parts[before.part].kind != "body" or before.part < here.part - 1:
            continue
        # A name in the sentence itself, or in the sentence before the pronoun, is whom it means.
        named = [name for name in _named(text, before.span, quoted) if people.get(name) == who]
        if len(set(named)) < _TWO or _named(text, Span(here.span.start, place.start), quoted):
            continue
        speakers = {
            _surname(one, text)
            for one in story.attributions
            if one.source and one.cue and before.span.contains(one.cue[0]) and one.source_kind == "named"
        }
        if len(speakers & set(named)) != 1:
            yield index


def _people(text: str) -> Mapping[str, str]:
    """Surnames whose title says he or she, somewhere in the story."""
    found: dict[str, str] = {}
    for titled in _GENDERED.finditer(text):
        if _BEGINS.match(text, titled.start() - 1, titled.start()):  # the end of another word
            continue
        found[titled["surname"]] = "he" if titled["title"] in _MEN else "she"
    return found


def _named(text: str, span: Span, quoted: SpanSet) -> list[str]:
    """The capitalised words of a stretch outside quotations, of each name the last."""
    names = _NAMES.finditer(text, *span)
    return [name["last"] for name in names if not quoted.touches(Span(*name.span()))]


def _surname(said: Attribution, text: str) -> str:
    """The last capitalised word of the source's name, before what follows a comma; else the source as it stands."""
    source = said.source[0].of(text)
    names = re.findall(r"\b[A-Z][\w’'-]+", source.partition(",")[0])
    return names[-1] if names else source


WHERE: Mapping[str, Callable[[Story, int], Iterator[int]]] = {
    "late": late,
    "second-speaker": second_speaker,
    "sole": sole,
    "not-introduced": not_introduced,
    "ambiguous": ambiguous,
}


def chosen(story: Story, only: str, words: int) -> Iterator[Attribution]:
    """The attributions that `only` asks for, all of them where it is empty."""
    if not only:
        yield from story.attributions
    else:
        yield from (story.attributions[index] for index in WHERE[only](story, words))
