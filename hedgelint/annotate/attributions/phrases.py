"""Shapes that need no verb of saying: nouns, adjectives, adverbs, according to, a name and a colon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hedgelint.annotate.attributions import clause_subjects, contents, sources
from hedgelint.annotate.attributions.appositions import described_until
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    BE,
    DEGREE,
    DETERMINER,
    LINKING,
    PREPOSITION,
    PRONOUN,
    STOP,
    WH,
)
from hedgelint.annotate.attributions.cues import Forms, Noun, Phrase, Verb
from hedgelint.annotate.attributions.found import Found, No, Range
from hedgelint.annotate.attributions.noun_phrases import RELATIVE, is_person_noun
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import verb_group
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

_NO_NOUN = No("leads-to-nothing")  # neither “that” nor a preposition of its own behind it
_STIRS = frozenset(("growing", "mounting", "rising", "raised", "voiced", "expressed", "swirling"))
_HEAD = 5  # words before a noun in a phrase that opens its sentence
_SIMPLE = 7  # words of “the lesson is simple”
_LEADING = 4  # words from a verb of no saying to its colon: “was not so sure:”
_OVER_TO = (["over", "to"], ["back", "to"])
_ASKED = frozenset(("asked", "pressed", "questioned", "challenged", "quizzed"))
_AND_THIS = frozenset(("and", "but", "this", "then", "now", "so"))  # before “from Rosa Bell:”
_CREDIT = 5  # words of the name behind a dash
_CREDIT_LINE = 16
_PARTICLES = frozenset(("of", "the", "de", "van", "von", "der", "du", "la", "al", "bin", "."))


_CLOCK = pattern_of(r"\d{1,2}[:.]\d\d(?:[ap]m)?|\d{1,2}[ap]m")


class PhraseShapes:
    def __init__(self, forms: Forms, fixed: Mapping[str, Sequence[Phrase]]) -> None:
        self._forms = forms
        self._fixed = fixed

    def fixed(self, unit: Unit, i: int) -> Found | None:
        for phrase in self._fixed[unit.words[i]]:
            end = i + len(phrase.words)
            if tuple(unit.words[i:end]) == phrase.words and not (phrase.opens and i and unit.words[i - 1] != ","):
                lemma = " ".join(phrase.words)
                if phrase.shape == "adverb":
                    return self.adverb(unit, i, lemma)
                if phrase.shape == "survey":
                    return self.survey(unit, i, lemma)
                if phrase.shape == "state" and (state := self.state(unit, i, end, lemma)):
                    return state
                if phrase.shape == "preposition":
                    found = self.preposition(unit, i, end, lemma)
                    if found is None or not phrase.heads or _headed(unit, found, phrase.heads):
                        return found
        return None

    def state(self, unit: Unit, i: int, end: int, lemma: str) -> Found | None:
        """“Hale is of the view that C”, “they were in no doubt that C”."""
        words = unit.words
        if end + 1 >= unit.last() or words[end] != "that":
            return None
        start = verb_group(unit, i)
        who = sources.before(unit, start, self._forms.finite) if BE.intersection(words[start:i]) else None
        if who is None or words[who[0]] == "it":
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(who, (start, end), ((end, stop),), "belief", "is-of-the-view", lemma)

    def survey(self, unit: Unit, i: int, lemma: str) -> Found | None:
        """“In a poll by Marlow Research, half of the voters …”."""
        words = unit.words
        at = i - 1
        while at >= 0 and i - at < 9 and words[at] != "in":
            if words[at] in STOP or words[at] in AUXILIARY or words[at] in self._forms.finite:
                return None
            at -= 1
        if at not in (0, 1) or words[at] != "in":
            return None
        found = self.preposition(unit, at, at + 1, lemma)
        return replace(found, shape="in-a-poll") if found is not None else None

    def preposition(self, unit: Unit, i: int, end: int, lemma: str) -> Found | None:
        """“According to S, C” and “C, according to S”."""
        who = sources.after(unit, end, self._forms.finite, i > 1)
        if who is None:
            return None
        if i <= 1 and unit.words[0] != QUOTE:
            at = contents.past_relative(unit, who[1])
            if at == who[1] and (closed := described_until(unit, at)):
                who, at = (who[0], closed), closed
            content: tuple[Range, ...] = ()
            if at + 1 < unit.last() and unit.words[at] in (",", ":"):
                content = ((at + 1, unit.last()),)
            return Found(who, (i, end), content, "neutral", "according-to-first", lemma)
        at = i - 1 if unit.words[i - 1] == "," else i
        lead = (contents.leads(unit, at), at)
        rest = (who[1] + (unit.words[who[1] : who[1] + 1] == [","]), unit.last())
        goes_on = unit.words[i - 1] in (",", QUOTE) and (
            unit.words[rest[0] : rest[0] + 1] == [QUOTE]
            or (unit.words[i - 1] == "," and who[1] < rest[0] < rest[1] and unit.words[rest[0]] not in RELATIVE)
        )
        pieces = (lead, rest) if goes_on else (lead,)
        return Found(who, (i, end), pieces if lead[0] < at else (), "neutral", "according-to", lemma)

    def noun(self, unit: Unit, i: int, noun: Noun) -> Found | No:
        """“Her claim that C”, “claims by S that C”, “in her view, C”, “amid claims that C”."""
        words = unit.words
        if i + 2 >= unit.last():
            return _NO_NOUN
        after = words[i + 1]
        start, owner = self._owner(unit, i)
        if noun.is_that and after != "of" and not (after in BE and words[i + 2] == "that"):
            return _NO_NOUN
        if after == "," and owner is not None and start > 1 and words[start - 2] == "in":
            found = self._in_her_view(unit, i, start, owner, noun)
            if found is not None:
                return found
        theirs = self._of_them(unit, i, noun) if owner is None else None
        if theirs is not None or (noun.is_that and after == "of"):
            return theirs or _NO_NOUN
        is_that = owner is not None and after in BE and words[i + 2] == "that"  # Hale's view is that C
        if noun.ownerless and after in BE and not is_that:
            return self._growing(unit, i, noun) or _NO_NOUN
        if after in noun.joins or is_that:
            end = i + 2
        elif after in ("that", "to"):
            end = i + 1
        else:
            return _NO_NOUN
        if owner is None:
            if after != "that" and not (noun.ownerless and after in noun.joins):
                return No("nobodys-noun")
            start = i
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        if words[0] in PREPOSITION and i < _HEAD:  # “amid claims that C, D”
            stop = next((j for j in range(end, stop) if words[j] == ","), stop)
        shape = "nobodys-claim-that" if owner is None else "their-view-is" if is_that else "their-claim-that"
        return Found(owner, (start, end), ((end, stop),), noun.kind, shape, noun.lemma) if stop > end else _NO_NOUN

    def _of_them(self, unit: Unit, i: int, noun: Noun) -> Found | No | None:
        """Whose it is stands behind the noun at `i`: “claims by S that C”, “the advice of S is that C”."""
        if unit.words[i + 1] == "by":
            return self._claims_by(unit, i, noun) or _NO_NOUN
        return self._view_of(unit, i, noun) if unit.words[i + 1] == "of" else None

    def _owner(self, unit: Unit, i: int) -> tuple[int, Range | None]:
        """Where the noun phrase at `i` begins, and whose it is: “Hale's long-held belief”, “their fear”."""
        words, start = unit.words, i
        while (
            start
            and i - start < 3
            and words[start - 1] not in STOP
            and not (
                words[start - 1].endswith(("'s", "s'"))
                or words[start - 1] in ("his", "her", "their", "its", "the", "a")
            )
        ):
            start -= 1
        if start and (words[start - 1].endswith(("'s", "s'")) and len(words[start - 1]) > 3):
            return start, sources.before(unit, start, self._forms.finite)
        if start and words[start - 1] in ("his", "her", "their"):
            return start, (start - 1, start)
        return start, None

    def _in_her_view(self, unit: Unit, i: int, start: int, owner: Range, noun: Noun) -> Found | None:
        """“In her view, C”; “the plan was, in her view, flawed”."""
        words = unit.words
        if start == 2:
            content: tuple[Range, ...] = ((i + 2, unit.last()),)
            return Found(owner, (i, i + 1), content, noun.kind, "in-their-view-first", noun.lemma)
        if words[start - 3] != "," or noun.kind != "belief":
            return None
        lead = (contents.leads(unit, start - 3), start - 3)
        return Found(owner, (i, i + 1), (lead, (i + 2, unit.last())), noun.kind, "in-their-view", noun.lemma)

    def _claims_by(self, unit: Unit, i: int, noun: Noun) -> Found | None:
        """“Claims by the port that C”."""
        who = sources.after(unit, i + 2, self._forms.finite, False)
        if who is None:
            return None
        that = next((j for j in range(who[0], min(who[1], who[0] + 9)) if unit.words[j] == "that"), None)
        if that is None:
            return None
        stop = contents.follows(unit, that, self._forms.past, self._forms.participles)
        return Found((who[0], that), (i, i + 1), ((that, stop),), noun.kind, "claims-by", noun.lemma)

    def _view_of(self, unit: Unit, i: int, noun: Noun) -> Found | None:
        """“The advice of officers is that C”."""
        words = unit.words
        who = sources.after(unit, i + 2, self._forms.finite, False) if i and words[i - 1] == "the" else None
        if who is None or words[who[1]] not in BE or words[who[1] + 1 : who[1] + 2] != ["that"]:
            return None
        that = who[1] + 1
        stop = contents.follows(unit, that, self._forms.past, self._forms.participles)
        return Found(who, (i, i + 1), ((that, stop),), noun.kind, "view-of-them-is", noun.lemma)

    def _growing(self, unit: Unit, i: int, noun: Noun) -> Found | None:
        """“Fears are growing that C”, “doubts have been raised about C”: whose they are is left out."""
        words = unit.words
        j = i + 1
        while j < unit.last() and words[j] in AUXILIARY:
            j += 1
        if j + 2 >= unit.last() or words[j] not in _STIRS or words[j + 1] not in {"that", "over", "about", *noun.joins}:
            return None
        end = j + 1 if words[j + 1] == "that" else j + 2
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(None, (i, end), ((end, stop),), noun.kind, "fears-are-growing", noun.lemma) if stop > end else None

    def adverb(self, unit: Unit, i: int, lemma: str) -> Found | None:
        """“Hale allegedly took C”."""
        who = sources.before(unit, verb_group(unit, i), self._forms.finite)
        start = who[0] if who is not None else 0
        pieces: list[Range] = []
        if start < i:
            pieces.append((start, i))
        stop = contents.follows(unit, i, self._forms.past, self._forms.participles)
        if i + 1 < stop:
            pieces.append((i + 1, stop))
        return Found(None, (i, i + 1), tuple(pieces), "hedged", "allegedly", lemma) if pieces else None

    def colon(self, unit: Unit, i: int) -> Found | None:
        """S: “Q”, with nothing but a name before the colon."""
        if i + 1 == len(unit.words):
            return self._introduced(unit, i)  # the next paragraph says it
        if i + 1 > len(unit.words) or (i == 1 and len(unit.words[0]) < 3):
            return None
        if unit.words[i + 1] != QUOTE and (
            i > 4 or not (unit.part == 0 or all(word.isupper() for word in unit.raw[:i]))
        ):
            return None  # without marks, only in a headline and after the label of a transcript (HALE: …)
        label = tuple(unit.words[:i])
        if any(
            phrase.shape == "label" and label[-len(phrase.words) :] == phrase.words
            for word in label
            for phrase in self._fixed.get(word, ())
        ):
            return None
        if unit.last() <= i + 1:
            return None
        first = int(i > 1 and unit.raw[0][0].isdigit() and _CLOCK.fullmatch(unit.raw[0]) is not None)  # 14:32 Ida Hale:
        if not all(r[0].isupper() or r in ("of", "the", ".", "for") for r in unit.raw[first:i]):
            return self._introduced(unit, i)
        return Found((first, i), (i, i + 1), ((i + 1, unit.last()),), "neutral", "name-colon", ":")

    def _introduced(self, unit: Unit, i: int) -> Found | None:
        """“Ida Hale, 54, who farms there: Q”, “Ida Hale (Lab, Carrow): Q”: a name, and who that is."""
        words, raw = unit.words, unit.raw
        named = next((j for j in range(i) if not raw[j][0].isupper()), i)
        if (
            named < 2
            or words[0] in self._forms.finite
            or words[named] not in (",", "(")
            or (words[named] == "(" and words[i - 1] != ")")
        ):
            return None
        verbs = [word for word in words[named:i] if word in AUXILIARY or word in self._forms.finite]
        if verbs and "who" not in words[named:i]:
            return None
        content = ((i + 1, unit.last()),) if i + 1 < unit.last() else ()
        return Found((0, i), (i, i + 1), content, "neutral", "introduced-colon", ":")

    def from_them(self, unit: Unit, i: int) -> Found | None:
        """“And from the council's leader, Rosa Bell:”, “Over to Rosa Bell:”, with the words behind it or in the next
        paragraph."""
        words = unit.words
        over = next((j for j in range(1, min(i, 4)) if words[j - 1 : j + 1] in _OVER_TO), None)
        at = next((j for j in range(min(i, 3)) if words[j] == "from"), None) if over is None else over
        here = words[i + 1 : i + 2] == [QUOTE]
        if at is None or i - at < 2 or not (here or i + 1 == len(words)):
            return None
        if not all(word in _AND_THIS for word in words[: at - (over is not None)]):
            return None
        if not AUXILIARY.isdisjoint(words[:i]) or (
            here and words[at + 1] != "the" and not unit.raw[at + 1][0].isupper()
        ):
            return None
        content = ((i + 1, unit.last()),) if here else ()
        return Found((at + 1, i), (i, i + 1), content, "neutral", "from-them", ":")

    def leads_up(self, unit: Unit, i: int) -> Found | None:
        """“She shrugged: Q”, “As S put it: Q”: any verb of a person before a colon and a quotation."""
        words = unit.words
        if words[i + 1 : i + 2] != [QUOTE]:
            return None
        if words[0] in ("his", "her", "their") and 1 < i <= _LEADING + 1:  # “Her answer: Q”, “his message was clear: Q”
            return Found((0, 1), (1, i + 1), ((i + 1, unit.last()),), "neutral", "her-answer-colon")
        if words[0] in ("for", "to") and (theirs := _to_whom(unit, i)):  # “For Hale, the lesson is simple: Q”
            return Found((1, theirs), (theirs, i + 1), ((i + 1, unit.last()),), "neutral", "for-her-colon")
        first = int(words[0] == "as")
        who = clause_subjects.opening(unit, i, self._forms.past, first)
        if words[0] in _ASKED:  # asked if it leaked, Hale was blunt: Q
            who = clause_subjects.main_clause(unit, 1, self._forms.past)
        if who is None or not first <= who[0] < who[1] < i or i - who[1] > _LEADING:
            return None
        named = unit.raw[who[0]][0].isupper() and words[who[0]] not in DETERMINER
        person = words[who[0]] in ("he", "she", "they", "i") or (named and words[who[0]] not in PRONOUN)
        person = person or (words[who[1]] in BE and is_person_noun(words[who[1] - 1]))  # the minister was blunt
        return Found(who, (who[1], i + 1), ((i + 1, unit.last()),), "neutral", "shrugged-colon") if person else None

    def credit(self, unit: Unit, i: int) -> Found | None:
        """“Q” — S, and S on a line of its own behind the dash; the quotation before it is for the carrier to find."""
        last = unit.last()
        end = next((j for j in range(i + 1, last) if unit.words[j] == ","), last)
        if not 0 < end - i - 1 <= _CREDIT or last - i > _CREDIT_LINE or any(w in AUXILIARY for w in unit.words[i:last]):
            return None
        if not unit.raw[i + 1][0].isupper() or not all(
            r[0].isupper() or r in _PARTICLES for r in unit.raw[i + 1 : end]
        ):
            return None
        return Found((i + 1, last), (i, i + 1), ((0, i),) if i else (), "neutral", "credit-line")

    def adjective(self, unit: Unit, i: int, adjective: Verb) -> Found | None:
        words, degree = unit.words, i
        while degree and words[degree - 1] in DEGREE:
            degree -= 1
        linked = degree and words[degree - 1] in LINKING
        start = verb_group(unit, degree - 1 if linked else degree)
        if not (linked or any(word in BE for word in words[start:i])) or i + 1 >= unit.last():
            return None
        end = i + 2 if (words[i + 1],) in adjective.joins else i + 1
        after = words[i + 1]
        if "impersonal" in adjective.forms:
            if start == 0 or words[start - 1] != "it" or after not in WH:
                return None
            stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
            return Found(None, (start - 1, end), ((end, stop),), adjective.kind, "it-is-unclear", adjective.lemma)
        fits = (after == "to" and "infinitive" in adjective.frame) or (
            after in ("that", QUOTE) and "clause" in adjective.frame
        )
        if end == i + 1 and not fits and not ("clause" in adjective.frame and contents.begins_clause(unit, end)):
            return None
        who = sources.before(unit, start, self._forms.finite)
        if who is None and start > 1 and words[start - 1] == "who":
            who = (start - 1, start)
        if who is None or words[who[0]] == "it" or end >= unit.last():
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(who, (start, end), ((end, stop),), adjective.kind, "is-confident", adjective.lemma)


def _headed(unit: Unit, found: Found, heads: frozenset[str]) -> bool:
    """“Under Carrow law, C”, “By his own count, C”: the last word of the source is one of these, and C follows."""
    last = found.source[1] if found.source is not None else 0
    return bool(found.content) and unit.words[last - 1] in heads and found.content[0][0] > last


def _to_whom(unit: Unit, i: int) -> int | None:
    """Where the name behind the “for” or “to” of the first word ends, if it is simple to whoever bears it."""
    words, raw = unit.words, unit.raw
    end = next((j for j in range(1, i) if not raw[j][0].isupper()), i)
    at = end + (words[end : end + 1] == [","])
    if end < 2 or words[at : at + 1] == [] or words[at] not in ("the", "it", "this", "that"):
        return None
    return end if i - at <= _SIMPLE and not BE.isdisjoint(words[at:i]) else None
