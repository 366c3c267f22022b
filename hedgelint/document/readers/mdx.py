"""MDX: what is code in it, masked letter for letter, so that the rest can be read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.document.readers.elements import treatment
from hedgelint.document.readers.shortcodes import MASK, Mark, hidden, paired, shown
from hedgelint.patterns import pattern_of

_POINT = pattern_of(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n`]*$|(?P<code>`+)|\\.|(?P<brace>\{)|(?P<tag></?(?:[A-Za-z]|>))", re.M
)
_MODULE = pattern_of(r"^(?:import|export)\b(?=[\s{*])", re.M)
_STRING = pattern_of(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`|/\*.*?\*/|[{}]", re.S)
_IN_TAG = pattern_of(r"\"[^\"]*\"|'[^']*'|[{>]")
_TAG_NAME = pattern_of(r"</?\s*([\w.:-]*)")
_CLASS = pattern_of(r"class(?:Name)?\s*=\s*[\"']([^\"']*)[\"']")
_COMMENT = pattern_of(r"\{\s*/\*(.*?)\*/\s*\}", re.S)
_FURTHEST = 20_000  # code points that a tag or an expression may be long
# Elements of a line: the reader of Markdown knows them.
_INLINE = frozenset(
    [
        "a",
        "em",
        "strong",
        "b",
        "i",
        "q",
        "sup",
        "sub",
        "br",
        "span",
        "cite",
        "code",
        "del",
        "s",
        "ins",
        "mark",
        "small",
        "u",
        "time",
        "abbr",
    ]
)
_ITEM = pattern_of(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")


def masked(text: str) -> tuple[str, list[Mark]]:
    """The text with imports, exports, expressions and the tags of components masked, and what they say, in order."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for start, end, said in _code(text):
        pieces += [text[at:start], hidden(text, start, end)]
        marks += said
        at = end
    pieces.append(text[at:])
    return "\n".join(_unindented("".join(pieces).split("\n"))), paired(marks)


def _code(text: str) -> Iterator[tuple[int, int, list[Mark]]]:
    """Stretches that are no words, in order and apart."""
    at = 0
    tries = 50  # braces and tags that are never closed; beyond that they are taken for letters at once
    modules = [match.start() for match in _MODULE.finditer(text)]
    while (found := _POINT.search(text, at)) is not None or modules:
        point = found.start() if found else len(text)
        if modules and modules[0] < at:
            modules.pop(0)
        elif modules and modules[0] <= point:
            start = modules.pop(0)
            end = text.find("\n\n", start)
            at = len(text) if end < 0 else end
            yield start, at, []
        elif found is None:
            return
        elif found.lastgroup == "fence":
            close = re.compile(rf"^ {{0,3}}{re.escape(found['fence'])}+[ \t]*$", re.M).search(text, found.end())
            at = close.end() if close else len(text)
        elif found.lastgroup == "code":
            close_at = text.find(found["code"], found.end(), found.end() + 2000)
            at = found.end() if close_at < 0 else close_at + len(found["code"])
        elif found.lastgroup == "brace":
            end = _closed(text, found.start()) if tries else 0
            tries -= bool(tries and not end)
            at = end or found.end()
            if end:
                comment = _COMMENT.fullmatch(text, found.start(), end)
                yield (
                    found.start(),
                    end,
                    [Mark(end, "comment", comment.group(1), start=found.start(), end=end)] if comment else [],
                )
        elif found.lastgroup == "tag":
            end = _tag_end(text, found.start()) if tries else 0
            tries -= bool(tries and not end)
            at = end or found.end()
            if end and (said := _tag(text, found.start(), end)) is not None:
                yield found.start(), end, said
        else:
            at = found.end()


def _closed(text: str, start: int) -> int:
    """Where the brace that opens at `start` is closed, 0 if nowhere near."""
    depth = 0
    for found in _STRING.finditer(text, start, start + _FURTHEST):
        if found.group() == "{":
            depth += 1
        elif found.group() == "}":
            depth -= 1
            if depth == 0:
                return found.end()
    return 0


def _tag_end(text: str, start: int) -> int:
    at = start + 1
    while (found := _IN_TAG.search(text, at, start + _FURTHEST)) is not None:
        if found.group() == ">":
            return found.end()
        at = _closed(text, found.start()) if found.group() == "{" else found.end()
        if not at:
            return 0
    return 0


def _tag(text: str, start: int, end: int) -> list[Mark] | None:
    """What a tag says; None where it is one of a line's."""
    named = _TAG_NAME.match(text, start)
    name = named.group(1) if named else ""
    source = text[start:end]
    if name in _INLINE and "{" not in source:
        return None
    if source.startswith("</"):
        return [Mark(start, "closes", name)]
    classes = " ".join(_CLASS.findall(source))
    how = treatment(name.lower(), (("class", f"{_parted(name)} {classes}"),))
    kind = "out" if how.out else how.kind
    said = shown(source, start, start, kind)
    return said if source.endswith("/>") else [*said, Mark(start, "opens", name, kind)]


def _parted(name: str) -> str:
    """PullQuote as pull-quote."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def _unindented(lines: list[str]) -> Iterator[str]:
    """Indented lines are words in MDX, not code; those of a list keep their depth."""
    in_list = fenced = False
    for line in lines:
        bare = line.lstrip(" \t")
        if bare.startswith(("```", "~~~")):
            fenced = not fenced
        elif bare and not fenced:
            indent = len(line) - len(bare)
            if _ITEM.match(line):
                in_list = True
            elif not indent:
                in_list = False
            if not in_list and (indent > 3 or "\t" in line[:indent]):
                line = MASK * indent + bare
        yield line
