"""Whether who is accused in a story is heard in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.months import DAY, MONTH
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Attribution, Story
from hedgelint.checks.accused import Accusation, Accusers, accusing, forms, known_as
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.errors import nearest
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_REACH = 80  # code points from the name of the accused to a word of answering
_AFTER = 3  # sentences after an accusation in which any answer is an answer to it
_SOMEBODY = pattern_of(r"(?<![.!?“\"] )\b[A-Z][a-z]{2}")
_SOMEBODY_ELSE = pattern_of(rf"(?<![.!?“\"] )\b(?!{DAY}|{MONTH}\b|The|Court|Crown|Judge)[A-Z][a-z]{{2}}")
# Papers of a body are not the body that answers.
_OF_A_BODY = pattern_of(
    r"\b(?:data|figures|statistics|documents?|records?|report|survey|website|papers?|minutes|filings?)$"
)
_OF_SOMEBODY = pattern_of(r"(?:his|her|their|its)\b", re.IGNORECASE)  # his lawyer: of the accused, for all we know
_PERSONAL = ("he", "she", "they", "it")
_NAME_WORD = pattern_of(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class ReplyCheck:
    """The first place where somebody named is accused whom the story neither lets answer nor was asked to answer. The
    accusing words are the list `accusing` (and statements of the kind accusation), the signs of an answer the list
    `signs`, the names under which states and bodies speak the list `voices`. {accused} is a message field; the related
    places are the other accusations of the same one. One match for each who is charged; one suggestion for all who are
    only blamed.
    """

    kind: ClassVar[str] = "reply"
    keys: ClassVar[Mapping[str, str]] = {"accusing": "string", "signs": "string", "voices": "string"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("accusing",), ("signs",))
    accusers: Accusers
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
            Accusers(accusing(lists["accusing"])),
            tuple((form, str(entry["kind"])) for entry in lists["signs"].entries for form in forms(entry)),
            tuple(frozenset(form.lower() for form in forms(entry)) for entry in states.entries),
        )

    def fields(self) -> Collection[str]:
        return ("accused",)

    @property
    def waits(self) -> tuple[str, ...]:
        return ("hits", "claims")

    def phrases(self) -> Sequence[str]:
        return [*(word.form for word in self.accusers.words), *(form for form, _ in self.signs)]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        words = len(self.accusers.words)
        signs = [(hit.start, self.signs[hit.number - words][1]) for hit in hits if hit.number >= words]
        verdicts = [start for start, kind in signs if kind == "verdict"]
        accused: dict[str, list[Accusation]] = {}
        for one in sorted(self.accusers.find(story, [hit for hit in hits if hit.number < words])):
            who = known_as(one.name)
            if who:
                accused.setdefault(who, []).append(one)
        speaking = _speaking(story)
        blamed: list[Accusation] = []
        for who, places in accused.items():
            name = places[0].name
            voice = next((voice for voice in self.voices if name.lower() in voice), None)
            if voice is None and all(one.role == "act" for one in places):  # of no state
                continue
            if any(one.role == "charged" for one in places) and signs:
                continue
            names = voice or frozenset((who,))
            spoken = [at for source, at in speaking if _called(names, source) and _same(name, source)]
            judged = any(_judged(story, start, places, names) for start in verdicts)
            if judged or _answered(story, signs, places, names):
                continue
            if spoken:
                grave = [one for one in places if one.grave and max(spoken) < _heard_from(story, one)]
                blamed += grave
            elif any(one.grave for one in places):
                yield _match(max(places, key=lambda one: one.grave), places)
            else:
                blamed += places
        if blamed:
            blamed.sort()
            yield _match(blamed[0], blamed, "suggestion")


def _match(first: Accusation, places: Sequence[Accusation], severity: str | None = None) -> Match:
    more = tuple(("accused here too", one.span) for one in places if one is not first)
    return Match(first.span, {"accused": first.name}, more, severity=severity)


def _speaking(story: Story) -> list[tuple[str, int]]:
    """Who speaks, and where; a speaker under his longest name wherever he speaks last."""
    text = story.document.text
    last = {
        said.speaker: said.source[0].start for said in story.attributions if said.source and said.speaker is not None
    }
    return [
        *((speaker.name.lower(), last.get(i, speaker.first.start)) for i, speaker in enumerate(story.speakers)),
        *((said.named(text).lower(), said.source[0].start) for said in story.attributions if said.source),
    ]


def _heard_from(story: Story, one: Accusation) -> int:
    """From where on in the story whoever is accused may be heard on it: the paragraph before."""
    sentence = story.sentence_at(one.span.start)
    part = sentence.part if sentence is not None else 0
    return story.document.parts[max(0, part - 1)].span.start


def _called(names: Collection[str], words: str) -> bool:
    """Whether one of the names, or a form of it a letter or two longer (Morocco, Moroccan), stands in the words."""
    return any(_begins(name[:-2] if len(name) > 6 and " " not in name else name, words) for name in names)


def _begins(start: str, words: str) -> bool:
    r"""Whether a word begins so: as `\b` and the letters, without a pattern for every name."""
    at = words.find(start)
    while at >= 0:
        if _in_word(words[at - 1 : at]) != _in_word(start[:1]):
            return True
        at = words.find(start, at + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _same(name: str, source: str) -> bool:
    """Whether a source of that word is the accused: not of the same surname with another first name (Rafael Hale and
    Ida Hale), nor what belongs to the body (government data)."""
    if name.startswith("the "):
        return not _OF_A_BODY.search(source)
    one, other = _NAME_WORD.findall(name.lower()), _NAME_WORD.findall(source.lower())
    return not (len(one) == len(other) == 2 and one[1] == other[1] and one[0] != other[0])


def _answered(
    story: Story, signs: Sequence[tuple[int, str]], places: Sequence[Accusation], names: Collection[str]
) -> bool:
    """A sign of an answer in a sentence that names the accused, or soon after an accusation; that an answer was sought,
    in any sentence that names nobody else."""
    text = story.document.text
    near = [sentence.span for one in places for sentence in story.sentences_near(one.span, _AFTER)]
    accusing, theirs = _accusers(story, places)
    if any(_answers_back(story, said, places, near, accusing) for said in story.attributions):
        return True
    for start, kind in signs:
        sentence = story.sentence_at(start)
        if sentence is None or any(span.start <= start < span.end for span in theirs):
            continue
        if kind == "sought" and not _SOMEBODY.search(text, sentence.span.start + 1, sentence.span.end):
            return True
        beside = any(span.start <= start < span.end for span in near) and not (
            kind == "answer" and _another(story, start, names)
        )
        if kind == "sought":
            said = sentence.span
        else:
            said = Span(max(sentence.span.start, start - _REACH), min(sentence.span.end, start + _REACH))
        if beside or _called(names, said.of(text).lower()):
            return True
    return False


def _another(story: Story, start: int, names: Collection[str]) -> bool:
    """Whether the word of answering at `start` is the cue of somebody else, who is named: “…, Hale insisted”."""
    text = story.document.text
    return any(
        said.source_kind == "named" and not _called(names, said.named(text).lower())
        for said in story.attributions
        if any(cue.start <= start < cue.end for cue in said.cue)
    )


def _judged(story: Story, start: int, places: Sequence[Accusation], names: Collection[str]) -> bool:
    """Whether a verdict is on the accused: the sentence names no other person, or the accused; before the verdict,
    where the accusation stands in it too (Lund, who was jailed in May, accused Orne)."""
    text, sentence = story.document.text, story.sentence_at(start)
    if sentence is None:
        return False
    span = sentence.span
    end = start if any(span.start <= one.span.start < span.end for one in places) else span.end
    return _called(names, text[span.start : end].lower()) or not _SOMEBODY_ELSE.search(text, span.start + 1, span.end)


def _accusers(story: Story, places: Sequence[Accusation]) -> tuple[Collection[str], Sequence[Span]]:
    """By what names they go who accuse, and where they speak: their lawyer and their “insisted” are no answer."""
    text = story.document.text
    accusing = {
        known_as(said.named(text))
        for said in story.attributions
        if said.source and any(_touches((*said.cue, *said.content), one.span) for one in places)
        if not _OF_SOMEBODY.match(said.named(text))
    }
    accusing.discard("")
    theirs = [
        span
        for said in story.attributions
        if said.source and known_as(said.named(text)) in accusing
        for span in (*said.source, *said.cue)
    ]
    return accusing, theirs


def _touches(spans: Sequence[Span], place: Span) -> bool:
    return any(span.start < place.end and span.end > place.start for span in spans)


def _answers_back(
    story: Story, said: Attribution, places: Sequence[Accusation], near: Sequence[Span], accusing: Collection[str]
) -> bool:
    """“… accused Orne of hiding it. “I sent it,” he said”: by a pronoun that is nobody else's."""
    text = story.document.text
    if said.source_kind != "pronoun" or said.speaker is not None or not said.cue:
        return False
    if said.named(text).lower() not in _PERSONAL:  # “anyone who asked” is not the accused
        return False
    start = said.source[0].start
    after = any(one.span.end < start for one in places) and any(span.start <= start < span.end for span in near)
    return after and said.named(text).lower() not in accusing
