"""What is wrong with marks that do pair, and with one that does not; and what mends it, where one thing can."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hedgelint.annotate.pairing import Pair
from hedgelint.annotate.story import MarkFault, Quotation
from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import replace

_FEW = 3  # odd marks told one by one; a story with more is told once
_OPEN = {"curly": "“", "straight": '"', "doubled": "''"}
_CLOSE = {"curly": "”", "straight": '"', "doubled": "''"}
_KINDS = ("curly", "straight", "doubled")
# A paragraph that is one statement and its tag, with nothing after it.
_TAG = pattern_of(
    r"(?P<words>[^“”\"‘’«»]{8,600}?[,?!]) (?:said|says|added|(?:he|she|they) (?:said|says|added)"
    r"|(?:[A-Z][\w’'-]+ ){1,3}(?:said|says|added))(?: [A-Z][\w’'-]+){0,3}\.$"
)
# A paragraph that goes on with who said it, as it does behind a quotation.
_SAID = pattern_of(r"(?:said|says|added|adds) (?:[A-ZÀ-Þ][\w’'-]+|the |an? |he\b|she\b)")
_JOINED = pattern_of(r"[a-zà-ÿ,;:.?!][“\"]\w")
_WORD_BEHIND = pattern_of(r"“\w|[A-ZÀ-Þ][\w’'-]* |[a-zà-ÿ]{3,}")
_UNMATCHED = ("unclosed", "unopened", "nested")


def unclosed(text: str, pair: Pair, part: Span) -> MarkFault:
    """A quotation that no mark closes; the mark is put back where the paragraph is one statement and its tag."""
    place = Span(pair.open.start, pair.open.end)
    edits: tuple[tuple[Span, str], ...] = ()
    if pair.open.glyph in ("curly", "straight") and pair.open.level == '"' and pair.open.start == part.start:
        tag = _TAG.match(text, pair.open.end, part.end)
        if tag and tag["words"].count(",") == tag["words"].endswith(","):
            at = tag.end("words")
            edits = ((Span(at, at), _CLOSE[pair.open.glyph]),)
    return MarkFault("unclosed", place, Span(part.end, part.end), edits)


def odd_marks(pairs: Sequence[Pair]) -> Iterator[MarkFault]:
    """Curly, straight and doubled ones in one story: the rarer kind is the odd one; straight where they are as many as
    curly ones. A pair of two kinds, one of them doubled, is told by `unlike_marks`. The span is the whole
    quotation, or the one mark of it that is odd."""
    pairs = [
        pair
        for pair in pairs
        if pair.close is None or (pair.open.glyph == "doubled") == (pair.close.glyph == "doubled")
    ]
    marks = [mark for pair in pairs for mark in (pair.open, pair.close) if mark and mark.glyph in _KINDS]
    counts = {kind: sum(mark.glyph == kind for mark in marks) for kind in _KINDS}
    usual = max(_KINDS, key=lambda kind: counts[kind])
    if counts[usual] == len(marks):
        return
    like = next(Span(mark.start, mark.end) for mark in marks if mark.glyph == usual)
    faults = []
    for pair in pairs:
        odd = [mark for mark in (pair.open, pair.close) if mark and mark.glyph in _KINDS and mark.glyph != usual]
        if odd:
            edits = tuple((Span(m.start, m.end), (_OPEN if m is pair.open else _CLOSE)[usual]) for m in odd)
            faults.append(MarkFault("mixed", Span(odd[0].start, odd[-1].end), like, edits))
    if len(faults) > _FEW:
        edits = tuple(edit for fault in faults for edit in fault.edits)
        faults = [MarkFault("mixed", faults[0].span, like, edits, tuple(fault.span for fault in faults[1:]))]
    yield from faults


_FAMILIES = {"doubled": ("``", "''"), "curly": ("“", "”"), "straight": ('"', '"')}


def unlike_marks(pairs: Sequence[Pair]) -> Iterator[MarkFault]:
    """A quotation that two apostrophes or two backticks open, and another kind of mark closes; or the other way round.
    What the rarer kind in the story is does not matter: the two marks do not belong together."""
    for pair in pairs:
        if pair.close is None:
            continue
        one, other = pair.open, pair.close
        if one.level == "'":
            edits = ((Span(other.start, other.end), "’"),) if one.glyph == "curly" else ()
            yield MarkFault("mixed", Span(other.start, other.end), Span(one.start, one.end), edits)
        elif "doubled" in (one.glyph, other.glyph) and {one.glyph, other.glyph} <= _FAMILIES.keys():
            odd, side = (one, 0) if one.glyph == "doubled" else (other, 1)
            like = other if odd is one else one
            edit = (Span(odd.start, odd.end), _FAMILIES[like.glyph][side])
            yield MarkFault("mixed", Span(odd.start, odd.end), Span(like.start, like.end), (edit,))


def inner_marks(pairs: Sequence[Pair]) -> Iterator[MarkFault]:
    """Straight single marks within curly double ones, of one paragraph's pairs in their order."""
    outer: Pair | None = None
    for pair in pairs:
        if pair.open.level == '"':
            outer = pair
        elif (
            outer is not None
            and pair.close is not None
            and pair.end <= outer.end
            and pair.open.glyph == pair.close.glyph == "straight"
            and outer.open.glyph == "curly"
        ):
            one, other = (Span(mark.start, mark.end) for mark in (pair.open, pair.close))
            like = Span(outer.open.start, outer.open.end)
            yield MarkFault("mixed", Span(one.start, other.end), like, ((one, "‘"), (other, "’")))


