"""Compiled rulebooks on disk, so that a warm start reads no YAML. Plain JSON: nothing in it is ever executed."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from hedgelint.errors import HedgelintError
from hedgelint.files import read_bytes, write_whole
from hedgelint.version import __version__

_FORM = 4  # of the compiled data; raised when it changes between releases
_LARGEST = 200_000_000  # bytes
_OLD, _TORN = 30 * 86_400, 3_600  # seconds after which a rulebook, or what is left of writing one, goes


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
    """The compiled data, or None: whatever is not exactly what was written (missing, torn, changed, somebody else's)
    is no cache, never a mistake."""
    try:
        folder = cache_folder()
        if not _own(folder):
            return None
        digest, _, payload = read_bytes(folder / f"{key}.json", _LARGEST, "a cache").partition(b"\n")
        return json.loads(payload) if digest == _digest(key, payload) else None
    except (HedgelintError, OSError, ValueError, RuntimeError):
        return None


def write_cache(key: str, data: Any) -> None:
    """Whole or not at all; silently not at all where the folder cannot be written. Rulebooks that nobody has asked for
    in a month go."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _own(folder):
            return
        payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        write_whole(folder / f"{key}.json", _digest(key, payload) + b"\n" + payload)
        _tidy(folder)
    except (HedgelintError, OSError, ValueError, RuntimeError):
        return


def _digest(key: str, payload: bytes) -> bytes:
    return blake2b(key.encode() + payload, digest_size=32).hexdigest().encode()


def _own(folder: Path) -> bool:
    """Nobody else may have put something here: the folder is this user's, and only theirs to write."""
    if not hasattr(os, "getuid"):
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _tidy(folder: Path) -> None:
    now = time.time()
    with os.scandir(folder) as entries:
        for entry in entries:
            age = now - entry.stat(follow_symlinks=False).st_mtime
            if age > _OLD or (entry.name.endswith(".part") and age > _TORN):
                with suppress(OSError):
                    os.unlink(entry.path)
