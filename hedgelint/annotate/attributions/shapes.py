"""The shapes in which a sentence says who says so."""

from __future__ import annotations

from dataclasses import replace

from hedgelint.annotate.attributions import contents, cues, sources
from hedgelint.annotate.attributions.closed import AUXILIARY, BE, CONTINUED, PREPOSITION, STOP, SUBJECT, TIME, WH
from hedgelint.annotate.attributions.cues import Verb
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.phrases import PhraseShapes
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.lexicon import Lexicons

# Any verb that stands where only speech can: “Never!” she thundered; Hale interjected: “Never!”
_SHOUT = Verb("", "neutral", frozenset(("clause", "tag")), frozenset(), frozenset(("past",)))


# What may stand before “saying” in the sense of speech.
_BEFORE_ING = frozenset(("by", "after", "before", "while", "in", "when", "not", "despite"))
_SPEECH = frozenset(("neutral", "doubting", "emotive"))


class Shapes:
    """Reads one unit at a time; holds the cue tables only. `cues` are the words at which a shape may begin."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._verbs = cues.verbs(lexicons)
        self._nouns = cues.nouns(lexicons)
        self._adjectives = cues.adjectives(lexicons)
        self._fixed = cues.phrases(lexicons)
        self._forms = cues.Forms.of(self._verbs)
        self._phrases = PhraseShapes(self._forms, self._fixed)
        self.cues = frozenset((*self._verbs, *self._nouns, *self._adjectives, *self._fixed, ":"))

    @property
    def speaks(self) -> frozenset[str]:
        """Verbs that may stand after a quotation."""
        return self._forms.tags

    def read(self, unit: Unit) -> list[Found]:
        out: list[Found] = []
        telling: set[Range] = set()
        subject: Range | None = None
        for i, word in enumerate(unit.words):
            found: Found | None = None
            if out and i < out[-1].cue[1] and i > out[-1].cue[0]:
                continue
            if word in self._verbs or (unit.quotes and self._shouts(unit, i)):
                found = self._verb(unit, i, self._verbs.get(word) or _SHOUT, subject)
                if found is None and word in self._nouns:
                    found = self._phrases.noun(unit, i, self._nouns[word])
            elif word in self._adjectives:
                found = self._phrases.adjective(unit, i, self._adjectives[word])
            elif word in self._nouns:
                found = self._phrases.noun(unit, i, self._nouns[word])
            elif word in self._fixed:
                found = self._phrases.fixed(unit, i)
            elif word == ":" and 0 < i < 12:
                found = self._phrases.colon(unit, i)
            if found is not None:
                if found.source is not None and found.content and found.content[0][1] <= found.source[0]:
                    edge = found.content[0][1]
                    out[-4:] = [_trimmed(each, edge) for each in out[-4:]]
                out.append(found)
                verb = self._verbs.get(word)
                if verb is not None and verb.kind in _SPEECH and "clause" in verb.frame:
                    telling.add(found.cue)
                if found.source is not None:
                    subject = found.source
        return [found for found in out if found.cue in telling or not _told_by_another(found, out)]

    def _verb(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | None:
        words = unit.words
        if verb.kind == "hedged":
            return self._impression(unit, i, verb)
        end = self._cue_end(unit, i, verb)
        if end is None:
            return None
        previous = words[i - 1] if i else ""
        if previous == "to" and "base" in verb.forms:
            return self._went_on(unit, i, end, verb)
        if verb.kind == "belief" and previous in ("i", "you", "we", "that", "which"):
            return None
        if previous in ("the", "a", "an", "of", "his", "her", "their", "its", "this", "that's", "'s"):
            return None
        if previous in BE and "s" in verb.forms:
            return None
        if previous.endswith(("'s", "s'")) and previous[:-2] not in SUBJECT and "ing" not in verb.forms:
            return None
        start = sources.verb_group(unit, i)
        passive = "participle" in verb.forms and any(w in BE and w != "'s" for w in words[start:i])
        if passive:
            return self._passive(unit, start, i, end, verb)
        if "ing" in verb.forms and not any(w in BE for w in words[start:i]):
            content = self._right(unit, i, end, verb)
            if not content or (previous in PREPOSITION and previous not in _BEFORE_ING):
                return None
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
            return Found(who, (start, self._colon_end(unit, end)), content, verb.kind)
        tag = "tag" in verb.frame
        if tag and start and words[start - 1] in (QUOTE, ",") and start == i and "base" not in verb.forms:
            quoted = words[start - 1] == QUOTE or (start > 1 and words[start - 2] == QUOTE)
            bare = verb.lemma == "say" and start > 4 and end < unit.last() and not quoted
            who = sources.after(unit, end, self._forms.finite) if quoted or bare else None
            if who is not None and bare and not self._inverted(unit, start, who):
                who = None
            if who is not None and words[end] not in ("that", "in", "on", "to", "it"):
                at = start if words[start - 1] == QUOTE else start - 1
                lead = (contents.leads(unit, at), at)
                return Found(who, (start, end), (lead, *self._resumed(unit, who[1])), verb.kind)
        if verb.lemma == "ask" and "participle" in verb.forms and previous in ("", "when", "if", ","):
            return self._asked(unit, i)
        who = sources.before(unit, start, self._forms.finite)
        second = start and (words[start - 1] in ("and", "but") or (words[start - 1] == "," and words[start] == "then"))
        if who is None and subject is None and second:
            subject = sources.opening(unit, start, self._forms.past)
        if who is None:
            if start and words[start - 1] in ("who", "that") and start > 1:
                who = (start - 1, start)
                content = self._within_relative(unit, self._right(unit, i, end, verb))
                return Found(who, (start, self._colon_end(unit, end)), content, verb.kind) if content else None
            if subject is not None and second and not ("base" in verb.forms and start == i and verb.forms == {"base"}):
                content = self._right(unit, i, end, verb)
                return Found(subject, (start, end), content, verb.kind) if content else None
            return None
        if who[0] and words[who[0] - 1] == "as" and verb.kind != "belief":
            told = self._as_told(unit, who, start, end, verb.kind)
            if told is not None:
                return told
        if tag and who[0] and self._tagged(unit, who, end):
            at = who[0] - (1 if words[who[0] - 1] == "," else 0)
            lead = (contents.leads(unit, at), at)
            if lead[0] < lead[1]:
                resumed = self._resumed(unit, end)
                stop = end
                if not resumed and end < unit.last() and words[end] in ("in", "during", "at", "via"):
                    last = unit.last()
                    if last - end <= 4 and words[end] == "in":
                        stop = last
                return Found(who, (start, stop), (lead, *resumed), verb.kind)
        content = self._right(unit, i, end, verb)
        if (
            not content
            and tag
            and who[0] > 5
            and words[who[0] - 1] == ","
            and (verb.hearer or contents.has_finite(unit, who[0] - 1))
        ):
            content = ((contents.leads(unit, who[0] - 1), who[0] - 1),)
        if words[who[0]] == "who":
            content = self._within_relative(unit, content)
        return Found(who, (start, self._colon_end(unit, end)), content, verb.kind) if content else None

    def _went_on(self, unit: Unit, i: int, end: int, verb: Verb) -> Found | None:
        """“She went on to say”, “he continued to deny”."""
        words = unit.words
        first = i - 2 if i > 2 and words[i - 2] in CONTINUED else i - 3
        if first < 1 or (
            words[first] not in CONTINUED and words[first : i - 1] not in (["went", "on"], ["goes", "on"])
        ):
            return None
        start = sources.verb_group(unit, first)
        who = sources.before(unit, start, self._forms.finite)
        content = self._right(unit, i, end, verb)
        return Found(who, (start, end), content, verb.kind) if who is not None and content else None

    def _inverted(self, unit: Unit, start: int, who: Range) -> bool:
        """“…, said a spokesman for the mill”, with the clause before it and no statement after."""
        after = unit.words[who[1]] if who[1] < unit.last() else ","
        if after != "," and after not in PREPOSITION and after not in TIME:
            return False
        return contents.names(unit, who[0]) or contents.has_finite(unit, start - 1)

    def _within_relative(self, unit: Unit, content: tuple[Range, ...]) -> tuple[Range, ...]:
        """What somebody “who said C, did D” said ends where the sentence takes up its own verb."""
        for first, last in content:
            for j in range(first + 1, last - 1):
                if unit.words[j] == "," and (unit.words[j + 1] in self._forms.finite or unit.words[j + 1] in AUXILIARY):
                    return ((first, j),)
        return content

    def _shouts(self, unit: Unit, i: int) -> bool:
        """A verb by its form alone, beside a quotation with nothing but a name between them."""
        words, raw = unit.words, unit.raw
        if not (words[i].endswith("ed") and raw[i].islower() and len(words[i]) > 4):
            return False
        if words[i + 1 : i + 3] == [":", QUOTE]:
            return True
        if i and words[i - 1] == QUOTE:
            return i + 1 < unit.last() and (contents.names(unit, i + 1) or words[i + 1] == "the")
        j = i - 1
        while j >= 0 and i - j < 5 and (raw[j][0].isupper() or words[j] in SUBJECT):
            j -= 1
        return 0 <= j < i - 1 and words[j] == QUOTE

    def _as_told(self, unit: Unit, who: Range, start: int, end: int, kind: str) -> Found | None:
        """“As S V, C” and “C, as S V”."""
        words, at = unit.words, who[0] - 1
        if at == 0:
            for j in range(end, min(unit.last() - 1, end + 8)):
                if words[j] == ",":
                    return Found(who, (start, end), ((j + 1, unit.last()),), kind)
            return None
        if words[at - 1] != ",":
            return None
        lead = (contents.leads(unit, at - 1), at - 1)
        return Found(who, (start, end), (lead,), kind) if lead[0] < lead[1] else None

    def _colon_end(self, unit: Unit, end: int) -> int:
        """A colon before the statement belongs to the cue."""
        return end + 1 if unit.words[end : end + 1] == [":"] else end

    def _cue_end(self, unit: Unit, i: int, verb: Verb) -> int | None:
        words = unit.words
        if verb.joins:
            for end in (i + 4, i + 3, i + 2):
                if tuple(words[i + 1 : end]) in verb.joins:
                    return end
        return i + 1 if verb.frame else None

    def _tagged(self, unit: Unit, who: Range, end: int) -> bool:
        """The statement stands before the source and the cue."""
        words = unit.words
        before = words[who[0] - 1]
        if before == QUOTE:
            return True
        if before != ",":
            return False
        if words[who[0] - 2] == QUOTE:
            return True
        if words[end : end + 2] == [",", QUOTE] and words[0] in PREPOSITION:
            return False
        clause = contents.has_finite(unit, who[0] - 1)
        if end >= unit.last() or words[end] == ",":
            return who[0] > 4 or clause or end < unit.last()
        if words[end] not in PREPOSITION | TIME or contents.skip_adjunct(unit, end) is not None:
            return False
        return who[0] > 6 or (clause and words[0] not in PREPOSITION)

    def _resumed(self, unit: Unit, i: int) -> tuple[Range, ...]:
        """A statement taken up again after the tag: “Q,” S said, “Q”."""
        last = unit.last()
        for j in range(i, min(last, i + 12)):
            if unit.words[j] == QUOTE:
                if unit.words[j - 1] in (",", ":", ";") or j == i:
                    return ((j, last),)
                return ()
            if unit.words[j] == "," and j + 1 < last and j == i:
                if unit.words[j + 1] in self._forms.participles or unit.words[j + 1] == "according":
                    return ()
                if unit.words[j + 1] != QUOTE and not self._goes_on(unit, j + 1):
                    return ()
                if unit.words[j + 1] != QUOTE:
                    return ((j + 1, last),)
        return ()

    def _goes_on(self, unit: Unit, i: int) -> bool:
        """A paraphrase taken up again after the tag, and not a remark of the reporter's about the speaker."""
        word = unit.words[i]
        if word in ("who", "which", "but", "and", "when", "after", "as", "while", "though", "although", "before", "in"):
            return False
        return not (word.endswith("ing") or word in self._forms.finite) and unit.words[i - 3 : i - 1] != []

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

    def _right(self, unit: Unit, i: int, end: int, verb: Verb) -> tuple[Range, ...]:
        words, joined = unit.words, end > i + 1
        last = unit.last()
        if end >= last:
            return ()
        at: int | None = end
        word = words[end]
        if word == ":" or (word == "," and words[end + 1 : end + 2] == [QUOTE]):
            at = end + 1
        elif word in ("that", QUOTE):
            pass
        elif verb.hearer and word not in WH:
            at = self._told(unit, end)
        elif word == ",":
            at = contents.skip_aside(unit, end)
        elif word in STOP:
            at = None
        elif joined:
            pass
        elif "object" in verb.frame:
            later = contents.skip_adjunct(unit, end) if word in PREPOSITION or word in TIME else end
            at = later if later is not None else None
            if at is None and word == "to" and "infinitive" in verb.frame:
                at = end
        elif word == "to":
            at = end if "infinitive" in verb.frame else contents.skip_adjunct(unit, end)
        elif "clause" in verb.frame or "tag" in verb.frame:
            if word in WH or (verb.lemma == "say" and word not in PREPOSITION and word not in TIME):
                pass
            elif word in PREPOSITION or word in TIME or sources.is_adverb(word):
                at = contents.skip_adjunct(unit, end)
            elif not contents.begins_clause(unit, end):
                at = None
        else:
            at = None
        if at is None or at >= last:
            return ()
        stop = contents.follows(unit, at, self._forms.past, self._forms.participles)
        if "object" in verb.frame and word not in WH and word != QUOTE and word != "to":
            stop = min(stop, contents.object_end(unit, at))
        return ((at, stop),) if stop > at else ()

    def _told(self, unit: Unit, end: int) -> int | None:
        limit = min(unit.last(), end + 12)
        for j in range(end, limit):
            word = unit.words[j]
            if word in ("that", QUOTE, "to", "how", "what", "why", "whether", "about"):
                return j
            if word == ":":
                return j + 1
            if j > end and (word in SUBJECT or (word in ("the", "there") and j > end + 1)):
                return j
            if word in (";",):
                return None
        return (
            end + 1 if limit - end > 3 and unit.words[end] in ("him", "her", "them", "me", "us", "reporters") else None
        )

    def _passive(self, unit: Unit, start: int, i: int, end: int, verb: Verb) -> Found | None:
        words = unit.words
        if verb.passive and (end >= len(words) or words[end] not in verb.passive):
            return None
        last = unit.last()
        who = sources.before(unit, start, self._forms.finite)
        if who is None and start and words[start - 1] in ("who", "which"):
            who = (start - 1, start)
        if who is None or end >= last:
            return None
        if words[end] == "by":
            agent = sources.after(unit, end + 1, self._forms.finite)
            if agent is None:
                return None
            return Found(agent, (start, end), (who,), verb.kind)
        if words[who[0]] == "it" and words[end] == "that":
            return Found(None, (start, end), ((end, last),), verb.kind)
        if words[end] in STOP:
            return None
        stop = contents.follows(unit, end, self._forms.past, self._forms.participles)
        return Found(None, (start, end), (who, (end, stop)), verb.kind)

    def _impression(self, unit: Unit, i: int, verb: Verb) -> Found | None:
        start = sources.verb_group(unit, i)
        if i + 1 >= unit.last() or unit.words[i + 1] in STOP:
            return None
        who = sources.before(unit, start, self._forms.finite)
        if who is None and start and unit.words[start - 1] in ("who", "which", "that"):
            who = (start - 1, start)
        if who is None:
            return None
        stop = contents.follows(unit, i + 1, self._forms.past, self._forms.participles)
        return Found(None, (start, i + 1), (who, (i + 1, stop)), verb.kind)


def _told_by_another(found: Found, all_found: list[Found]) -> bool:
    """“She says he wants it”: his wish is part of what she says, and she answers for it."""
    first, last = found.cue
    return any(
        start <= first and last <= end for other in all_found if other is not found for start, end in other.content
    )


def _trimmed(found: Found, edge: int) -> Found:
    """Content that ran on into the tag of a later attribution ends where the tag's own content does."""
    if not any(first < edge < last for first, last in found.content):
        return found
    return replace(found, content=tuple((first, min(last, edge)) for first, last in found.content if first < edge))
