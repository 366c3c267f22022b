"""What is said with nobody to say it: S is said to, S, seen as, S seems to."""

from __future__ import annotations

from hedgelint.annotate.attributions import adjuncts, contents, sources
from hedgelint.annotate.attributions.closed import AUXILIARY, PREPOSITION, STOP
from hedgelint.annotate.attributions.cues import Forms, Verb
from hedgelint.annotate.attributions.found import Found
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import verb_group


class Passives:
    """All places are word indices of the unit: a verb stands at `i`, its group begins at `start`, its cue ends before
    `end`."""

    def __init__(self, forms: Forms, statements: Statements) -> None:
        self._forms = forms
        self._statements = statements

    def full(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> Found | None:
        words = unit.words
        last = unit.last()
        who = sources.before(unit, start, self._forms.finite)
        impersonal = who is not None and words[who[0]] == "it" and "clause" in verb.frame and end < last
        if impersonal and (words[end] == "that" or self._statements.begins(unit, end)):
            return Found(None, (start, end), ((end, last),), verb.kind)
        if impersonal and start > 1 and words[start - 2] == "," == words[end]:  # the lock will, it is said, be sold
            lead = (contents.leads(unit, start - 2), start - 2)
            return Found(None, (start, end), (lead, (end + 1, last)), verb.kind) if end + 1 < last else None
        that = adjuncts.skip_adjunct(unit, end) if impersonal and words[end] in PREPOSITION else None
        if that is not None and words[that] == "that":  # it was alleged in court that
            return Found(None, (start, end), ((that, last),), verb.kind)
        if verb.passive and (i + 1 >= len(words) or words[i + 1] not in verb.passive):
            return None
        if (
            who is None
            and start
            and (
                words[start - 1] in ("who", "which") or (words[start - 1] == "that" and words[end : end + 1] == ["to"])
            )
        ):
            who = (start - 1, start)
        if end >= last:
            return None
        if who is None:
            if words[start - 1 : start] not in (["but"], ["and"]) or words[end] != "to":
                return None
            stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
            return Found(None, (start, end), ((end, stop),), verb.kind)
        if words[end] == "by":
            agent = sources.after(unit, end + 1, self._forms.finite, False)
            if agent is None:
                return None
            leads = {word for join in verb.joins for word in join} | {"as", "for"}
            behind = next((j for j in range(agent[0] + 1, agent[1]) if words[j] in leads), None)
            if behind is None:
                return Found(agent, (start, end), (who,), verb.kind)
            stop = contents.follows(unit, behind, self._forms.past, self._forms.participles)
            return Found((agent[0], behind), (start, end), (who, (behind, stop)), verb.kind)
        if words[end] in STOP:
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        if words[who[0]] in ("who", "which"):  # the man, who is believed to be 43, was held
            stop = self._statements.within_relative(unit, ((end, stop),))[0][1]
        return Found(None, (start, end), (who, (end, stop)), verb.kind)

    def reduced(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> Found | None:
        """“Oil, seen as a boon, …”: a passive without its form of be."""
        words = unit.words
        if end >= unit.last() or any(word in AUXILIARY for word in words[start:i]):
            return None
        if unit.raw[end][0].isupper() or words[end] == QUOTE:  # a name that it has: a hacker known as Grey
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(None, (start, end), ((end, min(stop, contents.object_end(unit, end))),), verb.kind)

    def credited(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“As first reported by S, C”; “S's remarks, first reported by the Post”."""
        words = unit.words
        before = words[start - 1] if start else ""
        agent = sources.after(unit, end + 1, self._forms.finite, before != "as")
        if agent is None or words[agent[0]].endswith(("ing", "ly")):  # responded by suing
            return None
        if before == "as" and start <= 2:
            behind = agent[1] + 1
            content = ((behind, unit.last()),) if words[agent[1] : behind] == [","] and behind < unit.last() else ()
        else:
            named = sources.before(unit, start - 1, self._forms.finite)
            content = (named,) if named is not None else ()
        return Found(agent, (start, end), content, verb.kind) if content else None

    def impression(self, unit: Unit, i: int, verb: Verb) -> Found | None:
        start = verb_group(unit, i)
        if i + 1 >= unit.last() or unit.words[i + 1] in STOP or unit.words[i + 1] in verb.unless:
            return None
        who = sources.before(unit, start, self._forms.finite)
        if who is None and start and unit.words[start - 1] in ("who", "which", "that"):
            who = (start - 1, start)
        if who is None:
            return None
        stop = contents.follows(unit, i + 1, self._forms.past, self._forms.participles)
        return Found(None, (start, i + 1), (who, (i + 1, stop)), verb.kind)
