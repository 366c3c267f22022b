"""How sure a statement is: what in it leaves it open, and how alike two statements are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hedgelint.annotate.phrases import PhraseScanner, fold
from hedgelint.lexicon import Lexicons
from hedgelint.span import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SUFFIX = re.compile(r"(?:ing|ed|es|s|'s)$")
_OWNER = "certainty"
_BOUNDS = (
    "up to",
    "at least",
    "as many as",
    "as much as",
    "no more than",
    "in mice",
    "in rats",
    "in animals",
    "unless",
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|cannot|without)\b|n't\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """`open` are the words that leave it open, by role; `stems` its content words, cut to their stems, and `names`
    those of them that begin with a capital."""

    span: Span
    open: dict[str, tuple[str, ...]]
    stems: frozenset[str]
    names: frozenset[str]
    negated: bool

    @property
    def hedged(self) -> tuple[str, ...]:
        return self.open.get("hedge", ()) + self.open.get("alleged", ())


class Certainty:
    """Reads statements by the list `certainty`; function words are those of `fidelity-words`."""

    def __init__(self, lexicons: Lexicons) -> None:
        rows = [(form, e["role"]) for e in lexicons["certainty"].entries for form in (e["term"], *e.get("forms", ()))]
        self._roles = [role for _, role in rows]
        self._scanner = PhraseScanner({_OWNER: [form for form, _ in rows]})
        self._marks = frozenset(word for form, role in rows if role != "cause" for word in form.split())
        self._small = frozenset(lexicons["fidelity-words"].terms(role="function"))

    def of(self, text: str, span: Span) -> Statement:
        words = span.of(text)
        found: dict[str, list[str]] = {}
        for hit in self._scanner.scan(words).get(_OWNER, ()):
            found.setdefault(self._roles[hit.number], []).append(words[hit.start : hit.end].lower())
        folded = fold(words)
        tokens = [(m.group(), words[m.start()]) for m in _WORD.finditer(folded)]
        kept = [(token, first) for token, first in tokens if token not in self._small and token not in self._marks]
        return Statement(
            span,
            {role: tuple(terms) for role, terms in found.items()},
            frozenset(_stem(token) for token, _ in kept),
            frozenset(_stem(token) for token, first in kept if first.isupper()),
            _NEGATED.search(folded) is not None,
        )


def lost(surer: Statement, milder: Statement, text: str) -> tuple[str, str] | None:
    """What the surer of two statements on one thing no longer has, and the kind of the loss: hedge, cause or limit.

    A hedge counts where it stands within three words before something that both say; `text` is the milder one's.
    """
    if len(surer.hedged) < len(milder.hedged):
        words = _before_shared(milder, surer, text)
        if words:
            return words, "hedge"
    if "link" in milder.open and "cause" not in milder.open and "cause" in surer.open and "link" not in surer.open:
        return milder.open["link"][0], "cause"
    bounds = [
        word for word in milder.open.get("limit", ()) if word in _BOUNDS and word not in surer.open.get("limit", ())
    ]
    return (bounds[0], "limit") if bounds and not surer.open.get("limit") else None


def _before_shared(milder: Statement, surer: Statement, text: str) -> str:
    folded = fold(milder.span.of(text))
    for term in dict.fromkeys(milder.hedged):
        if surer.hedged.count(term) >= milder.hedged.count(term):
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(fold(term))}(?!\w)", folded):
            after = [_stem(m.group()) for m in _WORD.finditer(folded, found.end(), found.end() + 60)][:3]
            if any(stem in surer.stems for stem in after):
                return term
    return ""


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


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word).rstrip("e") if len(word) > 3 else word
