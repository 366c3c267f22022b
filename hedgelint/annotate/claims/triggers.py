"""What in a sentence asks for a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hedgelint.annotate.claims.figures import ASKED, BESIDE, ON_RECORD, STARTS, figures
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.annotate.story import Loaded
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

_OWNER = "lexicon:claim-triggers"
_FIGURE = "figures"
_REACH = 50  # code points between words and the figure that they are about


class Trigger(NamedTuple):
    """`ask` is how little it asks (see `figures`); `name` the pattern, the frame or the entry that found it. An
    `estimate` is a figure of what would be, which somebody has to have reckoned; a `soft` one is only suggested."""

    span: Span
    reason: str
    ask: int
    name: str
    estimate: bool = False
    soft: bool = False


class TriggerFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons, "claim-triggers")

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {_OWNER: self._terms.phrases(), _FIGURE: STARTS}

    def find(self, text: str, loaded: Sequence[Loaded], hits: Mapping[str, Sequence[Hit]]) -> list[Trigger]:
        """In order, inside quotations too."""
        counted = [Trigger(*found) for found in figures(text, (hit.start for hit in hits.get(_FIGURE, ())))]
        return sorted((*counted, *self._words(text, counted, hits), *_verdicts(loaded)))

    def _words(self, text: str, counted: Sequence[Trigger], hits: Mapping[str, Sequence[Hit]]) -> Iterator[Trigger]:
        spans = sorted(figure.span for figure in counted if figure.ask == ASKED)
        starts = [span.start for span in spans]
        for hit, entry in self._terms.true_hits(text, hits.get(_OWNER, ())):
            at = bisect_left(starts, hit.end)
            figure = entry.get("focus") == "figure" and at < len(spans) and starts[at] - hit.end <= _REACH
            span = spans[at] if figure else Span(hit.start, hit.end)
            ask = ON_RECORD if entry.get("on_record") else ASKED
            yield Trigger(span, entry["reason"], ask, entry["term"], bool(entry.get("estimate")))


def _verdicts(loaded: Sequence[Loaded]) -> Iterator[Trigger]:
    """A loaded word alone is a matter for the rules of wording."""
    for word in loaded:
        if word.entry.get("strength") == "strong" and not word.quoted:
            yield Trigger(word.span, "judgement", BESIDE, "loaded word")
