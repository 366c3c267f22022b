"""Who is blamed in a story, by the structure of a clause: whose deed, fault or failing its ill word tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import Story
from hedgelint.checks.accused import Accusation, Accusing, then_of
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

_CLAUSE = 200  # code points before an ill word in which its clause begins
_OWNED = 80  # code points before it in which its owner is named
_CLAUSES = 4
_ROLES = {"deed": "deed", "wrong": "deed", "fault": "fault", "ill": "ill"}
_CAPITAL = r"(?:[A-Z]|\d+ [A-Z])[\w&-]*(?:[’'](?!s\b)\w+)?(?:\.(?=[A-Z ]))?"
_NAME = rf"{_CAPITAL}(?: (?:(?:of|the|and|for|de|al|bin|van|von) ){{0,2}}{_CAPITAL}){{0,6}}"
# What belongs to whoever is named: the Orne campaign.
_OWN = (
    r"(?: (?:intelligence|security|campaign|state|border|tax|health|city|county|police|military)){0,2}"
    r" (?:government|administration|campaign|officials?|ministers?|services|forces|police|army|authorities|council"
    r"|ministry|regime|team|leaders(?:hip)?|management|bosses|executives|lawyers|lawmakers|senators|party|board|troops)"
)
_BODIES = (
    r"(?:council|company|firm|government|ministry|police|club|hospital|trust|school|university|bank|airline|army"
    r"|military|junta|party|charity|agency|authorit(?:y|ies)|regulator|developer|landlord|operator|board|department"
    r"|church|diocese"
    r"|administration|ministers|officials|federation|association|league|union|commission|committee|inspectorate"
    r"|prosecutors?|supplier|retailer|supermarket|manufacturer|contractor|utility|watchdog|minister|mayor|governor"
    r"|chancellor|commissioner|hotel|factory|brewery|magazine|newspaper|broadcaster|president|prime minister|senator"
    r"|referee|manager|owners?|bosses|executives|management)\b"
)
_BEFORE_NAME = (
    r"(?:(?:the|The|a|an|its|his|her|their|our|my|former|then-?|fellow|rival|those|these|all|both) )*"
    r"(?:(?!(?:of|in|at|for|to|and|or|by|with|on|from|that|who|but|as|than|about|over|after|before|into|against|is|was"
    r"|are|were|it|he|she|they|we|you|had|has|have|said|says|told|not|no)\b)[a-z][a-z-]+ ){0,3}"
)
_SUBJECT = (
    rf"(?:(?:[Tt]he|[Oo]ur|[Tt]his) (?:[\w-]+ ){{0,2}}?(?P<body>{_BODIES})"
    rf"|{_BEFORE_NAME}(?P<name>{_NAME})(?:{_OWN})?)"
)
_SET_APART = r"(?:, (?!and|but|or)[^,.;:“”\"\n]{2,60},| \([^)\n]{1,40}\))?"
_AUX = (
    r"(?:,? ?(?:who|which) |[’'](?:s|re|ve|d) |(?:is|are|was|were|has|have|had|been|being|be|will|would|could|can|did"
    r"|does|do|also|just|only|simply|repeatedly|always|again|once|later|needs? to|must|should|ha(?:s|ve) to"
    r"|since|then|still|constantly|consistently|now|really|even|proceeded to|continue[sd]? to|wants? to|wanted to"
    r"|tr(?:y|ies|ied|ying) to|seek(?:s|ing)? to"
    r"|sought to|chose to|decided to|went on to|plann?(?:s|ed|ing)? to|going to|began|begun|started"
    r"|keeps?|kept|been caught|helped|\w+ly) )"
)
_IS = (
    r"(?:,? ?(?:who|which) |(?:has|have|had|would|will|could|can|may|might|also|just|simply|\w+ly) )*"
    r"(?:[’'](?:s|re) |(?:is|are|was|were|been|being|be|seems?|seemed|looks?|looked|appears?|appeared|sounds?|becomes?"
    r"|became) )"
    r"(?:[“\"‘']?(?!(?:not|never|no|to|by|of|in|for|with|from|at|on|that|as|who|said|says)\b)[\w’'-]+,? ){0,4}[“\"‘']?"
)
_MAKES = (
    r"(?:[’'](?:s|re|ve) |,? ?(?:who|which) |(?:has|have|had|would|will|also|\w+ly) )*"
    r"(?:is|are|was|were|been|made|makes?|making|commit(?:s|ted)?|shows?|showed|showing|shown|has|had|have|spreads?"
    r"|told|tells?|telling|engage[sd] in|displays?|displayed|caused|causes|doing|did|does|uses?|used|puts?|guilty of"
    r"|peddl\w+|practis\w+|practic\w+|runs?|ran|running|led|leads) "
    r"(?:(?:a|an|the|its|his|her|their|such|some|many|several|major|serious) )?(?:[\w’'-]+ ){0,3}[“\"‘']?"
)
_NOT = pattern_of(r"\b(?:not|never|without|nor|no|neither|hardly|deny|denied|denies)\b|n[’']t\b")
_SUFFERED = pattern_of(r"\b(?:was|were|is|are|been|being|be) (?:\w+ly )?$|[’'](?:s|re) $")
_ING = pattern_of(r"\w+ing\b")
_DOING = pattern_of(r"\b(?:is|are|was|were|been|be|keeps?|kept|began|begun|started|by|of|for|caught)\b|[’'](?:s|re)\b")
_NAMED = pattern_of(r",? [A-Z]")
# Where a clause may begin.
_OPENS = pattern_of(
    r"[.;:?!“”\"(—–\n] ?|, |(?<= )(?:that|because|while|whereas|whether|if|when|as|and|but|or|so|than|how|why|after"
    r"|believe[sd]?"
    r"|thinks?|thought|claims?|claimed|says?|said|saying|alleged|alleges|suggested|argue[sd]|noted|insisted) "
)
_OF = pattern_of(
    rf" (?:by|of|from|at|in|under|against) (?:the )?(?:(?P<name>{_NAME})|(?<=the )(?P<body>{_BODIES}))"
    r"(?=[’'.,;:!?)”\"]|\s*\Z|\s*\n| (?:of|for|to|over|as|after|on|and|or|who|which|is|was|that|with|has|had)\b)"
)
_HOW = pattern_of(rf" (?:the )?(?P<name>{_NAME})(?P<body>)(?: \w+)? (?:is|are|was|were|has|have)\b")
_MISTAKE = pattern_of(r"(?:\w+ )?mistakes?|errors?|blunders?|decision")
_MADE = pattern_of(rf"(?: that| which)? (?:the )?(?P<name>{_NAME})(?P<body>)(?: (?:has|have|had))?(?: \w+)? made\b")
_OWNER = pattern_of(
    rf"(?:(?P<name>{_NAME})|\b[Tt]he (?P<body>{_BODIES}))[’']s?"
    r"(?: (?!(?:to|of|in|on|at|about|over|from|with|for|and|who|that|by|is|was|has|had)\b)[\w’'“\"-]+){0,2} [“\"‘']?\Z"
)


@lru_cache(maxsize=8)
def _clause(role: str) -> re.Pattern[str]:
    between = {"deed": rf"(?:{_AUX})*", "fault": _IS, "ill": _MAKES}[role]
    return pattern_of(rf"\s*[‘“\"']?{_SUBJECT}{_SET_APART}(?:(?<=[^ ]) )?(?=(?P<gap>{between}$))")


def blame(story: Story, hits: Sequence[Hit], words: Sequence[Accusing]) -> Iterator[Accusation]:
    """In what somebody says: whoever is the subject of a clause, or the owner of a noun, with an ill word; in the
    story's own words only the owner, and as one who is `mentioned`."""
    text, told = story.document.text, story.said() | story.quoted()
    for hit in hits:
        word = words[hit.number]
        role = _ROLES.get(word.role)
        if role is None or (told.at(hit.start) is None and role != "ill"):
            continue
        if word.then and not then_of(word, 1).match(text, hit.end):
            continue
        found = None
        if role == "ill":
            found = _OWNER.search(text, max(0, hit.start - _OWNED), hit.start) or _OF.match(text, hit.end)
        if role == "fault" and text[hit.start - 4 : hit.start] == "how ":
            found = _HOW.match(text, hit.end)
        if found is None and role == "ill" and _MISTAKE.match(text, hit.start):
            found = _MADE.match(text, hit.end)
        if found is None and told.at(hit.start) is not None:
            found = _subject(text, story, hit.start, role)
        if found is None:
            continue
        how = "ill" if told.at(hit.start) is not None else "mentioned"
        name = found["name"] or f"the {found['body']}"
        who = found.span("name" if found["name"] else "body")
        yield Accusation(Span(min(who[0], hit.start), max(who[1], hit.end)), name, False, how)


