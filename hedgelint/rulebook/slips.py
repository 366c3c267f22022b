"""What a YAML parser stumbles over, in the words of somebody who writes rules and not YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

_QUOTED = pattern_of(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_VALUE = pattern_of(r"^\s*(?:- )?(?:[\w-]+:)?\s*(?:- )?(?P<value>\S.*)$")
_FIELD = pattern_of(r"\{\w*\}")
_BRACKETS = {"{": "}", "[": "]"}
_CURLY = "“”‘’„«»"
_SIGNS = "{[*&!%@`"  # with which no text may begin
_SHOWN = 50  # code points of a text that is shown as it should be


@dataclass(frozen=True, slots=True)
class Slip:
    """`line` and `column` from 1: of the slip, which is not always where the parser gave up."""

    message: str
    hint: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what the parser said of it. `bare` is it with blanks for all that stands between marks; `value` what
    stands behind its key or dash, from column `at`; `column` is 0 where the parser did not give up on this line."""

    number: int
    text: str
    problem: str
    column: int
    bare: str
    value: str
    at: int

    @classmethod
    def of(cls, number: int, text: str, problem: str, column: int) -> _Line:
        bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
        value = _VALUE.match(text)
        found, at = (value["value"], value.start("value") + 1) if value else ("", 1)
        return cls(number, text, problem, column, bare, found, at)

    def slip(self, message: str, hint: str, column: int) -> Slip:
        return Slip(message, hint, self.number, max(1, column))

    @property
    def quoted(self) -> str:
        """The value as it should stand, shortened: "The [[iconic]] pier …"."""
        inner = self.value.strip()
        if inner.startswith("[") and not inner.startswith("[["):
            inner = inner[1:].removesuffix("]")
        inner = inner.replace('"', "'")
        return f'"{inner if len(inner) <= _SHOWN else inner[: _SHOWN - 1].rstrip() + "…"}"'


def slip_in(text: str, problem: str, line: int, column: int, opened: tuple[int, int] | None = None) -> Slip:
    """`line` and `column` (from 1) are where the parser gave up with `problem`, `opened` where what it was reading
    began."""
    if "quoted scalar" in problem and "end of stream" in problem and opened:
        return Slip("a quotation mark is opened and never closed", "write the same mark at its end", *opened)
    lines = text.split("\n")
    for number in dict.fromkeys((line, *((opened[0],) if opened else ()), line - 1)):
        if 0 < number <= len(lines):
            here = _Line.of(number, lines[number - 1].rstrip("\r"), problem, column if number == line else 0)
            found = next((slip for known in _KNOWN if (slip := known(here)) is not None), None)
            if found is not None:
                return found
    for number, above in enumerate(lines[: line - 1], 1):
        if (mark := re.search(r'(?<=[:\-\[,] )"|(?<=\[)"', above)) and above.replace(r"\"", "").count('"') % 2:
            return Slip("a quotation mark is opened and not closed in its line", "close it", number, mark.start() + 1)
    return Slip(*_in_general(problem), line, column)


def _tab(here: _Line) -> Slip | None:
    head = here.text[: len(here.text) - len(here.text.lstrip())]
    if "\t" not in head and here.text[here.column - 1 : here.column] != "\t":
        return None
    return here.slip("that is a tab", "indent with blanks, two for each step", here.text.index("\t") + 1)


def _marked(here: _Line) -> Slip | None:
    if "[[" not in here.bare or here.bare.lstrip().startswith("#"):
        return None
    message = "a text with [[ in it has to stand in quotation marks"
    return here.slip(message, f"write {here.quoted}", here.bare.index("[[") + 1)


def _curly(here: _Line) -> Slip | None:
    mark = next((char for char in here.value.lstrip("[ ")[:1] if char in _CURLY), "")
    if not mark or "mapping values" in here.problem:
        return None
    hint = f'put " round the whole, and leave {mark} inside: "{mark}…"'
    return here.slip(f"{mark} is no quotation mark of YAML", hint, here.text.index(mark) + 1)


def _escape(here: _Line) -> Slip | None:
    if "escape" not in here.problem:
        return None
    message = "a backslash between double quotation marks is read by YAML itself"
    return here.slip(message, r"put single marks round a pattern: '\d'", here.column)


def _unclosed(here: _Line) -> Slip | None:
    close = _BRACKETS.get(here.value[:1])
    if close is None or close in here.bare[here.at - 1 :] or _FIELD.match(here.value):
        return None
    return here.slip(f"{here.value[0]} is opened and not closed", f"write {here.value.strip()}{close}", here.at)


def _begins(here: _Line) -> Slip | None:
    first = here.value[:1]
    if not first or first not in _SIGNS or _is_closed(here.value):
        return None
    message = f"a text that begins with {first} has to stand in quotation marks"
    return here.slip(message, f"write {here.quoted}", here.at)


def _is_closed(value: str) -> bool:
    """Whether a value that begins with a bracket is one in brackets, with nothing behind it."""
    bare = _QUOTED.sub("", value).split(" #")[0].rstrip().rstrip(",")
    return value[0] in _BRACKETS and bare.endswith(_BRACKETS[value[0]]) and not _FIELD.match(bare)


def _question(here: _Line) -> Slip | None:
    """A question in brackets, which the parser takes for the sign of a key."""
    question = re.search(r"\?(?=\s*[,}\]])", here.bare)
    if question is None or here.value[:1] not in _BRACKETS:
        return None
    message = "a text in brackets that ends with ? has to stand in quotation marks"
    return here.slip(message, 'write {term: …, advice: "who says so?"}', question.start() + 1)


def _colon(here: _Line) -> Slip | None:
    colon = re.search(r":(?:\s|$)", here.bare[here.at - 1 :])
    if "mapping values" not in here.problem or not here.value or colon is None:
        return None
    message = "a text with a colon and a blank in it has to stand in quotation marks"
    return here.slip(message, f"write {here.quoted}", here.at + colon.start())


def _apostrophe(here: _Line) -> Slip | None:
    if not (here.value.startswith("'") and here.value.count("'") % 2 and re.search(r"\w'\w", here.value)):
        return None
    return here.slip("an apostrophe ends a text between single marks", 'use double marks round it: "…"', here.at)


def _no_blank(here: _Line) -> Slip | None:
    if not re.match(r"\s*[\w-]+:\S", here.bare) or not re.search("expected ':'|could not find", here.problem):
        return None
    return here.slip("a blank is missing behind the colon", "write key: value", here.bare.index(":") + 1)


_KNOWN: tuple[Callable[[_Line], Slip | None], ...] = (
    _tab,
    _marked,
    _curly,
    _escape,
    _unclosed,
    _begins,
    _question,
    _colon,
    _apostrophe,
    _no_blank,
)
_GENERAL = (
    (
        "expected key|mapping values|block mapping|indicator|block end",
        "the line does not fit those above it",
        "keys of one level begin in one column; a text with : # [ { or a mark in it stands in quotation marks",
    ),
    (
        r"',' or '[\]}]'",
        "a list or mapping in brackets does not end as it should",
        "commas between its parts, a bracket at the end",
    ),
    ("expected ':'|could not find", "a key without its colon", "write key: value"),
    (
        "anchor|alias",
        "* and & at the beginning of a text mean something else in YAML",
        "put the text in quotation marks",
    ),
    ("single document", "more than one document in the file", "one rule a file; take out the line ---"),
)


def _in_general(problem: str) -> tuple[str, str]:
    for pattern, message, hint in _GENERAL:
        if re.search(pattern, problem):
            return message, hint
    return f"this is no YAML: {problem}", "put texts in quotation marks"