def custom_of(text: str, faults: Sequence[MarkFault]) -> Sequence[MarkFault]:
    """The faults; a story that opens every quotation with ” (as Swedes and Finns do) is told so once."""
    turned = [fault for fault in faults if fault.kind == "reversed" and text[fault.span.start] == "”"]
    if len(turned) < _FEW or "“" in text:
        return faults
    edits = tuple(edit for fault in turned for edit in fault.edits)
    return [replace(turned[0], edits=edits), *(fault for fault in faults if fault not in turned)]


def blanks_inside(text: str, pairs: Sequence[Pair]) -> Iterator[MarkFault]:
    """A blank between a mark and the words; within angle marks it is a custom, not a fault."""
    for pair in pairs:
        if pair.close is None or pair.open.glyph == "angle":
            continue
        start, end = pair.open.end, pair.close.start
        words = text[start:end]
        left, right = len(words) - len(words.lstrip(" \u00a0")), len(words) - len(words.rstrip(" \u00a0"))
        if words.rstrip().endswith(("'", "’")):
            right = 0  # set apart from the inner mark, as some papers do
        if words.strip() and (left or right):
            blanks = [Span(start, start + left)] * bool(left) + [Span(end - right, end)] * bool(right)
            yield MarkFault("spacing", Span(pair.open.start, pair.close.end), edits=tuple((b, "") for b in blanks))


def blanks_missing(text: str, pairs: Sequence[Pair]) -> Iterator[MarkFault]:
    """A mark and the word beside it with no blank between: “We won,”Hale said. The letters of a plural (“yes”es) and
    marks inside a word are none."""
    for pair in pairs:
        if pair.open.level != '"' or pair.open.glyph not in ("curly", "straight") or pair.close is None:
            continue
        opens, closes = pair.open.start, pair.close.end
        if opens and _JOINED.match(text, opens - 1):
            yield MarkFault("unspaced", Span(opens, pair.open.end), edits=((Span(opens, opens), " "),))
        if _WORD_BEHIND.match(text, closes):
            yield MarkFault("unspaced", Span(pair.close.start, closes), edits=((Span(closes, closes), " "),))


def without_answer(document: Document, faults: Iterable[MarkFault]) -> Iterator[MarkFault]:
    """The faults; in a paragraph that has a mark which does not match and which nothing mends, none is mended."""
    begins = [part.span.start for part in document.parts]
    told = [(bisect_right(begins, fault.span.start) - 1, fault) for fault in faults]
    spoilt = {part for part, fault in told if fault.kind in _UNMATCHED and not fault.edits}
    for part, fault in told:
        yield replace(fault, edits=()) if part in spoilt and fault.edits else fault


def lost_marks(document: Document, quotations: Sequence[Quotation]) -> Iterator[MarkFault]:
    """A paragraph that begins with who said it, in a small letter, below one that ends in a comma and has no marks:
    a quotation stood there."""
    text, parts = document.text, document.parts
    marked = {quotation.part for quotation in quotations}
    for number, (above, below) in enumerate(pairwise(parts)):
        if (
            below.kind == above.kind == "body"
            and number not in marked
            and text[above.span.end - 1] in ",?!"
            and _SAID.match(text, below.span.start)
        ):
            yield MarkFault("lost", above.span, Span(below.span.start, below.span.start + 4))
