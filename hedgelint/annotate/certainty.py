"""How sure a statement is: what in it leaves it open, and how alike two statements are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from hedgelint.annotate.phrases import PhraseScanner, fold, straight
from hedgelint.annotate.senses import SensedTerms
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

_WORD = pattern_of(r"[^\W_]+(?:'[^\W_]+)?")
_SUFFIX = pattern_of(r"(?:ing|ed|es|s|'s)$")
_OWNER = "certainty"
_CONTENT = ("cause", "denying")  # roles whose words are part of what a statement is about


class Statement:
    """`words` is its text, folded; `stems` its content words, cut to their stems, and `names` those of them that begin
    with a capital. How sure it is, is read when somebody asks: most statements are alike to no other."""

    __slots__ = ("_denials", "_open", "_reader", "names", "span", "stems", "words")

    def __init__(
        self, reader: Certainty, span: Span, words: str, stems: frozenset[str], names: frozenset[str], given: str
    ) -> None:
        self.span, self.words, self.stems, self.names = span, words, stems, names
        self._reader = reader
        self._open: str | dict[str, tuple[str, ...]] = given  # the text, until somebody asks
        self._denials: tuple[str, ...] | None = None

    @property
    def open(self) -> Mapping[str, tuple[str, ...]]:
        """The words that leave it open, by role."""
        if isinstance(self._open, str):
            self._open = self._reader.open_words(self._open)
        return self._open

    @property
    def denials(self) -> tuple[str, ...]:
        """Its words of denial."""
        if self._denials is None:
            self._denials = self._reader.denials(self.words)
        return self._denials

    @property
    def hedged(self) -> tuple[str, ...]:
        return self.open.get("hedge", ()) + self.open.get("alleged", ())

    @property
    def negated(self) -> bool:
        return bool(self.denials)


class Certainty:
    """Reads statements by the list `certainty`; function words and denials are those of `fidelity-words`."""

    def __init__(self, lexicons: Lexicons) -> None:
        entries = lexicons["certainty"].entries
        self._terms = SensedTerms(lexicons, "certainty")
        self._scanner = PhraseScanner({_OWNER: self._terms.terms})
        marks = (form for e in entries if e["role"] not in _CONTENT for form in (e["term"], *e.get("forms", ())))
        # No content: function words, and those that tell how sure it is.
        self._empty = frozenset(word for form in marks for word in form.split()) | frozenset(
            lexicons["fidelity-words"].terms(role="function")
        )
        denials = sorted(map(re.escape, lexicons["fidelity-words"].terms(role="negation")))
        self._denial = pattern_of(rf"\b(?:{'|'.join(denials)}|cannot)\b|\b\w+n't\b")

    def of(self, text: str, span: Span) -> Statement:
        words = span.of(text)
        folded = fold(words)
        stems: set[str] = set()
        names: set[str] = set()
        for token, written in zip(_WORD.findall(folded), _WORD.findall(straight(words)), strict=True):
            if token not in self._empty:
                root = stem(token)
                stems.add(root)
                if written[0].isupper():
                    names.add(root)
        return Statement(self, span, folded, frozenset(stems), frozenset(names), words)

    def open_words(self, words: str) -> dict[str, tuple[str, ...]]:
        """See `Statement.open`."""
        found: dict[str, list[str]] = {}
        for hit, entry in self._terms.true_hits(words, self._scanner.scan(words).get(_OWNER, ())):
            found.setdefault(entry["role"], []).append(fold(words[hit.start : hit.end]))
        return {role: tuple(terms) for role, terms in found.items()}

    def denials(self, folded: str) -> tuple[str, ...]:
        """See `Statement.denials`."""
        return tuple(m.group() for m in self._denial.finditer(folded))


def likeness(one: Statement, other: Statement) -> float:
    """The share of the shorter statement's content words that the longer one has too."""
    least = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) / least if least else 0.0


def nearest(statement: Statement, others: Iterable[Statement], least: float) -> Statement | None:
    """The statement most like this one, at least so much, with three content words in common and no denial between
    them that only one has."""
    best: tuple[float, int, Statement] | None = None
    for other in others:
        shared = len(statement.stems & other.stems)
        like = likeness(statement, other)
        if (
            shared >= 3
            and like >= least
            and statement.negated == other.negated
            and (best is None or (like, shared) > best[:2])
        ):
            best = (like, shared, other)
    return best[2] if best else None


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    return _SUFFIX.sub("", word).rstrip("e") if len(word) > 3 else word


def stems_after(words: str, at: int, most: int) -> list[str]:
    """The stems of the next `most` words of folded text, small words among them."""
    return [stem(m.group()) for m in _WORD.finditer(words, at, at + 25 * most)][:most]
