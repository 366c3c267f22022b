"""Who is accused in a story, in which words, and how gravely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from hedgelint.annotate.months import DAY, MONTH
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.lexicon import Lexicon
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

# Code points between the one who is accused and the word that has to follow (of, for); what blames follows sooner.
_PAST_THE_NAME, _SOON = 80, 14
_CAPITAL = r"(?:[A-Z]|\d+ [A-Z])[\w’'&-]*(?:\.(?=[A-Z ]))?"
# A name of up to seven words, which begins and ends with a capital.
CAPITALS = rf"{_CAPITAL}(?: (?:(?:of|the|and|for|de|al|bin|van|von) ){{0,2}}{_CAPITAL}){{0,6}}"
# What a story calls a body that it has named before.
_BODY = (
    r"(?:council|company|firm|government|ministry|police|club|hospital|trust|school|university|bank|airline"
    r"|army|military"
    r"|party|charity|agency|authorit(?:y|ies)|regulator|developer|landlord|operator|board|department|church|diocese"
    r"|administration|council|ministers|officials|federation|association|league|union|commission|committee|inspectorate"
    r"|prosecutors?|supplier|retailer|supermarket|manufacturer|contractor|utility|watchdog"
    r"|minister|mayor|governor|chancellor|commissioner|hotel|factory|brewery|magazine|newspaper|broadcaster)\b"
)
# What stands before a name: the former, her colleague, the actor.
_TITLE = (
    r"(?:(?:the|The|a|an|its|his|her|their|our|my|former|then-?|fellow|President|rival) )*"
    r"(?:(?!(?:of|in|at|for|to|and|or|by|with|on|from|that|who|but|as|than|about|over|after|before|into|against)\b)"
    r"[a-z][a-z-]+ ){0,2}"
)
_WHO = (
    rf"(?:{_TITLE}(?P<name>{CAPITALS})"
    rf"|the (?:[a-z]+ |(?:{_CAPITAL} ?){{1,3}})?(?P<body>{_BODY}))"
)
# Not before a noun: European allies are no Europe.
_GOES_ON = (
    r"(?=[’'.,;:!?)”\"]|\s*\Z|\s*\n| [-–—(“\"]| (?:of|for|to|over|as|after|on|in|and|or|who|which|is|was|were"
    r"|are|has|had|have|that"
    r"|with|at|by|from|when|because|should|must|would|could|will|did|does|during|again|personally|directly|an?|the)\b)"
)
_ACTIVE = pattern_of(rf"\s+{_WHO}{_GOES_ON}")
# Behind “alleged that” a verb follows: Voss Foods sold.
_CLAUSE = pattern_of(rf"\s+{_WHO}(?= [a-z]|[’'])")
_AUX = (
    r"(?: (?:was|were|is|are|has|have|had|been|being|also|repeatedly|widely|publicly|once|later|since|himself|herself"
    r"|itself|not only|then|knowingly|deliberately|simply|just|never|still|consistently|clearly|effectively|allegedly))"
)
# Before a passive: who “was”, “has been”, “, who was”, “is”.
_PASSIVE = pattern_of(
    r"(?<!\bin )(?<!\bof )(?<!\bat )(?<!\bfrom )(?<!\bfor )(?<!\bwith )"
    rf"(?:(?P<name>{CAPITALS})|[Tt]he (?:[a-z]+ )?(?P<body>{_BODY}))(?:, [^,.;:“”\"\n]{{2,50}},)?"
    rf"(?:,? (?:who|which))?{_AUX}{{1,4}} $"
)
_SUBJECT = pattern_of(
    rf"(?:(?P<name>{CAPITALS})|\b[Tt]he (?:[a-z]+ |(?:{_CAPITAL} ?){{1,3}})?(?P<body>{_BODY}))"
    rf"(?:, (?!and|but|or)[^,.;:“”\"\n]{{2,40}},)?"
    rf"(?:,? which|,? who|,(?= (?:has|have|had|was|were|is|are) ))?(?P<aux>{_AUX}{{0,3}}) $"
)
# “The mayor's figures were rigged”: of whoever has the figures.
_POSSESSOR = pattern_of(
    rf"(?:(?P<name>{CAPITALS})|\b[Tt]he (?:[a-z]+ |(?:{_CAPITAL} ?){{1,3}})?(?P<body>{_BODY}))[’']s?(?: [\w-]+){{1,3}}"
    r" (?:is|are|was|were|has been|have been|had been|being)(?: \w+ly)? $"
)
# Done to the subject, not by it.
_SUFFERED = pattern_of(r"(?:^| )(?:was|were|is|are|been|being)\b(?! (?:accused|said|alleged))")
# “Orne Haulage, which the tenants accuse of”.
_RELATIVE = pattern_of(rf"(?P<name>{CAPITALS}),? (?:which|who|whom|that) (?:[\w’'-]+ ){{1,4}}$")
_IS = pattern_of(
    rf"(?:(?P<name>{CAPITALS})(?: government| administration| police)?(?:[’']s(?: [\w-]+){{1,6}})?"
    rf"|\b[Tt]he (?:[a-z]+ |(?:{_CAPITAL} ?){{1,3}})?(?P<body>{_BODY})(?:[’']s?(?: [\w-]+){{1,6}})?)"
    r" (?:is|are|was|were|had been|has been|have been|appeared"
    r"|seemed)(?: (?:being|also|simply|just|clearly|totally|utterly|completely|so|very|too|\w+ly|to be)){0,2} [“\"‘']?$"
)
# “Tom Orne, a suspect in”.
_APPOSED = pattern_of(rf"(?P<name>{CAPITALS}), $")
# “being accused”: of whoever was named last in the sentence.
_REDUCED = pattern_of(rf"(?P<name>{CAPITALS})\b[^.;:\n]{{3,100}}? (?:after|before|since|despite|of) being(?: \w+ly)? $")
# “Russian forces”, “Karvia's police”, “Russian strikes have”.
_FORCES = pattern_of(
    r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:[’']s)? (?:(?:security|special|armed|riot|border|government|secret|air"
    r"|drone|drones|missile|military|naval|intelligence|immigration|state|communist|ruling|prison|morality"
    r"|occupation) )*"
    r"(?:forces|troops|soldiers|warplanes|jets|planes|aircraft|warships|navy|army|airstrikes?|strikes?|attacks?|drones?"
    r"|missiles?|rockets?|artillery|shelling|guards|police|authorities|government|regime|officials|courts?|agents"
    r"|prosecutors|military|air force|security services?|border guards)(?: (?:have|has|had|also|again"
    r"|reportedly|then))* $"
    r"|^(?P<state>[A-Z][\w-]+) $"
)
_NOT = pattern_of(r"\b(?:not|never|without|nor|n[’']t)(?: \w+)? $|n[’']t (?:\w+ )?$")
# In a clause of time the charge is the background of other news.
_IN_PASSING = pattern_of(r"\b(?:after|since|once|when)\b(?: [\w’'.-]+){1,6} $")
_NEGATED = 24  # code points before the verb
_BEFORE = 120  # code points in which the name before a passive is looked for
_QUOTES = "“”\"‘’'"
_STOPS = pattern_of(
    r"(?:(?:I|We|They|He|She|You|It|That)[’'](?:ve|m|re|d|ll|s)|The|An?|He|She|It|They|We|You|I|But|And|In|On|At|For|As|If|When|While|This|That|These|Those|His|Her"
    r"|Its|Their|What"
    r"|Who|Why|How|There|No|Some|Many|Nobody|Nothing|None|Neither|Everyone|Everybody|Everything|Anyone|Anybody|Someone"
    r"|Somebody|Something|Both|All|Each|Others?|Another|People|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President"
    rf"|{DAY}|{MONTH})\Z"
)
_NAME_WORD = pattern_of(r"[^\W\d_][\w’'-]*")
_POSSESSIVE = pattern_of(r"[’']s?$")


class Accusing(NamedTuple):
    """A form of a word that accuses; `then` what has to follow, `role` how; a `soft` one is blame without that."""

    form: str
    then: str
    role: str
    soft: bool


class Accusation(NamedTuple):
    """`span` holds the words that accuse and the name; `role` how (see the list), `grave` where an answer must be."""

    span: Span
    name: str
    grave: bool
    role: str = "criticises"


@lru_cache(maxsize=64)
def _then(pattern: str, reach: int) -> re.Pattern[str]:
    return pattern_of(rf"[^.;:\n“”\"]{{0,{reach}}}?(?<!\w)(?:{pattern})(?!\w)" if pattern else "")


def accusing(lexicon: Lexicon) -> tuple[Accusing, ...]:
    found: list[Accusing] = []
    for entry in lexicon.entries:
        then, role, soft = str(entry["then"]), str(entry["role"]), bool(entry.get("soft"))
        found += [Accusing(form, then, role, soft) for form in forms(entry)]
    return tuple(found)


def forms(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (entry["term"], *entry.get("forms", ()))


@lru_cache(maxsize=4096)
def known_as(name: str) -> str:
    """What the story goes on to call the one who is accused: the last word of the name; empty where it is none."""
    words = [word for word in _NAME_WORD.findall(name) if not _STOPS.match(word)]
    last = next((word for word in reversed(words) if word[0].isupper()), words[-1] if words else "")
    return _POSSESSIVE.sub("", last).lower()


@dataclass(frozen=True, slots=True)
class Accusers:
    words: tuple[Accusing, ...]

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Accusation]:
        """The words that accuse, with the one who is accused, and the name."""
        text, told = story.document.text, story.said() | story.quoted()
        for hit in hits:
            word = self.words[hit.number]
            if word.role in ("act", "wrong"):
                yield from _done_by(text, hit)
            if word.role == "faces":
                yield from _told_of(text, hit, word)
            elif word.role in ("deed", "fault", "wrong"):
                if told.at(hit.start) is not None:
                    yield from _told_of(text, hit, word)
            elif word.role != "act" and not _NOT.search(text[max(0, hit.start - _NEGATED) : hit.start]):
                yield from _charged(text, hit, word)
        for claim in story.claims:
            if "accusation" not in claim.reasons or not claim.attributed or not text[claim.focus.start].islower():
                continue
            subject = _SUBJECT.search(text[max(0, claim.focus.start - _BEFORE) : claim.focus.start])
            if subject and not _SUFFERED.search(subject["aux"] + " " + claim.focus.of(text)):
                start = max(0, claim.focus.start - _BEFORE) + subject.start()
                yield Accusation(Span(start, claim.focus.end), _named(subject), bool(subject["name"]))


def _charged(text: str, hit: Hit, word: Accusing) -> Iterator[Accusation]:
    """“Lund accused Orne of”, “Orne was accused of”, “after being accused”."""
    low = max(0, hit.start - _BEFORE)
    then = _then(word.then, _SOON if word.role == "criticises" else _PAST_THE_NAME)
    active = (_CLAUSE if word.form.endswith((" that", "alleges", "alleged")) else _ACTIVE).match(text, hit.end)
    if active:
        grave = then.match(text, active.end()) is not None
        if (grave or word.soft) and not _IN_PASSING.search(text[low : hit.start]):
            yield Accusation(Span(hit.start, active.end()), _named(active), grave and word.role == "accuses", word.role)
        return
    if word.role == "criticises" and word.form.endswith(" by"):  # cheated by: what was done to whoever stands before it
        return
    before = text[low : hit.start]
    passive = _PASSIVE.search(before) or _REDUCED.search(before)
    if passive is None and word.role == "accuses" and word.then and text.startswith(f" {word.then} ", hit.end):
        passive = _RELATIVE.search(before)
    if passive is None and word.form.startswith(("a suspect", "the suspect", "the prime", "the main")):
        passive = _APPOSED.search(before)
    if passive and _then(word.then, _PAST_THE_NAME).match(text, hit.end):
        yield Accusation(Span(low + passive.start(), hit.end), _named(passive), word.role == "accuses", word.role)


def _done_by(text: str, hit: Hit) -> Iterator[Accusation]:
    """“Russian forces shelled the town”; at the head of a paragraph also “Russia has shelled”."""
    low = max(0, hit.start - _BEFORE, text.rfind("\n", 0, hit.start) + 1)
    forces = _FORCES.search(text[low : hit.start])
    if forces is not None:
        name = forces["name"] or forces["state"]
        yield Accusation(Span(low + forces.start(), hit.end), name, False, "act")


def _told_of(text: str, hit: Hit, word: Accusing) -> Iterator[Accusation]:
    """“…, Lund said, the board had ignored the report”: what another tells of somebody who is named."""
    if word.then and not _then(word.then, 1).match(text, hit.end):
        return
    low = max(0, hit.start - _BEFORE)
    before = text[low : hit.start]
    subject = (_IS if word.role == "fault" else _SUBJECT).search(before)
    if word.role in ("deed", "wrong") and (subject is None or _suffered(subject, word)):
        subject = _POSSESSOR.search(before)
    if subject is not None:
        yield Accusation(Span(low + subject.start(), hit.end), _named(subject), False)


def _suffered(subject: re.Match[str], word: Accusing) -> bool:
    """“Orne had been cheated”: what was done to him."""
    return not word.form.split()[0].endswith("ing") and _SUFFERED.search(subject["aux"]) is not None


def _named(match: re.Match[str]) -> str:
    found = match.groupdict()
    return found["name"] or f"the {found['body']}"
