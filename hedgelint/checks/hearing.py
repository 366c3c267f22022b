"""Whether a story hears those whom it accuses: who speaks in it, who answers, on whom a court has judged.

A long story accuses many. What is asked about each of them is looked up by name and by place, so that one more costs no
look at all who speak.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from hedgelint.annotate.months import DAY, MONTH
from hedgelint.annotate.story import Story
from hedgelint.checks.accused import Accusation, known_as
from hedgelint.patterns import pattern_of
from hedgelint.span import Span, SpanSet

_REACH = 80  # code points from the name of the accused to a word of answering
_AFTER = 3  # sentences after an accusation in which any answer is an answer to it
_SOMEBODY = pattern_of(r"(?<![.!?“\"] )\b[A-Z][a-z]{2}")
_SOMEBODY_ELSE = pattern_of(rf"(?<![.!?“\"] )\b(?!{DAY}|{MONTH}\b|The|Court|Crown|Judge)[A-Z][a-z]{{2}}")
_OF_SOMEBODY = pattern_of(r"(?:his|her|their|its)\b", re.IGNORECASE)  # his lawyer: of the accused, for all we know
_PERSONAL = ("he", "she", "they", "it")


class Hearing:
    """`signs` are the places of the signs of an answer, with their kinds; `places` all accusations of the story."""

    def __init__(self, story: Story, signs: Iterable[tuple[int, str]], places: Iterable[Accusation]) -> None:
        self._story, self._text = story, story.document.text
        self._signs = [(start, kind, at.span) for start, kind in signs if (at := story.sentence_at(start)) is not None]
        self._signs.sort()
        self._starts = [start for start, _, _ in self._signs]
        self._verdicts = [(start, sentence) for start, kind, sentence in self._signs if kind == "verdict"]
        self._places = sorted({one.span for one in places})

    def speaking(self, names: Collection[str]) -> Iterator[tuple[str, int]]:
        """Who of one of these names speaks, and where; a speaker under the longest name wherever he speaks last."""
        rows, places = self._speakers
        return ((rows[number], places[number]) for number in rows.naming(names))

    def judged(self, places: Sequence[Accusation], names: Collection[str]) -> bool:
        """Whether a verdict is on the accused: the sentence names no other person, or the accused; before the verdict,
        where the accusation stands in it too (Lund, who was jailed in May, accused Orne)."""
        if self._judges_nobody_else:
            return True
        for number in self._judged.naming(names):
            start, span = self._verdicts[number]
            end = start if any(span.start <= one.span.start < span.end for one in places) else span.end
            if called(names, self._text[span.start : end].lower()):
                return True
        return False

    def answered(self, places: Sequence[Accusation], names: Collection[str]) -> bool:
        """A sign of an answer in a sentence that names the accused, or soon after an accusation; that an answer was
        sought, in any sentence that names nobody else."""
        near = SpanSet(at.span for one in places for at in self._story.sentences_near(one.span, _AFTER))
        accusing, theirs = self._accusers(places)
        if self._answers_back(places, near, accusing):
            return True
        if any(theirs.at(start) is None for start in self._sought):
            return True
        for span in near:
            for start, kind, _ in self._signs[
                bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
            ]:
                if theirs.at(start) is None and not (kind == "answer" and self._is_anothers(start, names)):
                    return True
        return any(theirs.at(self._starts[number]) is None for number in self._windows.naming(names))

    def heard_from(self, one: Accusation) -> int:
        """From where on in the story whoever is accused may be heard on it: the paragraph before."""
        sentence = self._story.sentence_at(one.span.start)
        part = sentence.part if sentence is not None else 0
        return self._story.document.parts[max(0, part - 1)].span.start

    @cached_property
    def _speakers(self) -> tuple[_Rows, Sequence[int]]:
        story, last = self._story, dict[int, int]()
        names, places = list[str](), array("i")
        for said in story.attributions:
            if said.source:
                names.append(said.named(self._text).lower())
                places.append(said.source[0].start)
                if said.speaker is not None:
                    last[said.speaker] = said.source[0].start
        for number, speaker in enumerate(story.speakers):
            names.append(speaker.name.lower())
            places.append(last.get(number, speaker.first.start))
        return _Rows(names), places

    @cached_property
    def _judges_nobody_else(self) -> bool:
        return any(not _SOMEBODY_ELSE.search(self._text, span.start + 1, span.end) for _, span in self._verdicts)

    @cached_property
    def _judged(self) -> _Rows:
        return _Rows(span.of(self._text).lower() for _, span in self._verdicts)

    @cached_property
    def _sought(self) -> Sequence[int]:
        """Where an answer was sought, in a sentence that names nobody."""
        return [
            start
            for start, kind, span in self._signs
            if kind == "sought" and not _SOMEBODY.search(self._text, span.start + 1, span.end)
        ]

    @cached_property
    def _windows(self) -> _Rows:
        """What stands round each sign, in which the accused may be named: of one that was sought, its sentence."""
        return _Rows(
            self._text[start:end].lower()
            for start, end in (
                span if kind == "sought" else (max(span.start, start - _REACH), min(span.end, start + _REACH))
                for start, kind, span in self._signs
            )
        )

    @cached_property
    def _cued(self) -> Mapping[int, Sequence[str]]:
        """By where a sign stands, the named sources of whose cue it is a word."""
        found: dict[int, list[str]] = {}
        for said in self._story.attributions:
            if said.source_kind == "named":
                for cue in said.cue:
                    for start in self._starts[
                        bisect_left(self._starts, cue.start) : bisect_left(self._starts, cue.end)
                    ]:
                        found.setdefault(start, []).append(said.named(self._text).lower())
        return found

    def _is_anothers(self, start: int, names: Collection[str]) -> bool:
        """Whether the word of answering at `start` is the cue of somebody else, who is named: “…, Hale insisted”."""
        return any(not called(names, name) for name in self._cued.get(start, ()))

    @cached_property
    def _accusing(self) -> Mapping[Span, Collection[str]]:
        """By the place of an accusation, by what names they go who make it."""
        starts = [place.start for place in self._places]
        reach = max((place.end - place.start for place in self._places), default=0)
        found: dict[Span, set[str]] = {}
        for said in self._story.attributions:
            if not said.source:
                continue
            for piece in (*said.cue, *said.content):
                for place in self._places[bisect_left(starts, piece.start - reach) : bisect_left(starts, piece.end)]:
                    if place.end > piece.start and not _OF_SOMEBODY.match(named := said.named(self._text)):
                        found.setdefault(place, set()).add(known_as(named))
        return found

    @cached_property
    def _speech(self) -> Mapping[str, Sequence[Span]]:
        """Where those speak who accuse somebody, by what names they go."""
        found: dict[str, list[Span]] = {name: [] for names in self._accusing.values() for name in names if name}
        for said in self._story.attributions if found else ():
            if said.source and (name := known_as(said.named(self._text))) in found:
                found[name] += (*said.source, *said.cue)
        return found

    def _accusers(self, places: Sequence[Accusation]) -> tuple[Collection[str], SpanSet]:
        """By what names they go who accuse, and where they speak: their lawyer and their “insisted” are no answer."""
        accusing = {name for one in places for name in self._accusing.get(one.span, ()) if name}
        return accusing, SpanSet(span for name in accusing for span in self._speech[name])

    @cached_property
    def _pronouns(self) -> Sequence[tuple[int, str]]:
        """Where a pronoun speaks that is nobody's else; “anyone who asked” is not the accused."""
        return sorted(
            (said.source[0].start, name)
            for said in self._story.attributions
            if said.source_kind == "pronoun" and said.speaker is None and said.cue
            if (name := said.named(self._text).lower()) in _PERSONAL
        )

    def _answers_back(self, places: Sequence[Accusation], near: SpanSet, accusing: Collection[str]) -> bool:
        """“… accused Orne of hiding it. “I sent it,” he said”: by a pronoun that is nobody else's."""
        first = min(one.span.end for one in places)
        for span in near:
            for start, name in self._pronouns[bisect_left(self._pronouns, (max(span.start, first + 1), "")) :]:
                if start >= span.end:
                    break
                if name not in accusing:
                    return True
        return False


