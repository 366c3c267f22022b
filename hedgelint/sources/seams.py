"""No opposite passes: what a quotation leaves out at its edges, behind an ellipsis and in a bracket."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex
from hedgelint.span import Span
from hedgelint.values import dataclass
from hedgelint.verdict import Change

_CLAUSE = pattern_of(r"[.,;:?!…—–()“”\"]|--|\n\s*\n|(?<=\s)-(?=\s)")
_SENTENCE = pattern_of(r"[.?!…“”\"]|\n\s*\n")
_STOP = pattern_of(r"[.?!]")
_QUOTE = pattern_of('[“”"]')
# A sound of hesitation with its commas: not, uh, closed.
_FILLED = pattern_of(r"(?:[,…—–]|\.{3}|--)?\s*[^\W\d_]+(?:-[^\W\d_]+)*\s*(?:[,…—–]|\.{3}|--)?")
_BACK = 5  # words before the first that are looked at
_HEAD = 25  # words of a condition that opens a sentence
_FAR = 60  # words that an ellipsis may leave out and still be one seam


Phrases = tuple[tuple[str, ...], ...]


def _phrases(terms: frozenset[str]) -> Phrases:
    """The longest first."""
    return tuple(sorted((tuple(term.split()) for term in terms), key=len, reverse=True))


def _begins(phrases: Phrases, forms: Sequence[str], at: int) -> bool:
    return any(tuple(forms[at : at + len(phrase)]) == phrase for phrase in phrases)


def _stops(source: SourceIndex, word: int, *, heard: bool = True) -> str:
    """What stands before a word, without a story's own quotation marks: it is not “ready to sell”. What is between two
    words and has letters is a sound of hesitation: with its commas left out where it is not `heard`."""
    between = source.between(word)
    if not heard:
        between = _FILLED.sub(" ", between)
    return _QUOTE.sub("", between) if source.transcript.kind == "story" else between


def _is_asked(source: SourceIndex, word: int) -> bool:
    """Is it not true that: who asks so, does not deny it."""
    stop = _STOP.search(source.document.text, source.words.starts[word])
    return stop is not None and stop.group() == "?"


def _is_name(source: SourceIndex, word: int) -> bool:
    """May, with a capital, is a month or a name."""
    at = source.words.starts[word]
    return source.document.text[at].isupper() and _SENTENCE.search(source.between(word)) is None


@dataclass(frozen=True, slots=True)
class Outside:
    """What the story says round a quotation, in its own words: who tells the “not” there, need not quote it."""

    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Seams:
    """Reads `fidelity-words`: role `negation` and `denial`; `seam`: condition, bound, hedge, opener (a word that opens
    a clause of its own), frame (a verb that a “not” before it turns what follows round: I do not think), light (what
    may stand between a “not” and the word it is said of), auxiliary, reversal (it does what a “not” does: refused to,
    doubt that), limit (a condition of what is denied: not until May), idle (it looks like a condition: if you ask me),
    inverted (a condition where a clause begins with it: had we known), tail (“no” and it are a “not”: no longer, by no
    means)."""

    negations: frozenset[str]
    denials: frozenset[str]
    conditions: Phrases
    limits: Phrases
    idle: Phrases
    inverted: frozenset[str]
    reversals: frozenset[str]
    bounds: Phrases
    hedges: frozenset[str]
    openers: frozenset[str]
    frames: frozenset[str]
    light: frozenset[str]
    auxiliaries: frozenset[str]
    tails: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Seams:
        words = lexicons["fidelity-words"]

        def seam(kind: str) -> frozenset[str]:
            return frozenset(e["term"] for e in words.entries if kind in str(e.get("seam", "")).split())

        return cls(
            frozenset(words.terms(role="negation")),
            frozenset(words.terms(role="denial")),
            _phrases(seam("condition")),
            _phrases(seam("limit")),
            _phrases(seam("idle")),
            seam("inverted"),
            seam("reversal"),
            _phrases(seam("bound")),
            seam("hedge"),
            seam("opener"),
            seam("frame"),
            seam("light"),
            seam("auxiliary"),
            seam("tail"),
        )

    def before(self, source: SourceIndex, start: int, outside: Outside, *, whole: bool, at: int) -> Iterator[Change]:
        """What stands before the first word. `whole`: the quotation is a sentence of its own; `at` is where it begins
        in the story."""
        forms = source.words.forms
        first = start
        while first > 0 and start - first < _BACK and not _CLAUSE.search(_stops(source, first, heard=whole)):
            if not source.in_one_turn(first - 1, start):
                break
            first -= 1
        back = forms[first:start]
        head = self._head(source, start) if not self._conditional(outside.forms) else None
        if head is not None:
            yield self._dropped(source, *head, at, "condition")
        if not back:
            return
        if (
            not self._denied(outside)
            and (turn := self._turning(back, whole and not _is_asked(source, start))) is not None
        ):
            yield self._dropped(source, first + turn, start, at, "negation")
            return
        rest = [word for word in back if word not in ("that", "only", "even")]
        if rest and (rest[-1],) in self.conditions and not self._conditional(outside.forms) and self._asks(back):
            yield self._dropped(source, start - 1, start, at, "condition")
        bound = self._bound(back, forms[start])
        if bound and not set(bound) & outside.forms:
            yield self._dropped(source, start - len(bound), start, at, "bound")

    def after(self, source: SourceIndex, end: int, outside: Outside, *, at: int) -> Iterator[Change]:
        """What stands behind the last word: a “not” that its verb needs, a condition."""
        forms = source.words.forms
        if end >= len(forms) or not source.in_one_turn(end, end - 1):
            return
        between = source.between(end)
        stop = self._not(forms, end)
        if (
            stop > end
            and not _CLAUSE.search(_stops(source, end, heard=False))
            and forms[end - 1] in self.auxiliaries
            and not self._denied(outside)
        ):
            yield self._dropped(source, end, stop, at, "negation")
        if _SENTENCE.search(between) or self._conditional(outside.forms):
            return
        opens = end + (forms[end] == "only")
        if self._condition(forms, opens) or (self._limit(forms, end) and self._negated(source, end)):
            stop = opens + 1
            while stop < len(forms) and stop - end < 12 and not _CLAUSE.search(source.between(stop)):
                stop += 1
            if self._asks(forms[end - 1 : end]) and stop - opens > 2:
                yield self._dropped(source, end, stop, at, "condition")

    def gap(self, source: SourceIndex, start: int, end: int, inserted: Sequence[str], *, at: int) -> Iterator[Change]:
        """What an ellipsis or a bracket stands for: words [start, end) of the source. `inserted` are the words of the
        bracket."""
        forms = source.words.forms
        put = set(inserted)
        denied = bool(put & (self.negations | self.denials))
        if end - start > _FAR or end < start:
            return
        pieces = self._pieces(source, start, end)
        heard = (k for first, last in pieces for k in self._negations(forms, first, last, start, end))
        # “never, never sold” without the second loses nothing
        twice = (
            start if forms[start - 1 : start] == forms[start : start + 1] else -1,
            end - 1 if forms[end - 1 : end] == forms[end : end + 1] else -1,
        )
        lost = next((k for k in heard if k not in twice), None)
        if lost is None and end - start > 0:
            lost = self._refusal(forms, start, end)
        if lost is not None and not denied:
            yield self._dropped(source, lost, lost + 1, at, "negation")
        elif denied and lost is None and not any(w in self.negations or w in self.denials for w in forms[start:end]):
            words = " ".join(inserted)
            yield Change("added", words, "", Span(at, at), source.words.span(start, start), "negation")
        for k in range(start, end):
            opens = k == start or _CLAUSE.search(source.between(k)) is not None
            reach = not any(_SENTENCE.search(source.between(m)) for m in range(start + (k == start), k + 1))
            near = end - k <= 2  # if the board agrees, without the “if”
            if self._condition(forms, k) and (opens or near) and reach and not self._conditional(put):
                yield self._dropped(source, k, end, at, "condition")
                break
        bound = self._bound(forms[start:end], forms[end] if end < len(forms) else "")
        if bound and not put & set(bound):
            yield self._dropped(source, end - len(bound), end, at, "bound")
        for first, last in pieces:
            doubt = next((k for k in range(first, last) if forms[k] in self.hedges and not _is_name(source, k)), None)
            if doubt is not None and lost is None and not put & self.hedges and last - first <= 4:
                yield self._dropped(source, doubt, doubt + 1, at, "hedge")
                break

    def swapped(self, source: SourceIndex, start: int, end: int, inserted: Sequence[str], at: int) -> Iterator[Change]:
        """A bracket with another figure than the one it stands for."""
        theirs = [form for form in source.words.forms[start:end] if form[:1].isdigit()]
        mine = [form for form in inserted if form[:1].isdigit()]
        if mine and theirs and not set(mine) & set(theirs):
            place = source.words.span(start, end)
            yield Change("replaced", " ".join(inserted), source.text(place), Span(at, at), place, "number")
        elif mine and theirs:
            first = next(k for k in range(start, end) if source.words.forms[k] == theirs[0])
            bound = self._bound(source.words.forms[start:first], theirs[0])
            if bound and not set(inserted) & set(bound):
                yield self._dropped(source, first - len(bound), first, at, "bound")

    def _pieces(self, source: SourceIndex, start: int, end: int) -> list[tuple[int, int]]:
        """Of what is left out, the words that belong to the clause before the seam, and those of the clause behind."""
        cuts = [k for k in range(start, end + 1) if _CLAUSE.search(source.between(k))]
        if not cuts:
            return [(start, end)]
        out = []
        if cuts[0] > start:
            out.append((start, cuts[0]))
        if cuts[-1] < end:
            out.append((cuts[-1], end))
        return out

    def _negations(self, forms: Sequence[str], first: int, last: int, start: int, end: int) -> Iterator[int]:
        """Negations that belong to what is kept: none behind a word that opens a clause of its own, unless it stands
        right before the words that go on."""
        opened = False
        for k in range(first, last):
            if forms[k] in self.negations and (not opened or (last == end and end - k <= 2)):
                yield k
            opened = opened or (forms[k] in self.openers and k > first - 1)

    def _bound(self, back: Sequence[str], following: str) -> tuple[str, ...]:
        if not following[:1].isdigit():
            return ()
        return next((bound for bound in self.bounds if tuple(back[-len(bound) :]) == bound), ())

    def _turning(self, back: Sequence[str], whole: bool) -> int | None:
        """Which of the words before the first turns it round: a “not”, or what does the same (refused to), near enough
        to be said of it. A “not” before such a word gives the sense back: I do not doubt that."""
        for k in range(len(back) - 1, -1, -1):
            if back[k] in self.reversals and k < len(back) - 1:
                return None if self.negations.intersection(back[max(0, k - 2) : k]) else k
            if back[k] in self.negations:
                return k
            if back[k] in self.tails and k and back[k - 1] == "no":
                continue
            if not (back[k] in self.light or (whole and (back[k] in self.frames or back[k] in ("that", "is", "'s")))):
                return None
        return None

    def _not(self, forms: Sequence[str], at: int) -> int:
        """Where a negation that begins at this word ends: not, in no way; at the word itself if none does."""
        if forms[at] in self.negations:
            return at + 1
        if forms[at + 1 : at + 2] == ["no"] and self.tails.intersection(forms[at + 2 : at + 3]):
            return at + 3
        return at

    def _refusal(self, forms: Sequence[str], start: int, end: int) -> int | None:
        """Of words left out, one that turns round what goes on right behind them: we [refused to] sell."""
        for k in range(max(start, end - 3), end - 1):
            if forms[k] in self.reversals and not self.negations.intersection(forms[max(start, k - 2) : k]):
                return k
        return None

    def _head(self, source: SourceIndex, start: int) -> tuple[int, int] | None:
        """The condition that opens the sentence, where the quotation begins with what follows from it."""
        forms = source.words.forms
        end = start - (start > 0 and forms[start - 1] == "then")
        if end < 2 or "," not in source.between(end):
            return None
        first = end - 1
        while first and end - first < _HEAD and not _CLAUSE.search(source.between(first)):
            first -= 1
        if not source.in_one_turn(first, start):
            return None
        opens = first + (forms[first] in ("and", "but", "so", "because", "only"))
        if self._condition(forms, opens) or (forms[opens] in self.inverted and "would" in forms[start : start + 4]):
            return (first, end) if end - opens > 2 else None
        return None

    def _condition(self, forms: Sequence[str], at: int) -> bool:
        """Whether a condition begins at this word; no if you ask me."""
        return _begins(self.conditions, forms, at) and not _begins(self.idle, forms, at)

    def _limit(self, forms: Sequence[str], at: int) -> bool:
        return _begins(self.limits, forms, at)

    def _negated(self, source: SourceIndex, end: int) -> bool:
        """Whether there is a “not” in the clause that ends before this word."""
        first = end - 1
        while first and end - first < _HEAD and not _CLAUSE.search(source.between(first)):
            first -= 1
        return bool(self.negations.intersection(source.words.forms[first:end]))

    def _conditional(self, words: Iterable[str]) -> bool:
        """Whether the story has a condition in these words of its own."""
        given = set(words)
        return any(given.issuperset(phrase) for phrase in self.conditions + self.limits)

    def _asks(self, before: Sequence[str]) -> bool:
        """As if, even if, what if, wonder if are no conditions."""
        return not (before and before[-1] in ("as", "what", "wonder", "see", "know", "ask", "asked", "even"))

    def _denied(self, outside: Outside) -> bool:
        return bool(outside.forms & (self.negations | self.denials))

    def _dropped(self, source: SourceIndex, first: int, last: int, at: int, category: str) -> Change:
        place = source.words.span(first, last)
        return Change("dropped", "", source.text(place), Span(at, at), place, category)
