"""What an editor may set: how much is shown, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hedgelint.errors import ConfigError, one_of
from hedgelint.finding import SEVERITIES
from hedgelint.lsp.hints import SHOWN


@dataclass(frozen=True, slots=True)
class Options:
    """`severity` is the least that is shown; `debounce` the milliseconds without a key after which a story is looked
    at; `hints` says behind which words their source is written. What counts in a story is set in hedgelint.toml."""

    severity: str = "suggestion"
    debounce: int = 200
    hints: str = "unclear"

    @property
    def pause(self) -> float:
        """In seconds."""
        return self.debounce / 1000

    def changed(self, given: object) -> Options:
        """With what the client gives, in its own names. Raises ConfigError for what is not understood."""
        if given is None:
            return self
        if not isinstance(given, Mapping):
            raise ConfigError("the settings that the editor gives are no table of names and values")
        given = given.get("hedgelint", given)
        changed = self
        for name, value in given.items() if isinstance(given, Mapping) else ():
            changed = changed._with(str(name), value)
        return changed

    def _with(self, name: str, value: object) -> Options:
        if name == "severity":
            return replace(self, severity=_chosen(name, value, SEVERITIES))
        if name == "inlayHints":
            return replace(self, hints=_chosen(name, value, SHOWN))
        if name == "debounce":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10_000:
                raise ConfigError(f"the editor’s hedgelint.{name}: milliseconds, from 0 to 10000")
            return replace(self, debounce=int(value))
        return self  # an editor’s own: the path of the program, traces


def _chosen(name: str, value: object, names: tuple[str, ...]) -> str:
    if value not in names:
        raise ConfigError(f"the editor’s hedgelint.{name}: there is no “{value}”", hint=one_of(value, names))
    return str(value)
