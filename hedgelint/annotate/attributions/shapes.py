"""The shapes in which a sentence says who says so."""

from __future__ import annotations

from dataclasses import replace

from hedgelint.annotate.attributions import contents, cues
from hedgelint.annotate.attributions.closed import BE, DASHES, DEGREE, SUBJECT
from hedgelint.annotate.attributions.cues import SPEECH, Verb
from hedgelint.annotate.attributions.found import Found, Range
from hedgelint.annotate.attributions.phrases import PhraseShapes
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verbs import VerbShapes
from hedgelint.lexicon import Lexicons

# Any verb that stands where only speech can: “Never!” she thundered; “Never,” he points out; Hale interjected: “Never!”
_PARTICLES = frozenset((("out",), ("on",), ("back",), ("in",), ("up",), ("off",)))
_SHOUT = Verb("", "neutral", SPEECH, _PARTICLES, frozenset(("past",)))
_STATE = BE | DEGREE
_KINDS = frozenset(("neutral", "doubting", "emotive"))  # of cues that are speech


class Shapes:
    """Reads one unit at a time; holds the cue tables only. `cues` are the words at which a shape may begin."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._verbs = cues.verbs(lexicons)
        self._nouns = cues.nouns(lexicons)
        self._adjectives = cues.adjectives(lexicons)
        self._fixed = cues.phrases(lexicons)
        self._titles = cues.titles(lexicons)
        self._forms = cues.Forms.of(self._verbs)
        self._verb_shapes = VerbShapes(self._forms, cues.messages(lexicons))
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
        for i in self._places(unit):
            word = unit.words[i]
            if out and i < out[-1].cue[1] and i > out[-1].cue[0]:
                continue
            found = self._at(unit, i, subject, out)
            if found is not None:
                if found.source is not None and found.content and found.content[0][1] <= found.source[0]:
                    edge = found.content[0][1]
                    near = [_trimmed(each, edge) for each in out[-4:]]
                    # a claim that she denied: hers is the denial, and the claim nobody's
                    out[-4:] = [each for each in near if each.source is not None or each.content != found.content]
                if out and out[-1].cue[0] == found.cue[0] and out[-1].source is not None:
                    out.pop()  # continued, and then: continued to deny
                out.append(found)
                verb = self._verbs.get(word)
                noun = found.source is None and word in self._nouns
                if verb is not None and not noun and verb.kind in _KINDS and "clause" in verb.frame:
                    telling.add(found.cue)
                if found.source is not None:
                    subject = found.source
        if len(out) < 2:
            return out
        inside = _contained(out)
        return [found for found in out if found.cue in telling or found.cue not in inside]

    def _at(self, unit: Unit, i: int, subject: Range | None, out: list[Found]) -> Found | None:
        """What word `i` begins, by the first list that has it; `out` was found before it."""
        word = unit.words[i]
        before = unit.words[i - 1] if i else ""
        state = self._adjectives.get(word)
        listed = self._verbs.get(word)
        verb = listed or (_SHOUT if unit.quotes and _shouts(unit, i, False) else None)
        if verb is not None and i and unit.raw[i][0].isupper() and (before in self._titles or _in_a_name(unit, i)):
            return None
        found: Found | None = None
        if verb is not None:
            if state is not None and before in _STATE:  # is worried that
                found = self._phrases.adjective(unit, i, state)
            found = found or self._verb_shapes.read(unit, i, verb, subject)
            if found is None and word in self._nouns:
                found = self._phrases.noun(unit, i, self._nouns[word])
            if found is None and state is not None:
                found = self._phrases.adjective(unit, i, state)
            if found is None and listed is not None and unit.quotes and _shouts(unit, i, True):
                found = self._verb_shapes.read(unit, i, _SHOUT, subject)
        elif state is not None:
            found = self._phrases.adjective(unit, i, state)
        elif word in self._nouns:
            found = self._phrases.noun(unit, i, self._nouns[word])
        elif word in self._fixed:
            found = self._phrases.fixed(unit, i)
        elif word == ":" and 0 < i < 12:
            found = self._phrases.colon(unit, i)
            if found is None and not _covered(out, i + 1):
                found = self._phrases.leads_up(unit, i)
        elif word in DASHES:
            found = self._phrases.credit(unit, i)
        return found

    def _places(self, unit: Unit) -> list[int]:
        """Words at which a shape may begin; beside a quotation that is any verb in -ed."""
        if unit.words[0] in DASHES or (len(unit.words) > 1 and unit.words[0] == QUOTE and unit.words[1] in DASHES):
            credit = [int(unit.words[0] == QUOTE)]
        else:
            credit = []
        if unit.quotes:
            return credit + [i for i, word in enumerate(unit.words) if word in self.cues or word.endswith("ed")]
        if self.cues.isdisjoint(unit.words):
            return credit
        return credit + [i for i, word in enumerate(unit.words) if word in self.cues]


def _contained(all_found: list[Found]) -> set[Range]:
    """Cues that stand in what somebody else says. “She says he wants it”: she answers for his wish."""
    contents = sorted(piece for found in all_found for piece in found.content)
    inside: set[Range] = set()
    reach = at = 0
    for cue in sorted(found.cue for found in all_found):
        while at < len(contents) and contents[at][0] <= cue[0]:
            reach = max(reach, contents[at][1])
            at += 1
        if cue[1] <= reach:
            inside.add(cue)
    return inside


def _in_a_name(unit: Unit, i: int) -> bool:
    """Dr Omar Said, the Daily Express: a capital beside a capital, where most words have none."""
    raw = unit.raw
    if not raw[i - 1][0].isupper() or unit.words[i - 1] in SUBJECT:
        return False
    return sum(word[0].islower() for word in raw) * 2 > sum(word[0].isalpha() for word in raw)


def _covered(out: list[Found], i: int) -> bool:
    """Somebody says word `i` already."""
    return any(first <= i < last for found in out for first, last in found.content)


def _trimmed(found: Found, edge: int) -> Found:
    """Content that ran on into the tag of a later attribution ends where the tag's own content does."""
    if not any(first < edge < last for first, last in found.content):
        return found
    return replace(found, content=tuple((first, min(last, edge)) for first, last in found.content if first < edge))


def _shouts(unit: Unit, i: int, listed: bool) -> bool:
    """A verb, listed or by its form alone, beside a quotation with nothing but a name between them."""
    words, raw = unit.words, unit.raw
    if not raw[i].islower():
        return False
    if not (words[i].endswith("ed") and len(words[i]) > 4):
        behind = i + 1 + ((words[i + 1] if i + 1 < len(words) else "",) in _PARTICLES)
        return listed and words[behind : behind + 1] in ([","], ["."]) and _behind_quotation(unit, i)
    if words[i + 1 : i + 3] == [":", QUOTE]:
        return True
    if i and words[i - 1] == QUOTE:
        return i + 1 < unit.last() and (contents.names(unit, i + 1) or words[i + 1] == "the")
    return _behind_quotation(unit, i)


def _behind_quotation(unit: Unit, i: int) -> bool:
    """Only a name, or a pronoun, stands between a quotation and word `i`."""
    j = i - 1
    while j >= 0 and i - j < 5 and (unit.raw[j][0].isupper() or unit.words[j] in SUBJECT):
        j -= 1
    return 0 <= j < i - 1 and unit.words[j] == QUOTE
