"""What a file of settings holds."""

from __future__ import annotations

from pathlib import Path

from hedgelint.errors import ConfigError, InputError
from hedgelint.files import read_bytes

_LARGEST = 1_000_000  # bytes


def settings_bytes(path: Path) -> bytes:
    """Raises ConfigError for a file of settings that cannot be read."""
    try:
        return read_bytes(path, _LARGEST, "settings")
    except InputError as error:
        raise ConfigError(error.message, path=error.path, hint=error.hint) from None
