"""What a shape finds in a unit, what it is given, and a refusal."""

from __future__ import annotations

from hedgelint.annotate.attributions.closed import BE, SUBJECT
from hedgelint.annotate.attributions.cues import Verb
from hedgelint.annotate.attributions.tokens import Unit
from hedgelint.values import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in word indices of its unit; `shape` is the name of what found it, `lemma` the entry of the list
    that its cue stands in."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    kind: str
    shape: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class No:
    """A cue that makes no attribution, by the name of what stopped it; `reader` is the name of the shapes that were
    asked about it, where one of them had the cue."""

    name: str
    reader: str = ""


Outcome = Found | No | None  # None: not this shape's, so the next one is asked


@dataclass(frozen=True, slots=True)
class At:
    """A verb in its unit: the word `i`, its group from `start`, its cue up to `end`, the entry that it is a form of,
    and the `subject` of the attribution before it in the unit."""

    unit: Unit
    i: int
    start: int
    end: int
    verb: Verb
    subject: Range | None
    previous: str  # the words on both sides of the verb
    after: str

    @classmethod
    def of(cls, unit: Unit, i: int, start: int, end: int, verb: Verb, subject: Range | None) -> At:
        words = unit.words
        after = words[i + 1] if i + 1 < len(words) else ""
        return cls(unit, i, start, end, verb, subject, words[i - 1] if i else "", after)

    @property
    def shortened(self) -> bool:
        """The ’s before it may be has or is: she’s said, it’s said."""
        words, i = self.unit.words, self.i
        return i > 1 and words[i - 1] == "'s" and words[i - 2] in SUBJECT and "participle" in self.verb.forms

    @property
    def passive(self) -> bool:
        """Behind a form of be: “is said”, “she’s seen as”, “it’s said that”; but “she’s said that” is none."""
        if "participle" not in self.verb.forms or self.start == self.i:
            return False
        words = self.unit.words
        group = words[self.start : self.i]
        if any(word in BE and word != "'s" for word in group):
            return True
        if not self.shortened:
            return False
        return self.after == "as" or self.after in self.verb.passive or words[self.i - 2] == "it"

    @property
    def to_do(self) -> bool:
        """A base form behind “to”."""
        return self.previous == "to" and "base" in self.verb.forms

    def found(self, source: Range | None, content: tuple[Range, ...], shape: str) -> Found:
        """With the whole of the verb as its cue."""
        return Found(source, (self.start, self.end), content, self.verb.kind, shape, self.verb.lemma)
