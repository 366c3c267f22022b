"""Quotations of a document: marks paired paragraph by paragraph, running quotations recognised, faults told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hedgelint.annotate.faults import (
    blanks_inside,
    blanks_missing,
    custom_of,
    inner_marks,
    lost_marks,
    odd_marks,
    unclosed,
    unlike_marks,
    without_answer,
)
from hedgelint.annotate.marks import MARK, Mark, read_marks, tag_values
from hedgelint.annotate.pairing import Pair, Paired, pair_marks
from hedgelint.annotate.spoilt import spoilt
from hedgelint.annotate.story import MarkFault, Quotation
from hedgelint.document.model import Document, Part
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass, field, replace

_OPENER = pattern_of(r"[“\"„«]|''|``")
_SINGLE_OPENER = pattern_of(r"[‘'][A-Z“]")
_STOP = pattern_of(r"[.?!…:—–][)\]’']*$")
_STOP_INSIDE = pattern_of(r"[.?!]\s")
_STOPS = ".,?!…"
_BLANK_LINE = pattern_of(r"\n\s*\n")
_WORD = pattern_of(r"\w+(?:[’'-]\w+)*")
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
_UNREAD = frozenset(("embed", "comment", "byline", "pullquote", "note"))
_FAR = 4  # paragraphs without a mark over which an open quotation is still looked for
_BETWEEN = frozenset(("embed", "caption", "subhead", "comment", "dateline", "pullquote", "note", "correction"))


class QuotationFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._omissions = frozenset(term.lstrip("'").lower() for term in lexicons["apostrophes"].terms())

    def find(self, document: Document) -> tuple[tuple[Quotation, ...], tuple[MarkFault, ...]]:
        """Quotations in the order of their opening marks, those inside others after them; faults by place."""
        reading = _Reading(document, _BLANK_LINE.search(document.text) is not None)
        for number, part in enumerate(document.parts):
            if part.kind not in _UNREAD and MARK.search(document.text, *part.span):
                marks = read_marks(document.text, *part.span, self._omissions)
                reading.keep(number, part, reading.carry_on(part, marks), marks)
            else:
                reading.pass_over(number, part)
        faults = [*reading.faults, *odd_marks(reading.closed), *blanks_inside(document.text, reading.closed)]
        faults += [*blanks_missing(document.text, reading.closed), *unlike_marks(reading.told_apart)]
        lost = lost_marks(document, reading.quotations)
        faults = [*without_answer(document, custom_of(document.text, faults)), *lost, *spoilt(document)]
        return tuple(reading.quotations), tuple(sorted(faults, key=lambda fault: (fault.span, fault.kind)))


@dataclass(slots=True)
class _Left:
    """A quotation left open at the end of a part, which is a fault unless what follows says otherwise.

    `fault` and `quotation` are indices; `between` are lines without marks that have followed; `end` is where the last
    of them, or the part itself, ended; `far` counts the paragraphs without marks since then.
    """

    glyph: str
    fault: int
    quotation: int
    end: int
    between: list[int] = field(default_factory=list)
    far: int = 0


@dataclass(slots=True)
class _Reading:
    """What has been found so far. `spaced`: blank lines part the paragraphs, so that a single line end is a line of
    verse, of a letter or of a list inside one."""

    document: Document
    spaced: bool
    quotations: list[Quotation] = field(default_factory=list)
    faults: list[MarkFault] = field(default_factory=list)
    closed: list[Pair] = field(default_factory=list)
    told_apart: list[Pair] = field(default_factory=list)  # those that are closed by another kind of mark
    left: _Left | None = None

    def pass_over(self, number: int, part: Part) -> None:
        """A part without marks. A quotation goes on over it if it is a further line of the same paragraph; over a whole
        paragraph it should not, but the mark that closes it may stand a little further on."""
        left = self.left
        if left and part.kind not in _UNREAD and self._same_paragraph(left, part):
            left.between.append(number)
            left.end = part.span.end
        elif left and left.far < _FAR:
            left.far += 1
        else:
            self.left = None

    def carry_on(self, part: Part, marks: Sequence[Mark]) -> Paired:
        """The marks of a part, paired; where they begin by closing what the part before has left open, with that."""
        text, left = self.document.text, self.left
        paired = pair_marks(text, part.span, marks)
        if left is None:
            return paired
        closer = _closes_first(paired)
        if closer is None:
            return paired
        if self._same_paragraph(left, part):
            self.faults.pop(left.fault)
            self.quotations[left.quotation] = replace(self.quotations[left.quotation], continues=True)
            for line in left.between:
                span = self.document.parts[line].span
                self.quotations.append(Quotation(span, span, "full", line, closed=False, continues=True))
        elif _ends(text, self.quotations[left.quotation].inner.start, left.end) and text[closer.start - 1] in _STOPS:
            # Closed a paragraph later, where it was not opened again: one thing wrong, not two.
            self.faults[left.fault] = replace(self.faults[left.fault], related=closer, edits=())
            if left.far:
                return replace(paired, faults=tuple(fault for fault in paired.faults if fault.span != closer))
        else:
            return paired
        return pair_marks(text, part.span, marks, Mark(part.span.start, part.span.start, '"', "open", left.glyph))

    def keep(self, number: int, part: Part, paired: Paired, marks: Sequence[Mark] = ()) -> None:
        text = self.document.text
        values = [Pair(opens, closes, closes.end) for opens, closes in tag_values(text, *part.span)]
        pairs = [*paired.pairs, *values]
        single = self._single_run(number, part, marks)
        if single is not None:
            pairs = [pair for pair in pairs if pair.open.start != single.start]
            pairs.append(Pair(single, None, part.span.end))
        found = _quotations(text, number, len(self.quotations), pairs)
        if single is not None:
            at = next(i for i, quotation in enumerate(found) if quotation.span.start == single.start)
            found[at] = replace(found[at], kind="full", continues=True)
        told = [fault for fault in paired.faults if single is None or fault.span.start != single.start]
        last = _left_open(paired)
        self.left = None
        if last:
            at = next(i for i, quotation in enumerate(found) if quotation.span.start == last.open.start)
            inner = next((f for f in told if f.kind == "nested" and f.related == _place(last.open)), None)
            if self._runs_on(number, last, inner):
                found[at] = replace(found[at], continues=True)
            else:
                fault = unclosed(text, last, part.span)
                if inner and not _within(text, last.open, inner):  # two marks, but one thing wrong
                    told.remove(inner)
                    fault = replace(fault, related=inner.span, edits=())
                self.left = _Left(last.open.glyph, len(self.faults), len(self.quotations) + at, part.span.end)
                told.insert(0, fault)
        self.quotations += found
        self.faults += told
        self.told_apart += [p for p in paired.pairs if p.close and p.open.glyph != p.close.glyph]
        self.faults += inner_marks(paired.pairs)
        self.closed += [p for p in paired.pairs if p.close and p.open.level == '"' and p.open.end > p.open.start]

    def _same_paragraph(self, left: _Left, part: Part) -> bool:
        return self.spaced and self.document.text.count("\n", left.end, part.span.start) == 1

    def _runs_on(self, number: int, pair: Pair, inner: MarkFault | None) -> bool:
        """Left open at a full stop, opened again at the next paragraph of the text: the convention for long speech. A
        scrap of a sentence is closed before its paragraph ends."""
        text = self.document.text
        if pair.open.start == self.document.parts[number].span.start and self._line_of_same(number):
            return True
        if text[pair.open.end : pair.open.end + 1].islower() or not _ends(text, pair.open.end, pair.end):
            return False
        if inner and text[inner.span.start] == text[pair.open.start]:
            return False  # the same mark inside it: it was closed in the writer's mind, and not on paper
        after = self._next(number)
        return after is not None and _OPENER.match(text, after.span.start) is not None

    def _line_of_same(self, number: int) -> bool:
        """Whether the next line of this paragraph opens a quotation too, as those of a letter or of verse do."""
        parts, text = self.document.parts, self.document.text
        if not self.spaced or number + 1 == len(parts):
            return False
        here, after = parts[number].span, parts[number + 1].span
        return text.count("\n", here.end, after.start) == 1 and _OPENER.match(text, after.start) is not None

    def _next(self, number: int) -> Part | None:
        """The next part of the text, pictures and headings passed over."""
        parts, at = self.document.parts, number + 1
        while at < len(parts) and parts[at].kind in _BETWEEN:
            at += 1
        return parts[at] if at < len(parts) else None

    def _single_run(self, number: int, part: Part, marks: Sequence[Mark]) -> Mark | None:
        """The single mark of a paragraph of long speech: it opens a sentence, nothing but an apostrophe may close it
        before the paragraph ends with a stop, and the next one opens again."""
        if not marks or any(mark.level == '"' for mark in marks):
            return None
        text, after = self.document.text, self._next(number)
        opened = next((mark for mark in reversed(marks) if mark.role == "open"), None)
        if opened is None or after is None or not _SINGLE_OPENER.match(text, after.span.start):
            return None
        led = opened.start == part.span.start or text[: opened.start].rstrip()[-1:] in (":", ",")
        sure = any(mark.role == "close" and not mark.weak and mark.start > opened.start for mark in marks)
        ended = _ends(text, opened.end, part.span.end)
        return opened if led and ended and not sure and text[opened.end : opened.end + 1].isupper() else None


def _ends(text: str, start: int, end: int) -> bool:
    """Whether this stretch ends with a stop."""
    return _STOP.search(text[start:end].rstrip()[-3:]) is not None


def _within(text: str, opened: Mark, inner: MarkFault) -> bool:
    """Whether the inner quotation stands in the very sentence that the open one begins: then both marks are wrong."""
    return (
        text[opened.end : opened.end + 1].isupper() and _STOP_INSIDE.search(text, opened.end, inner.span.start) is None
    )


def _closes_first(paired: Paired) -> Span | None:
    """The mark that closes what this part has not opened, if it is the first double one."""
    unopened = min((fault.span for fault in paired.faults if fault.kind == "unopened"), default=None)
    first = next((pair.open.start for pair in paired.pairs if pair.open.level == '"'), None)
    return unopened if unopened and (first is None or unopened.start < first) else None


def _left_open(paired: Paired) -> Pair | None:
    """The outermost pair that is open at the end of the part."""
    told = {fault.span.start for fault in paired.faults if fault.kind == "unclosed"}
    return next((pair for pair in paired.pairs if pair.close is None and pair.open.start not in told), None)


def _place(mark: Mark) -> Span:
    return Span(mark.start, mark.end)


def _quotations(text: str, part: int, first: int, pairs: Iterable[Pair]) -> list[Quotation]:
    """The pairs of one part as quotations, each with its parent; `first` is the index that the first will have."""
    found: list[Quotation] = []
    around: list[int] = []  # those that the next one may stand in, the innermost last
    for pair in sorted(pairs, key=lambda pair: (pair.open.start, -pair.end)):
        inner = Span(pair.open.end, pair.close.start if pair.close else pair.end)
        span = Span(pair.open.start, pair.end)
        while around and found[around[-1]].span.end < span.end:
            around.pop()
        depth, parent = len(around), first + around[-1] if around else None
        closed = pair.close is not None
        kind = "title" if pair.open.glyph == "mark-up" else _kind(inner.of(text), closed, text[pair.end : pair.end + 1])
        around.append(len(found))
        found.append(Quotation(span, inner, kind, part, closed, depth=depth, parent=parent))
    return found


def _kind(words: str, closed: bool, after: str) -> str:
    found = _WORD.findall(words[:400])
    if not found:
        return "scare"
    stopped = words.rstrip()[-1:] in ".?!,…—–" or not closed
    capital = words.lstrip("…. [(‘'“\"")[:1].isupper()
    if len(found) <= 14 and capital and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in found):
        capitals = sum(w[0].isupper() for w in found[1:])
        ends_speech = words.rstrip()[-1:] in ".,!?" and capitals < 2
        if not ends_speech and not (stopped and len(found) <= 2):
            return "title"
    if capital and (stopped or len(found) >= 7):
        return "full"
    return "scare" if len(found) <= 3 and not stopped else "partial"
