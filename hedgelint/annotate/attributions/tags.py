"""The shapes of a tag: a cue and its source behind what was said, within it or before it."""

from __future__ import annotations

from hedgelint.annotate.attributions import contents, sources
from hedgelint.annotate.attributions.closed import AUXILIARY, PAST, PREPOSITION, TIME, WH
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import At, Found, Range
from hedgelint.annotate.attributions.noun_phrases import RELATIVE
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.subjects import plural
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

_TOLD = frozenset(("past", "s"))  # ruled Judge Voss, predicts Ida Hale
_OPENING = 4  # words before a tag that stands between commas
_SUBJECT = 16  # words before it where they are a subject whose verb is still to come
_TAG = 24  # words of such a tag


class Tags:
    """All places are word indices of the unit: a cue stands from `start` to `end`."""

    def __init__(self, forms: Forms, statements: Statements) -> None:
        self._forms = forms
        self._statements = statements

    def before_source(self, at: At) -> Found | None:
        """“Q,” said S; C, said S."""
        unit, words, start, end, verb = at.unit, at.unit.words, at.start, at.end, at.verb
        quoted = words[start - 1] == QUOTE or (start > 1 and words[start - 2] == QUOTE)
        named = bool(verb.forms & _TOLD) and not verb.hearer and self._named(unit, end)  # ruled Judge Voss
        if named and "past" not in verb.forms:  # and not: Hale, whose lock leaks, remembers Ida Voss
            named = not any(words[j] == "," and words[j + 1] in RELATIVE for j in range(start - 1))
        if not quoted and (verb.lemma == "say" or named) and words[start - 1] == ",":
            found = self._between_commas(at)
            if found is not None:
                return found
        if not quoted and start == 2 and words[0] in ("but", "and", "so", "still", "yet", "now"):
            return self.opens(at)
        if not quoted and verb.lemma == "say" and 1 < start <= _OPENING and words[start - 1] == ",":
            found = self.opens(at)  # not so, says Hale: “Q”
            if found is not None:
                return found
        says = verb.lemma == "say" or (verb.forms == {"s"} and words[end : end + 1] == ["the"])  # insists the operator
        named = named and contents.has_finite(unit, start - 1)
        bare = (says or named) and start > 3 and end < unit.last() and not quoted
        who = sources.after(unit, end, self._forms.finite) if quoted or bare else None
        if who is not None and not verb.forms & {"s", "past"} and not (bare and self._several(unit, who)):
            who = None
        its_own = who is not None and not AUXILIARY.isdisjoint(words[who[1] : who[1] + 1])
        if who is not None and its_own and quoted and "," not in words[who[0] : who[1]]:
            who = None  # the clerk known as “Grey,” said the lock was shut
        if who is not None and bare and not self._statements.inverted(unit, start, end, who):
            who = None
        if who is not None and words[end] not in ("that", "in", "on", "to", "it"):
            stop = start if words[start - 1] == QUOTE else start - 1
            lead = (contents.leads(unit, stop), stop)
            return at.found(who, (lead, *self._statements.resumed(unit, who[1], quoted=quoted)), "said-them")
        return None

    def _between_commas(self, at: At) -> Found | None:
        """“There was, said S, no way back”."""
        unit, words, start, end = at.unit, at.unit.words, at.start, at.end
        lead = (contents.leads(unit, start - 1), start - 1)
        taken_up = self._taken_up(unit, lead, end)
        if taken_up is not None:
            return at.found((end, taken_up), (lead, (taken_up + 1, unit.last())), "said-them-before-the-verb")
        close = next((j for j in range(end + 1, min(unit.last() - 1, end + 9)) if words[j] == ","), None)
        if close is None or not contents.names(unit, end) or not self._forms.finite.isdisjoint(words[end:close]):
            return None
        behind = words[close + 1]
        if lead[1] - lead[0] > _OPENING or behind in WH or behind in ("a", "an", "the", QUOTE):
            return None
        return at.found((end, close), (lead, (close + 1, unit.last())), "said-them-between-commas")

    def _taken_up(self, unit: Unit, lead: Range, end: int) -> int | None:
        """“The gate in Carrow, say experts like Tom Hale, an engineer, is old”: the comma behind which the statement
        takes up the verb that it has not had before the tag."""
        words = unit.words
        if end >= unit.last() or words[end] in WH or words[end] in PREPOSITION or "," in words[lead[0] : lead[1]]:
            return None
        if lead[1] - lead[0] > _SUBJECT or any(self._finite(unit, i) for i in range(lead[0] + 1, lead[1])):
            return None
        for i in range(end + 1, min(unit.last() - 1, end + _TAG)):
            if words[i] == "," and self._finite(unit, i + 1):
                return i
        return None

    def _named(self, unit: Unit, end: int) -> bool:
        """A person with a title, or by two names: “, approved Monday,” and “, reported in Carrow,” are passives."""
        raw = unit.raw[end : end + 2]
        named = len(raw) == 2 and all(word[0].isupper() and word[-1].isalpha() for word in raw)
        return named and unit.words[end] not in TIME

    def _several(self, unit: Unit, who: Range) -> bool:
        """Experts, who “say” stands before; and no clause of its own: “…, say the council sold the lock”."""
        return plural(unit, *who) and not any(
            self._finite(unit, i) or (unit.words[i].endswith("ed") and unit.raw[i].islower()) for i in range(*who)
        )

    def _finite(self, unit: Unit, i: int) -> bool:
        word = unit.words[i]
        return word in AUXILIARY or (unit.raw[i].islower() and (word in PAST or word in self._forms.finite))

    def opens(self, at: At) -> Found | None:
        """“But, said S, Q”; “Said S, who was there, Q”."""
        unit = at.unit
        who = sources.after(unit, at.end, self._forms.finite)
        if who is None:
            return None
        mark = next((j for j in range(who[1], min(unit.last() - 1, who[1] + 16)) if unit.words[j + 1] == QUOTE), None)
        if mark is None or unit.words[mark] not in (",", ":"):
            return None
        return at.found((who[0], mark), ((mark + 1, unit.last()),), "said-them-first")

    def after_statement(self, at: At, who: Range, end: int) -> Found | None:
        """“Q,” S said; C, S said; C, S told them, where the cue with its hearer ends at `end`."""
        unit, words = at.unit, at.unit.words
        close = who[0] - (1 if words[who[0] - 1] == "," else 0)
        lead = (contents.leads(unit, close), close)
        if lead[0] < lead[1]:
            resumed = self._statements.resumed(unit, end)
            stop = end
            if not resumed and end < unit.last() and words[end] in ("in", "during", "at", "via"):
                last = unit.last()
                if last - end <= 4 and words[end] == "in":
                    stop = last
            return Found(who, (at.start, stop), (lead, *resumed), at.verb.kind, "tag", at.verb.lemma)
        return None

    def as_told(self, at: At, who: Range) -> Found | None:
        """“As S V, C” and “C, as S V”."""
        unit, words, as_ = at.unit, at.unit.words, who[0] - 1
        if as_ == 0 or (as_ == 1 and words[0] in ("and", "but", "or", "(")):
            for j in range(at.end, min(unit.last() - 1, at.end + 8)):
                if words[j] == ",":
                    return at.found(who, ((j + 1, unit.last()),), "as-they-say-first")
            return None
        if words[as_ - 1] not in (",", QUOTE):
            return None
        before = as_ if words[as_ - 1] == QUOTE else as_ - 1
        lead = (contents.leads(unit, before), before)
        return at.found(who, (lead,), "as-they-say") if lead[0] < lead[1] else None
