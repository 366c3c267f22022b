"""What a file of settings holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hedgelint.errors import ConfigError, InputError
from hedgelint.files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 1_000_000  # bytes


def settings_bytes(path: str | Path) -> bytes:
    """Raises ConfigError for a file of settings that cannot be read."""
    try:
        return read_bytes(path, _LARGEST, "settings")
    except InputError as error:
        raise ConfigError(error.message, path=error.path, hint=error.hint) from None
