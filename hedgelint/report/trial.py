"""What came of a rule's trial, for people and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hedgelint.desk.trial import Sample, Share, Trial, wilson

_MOST = 12  # rows of folders and rules
Paint = Callable[[str, str], str]


def as_trial(trial: Trial, judged: tuple[int, int], paint: Paint) -> Iterator[str]:
    """`judged`: how many findings are right, of how many that somebody has judged."""
    whole = trial.whole
    hits = f"{whole.hits} {'hit' if whole.hits == 1 else 'hits'}"
    yield f"{trial.rule}: {hits} in {trial.struck} of {whole.stories} {'story' if whole.stories == 1 else 'stories'}"
    if whole.stories:
        yield f"{_per(whole.hits, whole.stories)} a thousand stories, {_per(whole.hits, whole.words)} a thousand words"
    for title, shares in (("by year", trial.years), ("by folder", trial.folders)):
        yield from _shares(title, shares)
    if whole.hits:
        yield from ("", "rules that speak of the same words")
        rows = trial.beside.most_common(_MOST)
        wide = max((len(rule) for rule, _ in rows), default=0)
        yield from (f"  {rule:<{wide}}  {count:>5}  {_percent(count, whole.hits)}" for rule, count in rows)
        yield f"  none: {trial.alone}  {_percent(trial.alone, whole.hits)}"
    if trial.sample:
        yield from ("", f"a sample of {len(trial.sample)}, drawn with seed {trial.seed}")
        for one in trial.sample:
            yield from in_context(one, paint)
    right, of = judged
    if of:
        low, high = wilson(right, of)
        yield from (
            "",
            f"right: {right} of {of} judged, {right / of:.0%} (19 times in 20 from {low:.0%} to {high:.0%})",
        )


def in_context(sample: Sample, paint: Paint) -> Iterator[str]:
    yield paint(f"{sample.path}:{sample.line}:{sample.column}", "bold")
    yield f"    …{paint(sample.before, 'dim')}[{paint(sample.words, 'loaded')}]{paint(sample.after, 'dim')}…"


def as_trial_data(trial: Trial, judged: tuple[int, int]) -> Mapping[str, Any]:
    right, of = judged
    low, high = wilson(right, of)
    return {
        "format": 1,
        "rule": trial.rule,
        **_share(trial.whole),
        "stories_with_hits": trial.struck,
        "years": {name: _share(share) for name, share in sorted(trial.years.items())},
        "folders": {name: _share(share) for name, share in sorted(trial.folders.items())},
        "beside": dict(trial.beside.most_common()),
        "alone": trial.alone,
        "seed": trial.seed,
        "sample": [
            {
                "path": one.path,
                "line": one.line,
                "column": one.column,
                "before": one.before,
                "words": one.words,
                "after": one.after,
                "message": one.message,
                "key": one.key,
            }
            for one in trial.sample
        ],
        "judged": {"right": right, "of": of, "from": round(low, 4), "to": round(high, 4)},
    }


def _share(share: Share) -> dict[str, int]:
    return {"stories": share.stories, "words": share.words, "hits": share.hits}


def _shares(title: str, shares: Mapping[str, Share]) -> Iterator[str]:
    if len(shares) < 2 or not any(share.hits for share in shares.values()):
        return
    by_name = sorted(shares.items())
    rows = by_name if title == "by year" else sorted(by_name, key=lambda row: -row[1].hits)[:_MOST]
    yield from ("", title if len(rows) == len(shares) else f"{title}, the first {_MOST} of {len(shares)}")
    wide = max(len(name) for name, _ in rows)
    for name, share in rows:
        often = f"{_per(share.hits, share.stories)} a thousand stories"
        yield f"  {name:<{wide}}  {share.hits:>5}  in {share.stories}, {often}"


def _per(count: int, of: int) -> str:
    often = 1000 * count / of if of else 0.0
    return f"{often:,.0f}" if often >= 10 or not count else f"{often:.2g}"


def _percent(count: int, of: int) -> str:
    return f"{count / of:.0%}"
