"""The names of a house: a list that is given with --names, or in the settings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hedgelint.document.encoding import decode
from hedgelint.errors import ConfigError


def read_names(paths: Iterable[str]) -> tuple[str, ...]:
    """Full names, one a line, each once; what follows a # and blank lines are no names. Raises ConfigError for a file
    that cannot be read, InputError for one that is no text."""
    names: dict[str, None] = {}
    for path in paths:
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            message = f"a list of names that cannot be read: {error.strerror or error}"
            raise ConfigError(message, path=path) from None
        text, _, _ = decode(content, path)
        for line in text.splitlines():
            name = " ".join(line.partition("#")[0].split())
            if name:
                names[name] = None
    return tuple(names)
