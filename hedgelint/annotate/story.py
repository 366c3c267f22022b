"""A document with its sentences, quotations, attributions, confidence words and claims marked.

All spans are code points of `Document.text`, half-open, from 0.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from hedgelint.annotate.phrases import Hit
from hedgelint.columns import Columns
from hedgelint.document.model import Document, Part
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field
from hedgelint.verdict import Drift, Edit, Verdict

Value = TypeVar("Value")
MANY = 5_000  # sentences of some 700 KB
SOURCE_KINDS = ("named", "role", "group", "document", "pronoun", "anonymous", "vague", "none")
CUE_KINDS = (
    "neutral",
    "endorsing",
    "doubting",
    "guilt-implying",
    "emotive",
    "attack",
    "praise",
    "promise",
    "hedged",
    "belief",
)
QUOTATION_KINDS = ("full", "partial", "scare", "title")
CONFIDENCE_CLASSES = ("hedge", "booster", "vague-source", "vague-quantity")
CLAIM_REASONS = (
    "statistic",
    "toll",
    "quantity",
    "superlative",
    "cause",
    "effect",
    "accusation",
    "act",
    "thought",
    "health",
    "prediction",
    "report",
    "judgement",
    "legality",
    "mind",
)
NAMELESS_SHAPES = (
    "source",
    "raised",
    "reduced",
    "impersonal",
    "came-out",
    "ascribed",
    "widely",
    "existential",
    "passive-noun",
    "reaction",
    "ownerless",
    "view-is",
    "answering",
    "adjective",
    "adverb",
    "reported",
)
MARK_FAULTS = (
    "unclosed",
    "unopened",
    "lost",
    "reversed",
    "nested",
    "mixed",
    "apostrophe",
    "spacing",
    "unspaced",
    "spoilt",
    "misread",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`part` is an index into `Document.parts`. `attributed`: a source answers for at least half of it."""

    span: Span
    part: int
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """`span` holds the marks, `inner` what stands between them.

    One paragraph's worth: a quotation running over paragraphs is one Quotation a paragraph, all but the last with
    `continues`, `closed` false and no fault. `depth` 0 is an outermost one; `parent` an index into the story's
    quotations. `attribution` is an index into the story's attributions.
    """

    span: Span
    inner: Span
    kind: str
    part: int
    closed: bool = True
    continues: bool = False
    depth: int = 0
    parent: int | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class MarkFault:
    """A mark that does not match. `kind` is one of MARK_FAULTS; `span` is the mark (for `mixed`, the odd one out;
    for `nested` and `spacing`, the quotation; for `lost`, the words that have none); `related` the place where its
    partner was to be expected, if any. `edits` mend it where there is one right answer: text for a span, an empty span
    being an insertion. `others` are the same fault elsewhere, where a story that is full of it is told so once."""

    kind: str
    span: Span
    related: Span | None = None
    edits: tuple[tuple[Span, str], ...] = ()
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. Any of the three may be in several pieces; `source` is empty where nobody is named, `cue`
    where a quotation stands by itself behind a person.

    `speaker` numbers the people of the story (an index into `Story.speakers`), None where it is not safe to say.
    `lemma` is the cue's entry in the lexicon it was found by, empty where it stands in none; `shape` the name of the
    shape that it stands in.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: str = "none"
    cue_kind: str = "neutral"
    speaker: int | None = None
    lemma: str = ""
    shape: str = ""

    def named(self, text: str) -> str:
        """Who, in the words of the text, without the second comma of an apposition."""
        return " ".join(" ".join(span.of(text).split()) for span in self.source).rstrip(",")

    def spoken_by(self, speaker: int) -> Attribution:
        words = self.source, self.cue, self.content
        return Attribution(*words, self.source_kind, self.cue_kind, speaker, self.lemma, self.shape)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word that can say who says so and does not here; `reason` is the name of what stopped it, `reader`
    that of the shapes that were asked (`VerbShapes.readers`), where one of them had it."""

    span: Span
    reason: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source of the story; `name` is its longest mention."""

    name: str
    kind: str
    first: Span


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """What the words for a source tell beside its noun.

    `determiner` is bare, some, a, one, the, whose or counted. `body`: of what body or place (a name stands beside it).
    `described`: of what kind, by a word before it that says something (state officials, but not senior officials).
    `knows`: how it comes to know. `reason`: why it has no name.
    """

    plural: bool
    determiner: str
    body: bool
    described: bool
    knows: bool
    reason: bool = False


@dataclass(frozen=True, slots=True)
class Nameless:
    """Somebody says so, and the story does not say who: a source without a name, or a frame that has no source.

    `shape` is one of NAMELESS_SHAPES, `term` and `group` those of its entry in `nameless-sources` or `hidden-frames`.
    `answered`: the sentence itself says who answers for it. `named`: where within two sentences a named source
    speaks: after, before, or no. `carried`: the sentence before, of the same paragraph, has somebody who says so.
    """

    span: Span
    shape: str
    term: str
    group: str
    answered: bool = False
    named: str = "no"
    carried: bool = False
    advice: str = ""  # its entry's
    noun: SourceNoun | None = None  # what is told of a source; None for a frame


