"""A source that is itself a story, or a release: only what stands in its quotation marks is anybody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hedgelint.annotate.attributions.finder import AttributionFinder
from hedgelint.annotate.quotations import QuotationFinder
from hedgelint.annotate.sentences import SentenceSplitter
from hedgelint.annotate.story import Attribution, Quotation
from hedgelint.document.readers.plain import read_plain
from hedgelint.lexicon import Lexicons
from hedgelint.sources.transcript import OWN, Transcript, Turn
from hedgelint.span import Span

_MARKS = re.compile('[“”"«»„‘]')
_LONGEST = 200_000  # code points: no story is longer, and no book is read as one


@dataclass(slots=True)
class QuotedTurns:
    """Built once for a set of lexicons; what it reads with is made at the first source that wants it."""

    lexicons: Lexicons
    _finders: tuple[QuotationFinder, SentenceSplitter, AttributionFinder] | None = None

    def of_story(self, transcript: Transcript) -> Transcript:
        """With a turn for each quotation whose speaker is named, and one of nobody's for the words behind it; as it is
        where it has turns already, or nobody's words in marks."""
        text = transcript.document.text
        if transcript.turns or len(text) > _LONGEST or len(_MARKS.findall(text, 0, _LONGEST)) < 2:
            return transcript
        if self._finders is None:
            words = self.lexicons
            self._finders = QuotationFinder(words), SentenceSplitter(words), AttributionFinder(words)
        quoting, splitting, attributing = self._finders
        document = read_plain(transcript.document.path, text)
        quotations, _ = quoting.find(document)
        said = attributing.find(document, splitting.split(document, quotations), quotations)
        turns: list[Turn] = []
        for one in said.quotations:
            if one.depth or not (one.closed or one.continues) or one.kind == "title":
                continue
            who = said.attributions[one.attribution] if one.attribution is not None else None
            name = said.speakers[who.speaker].name if who is not None and who.speaker is not None else ""
            inner = document.map.source(one.inner)
            label = "typed" if who is not None and _beside(document.text, who, one) else "machine"
            turns += (Turn(inner.start, name, label), Turn(inner.end, "", OWN))
        if not any(turn.speaker for turn in turns):
            return transcript
        return replace(transcript, kind="story", turns=(Turn(0, "", OWN), *turns))


def _beside(text: str, who: Attribution, quotation: Quotation) -> bool:
    """Whether the name stands in the paragraph of the quotation, so that nothing was carried over."""
    if who.source_kind != "named" or not who.source:
        return False
    source = who.source[0]
    between = Span(min(source.end, quotation.span.end), max(source.start, quotation.span.start))
    return "\n" not in text[between.start : between.end]
