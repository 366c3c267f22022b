"""XML of debates with the speaker in an attribute, and pages in HTML."""

from __future__ import annotations

import html
import re

from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of
from hedgelint.sources.transcript import Said, Turn

_TOKEN = pattern_of(
    r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>|<!.*?>|</?(?P<tag>[A-Za-z][\w:-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});",
    re.S,
)
_ATTRIBUTE = pattern_of(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ASIDE = "head script style nav footer form noscript template svg title button aside"
_UNSAID = frozenset(_ASIDE.split())
_UNSAID_XML = frozenset(
    ("major-heading", "minor-heading", "oral-heading", "heading", "title", "division", "divisioncount", "mplist")
)
_WITHIN = (
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt "
    "u var wbr"
)
_INLINE = frozenset(_WITHIN.split())
_FOOTNOTE = pattern_of(r"\s*\[?\d{1,3}\]?\s*")
_SPEECH = pattern_of(r"<speech\b[^>]*\b(?:speakername|nospeaker)=")


def is_debate(text: str) -> bool:
    return _SPEECH.search(text, 0, 200_000) is not None


def read_debate(document: Document) -> tuple[Document, str, list[Turn], list[tuple[int, str]]]:
    """Speeches with their speakers and columns; headings, divisions and procedure are said by nobody."""
    source = document.text
    said = Said()
    turns: list[Turn] = []
    marks: list[tuple[int, str]] = []
    speaking, at, skip = False, 0, ""
    for token in _TOKEN.finditer(source):
        if speaking and not skip:
            said.add(source[at : token.start()], at)
        at = token.end()
        tag, text = token["tag"], token.group()
        if tag is None:
            if speaking and not skip and text[0] == "&":
                _letter(said, text, token.start())
        elif skip:
            skip = "" if tag == skip and text.startswith("</") else skip
        elif tag in _UNSAID_XML and not text.startswith("</") and not text.endswith("/>"):
            skip = tag
        elif tag == "speech":
            speaking = False
            if not text.startswith("</"):
                given = {name: html.unescape(a or b) for name, a, b in _ATTRIBUTE.findall(token["rest"])}
                name = given.get("speakername", "").strip()
                speaking = bool(name) or given.get("nospeaker") != "true"
                if speaking:
                    known = name if given.get("nospeaker") != "true" else ""
                    turns.append(Turn(said.size, known, "typed" if known else "change"))
                    if given.get("colnum"):
                        marks.append((said.size, f"column {given['colnum']}"))
        elif tag in ("p", "br") and speaking:
            said.put("\n", *token.span())
    return said.document(document), "debate", turns, marks


def read_page(document: Document) -> Document:  # noqa: C901
    """The words of a page in HTML, its blocks parted by blank lines."""
    source = document.text
    said = Said()
    at, skip, kept = 0, "", False
    for token in _TOKEN.finditer(source):
        if not skip:
            _data(said, source, at, token.start(), kept)
        at = token.end()
        tag, text = (token["tag"] or "").lower(), token.group()
        if not tag:
            if not skip and text[0] == "&":
                _letter(said, text, token.start())
        elif skip:
            skip = "" if tag == skip and text.startswith("</") else skip
        elif tag in _UNSAID and not text.startswith("</") and not text.endswith("/>"):
            skip = tag
        elif tag == "sup" and not text.startswith("</"):
            end = source.find("</sup", at)
            if end >= 0 and _FOOTNOTE.fullmatch(re.sub(r"<[^>]*>", "", source[at:end])):
                skip = "sup"
        elif tag == "pre":
            kept = not text.startswith("</")
        elif tag == "br":
            said.put("\n", *token.span())
        elif tag not in _INLINE:
            said.put("\n\n", *token.span())
    if not skip:
        _data(said, source, at, len(source), kept)
    return said.document(document)


def _data(said: Said, source: str, start: int, end: int, kept: bool) -> None:
    """Text as it is in <pre>; elsewhere a line end is a blank."""
    if kept or "\n" not in source[start:end]:
        said.add(source[start:end], start)
        return
    at = start
    while (line := source.find("\n", at, end)) >= 0:
        said.add(source[at:line], at)
        said.put(" ", line, line + 1)
        at = line + 1
    said.add(source[at:end], at)


def _letter(said: Said, reference: str, at: int) -> None:
    said.put(html.unescape(reference), at, at + len(reference))
