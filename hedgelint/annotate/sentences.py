from __future__ import annotations
import re
from collections.abc import Sequence
from hedgelint.annotate.story import Quotation, Sentence
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
_SENTENCE = re.compile(r'\S.*?(?:[.?!]["”’\')]*(?=\s)|$)', re.S)
class SentenceSplitter:
    def __init__(self, lexicons: Lexicons) -> None:
        pass
    def split(self, document: Document, quotations: Sequence[Quotation]) -> tuple[Sentence, ...]:
        out = []
        for number, part in enumerate(document.parts):
            for m in _SENTENCE.finditer(document.text[:part.span.end], part.span.start):
                out.append(Sentence(Span(*m.span()), number))
        return tuple(out)
