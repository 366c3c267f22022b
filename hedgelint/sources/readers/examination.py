"""Who Q and A are: the examination's own headings say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hedgelint.patterns import pattern_of
from hedgelint.sources.readers.labels import Label
from hedgelint.sources.transcript import Turn
from hedgelint.span import Span

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_FIRST = rf"{_UPPER}[\w.'’\-]+"
_NAME = rf"{_FIRST}(?:[ \t]+{_UPPER}[\w.'’\-]*){{1,4}}"
_BY = pattern_of(
    rf"^[ \t]*(?:EXAMINATION[ \t]+)?BY[ \t]+(?P<name>(?:M[RSX]S?|MISS|DR)\.?[ \t]+{_FIRST}(?:[ \t]+{_FIRST}){{0,3}})"
    r"[ \t]*:?[ \t]*$",
    re.M,
)
_WITNESS = pattern_of(
    rf"\b(?:EXAMINATION OF|[Ee]xamination of|calls?|call to the stand)[ \t]+(?P<a>{_NAME})"
    rf"|(?P<b>{_NAME})[ \t]*,[ \t]*(?:(?:first )?(?:duly )?sworn\b|called\b"
    r"|(?:having been|was|being|a witness|the witness)\b[^.\n]{0,80}\n?[^.\n]{0,80}sworn)"
)
_HEADING = pattern_of(r"^[ \t]*(?:(?:RE)?DIRECT|CROSS|RECROSS|RE-DIRECT|FURTHER)?[- ]?EXAMINATION\b[^\n]*$", re.M)
_ADDRESSED = pattern_of(
    r"[ \t]*(?:(?:Good (?:morning|afternoon|evening)|And|So|Now|Well)[,.]?[ \t]+)?"
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Officer|Detective|Professor)\.? [A-Z][\w'’\-]+)(?=[,.])"
)
_WITNESS_ROLES = ("the witness", "witness", "the interpreter", "interpreter", "the defendant")


def turns_of(text: str, labels: Sequence[Label]) -> tuple[list[Turn], list[Span]]:
    """The turns behind these labels; and headings of an examination, which nobody says."""
    asked = any(label.asks for label in labels)
    if not asked and not any(label.name.lower() in _WITNESS_ROLES for label in labels):
        return [Turn(label.span.end, label.name, label.kind, label.asks) for label in labels], []
    headings = [*_BY.finditer(text), *_HEADING.finditer(text)]
    events: list[tuple[int, str, str]] = [(m.start(), "by", m["name"]) for m in _BY.finditer(text)]
    for match in _WITNESS.finditer(text):
        events.append((match.start(), "witness", match["a"] or match["b"]))
    events.sort()
    turns: list[Turn] = []
    by = witness = ""
    fresh = True  # nobody has named the witness since the last heading
    at = 0
    for number, label in enumerate(labels):
        while at < len(events) and events[at][0] <= label.span.start:
            _, kind, name = events[at]
            at += 1
            if kind == "by":
                by, fresh = _title(name), True
            else:
                witness, fresh = _title(name), False
        low = label.name.lower().rstrip(".")
        if label.asks and len(low) <= 8 and low in ("q", "question", "qu"):
            end = labels[number + 1].span.start if number + 1 < len(labels) else len(text)
            addressed = _ADDRESSED.match(text, label.span.end, end)
            if addressed and (fresh or not witness):
                if not (witness and addressed["name"].split()[-1].lower() in witness.lower()):
                    witness = addressed["name"]
                fresh = False
            turns.append(Turn(label.span.end, by or "Q", "role", True))
        elif low in ("a", "answer", "ans"):
            turns.append(Turn(label.span.end, witness or "A", "role"))
        elif low in _WITNESS_ROLES:
            turns.append(Turn(label.span.end, witness, "role"))
        else:
            turns.append(Turn(label.span.end, label.name, label.kind, label.asks))
    return turns, [Span(*match.span()) for match in headings]


def _title(name: str) -> str:
    name = " ".join(name.split()).rstrip(".,;:")
    return name.title() if name.isupper() else name
