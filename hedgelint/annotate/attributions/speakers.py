"""Who is who: a pronoun, a surname or an abbreviation to the person it stands for, where that is safe."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from hedgelint.annotate.attributions.closed import PREPOSITION
from hedgelint.annotate.attributions.names import Name, Names, abbreviations
from hedgelint.annotate.story import Attribution, Speaker
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import replace

_GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
_REACH = 600  # code points within which a pronoun still means the last speaker
_ROLE = 6  # words of what somebody is called beside the name
_NO_ROLE = frozenset(("who", "which", "whose", "from", "of", "in", "at", "and", "but", "now", "then", "aged", "also"))
_ARTICLE = pattern_of(r"(?:the|an?)\s+", re.IGNORECASE)
# “Ida Hale, the minister for trade, came”, without what stands before the comma.
_IN_OFFICE = pattern_of(r", (?:the|an?) ([a-z][a-z-]*(?: [\w’'-]+){0,5}),")
_NOBODY = ("none", "vague", "anonymous")


def met_roles(text: str, people: Sequence[Span]) -> dict[str, Span]:
    """Who holds an office, as the story has it where it first names them: by the whole of it and by its first words,
    up to a preposition. An office of two persons is left out."""
    found: dict[str, Span | None] = {}
    for person in people:
        said = _IN_OFFICE.match(text, person.end)
        words = said[1].split() if said is not None else []
        head = next((i for i, word in enumerate(words) if word in PREPOSITION), len(words))
        for role in {" ".join(words).lower(), " ".join(words[:head]).lower()} - {""}:
            found[role] = None if role in found else person
    return {role: person for role, person in found.items() if person is not None}


class SpeakerLinks:
    """Takes the attributions of one story in order and numbers their sources."""

    def __init__(self, text: str, names: Names, people: Sequence[Span]) -> None:
        self._text = text
        self._people = people  # persons named at the head of a sentence, in order
        self._names = names
        self._long = abbreviations(text)
        self._read: dict[str, Name | None] = {}
        self._speakers: list[Speaker] = []
        self._genders: dict[int, str] = {}
        self._by_name: dict[str, int] = {}
        self._by_role: dict[str, int | None] = {}
        self._by_last: dict[str, int | None] = {}
        self._met_roles = met_roles(text, people)
        self._recent: tuple[int, int] | None = None  # speaker, offset
        self._several: tuple[int, int] | None = None  # the last group or institution, offset

    def speakers(self) -> tuple[Speaker, ...]:
        return tuple(self._speakers)

    def link(self, attribution: Attribution) -> Attribution:
        if not attribution.source or attribution.source_kind in _NOBODY:
            return attribution
        span = attribution.source[0]
        if attribution.source_kind == "pronoun":
            number = self._pronoun(span)
            return attribution if number is None else attribution.spoken_by(number)
        name = self._named(span.of(self._text))
        if name is None:
            return attribution
        number = self._number(span, name, attribution.source_kind)
        if name.person:
            self._described(span.of(self._text), number)
            self._recent = (number, span.end)
        else:
            self._several = (number, span.end)
        return attribution.spoken_by(number)

    def relatives(self, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
        """“Hale, a lawyer who opposed the plan, said”: the “who” is whoever the longer source names."""
        named = sorted((a.source[0], a.speaker) for a in attributions if a.source and a.speaker is not None)
        out: list[Attribution] = []
        for one in attributions:
            if one.speaker is None and one.source and one.source[0].of(self._text).lower() == "who":
                at = bisect_right(named, one.source[0].start, key=lambda item: item[0].start)
                for span, speaker in named[max(0, at - 1) : at]:
                    if span.contains(one.source[0]):
                        one = one.spoken_by(speaker)
            out.append(one)
        return tuple(out)

    def _named(self, words: str) -> Name | None:
        if words not in self._read:
            self._read[words] = self._names.of(words)
        return self._read[words]

    def _pronoun(self, span: Span) -> int | None:
        word = span.of(self._text).lower()
        if word in ("they", "their", "it", "its"):
            near, other = self._several, self._recent
            if near is None or span.start - near[1] > _REACH or (other and other[1] > near[1]):
                return None
            self._several = (near[0], span.end)
            return near[0]
        if word in _GENDERS:
            self._meet(span)
        gender, near = _GENDERS.get(word), self._recent
        if gender is None or near is None or span.start - near[1] > _REACH:
            return None
        if self._genders.setdefault(near[0], gender) != gender:
            return None
        self._recent = (near[0], span.end)
        return near[0]

    def _meet(self, pronoun: Span) -> None:
        """The person named last before the pronoun, though not as a source, is the one it means."""
        at = bisect_right(self._people, pronoun.start, key=lambda person: person.start) - 1
        if at < 0 or (self._recent is not None and self._recent[1] >= self._people[at].start):
            return
        span = self._people[at]
        name = self._named(span.of(self._text))
        if name is None or not name.person or pronoun.start - span.end > _REACH:
            return
        before = self._genders.get(self._recent[0]) if self._recent is not None else None
        number = self._number(span, name, "named")
        either = before == _GENDERS[pronoun.of(self._text).lower()] and number not in self._genders
        self._recent = None if either else (number, span.end)  # it may be the one or the other

    def _number(self, span: Span, name: Name, kind: str) -> int:
        key = str(name).lower()
        key = self._long.get(key, key)
        number = self._by_name.get(key)
        if number is None and not name.person:
            number = self._by_role.get(key)
            number = self._in_the_role(key, span) if key not in self._by_role else number
            if number is not None:
                return number
        if number is None and len(name.words) == 1:
            number = self._by_last.get(name.last)
        if number is None and name.person and len(name.words) > 1:
            number = self._once_short(name)
        if number is None:
            number = len(self._speakers)
            self._speakers.append(Speaker(str(name), kind, span))
            # Two of one last name: it is no longer safe.
            self._by_last[name.last] = None if name.last in self._by_last else number
        elif len(str(name)) > len(self._speakers[number].name):
            self._speakers[number] = replace(self._speakers[number], name=str(name))
        self._by_name.setdefault(key, number)
        if name.gender:
            self._genders.setdefault(number, name.gender)
        return number

    def _in_the_role(self, role: str, source: Span) -> int | None:
        """Of “Ida Hale, the minister for trade, came”, who said nothing there, when the minister speaks."""
        met = self._met_roles.get(role)
        name = self._named(met.of(self._text)) if met is not None and met.start < source.start else None
        return self._number(met, name, "named") if met is not None and name is not None and name.person else None

    def _described(self, source: str, number: int) -> None:
        """“Ida Hale, mayor of Carrow,” is the mayor of Carrow, and the mayor, until another is."""
        for piece in source.split(",")[:3]:
            words = _ARTICLE.sub("", piece.strip(), count=1).split()
            if (
                not 0 < len(words) <= _ROLE
                or not words[0].islower()
                or words[0].endswith("ing")
                or words[0] in _NO_ROLE
            ):
                continue
            head = next((i for i, word in enumerate(words) if word in PREPOSITION), len(words))
            for role in {" ".join(words), " ".join(words[:head]), words[head - 1] if head else ""}:
                known = self._by_role.setdefault(role.lower(), number)
                if known != number:
                    self._by_role[role.lower()] = None  # two of them

    def _once_short(self, name: Name) -> int | None:
        """Somebody whom the story has called by the surname alone so far."""
        number = self._by_last.get(name.last)
        if number is not None and self._speakers[number].name.lower() == name.last:
            return number
        return None
