"""Figures in the story's own voice that are others in the sentence of a document which says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hedgelint.annotate.certainty import stem
from hedgelint.annotate.story import Sentence, Story
from hedgelint.patterns import pattern_of
from hedgelint.sources.index import SourceIndex, place_of
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.transcript import OWN
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass
from hedgelint.verdict import Change, Verdict

_STOP = pattern_of(r"[.?!][”\"’')\]]*\s|\n\s*\n")
_LEAST = 3  # words with a meaning that both sentences have
_SHARED = 0.75  # share of the story's words that the source's sentence has
_LONG = 60  # words of a source's sentence on either side of the one it was found by
_OFTEN = 40  # places of a word at which sentences are looked for
_RAREST = 3  # words of a sentence by which its like is looked for


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence's words with a meaning, by their stems, and its figures: where each is among its words."""

    words: Words
    stems: frozenset[str]
    figures: dict[str, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """`small` are grammatical words, which say nothing of what a sentence is about."""

    normaliser: Normaliser
    small: frozenset[str]

    def other(self, story: Story, sources: Sequence[SourceIndex], seen: SpanSet) -> Iterator[Verdict]:
        """One verdict for a figure that a document has otherwise; `seen` has those told already. Only where one figure
        differs, stands beside the same word, and is none of theirs made round."""
        documents = [source for source in sources if not _is_talk(source)]
        if not documents:
            return
        quoted = story.quoted()
        papers = [said for said in story.attributions if said.source_kind == "document"]
        people = [said for said in story.attributions if said.source_kind != "document"]
        others = SpanSet(span for said in people for span in said.content)
        told = SpanSet(span for said in papers for span in (*said.source, *said.cue))
        for sentence in story.sentences:
            if quoted.touches(sentence.span) or others.touches(sentence.span):
                continue
            found = self._of(story, sentence, told, documents)
            if found is not None and not seen.touches(found.span):
                yield found

    def _of(self, story: Story, sentence: Sentence, told: SpanSet, documents: Sequence[SourceIndex]) -> Verdict | None:
        """`told` is who says so, and that they do: the report said."""
        text = story.document.text
        ours = self._told(self.normaliser.words(text, sentence.span.start, sentence.span.end, told))
        if not ours.figures or len(ours.stems) < _LEAST:
            return None
        best: tuple[float, Verdict] | None = None
        for source in documents:
            for first, last in self._near(source, ours):
                words = source.words
                theirs = self._told(Words(words.forms[first:last], words.starts[first:last], words.ends[first:last]))
                if not self._alike(text, ours, theirs):
                    continue
                if all(figure in theirs.figures for figure in ours.figures):
                    return None
                pair = _differing(text, ours, theirs)
                merit = len(ours.stems & theirs.stems) / len(ours.stems | theirs.stems)
                if pair is not None and (best is None or merit > best[0]):
                    best = merit, _verdict(text, source, ours.words, theirs.words, *pair)
        return best[1] if best else None

    def _told(self, words: Words) -> _Told:
        figures = {form: k for k, form in enumerate(words.forms) if _is_figure(form)}
        stems = (stem(form) for form in words.forms if not _is_figure(form) and form not in self.small)
        return _Told(words, frozenset(stems), figures)

    def _near(self, source: SourceIndex, ours: _Told) -> list[tuple[int, int]]:
        """The sentences of a source, as ranges of words, that have one of the rarest words of this one."""
        forms = {f for f in ours.words.forms if f not in self.small and not _is_figure(f)}
        places = sorted((len(source.places[f]), f) for f in forms if f in source.places)
        at = (k for count, form in places[:_RAREST] if count <= _OFTEN for k in source.places[form])
        return sorted({_sentence(source, k) for k in at if _is_own(source, k)})

    def _alike(self, text: str, ours: _Told, theirs: _Told) -> bool:
        shared = ours.stems & theirs.stems
        if len(shared) < max(_LEAST, _SHARED * len(ours.stems)):
            return False
        # Another name, another month: another matter.
        words = ours.words
        alone = [k for k, form in enumerate(words.forms) if k and stem(form) in ours.stems - shared]
        return not any(text[words.starts[k]].isupper() for k in alone)


def _is_talk(source: SourceIndex) -> bool:
    return source.transcript.kind != "story" and any(turn.speaker for turn in source.transcript.turns)


def _is_own(source: SourceIndex, word: int) -> bool:
    """Whether the document says it, and nobody whom it quotes."""
    turn = source.turn_of(word)
    return turn < 0 or source.transcript.turns[turn].label == OWN or not source.transcript.turns[turn].speaker


def _is_figure(form: str) -> bool:
    return form.lstrip("#").replace(".", "", 1).replace("/", "", 1).isdigit()


def _sentence(source: SourceIndex, word: int) -> tuple[int, int]:
    first, last = word, word + 1
    while first and word - first < _LONG and _STOP.search(source.between(first)) is None:
        first -= 1
    while last < len(source.words) and last - word < _LONG and _STOP.search(source.between(last)) is None:
        last += 1
    return first, last


def _differing(text: str, ours: _Told, theirs: _Told) -> tuple[int, int] | None:
    """The one figure that is another, and the source's beside the same word."""
    new = [k for form, k in ours.figures.items() if form not in theirs.figures]
    if len(new) != 1:
        return None
    k = new[0]
    mine = ours.words.forms
    gone = [(form, m) for form, m in theirs.figures.items() if form not in ours.figures]
    beside = [(form, m) for form, m in gone if _beside(mine, k, theirs.words.forms, m)]
    if len(beside) != 1:
        return None
    form, m = beside[0]
    return None if _rounded(mine[k], form) or (mine[k][0] == "#") != (form[0] == "#") else (k, m)


def _beside(mine: Sequence[str], k: int, theirs: Sequence[str], m: int) -> bool:
    """Whether what is counted is the same: the word behind both figures; at the end of a sentence the one before."""
    after, other = mine[k + 1 : k + 2], theirs[m + 1 : m + 2]
    if after and other:
        return stem(after[0]) == stem(other[0])
    return bool(k and m) and mine[k - 1] == theirs[m - 1]


def _rounded(mine: str, theirs: str) -> bool:
    """140 for 138, 1.2 million for 1,234,567; 2/3 for 67 per cent is not looked into."""
    try:
        a, b = float(mine.lstrip("#")), float(theirs.lstrip("#"))
    except ValueError:
        return True
    digits = len(mine.strip("#").replace(".", "").strip("0"))
    return bool(b) and digits < len(theirs.strip("#").replace(".", "").strip("0")) and abs(a - b) <= 0.1 * b


def _verdict(text: str, source: SourceIndex, ours: Words, theirs: Words, k: int, m: int) -> Verdict:
    span, other = ours.span(k, k + 1), theirs.span(m, m + 1)
    change = Change("replaced", span.of(text), source.text(other), span, other, "number")
    whole = Span(theirs.starts[0], theirs.ends[-1])
    place = place_of(source, whole, "", "the source")
    return Verdict(-1, span, "figure", 1, (change,), path=source.document.path, source_span=whole, place=place)
