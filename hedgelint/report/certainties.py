"""The words of confidence as a table, as a picture and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hedgelint.report.text import visible
from hedgelint.summary.certainties import Certainties

_STEPS = 50  # columns from 0 to 100 per cent


def as_table(story: Certainties, paint: Callable[[str, str], str]) -> Iterator[str]:
    yield paint(visible(story.path), "bold")
    if not story.words:
        yield "  no word in it says how sure"
        return
    wide = max(len(visible(word.words)) for word in story.words)
    owners = max(len(visible(word.owner)) for word in story.words)
    for word in story.words:
        place = f"{word.start.line}:{word.start.column}"
        bands = "; ".join(f"{scale} {low}–{high}" for scale, (low, high) in word.bands.items())
        yield (
            f"  {place:>8}  {paint(f'{visible(word.words):<{wide}}', 'confidence')}  {visible(word.owner):<{owners}}  "
            f"{word.kind:<7}  {bands or 'no probability stated'}"
        )
    yield from _picture(story, wide)


def _picture(story: Certainties, wide: int) -> Iterator[str]:
    """A line a banded word, on the first scale that most of them have."""
    scales = story.scales()
    if not scales:
        return
    scale = max(scales, key=lambda name: (sum(name in word.bands for word in story.words), -scales.index(name)))
    yield ""
    yield f"  {scale}, per cent"
    seen = dict.fromkeys((word.words.lower(), word.bands[scale]) for word in story.words if scale in word.bands)
    for words, (low, high) in sorted(seen, key=lambda row: row[1]):
        first, last = low * _STEPS // 100, max(high * _STEPS // 100, low * _STEPS // 100 + 1)
        yield f"  {visible(words):<{wide}}  |{'·' * first}{'█' * (last - first)}{'·' * (_STEPS - last)}|"
    yield f"  {'':<{wide}}  0{'50':>{_STEPS // 2 + 1}}{'100':>{_STEPS // 2}}"


def as_certainties_data(story: Certainties) -> dict[str, Any]:
    return {
        "path": story.path,
        "words": [
            {
                "words": word.words,
                "start": {"line": word.start.line, "column": word.start.column, "offset": word.start.offset},
                "owner": word.owner,
                "class": word.kind,
                "group": word.group,
                "bands": {scale: list(band) for scale, band in word.bands.items()},
            }
            for word in story.words
        ],
    }
