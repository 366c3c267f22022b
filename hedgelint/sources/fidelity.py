"""Every quotation of a story held against its sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hedgelint.annotate.story import Quotation, Story
from hedgelint.finding import Related
from hedgelint.lexicon import Lexicons
from hedgelint.sources.align import Step
from hedgelint.sources.changes import Weigher, added_runs, difference
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.paraphrase import strange_figures
from hedgelint.span import Span, SpanSet
from hedgelint.verdict import Change, Verdict

_INSERTED = re.compile(r"\[[^\[\]\n]*\]|\((?:sic|laughs|laughing)\)")
_ELLIPSIS = re.compile(r"\[?(?:…|\.(?:[ \u00a0]?\.){2,3})\]?")
_STOP = re.compile(r"[.!?;]")
_TELLING = 4  # words from which a quotation found in a source is found by more than chance
# Two places farther apart than this many words are separate places.
_APART = 25


@dataclass(frozen=True, slots=True)
class _Segment:
    words: Words
    holes: frozenset[int]


@dataclass(slots=True)
class _Found:
    """The best that one source has for a quotation. `order` holds where the pieces begin, in words."""

    source: SourceIndex
    matched: int = 0
    longest: int = 0
    changes: list[Change] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    start: int = -1
    end: int = -1
    joined: bool = False

    def took(self, start: int, end: int) -> None:
        self.order.append(start)
        if self.start < 0:
            self.start, self.end = start, end

    def reach(self, end: int) -> None:
        self.end = max(self.end, end)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Built once for a set of lexicons. `strictness`: strict (false starts and "you know" count too), news, or loose
    (changes of grammatical words pass)."""

    normaliser: Normaliser
    weigher: Weigher

    @classmethod
    def of(cls, lexicons: Lexicons, strictness: str = "news") -> Comparer:
        return cls(Normaliser(lexicons), Weigher.of(lexicons, strictness))

    def compare(self, story: Story, sources: Sequence[SourceIndex]) -> tuple[Verdict, ...]:
        """One verdict for every quotation that is a statement of somebody's, in the order of the story; then one for
        every figure of a paraphrase that no source has."""
        if not sources:
            return ()
        out: list[Verdict] = []
        for number, quotation in enumerate(story.quotations):
            if quotation.kind in ("scare", "title") or quotation.depth:
                continue
            verdict = self._of(story, number, sources)
            if verdict and verdict.kind == "missing":
                verdict = self._inside(story, number, sources) or verdict
            out += [verdict] if verdict else []
        out += strange_figures(story, sources, self.normaliser, out)
        return tuple(out)

    def _of(self, story: Story, number: int, sources: Sequence[SourceIndex]) -> Verdict | None:
        quotation = story.quotations[number]
        segments = self._segments(story.document.text, quotation.inner)
        count = sum(len(s.words) for s in segments)
        if not count or (count < 4 and quotation.attribution is None):
            return None
        return self._verdict(story, number, quotation, segments, count, sources)

    def _inside(self, story: Story, number: int, sources: Sequence[SourceIndex]) -> Verdict | None:
        """Of a quotation inside this one that the sources do have: they are those of whoever is quoted there."""
        span = story.quotations[number].span
        for inner in range(number + 1, len(story.quotations)):
            if not span.contains(story.quotations[inner].span):
                return None
            verdict = self._of(story, inner, sources)
            if verdict and verdict.kind != "missing" and verdict.words >= _TELLING:
                return verdict
        return None

    def _segments(self, text: str, inner: Span) -> list[_Segment]:
        out = []
        at = inner.start
        stops = [Span(*m.span()) for m in _ELLIPSIS.finditer(text, *inner)]
        for stop in (*stops, Span(inner.end, inner.end)):
            inserted = [Span(*m.span()) for m in _INSERTED.finditer(text, at, stop.start)]
            words = self.normaliser.words(text, at, stop.start, SpanSet(inserted))
            holes = frozenset(sum(s.start < hole.start for s in words.spans) for hole in inserted)
            if len(words):
                out.append(_Segment(words, holes))
            at = stop.end
        return out

    def _verdict(
        self,
        story: Story,
        number: int,
        quotation: Quotation,
        segments: list[_Segment],
        count: int,
        sources: Sequence[SourceIndex],
    ) -> Verdict:
        found: _Found | None = None
        for source in sources:
            here = self._find(story.document.text, source, segments)
            if found is None or (here.matched, -len(here.changes)) > (found.matched, -len(found.changes)):
                found = here
            if found.matched == count and not found.changes and not found.joined:
                break
        assert found is not None
        missing = Verdict(number, quotation.inner, "missing", count)
        if not found.order or (found.changes and count <= 3):
            return missing
        if found.matched < 0.55 * count or found.longest < min(3, count - 2):
            return missing
        return self._judge(story, found, missing)

    def _judge(self, story: Story, found: _Found, blank: Verdict) -> Verdict:
        source = found.source
        words = source.words
        span = Span(words.spans[found.start].start, words.spans[found.end - 1].end)
        text = source.document.text
        speaker = source.turns.at(span.start)
        if found.changes:
            cut = all(c.kind == "dropped" for c in found.changes) and len(found.changes) == 1
            kind = "cut" if cut and len(found.changes[0].source.split()) >= 3 else "altered"
        elif found.order != sorted(found.order):
            kind = "reordered"
        elif found.joined:
            kind = "joined"
        elif _others_words(story, blank.quotation, source, speaker):
            kind = "misattributed"
        else:
            ours = " ".join(blank.span.of(story.document.text).split()).strip(" .,;:!?")
            kind = "verbatim" if ours in " ".join(span.of(text).split()) else "surface"
        back = source.document.map.source(span)
        lines = source.document.lines
        place = Related(
            f"{speaker}: what the source has" if speaker else "what the source has",
            source.document.path,
            lines.place(back.start),
            lines.place(back.end),
            " ".join(span.of(text).split()),
        )
        return replace(
            blank,
            kind=kind,
            changes=tuple(found.changes),
            path=source.document.path,
            source_span=span,
            place=place,
            speaker=speaker,
        )

    def _find(self, story: str, source: SourceIndex, segments: list[_Segment]) -> _Found:
        found = _Found(source)
        after = 0
        for segment in segments:
            after = self._place(story, source, segment, found, after)
        return found

    def _place(self, story: str, source: SourceIndex, segment: _Segment, found: _Found, after: int) -> int:
        words = segment.words
        n = len(words)
        places = source.exact(words.forms)
        if places:
            start = next((p for p in places if p >= after), places[0])
            found.took(start, start + n)
            found.reach(start + n)
            found.matched += n
            found.longest = max(found.longest, n)
            return start + n
        if pieces := _sentences_apart(story, source, words):
            for start, end in pieces:
                found.took(start, end)
                found.matched += end - start
                found.longest = max(found.longest, end - start)
            found.joined = True
            return pieces[-1][1]
        windows = source.windows(words.forms)
        if after:
            windows.append((after, min(len(source.words), after + n + 60)))
        steps: list[Step] = []
        most = 0
        for window in windows:
            tried, matched = difference(words, source, window)
            if matched > most or (matched == most and _cost(tried) < _cost(steps)):
                steps, most = tried, matched
        if not steps:
            at = Span(words.spans[0].start, words.spans[-1].end)
            found.changes.append(Change("added", at.of(story), "", at, Span(0, 0), "content"))
            return after
        elsewhere = self._elsewhere(source, words, steps, found)
        for step in steps:
            if step in elsewhere:
                continue
            if step.same:
                found.matched += step.i2 - step.i1
                found.longest = max(found.longest, step.i2 - step.i1)
                continue
            if step.i1 == step.i2 and step.j2 - step.j1 > _APART:
                found.joined = True
                continue
            change = self.weigher.change(words, story, source, step, segment.holes)
            if change is not None:
                found.changes.append(change)
            else:
                found.matched += step.i2 - step.i1
        start, end = min(s.j1 for s in steps if s.same), max(s.j2 for s in steps if s.same)
        found.took(start, end)
        found.reach(end)
        return end

    def _elsewhere(self, source: SourceIndex, words: Words, steps: list[Step], found: _Found) -> set[Step]:
        """Long stretches that stand word for word in another place; a short one ("I have to say") proves nothing."""
        out = set()
        for step in added_runs(steps, 5, 8):
            if source.exact(words.forms[step.i1 : step.i2]):
                out.add(step)
                found.joined = True
                found.matched += step.i2 - step.i1
        return out


