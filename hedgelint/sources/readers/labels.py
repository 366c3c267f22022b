"""Who speaks, by the labels people and machines write: one closed set of shapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hedgelint.lexicon import Lexicon
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"(?:{_UPPER}[\w.'’\-]*)"
_SMALL = r"(?:van|von|der|den|de|du|da|di|la|le|el|al|bin|ibn|ben|dos|del|della|ter|ten|of|and|the|y|zu|pro|tempore)"
_NAME = rf"{_WORD}(?:[ \t]+(?:{_SMALL}|{_WORD}|\d{{1,2}})){{0,6}}"
TIME = r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_BOLD = r"(?:\*\*|__)?"

# Name: words; NAME, ROLE: words; Name (Role) (00:03): words; **Name** (Role): words; [SPEAKER_00]: words
_COLON = pattern_of(
    rf"^[ \t]*(?:>>+[ \t]*|- )?(?:[\[(]?(?P<before>{TIME})[\])]?[ \t]*)?{_BOLD}\[?(?P<name>{_NAME})\]?{_BOLD}"
    rf"(?P<role>(?:[ \t]*\((?!\d)[^()\n:]{{1,60}}\))*(?:,[ \t][^\n:.?!“”\"]{{1,70}})?)"
    rf"(?:[ \t]*[\[(]?(?P<inside>{TIME})[\])]?)?{_BOLD}:{_BOLD}(?:[ \t]*[\[(](?P<after>{TIME})[\])])?(?=\s|$)",
    re.M,
)
# Name  0:03 and Name (00:03), alone on a line, the words below
_CLOCK = pattern_of(
    rf"^[ \t]*{_BOLD}(?P<name>{_NAME}){_BOLD}(?P<role>(?:[ \t]*\((?!\d)[^()\n:]{{1,60}}\))?)"
    rf"(?:(?:[ \t]{{2,}}|\t)(?P<inside>{TIME})|[ \t]+[\[(](?P<after>{TIME})[\])]:?)[ \t]*$",
    re.M,
)
# Name -- Role, alone between blank lines
_DASHED = pattern_of(
    rf"^[ \t]*{_BOLD}(?P<name>{_WORD}(?:[ \t]+{_WORD}){{1,4}}){_BOLD}[ \t]+(?:--|[–—])[ \t]+"
    r"(?P<role>[^\n.?!:]{2,90})$(?=\n[ \t]*(?:\n|$))",
    re.M,
)
# Mr. REID. words, two blanks before; The PRESIDENT pro tempore. words
_RECORD = pattern_of(
    rf"^[ ]{{1,6}}(?P<name>(?:Mr|Mrs|Ms|Miss|Dr)\. {_UPPER}[A-ZÀ-Þc'’\-]+(?: {_UPPER}[A-ZÀ-Þ'’\-]+)*"
    r"(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r"|The (?:ACTING |VICE )?[A-Z]{5,}(?: [A-Z]{3,})*(?: pro tempore)?)\.(?=[ \n])",
    re.M,
)
# Q    words, Q. words, A. words; with a colon they are names like others
_LETTER = pattern_of(r"^[ \t]*(?P<name>[QA])(?:\.[ \t]+|[ \t]{3,}|[ \t]*\n[ \t]*)(?=\S)", re.M)
# A name alone, and below it the constituency and the party in brackets
_MEMBER = pattern_of(
    rf"^[ \t]*(?P<name>(?:The [A-Z][^\n()]{{3,60}}|{_WORD}(?:[ \t]+(?:{_SMALL}|{_WORD})){{1,4}}))[ \t]*\n"
    rf"(?P<role>[ \t]*\([A-Z][^()\n]{{1,60}}\)(?:[ \t]*\([A-Z][^()\n]{{1,30}}\))?)[ \t]*(?=\n)",
    re.M,
)
# The Minister for Ports (Rosa Bell): words, or alone on a line, the words below
_OFFICE = pattern_of(
    rf"^[ \t]*{_BOLD}(?P<role>(?:The|Madam|Mr)[ \t]{_UPPER}[^\n():.?!]{{2,90}}?)[ \t]\((?P<name>{_NAME})\){_BOLD}[ \t]*"
    rf"(?::{_BOLD}(?=\s|$)|(?=\n))",
    re.M,
)
_CHANGE = pattern_of(r"(?:(?<=\s)|^)>>+(?=\s|$)", re.M)
_LONGEST = 200  # code points of a line in which a label may stand
_TITLES = pattern_of(r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady|The|Hon|Rt)\.?[ \t]+)+", re.I)
_NUMBERED = pattern_of(r"(?:speaker|person|participant)[ _]?\d+$", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """`span` is all of the label; `name` is empty where it names nobody; `time` is the clock beside it."""

    span: Span
    name: str
    kind: str
    asks: bool = False
    time: str = ""


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What the list `transcript-labels` says of labels, in small letters."""

    unknown: frozenset[str]
    asks: frozenset[str]
    answers: frozenset[str]
    parts: frozenset[str]
    never: frozenset[str]

    @classmethod
    def of(cls, words: Lexicon) -> LabelWords:
        return cls(*(frozenset(words.terms(role=r)) for r in ("unknown", "asks", "answers", "part", "no-label")))


