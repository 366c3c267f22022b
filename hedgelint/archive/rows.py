"""A story that has been looked at, as a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.annotate.story import Quotation, Story
from hedgelint.archive.referred import Referred
from hedgelint.finding import Result
from hedgelint.patterns import pattern_of
from hedgelint.summary.claims import is_unanswered
from hedgelint.summary.voices import owner_of, voices_of

_LEAST = 6  # words from which a quotation is compared with others
_WORD = pattern_of(r"\w+(?:[’'-]\w+)*")
_BYLINE = pattern_of(r"(?i)(?:words\s+)?by[:\s]\s*")


def row_of(story: Story, result: Result) -> dict[str, Any]:
    """The columns that the story itself fills; `author` is what its byline says, where it has one."""
    voices, referred = voices_of(story), Referred(story)
    words = [word.kind for word in story.confidence]
    return {
        "author": _author(story),
        "error": "; ".join(f"line {one.line}: {one.message}" if one.line else one.message for one in result.problems)
        or None,
        "notes": list(result.notes),
        "looked_at": bool(story.sentences),
        "words": voices.words,
        "unanswered_words": voices.unanswered,
        "findings": [
            {
                "rule": one.rule,
                "category": one.category,
                "severity": one.severity,
                "line": one.start.line,
                "column": one.start.column,
                "start": one.start.offset,
                "end": one.end.offset,
                "message": one.message,
                "excerpt": one.excerpt,
            }
            for one in result.findings
            if one.suppressed is None
        ],
        "sources": [
            {
                "name": one.name,
                "kind": one.kind,
                "quotations": one.quotations,
                "paraphrases": one.paraphrases,
                "words": one.words,
                "share": voices.share(one.words),
                **dict(zip(("pronoun", "title"), referred.of(one.name), strict=True)),
            }
            for one in voices.voices
        ],
        "quotes": list(_quotes(story)),
        "claims": len(story.claims),
        "unanswered_claims": sum(map(is_unanswered, story.claims)),
        "hedges": words.count("hedge"),
        "boosters": words.count("booster"),
        "quotations": sum(_is_somebodys(one) and not one.continues for one in story.quotations),
    }


def _is_somebodys(quotation: Quotation) -> bool:
    return not quotation.depth and quotation.kind in ("full", "partial")


def _quotes(story: Story) -> Iterator[dict[str, Any]]:
    text = story.document.text
    for one in story.quotations:
        words = " ".join(one.inner.of(text).split())
        if not _is_somebodys(one) or len(_WORD.findall(words)) < _LEAST:
            continue
        place = story.document.lines.place(story.document.map.source(one.span)[0])
        speaker = None if one.attribution is None else owner_of(story, one.attribution)
        yield {"speaker": speaker, "words": words, "line": place.line, "column": place.column}


def _author(story: Story) -> str | None:
    for part in story.document.parts:
        if part.kind == "byline":
            words = " ".join(part.span.of(story.document.text).split())
            begun = _BYLINE.match(words)
            return (words[begun.end() :] if begun else words) or None
    return None
