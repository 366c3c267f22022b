"""The shapes of verbs: S says C, S, saying C, S went on to say C, asked about C; and which shape a verb stands in."""

from __future__ import annotations

from dataclasses import replace

from hedgelint.annotate.attributions import clause_subjects, contents, sources
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    CONTINUED,
    DASHES,
    DETERMINER,
    PREPOSITION,
    STOP,
    SUBJECT,
    WH,
)
from hedgelint.annotate.attributions.cue_ends import cue_end, hearer_end, tail_end
from hedgelint.annotate.attributions.cues import SPEECH, Forms, Verb
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.messages import issued, turned
from hedgelint.annotate.attributions.passives import Passives
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.subjects import counted, ends_in_a_verb, names_only, plural
from hedgelint.annotate.attributions.tags import Tags
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import verb_group

# What may stand before “saying” in the sense of speech.
_BEFORE_ING = frozenset(("by", "after", "before", "while", "in", "when", "not", "despite"))
_CREDITING = DASHES | {"as", ","}
_OBJECTS = frozenset(("him", "her", "them", "it", "that", "us", "me"))
_TAGGING = frozenset(("s", "past"))  # forms that stand before their source

# What opens a clause before the main one: although Hale said C, D.
_CONCEDING = frozenset(("although", "though", "while", "even", "when", "after", "because", "since", "if"))


