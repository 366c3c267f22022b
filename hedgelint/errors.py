"""Mistakes that are told to a person: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence


class HedgelintError(Exception):
    """A mistake in use, rules, configuration or input; never a fault of the program.

    `line` and `column` count from 1, the column in code points; 0 where there is none to name.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        self.message, self.path, self.line, self.column, self.hint = message, path, line, column, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        place = self.path
        if place and self.line:
            place += f":{self.line}" + (f":{self.column}" if self.column else "")
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class InputError(HedgelintError):
    """A file that cannot be read as a story."""


class RuleError(HedgelintError):
    """A rule or lexicon file that cannot be used, or a rule that failed while it ran."""


class ConfigError(HedgelintError):
    """A configuration that cannot be used."""


class RuleErrors(HedgelintError):
    """All the mistakes found in the rules at once: `errors`, in the order of files and lines."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))
