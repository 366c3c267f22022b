"""What the surer of two statements on one thing no longer has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hedgelint.annotate.certainty import Statement, stem, stems_after
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

LOSSES = ("hedge", "cause", "limit", "condition", "denial")
_HEDGES = ("hedge", "alleged")
_CLAUSE_END = pattern_of(r"[,;:—–.]|\s-\s|$")
_WORD = pattern_of(r"[^\W_]+(?:'[^\W_]+)?")
_AGREES = 0.75  # share of the longer statement's content words that a denied and an undenied one must have in common


@dataclass(frozen=True, slots=True)
class Loss:
    """`words` are the milder statement's that went; `kind` is one of LOSSES (cause: a link has become a cause)."""

    words: str
    kind: str


def lost(surer: Statement, milder: Statement, hedges: tuple[str, ...] = _HEDGES) -> Loss | None:
    """None where nothing went. A hedge or a bound counts only where it stands within three words before something
    that both say; a condition only where its whole clause went. `hedges` are the roles that count as hedges."""
    for kind, words in (
        ("hedge", _hedge(surer, milder, hedges)),
        ("cause", _link(surer, milder)),
        ("limit", _bound(surer, milder)),
        ("condition", _condition(surer, milder)),
    ):
        if words:
            return Loss(words, kind)
    return None


def undenied(surer: Statement, others: Iterable[Statement]) -> tuple[Statement, Loss] | None:
    """The statement that says the opposite of this one by a “not” alone, and that “not”."""
    if surer.open.get("denying"):
        return None
    for other in others:
        shared = surer.stems & other.stems
        if (
            len(other.denials) == len(surer.denials) + 1
            and len(shared) >= max(4, _AGREES * len(surer.stems), _AGREES * len(other.stems))
            and not set(surer.hedged) - set(other.hedged)
        ):
            for term in dict.fromkeys(other.denials):
                if surer.denials.count(term) < other.denials.count(term) and any(_before_shared(other, surer, term)):
                    return other, Loss(term, "denial")
    return None


def _hedge(surer: Statement, milder: Statement, roles: tuple[str, ...]) -> str:
    ours, theirs = _terms(surer, *roles), _terms(milder, *roles)
    if len(ours) >= len(theirs):
        return ""
    gone = (
        term
        for term in dict.fromkeys(theirs)
        # A “charge” or a “suspect” in the one is what “charged” and “suspected” are in the other.
        if ours.count(term) < theirs.count(term) and stem(term) not in surer.stems
    )
    return next((term for term in gone if any(_before_shared(milder, surer, term))), "")


def _link(surer: Statement, milder: Statement) -> str:
    """A link of which the surer statement has made a cause, both having the same effect."""
    causes = [term for term in _terms(surer, "cause") if term not in _terms(milder, "cause")]
    for term in _terms(milder, "link"):
        if term not in _terms(surer, "link") and causes:
            effects = {name for at in _places(milder.words, term) for name in stems_after(milder.words, at, 4)}
            if any(effects & set(stems_after(surer.words, at, 4)) for c in causes for at in _places(surer.words, c)):
                return term
    return ""


def _bound(surer: Statement, milder: Statement) -> str:
    if _terms(surer, "bound", "limit", "scope"):
        return ""
    if scopes := _terms(milder, "scope"):
        return scopes[0]
    return next((term for term in _terms(milder, "bound") if any(_before_shared(milder, surer, term))), "")


def _condition(surer: Statement, milder: Statement) -> str:
    if _terms(surer, "condition"):
        return ""
    for term in dict.fromkeys(_terms(milder, "condition")):
        for at in _places(milder.words, term):
            end = _CLAUSE_END.search(milder.words, at)
            clause = milder.words[at : end.start() if end else len(milder.words)]
            inside = {stem(m.group()) for m in _WORD.finditer(clause)} & milder.stems
            outside = milder.stems - inside
            if inside and not inside & surer.stems and len(outside & surer.stems) >= max(3, 0.7 * len(outside)):
                return term
    return ""


def _terms(statement: Statement, *roles: str) -> tuple[str, ...]:
    return tuple(term for role in roles for term in statement.open.get(role, ()))


def _before_shared(milder: Statement, surer: Statement, term: str) -> Iterator[bool]:
    for at in _places(milder.words, term):
        if any(name in surer.stems for name in stems_after(milder.words, at, 3)):
            yield True


def _places(words: str, term: str) -> Iterator[int]:
    """Where the term ends in folded text, as a whole word."""
    for found in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", words):
        yield found.end()
