"""Document → Story: each annotation is made from those before it and handed on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from hedgelint.annotate.attributions.finder import AttributionFinder
from hedgelint.annotate.claims import ClaimFinder
from hedgelint.annotate.confidence import ConfidenceFinder
from hedgelint.annotate.loaded import LoadedFinder
from hedgelint.annotate.nameless.finder import NamelessFinder
from hedgelint.annotate.phrases import PhraseScanner, Table
from hedgelint.annotate.quotations import QuotationFinder
from hedgelint.annotate.sentences import SentenceSplitter
from hedgelint.annotate.story import Story, quoted
from hedgelint.document.model import Document
from hedgelint.lexicon import Lexicons
from hedgelint.span import SpanSet


class Annotator:
    """Built once from a rulebook's lexicons; `phrases` are the rules' own, by owner, scanned in the same pass. Where a
    `table` of them all is known, it is taken in their place, but for the owners in `without`."""

    def __init__(
        self,
        lexicons: Lexicons,
        phrases: Mapping[str, Sequence[str]] | None = None,
        table: Table | None = None,
        without: Collection[str] = (),
    ) -> None:
        self._quotations = QuotationFinder(lexicons)
        self._sentences = SentenceSplitter(lexicons)
        self._attributions = AttributionFinder(lexicons)
        self._confidence = ConfidenceFinder(lexicons)
        self._loaded = LoadedFinder(lexicons)
        self._claims = ClaimFinder(lexicons)
        self._nameless = NamelessFinder(lexicons, self._attributions.verbs)
        if table:
            self._scanner = PhraseScanner.of(table, without)
        else:
            self._scanner = PhraseScanner({**(phrases or {}), **self.phrases()})

    def phrases(self) -> Mapping[str, Sequence[str]]:
        """Those of the lexicons, by owner."""
        readers = (self._confidence, self._loaded, self._claims, self._nameless)
        return {owner: terms for reader in readers for owner, terms in reader.phrases().items()}

    def annotate(self, document: Document) -> Story:
        quotations, faults = self._quotations.find(document)
        said = self._attributions.find(document, self._sentences.split(document, quotations), quotations)
        del quotations  # what is linked to who says so takes their place
        in_marks = quoted(document, said.quotations, faults, said.turns)
        hits = self._scanner.scan(document.text)
        content = SpanSet(span for one in said.attributions for span in one.content)
        loaded = self._loaded.find(document, said.sentences, in_marks, content, hits)
        return Story(
            document=document,
            sentences=said.sentences,
            quotations=said.quotations,
            faults=faults,
            attributions=said.attributions,
            confidence=self._confidence.find(document, in_marks, hits),
            loaded=loaded,
            claims=self._claims.find(document, said.sentences, in_marks, content, loaded, hits),
            nameless=self._nameless.find(document, said.sentences, said.quotations, said.attributions, in_marks, hits),
            speakers=said.speakers,
            turns=said.turns,
            refused=said.refused,
            hits=hits,
        )
