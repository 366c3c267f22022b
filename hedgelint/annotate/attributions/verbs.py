"""The shapes of verbs: S says C, “Q,” said S, as S says, S went on to say C, S is said to."""

from __future__ import annotations

from dataclasses import replace

from hedgelint.annotate.attributions import contents, sources
from hedgelint.annotate.attributions.closed import AUXILIARY, BE, CONTINUED, PREPOSITION, STOP, SUBJECT, TIME, WH
from hedgelint.annotate.attributions.cues import Forms, Verb
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.messages import issued, turned
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.subjects import counted, names_only, plural
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import verb_group

# What may stand before “saying” in the sense of speech.
_BEFORE_ING = frozenset(("by", "after", "before", "while", "in", "when", "not", "despite"))
_NOT_MANNER = frozenset(("early", "only", "shortly", "daily", "family"))
_OPENING = 4  # words before a tag that stands between commas
_PLACED = frozenset(("in", "on", "at", "via", "during", "by", "over"))


class VerbShapes:
    def __init__(self, forms: Forms, messages: frozenset[str]) -> None:
        self._forms = forms
        self._messages = messages
        self._statements = Statements(forms)

    def read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | None:
        found = self._read(unit, i, verb, subject)
        if found is None or not found.cue[0] <= i < found.cue[1]:
            return found
        end = _tail(unit, i, found.cue[1], verb)
        return replace(found, cue=(found.cue[0], end)) if end > found.cue[1] else found

    def _read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | None:
        words = unit.words
        if verb.kind == "hedged":
            return self._impression(unit, i, verb)
        end = cue_end(unit, i, verb)
        if end is None:
            return None
        previous = words[i - 1] if i else ""
        if previous == "to" and "base" in verb.forms:
            return self._went_on(unit, i, end, verb)
        if verb.kind == "belief" and previous in ("i", "you", "we", "that", "which"):
            return None
        if previous in ("the", "a", "an", "of", "his", "her", "their", "its", "this", "that's"):
            return None
        if previous in BE and "s" in verb.forms:
            return None
        has = previous == "'s" and i > 1 and words[i - 2] in SUBJECT and "participle" in verb.forms
        if not has and previous.endswith(("'s", "s'")) and "ing" not in verb.forms:
            return None
        start = verb_group(unit, i)
        after = words[i + 1] if i + 1 < len(words) else ""
        short = has and (after == "as" or after in verb.passive)  # “she's seen as”, not “she's said that”
        passive = "participle" in verb.forms and any(w in BE and (w != "'s" or short) for w in words[start:i])
        if passive:
            return self._passive(unit, start, i, end, verb)
        if after == "with" and after in verb.passive:
            return None  # men charged with theft
        if after in verb.passive and after != "by" and (not verb.frame or after == "as"):
            return self._reduced(unit, start, i, end, verb)
        if "past" in verb.forms and start < i and words[i - 1] in BE and words[i - 1] != "'s":
            return None  # a passive of a verb that says nothing in the passive
        if "ing" in verb.forms and not any(w in BE for w in words[start:i]):
            return self._participle(unit, i, start, end, verb, subject)
        tag = "tag" in verb.frame
        if tag and i == 0 and verb.lemma != "ask" and "base" not in verb.forms:
            return self._opened_by_its_tag(unit, i, end, verb)
        if tag and start and words[start - 1] in (QUOTE, ",") and start == i and "base" not in verb.forms:
            found = self._before_its_source(unit, start, end, verb)
            if found is not None:
                return found
        if verb.lemma == "ask" and "participle" in verb.forms and previous in ("", "when", "if", ","):
            return self._asked(unit, i)
        who = sources.before(unit, start, self._forms.finite)
        second = start and (words[start - 1] in ("and", "but") or (words[start - 1] == "," and words[start] == "then"))
        if who is not None and verb.noun and start == i and verb.forms == {"base"} and not plural(unit, *who):
            return None
        if verb.subjects and (who is None or verb.subjects.isdisjoint(words[who[0] : who[1]])):
            return None
        if who is not None and start == i and (names_only(unit, who, i) or counted(unit, who, i)):
            return None
        if who is None and subject is None and second:
            subject = sources.opening(unit, start, self._forms.past)
        if who is None:
            if start > 2 and words[start - 1] == "that":
                sent = self._sent(unit, start - 1, end, self._statements.right(unit, i, end, verb), verb, None)
                if sent is not None:
                    return sent
            if start and words[start - 1] in ("who", "that") and start > 1:
                who = (start - 1, start)
                content = self._statements.within_relative(unit, self._statements.right(unit, i, end, verb))
                return Found(who, (start, end), content, verb.kind) if content else None
            if subject is not None and second and not ("base" in verb.forms and start == i and verb.forms == {"base"}):
                content = self._statements.right(unit, i, end, verb)
                return Found(subject, (start, end), content, verb.kind) if content else None
            return None
        if tag and who[0] > 2 and words[who[0] - 1] == ",":  # “Q,” Ida Hale, a spokeswoman for the mill told them
            named = sources.before(unit, who[0] - 1, self._forms.finite)
            if named is not None and named[0] == 1 and words[0] == QUOTE and contents.names(unit, 1):
                who = (1, who[1])
        if who[0] and words[who[0] - 1] == "as" and verb.kind != "belief":
            told = self._as_told(unit, who, start, end, verb.kind)
            if told is not None:
                return told
        heard = _hearer_end(unit, end) if verb.hearer else end
        if tag and who[0] and self._statements.tagged(unit, who, heard):
            found = self._after_its_statement(unit, who, start, heard, verb)
            if found is not None:
                return found if heard == end else replace(found, cue=(start, end))
        content = self._statements.right(unit, i, end, verb)
        if tag and end == len(words) - 1 and words[end] == ":":
            return Found(who, (start, end + 1), (), verb.kind)  # the next paragraph says what
        if (
            not content
            and tag
            and who[0] > 5
            and words[who[0] - 1] == ","
            and (verb.hearer or contents.has_finite(unit, who[0] - 1))
        ):
            content = ((contents.leads(unit, who[0] - 1), who[0] - 1),)
        if words[who[0]] == "who":
            content = self._statements.within_relative(unit, content)
        if not content and who[0] > 1 and _of_which(words, who[0] - 1):
            content = ((who[0] - 1, who[0]),)
        return Found(who, (start, end), content, verb.kind) if content else None

    def _participle(self, unit: Unit, i: int, start: int, end: int, verb: Verb, subject: Range | None) -> Found | None:
        """“Saying C”, after its subject, before it or far from it."""
        words, previous = unit.words, unit.words[i - 1] if i else ""
        content = self._statements.right(unit, i, end, verb)
        if not content or (previous in PREPOSITION and previous not in _BEFORE_ING):
            return None
        sent = self._sent(unit, start, end, content, verb, subject)
        if sent is not None:
            return sent
        if start < 3 and all(word in _BEFORE_ING for word in words[:start]):
            first = content[0][0]
            who = sources.main_clause(unit, first, self._forms.finite)
            if who is None:
                return Found(None, (start, end), content, verb.kind) if not start else None
            return Found(who, (start, end), ((first, max(first + 1, who[0] - 1)),), verb.kind)
        if start and words[start - 1] not in STOP and words[start - 1] not in PREPOSITION and "tag" in verb.frame:
            own = sources.before(unit, start, self._forms.finite)
            if own is not None and words[own[0]] == "with":
                own = (own[0] + 1, own[1])
            if own is not None and (words[own[0]].endswith("ed") or words[own[0]] in self._forms.finite):
                own = None  # “released a statement saying”: the subject stands before that verb
            if own is not None and own[0] < own[1] and words[start - 1] not in ("and", "but", "or", "not"):
                return Found(own, (start, end), content, verb.kind)
        who = subject or (sources.opening(unit, start, self._forms.past) if i else None)
        if who is None and previous == "," and i > 1:
            who = sources.before(unit, i - 1, self._forms.finite)
            if who is not None and who[0] > 0:
                who = None
        if who is None and i:
            return Found(None, (i, end), content, verb.kind) if previous == "," and content else None
        return Found(who, (start, end), content, verb.kind)

    def _sent(
        self, unit: Unit, start: int, end: int, content: tuple[Range, ...], verb: Verb, subject: Range | None
    ) -> Found | None:
        """“Issued a statement saying C”, “ran an ad that urges C”, “responded by saying C”."""
        first = issued(unit, start, self._messages) or turned(unit, start)
        if first is None or not content:
            return None
        opens = verb_group(unit, first)
        sender = sources.before(unit, opens, self._forms.finite) or subject
        return Found(sender, (opens, end), content, verb.kind) if sender is not None else None

    def _before_its_source(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“Q,” said S; C, said S."""
        words = unit.words
        quoted = words[start - 1] == QUOTE or (start > 1 and words[start - 2] == QUOTE)
        if not quoted and verb.lemma == "say" and words[start - 1] == ",":
            found = self._between_commas(unit, start, end, verb)
            if found is not None:
                return found
        if not quoted and start == 2 and words[0] in ("but", "and", "so", "still", "yet", "now"):
            return self._opened_by_its_tag(unit, start, end, verb)
        bare = verb.lemma == "say" and start > 4 and end < unit.last() and not quoted
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

    def _opened_by_its_tag(self, unit: Unit, start: int, end: int, verb: Verb) -> Found | None:
        """“But, said S, Q”; “Said S, who was there, Q”."""
        who = sources.after(unit, end, self._forms.finite)
        if who is None:
            return None
        at = next((j for j in range(who[1], min(unit.last() - 1, who[1] + 16)) if unit.words[j + 1] == QUOTE), None)
        if at is None or unit.words[at] not in (",", ":"):
            return None
        return Found((who[0], at), (start, end), ((at + 1, unit.last()),), verb.kind)

    def _after_its_statement(self, unit: Unit, who: Range, start: int, end: int, verb: Verb) -> Found | None:
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

    def _went_on(self, unit: Unit, i: int, end: int, verb: Verb) -> Found | None:
        """“She went on to say”, “he continued to deny”."""
        words = unit.words
        first = i - 2 if i > 2 and words[i - 2] in CONTINUED else i - 3
        if first < 1 or (
            words[first] not in CONTINUED and words[first : i - 1] not in (["went", "on"], ["goes", "on"])
        ):
            return None
        start = verb_group(unit, first)
        who = sources.before(unit, start, self._forms.finite)
        content = self._statements.right(unit, i, end, verb)
        return Found(who, (start, end), content, verb.kind) if who is not None and content else None

    def _as_told(self, unit: Unit, who: Range, start: int, end: int, kind: str) -> Found | None:
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

    def _asked(self, unit: Unit, i: int) -> Found | None:
        """“Asked about C, S said”: whoever asked is not named."""
        words = unit.words
        end = i + 2 if words[i + 1 : i + 2] == ["about"] else i + 1
        stop = end
        while stop < min(unit.last(), end + 30) and words[stop] not in (",", QUOTE, ":"):
            stop += 1
        if stop == end or words[end] in STOP or words[end] == "to":
            return None
        who: Range | None = None
        if words[end] == "by":
            at = next((j for j in range(end + 2, stop) if words[j] in WH or words[j] == "about"), None)
            if at is None:
                return None
            who, stop_at = (end + 1, at), at
            return Found(who, (i, end), ((stop_at, stop),), "neutral")
        return Found(who, (i, end), ((end, stop),), "neutral")

    def _passive(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> Found | None:
        words = unit.words
        last = unit.last()
        who = sources.before(unit, start, self._forms.finite)
        impersonal = who is not None and words[who[0]] == "it" and "clause" in verb.frame and end < last
        if impersonal and (words[end] == "that" or self._statements.begins(unit, end)):
            return Found(None, (start, end), ((end, last),), verb.kind)
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
            agent = sources.after(unit, end + 1, self._forms.finite)
            if agent is None:
                return None
            return Found(agent, (start, end), (who,), verb.kind)
        if words[end] in STOP:
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(None, (start, end), (who, (end, stop)), verb.kind)

    def _reduced(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> Found | None:
        """“Oil, seen as a boon, …”: a passive without its form of be."""
        words = unit.words
        if end >= unit.last() or any(word in AUXILIARY for word in words[start:i]):
            return None
        if unit.raw[end][0].isupper() or words[end] == QUOTE:  # a name that it has: a hacker known as Grey
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(None, (start, end), ((end, min(stop, contents.object_end(unit, end))),), verb.kind)

    def _impression(self, unit: Unit, i: int, verb: Verb) -> Found | None:
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


def _hearer_end(unit: Unit, end: int) -> int:
    """Index of the comma behind whoever was told; `end` where a statement follows: “the lock, she told the Post, is”."""
    for i in range(end, min(unit.last(), end + 6)):
        if unit.words[i] == ",":
            return i
        if unit.words[i] in STOP or unit.words[i] in WH or unit.words[i] in SUBJECT or unit.words[i] in AUXILIARY:
            break
    return end


def _of_which(words: list[str], i: int) -> bool:
    """Word `i` stands for what is said: “a plan which she denounced”, “both of which he praised”."""
    return words[i] in ("which", "whom") and (words[i - 1] not in PREPOSITION or words[i - 1] == "of")


def cue_end(unit: Unit, i: int, verb: Verb) -> int | None:
    """Past the verb and the words that it joins; None where it says nothing without them."""
    words = unit.words
    if verb.unless and i + 1 < len(words) and words[i + 1] in verb.unless:
        return None
    if verb.joins:
        for size in (3, 2, 1):
            end = i + 1 + size
            if end <= len(words) and tuple(words[i + 1 : end]) in verb.joins and not _dated(words, end):
                return end
    return i + 1 if verb.frame or (verb.passive and words[i + 1 : i + 2] == ["by"]) else None


def _dated(words: list[str], end: int) -> bool:
    """“Warned on Monday” is no “warned on profits”."""
    return words[end - 1] == "on" and end < len(words) and words[end] in TIME


def _tail(unit: Unit, i: int, end: int, verb: Verb) -> int:
    """Behind a verb of saying, an adverb belongs to the cue, and so do the place where it was said and the colon before
    the statement: “said sarcastically”, “wrote on Facebook”, “said in a statement that”."""
    words, last = unit.words, unit.last()
    if end == i + 1 and "tag" in verb.frame and not verb.hearer and end < last:
        if words[end].endswith("ly") and unit.raw[end].islower() and words[end] not in _NOT_MANNER:
            behind = words[end + 1] if end + 1 < last else ","
            if behind in STOP or behind in PREPOSITION or behind in TIME or behind == "that":
                end += 1
        elif words[end] in _PLACED:
            end = _venue_end(unit, end)
        elif words[end : end + 2] in (["with", "a"], ["with", "an"]):  # said with a wry smile
            end = next((j for j in (end + 3, end + 4) if j == last or (j < last and words[j] == ",")), end)
    return end + 1 if words[end : end + 1] == [":"] else end


def _venue_end(unit: Unit, start: int) -> int:
    """Index after the place that begins at `start`, where the statement or nothing follows it; `start` where it is
    none."""
    words, last = unit.words, unit.last()
    for end in range(start + 2, min(last, start + 6) + 1):
        named = (
            end == start + 2
            and words[start] in ("on", "via")
            and unit.raw[end - 1].isalpha()
            and unit.raw[end - 1][0].isupper()
        )
        if words[end - 1] in STOP or words[end - 1] in TIME:
            return start
        if named or words[end - 1] in sources.VENUE:
            behind = words[end] if end < last else ""
            closed = (named or words[start] in ("by", "over")) and (not behind or behind in STOP or behind in TIME)
            return end if closed or behind in ("that", ":") else start
    return start
