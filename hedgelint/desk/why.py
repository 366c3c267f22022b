"""Why hedgelint says what it says of a story, and why it is silent: for every cue, claim and rule that could speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hedgelint.annotate.attributions.catalogue import refusals, shapes
from hedgelint.annotate.claims import MEANS
from hedgelint.annotate.story import Claim, Story
from hedgelint.checks.pattern import compiled
from hedgelint.finding import Finding, Place
from hedgelint.rulebook.rule import WHOLE, Rule
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass

_WHOLE = ("within-what-they-say", "denied-by-another")  # an attribution was made, and given up
_NOBODY = (
    "no word of saying beside it makes an attribution, nobody spoke just before, and the paragraph above does not begin"
    " with one person by name and title, age or what they do"
)
_SILENT = {
    "linked": "its sentence leads to another page",
    "part": "it does not look at the {part}",
    "quotation": "it looks at words {quotation} quotation marks",
    "attribution": "it looks at what is {attribution} to a source",
    "downgrade": "a named source follows",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """`what` is cue (an attribution was made), word (a cue that made none), quotation (one without a speaker), claim or
    rule (one that was silent); `name` is the shape, the refusal, the claim's reasons or the rule; `because` says in
    words what that means here."""

    what: str
    start: Place
    end: Place
    words: str
    name: str
    because: str


def reasons(
    story: Story, silences: Iterable[tuple[Rule, Span, str]], suppressed: Sequence[Finding]
) -> tuple[Reason, ...]:
    """In the order of places; `silences` are the linter's, `suppressed` the findings that somebody has waived."""
    found = [*_cues(story), *_claims(story), *(_silence(story, *silence) for silence in silences)]
    for one in suppressed:
        by = f"suppressed: {one.suppressed.by}" if one.suppressed is not None else ""
        found.append(Reason("rule", one.start, one.end, one.excerpt, one.rule, by))
    return tuple(sorted(found, key=lambda one: (one.start.offset, one.end.offset, one.what)))


def _cues(story: Story) -> Iterator[Reason]:
    text, known, stopped = story.document.text, shapes(), refusals()
    cues = []
    for said in story.attributions:
        spans = said.cue or said.content
        cue = Span(spans[0].start, spans[-1].end)
        cues.append(cue)
        who = f"{said.named(text)} ({said.source_kind})" if said.source else "nobody"
        what = " … ".join(_short(span.of(text)) for span in said.content) or "nothing"
        yield _reason(story, "cue", cue, said.shape, f"as in: {known[said.shape].means} | who: {who} | what: {what}")
    inside = SpanSet(cues)
    for word in story.refused:
        if word.reason in _WHOLE or not inside.covers(word.span):  # “went” of “went on to deny” is not told
            asked = f" (asked: {word.reader})" if word.reader else ""
            yield _reason(story, "word", word.span, word.reason, f"{stopped[word.reason].means}{asked}")
    for quotation in story.quotations:
        if quotation.attribution is None and quotation.kind == "full" and not quotation.depth:
            yield _reason(story, "quotation", quotation.inner, "nobody", _NOBODY)


def _claims(story: Story) -> Iterator[Reason]:
    for claim in story.claims:
        because = f"found by: {claim.found_by} | {_answer(claim)}"
        yield _reason(story, "claim", claim.focus, ", ".join(claim.reasons), because)


def _answer(claim: Claim) -> str:
    if claim.answer:
        return f"{claim.answer}: {MEANS[claim.answer]}"
    return "it is on record" if claim.on_record else "nobody answers for it"


def _silence(story: Story, rule: Rule, span: Span, because: str) -> Reason:
    key, _, number = because.partition("/")
    if number:
        silence = next(one for one in rule.silences if (one.key, one.number) == (key, int(number)))
        return _reason(story, "rule", span, rule.id, f"{silence.reason or 'its pattern'} ({key})")
    if key in WHOLE:
        sentence = story.sentence_at(span.start)
        whole = key == "unless_story" or sentence is None
        stretch = Span(0, len(story.document.text)) if whole or sentence is None else sentence.span
        return _reason(story, "rule", span, rule.id, _stopping(story, rule, key, stretch))
    part = next((part.kind for part in story.document.parts if part.span.contains(span)), "text")
    told = _SILENT[because].format(part=part, quotation=rule.scope.quotation, attribution=rule.scope.attribution)
    return _reason(story, "rule", span, rule.id, told)


def _stopping(story: Story, rule: Rule, key: str, stretch: Span) -> str:
    """Why the rule has nothing to say there, and the words that silenced it."""
    from hedgelint.annotate.phrases import straight
    from hedgelint.annotate.watch import LIMIT

    text = straight(stretch.of(story.document.text))
    for silence in rule.silences:
        match = compiled(silence.pattern).search(text, timeout=LIMIT) if silence.key == key else None
        if match is not None:
            words = f"“{_short(match.group())}”" if match.group().strip() else "its pattern"
            return f"{silence.reason} ({key}: {words})" if silence.reason else f"{key}: {words}"
    return f"{key}: its pattern"


def _reason(story: Story, what: str, span: Span, name: str, because: str) -> Reason:
    start, end = (story.document.lines.place(offset) for offset in story.document.map.source(span))
    return Reason(what, start, end, _short(span.of(story.document.text)), name, because)


def _short(text: str, longest: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