def find_labels(text: str, words: LabelWords, machine: bool = False) -> list[Label]:
    """Labels in order. A line that looks like one is one only with evidence: it is in capitals, comes again, names
    a person in full, or is a part in the proceedings; and the file as a whole has to be a transcript."""
    found = list(_candidates(text))
    names = Counter(bare_name(match["name"]) for _, match in found)
    surnames = {name.split()[-1] for name in names if " " in name}
    dashed = sum(shape is _DASHED for shape, _ in found)
    lower = _LowerCase(text)
    kept: list[Label] = []
    reach = -1
    for shape, match in found:
        if match.start() < reach:
            continue
        name = bare_name(match["name"])
        if shape is _COLON and not _is_name(match, name, names, surnames, words, lower):
            continue
        if shape is _DASHED and dashed < 2:
            continue
        if shape in (_CLOCK, _MEMBER, _RECORD) and name.lower() in words.never:
            continue
        reach = match.end()
        kept.append(_label(shape, match, words, machine or (shape is _CLOCK and match["inside"] is not None)))
    kept += _letters(text, kept)
    kept.sort(key=lambda label: label.span)
    kept = kept if _is_transcript(text, kept) else []
    heads = {label.span.start for label in kept}
    for change in _CHANGE.finditer(text) if ">>" in text else ():
        if not any(at in heads for at in (change.start(), text.rfind("\n", 0, change.start()) + 1)):
            kept.append(Label(Span(*change.span()), "", "change"))
    return sorted(kept, key=lambda label: label.span)


def _candidates(text: str) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    """Lines that have one of the shapes; which may be tried is told by a character or two."""
    at = 0
    for line in text.split("\n"):
        head = line[:_LONGEST]
        if head and not head.isspace():
            for shape in _shapes(head, line, text, at):
                if match := shape.match(text, at):
                    yield shape, match
                    break
        at += len(line) + 1


def _shapes(head: str, line: str, text: str, at: int) -> Iterator[re.Pattern[str]]:
    if "(" in head and head.lstrip(" \t*_").startswith(("The ", "Mr ", "Madam ")):
        yield _OFFICE
    if ":" in head:
        yield _COLON
        if line.rstrip()[-1] in "0123456789]):":
            yield _CLOCK
    if "(" in text[at + len(line) + 1 : at + len(line) + 6]:
        yield _MEMBER
    if "--" in head or "–" in head or "—" in head:
        yield _DASHED
    if line[0] == " " and "." in head:
        yield _RECORD


def bare_name(name: str) -> str:
    """Without marks of Markdown and the stop of an abbreviation's end."""
    return " ".join(name.replace("*", "").replace("_ ", " ").split()).strip()


def person(name: str) -> str:
    """A directory's “Last, First (Dept)” as people write it."""
    name = re.sub(r"\s*[(\[].*?[)\]]", "", name).strip()
    if name.count(",") == 1:
        last, first = (half.strip() for half in name.split(","))
        if (first and last and " " not in first.strip()) or (first and len(first.split()) <= 2):
            return f"{first} {last}"
    return name


def _label(shape: re.Pattern[str], match: re.Match[str], words: LabelWords, machine: bool) -> Label:
    name = bare_name(match["name"])
    groups = match.groupdict()
    time = groups.get("inside") or groups.get("after") or groups.get("before") or ""
    low = name.lower()
    kind = "machine" if machine or _NUMBERED.match(name) else "typed"
    asks = low in words.asks or low.rstrip(".") in words.asks
    if asks or low in words.answers or low in words.parts or low.rstrip(".") in words.answers:
        kind = "role"
    if low in words.unknown or low.startswith("unidentified"):
        return Label(Span(*match.span()), "", "change", asks, time)
    return Label(Span(*match.span()), name, kind, asks, time)


class _LowerCase:
    """Whether a word stands somewhere in the text without a capital: names seldom do."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = re.search(rf"\b{re.escape(word.lower())}\b", self._text) is not None
        return self._known[word]


def _is_name(
    match: re.Match[str], name: str, names: Counter[str], surnames: set[str], words: LabelWords, lower: _LowerCase
) -> bool:
    low = name.lower()
    if low in words.never or low.rstrip(".") in words.never or low.startswith("by "):
        return False
    if low in words.unknown | words.asks | words.answers | words.parts or _NUMBERED.match(name):
        return True
    role = match["role"] or ""
    capitals = name.upper() == name and sum(c.isalpha() for c in name) > 1
    if "," in role and not capitals:
        return False
    if role.count(",") > 2:
        return False
    if capitals or name in surnames or match["inside"] or match["before"] or "**" in match.group():
        return True
    plain = [word for word in name.split() if word[0].isupper()]
    if len(plain) > 1:
        return _TITLES.match(name) is not None or names[name] > 1 or not all(lower.has(word) for word in plain[1:])
    return names[name] > 1 and not lower.has(name)


def _letters(text: str, labels: Sequence[Label]) -> Iterator[Label]:
    """Q and A without a colon: only where there is a question."""
    found = list(_LETTER.finditer(text))
    if not any(match["name"] == "Q" for match in found):
        return
    if not any(match["name"] == "A" for match in found) and not labels:
        return
    taken = {label.span.start for label in labels}
    for match in found:
        if match.start() not in taken:
            yield Label(Span(*match.span()), match["name"], "role", match["name"] == "Q")


def _is_transcript(text: str, labels: Sequence[Label]) -> bool:
    """Labels at the head of every tenth paragraph or oftener; a live blog has its “POLICE:” once."""
    if not labels:
        return False
    paragraphs = len(re.findall(r"\n[^\S\n]*\n\s*\S", text)) + 1
    distinct = {label.name for label in labels}
    if len(labels) == 1 and text[: labels[0].span.start].strip():
        return False
    return len(labels) * 10 >= paragraphs or (len(distinct) > 1 and len(labels) >= 8)