@dataclass(frozen=True, slots=True)
class Confidence:
    """A word that says how sure. `kind` is one of CONFIDENCE_CLASSES, `group` the lexicon's finer one (modal, adverb,
    evidential …); `bands` the per cent range by scale."""

    span: Span
    kind: str
    quoted: bool = False
    term: str = ""
    group: str = ""
    bands: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word of judgement. `entry` is the lexicon's, with `pack`, the list it stands in, among its keys."""

    span: Span
    quoted: bool
    entry: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that wants a source. `focus` is the trigger (the number, the superlative); what is `on_record` (a
    vote, an act, a date) can be checked without asking anybody. `answer` names who or what answers for it, or why
    nobody need be asked (see `annotate/claims/answers.py`); empty where somebody should be. `attributed`: the answer is
    a source's, or a document's. A `soft` one asks less than others (a feeling, a forecast, a source near by).
    `found_by` is the frame, the pattern of figures or the entry of a word list that found the trigger."""

    span: Span
    focus: Span
    reasons: tuple[str, ...]
    attributed: bool
    on_record: bool = False
    answer: str = ""
    soft: bool = False
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Of a long story, what there is many of is kept in columns (see `hedgelint/columns.py`)."""

    document: Document
    sentences: Sequence[Sentence] = ()
    quotations: Sequence[Quotation] = ()
    faults: tuple[MarkFault, ...] = ()
    attributions: Sequence[Attribution] = ()
    confidence: tuple[Confidence, ...] = ()
    loaded: Sequence[Loaded] = ()
    claims: Sequence[Claim] = ()
    nameless: tuple[Nameless, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    refused: Sequence[Refused] = ()
    turns: tuple[Span, ...] = ()  # what is spoken in an interview or a play, behind the label of who speaks
    hits: Mapping[str, Sequence[Hit]] = field(default_factory=dict)  # by owner: `rule:ID` or `lexicon:NAME`
    fidelity: tuple[Verdict, ...] = ()  # filled where sources were given
    drift: tuple[Drift, ...] = ()  # the same
    edits: tuple[Edit, ...] = ()  # filled where the version before was given
    names: tuple[str, ...] = ()  # full names that the house knows, where a list of them was given
    _sets: dict[str, SpanSet] = field(default_factory=dict, init=False, compare=False)  # made when first asked for
    _starts: array[int] = field(default_factory=lambda: array("i"), init=False, compare=False)  # the same

    @property
    def pullquotes(self) -> tuple[Part, ...]:
        return tuple(part for part in self.document.parts if part.kind == "pullquote")

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point, or the last one that begins before it in the same part."""
        i = bisect_right(self.starts(), offset) - 1
        return self.sentences[i] if i >= 0 else None

    def sentences_near(self, span: Span, after: int) -> Sequence[Sentence]:
        """The sentence in which the span begins and the `after` next ones."""
        i = max(0, bisect_right(self.starts(), span.start) - 1)
        return self.sentences[i : i + 1 + after]

    def starts(self) -> Sequence[int]:
        """Where each sentence begins."""
        if not self._starts and self.sentences:
            self._starts.extend(sentence.span.start for sentence in self.sentences)
        return self._starts

    def said(self) -> SpanSet:
        """Everything a source answers for: the content of every attribution."""
        if "said" not in self._sets:
            self._sets["said"] = SpanSet(span for said in self.attributions for span in said.content)
        return self._sets["said"]

    def quoted(self) -> SpanSet:
        """See `quoted`."""
        if "quoted" not in self._sets:
            self._sets["quoted"] = quoted(self.document, self.quotations, self.faults, self.turns)
        return self._sets["quoted"]


def quoted(
    document: Document, quotations: Sequence[Quotation], faults: Sequence[MarkFault], turns: Sequence[Span]
) -> SpanSet:
    """Everything inside quotation marks, marks included, scare quotes too; block quotations; what is spoken in an
    interview; and where the mark that opens is missing, everything that may have stood after it: from the quotation
    before, or the beginning of the part, on."""
    blocks = (part.span for part in document.parts if part.kind == "blockquote")
    closed = SpanSet((*(quotation.span for quotation in quotations), *turns, *blocks))
    lost = [fault.span for fault in faults if fault.kind == "unopened"]
    if not lost:
        return closed
    begins = [part.span.start for part in document.parts]
    doubtful: list[Span] = []
    for mark in lost:
        start = begins[bisect_right(begins, mark.start) - 1]
        before = closed.before(mark.start)
        doubtful.append(Span(start if before is None else max(before.end, start), mark.end))
    return SpanSet((*closed, *doubtful))


def compact(kind: type[Value], values: Sequence[Value]) -> Sequence[Value]:
    """The values; where there are many, in columns, in which each is made anew when it is read."""
    if len(values) < MANY:
        return tuple(values)
    return Columns(kind, values)
