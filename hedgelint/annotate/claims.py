from __future__ import annotations
from collections.abc import Mapping, Sequence
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Attribution, Claim, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import SpanSet
class ClaimFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        pass
    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {}
    def find(self, document: Document, sentences: Sequence[Sentence], quoted: SpanSet, attributions: Sequence[Attribution], hits: Mapping[str, tuple[Hit, ...]]) -> tuple[Claim, ...]:
        return ()
