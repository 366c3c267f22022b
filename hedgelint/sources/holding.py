"""A story held against all its sources: quotations, figures, and how sure its sentences are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from hedgelint.annotate.story import Story
from hedgelint.document.language import share_of_small
from hedgelint.finding import OF_A_SOURCE, Problem
from hedgelint.lexicon import Lexicons
from hedgelint.sources.drift import DriftFinder
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.quoting import QuotedTurns
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.reading import SourceShelf
from hedgelint.values import dataclass, replace
from hedgelint.version import __version__

_LISTS = ("spelling-variants", "fidelity-words", "transcript-labels", "transcript-noises")  # what words depend on
_ENOUGH = 10  # words from which the share of small words tells another language
_SHARE = 0.08
_SPOKEN = ("WebVTT", "SubRip", "SBV", "TTML", "JSON", "TSV")  # formats in which people speak


@dataclass(slots=True)
class Holding:
    """Built once for a set of lexicons; each source is read once, however many stories are held against it."""

    comparer: Comparer
    finder: DriftFinder
    shelf: SourceShelf
    small: frozenset[str]

    @classmethod
    def of(
        cls,
        lexicons: Lexicons,
        strictness: str,
        names: Mapping[str, str] | None = None,
        cache: Path | None = None,
    ) -> Holding:
        """`names`: whom a label stands for, by the label. `cache`: where the catalogue of many sources is kept."""
        comparer = Comparer.of(lexicons, strictness)
        key = _key(lexicons)
        read, hear = SourceReader.of(lexicons, names).read, QuotedTurns(lexicons).of_story
        shelf = SourceShelf(comparer.normaliser, read, cache, key, hear)
        small = frozenset(lexicons["fidelity-words"].terms(role="function"))
        return cls(comparer, DriftFinder(lexicons), shelf, small)

    def hold(self, story: Story, given: Sequence[str], *, drift: bool) -> tuple[Story, tuple[Problem, ...], list[str]]:
        """The story with its verdicts; sources that cannot serve; and what was not looked at."""
        found = self.shelf.sources(story.document.path, given, lambda: self._passages(story))
        sources: list[SourceIndex] = []
        notes: list[str] = []
        for source in found.sources:
            if self._is_foreign(source):
                notes.append(f"{source.document.path}: not in English, as far as its small words tell: not compared")
            else:
                sources.append(source)
                notes += self._unnamed(source)
        held = replace(
            story,
            fidelity=self.comparer.compare(story, sources, found.has_word),
            drift=tuple(self.finder.drifts(story, sources)) if drift else (),
        )
        return held, found.problems, notes

    def _passages(self, story: Story) -> Iterator[list[str]]:
        """The story's quotations, and its sentences, as comparable words."""
        text = story.document.text
        for span in (*(quotation.inner for quotation in story.quotations), *(s.span for s in story.sentences)):
            forms = self.comparer.normaliser.words(text, *span).forms
            if forms:
                yield forms

    def _is_foreign(self, source: SourceIndex) -> bool:
        words, share = share_of_small(source.document.text, self.small)
        return words >= _ENOUGH and share < _SHARE

    def _unnamed(self, source: SourceIndex) -> list[str]:
        if source.transcript.kind not in _SPOKEN or source.transcript.names:
            return []
        return [f"{source.document.path}{OF_A_SOURCE}"]


def _key(lexicons: Lexicons) -> str:
    digest = blake2b(__version__.encode(), digest_size=16)
    for name in _LISTS:
        digest.update(repr(lexicons[name].entries).encode("utf-8", "replace"))
    return digest.hexdigest()
