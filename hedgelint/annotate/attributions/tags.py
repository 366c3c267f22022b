"""The shapes of a tag: a cue and its source behind what was said, within it or before it."""

from __future__ import annotations

from hedgelint.annotate.attributions import contents, sources
from hedgelint.annotate.attributions.closed import WH
from hedgelint.annotate.attributions.cues import Forms, Verb
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

_OPENING = 4  # words before a tag that stands between commas


class Tags:
    """All places are word indices of the unit: a cue stands from `start` to `end`."""

    def __init__(self, forms: Forms, statements: Statements) -> None:
        self._forms = forms
        self._statements = statements

    def before_source(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“Q,” said S; C, said S."""
        words = unit.words
        quoted = words[start - 1] == QUOTE or (start > 1 and words[start - 2] == QUOTE)
        if not quoted and verb.lemma == "say" and words[start - 1] == ",":
            found = self._between_commas(unit, start, end, verb)
            if found is not None:
                return found
        if not quoted and start == 2 and words[0] in ("but", "and", "so", "still", "yet", "now"):
            return self.opens(unit, start, end, verb)
        bare = verb.lemma == "say" and start > 3 and end < unit.last() and not quoted
        who = sources.after(unit, end, self._forms.finite) if quoted or bare else None
        if who is not None and bare and not self._statements.inverted(unit, start, end, who):
            who = None
        if who is not None and words[end] not in ("that", "in", "on", "to", "it"):
            at = start if words[start - 1] == QUOTE else start - 1
            lead = (contents.leads(unit, at), at)
            return Found(who, (start, end), (lead, *self._statements.resumed(unit, who[1])), verb.kind)
        return None

    def _between_commas(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“There was, said S, no way back”."""
        words = unit.words
        close = next((j for j in range(end + 1, min(unit.last() - 1, end + 9)) if words[j] == ","), None)
        if close is None or not contents.names(unit, end) or not self._forms.finite.isdisjoint(words[end:close]):
            return None
        behind = words[close + 1]
        lead = (contents.leads(unit, start - 1), start - 1)
        if lead[1] - lead[0] > _OPENING or behind in WH or behind in ("a", "an", "the", QUOTE):
            return None
        return Found((end, close), (start, end), (lead, (close + 1, unit.last())), verb.kind)

    def opens(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“But, said S, Q”; “Said S, who was there, Q”."""
        who = sources.after(unit, end, self._forms.finite)
        if who is None:
            return None
        at = next((j for j in range(who[1], min(unit.last() - 1, who[1] + 16)) if unit.words[j + 1] == QUOTE), None)
        if at is None or unit.words[at] not in (",", ":"):
            return None
        return Found((who[0], at), (start, end), ((at + 1, unit.last()),), verb.kind)

    def after_statement(self, unit: Unit, who: Range, start: int, end: int, verb: Verb) -> Found | None:
        """“Q,” S said; C, S said."""
        words = unit.words
        at = who[0] - (1 if words[who[0] - 1] == "," else 0)
        lead = (contents.leads(unit, at), at)
        if lead[0] < lead[1]:
            resumed = self._statements.resumed(unit, end)
            stop = end
            if not resumed and end < unit.last() and words[end] in ("in", "during", "at", "via"):
                last = unit.last()
                if last - end <= 4 and words[end] == "in":
                    stop = last
            return Found(who, (start, stop), (lead, *resumed), verb.kind)
        return None

    def as_told(self, unit: Unit, who: Range, start: int, end: int, kind: str) -> Found | None:
        """“As S V, C” and “C, as S V”."""
        words, at = unit.words, who[0] - 1
        if at == 0 or (at == 1 and words[0] in ("and", "but")):
            for j in range(end, min(unit.last() - 1, end + 8)):
                if words[j] == ",":
                    return Found(who, (start, end), ((j + 1, unit.last()),), kind)
            return None
        if words[at - 1] not in (",", QUOTE):
            return None
        before = at if words[at - 1] == QUOTE else at - 1
        lead = (contents.leads(unit, before), before)
        return Found(who, (start, end), (lead,), kind) if lead[0] < lead[1] else None