def _subject(text: str, story: Story, at: int, role: str) -> re.Match[str] | None:
    """Who is the subject of the clause in which an ill word stands at `at`; `role` is deed, fault or ill."""
    sentence = story.sentence_at(at)
    low = max(sentence.span.start if sentence is not None else 0, at - _CLAUSE)
    starts = [low, *(low + opens.end() for opens in _OPENS.finditer(text[low:at]))]
    clause = _clause(role)
    for start in reversed(starts[-_CLAUSES:]):
        found = clause.match(text, start, at)
        if found:
            gap = found["gap"]
            if found["body"] and _NAMED.match(text, found.end("body")):  # the manager, Piet Orne: he is named
                return None
            if _NOT.search(gap) or (role == "deed" and _is_no_deed(text, at, gap)):
                return None
            return found
    return None


def _is_no_deed(text: str, at: int, gap: str) -> bool:
    """What was done to the subject, and a noun that looks like a deed (the Orne bombing)."""
    if _ING.match(text, at):
        return _DOING.search(gap) is None
    return _SUFFERED.search(gap) is not None


def is_name(text: str, one: Accusation) -> bool:
    """Not a word that has its capital from the head of a sentence: it stands so within another, or is none alone."""
    at = text.find(one.name, *one.span)
    if at < 0 or " " in one.name or text[max(0, at - 2) : at].strip(" “‘\"'(")[-1:].isalnum():
        return True
    return re.search(rf"[\w,] {re.escape(one.name)}\b", text) is not None
