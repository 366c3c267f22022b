"""S is quoted as saying C: the words are S's, whoever quotes them."""

from __future__ import annotations

from hedgelint.annotate.attributions import contents, sources
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import At, Found, No, Outcome, Range
from hedgelint.annotate.attributions.statements import Statements

_QUOTER = 10  # words of “by the Carrow Morning Post”


def quoted_as(at: At, forms: Forms, statements: Statements) -> Outcome:
    """“Hale is quoted as saying that it leaks”, “Hale was quoted by the Post as saying so”, “Q,” she was quoted as
    saying."""
    if at.verb.lemma != "quote" or not at.passive:
        return None
    words, last = at.unit.words, at.unit.last()
    link = at.end
    if words[link : link + 1] == ["by"]:
        link = next((j for j in range(link + 2, min(last, link + _QUOTER)) if words[j] == "as"), last)
    if link + 1 >= last + 1 or words[link : link + 1] != ["as"] or words[link + 1] not in forms.participles:
        return None
    who = sources.before(at.unit, at.start, forms.finite)
    if who is None and at.start and words[at.start - 1] == "who":
        who = (at.start - 1, at.start)
    if who is None:
        return No("nobody-says-it")
    end = link + 2
    content = _content(at, who, end, forms, statements)
    if not content:
        return No("nothing-said")
    return Found(who, (at.start, end), content, at.verb.kind, "quoted-as-saying", at.verb.lemma)


def _content(at: At, who: Range, end: int, forms: Forms, statements: Statements) -> tuple[Range, ...]:
    unit, words = at.unit, at.unit.words
    if who[0] and statements.tagged(unit, who, end):
        close = who[0] - (words[who[0] - 1] == ",")
        lead = (contents.leads(unit, close), close)
        return (lead, *statements.resumed(unit, end)) if lead[0] < lead[1] else ()
    if end >= unit.last():
        return ()
    start = end + (words[end] == ":")
    return ((start, contents.follows(unit, start, forms.past, forms.participles)),) if start < unit.last() else ()
