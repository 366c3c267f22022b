"""“Saying C”: after its subject, before it or far from it, and behind a message that somebody sent."""

from __future__ import annotations

from hedgelint.annotate.attributions import clause_subjects, sources
from hedgelint.annotate.attributions.closed import BE, PREPOSITION, STOP, is_number
from hedgelint.annotate.attributions.cues import Forms
from hedgelint.annotate.attributions.found import At, Found, No, Outcome, Range
from hedgelint.annotate.attributions.messages import issued, turned
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.verb_groups import verb_group

# What may stand before “saying” in the sense of speech.
_BEFORE_ING = frozenset(("by", "after", "before", "while", "in", "when", "not", "despite"))


class Participles:
    def __init__(self, forms: Forms, messages: frozenset[str], statements: Statements) -> None:
        self._forms = forms
        self._messages = messages
        self._statements = statements

    def read(self, at: At) -> Outcome:
        unit, words, start = at.unit, at.unit.words, at.start
        if "ing" not in at.verb.forms or not BE.isdisjoint(words[start : at.i]):
            return None
        content = self._statements.right(unit, at.i, at.end, at.verb)
        if not content:
            return No("nothing-said")
        if at.previous in PREPOSITION and at.previous not in _BEFORE_ING:
            return No("act-of-saying")
        sent = self.sent(at, content)
        if sent is not None:
            return sent
        own = clause_subjects.behind_with(unit, start)
        if own is not None:
            return at.found(own, content, "with-them-saying")
        if start < 3 and all(word in _BEFORE_ING for word in words[:start]):
            return self._opens(at, content[0])
        own = self._beside(at)
        if own is not None:
            return at.found(own, content, "them-saying")
        return self._far(at, content)

    def _modified(self, at: At) -> Range | None:
        """“She woke to three alarms ordering her to leave”: several, right before it, behind a preposition."""
        unit, words, start = at.unit, at.unit.words, at.start
        if start < 3 or not unit.raw[start - 1].islower() or not words[start - 1].endswith("s"):
            return None
        if at.verb.lemma in ("say", "add") or words[start - 1].endswith(("'s", "s'")):
            return None
        if not is_number(words[start - 2]) and words[start - 2] not in ("several", "some", "many"):
            return None
        return (start - 2, start) if words[start - 3] in PREPOSITION else None

    def sent(self, at: At, content: tuple[Range, ...]) -> Found | None:
        """“Issued a statement saying C”, “ran an ad that urges C”, “responded by saying C”."""
        first = issued(at.unit, at.start, self._messages) or turned(at.unit, at.start)
        if first is None or not content:
            return None
        opens = verb_group(at.unit, first)
        sender = sources.before(at.unit, opens, self._forms.finite) or at.subject
        if sender is None:
            return None
        return Found(sender, (opens, at.end), content, at.verb.kind, "sent-it-saying", at.verb.lemma)

    def _opens(self, at: At, said: Range) -> Outcome:
        """“Saying C, Hale left”."""
        who = clause_subjects.main_clause(at.unit, said[0], self._forms.finite)
        if who is None:
            main = (
                "," in at.unit.words[at.end : said[0]]
            )  # “Writing in the Star, Hale said “Q””: a verb of its own has it
            return No("nobody-says-it") if at.start or main else at.found(None, (said,), "saying-nobody")
        return at.found(who, ((said[0], max(said[0] + 1, who[0] - 1)),), "saying-first")

    def _beside(self, at: At) -> Range | None:
        """Who stands right before it: “heard the clerk saying C”."""
        words, start = at.unit.words, at.start
        if not start or "tag" not in at.verb.frame or words[start - 1] in STOP or words[start - 1] in PREPOSITION:
            return None
        if words[start - 1] in ("and", "but", "or", "not"):
            return None
        own = sources.before(at.unit, start, self._forms.finite)
        if own is not None and words[own[0]] == "with":
            own = (own[0] + 1, own[1])
        if own is None or own[0] >= own[1]:
            return None
        # “released a statement saying”: the subject stands before that verb
        return None if words[own[0]].endswith("ed") or words[own[0]] in self._forms.finite else own

    def _far(self, at: At, content: tuple[Range, ...]) -> Found | No:
        """“Hale left, saying C”: the subject of the attribution before it, or of the sentence."""
        unit, i = at.unit, at.i
        who = at.subject or (clause_subjects.opening(unit, at.start, self._forms.past) if i else None)
        if who is None and at.previous == "," and i > 1:
            who = sources.before(unit, i - 1, self._forms.finite)
            if who is not None and who[0] > 0:
                who = None
        if who is not None:
            return at.found(self._modified(at) or who, content, "saying")
        if at.previous == ",":
            return Found(None, (i, at.end), content, at.verb.kind, "saying-nobody", at.verb.lemma)
        return No("nobody-says-it")
