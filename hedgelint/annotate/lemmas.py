"""What a word is a form of, as far as headlines and their stories have to be held together by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hedgelint.annotate.certainty import stem
from hedgelint.annotate.phrases import fold
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_WORD = pattern_of(r"[^\W_]+(?:'[^\W_]+)*")
_OWNER = pattern_of(r"'s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """`span` in the text, `form` folded, `lemma` empty for a small word (the, of, has)."""

    span: Span
    form: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Irregular forms are those of the list `irregular-verbs`, small words the function words of `fidelity-words`."""

    irregular: Mapping[str, str]
    small: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Lemmas:
        forms = {form: e["term"] for e in lexicons["irregular-verbs"].entries for form in e["forms"]}
        return cls(forms, frozenset(lexicons["fidelity-words"].terms(role="function")))

    def lemma(self, form: str) -> str:
        """Of a folded form: bought and buys are both buy; a regular form is cut to its stem."""
        bare = _OWNER.sub("", form)
        return stem(self.irregular.get(bare, bare))

    def words(self, text: str, span: Span) -> Iterator[Word]:
        folded = fold(span.of(text)).lower()
        for found in _WORD.finditer(folded):
            place = Span(span.start + found.start(), span.start + found.end())
            form = found.group()
            yield Word(place, form, "" if form in self.small else self.lemma(form))