def _sentences_apart(story: str, source: SourceIndex, words: Words) -> list[tuple[int, int]]:
    """Where its sentences stand, if each is there word for word but not all in one place; else nothing."""
    ends = [k for k in range(1, len(words)) if _STOP.search(story, words.spans[k - 1].end, words.spans[k].start)]
    edges = [0, *ends, len(words)]
    out: list[tuple[int, int]] = []
    apart = False
    for k, m in pairwise(edges):
        places = source.exact(words.forms[k:m])
        if not places or m - k < 3:
            return []
        after = out[-1][1] if out else 0
        start = next((p for p in places if p >= after), places[0])
        apart = apart or (bool(out) and not 0 <= start - after <= _APART)
        out.append((start, start + m - k))
    return out if apart else []


def _cost(steps: list[Step]) -> int:
    return sum(max(s.i2 - s.i1, s.j2 - s.j1) for s in steps if not s.same)


def _others_words(story: Story, number: int, source: SourceIndex, label: str) -> bool:
    """The story names one speaker of this source, the source's label another."""
    attribution = story.quotations[number].attribution
    if attribution is None or not label:
        return False
    said = story.attributions[attribution]
    name = story.speakers[said.speaker].name if said.speaker is not None else ""
    if not name and said.source_kind == "named":
        name = " ".join(s.of(story.document.text) for s in said.source)
    ours = {w.lower() for w in re.findall(r"[^\W\d_][\w'’\-]+", name) if w[0].isupper()}
    here = {w.lower() for w in re.findall(r"[^\W\d_][\w'’\-]+", label)}
    if not ours or ours & here:
        return False
    # Only a name that the source itself uses as a label can be set against another label.
    last = {other.split()[-1].lower() for other in set(source.turns.names)}
    return bool(ours & last)
