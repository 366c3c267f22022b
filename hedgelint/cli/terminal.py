"""Colour, or none; and where the output goes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable

import click

from hedgelint.errors import HedgelintError
from hedgelint.report.text import STYLES, plain

_ANNOTATIONS = {
    "source": {"fg": "cyan", "bold": True},
    "cue": {"fg": "yellow", "bold": True},
    "content": {"fg": "green"},
    "quotation": {"fg": "blue"},
    "confidence": {"fg": "magenta", "underline": True},
    "loaded": {"fg": "red", "underline": True},
    "claim": {"fg": "red"},
    "bold": {"bold": True},
    "dim": {"dim": True},
}


def wants_colour(choice: str, to_file: bool = False) -> bool:
    """`auto` is colour on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    if choice != "auto":
        return choice == "always"
    if to_file or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def painter(colour: bool) -> Callable[[str, str], str]:
    return _paint if colour else plain


def _paint(text: str, style: str) -> str:
    if style in STYLES:
        return click.style(text, fg=STYLES[style], bold=True)
    return click.style(text, **_ANNOTATIONS[style])  # type: ignore[arg-type]


def width() -> int:
    return max(60, min(160, shutil.get_terminal_size((100, 24)).columns))


def write(text: str, output: str | None, colour: bool = True) -> None:
    """To the file, whole or not at all, or to standard output. Raises HedgelintError where that cannot be done."""
    if output is None:
        click.echo(text, color=colour)
        return
    part = f"{output}.part"
    try:
        with open(part, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
            file.write(text + "\n")
        os.replace(part, output)
    except OSError as error:
        raise HedgelintError(error.strerror or "cannot be written", path=output) from None
