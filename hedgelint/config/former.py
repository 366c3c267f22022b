"""Rules that are called otherwise now, or that there are no longer: told where a house still uses the old name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgelint.config.model import Entry, Layer
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.values import dataclass, replace

_LIST = "former-rules"


@dataclass(frozen=True, slots=True)
class Former:
    """Of the list `former-rules`: the new name by the old one, and what is said of a rule that is gone. A name that a
    present rule has is no old one."""

    now: Mapping[str, str]
    gone: Mapping[str, str]

    @classmethod
    def of(cls, book: Rulebook) -> Former:
        present = {rule.id for rule in book.rules}
        entries = [entry for entry in book.lexicons[_LIST].entries if entry["term"] not in present]
        return cls(
            {entry["term"]: str(entry["now"]) for entry in entries if entry.get("now") in present},
            {entry["term"]: str(entry.get("advice", "")) for entry in entries if entry.get("now") not in present},
        )

    def told(self, name: str) -> str:
        """What is said of an old name; empty where it is none."""
        if name in self.now:
            return f"“{name}” is called “{self.now[name]}” now: write that"
        advice = f": {self.gone[name]}" if self.gone.get(name) else ""
        return f"there is no rule “{name}” any more{advice}; take the name out" if name in self.gone else ""

    def renamed(
        self, layers: Sequence[Layer], places: Mapping[str, tuple[str, int, int]]
    ) -> tuple[tuple[Layer, ...], tuple[str, ...]]:
        """The layers with the names of today, and what is to be said of the others, each with its place."""
        if not (self.now or self.gone):
            return tuple(layers), ()
        used = dict.fromkeys(
            name
            for layer in layers
            for name in (*(layer.select or ()), *layer.extend_select, *layer.ignore, *layer.severity)
            if self.told(name)
        )
        notes = tuple(_at(places.get(name), self.told(name)) for name in used)
        return (tuple(map(self._layer, layers)), notes) if used else (tuple(layers), ())

    def waived(self, entries: Iterable[Entry]) -> Iterator[str]:
        for entry in entries:
            if told := self.told(entry.rule):
                yield _at((entry.file, entry.at, 1), told)

    def _layer(self, layer: Layer) -> Layer:
        return replace(
            layer,
            select=None if layer.select is None else self._names(layer.select),
            extend_select=self._names(layer.extend_select),
            ignore=self._names(layer.ignore),
            severity={self.now.get(name, name): to for name, to in layer.severity.items() if name not in self.gone},
        )

    def _names(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.now.get(name, name) for name in names if name not in self.gone)


def _at(place: tuple[str, int, int] | None, message: str) -> str:
    return f"{place[0]}:{place[1]}:{place[2]}: {message}" if place else message
