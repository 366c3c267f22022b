"""Whose words a quotation has, looked at turn by turn, and whether that is who the story says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.annotate.story import Story
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.transcript import OWN, Turn
from hedgelint.values import dataclass

_WORD = pattern_of(r"[^\W\d_][\w'’\-]*")
# Forms of address, which two people may share.
_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "the", "of", "a", "an", "and", "by", "hon"))
_WEAK = 3  # words over the border of a machine's label that are the machine's error
_WRITER = "whoever wrote it"
_SAID = 20  # words of a story between two halves of a quotation: said Joan Hale, who chairs the board
_AFTER = 3  # words of another between two halves of an answer that do not part it: “Mm-hmm”, “In writing?”


@dataclass(frozen=True, slots=True)
class Whose:
    """`kind` is misattributed, joined or empty; `speaker` whose the words are (for a join, all of them); `doubtful`
    where a machine made the label, or nobody can say who Q is; `words` how many of a join are those of whoever says
    fewest of them."""

    kind: str = ""
    speaker: str = ""
    doubtful: bool = False
    words: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """Whom the story gives a quotation to, in small words; `asks` where it says that they asked it."""

    words: frozenset[str] = frozenset()
    asks: bool = False

    @classmethod
    def of(cls, story: Story, quotation: int) -> Claimed:
        number = story.quotations[quotation].attribution
        if number is None:
            return cls()
        said = story.attributions[number]
        name = story.speakers[said.speaker].name if said.speaker is not None else ""
        if not name and said.source_kind in ("named", "role"):
            name = said.named(story.document.text)
        asks = said.lemma in ("ask", "inquire", "enquire", "question", "wonder")
        return cls(cls.named(name).words, asks)

    @classmethod
    def named(cls, name: str) -> Claimed:
        """Somebody by name; the words of a role (the president) where there is none."""
        found = _WORD.findall(name.split(",")[0])
        capitals = [word for word in found if word[0].isupper()]
        return cls(name_words(capitals or found))

    def among(self, source: SourceIndex) -> frozenset[str]:
        """The names in this source that may be theirs: those with most words in common, and shorter forms of them."""
        if not self.words:
            return frozenset()
        theirs = {name: name_words(words) for name, words in source.names if self._fits(words)}
        most = max((len(self.words & words) for words in theirs.values()), default=0)
        best = [words for words in theirs.values() if len(self.words & words) == most]
        return frozenset(name for name, words in theirs.items() if any(_alike(words, one) for one in best))

    def _fits(self, theirs: Sequence[str]) -> bool:
        """The last word of a name, or all of a role, is in common; a first name alone where the label is one."""
        if not theirs:
            return False
        if theirs[-1].lower() in self.words:
            return True
        return theirs[0].lower() in self.words and name_words(theirs) <= self.words


def name_words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s$", "", word.lower()) for word in words) - _ADDRESS


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def fits(claimed: Claimed, names: frozenset[str], turn: Turn | None) -> bool:
    """Whether these words may be the speaker's: theirs by name, or nobody's."""
    return turn is None or not names or turn.speaker in names


def whose(source: SourceIndex, claimed: Claimed, ranges: Sequence[tuple[int, int]]) -> Whose:
    """`ranges` are the words of the source that the quotation has, in its order."""
    turns = source.transcript.turns
    if not turns or not ranges:
        return Whose()
    runs = _runs(source, ranges)
    if source.transcript.kind == "story":
        return _quoted(source, claimed.among(source), runs)
    held = _without_borders(source, runs)
    speakers = [(number, turns[number] if number >= 0 else None) for number, _, _ in held]
    voices = _voices(source, held, ranges)
    names = claimed.among(source)
    if len(voices) > 1:
        told = list(dict.fromkeys(turn.speaker or "somebody else" for _, turn in speakers if turn is not None))
        doubtful = all(turn.label == "machine" for _, turn in speakers if turn is not None)
        return Whose("joined", " and ".join(told), doubtful, min(size for _, _, size in held))
    turn = next((turn for _, turn in speakers if turn is not None), None)
    if turn is None:
        return Whose()
    if names and turn.speaker and turn.speaker not in names:
        return Whose("misattributed", turn.speaker, turn.label == "machine")
    if turn.asks and not claimed.asks and claimed.words and turn.speaker not in names:
        known = bool(names)
        return Whose("misattributed", "whoever asks" if turn.speaker in ("Q", "") else turn.speaker, not known)
    return Whose("", turn.speaker)


def back_channel(source: SourceIndex, start: int, end: int) -> bool | None:
    """Words [start, end) of the source were left out. True where they are a few words of another between two halves of
    one answer, False where they are more of another's, None where they are the speaker's own."""
    turns = source.transcript.turns
    if not turns or start == 0 or end >= len(source.words) or start >= end:
        return None
    before, after = source.turn_of(start - 1), source.turn_of(end)
    if before == after or before < 0 or not turns[before].speaker or turns[before].speaker != turns[after].speaker:
        return None
    if source.transcript.kind == "story":
        own = all(turns[source.turn_of(k)].label == OWN for k in range(start, end))
        return True if own and end - start <= _SAID else None
    theirs = sum(source.turn_of(k) not in (before, after) for k in range(start, end))
    if theirs != end - start:
        return None
    return theirs <= _AFTER


def _quoted(source: SourceIndex, names: frozenset[str], runs: Sequence[tuple[int, int, int]]) -> Whose:
    """In a story only the words in marks are those of whom it names; judged where it quotes the speaker at all."""
    if not names:
        return Whose()
    turns = source.transcript.turns
    sizes: dict[str, int] = {}
    for number, _, size in runs:
        speaker = _WRITER if turns[number].label == OWN else turns[number].speaker
        if speaker:
            sizes[speaker] = sizes.get(speaker, 0) + size
    mine = {speaker: size for speaker, size in sizes.items() if speaker in names}
    others = {speaker: size for speaker, size in sizes.items() if speaker not in names and size > _AFTER}
    if not others:
        return Whose("", next(iter(mine), ""))
    sure = _WRITER not in others and all(turns[number].label == "typed" for number, _, _ in runs)
    if mine:
        return Whose("joined", " and ".join((*mine, *others)), not sure, min((*mine.values(), *others.values())))
    return Whose("misattributed", " and ".join(others), not sure)


def _voices(
    source: SourceIndex, runs: Sequence[tuple[int, int, int]], ranges: Sequence[tuple[int, int]]
) -> set[object]:
    """Speakers by name; one without a name is another in each turn, but two turns that somebody else's parts, and that
    the quotation does not run together, may be one person's."""
    turns = source.transcript.turns
    out: set[object] = set()
    bare: list[tuple[int, int]] = []
    for number, first, _ in runs:
        if number < 0:
            continue
        if turns[number].speaker:
            out.add(turns[number].speaker)
            continue
        parted = bool(bare) and any(start == first for start, _ in ranges) and (number - bare[0][0]) % 2 == 0
        bare.append((number, first))
        out.add(bare[0][0] if parted else number)
    return out


def _runs(source: SourceIndex, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(turn, first word, words) for each stretch in one turn."""
    out: list[tuple[int, int, int]] = []
    for start, end in ranges:
        at = start
        while at < end:
            turn = source.turn_of(at)
            stop = at + 1
            while stop < end and source.turn_of(stop) == turn:
                stop += 1
            if out and out[-1][0] == turn:
                out[-1] = (turn, out[-1][1], out[-1][2] + stop - at)
            else:
                out.append((turn, at, stop - at))
            at = stop
    return out


def _without_borders(source: SourceIndex, runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Without a few words at either end that a machine gave to the neighbour."""
    turns = source.transcript.turns
    held = list(runs)
    while len(held) > 1 and _weak(turns, held[0]) and held[0][1] + held[0][2] == held[1][1]:
        del held[0]
    while len(held) > 1 and _weak(turns, held[-1]) and held[-2][1] + held[-2][2] == held[-1][1]:
        del held[-1]
    return held


def _weak(turns: Sequence[Turn], run: tuple[int, int, int]) -> bool:
    return run[0] >= 0 and turns[run[0]].label == "machine" and run[2] <= _WEAK
