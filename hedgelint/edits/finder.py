"""All that an edit did to people's words, in one story."""

from __future__ import annotations

from collections.abc import Iterator

from hedgelint.annotate.certainty import Certainty
from hedgelint.annotate.story import Attribution, Story
from hedgelint.edits.quotations import reworded, spoken
from hedgelint.edits.sentences import dropped, lines
from hedgelint.edits.words import Weights, near
from hedgelint.finding import Related
from hedgelint.lexicon import Lexicons
from hedgelint.sources.normalise import Normaliser
from hedgelint.span import Span
from hedgelint.verdict import Edit

_APART = 2  # letters by which two names have to differ before they are two people's
_LEAST = 3  # words of a quotation whose speaker is asked after


class EditFinder:
    """Built once from the lexicons. Prose is compared with prose: marks, line ends and addresses are none of it."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._normaliser, self._weights = Normaliser(lexicons), Weights.of(lexicons)
        self._certainty = Certainty(lexicons)

    def edits(self, before: Story, after: Story) -> tuple[Edit, ...]:
        """In the order of the story as it is now. Places of the one before are told in its own lines."""
        if before.document.text == after.document.text:
            return ()
        found = [*self._quotations(before, after), *self._speakers(before, after), *self._sentences(before, after)]
        return tuple(sorted(found, key=lambda edit: edit.span))

    def _quotations(self, before: Story, after: Story) -> Iterator[Edit]:
        was, now = spoken(before, self._normaliser), spoken(after, self._normaliser)
        for one in reworded(was, now, self._weights):
            yield Edit("quotation", one.span, one.before, one.after, one.category, _place(before, one.was))

    def _speakers(self, before: Story, after: Story) -> Iterator[Edit]:
        was = dict(self._said(before))
        for words, said in self._said(after):
            old = was.get(words)
            if old is None or "named" not in (said.source_kind, old.source_kind) or said.source_kind != old.source_kind:
                continue
            one, other = _surname(before, old), _surname(after, said)
            if one and other and not near(one.lower(), other.lower(), _APART) and one not in _name(after, said):
                span = Span(said.source[0].start, said.source[-1].end)
                place = _place(before, Span(old.source[0].start, old.source[-1].end))
                yield Edit("speaker", span, _name(before, old), _name(after, said), "", place)
        for quotation in after.quotations:
            if quotation.attribution is None and not quotation.depth and quotation.kind == "full":
                old = was.get(tuple(self._normaliser.words(after.document.text, *quotation.inner).forms))
                if old is not None:
                    gone = Span(min(old.source[0].start, old.cue[0].start), max(old.source[-1].end, old.cue[-1].end))
                    who = " ".join(gone.of(before.document.text).split())
                    yield Edit("source", quotation.span, who, "", "", _place(before, gone))

    def _said(self, story: Story) -> Iterator[tuple[tuple[str, ...], Attribution]]:
        """By their words, the quotations whose own paragraph says who speaks: whose others are depends on what stands
        before them, and a paragraph that moved has another before it."""
        for quotation in story.quotations:
            if quotation.attribution is not None and not quotation.depth and quotation.closed:
                words = self._normaliser.words(story.document.text, *quotation.inner)
                said = story.attributions[quotation.attribution]
                here = story.document.parts[quotation.part].span
                if len(words) >= _LEAST and said.source and here.contains(said.source[0]):
                    yield tuple(words.forms), said

    def _sentences(self, before: Story, after: Story) -> Iterator[Edit]:
        was, now = lines(before, self._normaliser), lines(after, self._normaliser)
        for one in dropped(before, was, after, now, self._weights, self._certainty):
            yield Edit(one.kind, one.span, one.words, "", "", _place(before, one.was))


def _name(story: Story, said: Attribution) -> str:
    if said.speaker is not None:
        return story.speakers[said.speaker].name
    return said.named(story.document.text)


def _surname(story: Story, said: Attribution) -> str:
    words = [word for word in _name(story, said).partition(",")[0].split() if word[:1].isupper()]
    return words[-1] if words else ""


def _place(story: Story, span: Span) -> Related:
    start, end = story.document.map.source(span)
    lines = story.document.lines
    words = story.document.source[start:end]
    return Related("as it was committed", story.document.path, lines.place(start), lines.place(end), words)
