"""Who speaks in a story, as a table and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hedgelint.report.text import visible
from hedgelint.summary.voices import Voices

_NAME = 44


def as_table(voices: Voices, paint: Callable[[str, str], str]) -> Iterator[str]:
    yield paint(visible(voices.path), "bold")
    if not voices.voices:
        yield "  nobody is quoted or named as a source"
    else:
        wide = max(10, *(min(_NAME, len(voice.name)) for voice in voices.voices))
        yield paint(f"  {'source':<{wide}}  {'kind':<9}  {'first':>7}  quoted  told  share", "dim")
        for voice in voices.voices:
            name = visible(voice.name)
            name = name if len(name) <= wide else name[: wide - 1] + "…"
            place = f"{voice.first.line}:{voice.first.column}"
            share = f"{voices.share(voice.words):.0%}"
            row = f"  {name:<{wide}}  {voice.kind:<9}  {place:>7}  {voice.quotations:>6}  {voice.paraphrases:>4}"
            yield f"{row}  {share:>5}"
    yield f"  {voices.share(voices.unanswered):.0%} of {voices.words} words: nobody answers for them but the paper"


def as_voices_data(voices: Voices) -> dict[str, Any]:
    return {
        "path": voices.path,
        "words": voices.words,
        "unanswered": voices.unanswered,
        "sources": [
            {
                "name": voice.name,
                "kind": voice.kind,
                "first": {"line": voice.first.line, "column": voice.first.column, "offset": voice.first.offset},
                "quotations": voice.quotations,
                "paraphrases": voice.paraphrases,
                "words": voice.words,
                "share": round(voices.share(voice.words), 4),
            }
            for voice in voices.voices
        ],
    }
