"""Examples for rules that came without any: a sentence in which the rule speaks, and others in which it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rule import Rule
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.span import Span

_BODY = (
    "\n\nThe bridge at Carrow was shut on Monday, said Jo Hale, the engineer.\n\nIt opens in May.\n\nNo date is set.\n"
)
_SPEAKS = (
    "The note has {} in it.",
    "{} is in the note.",
    "The note says {}",
    "note {}",
    "{}",
    "The note: {}",
    "- one\n- {} two\n- three\n",
    "{} at Carrow" + _BODY,
    "Bridge at Carrow {}" + _BODY,
)
_QUIET = (
    "“The note has {} in it,” she said.",
    "“{},” she said.",
    "She read the note.",
    "Bridges shut.",
    "They went home.",
    "Go.",
)


def examples_of(rule: Rule, book: Rulebook, like: Iterable[str]) -> Mapping[str, Any] | None:
    """`like` are texts in which the rule should speak. None where no sentence could be made."""
    linter = Linter(book, {rule.id: rule.severity})
    texts = [" ".join(text.split()) or "a" for text in dict.fromkeys(like)][:4]
    bad: list[str] = []
    for text in texts:
        marked = (_marked(linter, frame.replace("{}", text)) for frame in _SPEAKS)
        bad += [next((one for one in marked if one), "")]
    bad = [one for one in bad if one]
    tried = [frame.replace("{}", text) for text in texts for frame in _QUIET]
    good = [sentence for sentence in dict.fromkeys(tried) if not _found(linter, sentence)]
    return {"bad": bad[:2], "good": good[:2]} if bad and good else None


def _marked(linter: Linter, text: str) -> str:
    """With [[ and ]] where the rule speaks; empty where it does not, or where the text has such marks itself."""
    found = _found(linter, text)
    if not found or "[[" in text or "]]" in text or any(a.end > b.start for a, b in pairwise(found)):
        return ""
    for span in reversed(found):
        text = f"{text[: span.start]}[[{span.of(text)}]]{text[span.end :]}"
    return text


def _found(linter: Linter, text: str) -> list[Span]:
    return [Span(f.start.offset, f.end.offset) for f in linter.lint(read_plain("example", text)).findings]
