"""The shapes in which a sentence says who says so."""

from __future__ import annotations

from hedgelint.annotate.attributions import contents, cues, replies
from hedgelint.annotate.attributions.closed import BE, DASHES, DEGREE, SUBJECT
from hedgelint.annotate.attributions.cues import SPEECH, SPOKEN, Verb
from hedgelint.annotate.attributions.found import Found, No, Outcome, Range
from hedgelint.annotate.attributions.phrases import PhraseShapes
from hedgelint.annotate.attributions.tokens import QUOTE, Unit
from hedgelint.annotate.attributions.verbs import VerbShapes
from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass, replace

# Any verb that stands where only speech can: “Never!” she thundered; “Never,” he points out; Hale interjected: “Never!”
_PARTICLES = frozenset((("out",), ("on",), ("back",), ("in",), ("up",), ("off",)))
_SHOUT = Verb("", "neutral", SPEECH, _PARTICLES, frozenset(("past",)))
_COLON = 24  # words before a colon that can be who says what stands behind it
_STATE = BE | DEGREE
_NOUNS = frozenset(("their-claim-that", "claims-by", "in-their-view", "in-their-view-first"))  # no speech is told by
_IN_A_NAME = No("in-a-name")
_LEADS_TO_NOTHING = No("leads-to-nothing")


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a unit, and the words that are cues and made nothing, each with the name of the reason and of
    the shapes that were asked."""

    found: list[Found]
    refused: list[tuple[Range, str, str]]


class Shapes:
    """Reads one unit at a time; holds the cue tables only. `verbs` are those of saying, by their forms; `cues` the
    words at which a shape may begin."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.verbs = cues.verbs(lexicons)
        self._nouns = cues.nouns(lexicons)
        self._adjectives = cues.adjectives(lexicons)
        self._fixed = cues.phrases(lexicons)
        self._titles = cues.titles(lexicons)
        self._forms = cues.forms(lexicons)
        self._verb_shapes = VerbShapes(self._forms, cues.messages(lexicons))
        self._phrases = PhraseShapes(self._forms, self._fixed)
        self.cues = frozenset((*self.verbs, *self._nouns, *self._adjectives, *self._fixed, ":"))

    @property
    def speaks(self) -> frozenset[str]:
        """Verbs that may stand after a quotation."""
        return self._forms.tags

    def read(self, unit: Unit) -> Read:
        out: list[Found] = []
        refused: list[tuple[Range, str, str]] = []
        telling: set[Range] = set()
        subject: Range | None = None
        for i in self._places(unit):
            if out and i < out[-1].cue[1] and i > out[-1].cue[0]:
                continue
            found = self._at(unit, i, subject, out)
            if isinstance(found, No):
                refused.append(((i, i + 1), found.name, found.reader))
            elif found is not None:
                self._settle(unit, out, refused, found)
                if self._tells(unit.words[i], found):
                    telling.add(found.cue)
                subject = found.source or subject
        if len(out) < 2:
            return Read(out, refused)
        inside = _contained(out) - telling
        refused += [(found.cue, "within-what-they-say", "") for found in out if found.cue in inside]
        return Read([found for found in out if found.cue not in inside], refused)

    def _settle(self, unit: Unit, out: list[Found], refused: list[tuple[Range, str, str]], found: Found) -> None:
        """Adds `found` to what was found before it in the unit, some of which may have to give way."""
        if found.source is not None and found.content and found.content[0][1] <= found.source[0]:
            edge = found.content[0][1]
            near = [_trimmed(each, edge) for each in out[-4:]]
            # a claim that she denied: hers is the denial, and the claim nobody's
            kept = [each for each in near if each.source is not None or each.content != found.content]
            refused += [(each.cue, "denied-by-another", "") for each in near if each not in kept]
            out[-4:] = kept
        if out and found.source is not None:
            out[-1] = self._without_clause(unit, out[-1], found.source)
        if out and out[-1].cue[0] == found.cue[0] and out[-1].source is not None:
            out.pop()  # continued, and then: continued to deny
        elif out and found.cue[0] < out[-1].cue[0]:
            refused.append((out.pop().cue, "within-what-they-say", ""))  # issued a statement that said so
        out.append(found)

    def _without_clause(self, unit: Unit, found: Found, source: Range) -> Found:
        """“Orne queried the cost and Hale replied”: an object ends where the next clause has a subject of its own."""
        both = source[0] - 1
        verb = self.verbs.get(unit.words[found.cue[1] - 1])
        if verb is None or unit.words[both] != "and" or not verb.frame or not found.content:
            return found
        if not verb.frame.isdisjoint(cues.CLAUSAL) and unit.words[found.content[-1][0]] not in (
            "who",
            "what",
            "why",
            "how",
        ):
            return found
        if not found.content or not found.content[-1][0] < both < found.content[-1][1] or found.shape != "says":
            return found
        return replace(found, content=(*found.content[:-1], (found.content[-1][0], both)))

    def _tells(self, word: str, found: Found) -> bool:
        """A verb of speech: told by somebody within what another says, it stands."""
        verb = self.verbs.get(word)
        if verb is None or (word in self._nouns and (found.source is None or found.shape in _NOUNS)):
            return False
        return verb.kind in SPOKEN and "clause" in verb.frame

    def _at(self, unit: Unit, i: int, subject: Range | None, out: list[Found]) -> Outcome:
        """What word `i` begins, by the first list that has it; `out` was found before it."""
        word = unit.words[i]
        if unit.quotes and word in replies.WORDS:
            found = replies.answer(unit, i, self._forms)
            if found is not None:
                return found
        state = self._adjectives.get(word)
        listed = self.verbs.get(word)
        verb = listed or (_SHOUT if unit.quotes and _shouts(unit, i, False) else None)
        if verb is not None:
            return self._verb(unit, i, verb, subject)
        if state is not None:
            return self._phrases.adjective(unit, i, state) or _LEADS_TO_NOTHING
        if word in self._nouns:
            return self._phrases.noun(unit, i, self._nouns[word])
        if word in self._fixed:
            return self._phrases.fixed(unit, i)
        if word == ":" and 0 < i < _COLON:
            found = self._phrases.colon(unit, i) or self._phrases.from_them(unit, i)
            return found if found is not None or _covered(out, i + 1) else self._phrases.leads_up(unit, i)
        return self._phrases.credit(unit, i) if word in DASHES else None

    def _verb(self, unit: Unit, i: int, verb: Verb, subject: Range | None) -> Found | No:
        """A verb first of all, and then the adjective and the noun of the same letters."""
        word, before = unit.words[i], unit.words[i - 1] if i else ""
        if i and unit.raw[i][0].isupper() and (before in self._titles or _in_a_name(unit, i)):
            return _IN_A_NAME
        state = self._adjectives.get(word)
        if state is not None and before in _STATE:  # is worried that
            found = self._phrases.adjective(unit, i, state)
            if found is not None:
                return found
        outcome = self._verb_shapes.read(unit, i, verb, subject)
        if isinstance(outcome, Found):
            return outcome
        if word in self._nouns:
            noun = self._phrases.noun(unit, i, self._nouns[word])
            if isinstance(noun, Found):
                return noun
        if state is not None:
            found = self._phrases.adjective(unit, i, state)
            if found is not None:
                return found
        if verb is not _SHOUT and unit.quotes and _shouts(unit, i, True):
            shout = self._verb_shapes.read(unit, i, _SHOUT, subject)
            return shout if isinstance(shout, Found) else outcome
        return outcome

    def _places(self, unit: Unit) -> list[int]:
        """Words at which a shape may begin; beside a quotation that is any verb in -ed."""
        first = int(unit.words[0] == QUOTE)
        credit = [] if DASHES.isdisjoint(unit.words[first : first + 1]) else [first]
        if unit.quotes:
            return credit + [
                i
                for i, word in enumerate(unit.words)
                if word in self.cues or word in replies.WORDS or word.endswith("ed")
            ]
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
