"""Compiled rulebooks on disk, so that a warm start reads no YAML. Plain JSON: nothing in it is ever executed."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hedgelint.version import __version__

_FORM = 1  # of the compiled data; raised when it changes between releases


def cache_folder() -> Path:
    """HEDGELINT_CACHE_DIR, else the user's cache directory; never a place inside the repository that is linted."""
    if own := os.environ.get("HEDGELINT_CACHE_DIR"):
        return Path(own)
    if os.name == "nt" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "hedgelint" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hedgelint"


def key_of(files: Sequence[tuple[str, bytes]]) -> str:
    """The same for the same paths and contents in the same order, and no others."""
    digest = blake2b(f"{__version__} {_FORM}".encode(), digest_size=16)
    for path, content in files:
        digest.update(f"\0{path}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def read_cache(key: str) -> Any:
    """The compiled data, or None: a missing, unreadable or damaged file is no cache, never a mistake."""
    try:
        with open(cache_folder() / f"{key}.json", "rb") as file:
            return json.loads(file.read())
    except (OSError, ValueError, RuntimeError):
        return None


def write_cache(key: str, data: Any) -> None:
    """Whole or not at all; silently not at all where the folder cannot be written."""
    import tempfile

    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
        os.replace(name, folder / f"{key}.json")
    except (OSError, RuntimeError):
        return