class VerbShapes:
    def __init__(self, forms: Forms, messages: frozenset[str]) -> None:
        self._forms = forms
        self._messages = messages
        self._statements = Statements(forms)
        self._tags = Tags(forms, self._statements)
        self._passives = Passives(forms, self._statements)

    def read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | None:
        found = self._read(unit, i, verb, subject)
        if found is None or not found.cue[0] <= i < found.cue[1]:
            return found
        end = tail_end(unit, i, found.cue[1], verb)
        return replace(found, cue=(found.cue[0], end)) if end > found.cue[1] else found

    def _read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | None:
        words = unit.words
        if verb.kind == "hedged":
            return self._passives.impression(unit, i, verb)
        end = cue_end(unit, i, verb)
        if end is None:
            return None
        previous = words[i - 1] if i else ""
        if previous == "to" and "base" in verb.forms:
            return self._went_on(unit, i, end, verb)
        if verb.kind == "belief" and previous in ("you", "we", "that", "which"):
            return None
        if previous in ("the", "a", "an", "of", "his", "her", "their", "its", "this", "that's"):
            return None
        if previous == "those" and end == i + 1:  # of those asked
            return None
        if previous in BE and "s" in verb.forms:
            return None
        has = previous == "'s" and i > 1 and words[i - 2] in SUBJECT and "participle" in verb.forms
        if not has and previous.endswith(("'s", "s'")) and "ing" not in verb.forms:
            return None
        start = verb_group(unit, i)
        after = words[i + 1] if i + 1 < len(words) else ""
        # “she's seen as”, not “she's said that”; but “it's said that”
        short = has and (after == "as" or after in verb.passive or words[i - 2] == "it")
        passive = "participle" in verb.forms and any(w in BE and (w != "'s" or short) for w in words[start:i])
        if end == i + 1 and not verb.frame and verb.object_with:
            who = sources.before(unit, start, self._forms.finite)
            if who is None or not _may_say(unit, who, verb):
                return None
            content = self._statements.objects(unit, who, end, verb)
            return Found(who, (start, end), content, verb.kind) if content else None
        if passive:
            return self._passives.full(unit, start, i, end, verb)
        if after == "with" and after in verb.passive:
            return None  # men charged with theft
        aside = previous == "," and words[end : end + 2] in (["to", "be"], ["to", "have"]) and "clause" in verb.frame
        if aside and "participle" in verb.forms and not verb.hearer:  # the lock, said to have cost £45m, is shut
            return self._passives.reduced(unit, start, i, end, verb)
        if after in verb.passive and after != "by" and (not verb.frame or after == "as"):
            return self._passives.reduced(unit, start, i, end, verb)
        if (
            after == "by"
            and "participle" in verb.forms
            and verb.frame >= SPEECH
            and start
            and words[start - 1] in _CREDITING
        ):
            return self._passives.credited(unit, start, end, verb)
        if "past" in verb.forms and start < i and words[i - 1] in BE and words[i - 1] != "'s":
            return None  # a passive of a verb that says nothing in the passive
        if "ing" in verb.forms and not any(w in BE for w in words[start:i]):
            return self._participle(unit, i, start, end, verb, subject)
        tag, say = "tag" in verb.frame, verb.lemma == "say"
        if tag and i == 0 and verb.lemma != "ask" and verb.forms & _TAGGING:
            found = self._tags.opens(unit, i, end, verb)
            if found is not None or unit.part:
                return found
        tags = tag and start == i and (verb.forms & _TAGGING or say)
        if tags and start and words[start - 1] in (QUOTE, ",") and unit.raw[i].islower():
            found = self._tags.before_source(unit, start, end, verb)
            if found is not None:
                return found
        if verb.lemma == "ask" and "participle" in verb.forms and previous in ("", "when", "if", ","):
            return self._asked(unit, i)
        who = sources.before(unit, start, self._forms.finite)
        if who is None:
            return self._no_subject(unit, i, start, end, verb, subject)
        if start == i and self._no_verb(unit, who, i, verb):
            return None
        if not _may_say(unit, who, verb):
            return None
        if verb.subjects == {"it"}:
            content = self._statements.right(unit, i, end, verb)
            return Found(None, (start, end), content, verb.kind) if content else None
        return self._said_by(unit, who, i, start, end, verb)

    def _no_verb(self, unit: Unit, who: Range, i: int, verb: Verb) -> bool:
        """The word at `i`, with `who` right before it, is a noun, or its subject has a verb already."""
        if verb.noun and verb.forms == {"base"} and _is_noun(unit, who, i, verb):
            return True
        if "s" in verb.forms and ends_in_a_verb(unit, who, self._forms.past):
            return True
        return names_only(unit, who, i) or counted(unit, who, i)

    def _no_subject(self, unit: Unit, i: int, start: int, end: int, verb: Verb, subject: Range | None) -> Found | None:
        """No subject before it: a headline's verb, a relative clause, or the second verb of `subject`."""
        words = unit.words
        if unit.part == 0 and start == i and "s" in verb.forms and (i == 0 or words[i - 1] in (",", ";")):
            return self._headline(unit, i, end, verb, subject) if "tag" in verb.frame or i else None
        if verb.subjects:
            return None
        if start > 2 and words[start - 1] == "that":
            sent = self._sent(unit, start - 1, end, self._statements.right(unit, i, end, verb), verb, None)
            if sent is not None:
                return sent
        that_noun = verb.noun and words[start - 1 : start] == ["that"] and start == i and "base" in verb.forms
        if start > 1 and words[start - 1] in ("who", "that") and not that_noun:
            content = self._statements.within_relative(unit, self._statements.right(unit, i, end, verb))
            return Found((start - 1, start), (start, end), content, verb.kind) if content else None
        if not start or not (words[start - 1] in ("and", "but") or self._listed(unit, start, i, end, verb)):
            return None
        subject = (
            subject
            or clause_subjects.opening(unit, start, self._forms.past)
            or clause_subjects.opening(unit, start, self._forms.finite)
        )
        bare = verb.forms == {"base"} and start == i
        if subject is None or (bare and not (plural(unit, *subject) and words[end : end + 1] == ["that"])):
            return None
        content = self._statements.right(unit, i, end, verb)
        return Found(subject, (start, end), content, verb.kind) if content else None

    def _said_by(self, unit: Unit, who: Range, i: int, start: int, end: int, verb: Verb) -> Found | None:
        """Behind its subject: what is said stands before it (a tag), behind it, or is a relative's antecedent."""
        words, tag = unit.words, "tag" in verb.frame
        if tag and who[0] > 2 and words[who[0] - 1] == ",":  # “Q,” Ida Hale, a spokeswoman for the mill told them
            named = sources.before(unit, who[0] - 1, self._forms.finite)
            described = contents.names(unit, 1) or words[1] in DETERMINER
            if named is not None and named[0] == 1 and words[0] == QUOTE and described:
                who = (1, who[1])
        if who[0] and words[who[0] - 1] == "as" and verb.kind != "belief" and words[end : end + 2] != [":", QUOTE]:
            told = self._tags.as_told(unit, who, start, end, verb.kind)
            if told is not None:
                return told
        heard = hearer_end(unit, end) if verb.hearer else end
        if tag and who[0] and self._statements.tagged(unit, who, heard):
            found = self._tags.after_statement(unit, who, start, heard, verb)
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
            and words[end : end + 1] not in (["and"], ["or"])
            and (verb.hearer or contents.has_finite(unit, who[0] - 1))
        ):
            lead = (contents.leads(unit, who[0] - 1), who[0] - 1)
            content = (lead,) if lead[0] < lead[1] else ()
        if words[who[0]] == "who":
            content = self._statements.within_relative(unit, content)
        content = content or self._statements.objects(unit, who, end, verb)
        if content and who[0] and words[who[0] - 1] in ("which", "what", "whom"):
            content = self._statements.within_object_relative(unit, content)
        if content and words[0] in _CONCEDING and who[0] <= 2:
            content = self._statements.within_clause(unit, content)
        if not content and who[0] > 1 and (_of_which(words, who[0] - 1) or _disputed(words, who[0] - 1, verb)):
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
        own = clause_subjects.behind_with(unit, start)
        if own is not None:
            return Found(own, (start, end), content, verb.kind)
        if start < 3 and all(word in _BEFORE_ING for word in words[:start]):
            first = content[0][0]
            who = clause_subjects.main_clause(unit, first, self._forms.finite)
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
        who = subject or (clause_subjects.opening(unit, start, self._forms.past) if i else None)
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

    def _listed(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> bool:
        """“She sued the bank, called it mad and left”: behind a comma a verb that cannot be a participle there."""
        words = unit.words
        if words[start - 1] != ",":
            return False
        return words[start] == "then" or (
            start == i and "past" in verb.forms and not _OBJECTS.isdisjoint(words[end : end + 1])
        )

    def _headline(self, unit: Unit, i: int, end: int, verb: Verb, subject: Range | None) -> Found | None:
        """“Hale slams bank, vows to sue”; “Says bank lied”, where the headline leaves out who."""
        if not AUXILIARY.isdisjoint(unit.words[end : end + 1]):  # “Fears are growing”
            return None
        content = self._statements.right(unit, i, end, verb)
        who = (subject or clause_subjects.opening(unit, i, self._forms.finite)) if i else None
        return Found(who, (i, end), content, verb.kind) if content and (who or not i) else None

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


def _may_say(unit: Unit, who: Range, verb: Verb) -> bool:
    """The verb is anybody's, or theirs among others: it says; police treat."""
    return not verb.subjects or not verb.subjects.isdisjoint(unit.words[who[0] : who[1]])


def _of_which(words: list[str], i: int) -> bool:
    """Word `i` stands for what is said: “a plan which she denounced”, “both of which he praised”."""
    return words[i] in ("which", "whom") and (words[i - 1] not in PREPOSITION or words[i - 1] == "of")


def _disputed(words: list[str], i: int, verb: Verb) -> bool:
    """“A claim that she denied”: the “that” at `i` stands for what was said, not for what follows."""
    return words[i] == "that" and words[i - 2] in ("a", "an") and verb.kind in ("doubting", "guilt-implying")


def _is_noun(unit: Unit, who: Range, i: int, verb: Verb) -> bool:
    """“His support”, not “they support”; “members held a conference call last week”."""
    if not plural(unit, *who):
        return True
    after = unit.words[i + 1] if i + 1 < unit.last() else ""
    objects = after in DETERMINER or after in _OBJECTS or after == QUOTE or unit.raw[i + 1 : i + 2] != [after]
    return verb.kind == "neutral" and verb.frame == {"object"} and not (after and objects)
