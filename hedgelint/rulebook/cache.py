"""Compiled rulebooks on disk, so that a warm start reads no YAML. Plain JSON: nothing in it is ever executed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hedgelint.cache import digest_of, read_entry, write_entry
from hedgelint.version import __version__

_FORM = 10  # of the compiled data; raised when it changes between releases


def key_of(files: Sequence[tuple[str, bytes]]) -> str:
    """The same for the same paths and contents in the same order, and no others."""
    pieces = (piece for path, content in files for piece in (path.encode("utf-8", "surrogateescape"), content))
    return digest_of(f"{__version__} {_FORM}".encode(), *pieces)[:32]


def read_cache(key: str) -> Any:
    """The compiled data, or None: a cache is never a mistake."""
    import json

    payload = read_entry(f"{key}.json")
    try:
        return None if payload is None else json.loads(payload)
    except (ValueError, RecursionError):
        return None


def write_cache(key: str, data: Any) -> None:
    import json

    write_entry(f"{key}.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
