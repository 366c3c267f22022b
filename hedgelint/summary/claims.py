"""The fact-checker's sheet: every statement that wants checking, who answers for it, and whether the rules asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from hedgelint.annotate.claims import MEANS, PUBLIC_ANSWERS
from hedgelint.annotate.story import Attribution, Claim, Story
from hedgelint.finding import Finding, Place
from hedgelint.span import Span
from hedgelint.values import dataclass

# How somebody or something answers: by name, by office, as a body, in a document, without a name; or nobody need.
HOW = ("named", "role", "group", "document", "anonymous", "vague", "public", "nobody")
_DOCUMENTS = ("record", "study", "study-near")
_UNNAMED = {"pronoun": "vague", "none": "vague"}  # kinds of sources that say no more than that


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `focus` are the words that raise the question; `who` the sources in the story's words, `how` one
    of HOW; `answer` names what answers (see `annotate/claims/answers.py`) and `means` says it in words. `asked` are the
    rules that asked about it, `why_not` why none did."""

    start: Place
    end: Place
    kinds: tuple[str, ...]
    words: str
    focus: str
    who: tuple[str, ...]
    how: str
    answer: str
    means: str
    asked: tuple[str, ...]
    why_not: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """`notes` say what was assumed of the story, or why it was not looked at."""

    path: str
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()

    def count(self, *how: str) -> int:
        return sum(statement.how in how for statement in self.statements)

    @property
    def asked(self) -> int:
        return sum(bool(statement.asked) for statement in self.statements)


def sheet_of(story: Story, findings: Sequence[Finding], notes: Sequence[str] = ()) -> Sheet:
    """In the order of the story; `findings` are those of the rules that ask about claims, waived ones too."""
    asked = {(one.start.offset, one.end.offset): one for one in findings}
    # A rule asks once in a paragraph.
    back = story.document.map.source
    parts = {sentence.part for sentence in story.sentences if asked and back(sentence.span) in asked}
    said = _Said(story)
    statements = tuple(_statement(story, claim, asked, parts, said) for claim in story.claims)
    return Sheet(story.document.path, statements, tuple(notes))


def is_unanswered(claim: Claim) -> bool:
    """Whether `how` is nobody in its line of the sheet, told without looking for sources."""
    return not claim.attributed and claim.answer not in (*PUBLIC_ANSWERS, *_DOCUMENTS)


def _statement(
    story: Story, claim: Claim, findings: dict[tuple[int, int], Finding], parts: set[int], said: _Said
) -> Statement:
    text, lines = story.document.text, story.document.lines
    start, end = story.document.map.source(claim.span)
    finding = findings.get((start, end))
    who = _sources(story, claim, said)
    sentence = story.sentence_at(claim.span.start)
    again = sentence is not None and sentence.part in parts
    return Statement(
        start=lines.place(start),
        end=lines.place(end),
        kinds=claim.reasons,
        words=" ".join(claim.span.of(text).split()),
        focus=" ".join(claim.focus.of(text).split()),
        who=tuple(dict.fromkeys(name for name, _ in who)),
        how=_how(claim, [kind for _, kind in who]),
        answer=claim.answer,
        means=MEANS.get(claim.answer, ""),
        asked=(finding.rule,) if finding is not None and finding.suppressed is None else (),
        why_not=_why_not(claim, finding, again),
    )


def _why_not(claim: Claim, finding: Finding | None, again: bool) -> str:
    if finding is not None:
        waived = finding.suppressed
        return "" if waived is None else f"waived ({waived.by}){': ' if waived.reason else ''}{waived.reason}"
    if claim.answer:
        return MEANS[claim.answer]
    if claim.on_record:
        return "it is on record: anybody can look it up"
    return "the rule has asked in this paragraph" if again else f"no rule that is on asks about {claim.reasons[0]}"


def _how(claim: Claim, kinds: Sequence[str]) -> str:
    known = [kind for kind in HOW if kind in {_UNNAMED.get(kind, kind) for kind in kinds}]
    if known:
        return known[0]
    if claim.answer in PUBLIC_ANSWERS:
        return "public"
    if claim.answer in _DOCUMENTS:
        return "document"
    return "vague" if claim.attributed else "nobody"


def _sources(story: Story, claim: Claim, said: _Said) -> list[tuple[str, str]]:
    """Name and kind of those who answer: for the words that raise the question, else for the sentence, else those of
    the sentence that the answer points to."""
    if not claim.attributed or claim.answer in _DOCUMENTS:
        return []
    for place in (claim.focus, claim.span, *_pointed_to(story, claim)):
        found = [_name(story, story.attributions[number]) for number in said.over(place)]
        if found:
            return found
    return []


def _pointed_to(story: Story, claim: Claim) -> list[Span]:
    at = bisect_left(story.sentences, claim.span.start, key=lambda sentence: sentence.span.start)
    part = story.sentences[at].part
    before = [one.span for one in story.sentences[max(0, at - 3) : at] if one.part == part]
    after = [one.span for one in story.sentences[at + 1 : at + 2]]
    return after if claim.answer == "next-sentence" else before[::-1]


class _Said:
    """What is said by whom, by place: a long story has as many statements as attributions."""

    def __init__(self, story: Story) -> None:
        pieces = [(span, number) for number, said in enumerate(story.attributions) for span in said.content]
        pieces += [(one.span, one.attribution) for one in story.quotations if one.attribution is not None]
        self._pieces = sorted(pieces)
        self._ends = list(accumulate((span.end for span, _ in self._pieces), max))  # the furthest so far

    def over(self, place: Span) -> list[int]:
        """The numbers of the attributions some of whose words lie in this place, in the order of the story."""
        last = bisect_left(self._pieces, place.end, key=lambda piece: piece[0].start)
        first = bisect_right(self._ends, place.start)
        return sorted({number for span, number in self._pieces[first:last] if span.overlaps(place)})


def _name(story: Story, said: Attribution) -> tuple[str, str]:
    if said.speaker is not None:
        return story.speakers[said.speaker].name, story.speakers[said.speaker].kind
    return said.named(story.document.text) or "somebody", said.source_kind
