"""The shapes of verbs: S says C, S went on to say C, asked about C; and which shape a verb stands in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from hedgelint.annotate.attributions import clause_subjects, contents, sources
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    CONTINUED,
    DASHES,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    WH,
)
from hedgelint.annotate.attributions.cue_ends import announces, cue_end, hearer_end, tail_end
from hedgelint.annotate.attributions.cues import SPEECH, SPOKEN, Forms, Verb
from hedgelint.annotate.attributions.found import At, Found, No, Outcome, Range
from hedgelint.annotate.attributions.hearings import Hearings
from hedgelint.annotate.attributions.participles import Participles
from hedgelint.annotate.attributions.passives import Passives
from hedgelint.annotate.attributions.quoted import quoted_as
from hedgelint.annotate.attributions.refusals import OBJECTS, REFUSALS, SUBJECT_REFUSALS, may_say, thing
from hedgelint.annotate.attributions.statements import Statements
from hedgelint.annotate.attributions.subjects import plural
from hedgelint.annotate.attributions.tags import Tags
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import verb_group
from hedgelint.values import replace

_CREDITING = DASHES | {"as", ","}
_OF_CRIMES = frozenset(("accuse", "suspect"))  # “accused of”: whoever is, accuses nobody
_ASKED_SOMEBODY = frozenset(("him", "her", "them", "me", "us"))
_TAGGING = frozenset(("s", "past"))  # forms that stand before their source

# What opens a clause before the main one: although Hale said C, D.
_CONCEDING = frozenset(("although", "though", "while", "even", "when", "after", "because", "since", "if"))
_BARE = No("says-nothing-so")  # without its preposition or its object: “Hale accused”, “shown up”
_NOBODY = No("nobody-says-it")
_NOTHING = No("nothing-said")


@lru_cache(maxsize=256)  # there is one of a kind, however often it is met
def _asked(no: No, reader: str) -> No:
    return No(no.name, reader)


class VerbShapes:
    def __init__(self, forms: Forms, messages: frozenset[str]) -> None:
        self._forms = forms
        self._statements = Statements(forms)
        self._tags = Tags(forms, self._statements)
        self._passives = Passives(forms, self._statements)
        self._hearings = Hearings(forms, self._statements)
        self._participles = Participles(forms, messages, self._statements)
        # Asked in this order; the first that finds, or refuses, has the cue.
        self.readers: tuple[tuple[str, Callable[[At], Outcome]], ...] = (
            ("hear them tell it", self._heard_tell),
            ("to do", self._went_on),
            ("object and figure", self._put_at),
            ("hears", self._hearings.heard),
            ("was told", self._hearings.told),
            ("quoted as saying", self._quoted),
            ("passive", self._passive),
            ("participle of a passive", self._reduced),
            ("reported by", self._credited),
            ("and seconded by", self._seconded),
            ("-ing", self._ing),
            ("opens its sentence", self._opens),
            ("before its source", self._before_source),
            ("asked about", self._asked),
            ("behind its subject", self._subject),
        )

    def read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | No:
        found = self._read(unit, i, verb, subject)
        if isinstance(found, No):
            return found
        end = tail_end(unit, i, found.cue[1], verb)
        return replace(found, cue=(found.cue[0], end)) if end > found.cue[1] else found

    def _read(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | No:
        if verb.kind == "hedged":
            return self._passives.impression(At.of(unit, i, verb_group(unit, i), i + 1, verb, subject)) or _NOBODY
        end = cue_end(unit, i, verb)
        if end is None:
            return _BARE
        at = At.of(unit, i, verb_group(unit, i), end, verb, subject)
        for name, refuses in REFUSALS:
            if refuses(at):
                return No(name)
        for name, read in self.readers:
            outcome = read(at)
            if outcome is not None:
                return _asked(outcome, name) if isinstance(outcome, No) else outcome
        return _NOTHING

    def _heard_tell(self, at: At) -> Outcome:
        """“To hear Hale tell it, C”."""
        unit, words, i = at.unit, at.unit.words, at.i
        if at.verb.lemma != "tell" or words[:2] != ["to", "hear"] or words[i + 1 : i + 3] != ["it", ","] or i < 3:
            return None
        return Found((2, i), (i, i + 2), ((i + 3, unit.last()),), at.verb.kind, "to-hear-them", at.verb.lemma)

    def _went_on(self, at: At) -> Outcome:
        """“She went on to say”, “he continued to deny”."""
        if not at.to_do:
            return None
        words, i = at.unit.words, at.i
        first = i - 2 if words[i - 2] in CONTINUED else i - 3
        went = words[first : i - 1] in (["went", "on"], ["goes", "on"])
        if first < 1 or not (words[first] in CONTINUED or went):
            return No("to-do")
        start = verb_group(at.unit, first)
        who = sources.before(at.unit, start, self._forms.finite)
        if who is None:
            return _NOBODY
        content = self._statements.right(at.unit, i, at.end, at.verb)
        return replace(at, start=start).found(who, content, "went-on") if content else _NOTHING

    def _put_at(self, at: At) -> Outcome:
        """“Police put the crowd at 2,000”: a verb that says something by its object alone."""
        if at.end != at.i + 1 or at.verb.frame or not at.verb.object_with:
            return None
        who = sources.before(at.unit, at.start, self._forms.finite)
        if who is None:
            return _NOBODY
        if not may_say(at.unit, who, at):
            return No("not-theirs")
        content = self._statements.objects(at.unit, who, at.end, at.verb)
        return at.found(who, content, "put-at") if content else _NOTHING

    def _quoted(self, at: At) -> Outcome:
        return quoted_as(at, self._forms, self._statements)

    def _passive(self, at: At) -> Outcome:
        return (self._passives.full(at) or _NOTHING) if at.passive else None

    def _reduced(self, at: At) -> Outcome:
        words, end, verb = at.unit.words, at.end, at.verb
        aside = at.previous == "," and words[end : end + 2] in (["to", "be"], ["to", "have"]) and "clause" in verb.frame
        if aside and not verb.hearer:  # the lock, said to have cost £45m, is shut
            return self._passives.reduced(at) or _NOTHING
        if at.after in verb.passive and at.after != "by" and (not verb.frame or at.after == "as"):
            return self._passives.reduced(at) or _NOTHING
        if at.after == "of" and verb.lemma in _OF_CRIMES and _reducible(at):
            return self._passives.reduced(at) or _NOTHING  # a man accused of theft left: nobody is told whom he accuses
        return None

    def _credited(self, at: At) -> Outcome:
        if at.after != "by" or not at.verb.frame >= SPEECH:
            return None
        if at.unit.words[at.start - 1] not in _CREDITING:
            return None
        return self._passives.credited(at) or _NOBODY

    def _seconded(self, at: At) -> Outcome:
        if at.previous not in ("and", ",") or at.after != "by" or "participle" not in at.verb.forms:
            return None
        return self._passives.seconded(at)

    def _ing(self, at: At) -> Outcome:
        return self._participles.read(at)

    def _opens(self, at: At) -> Outcome:
        """“Said Hale, who was there, Q”."""
        if at.i or "tag" not in at.verb.frame or at.verb.lemma == "ask" or not at.verb.forms & _TAGGING:
            return None
        found = self._tags.opens(at)
        return found or (_NOTHING if at.unit.part else None)

    def _before_source(self, at: At) -> Outcome:
        """“C, said Hale”."""
        verb, start = at.verb, at.start
        if "tag" not in verb.frame or start != at.i or not (verb.forms & _TAGGING or verb.lemma == "say"):
            return None
        if not start or at.unit.words[start - 1] not in (QUOTE, ",") or not at.unit.raw[at.i].islower():
            return None
        return self._tags.before_source(at)

    def _asked(self, at: At) -> Outcome:
        """“Asked about C, S said”: whoever asked is not named."""
        if at.verb.lemma != "ask" or "participle" not in at.verb.forms or at.previous not in ("", "when", "if", ","):
            return None
        unit, words, i = at.unit, at.unit.words, at.i
        if at.after in _ASKED_SOMEBODY:  # Voss, for the crown, asked him: “Why?”
            return None
        end = i + 2 if words[i + 1 : i + 2] == ["about"] else i + 1
        stop = end
        while stop < min(unit.last(), end + 30) and words[stop] not in (",", QUOTE, ":"):
            stop += 1
        if stop == end or words[end] == "to":
            return _NOTHING
        if words[end] != "by":
            return Found(None, (i, end), ((end, stop),), "neutral", "asked", at.verb.lemma)
        what = next((j for j in range(end + 2, stop) if words[j] in WH or words[j] == "about"), None)
        if what is None and words[stop : stop + 2] == [":", QUOTE]:  # asked by Voss: “Why?”
            return Found((end + 1, stop), (i, end), ((stop + 1, stop + 2),), "neutral", "asked-by", at.verb.lemma)
        if what is None:
            return _NOTHING
        return Found((end + 1, what), (i, end), ((what, stop),), "neutral", "asked-by", at.verb.lemma)

    def _subject(self, at: At) -> Outcome:
        who = sources.before(at.unit, at.start, self._forms.finite)
        if who is None:
            return self._no_subject(at)
        who = self._second(at.unit, who)
        for name, refuses in SUBJECT_REFUSALS:
            if refuses(at, who, self._forms):
                return No(name)
        if at.verb.subjects == {"it"}:
            content = self._statements.right(at.unit, at.i, at.end, at.verb)
            return at.found(None, content, "it-emerged") if content else _NOTHING
        return self._said_by(at, who) or _NOTHING

    def _second(self, unit: Unit, who: Range) -> Range:
        """“Orne queried the cost and Hale replied”, “Orne asked who would pay and Hale replied”: the first of two is
        what the verb before it leads to."""
        asked = unit.words[who[0]] in WH and not AUXILIARY.isdisjoint(unit.words[who[0] : who[1]])
        if unit.words[who[0] - 1] not in self._forms.objects and not asked:
            return who
        both = next((i for i in range(who[1] - 2, who[0], -1) if unit.words[i] == "and"), None)
        if both is None or not (unit.raw[both + 1][0].isupper() or unit.words[both + 1] in DETERMINER):
            return who
        return both + 1, who[1]

    def _no_subject(self, at: At) -> Found | No:
        """No subject before it: a headline's verb, a relative clause, or the second verb of a subject."""
        unit, words, start, verb = at.unit, at.unit.words, at.start, at.verb
        if unit.part == 0 and start == at.i and "s" in verb.forms and (at.i == 0 or words[at.i - 1] in (",", ";")):
            return (self._headline(at) if "tag" in verb.frame or at.i else None) or _NOBODY
        if verb.subjects:
            return _NOBODY
        content = self._statements.right(unit, at.i, at.end, verb)
        if words[start - 1] == "that":
            sent = self._participles.sent(replace(at, start=start - 1, subject=None), content)
            if sent is not None:
                return sent
        a_noun = verb.noun and start == at.i and "base" in verb.forms  # that claim
        if start > 1 and words[start - 1] in ("who", "that") and not a_noun:
            content = self._statements.within_relative(unit, content)
            return at.found((start - 1, start), content, "that-says") if content else _NOTHING
        if not (words[start - 1] in ("and", "but") or self._listed(at)):
            return _NOBODY
        subject = (
            at.subject
            or clause_subjects.opening(unit, start, self._forms.past)
            or clause_subjects.opening(unit, start, self._forms.finite)
        )
        bare = verb.forms == {"base"} and start == at.i
        if subject is None or (bare and not (plural(unit, *subject) and words[at.end : at.end + 1] == ["that"])):
            return _NOBODY
        if thing(at, subject, self._forms):
            return No("thing")
        return at.found(subject, content, "and-says") if content else _NOTHING

    def _listed(self, at: At) -> bool:
        """“She sued the bank, called it mad and left”: behind a comma a verb that cannot be a participle there."""
        words, start = at.unit.words, at.start
        if words[start - 1] != ",":
            return False
        return words[start] == "then" or (
            "past" in at.verb.forms and not OBJECTS.isdisjoint(words[at.end : at.end + 1])
        )

    def _headline(self, at: At) -> Found | None:
        """“Hale slams bank, vows to sue”; “Says bank lied”, where the headline leaves out who."""
        unit, i = at.unit, at.i
        if not AUXILIARY.isdisjoint(unit.words[at.end : at.end + 1]):  # “Fears are growing”
            return None
        content = self._statements.right(unit, i, at.end, at.verb)
        who = (at.subject or clause_subjects.opening(unit, i, self._forms.finite)) if i else None
        return at.found(who, content, "headline") if content and (who or not i) else None

    def _said_by(self, at: At, who: Range) -> Found | None:
        """Behind its subject: what is said stands before it (a tag), behind it, or is a relative's antecedent."""
        unit, words, verb, end = at.unit, at.unit.words, at.verb, at.end
        tag = "tag" in verb.frame
        if tag:
            who = self._apposed_tag(unit, who)
        if words[who[0] - 1] == "as" and verb.kind != "belief" and words[end : end + 2] != [":", QUOTE]:
            told = self._tags.as_told(at, who)
            if told is not None:
                return told
        heard = hearer_end(unit, end) if verb.hearer else end
        its_own = "object" in verb.frame and words[who[0] - 1] == ","
        if its_own and not POSSESSIVE.isdisjoint(words[heard : heard + 1]):
            tag = False  # she was a “helper”, Hale had admitted his guilt
        if tag and who[0] and self._statements.tagged(unit, who, heard, verb.hearer):
            found = self._tags.after_statement(at, who, heard)
            if found is not None:
                return found if heard == end else replace(found, cue=(at.start, end))
        if tag and announces(unit, end) and (words[end] == ":" or verb.kind in SPOKEN):  # the next paragraph says it
            cue = (at.start, end + (words[end] == ":"))
            return Found(who, cue, (), verb.kind, "says-this", verb.lemma)
        content = self._statements.right(unit, at.i, end, verb)
        if not content:
            return self._around(at, who)
        if words[who[1] - 1] == "who":
            content = self._statements.within_relative(unit, content)
        if words[who[1] - 1] == "who" and who[1] - who[0] > 1:  # it was Hale who said
            who = who[0], who[1] - 1
        return at.found(who, self._within(at, who, content), "says") if content else None

    def _apposed_tag(self, unit: Unit, who: Range) -> Range:
        """“Q,” Ida Hale, a spokeswoman for the mill told them."""
        words = unit.words
        if who[0] > 2 and words[who[0] - 1] == ",":
            named = sources.before(unit, who[0] - 1, self._forms.finite)
            described = contents.names(unit, 1) or words[1] in DETERMINER
            if named is not None and named[0] == 1 and words[0] == QUOTE and described:
                return (1, who[1])
        return who

    def _around(self, at: At, who: Range) -> Found | None:
        """Nothing follows that the verb leads to: the statement stands before it, is its object, or its antecedent."""
        unit, words, verb, end = at.unit, at.unit.words, at.verb, at.end
        loose = "tag" in verb.frame and who[0] > 5 and words[who[0] - 1] == ","
        if loose and words[end : end + 1] not in (["and"], ["or"]):
            lead = (contents.leads(unit, who[0] - 1), who[0] - 1)
            if lead[0] < lead[1] and (verb.hearer or contents.has_finite(unit, who[0] - 1)):
                content: tuple[Range, ...] = (lead,)
                if words[who[0]] == "who":
                    content = self._statements.within_relative(unit, content)
                return at.found(who, self._within(at, who, content), "loose-tag")
        content = self._statements.objects(unit, who, end, verb)
        if content:
            return at.found(who, self._within(at, who, content), "object-of")
        if who[0] > 1 and (_of_which(words, who[0] - 1) or _disputed(words, who[0] - 1, verb)):
            return at.found(who, ((who[0] - 1, who[0]),), "which-they-say")
        return None

    def _within(self, at: At, who: Range, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """Up to where a relative clause, or one that concedes, gives the sentence back."""
        words = at.unit.words
        if who[0] and words[who[0] - 1] in ("which", "what", "whom"):
            content = self._statements.within_object_relative(at.unit, content)
        if words[0] in _CONCEDING and who[0] <= 2:
            content = self._statements.within_clause(at.unit, content)
        return content


def _reducible(at: At) -> bool:
    """“A man accused of theft”, but not “whom she accused of theft”."""
    return "participle" in at.verb.forms and at.start == at.i and at.previous not in SUBJECT


def _of_which(words: list[str], i: int) -> bool:
    """Word `i` stands for what is said: “a plan which she denounced”, “both of which he praised”."""
    return words[i] in ("which", "whom") and (words[i - 1] not in PREPOSITION or words[i - 1] == "of")


def _disputed(words: list[str], i: int, verb: Verb) -> bool:
    """“A claim that she denied”: the “that” at `i` stands for what was said, not for what follows."""
    return words[i] == "that" and words[i - 2] in ("a", "an") and verb.kind in ("doubting", "guilt-implying")
