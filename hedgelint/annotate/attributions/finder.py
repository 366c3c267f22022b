from __future__ import annotations
from collections.abc import Sequence
from dataclasses import dataclass
from hedgelint.annotate.story import Attribution, Quotation, Sentence, Speaker
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
@dataclass(frozen=True, slots=True)
class Attributed:
    """What the finder gives: the attributions, the quotations linked to them, the sentences with `attributed` set."""
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
class AttributionFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        pass
    def find(self, document: Document, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Attributed:
        return Attributed((), (), tuple(quotations), tuple(sentences))
