"""Colour, or none; and where the output goes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable

from hedgelint.files import write_whole
from hedgelint.patterns import pattern_of
from hedgelint.report.run import plain
from hedgelint.report.text import visible

# What each style is to a terminal.
_STYLES = {
    "error": "\x1b[31m\x1b[1m",
    "warning": "\x1b[33m\x1b[1m",
    "suggestion": "\x1b[36m\x1b[1m",
    "info": "\x1b[34m\x1b[1m",
    "source": "\x1b[36m\x1b[1m",
    "cue": "\x1b[33m\x1b[1m",
    "content": "\x1b[32m",
    "quotation": "\x1b[34m",
    "confidence": "\x1b[35m\x1b[4m",
    "loaded": "\x1b[31m\x1b[4m",
    "claim": "\x1b[31m",
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
}
_PLAIN = "\x1b[0m"


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
    return f"{_STYLES[style]}{visible(text)}{_PLAIN}"


# What the palette above is made of; any other sequence is a stranger's.
_OURS = pattern_of("(\x1b\\[(?:[0124]|3[1-6])m)")


def say(text: str, colour: bool = False, err: bool = False) -> None:
    """The one door to the terminal: of what could move its cursor, colour it or turn a line round only this palette's
    own colours pass, and only where there are to be colours."""
    lines = []
    for line in text.split("\n"):
        pieces = _OURS.split(line) if colour else [line]
        lines.append("".join(piece if i % 2 else visible(piece) for i, piece in enumerate(pieces)))
    echo("\n".join(lines), colour, err)


def echo(text: str, colour: bool = False, err: bool = False) -> None:
    """A line as it is, at once. Raises OSError where it cannot be written."""
    if os.name == "nt":  # an old console of Windows wants its colours by other means
        import click

        click.echo(text, color=colour, err=err)
        return
    stream = sys.stderr if err else sys.stdout
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def width() -> int:
    return max(60, min(160, _columns()))


def _columns() -> int:
    """As `shutil.get_terminal_size`, which brings three ways to pack files with it."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 100  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # no terminal, or no output at all
        return 100


def write(text: str, output: str | None, colour: bool = True, inputs: Iterable[str] = ()) -> None:
    """To the file, whole or not at all and never over one of `inputs`, or to standard output. Raises InputError."""
    if output is None:
        echo(text, colour)
        return
    write_whole(output, (text + "\n").encode("utf-8", "backslashreplace"), inputs)
