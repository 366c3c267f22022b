"""Shortcodes of Hugo, Jekyll and Quarto, attribute lists and fenced divs: out of the words, but for what is shown."""

from __future__ import annotations

import re

from hedgelint.document.readers.elements import kind_of
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

# Stands in the text that Markdown is made of for a letter that is not to be read.
MASK = "\ue000"
# The mark of a note: [^1] anywhere, [1] behind a stop or a quotation mark.
_NOTE = r"\[(?:\^[^\]\s\[]{1,40}\](?!:)|(?<=[.,;?!”\"’']\[)\d{1,3}\](?![(\[:]))"
_MARKUP = pattern_of(
    r"\{\{[<%](?P<hugo>(?:[^{}]|\{(?!\{)|\}(?!\}))*+)[>%]?\}\}"
    r"|\{%(?P<liquid>(?:[^%{]|%(?!\})|\{(?!%))*+)%\}"
    r"|(?P<output>\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*+\}\})"
    r"|(?P<attributes>\{(?=[:#.])[^{}\n]*+\})"
    r"|^(?P<div>[ \t]*:{3,}[^\n]*)$"
    rf"|(?P<note>{_NOTE})",
    re.M,
)
_NOTES = pattern_of(_NOTE)
_SIGNS = ("{{", "{%", "{:", "{#", "{.", ":::")
_ATTRIBUTE = pattern_of(r"([\w-]+)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|'[^']*'|`[^`]*`)", re.S)
_POSITIONAL = pattern_of(r"(?<![=\w])(\"(?:[^\"\\]|\\.)*\")", re.S)
_NAME = pattern_of(r"\s*[-~]?\s*(/?)\s*([\w/.-]+)")
_CLASS = pattern_of(r"\.([\w-]+)")
_SHOWN = pattern_of(r"(?:caption|cutline)$", re.I)
_QUOTED = ("text", "quote", "content", "body")
_OUT = frozenset(("highlight", "comment", "script", "style", "mermaid", "math", "katex", "chart", "gist", "svg"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something at a point of the text: `opens` or `closes` a stretch of a kind (`out`: not read), `attributes` for the
    block before it, or `words` that are shown, from `start` to `end` of the text; `comment` is one of the file's."""

    at: int
    what: str
    name: str = ""
    kind: str | None = None
    start: int = 0
    end: int = 0


def masked(text: str) -> tuple[str, list[Mark]]:
    """The text with all such markup masked, letter for letter, and what it says, in order. A line that holds nothing
    else is made blank, so that it parts paragraphs."""
    if not any(sign in text for sign in _SIGNS):
        return _NOTES.sub(lambda note: MASK * len(note.group()), text), []
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for found in _MARKUP.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span()
        if kind == "hugo" or kind == "liquid":
            marks += _code(found.group(kind), found.start(kind), start, end)
        elif kind == "attributes":
            marks.append(Mark(start, "attributes", kind=kind_of(" ".join(_CLASS.findall(found.group())))))
        elif kind == "div":
            words = found.group().strip().lstrip(":").strip()
            if words:
                named = " ".join(_CLASS.findall(words)) or words
                marks.append(Mark(start, "opens", ":::", kind_of(named)))
            else:
                marks.append(Mark(start, "closes", ":::"))
        pieces += [text[at:start], hidden(text, start, end)]
        at = end
    pieces.append(text[at:])
    return "".join(pieces), paired(marks)


def hidden(text: str, start: int, end: int) -> str:
    """As many letters of mask; blanks, if nothing but blanks stands on the lines beside it."""
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    alone = text[before:start].isspace() or before == start
    rest = text[end : len(text) if after < 0 else after]
    alone = alone and (not rest or rest.isspace())
    inner = text[start:end]
    if "\n" not in inner:
        return (" " if alone else MASK) * len(inner)
    return "".join(c if c == "\n" else " " if alone else MASK for c in inner)


def paired(marks: list[Mark]) -> list[Mark]:
    """Without those that open a stretch that is never closed, or close one that was never opened."""
    waiting: dict[str, list[int]] = {}
    kept = [mark.what not in ("opens", "closes") for mark in marks]
    for number, mark in enumerate(marks):
        if mark.what == "opens":
            waiting.setdefault(mark.name, []).append(number)
        elif mark.what == "closes" and waiting.get(mark.name):
            kept[number] = kept[waiting[mark.name].pop()] = True
    return [mark for mark, keep in zip(marks, kept, strict=True) if keep]


def _code(inner: str, base: int, start: int, end: int) -> list[Mark]:
    named = _NAME.match(inner)
    if named is None:
        return []
    closes, name = named.group(1), named.group(2).lower()
    if name.startswith("end") and len(name) > 3:
        closes, name = "/", name[3:]
    if name == "include":  # Jekyll: the name of the file says what it is
        more = _NAME.match(inner, named.end())
        name = f"include {more.group(2)}" if more else name
    if closes:
        return [Mark(start, "closes", name)]
    kind = "out" if name in _OUT else stretch_kind(name)
    marks = [Mark(start, "opens", name, kind)]
    return shown(inner, base, start, kind) + marks


def stretch_kind(name: str) -> str | None:
    kind = kind_of(name)
    if kind is None and "quote" in name:
        return "blockquote"
    return kind if kind in ("pullquote", "correction", "note", "caption", "embed") else None


def shown(inner: str, base: int, at: int, kind: str | None) -> list[Mark]:
    """The attributes whose words are shown; `base` is where `inner` stands."""
    out = []
    for attribute in _ATTRIBUTE.finditer(inner):
        key = attribute.group(1).lower()
        part = "caption" if _SHOWN.search(key) else kind if key in _QUOTED else None
        if part in ("caption", "pullquote", "blockquote") and len(attribute.group(2)) > 2:
            out.append(Mark(at, "words", "", part, base + attribute.start(2) + 1, base + attribute.end(2) - 1))
    if not out and kind in ("pullquote", "blockquote") and (words := _POSITIONAL.search(inner)):
        out.append(Mark(at, "words", "", kind, base + words.start(1) + 1, base + words.end(1) - 1))
    return out
