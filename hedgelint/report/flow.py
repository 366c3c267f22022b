"""Documents of JSON that are written while the run goes on: one list grows, the rest is known at its end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from hedgelint.values import dataclass


def written(data: object, indent: int | None = 2) -> str:
    """JSON that can be written as UTF-8: half a letter stands as its escape, as JSON has it."""
    return json.dumps(data, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(slots=True)
class Flow:
    """Writes a document to the letter as `written` would write it whole. `hole` is the growing list, empty, as it
    stands in the document (`"findings": []`), `depth` how deep its items lie, and `whole` makes the document with an
    empty list; what stands before the list must be the same from the start. The last item is held back, since it is
    not known yet whether a comma follows."""

    hole: str
    depth: int
    whole: Callable[[], object]
    _held: str | None = None

    def take(self, items: Iterable[object]) -> Iterator[str]:
        room = "  " * self.depth
        for item in items:
            if self._held is None:
                yield written(self.whole()).partition(self.hole)[0] + self.hole[:-1]
            else:
                yield f"{self._held},"
            self._held = room + written(item).replace("\n", f"\n{room}")

    def end(self) -> Iterator[str]:
        before, hole, after = written(self.whole()).partition(self.hole)
        if self._held is None:
            yield before + hole + after
        else:
            yield self._held
            yield "  " * (self.depth - 1) + "]" + after