class _Rows:
    """Many short texts in one, so that a name is looked for in all of them at once."""

    def __init__(self, rows: Iterable[str]) -> None:
        starts, size, pieces = array("i"), 0, list[str]()
        for row in rows:
            starts.append(size)
            size += len(row) + 1
            pieces.append(row)
        self._text, self._starts = "\n".join(pieces), starts

    def __getitem__(self, number: int) -> str:
        after = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[number] : after]

    def naming(self, names: Iterable[str]) -> Iterator[int]:
        """The numbers of those in which one of the names stands, as `called` has it."""
        for name in names:
            for at in _begins(_stem(name), self._text):
                yield bisect_right(self._starts, at) - 1


def called(names: Iterable[str], words: str) -> bool:
    """Whether one of the names, or a form of it a letter or two longer (Morocco, Moroccan), stands in the words."""
    return any(next(_begins(_stem(name), words), None) is not None for name in names)


def _stem(name: str) -> str:
    return name[:-2] if len(name) > 6 and " " not in name else name


def _begins(start: str, words: str) -> Iterator[int]:
    r"""Where a word begins so: as `\b` and the letters, without a pattern for every name."""
    at = words.find(start)
    while at >= 0:
        if _in_word(words[at - 1 : at]) != _in_word(start[:1]):
            yield at
        at = words.find(start, at + 1)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
