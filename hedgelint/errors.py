"""Mistakes that are told to a person: what is wrong, where, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

_TOLD = 20  # mistakes that are told at once
_LONG = 2_000  # code points of a message: somebody's value stands in it
_WIDE = 100  # code points of a line that is shown


class HedgelintError(Exception):
    """A mistake in use, rules, configuration or input; never a fault of the program.

    `line` and `column` count from 1, the column in code points; 0 where there is none to name. `shown` is the line of
    the file, where seeing it helps.
    """

    def __init__(
        self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "", shown: str = ""
    ) -> None:
        if len(message) > _LONG:
            message = f"{message[:_LONG]}…"
        self.message, self.path, self.line, self.column, self.hint = message, path, line, column, hint
        self.shown = shown
        super().__init__(str(self))

    def __str__(self) -> str:
        place = self.path
        if place and self.line:
            place += f":{self.line}" + (f":{self.column}" if self.column else "")
        text = f"{place}: {self.message}" if place else self.message
        text = f"{text} ({self.hint})" if self.hint else text
        return f"{text}\n{_pointed(self.shown, self.line, self.column)}" if self.shown.strip() else text


class InstallationError(HedgelintError):
    """A package that hedgelint needs is not there: of no story and no rule, and of all of them."""


def unforeseen(fault: Exception, where: str = "") -> HedgelintError:
    """An error that nobody foresaw, as it is told: a package that is missing is of the installation, all else a fault
    of hedgelint's own, met on `where`."""
    missing = (fault.name or "") if isinstance(fault, ModuleNotFoundError) else ""
    if missing and missing.partition(".")[0] != "hedgelint":
        message = f"“{missing}”, which hedgelint needs, is not installed for {sys.executable}"
        return InstallationError(message, hint="to mend it: that Python with -m pip install hedgelint")
    message = f"a fault of hedgelint's own{where and f' on {where}'}: {type(fault).__name__}: {fault}"
    return HedgelintError(message, hint="--traceback shows where; please report it")


def nearest(word: object, names: Iterable[object], least: float = 0.6) -> str:
    """A hint, “did you mean …?”; nothing where no name is near."""
    from difflib import get_close_matches

    spelt = {str(name).lower(): str(name) for name in names}
    near = get_close_matches(str(word).lower(), spelt, 1, least)
    return f"did you mean “{spelt[near[0]]}”?" if near else ""


def one_of(word: object, names: Iterable[object]) -> str:
    """A hint: the nearest name, or all there are."""
    names = list(names)
    return nearest(word, names) or f"one of: {said(names)}"


def said(names: Iterable[object]) -> str:
    return ", ".join(map(str, names))


def _pointed(line: str, number: int, column: int) -> str:
    """The line under its number, and a caret below the column; a long one is cut round it."""
    left = max(0, column - _WIDE // 2) if len(line) > _WIDE else 0
    part = line[left : left + _WIDE].expandtabs(1)
    return f"  {number} | {part}\n  {' ' * len(str(number))} | {' ' * (column - 1 - left)}^"


class InputError(HedgelintError):
    """A file that cannot be read as a story."""


class RuleError(HedgelintError):
    """A rule or lexicon file that cannot be used, or a rule that failed while it ran."""


class ConfigError(HedgelintError):
    """A configuration that cannot be used."""


class RuleErrors(HedgelintError):
    """All mistakes found in the rules at once: `errors`, in the order of files and lines; the text has the first."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        self.errors = tuple(errors)
        told = [str(error) for error in errors[:_TOLD]]
        if len(errors) > _TOLD:
            told.append(f"… and {len(errors) - _TOLD} more mistakes")
        super().__init__("\n".join(told))
