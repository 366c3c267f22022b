"""Marks of one paragraph → pairs and faults. One lost mark spoils its own paragraph at most, and is told once."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.annotate.marks import Mark
from hedgelint.annotate.story import MarkFault
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass, field, replace

_FRESH = pattern_of(r"[.?!…,:][\"”’']?\s*$|said\s*$|[—–]\s*$")
_LETTER = pattern_of(r"\w[\"”]")  # the letter of a trade name is a sign, and no quotation inside another
_QUOTES = pattern_of(r"[‘'][A-ZÀ-Þ]\w*[ ,]")  # no omission: a quotation begins with a capital
_LEADS = pattern_of(r"(?:[:,] |\n)$")
_SAYING = pattern_of(r"(?:sa(?:id|ys?|ying)|asked|told (?:me|us|him|her|them)|call(?:ed|s)|like|shout(?:ed|s)),?:? $")
_TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_DEEP = 12  # marks open at once; whatever has more of them is not a story, and must not cost the square of its length
_AHEAD = 40  # marks looked at to find the one that closes a single mark


@dataclass(frozen=True, slots=True)
class Pair:
    """`close` is None for a quotation that no mark closes; it then ends at `end`."""

    open: Mark
    close: Mark | None
    end: int


@dataclass(frozen=True, slots=True)
class Paired:
    pairs: tuple[Pair, ...]
    faults: tuple[MarkFault, ...]


def pair_marks(text: str, part: Span, marks: Sequence[Mark], carried: Mark | None = None) -> Paired:
    """Pairs in the order of their opening marks. A pair that is still open at the end of the part is not yet a fault:
    the next paragraph decides. `carried` is a quotation that is open already where the part begins."""
    pairer = _Pairer(text, marks)
    if carried:
        pairer.stack.append(carried)
    for i, mark in enumerate(marks):
        pairer.take(i, mark)
    return pairer.finish(part.end)


@dataclass(slots=True)
class _Pairer:
    """`stack` holds what is open: at most one single mark on top of each double one. `lost` are the pairs given up
    because another began, each with its index among the faults, until the paragraph shows that they were not lost;
    `inner` are single marks that nothing closes, each with the double mark that it stands in."""

    text: str
    marks: Sequence[Mark]
    stack: list[Mark] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    faults: list[MarkFault] = field(default_factory=list)
    lost: list[tuple[int, int]] = field(default_factory=list)
    inner: list[tuple[Mark, Mark]] = field(default_factory=list)

    def take(self, i: int, mark: Mark) -> None:
        if mark.role == "apostrophe":
            closer = _closer_ahead(self.marks, i)
            inside = self.text[mark.start - 1 : mark.start].isalpha()  # town‘s, drivers‘
            if inside or closer is None or closer.start <= mark.end + 1:  # ‘n’ is no quotation
                place = Span(mark.start, mark.end)
                self.faults.append(MarkFault("apostrophe", place, edits=((place, "’"),)))
                return
            mark = replace(mark, role="open", wrong=False)
        if mark.level == "'":
            self._single(i, mark)
        else:
            self._double(i, mark)

    def finish(self, end: int) -> Paired:
        self._drop_single()
        while self.stack:
            opened = self.stack.pop()
            self.pairs.append(Pair(opened, None, end))
        self.pairs.sort(key=lambda pair: (pair.open.start, -pair.end))
        return Paired(tuple(self.pairs), tuple(self.faults))

    def _double(self, i: int, mark: Mark) -> None:
        outer = self._outer()
        if mark.role == "prime" and (outer is None or _closed_later(self.marks, i)):
            return  # an inch mark
        place = Span(mark.start, mark.end)
        closes = mark.role == "close" or (mark.role in ("either", "prime") and outer is not None)
        if mark.wrong and (mark.role == "open") == (outer is not None) and (outer or _closed_later(self.marks, i)):
            closes = mark.role == "open"
            if mark.glyph == "curly" and not (outer and self.text[outer.start] == "„"):  # „Wort“ and »Wort« are customs
                edits = ((place, _TURNED[self.text[mark.start]]),)
                self.faults.append(MarkFault("reversed", place, _place(outer), edits))
        if closes:
            self._close(mark)
        elif outer is None:
            self.stack.append(mark)
        elif outer is self.stack[-1] and outer.end == mark.start and self.text[outer.start] == self.text[mark.start]:
            self.faults.append(MarkFault("nested", place, _place(outer), ((place, ""),)))  # typed twice
        elif len(self.stack) >= _DEEP or _begins_anew(self.text, outer, self.marks, i):
            # A new quotation begins where the last should long have closed: that one lost its mark.
            self._drop_single()
            lost = self.stack.pop()
            self.lost.append((len(self.pairs), len(self.faults)))
            self.pairs.append(Pair(lost, None, _last_word(self.text, lost.end, mark.start)))
            self.faults.append(MarkFault("unclosed", Span(lost.start, lost.end), place))
            self.stack.append(mark)
        else:
            if self.stack[-1].level == '"' and not _LETTER.match(self.text, mark.end):
                self.faults.append(MarkFault("nested", place, _place(outer)))
            self.stack.append(mark)

    def _close(self, mark: Mark) -> None:
        self._drop_single()
        if self.stack:
            opened = self.stack.pop()
            self.pairs.append(Pair(opened, mark, mark.end))
            for single, outer in self.inner:
                if outer is opened:
                    self.faults.append(MarkFault("unclosed", Span(single.start, single.end), _place(mark)))
        elif self.lost and not self._crosses(self.pairs[self.lost[-1][0]].open.start):
            # One mark too many here, one too few there: the quotation was not lost, the next one stood inside it.
            pair, fault = self.lost.pop()
            told = self.faults[fault]
            self.pairs[pair] = replace(self.pairs[pair], close=mark, end=mark.end)
            self.faults[fault] = MarkFault("nested", told.related or told.span, told.span)
        else:
            self.faults.append(MarkFault("unopened", Span(mark.start, mark.end)))

    def _crosses(self, start: int) -> bool:
        """Whether a quotation from `start` on to here would end behind one that has begun before it and is closed."""
        for pair in reversed(self.pairs):
            if pair.close is not None:
                if pair.end <= start:
                    return False
                if pair.open.start < start:
                    return True
        return False

    def _single(self, i: int, mark: Mark) -> None:
        """A single mark opens only if one that can close it follows before the quotation round it ends."""
        opened = self.stack[-1] if self.stack and self.stack[-1].level == "'" else None
        if opened is None and mark.role == "open":
            outer = self._outer()
            if _closer_ahead(self.marks, i) is not None:
                self._turned(mark)
                self.stack.append(mark)
            elif outer is not None:
                if _quotes_inside(self.text, mark):
                    self.inner.append((mark, outer))
            elif self._opens_again(i) or _quotes_alone(self.text, mark):
                self.faults.append(MarkFault("unclosed", Span(mark.start, mark.end)))
        elif opened is not None and _closer_ahead(self.marks, _index(self.marks, opened)) is mark:
            self._turned(mark)
            self.stack.pop()
            self.pairs.append(Pair(opened, mark, mark.end))

    def _turned(self, mark: Mark) -> None:
        if mark.wrong:
            place = Span(mark.start, mark.end)
            self.faults.append(MarkFault("reversed", place, edits=((place, _TURNED[self.text[mark.start]]),)))

    def _opens_again(self, i: int) -> bool:
        """Whether a curly single mark that begins a quotation is followed by another that does, and nothing between."""
        mark, after = (
            self.marks[i],
            next((m for m in self.marks[i + 1 : i + _AHEAD] if m.level == "'" and not m.weak), None),
        )
        begins = mark.start == 0 or self.text[mark.start - 1] == "\n" or _quotes(self.text, mark.start)
        again = after is not None and after.role == "open" and _FRESH.search(self.text, mark.end, after.start)
        return begins and bool(again) and mark.glyph == "curly"

    def _outer(self) -> Mark | None:
        """The innermost open double mark."""
        return next((mark for mark in self.stack[:-3:-1] if mark.level == '"'), None)

    def _drop_single(self) -> None:
        if self.stack and self.stack[-1].level == "'":
            self.stack.pop()


def _quotes(text: str, at: int) -> bool:
    """Whether the single mark at `at` can only open a quotation."""
    return bool(_QUOTES.match(text, at) or _SAYING.search(text[max(0, at - 12) : at]))


def _quotes_inside(text: str, mark: Mark) -> bool:
    """Whether a single mark within double ones can only open a quotation. A curly one before a small letter can: words
    that begin with an apostrophe are told from it by their list."""
    curly = mark.glyph == "curly" and (text[mark.end : mark.end + 1].islower() or text[mark.start - 1] in '“"')
    return curly or _quotes(text, mark.start)


def _quotes_alone(text: str, mark: Mark) -> bool:
    """Whether a single mark outside double ones can only open a quotation: a curly one before a small letter, any one
    before a capital behind a colon, a comma, a verb of saying, or at the head of its line. (The letters that Hawaiian
    and Arabic names begin with look like it.)"""
    if text[mark.end : mark.end + 1].islower():
        return mark.glyph == "curly"
    before = text[max(0, mark.start - 12) : mark.start]
    led = not before or _LEADS.search(before) or _SAYING.search(before)
    return bool(led and _QUOTES.match(text, mark.start))


def _closer_ahead(marks: Sequence[Mark], i: int) -> Mark | None:
    """The first sure closing mark after marks[i], or else the last doubtful one, before the next single opener."""
    doubtful, depth = None, 0
    for mark in marks[i + 1 : i + _AHEAD]:
        if mark.level == '"':
            depth += 1 if mark.role == "open" else -1 if mark.role == "close" else 0
            if depth < 0:
                break
        elif mark.role == "open" and depth == 0:
            break
        elif mark.role == "close" and depth <= 0:
            if not mark.weak:
                return mark
            doubtful = mark
    return doubtful


def _closed_later(marks: Sequence[Mark], i: int) -> bool:
    """Whether the next double mark that is no inch mark can close, so that this one need not."""
    double = (mark for mark in marks[i + 1 : i + _AHEAD] if mark.level == '"' and mark.role != "prime")
    following = next(double, None)
    return following is not None and (following.role != "open" or following.wrong)


def _index(marks: Sequence[Mark], mark: Mark) -> int:
    low, high = 0, len(marks)
    while low < high:
        middle = (low + high) // 2
        if marks[middle].start < mark.start:
            low = middle + 1
        else:
            high = middle
    return low


def _begins_anew(text: str, outer: Mark, marks: Sequence[Mark], i: int) -> bool:
    """Whether this mark begins a quotation of its own and not one inside the open one: a capital after a stop, or any
    word where the open one is a scrap (it begins with a small letter) and no two marks close both."""
    mark = marks[i]
    if text[outer.end : outer.end + 1].islower():
        roles = [m.role for m in marks[i + 1 : i + 12] if m.level == '"'][:2]
        return roles != ["close", "close"]
    after = text[mark.end : mark.end + 1]
    return after.isupper() and _FRESH.search(text[max(outer.end, mark.start - 12) : mark.start]) is not None


def _place(mark: Mark | None) -> Span | None:
    return Span(mark.start, mark.end) if mark else None


def _last_word(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
