"""Colour, or none; and where the output goes."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable

import click

from hedgelint.files import write_whole
from hedgelint.report.run import plain
from hedgelint.report.text import STYLES, visible

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
    text = visible(text)
    if style in STYLES:
        return click.style(text, fg=STYLES[style], bold=True)
    return click.style(text, **_ANNOTATIONS[style])  # type: ignore[arg-type]


# What the palette above is made of; any other sequence is a stranger's.
_OURS = re.compile("(\x1b\\[(?:[0124]|3[1-6])m)")


def say(text: str, colour: bool = False, err: bool = False) -> None:
    """The one door to the terminal: of what could move its cursor, colour it or turn a line round only this palette's
    own colours pass, and only where there are to be colours."""
    lines = []
    for line in text.split("\n"):
        pieces = _OURS.split(line) if colour else [line]
        lines.append("".join(piece if i % 2 else visible(piece) for i, piece in enumerate(pieces)))
    click.echo("\n".join(lines), color=colour, err=err)


def width() -> int:
    return max(60, min(160, shutil.get_terminal_size((100, 24)).columns))


def write(text: str, output: str | None, colour: bool = True, inputs: Iterable[str] = ()) -> None:
    """To the file, whole or not at all and never over one of `inputs`, or to standard output. Raises InputError."""
    if output is None:
        click.echo(text, color=colour)
        return
    write_whole(output, (text + "\n").encode("utf-8", "backslashreplace"), inputs)
