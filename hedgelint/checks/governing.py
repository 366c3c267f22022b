"""Whether a word of doubt is about the very thing that a headline tells, or about another that stands beside it."""

from __future__ import annotations

import re

from hedgelint.annotate.lemmas import Lemmas, Word
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

# Where what a word of doubt bears on ends.
_CLAUSE_END = pattern_of(r"[,;:—–]|\s-\s|\.\s|$")
# Before a word of a headline: then it is no verb and no object of one.
_BEFORE_NOUNS = frozenset(
    re.findall(
        r"\w+",
        "of in on at for with after over as amid against by from and or the a an before during under into near between"
        " despite without about through",
    )
)
_FUTURE = frozenset(("to", "will", "set", "would"))
_ONLY_POSSIBLE = frozenset(("may", "might", "could", "possibly", "perhaps"))
_NOUN_BEFORE = pattern_of(
    r"(?:\b(?:the|an?|its|their|his|her|our|these|those|no|any|such|with|of|on|about|over|has|have|had|new|\w+ed)\s+)$"
)
# Words that are nouns too, or describe the noun behind them: they leave a statement open only where a verb comes next.
_ALSO_NOUNS = frozenset(("plans to", "hopes to", "aims to", "claims", "claim", "suspects", "charges", "risk of"))
_DESCRIBING = frozenset(("potential", "possible", "likely", "unlikely"))
_ACCUSING = pattern_of(r"accus|charged|suspected")
_OF = pattern_of(r"\b(?:of|with)\b")


def governs(text: str, term: Span, below: Span, headline: Span, lemmas: Lemmas) -> bool:
    """Whether the word of doubt `term`, in the statement `below`, is about the statement of the headline: the first
    word of weight behind it is the headline's verb or what that verb makes, and the headline's subject stands in the
    statement too."""
    form = term.of(text).lower()
    before = text[below.start : term.start]
    end = _CLAUSE_END.search(text, term.end, below.end)
    start, stop = term.end, end.start() if end else below.end
    if form in _ALSO_NOUNS and _NOUN_BEFORE.search(before):
        return False
    if _ACCUSING.match(form):
        told = _OF.search(text, start, stop)
        if told is None:
            return False
        start = told.end()
    after = list(lemmas.words(text, Span(start, stop)))
    if form in _DESCRIBING and (not after or after[0].lemma):
        return False  # a possible cause, the likely cost; it is likely to
    first = next((word.lemma for word in after if word.lemma and not word.form.endswith("ly")), "")
    above = list(lemmas.words(text, headline))
    at = next((i for i, word in enumerate(above) if word.lemma == first), 0)
    if not first or not at or above[at - 1].form in _BEFORE_NOUNS:
        return False
    if above[at - 1].form in _FUTURE and form not in _ONLY_POSSIBLE:
        return False  # a headline's “to close” is what is planned or expected, too
    return _same_subject(above[:at], list(lemmas.words(text, below)))


def _same_subject(subject: list[Word], below: list[Word]) -> bool:
    said = {word.lemma for word in below if word.lemma}
    return any(word.lemma in said for word in subject if word.lemma)
