"""Who was told, and not by whom: the court heard C; C, a judge was told; Hale was told by Voss that C."""

from __future__ import annotations

from hedgelint.annotate.attributions import contents, sources
from hedgelint.annotate.attributions.closed import STOP, WH
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import At, No, Outcome, Range
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.tokens import QUOTE

HEARINGS = frozenset(("they-heard", "was-told", "was-told-by"))  # shapes with the hearer before the statement
_LEADS = WH | {"about", "to", "of", ":", QUOTE}
_AGENT = 14  # words of an agent, before the statement
_NOTHING = No("nothing-said")


class Hearings:
    def __init__(self, forms: Forms, statements: Statements) -> None:
        self._forms = forms
        self._statements = statements

    def heard(self, at: At) -> Outcome:
        """“The jury heard that C”, “C, the court heard”: whoever hears does not say it."""
        if not at.verb.hears:
            return None
        who = sources.before(at.unit, at.start, self._forms.finite)
        if who is None:
            return No("nobody-says-it")
        if at.verb.subjects.isdisjoint(at.unit.words[who[0] : who[1]]):
            return No("not-theirs")
        before = self._before(at, who)
        if before is not None:
            return at.found(None, before, "the-court-heard")
        content = self._statements.right(at.unit, at.i, at.end, at.verb)
        return at.found(None, content, "they-heard") if content else _NOTHING

    def told(self, at: At) -> Outcome:
        """“She was told that C”, “C, a judge was told”, “she was told by Voss that C”."""
        if not at.verb.hearer or not at.passive:
            return None
        words, last = at.unit.words, at.unit.last()
        who = sources.before(at.unit, at.start, self._forms.finite)
        if who is not None:
            before = self._before(at, who)
            if before is not None:
                return at.found(None, before, "they-were-told")
        if at.end >= last:
            return _NOTHING
        if words[at.end] == "by":
            return self._by(at)
        if words[at.end] in STOP and words[at.end] not in (":", QUOTE):
            return _NOTHING
        return at.found(None, self._from(at, at.end), "was-told")

    def _by(self, at: At) -> Outcome:
        words, last = at.unit.words, at.unit.last()
        start = at.end + 1
        lead = next((j for j in range(start + 1, min(last, start + _AGENT)) if words[j] in _LEADS), None)
        if lead is None:
            return _NOTHING
        agent = sources.after(at.unit, start, self._forms.finite, False)
        if agent is None:
            return No("nobody-says-it")
        closed = words[agent[1] : agent[1] + 1] == [","] == words[lead - 1 : lead] and agent[1] + 1 < lead - 1
        return at.found((start, lead - 1 if closed else min(agent[1], lead)), self._from(at, lead), "was-told-by")

    def _before(self, at: At, who: Range) -> tuple[Range, ...] | None:
        """The statement that stands before the comma before whoever was told."""
        words = at.unit.words
        after = words[at.end] if at.end < at.unit.last() else ","
        if who[0] < 1 or words[who[0] - 1] not in (",", QUOTE) or after in _LEADS:
            return None
        if not self._statements.tagged(at.unit, who, at.end):
            return None
        close = who[0] - (words[who[0] - 1] == ",")
        lead = (contents.leads(at.unit, close), close)
        return (lead, *self._statements.resumed(at.unit, at.end)) if lead[0] < lead[1] else None

    def _from(self, at: At, start: int) -> tuple[Range, ...]:
        start += at.unit.words[start] == ":"
        return ((start, contents.follows(at.unit, start, self._forms.past, self._forms.participles)),)
