"""Marks and letters that were lost on the way: read in the wrong encoding, left as an entity, or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.annotate.story import MarkFault
from hedgelint.document.model import Document
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

# UTF-8 read as Windows-1252: a mark of three bytes begins with â€, a sign or letter of two with Â or Ã.
_MISREAD = pattern_of(
    r"(?P<mac>‚Ä[úùôòîì¶])"  # … and as that of old Macs: ‚Äú
    r"|(?P<asked>(?<=[a-z])\?(?=(?:t|s|re|ve|ll|d|m)\b(?!\?)))"  # a program that knew no ’ wrote a question mark
    r"|(?P<blank>(?<=\s)\?(?=[A-Za-z]))"  # and for the mark that opens
    r"|(?P<tick>(?<=[a-z])[`´](?=(?:t|s|re|ve|ll|d|m)\b))"  # a key beside the right one
    r"|(?P<mark>â€[œ\x9d™˜“”¦\"']?)"
    r"|(?P<letter>[ÂÃ][\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\x9f])"
    r"|(?P<entity>&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,5}|[lr][sd]quo|quot|apos|amp|nbsp|[mn]dash|hellip|lt|gt|pound|euro"
    r"|[aeiouyAEIOU](?:acute|grave|circ|uml)|[cC]cedil|[nNaAoO]tilde|[aA]ring|[oO]slash|szlig|[sS]caron|deg|copy|reg|trade"
    r"|times|frac(?:12|14|34)|sup[23]|middot|bull|shy|thinsp|zwj|zwnj|[lr]aquo|sbquo|bdquo|prime|Prime|yen|cent|sect);)"
    r"|(?P<bare>(?<!&)#(?:82(?:1[1267]|2[0123])|8230|8364);)"
    r"|(?P<lost>(?:[\ufffd\x80-\x9f]|ï¿½)+)"
)
# With what each begins: most stories have none of the letters, and no ? that is not behind a word and before a blank.
_LETTER = pattern_of(r"[âÂÃï‚`´\ufffd\x80-\x9f]")
_ASKED = pattern_of(r"\?(?<=[a-z\s].)[A-Za-z]")
_REFERENCE = pattern_of(r"[&#](?=[#a-zA-Z8])")
_UNREAD = ("comment", "embed")


def spoilt(document: Document) -> Iterator[MarkFault]:
    """Of kind `spoilt` (marks) or `misread` (letters), with what mends it where that is known."""
    text = document.text
    if not any(sign.search(text) for sign in (_LETTER, _ASKED, _REFERENCE)):
        return
    for part in document.parts:
        for found in _MISREAD.finditer(text, *part.span) if part.kind not in _UNREAD else ():
            span = Span(*found.span())
            if found["tick"]:
                yield MarkFault("apostrophe", span, edits=((span, "’" if "’" in text else "'"),))
                continue
            right = _right(found)
            yield MarkFault("misread" if found["letter"] else "spoilt", span, edits=((span, right),) if right else ())


def _right(found: re.Match[str]) -> str:
    """What was there, empty where nobody can tell."""
    if found["entity"] or found["bare"]:
        from html import unescape

        right = unescape(found[0] if found["entity"] else f"&{found[0]}")
        return "" if right == found[0] else right
    if found["lost"] or found["blank"]:
        return ""
    if found["asked"]:
        return "’"
    if found["mac"]:
        return found[0].encode("mac-roman").decode("utf-8")
    try:
        # Five bytes have no letter in Windows-1252; programs keep them as they are.
        data = b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252") for c in found[0])
        return data.decode("utf-8")
    except UnicodeError:
        return ""
