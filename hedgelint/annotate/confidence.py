from __future__ import annotations
from collections.abc import Mapping, Sequence
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Confidence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import SpanSet
class ConfidenceFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        pass
    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {}
    def find(self, document: Document, quoted: SpanSet, hits: Mapping[str, tuple[Hit, ...]]) -> tuple[Confidence, ...]:
        return ()
