from __future__ import annotations
import re
from hedgelint.annotate.story import MarkFault, Quotation
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span
_PAIR = re.compile(r'“[^”\n]*”|"[^"\n]*"')
class QuotationFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        pass
    def find(self, document: Document) -> tuple[tuple[Quotation, ...], tuple[MarkFault, ...]]:
        out = []
        for number, part in enumerate(document.parts):
            for m in _PAIR.finditer(document.text, *part.span):
                out.append(Quotation(Span(*m.span()), Span(m.start() + 1, m.end() - 1), "full", number))
        return tuple(out), ()
