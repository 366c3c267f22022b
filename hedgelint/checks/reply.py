"""Who is accused in a story, and whether the other side was heard."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.errors import nearest
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_AFTER = 3  # sentences after an accusation in which any answer is an answer to it
_PAST_THE_NAME = 80  # code points between the one who is accused and the word that has to follow (of, for)
_CAPITAL = r"(?:[A-Z]|\d+ [A-Z])[\w’'&-]*(?:\.(?=[A-Z ]))?"
# A name of up to seven words, which begins and ends with a capital.
_CAPITALS = rf"{_CAPITAL}(?: (?:(?:of|the|and|for|de|al|bin|van|von) ){{0,2}}{_CAPITAL}){{0,6}}"
# What a story calls a body that it has named before.
_BODY = (
    r"(?:council|company|firm|government|ministry|police|club|hospital|trust|school|university|bank|airline|army|military"
    r"|party|charity|agency|authorit(?:y|ies)|regulator|developer|landlord|operator|board|department|church|diocese)\b"
)
_ACTIVE = pattern_of(
    rf"\s+(?:(?:the |former |then-?|President |its |his |her )*(?P<name>{_CAPITALS})|the (?:[a-z]+ )?(?P<body>{_BODY}))"
)
# Before a passive: who “was”, “has been”, “, who was”, “is”.
_PASSIVE = pattern_of(
    r"(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bfrom )(?<!\bfor )(?<!\bwith )"
    rf"(?P<name>{_CAPITALS})(?:, [^,.;:“”\"\n]{{2,50}},)?(?:,? who)?(?: (?:was|were|is|are|has|have|had|been|being|also"
    r"|repeatedly|widely|publicly|once|later|since|himself|herself|itself)){1,4} $"
)
_SUBJECT = pattern_of(
    rf"(?P<name>{_CAPITALS})(?: (?:had|has|have|also|repeatedly|then|knowingly|deliberately)){{0,2}} $"
)
_NOT = pattern_of(r"\b(?:not|never|without|nor|n[’']t)(?: \w+)? $|n[’']t (?:\w+ )?$")
_NEGATED = 24  # code points before the verb
_BEFORE = 120  # code points in which the name before a passive is looked for
_STOPS = pattern_of(
    r"(?:The|An?|He|She|It|They|We|I|But|And|In|On|At|For|As|If|When|While|This|That|These|Those|His|Her|Its|Their|Mr|Mrs"
    r"|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\Z"
)
_WORD = pattern_of(r"[^\W\d_][\w’'-]*")
_SOMEBODY = pattern_of(r"(?<![.!?“\"] )\b[A-Z][a-z]{2}")
_POSSESSIVE = pattern_of(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class ReplyCheck:
    """The first place where somebody named is accused whom the story neither lets answer nor was asked to answer. The
    accusing words are the list `accusing` (and statements of the kind accusation), the signs of an answer the list
    `signs`, the names under which states speak the list `voices`. {accused} is a message field; the related places are
    the other accusations of the same one. One match for each who is accused.
    """

    kind: ClassVar[str] = "reply"
    keys: ClassVar[Mapping[str, str]] = {"accusing": "string", "signs": "string", "voices": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("accusing",), ("signs",))
    verbs: tuple[tuple[str, str], ...]  # a form, and the word that follows the accused
    signs: tuple[tuple[str, str], ...]  # a form, and its kind
    voices: tuple[frozenset[str], ...]

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        lists = {key: lexicons[keys[key]] for key in cls.keys if key in keys}
        for key, words in lists.items():
            if not words.entries:
                raise KeyMistake((key,), f"there is no lexicon “{keys[key]}”", nearest(keys[key], lexicons.by_name))
        states = lists.get("voices", Lexicon("", ()))
        return cls(
            tuple((form, str(entry["then"])) for entry in lists["accusing"].entries for form in _forms(entry)),
            tuple((form, str(entry["kind"])) for entry in lists["signs"].entries for form in _forms(entry)),
            tuple(frozenset(form.lower() for form in _forms(entry)) for entry in states.entries),
        )

    def fields(self) -> Collection[str]:
        return ("accused",)

    def phrases(self) -> Sequence[str]:
        return [*(form for form, _ in self.verbs), *(form for form, _ in self.signs)]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        signs = [
            (hit.start, self.signs[hit.number - len(self.verbs)][1]) for hit in hits if hit.number >= len(self.verbs)
        ]
        if any(kind == "verdict" for _, kind in signs):
            return
        accused: dict[str, list[tuple[Span, str]]] = {}
        for span, name in sorted(self._accusations(story, hits)):
            key = _key(name)
            if key:
                accused.setdefault(key, []).append((span, name))
        speaking = _speaking(story)
        for key, places in accused.items():
            names = next((voice for voice in self.voices if places[0][1].lower() in voice), frozenset((key,)))
            spoken = any(_called(names, source) and not _namesake(places[0][1], source) for source in speaking)
            if spoken or _answered(story, signs, places, names):
                continue
            (span, name), *more = places
            yield Match(span, {"accused": name}, tuple(("accused here too", again) for again, _ in more))

    def _accusations(self, story: Story, hits: Sequence[Hit]) -> Iterator[tuple[Span, str]]:
        """The words that accuse, with the one who is accused, and the name."""
        text = story.document.text
        for hit in hits:
            if hit.number >= len(self.verbs) or _NOT.search(text[max(0, hit.start - _NEGATED) : hit.start]):
                continue
            then = re.compile(rf"[^.;:\n“”\"]{{0,{_PAST_THE_NAME}}}?\b{self.verbs[hit.number][1]}\b")
            active = _ACTIVE.match(text, hit.end)
            if active and then.match(text, active.end()):
                name = active["name"] or f"the {active['body']}"
                yield Span(hit.start, active.end()), name
                continue
            passive = _PASSIVE.search(text[max(0, hit.start - _BEFORE) : hit.start])
            if passive and then.match(text, hit.end):
                yield Span(max(0, hit.start - _BEFORE) + passive.start("name"), hit.end), passive["name"]
        for claim in story.claims:
            if "accusation" not in claim.reasons or not claim.attributed or not text[claim.focus.start].islower():
                continue
            subject = _SUBJECT.search(text[max(0, claim.focus.start - _BEFORE) : claim.focus.start])
            if subject:
                start = max(0, claim.focus.start - _BEFORE) + subject.start("name")
                yield Span(start, claim.focus.end), subject["name"]


def _forms(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (entry["term"], *entry.get("forms", ()))


def _key(name: str) -> str:
    """What the story goes on to call the one who is accused: the last word of the name; empty where it is none."""
    words = [word for word in _WORD.findall(name) if not _STOPS.match(word)]
    last = next((word for word in reversed(words) if word[0].isupper()), words[-1] if words else "")
    return _POSSESSIVE.sub("", last).lower()


def _speaking(story: Story) -> list[str]:
    text = story.document.text
    return [
        *(speaker.name.lower() for speaker in story.speakers),
        *(said.named(text).lower() for said in story.attributions if said.source),
    ]


def _called(names: Collection[str], words: str) -> bool:
    """Whether one of the names, or a form of it a letter or two longer (Morocco, Moroccan), stands in the words."""
    return any(
        re.search(rf"\b{re.escape(name[:-2] if len(name) > 6 and ' ' not in name else name)}", words) for name in names
    )


def _namesake(name: str, source: str) -> bool:
    """Of the same surname with another first name: Rafael Hale and Ida Hale."""
    one, other = _WORD.findall(name.lower()), _WORD.findall(source.lower())
    return len(one) == len(other) == 2 and one[1] == other[1] and one[0] != other[0]


def _answered(
    story: Story, signs: Sequence[tuple[int, str]], places: Sequence[tuple[Span, str]], names: Collection[str]
) -> bool:
    """A sign of an answer in a sentence that names the accused, or soon after an accusation; that an answer was sought,
    in any sentence that names nobody else."""
    text = story.document.text
    near = [sentence.span for span, _ in places for sentence in story.sentences_near(span, _AFTER)]
    for start, kind in signs:
        sentence = story.sentence_at(start)
        if sentence is None:
            continue
        if kind == "sought" and not _SOMEBODY.search(text, sentence.span.start + 1, sentence.span.end):
            return True
        if any(span.start <= start < span.end for span in near) or _called(names, sentence.span.of(text).lower()):
            return True
    return False
