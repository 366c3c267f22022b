"""How many findings there are by rule, by path and by month, in place of the findings themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hedgelint.finding import Result
from hedgelint.patterns import pattern_of
from hedgelint.report.run import Run
from hedgelint.report.text import Summary, number, visible

_MONTH = pattern_of(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_/.]?(?P<month>0[1-9]|1[0-2])(?!\d{3})")
_MOST = 20  # rows of paths


class Statistics:
    """The month is the one that a story's path names (2026-05, 2026/05); where none does there is no such table."""

    def __init__(self, run: Run) -> None:
        self._run, self._summary = run, Summary(run.severity or "warning")
        self._rules: Counter[tuple[str, str]] = Counter()
        self._paths: Counter[str] = Counter()
        self._months: Counter[str] = Counter()
        self._stories: Counter[str] = Counter()

    def story(self, result: Result) -> Iterator[str]:
        self._summary.add(result)
        found = self._run.shown(result, "warning")
        self._rules.update((finding.rule, finding.severity) for finding in found)
        self._paths[result.path.partition("#")[0]] += len(found)
        if month := _MONTH.search(result.path):
            name = f"{month['year']}-{month['month']}"
            self._months[name] += len(found)
            self._stories[name] += 1
        return iter(())

    def end(self) -> Iterator[str]:
        rows = [(f"{rule} ({severity})", str(count)) for (rule, severity), count in self._rules.most_common()]
        yield from _table("by rule", rows)
        paths = [(visible(path), str(count)) for path, count in self._paths.most_common() if count]
        yield from _table("by path" + (f", the first {_MOST}" if len(paths) > _MOST else ""), paths[:_MOST])
        months = [
            (name, f"{count}  in {number(self._stories[name], 'story', 'stories')}")
            for name, count in sorted(self._months.items())
        ]
        yield from _table("by month", months)
        if not self._run.quiet:
            yield str(self._summary)


def _table(title: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if not rows:
        return
    wide = max(len(name) for name, _ in rows)
    yield title
    yield from (f"  {name:<{wide}}  {count:>5}" for name, count in rows)
    yield ""
