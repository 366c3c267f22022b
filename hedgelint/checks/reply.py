"""Whether who is accused in a story is heard in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.accused import Accusation, Accusers, accusing, forms, known_as
from hedgelint.checks.check import KeyMistake, Match
from hedgelint.checks.hearing import Hearing
from hedgelint.errors import nearest
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

# Papers of a body are not the body that answers.
_OF_A_BODY = pattern_of(
    r"\b(?:data|figures|statistics|documents?|records?|report|survey|website|papers?|minutes|filings?)$"
)
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
        accused: dict[str, list[Accusation]] = {}
        for one in sorted(self.accusers.find(story, [hit for hit in hits if hit.number < words])):
            who = known_as(one.name)
            if who:
                accused.setdefault(who, []).append(one)
        hearing = Hearing(story, signs, (one for places in accused.values() for one in places))
        blamed: list[Accusation] = []
        for who, places in accused.items():
            name = places[0].name
            voice = next((voice for voice in self.voices if name.lower() in voice), None)
            if voice is None and all(one.role == "act" for one in places):  # of no state
                continue
            if any(one.role == "charged" for one in places) and signs:
                continue
            names = voice or frozenset((who,))
            if hearing.judged(places, names) or hearing.answered(places, names):
                continue
            spoken = [at for source, at in hearing.speaking(names) if _same(name, source)]
            if spoken:
                grave = [one for one in places if one.grave and max(spoken) < hearing.heard_from(one)]
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


def _same(name: str, source: str) -> bool:
    """Whether a source of that word is the accused: not of the same surname with another first name (Rafael Hale and
    Ida Hale), nor what belongs to the body (government data)."""
    if name.startswith("the "):
        return not _OF_A_BODY.search(source)
    one, other = _NAME_WORD.findall(name.lower()), _NAME_WORD.findall(source.lower())
    return not (len(one) == len(other) == 2 and one[1] == other[1] and one[0] != other[0])
