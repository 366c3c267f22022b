"""Where the statement of a verb stands: to its right, before it, and what of it is taken up again."""

from __future__ import annotations

from hedgelint.annotate.attributions import adjuncts, contents
from hedgelint.annotate.attributions.closed import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBJECT,
    TIME,
    WH,
    is_number,
)
from hedgelint.annotate.attributions.cues import SPEECH, Forms, Verb
from hedgelint.annotate.attributions.found import Range
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verb_groups import is_adverb

_ROUGHLY = frozenset(("about", "around", "nearly", "almost", "least", "roughly", "over", "a", "$", "£", "€"))
_CIRCUMSTANCE = frozenset(("asked", "pressed", "questioned", "when", "while", "although", "though", "citing"))
_LEAD = 120  # words before a tag that are looked at for a verb
_STATED = 8
_SOMEBODY = frozenset(("he", "she", "they", "there"))
_NOT_STATED = frozenset(("and", "but", "or", "to", "for", "from", "by", "who", "which", "that", "as", "made"))
_HEARER = 5  # words of whoever is told
_SAID_WHERE = 10  # words of where and when they are told
_WHERE = frozenset(("in", "on", "at", "during", "outside", "via", "after", "before", "from"))
_MENTAL = ("belief", "hedged")


class Statements:
    """All places are word indices of the unit; a verb stands at `i` and its cue ends before `end`."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._beside_participle = forms.participles | forms.past

    def right(self, unit: Unit, i: int, end: int, verb: Verb) -> tuple[Range, ...]:
        last = unit.last()
        if end >= last:
            return ()
        word = unit.words[end]
        at = self._begins_at(unit, i, end, verb)
        if at is None:
            return ()
        again = self._forms.past if "past" in verb.forms else self._forms.finite
        if again is self._forms.past and "clause" in verb.frame and word not in (QUOTE, ":", "to"):
            again = self._forms.sayings  # said that Hale had left and took a knife
        if verb.forms == {"ing"}:  # “saying C and vowing D”, and the main clause may go on too
            again = self._beside_participle
        stop = contents.follows(unit, at, again, self._forms.participles)
        if "object" in verb.frame and word not in WH and word != QUOTE and word != "to":
            stop = min(stop, contents.object_end(unit, at))
        return ((at, stop),) if stop > at else ()

    def objects(self, unit: Unit, who: Range, end: int, verb: Verb) -> tuple[Range, ...]:
        """The object that says something only of this subject, or only with a figure behind it: a poll found Hale
        ahead, police put the crowd at 2,000."""
        if not verb.object_of and not verb.object_with:
            return ()
        stop = contents.object_end(unit, end) if end < unit.last() else end
        words = unit.words
        if stop == end or words[end] in STOP or words[end] in PREPOSITION:
            return ()
        with_it = any(_leads_on(unit, j, stop, verb) for j in range(end + 1, stop - 1))
        return ((end, stop),) if with_it or not verb.object_of.isdisjoint(words[who[0] : who[1]]) else ()

    def _begins_at(self, unit: Unit, i: int, end: int, verb: Verb) -> int | None:  # noqa: C901, PLR0911, PLR0912
        """Where the statement begins that a cue which ends at `end` leads to, by what the verb can take."""
        words = unit.words
        word = words[end]
        if word == ":" or (word == "," and words[end + 1 : end + 2] == [QUOTE]):
            return end + 1
        if word in ("that", QUOTE):
            return end
        colon = self._colon(unit, end) if "infinitive" in verb.frame else None
        if colon is not None:
            return colon
        if word in ("only", "simply", "merely", "again", "then", "there", "here") and words[end + 1 : end + 2] == [
            "that"
        ]:
            return end + 1
        if word in ("late", "early", "just", "only", "again") and not TIME.isdisjoint(words[end + 1 : end + 2]):
            return adjuncts.skip_adjunct(unit, end + 1)
        if "infinitive" in verb.frame:
            to = adjuncts.past_days(unit, end)
            if words[to : to + 1] == ["to"]:  # vowed on Monday to
                return to
        if verb.hearer and word not in WH and end == i + 1:
            return self._told(unit, end, "clause" in verb.frame)
        if word in (",", "—", "–"):
            return adjuncts.skip_aside(unit, end, "object" in verb.frame)
        if word in STOP:
            return None
        if end > i + 1:  # the verb has its particle or preposition; “put it to the clerk that”
            heard = adjuncts.skip_adjunct(unit, end) if word == "to" else None
            return end if heard is None else heard
        if "object" in verb.frame:
            if (word in AUXILIARY and "clause" not in verb.frame) or word in ("and", "or", "but"):
                return None
            if verb.twofold and word in ("a", "an") and not _called_something(unit, end):
                return None
            return self._behind(unit, end, verb) if word in PREPOSITION or word in TIME else end
        if word == "to":
            return adjuncts.skip_adjunct(unit, end)
        if "stated" in verb.frame and self._stated(unit, end):
            return end
        return self._clause_at(unit, end, verb) if verb.frame & {"clause", "that", "tag"} else None

    def _colon(self, unit: Unit, end: int) -> int | None:
        """“Urged drivers: “Stay at home””: the quotation behind whoever was told."""
        words = unit.words
        for j in range(end, min(unit.last() - 1, end + _HEARER)):
            if words[j] == ":":
                return j + 1 if words[j + 1] == QUOTE else None
            if words[j] in STOP:
                return None
        return None

    def _clause_at(self, unit: Unit, end: int, verb: Verb) -> int | None:
        words = unit.words
        word = words[end]
        counted = word in ("about", "around", "between", "at") and any(
            is_number(w.split("-")[0]) or w in ("a", "least", "most") for w in words[end + 1 : end + 2]
        )
        if word in WH or counted or (verb.lemma == "say" and word not in PREPOSITION and word not in TIME):
            return end
        if word in PREPOSITION or word in TIME or is_adverb(word):
            return self._behind(unit, end, verb)
        return end if "clause" in verb.frame and self.begins(unit, end) else None

    def _stated(self, unit: Unit, start: int) -> bool:
        """“Accepted the lock had been shut”, and no offer that was made: a subject, and its auxiliary at once."""
        if not contents.begins_clause(unit, start):
            return False
        if unit.words[start] in _SOMEBODY:
            return True
        for i in range(start + 1, min(unit.last(), start + _STATED)):
            if unit.words[i] in AUXILIARY:
                return unit.words[i] != "'s"
            if unit.words[i] in _NOT_STATED or unit.words[i] in STOP:
                return False
        return False

    def _behind(self, unit: Unit, end: int, verb: Verb) -> int | None:
        """Where the statement begins behind an adjunct at `end`; without “that” only after a verb of speech."""
        at = adjuncts.skip_adjunct(unit, end)
        if at is None and verb.frame >= SPEECH and verb.kind not in _MENTAL:
            at = adjuncts.clause_behind(unit, end, self._forms.finite)
        return at

    def begins(self, unit: Unit, i: int) -> bool:
        """A clause without “that” begins at word `i`."""
        return contents.begins_clause(unit, i) and contents.carries(unit, i, self._forms.finite)

    def states(self, unit: Unit, piece: Range) -> bool:
        """Words in lower case that hold a verb of their own: “the roof leaked badly”."""
        first, last = piece
        return not contents.names(unit, first) and any(
            word in PAST or word.endswith("ed") for word in unit.words[first + 2 : last]
        )

    def _told(self, unit: Unit, end: int, clausal: bool) -> int | None:
        """Behind whoever was told; only “that”, “to do” and a quotation, where the verb leads to no bare clause."""
        limit = min(unit.last(), end + 12)
        bare = unit.words[end] not in DETERMINER  # “told jurors the”, not “told the jury the”
        marked = next((j for j in range(end, limit) if unit.words[j : j + 2] == [":", QUOTE]), None)
        if marked is not None:
            return marked + 1
        for j in range(end, limit):
            word = unit.words[j]
            if word in ("that", QUOTE, "to", "how", "what", "why", "whether", "about"):
                return j if clausal or word in ("that", QUOTE) or (word == "to" and _does(unit, j + 1)) else None
            if word == ":":
                return j + 1
            if not clausal:
                continue
            if j > end and (word in SUBJECT or (word in ("the", "there") and (bare or j > end + 1))):
                return j
            if word in POSSESSIVE and unit.raw[j - 1][0].isupper():  # told the AP her office had
                return j
            if word in (";",):
                return None
            if j > end + 1 and self._named_clause(unit, j):
                return j
        return (
            end + 1
            if clausal and limit - end > 3 and unit.words[end] in ("him", "her", "them", "me", "us", "reporters")
            else None
        )

    def _named_clause(self, unit: Unit, i: int) -> bool:
        """“Told the court Hale had gone”: a name behind a noun in lower case, and an auxiliary behind the name."""
        raw = unit.raw
        if not raw[i][0].isupper() or not raw[i - 1].islower() or unit.words[i - 1] in DETERMINER | PREPOSITION:
            return False
        behind = next((j for j in range(i + 1, min(unit.last(), i + 5)) if not raw[j][0].isupper()), None)
        return behind is not None and unit.words[behind] in AUXILIARY

    def tagged(self, unit: Unit, who: Range, end: int, told_somebody: bool = False) -> bool:
        """The statement stands before the source and the cue."""
        words = unit.words
        before = words[who[0] - 1]
        if self._opens(unit, end):
            return False
        if before == QUOTE:
            return True
        if before != ",":
            return False
        if words[who[0] - 2] == QUOTE:
            return True
        clause = contents.has_finite(unit, who[0] - 1)
        lead = words[max(1, who[0] - _LEAD) : who[0] - 1]
        told = any(w in PAST or w.endswith("ed") for w in lead) and words[0] not in CONJUNCTION
        clause = clause or words[0] == QUOTE  # “Mad” is the word, he said
        if end >= unit.last() or words[end] == ",":
            return who[0] > 4 or clause or told or end < unit.last()
        if told_somebody and self._only_hearer(unit, end):
            return (clause or told or who[0] > 3) and words[0] not in PREPOSITION
        if words[end] not in PREPOSITION | TIME or adjuncts.skip_adjunct(unit, end) is not None:
            return False
        at_least = words[1] in ("least", "most")
        return who[0] > 6 or ((clause or told) and (at_least or words[0] not in PREPOSITION))

    def _only_hearer(self, unit: Unit, start: int) -> bool:
        """Nothing but whom it was told to follows, and where or when: “…, Hale told reporters in Carrow on Sunday.”"""
        words, last = unit.words, unit.last()
        where = next((j for j in range(start + 1, last) if words[j] in _WHERE or words[j] in TIME), last)
        if where - start > _HEARER or last - where > _SAID_WHERE:
            return False
        if any(word in AUXILIARY or word in WH or word in STOP or word in SUBJECT for word in words[start:last]):
            return False
        return PREPOSITION.isdisjoint(words[start:where]) and not any(
            unit.raw[j].islower() and (words[j] in self._forms.past or words[j] in PAST) for j in range(start, last)
        )

    def _opens(self, unit: Unit, end: int) -> bool:
        """“Asked about the “mad” lock, Hale said it”, “In Carrow, she said, “Q””: what stands first is no statement,
        and one follows the cue that ends at `end`."""
        words, first = unit.words, unit.words[0]
        if first not in PREPOSITION and not first.endswith("ing") and first not in _CIRCUMSTANCE:
            return False
        if words[end : end + 2] in ([",", QUOTE], [":", QUOTE]):
            return True
        return self.begins(unit, end)

    def inverted(self, unit: Unit, start: int, end: int, who: Range) -> bool:
        """“…, said a spokesman for the mill”, with the clause before it and no statement after."""
        if "who" not in unit.words[end : who[1]] and self.states(unit, who):
            return False
        after = unit.words[who[1]] if who[1] < unit.last() else ","
        if after != "," and after not in PREPOSITION and after not in TIME and after not in ("when", "while"):
            return False
        behind = unit.raw[who[0] + 1 : who[0] + 2]  # nothing, where a text breaks off
        the = unit.words[who[0]] == "the" and any(word[0].isupper() for word in behind)  # says the AA
        return the or contents.names(unit, who[0]) or contents.has_finite(unit, start - 1)

    def within_relative(self, unit: Unit, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """What somebody “who said C, did D” said ends where the sentence takes up its own verb."""
        for first, last in content:
            for j in range(first + 1, last - 1):
                behind = unit.words[j + 1]
                if unit.words[j] == "," and (behind in self._forms.finite or behind in AUXILIARY or behind in PAST):
                    return ((first, j),)
        return content

    def within_clause(self, unit: Unit, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """“Although Hale said C, D”: up to the comma behind which the main clause begins."""
        words, (first, last) = unit.words, content[0]
        for j in range(first + 1, last - 1):
            behind = words[j + 1]
            if words[j] in (",", QUOTE) and (behind in SUBJECT or behind in DETERMINER or unit.raw[j + 1][0].isupper()):
                return ((first, j + (words[j] == QUOTE)),)
        return content

    def within_object_relative(self, unit: Unit, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """“The lock, which he calls mad, is shut”, “what he calls “mad” was right”: up to the comma, or to the verb
        behind the quotation."""
        words, (first, last) = unit.words, content[0]
        for j in range(first + 1, last):
            if words[j] == "," or (words[j - 1] == QUOTE and words[j] in AUXILIARY):
                return ((first, j),)
        return content

    def resumed(self, unit: Unit, i: int, *, quoted: bool = False) -> tuple[Range, ...]:
        """A statement taken up again after the tag: “Q,” S said, “Q”. Behind words that were `quoted` no adjunct takes
        it up: “Q,” says S, from her kitchen."""
        words, last = unit.words, unit.last()
        if i + 1 < last and words[i] == "," and words[i + 1] != QUOTE:
            taken_up = self._goes_on(unit, i + 1) and not (quoted and words[i + 1] in PREPOSITION)
            return ((i + 1, last),) if taken_up else ()
        mark = next((j for j in range(i, min(last, i + 12)) if words[j] == QUOTE), None)
        return ((mark, last),) if mark is not None and (mark == i or words[mark - 1] in (",", ":", ";")) else ()

    def _goes_on(self, unit: Unit, i: int) -> bool:
        """A paraphrase taken up again after the tag, and not a remark of the reporter's about the speaker."""
        word = unit.words[i]
        if word in AUXILIARY or (word == "when" and unit.words[i + 1 : i + 2] == ["there"]):
            return True  # the bill, she said, had no chance
        if word in (
            "who",
            "whose",
            "which",
            "but",
            "and",
            "when",
            "after",
            "as",
            "while",
            "though",
            "although",
            "before",
            "in",
        ):
            return False
        if word in POSSESSIVE and any(w.endswith("ing") for w in unit.words[i + 1 : i + 4]):
            return False  # “she says, her voice breaking”
        return not (word.endswith("ing") or word in self._forms.finite)


def _does(unit: Unit, i: int) -> bool:
    """An infinitive stands at word `i`, behind “to”."""
    return i < unit.last() and unit.raw[i].islower() and unit.words[i] not in DETERMINER


def _leads_on(unit: Unit, i: int, stop: int, verb: Verb) -> bool:
    """Word `i` of an object, and what is behind it: a figure after “at”, an infinitive after “to” where the list has
    “to do”, anything after another of the list's words."""
    words = unit.words
    if words[i] == "to" and "to do" in verb.object_with:
        return unit.raw[i + 1].islower() and words[i + 1] not in DETERMINER
    if words[i] not in verb.object_with:
        return False
    figure = i + 1
    while figure + 1 < stop and words[figure] in _ROUGHLY:
        figure += 1
    return words[i] != "at" or is_number(words[figure])


def _called_something(unit: Unit, start: int) -> bool:
    """Behind “a man”: “a liar”, or words in marks."""
    stop = contents.object_end(unit, start)
    return any(unit.words[j] in DETERMINER or unit.words[j] == QUOTE for j in range(start + 2, stop))
