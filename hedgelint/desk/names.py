"""The names of a house: a list that is given with --names, or in the settings."""

from __future__ import annotations

from collections.abc import Iterable

from hedgelint.document.encoding import decode
from hedgelint.errors import ConfigError, InputError
from hedgelint.files import read_bytes

_LARGEST = 20_000_000  # bytes


def read_names(paths: Iterable[str]) -> tuple[str, ...]:
    """Full names, one a line, each once; what follows a # and blank lines are no names. Raises ConfigError for a file
    that cannot be read, InputError for one that is no text."""
    names: dict[str, None] = {}
    for path in paths:
        try:
            content = read_bytes(path, _LARGEST, "a list of names")
        except InputError as error:
            raise ConfigError(f"a list of names that cannot be read: {error.message}", path=path) from None
        text, _, _ = decode(content, path)
        for line in text.splitlines():
            name = " ".join(line.partition("#")[0].split())
            if name:
                names[name] = None
    return tuple(names)
