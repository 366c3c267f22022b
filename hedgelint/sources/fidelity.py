"""Every quotation of a story held against its sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from hedgelint.annotate.story import Quotation, Story, quoted
from hedgelint.lexicon import Lexicons
from hedgelint.sources.changes import Weigher
from hedgelint.sources.copied import copied
from hedgelint.sources.figures import Figures
from hedgelint.sources.index import SourceIndex, place_of
from hedgelint.sources.normalise import Normaliser, blanked
from hedgelint.sources.paraphrase import strange_figures
from hedgelint.sources.places import Finder, Found, Segment
from hedgelint.sources.seams import Outside, Seams
from hedgelint.sources.speaking import Claimed, fits, whose
from hedgelint.span import SpanSet
from hedgelint.values import dataclass, replace
from hedgelint.verdict import GRAVE, Change, Verdict

_TELLING = 4  # words from which a quotation found in a source is found by more than chance
_SENTENCE = 6  # words from which two sources can have the same sentence
_SAME = 0.75  # share of its words that another source's form of a quotation has
_TURNED = ("negation", "number", "name")
_NEAR = 12  # words of a source for each piece of a quotation that is cut into short ones
_BEFORE = 4  # words of the source that a bracket at the head may stand for
_FEW = 20  # sources that are held against each other
_ALIKE = 0.55  # share of its words that a quotation has to have in a source to be a changed one and not another


@dataclass(frozen=True, slots=True)
class Comparer:
    """Built once for a set of lexicons. `strictness`: strict (false starts and "you know" count too), news, or loose
    (changes of grammatical words pass)."""

    normaliser: Normaliser
    finder: Finder
    seams: Seams
    figures: Figures

    @classmethod
    def of(cls, lexicons: Lexicons, strictness: str = "news") -> Comparer:
        normaliser, weigher = Normaliser(lexicons), Weigher.of(lexicons, strictness)
        figures = Figures(normaliser, weigher.functions)
        return cls(normaliser, Finder(normaliser, weigher), Seams.of(lexicons), figures)

    def compare(
        self, story: Story, sources: Sequence[SourceIndex], has_word: Callable[[str], bool] | None = None
    ) -> tuple[Verdict, ...]:
        """One verdict for every quotation that is a statement of somebody's, in the order of the story; then one for
        every figure of a paraphrase that no source has, or that a document has otherwise, for every stretch of a source
        in the story's voice, and for every source that has a quotation otherwise.

        `has_word` tells whether any source has a word, where `sources` are not all there are."""
        if not sources:
            return ()
        out: list[Verdict] = []
        disputed: list[Verdict] = []
        bare = blanked(story.document.text, 0, _surely_quoted(story))
        for number, quotation in enumerate(story.quotations):
            if quotation.kind == "title" or quotation.depth:
                continue
            verdict = self._of(story, bare, number, sources)
            if verdict and verdict.kind == "missing":
                verdict = self._inside(story, bare, number, sources) or verdict
            if verdict is not None:
                out.append(verdict)
                disputed += self._disputed(story, verdict, sources)
        strange = list(strange_figures(story, sources, self.normaliser, out, has_word))
        out += strange
        out += self.figures.other(story, sources, SpanSet(verdict.span for verdict in strange))
        out += copied(story, sources, self.normaliser)
        out += disputed
        return tuple(out)

    def _of(self, story: Story, bare: str, number: int, sources: Sequence[SourceIndex]) -> Verdict | None:
        """`bare` is the story with blanks for what surely stands in quotation marks."""
        quotation = story.quotations[number]
        segments = self.finder.segments(story.document.text, quotation.inner)
        count = sum(len(s.words) for s in segments)
        if not count:
            return None
        verdict = self._verdict(story, number, segments, self._outside(story, bare, quotation), sources)
        nobodys = quotation.attribution is None and (quotation.kind == "scare" or count < 2)
        if nobodys and verdict.kind not in ("verbatim", "surface", "altered"):
            return None  # scare quotes may be anybody's, or the writer's own
        return verdict

    def _disputed(self, story: Story, verdict: Verdict, sources: Sequence[SourceIndex]) -> Iterator[Verdict]:
        """Where one source has the quotation as it is, each other that has it with a denial, a number or a name
        changed, from the same speaker as far as the sources name one."""
        if verdict.kind not in ("verbatim", "surface") or verdict.words < _SENTENCE or len(sources) > _FEW:
            return
        text = story.document.text
        claimed = Claimed.of(story, verdict.quotation)
        segments = self.finder.segments(text, verdict.span)
        for source in sources:
            if source.document.path == verdict.path:
                continue
            found = self.finder.find(text, source, segments, lambda start, end: 0)
            turned = found.changes and all(change.category in _TURNED for change in found.changes)
            alike = found.matched >= _SAME * verdict.words and found.longest >= _TELLING and not found.joined
            if turned and alike and len(found.changes) <= 2 and _theirs(claimed, claimed.among(source), found):
                span = source.words.span(found.pieces[0][0], max(end for _, end in found.pieces))
                yield replace(
                    verdict,
                    kind="disputed",
                    changes=tuple(found.changes),
                    path=source.document.path,
                    source_span=span,
                    place=place_of(source, span, whose(source, claimed, found.ranges).speaker),
                )

    def _inside(self, story: Story, bare: str, number: int, sources: Sequence[SourceIndex]) -> Verdict | None:
        """Of a quotation inside this one that the sources do have: they are those of whoever is quoted there."""
        span = story.quotations[number].span
        for inner in range(number + 1, len(story.quotations)):
            if not span.contains(story.quotations[inner].span):
                return None
            verdict = self._of(story, bare, inner, sources)
            if verdict and verdict.kind != "missing" and verdict.words >= _TELLING:
                return verdict
        return None

    def _verdict(
        self,
        story: Story,
        number: int,
        segments: list[Segment],
        outside: Outside,
        sources: Sequence[SourceIndex],
    ) -> Verdict:
        quotation = story.quotations[number]
        count = sum(len(s.words) for s in segments)
        claimed = Claimed.of(story, number)
        best: tuple[tuple[object, ...], Found, list[Change]] | None = None
        for source in sources:
            names = claimed.among(source)

            def rank(start: int, end: int, source: SourceIndex = source, names: frozenset[str] = names) -> object:
                turn = source.turn_of(start)
                own = fits(claimed, names, source.transcript.turns[turn] if turn >= 0 else None)
                lost = len(segments) == 1 and bool(self._edges(story, source, start, end, quotation, outside))
                return (not own, lost)

            found = self.finder.find(story.document.text, source, segments, rank)
            lost = list(self._lost(story, found, segments, quotation, outside))
            misfit = not _theirs(claimed, names, found)
            merit = (found.matched, not misfit, -len(found.changes) - len(lost), not found.joined)
            if best is None or merit > best[0]:
                best = (merit, found, lost)
            if found.matched == count and not found.changes and not lost and not found.joined and not misfit:
                break
        assert best is not None
        _, found, lost = best
        missing = Verdict(number, quotation.inner, "missing", count)
        if found.changes and count <= 3 and not _turned(found, claimed, count):
            return missing
        if found.matched < _ALIKE * count or (found.longest < min(3, count - 2) and not _close(found, len(segments))):
            return missing
        found.changes = [self._weighed(found.source, change) for change in found.changes] + lost
        return self._judge(story, found, missing, claimed)

    def _judge(self, story: Story, found: Found, blank: Verdict, claimed: Claimed) -> Verdict:
        source = found.source
        span = source.words.span(min(start for start, _ in found.pieces), max(end for _, end in found.pieces))
        whole = whose(source, claimed, found.ranges)
        grave = any(change.category in GRAVE for change in found.changes)
        left_out = all(change.kind == "dropped" for change in found.changes)
        told = whole.words >= _TELLING and (left_out or not grave)
        if whole.kind and (told or not found.changes):
            kind = whole.kind
        elif found.changes:
            only = found.changes[0] if len(found.changes) == 1 else None
            cut = only is not None and only.kind == "dropped" and len(only.source.split()) >= 3
            kind = "cut" if cut else "altered"
        elif not found.in_order:
            kind = "reordered"
        elif found.joined:
            kind = "joined"
        else:
            ours = " ".join(blank.span.of(story.document.text).split()).strip(" .,;:!?")
            kind = "verbatim" if ours in source.text(span) else "surface"
        speaker = whole.speaker
        return replace(
            blank,
            kind=kind,
            changes=tuple(found.changes),
            path=source.document.path,
            source_span=span,
            place=place_of(source, span, speaker),
            speaker=speaker,
            doubtful=whole.doubtful and kind == whole.kind,
        )

    def _outside(self, story: Story, bare: str, quotation: Quotation) -> Outside:
        """The words of the sentence round a quotation, and of the next, that are in no quotation marks; of one inside
        another, those of the other too."""
        sentences = story.sentences_near(quotation.span, 1)
        if not sentences:
            return Outside()
        first, last = sentences[0].span.start, max(sentences[-1].span.end, quotation.span.end)
        own = SpanSet((quotation.span,))
        forms = set(self.normaliser.words(bare, first, last, own).forms)
        if quotation.parent is not None:
            around = story.quotations[quotation.parent].inner
            here = max(first, around.start), min(last, around.end)
            forms.update(self.normaliser.words(story.document.text, *here, own).forms)
        return Outside(frozenset(forms))

    def _edges(
        self, story: Story, source: SourceIndex, start: int, end: int, quotation: Quotation, outside: Outside
    ) -> list[Change]:
        text = story.document.text
        inner = quotation.inner
        whole = quotation.kind == "full" or text[inner.start : inner.start + 1].isupper()
        out = list(self.seams.before(source, start, outside, whole=whole, at=inner.start))
        if quotation.closed:  # of one that is never closed nobody knows what it leaves out behind its end
            out += self.seams.after(source, end, outside, at=inner.end)
        return out

    def _lost(
        self, story: Story, found: Found, segments: Sequence[Segment], quotation: Quotation, outside: Outside
    ) -> Iterator[Change]:
        """What was lost at every seam: both edges, ellipses, brackets, joins."""
        source = found.source
        if not found.pieces:
            return
        first, last = found.pieces[0], found.pieces[-1]
        edges = self._edges(story, source, first[0], last[1], quotation, outside)
        starts = found.pairs.get((0, 0)) == first[0]
        final = len(segments) - 1
        ends = found.pairs.get((final, len(segments[final].words) - 1)) == last[1] - 1
        for change in edges:
            if starts if change.story_span.start == quotation.inner.start else ends:
                yield change
        for k in range(1, len(found.pieces)):
            (_, before), (after, _) = found.pieces[k - 1], found.pieces[k]
            if found.segments[k] != found.segments[k - 1]:
                one, other = segments[found.segments[k - 1]], segments[found.segments[k]]
                put = (*one.bracket(len(one.words)), *other.bracket(0))
                yield from self.seams.gap(source, before, after, put, at=other.words.starts[0])
        for number in dict.fromkeys(found.segments):
            yield from self._bracketed(found, number, segments[number], last=number == final)

    def _weighed(self, source: SourceIndex, change: Change) -> Change:
        """What is left out without an ellipsis, or another word without a bracket, weighed as what they stand for."""
        if change.kind == "added" or change.category not in ("content", "function"):
            return change
        first, last = (bisect_left(source.words.starts, at) for at in change.source_span)
        put = self.normaliser.words(change.story).forms
        lost = next(self.seams.gap(source, first, last, put, at=change.story_span.start), None)
        return replace(change, category=lost.category) if lost is not None else change

    def _bracketed(self, found: Found, number: int, segment: Segment, *, last: bool) -> Iterator[Change]:
        """What the brackets of a segment stand for; one before an ellipsis is looked at with it."""
        source = found.source
        for hole in segment.holes:
            left = found.pairs.get((number, hole.at - 1))
            right = found.pairs.get((number, hole.at))
            if right is not None and not hole.at and hole.forms:
                left = _opening(source, right) - 1
            elif left is not None and last and hole.at == len(segment.words):
                right = left + 1
            if left is not None and right is not None:
                yield from self.seams.gap(source, left + 1, right, hole.forms, at=hole.place)
                yield from self.seams.swapped(source, left + 1, right, hole.forms, hole.place)


def _surely_quoted(story: Story) -> SpanSet:
    """Without what a quotation holds that is never closed: nobody knows where it ends, and a “not” in it may be the
    story's own."""
    sure = [one for one in story.quotations if one.closed or one.continues]
    return quoted(story.document, sure, (), story.turns)


def _opening(source: SourceIndex, right: int) -> int:
    """Where what a bracket at the head stands for begins: a few words before what follows it, in the same clause."""
    left = right
    while left > 0 and right - left < _BEFORE and not source.between(left).strip(" \t\n"):
        left -= 1
    return left


def _close(found: Found, segments: int) -> bool:
    """Short pieces between ellipses, all of them there, in order and near each other."""
    whole = not found.changes and len(found.pieces) == segments > 1 and found.in_order
    return whole and found.pieces[-1][1] - found.pieces[0][0] <= _NEAR * segments


def _turned(found: Found, claimed: Claimed, count: int) -> bool:
    """Three words that the speaker has said with a “not” among them, and never without."""
    only = found.changes[0]
    return (
        only.category == "negation" and len(found.changes) == 1 and found.matched == count > 2 and bool(claimed.words)
    )


def _theirs(claimed: Claimed, names: frozenset[str], found: Found) -> bool:
    if not found.pieces:
        return True
    turn = found.source.turn_of(found.pieces[0][0])
    return fits(claimed, names, found.source.transcript.turns[turn] if turn >= 0 else None)
