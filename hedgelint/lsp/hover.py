"""What there is to say of the words under the pointer: the rule, how sure, who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol.types import Hover

from hedgelint.annotate.story import Story
from hedgelint.checks.confidence import Owners
from hedgelint.finding import Finding
from hedgelint.lsp.looked import Looked, place_of
from hedgelint.lsp.words import markup, safe
from hedgelint.rulebook.rule import Rule
from hedgelint.span import Span
from hedgelint.summary.voices import owner_of

_KINDS = {
    "named": "a source with a name",
    "pronoun": "by a pronoun",
    "role": "an office",
    "group": "a group",
    "document": "a document",
    "anonymous": "a source without a name",
    "vague": "nobody in particular",
    "none": "nobody is named",
}
Said = tuple[Span, str]


def hover_at(
    looked: Looked, offset: int, severity: str, rule: Callable[[str], Rule | None], plain: bool = False
) -> Hover | None:
    """None where there is nothing to say. `rule` gives the rule of an id."""
    said: list[Said] = []
    for finding in looked.findings(severity):
        place = place_of(finding)
        if place.start <= offset < max(place.end, place.start + 1):
            said.append((place, "\n\n".join(_finding(finding, rule(finding.rule)))))
    for story, at in looked.stories_at(offset):
        said += [
            (Span(*story.document.map.source(span)), words) for span, words in (*_certain(story, at), *_who(story, at))
        ]
    if not said:
        return None
    narrowest = min((span for span, _ in said), key=lambda span: span.end - span.start)
    return Hover(markup("\n\n---\n\n".join(words for _, words in said), plain), looked.positions.range(narrowest))


def _finding(finding: Finding, rule: Rule | None) -> Iterator[str]:
    yield f"**{safe(finding.rule)}** · {finding.severity}"
    yield safe(finding.message)
    for related in finding.related:
        yield f"{safe(related.message)}{': ' if related.excerpt else ''}{safe(related.excerpt)}"
    if rule is not None:
        yield safe(rule.why.split("\n\n")[0])
        for reference in rule.references:
            yield safe(reference.title) + (f": {safe(reference.url)}" if reference.url else "")


def _certain(story: Story, at: int) -> Iterator[Said]:
    """Where a word of more or less certainty stands between 0 and 100."""
    for word in story.confidence:
        if word.kind in ("hedge", "booster") and word.span.start <= at < word.span.end:
            bands = ", ".join(f"{safe(scale)} {low}–{high} %" for scale, (low, high) in word.bands.items())
            owner = Owners(story).of(word)
            yield word.span, f"**{safe(word.span.of(story.document.text))}** · {bands or 'on no scale'} · {safe(owner)}"


def _who(story: Story, at: int) -> Iterator[Said]:
    """Who speaks in a quotation, or answers for other words; where a quotation was held against its source, how it came
    out."""
    for number, quotation in enumerate(story.quotations):
        if quotation.span.start <= at < quotation.span.end and quotation.depth == 0:
            if quotation.attribution is not None:
                yield quotation.span, f"Said by {_named(story, quotation.attribution)}"
            elif quotation.kind in ("full", "partial"):
                yield quotation.span, "A quotation: nobody is seen to say it"
            for verdict in story.fidelity:
                if verdict.quotation == number:
                    where = f" in {verdict.place.path}, line {verdict.place.start.line}" if verdict.place else ""
                    words = f": {verdict.place.excerpt}" if verdict.place else ""
                    yield quotation.span, f"Against the sources: **{verdict.kind}**{safe(where + words)}"
            return
    for number, said in enumerate(story.attributions):
        for span in said.content:
            if span.start <= at < span.end:
                yield span, f"Answered for by {_named(story, number)}"
                return


def _named(story: Story, number: int) -> str:
    said = story.attributions[number]
    cue = " … ".join(span.of(story.document.text) for span in said.cue)
    told = f" · “{safe(cue)}”" if cue else ""
    return f"**{safe(owner_of(story, number))}** · {_KINDS[said.source_kind]}{told}"
