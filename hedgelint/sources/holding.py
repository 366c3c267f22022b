"""A story held against all its sources: quotations, figures, and how sure its sentences are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hedgelint.annotate.story import Story
from hedgelint.document.language import share_of_small
from hedgelint.finding import Problem
from hedgelint.lexicon import Lexicons
from hedgelint.sources.drift import DriftFinder
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.reading import SourceShelf

_ENOUGH = 10  # words from which the share of small words tells another language
_SHARE = 0.08
_SPOKEN = ("WebVTT", "SubRip", "JSON", "TSV")  # formats in which people speak


@dataclass(slots=True)
class Holding:
    """Built once for a set of lexicons; each source is read once, however many stories are held against it."""

    comparer: Comparer
    finder: DriftFinder
    shelf: SourceShelf
    small: frozenset[str]
    _told: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, lexicons: Lexicons, strictness: str, names: Mapping[str, str] | None = None) -> Holding:
        """`names`: whom a label stands for, by the label."""
        comparer = Comparer.of(lexicons, strictness)
        shelf = SourceShelf(comparer.normaliser, SourceReader.of(lexicons, names).read)
        small = frozenset(lexicons["fidelity-words"].terms(role="function"))
        return cls(comparer, DriftFinder(lexicons), shelf, small)

    def hold(self, story: Story, given: Sequence[str], *, drift: bool) -> tuple[Story, tuple[Problem, ...], list[str]]:
        """The story with its verdicts; sources that cannot serve; and what was not looked at."""
        found, problems = self.shelf.sources(story.document.path, given)
        sources: list[SourceIndex] = []
        notes: list[str] = []
        for source in found:
            if self._is_foreign(source):
                notes.append(f"{source.document.path}: not in English, as far as its small words tell: not compared")
            else:
                sources.append(source)
                notes += self._once(source)
        held = replace(
            story,
            fidelity=self.comparer.compare(story, sources),
            drift=tuple(self.finder.drifts(story, sources)) if drift else (),
        )
        return held, problems, notes

    def _is_foreign(self, source: SourceIndex) -> bool:
        words, share = share_of_small(source.document.text, self.small)
        return words >= _ENOUGH and share < _SHARE

    def _once(self, source: SourceIndex) -> list[str]:
        path = source.document.path
        if source.transcript.kind not in _SPOKEN or source.transcript.names or path in self._told:
            return []
        self._told.add(path)
        return [f"{path}: nobody is named in it: who said what was not looked at"]
