"""What is said with nobody to say it: S is said to, S, seen as, S seems to."""

from __future__ import annotations

from hedgelint.annotate.attributions import adjuncts, clause_subjects, contents, sources
from hedgelint.annotate.attributions.closed import AUXILIARY, DETERMINER, PREPOSITION, STOP, SUBJECT, TIME, WH, word_set
from hedgelint.annotate.attributions.cues import CLAUSAL, Forms
from hedgelint.annotate.attributions.found import At, Found, Range
from hedgelint.annotate.attributions.statements import Statements, does
from hedgelint.annotate.attributions.tokens import QUOTE, Unit

_AGENTS = 18  # words of one or two agents
_APPOSED = 12  # words of what an agent is
_FINITE = word_set("is are was were has have had will would can could may might must do does did")
_GOING_ON = frozenset(("but", "and", "when", "while", "after", "before", "because"))  # nothing was said of it


class Passives:
    def __init__(self, forms: Forms, statements: Statements) -> None:
        self._forms = forms
        self._statements = statements

    def full(self, at: At) -> Found | None:  # noqa: C901, PLR0911, PLR0912
        unit, words, start, end, last = at.unit, at.unit.words, at.start, at.end, at.unit.last()
        who = sources.before(unit, start, self._forms.finite)
        it = who is not None and words[who[0]] == "it" and end < last
        if it and words[end] == "by" and not at.verb.frame.isdisjoint(CLAUSAL):
            return self._proposed_by(at)
        if it and "clause" in at.verb.frame:
            if words[end] == "that" or self._statements.begins(unit, end):
                return at.found(None, ((end, last),), "it-is-said")
            if start > 1 and words[start - 2] == "," == words[end]:  # the lock will, it is said, be sold
                lead = (contents.leads(unit, start - 2), start - 2)
                return at.found(None, (lead, (end + 1, last)), "it-is-said-aside") if end + 1 < last else None
            that = adjuncts.skip_adjunct(unit, end) if words[end] in PREPOSITION else None
            if that is not None and words[that] == "that":  # it was alleged in court that
                return at.found(None, ((that, last),), "it-is-said-there")
        if at.verb.passive and at.after not in at.verb.passive:
            return None
        if who is None and start:
            to = words[end : end + 1] == ["to"]
            if words[start - 1] in ("who", "which") or (words[start - 1] == "that" and to):
                who = (start - 1, start)
        if end >= last:
            return None
        if who is None:
            if words[start - 1 : start] not in (["but"], ["and"]) or words[end] != "to":
                return None
            return at.found(None, (self._reach(at, end),), "and-is-said-to")
        if words[end] == "by":
            return self._by(at, who)
        if words[end] in STOP or words[end] in _GOING_ON:
            return None
        if words[at.i] == "called" and end == at.i + 1 and (words[end] in PREPOSITION or words[end] in TIME):
            return None  # the crew were called at noon
        said = self._reach(at, end)
        if words[end] == "to":
            said = (end, contents.infinitive_end(unit, *said))
        if words[who[0]] in ("who", "which"):  # the man, who is believed to be 43, was held
            said = self._statements.within_relative(unit, (said,))[0]
        return at.found(None, (who, said), "is-said-to")

    def _proposed_by(self, at: At) -> Found | None:
        """“It was proposed by S that C”, “it was proposed by S and seconded by T that C”."""
        words, last = at.unit.words, at.unit.last()
        that = next((j for j in range(at.end + 2, min(last, at.end + _AGENTS)) if words[j] == "that"), None)
        if that is None:
            return None
        stop = next((j for j in range(at.end + 2, that) if words[j] == "and" and "by" in words[j + 1 : that]), that)
        return at.found((at.end + 1, stop), ((that, last),), "proposed-by-them")

    def seconded(self, at: At) -> Found | None:
        """“…, and seconded by T that C”, “The plan was proposed by S and seconded by T”."""
        unit, words, last = at.unit, at.unit.words, at.unit.last()
        agent = sources.after(unit, at.end + 1, self._forms.finite, False)
        if agent is None:
            return None
        that = next((j for j in range(agent[0] + 1, min(last, agent[0] + _AGENTS)) if words[j] == "that"), None)
        if that is not None:
            return at.found((agent[0], min(agent[1], that)), ((that, last),), "and-seconded-by")
        if at.previous == ",":  # the motion, seconded by Orne, was lost
            named = sources.before(unit, at.start - 1, self._forms.finite) if at.start > 1 else None
            return at.found(agent, (named,), "and-seconded-by") if named is not None else None
        what = clause_subjects.opening(unit, at.start, self._forms.past)
        if what is None or AUXILIARY.isdisjoint(words[what[1] : what[1] + 1]):
            return None
        return at.found(agent, (what,), "and-seconded-by")

    def _by(self, at: At, who: Range) -> Found | None:
        """“The plan was attacked by S”, “the lock is seen by S as a folly”."""
        words = at.unit.words
        agent = sources.after(at.unit, at.end + 1, self._forms.finite, False)
        if agent is None:
            return None
        leads = {word for join in at.verb.joins for word in join} | {"as", "for"}
        told = frozenset(("that", "to")) if at.verb.frame & {"clause", "infinitive"} else frozenset[str]()
        leads |= told
        places = (*range(agent[0] + 1, agent[1]), _behind_apposition(at.unit, agent[1]))
        behind = next((j for j in places if words[j] in leads and (words[j] != "to" or does(at.unit, j + 1))), None)
        if behind is None:
            return at.found(agent, (who,), "attacked-by")
        if words[behind] in told:
            return at.found((agent[0], behind), (self._reach(at, behind),), "told-by-them")
        return at.found((agent[0], behind), (who, self._reach(at, behind)), "seen-by-them-as")

    def _reach(self, at: At, start: int) -> Range:
        return start, contents.follows(at.unit, start, self._forms.past, self._forms.participles)

    def reduced(self, at: At) -> Found | None:
        """“Oil, seen as a boon, …”: a passive without its form of be."""
        unit, words, end = at.unit, at.unit.words, at.end
        if end >= unit.last() or any(word in AUXILIARY for word in words[at.start : at.i]):
            return None
        if unit.raw[end][0].isupper() or words[end] == QUOTE:  # a name that it has: a hacker known as Grey
            return None
        stop = min(self._reach(at, end)[1], contents.object_end(unit, end))
        stop = next((i for i in range(end + 1, stop) if self._main(at, i)), stop)
        return at.found(None, ((end, stop),), "seen-as")

    def _main(self, at: At, i: int) -> bool:
        """The verb of the sentence, behind what is said of its subject: “a man accused of theft was fined”."""
        words = at.unit.words
        if not at.unit.raw[i].islower() or words[i - 1] in WH or words[i - 1] in SUBJECT or words[i - 1] == "to":
            return False
        return words[i] in _FINITE or (words[i] in self._forms.finite and words[i - 1] not in DETERMINER)

    def credited(self, at: At) -> Found | None:
        """“As first reported by S, C”; “S's remarks, first reported by the Post”."""
        unit, words, start = at.unit, at.unit.words, at.start
        before = words[start - 1] if start else ""
        agent = sources.after(unit, at.end + 1, self._forms.finite, before != "as")
        if agent is None or words[agent[0]].endswith(("ing", "ly")):  # responded by suing
            return None
        if before == "as" and start <= 2:
            behind = agent[1] + 1
            if words[agent[1] : behind] != [","] or behind >= unit.last():
                return None
            return at.found(agent, ((behind, unit.last()),), "as-reported-by-first")
        named = sources.before(unit, start - 1, self._forms.finite)
        return at.found(agent, (named,), "reported-by") if named is not None else None

    def impression(self, at: At) -> Found | None:
        """“Hale seems to C”."""
        unit, words, start, end = at.unit, at.unit.words, at.start, at.end
        if end >= unit.last() or words[end] in STOP or words[end] in at.verb.unless:
            return None
        who = sources.before(unit, start, self._forms.finite)
        if who is None and start and words[start - 1] in ("who", "which", "that"):
            who = (start - 1, start)
        return at.found(None, (who, self._reach(at, end)), "seems") if who is not None else None


def _behind_apposition(unit: Unit, end: int) -> int:
    """The word behind what is said of an agent between commas: “by the mayor, Ida Hale, as”; else its own last."""
    if unit.words[end : end + 1] != [","]:
        return end - 1
    last = unit.last() - 1
    return next((j + 1 for j in range(end + 2, min(last, end + _APPOSED)) if unit.words[j] == ","), end - 1)
