"""What is kept between runs, in a folder of the user's own: whatever is not exactly what was written is not there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from hedgelint.errors import HedgelintError
from hedgelint.files import read_bytes, write_whole

if TYPE_CHECKING:
    from pathlib import Path

try:  # the same function, without OpenSSL, which `hashlib` brings
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_LARGEST = 200_000_000  # bytes
_OLD, _TORN = 30 * 86_400, 3_600  # seconds after which an entry, or what is left of writing one, goes
_DIGEST = 64  # characters


def cache_folder() -> Path:
    """HEDGELINT_CACHE_DIR, else the user's cache directory; never a place inside the repository that is linted. Raises
    RuntimeError where nobody's home is known."""
    from pathlib import Path

    return Path(_folder())


def _folder() -> str:
    if own := os.environ.get("HEDGELINT_CACHE_DIR"):
        return own
    if os.name == "nt" and (local := os.environ.get("LOCALAPPDATA")):
        return os.path.join(local, "hedgelint", "cache")
    if caches := os.environ.get("XDG_CACHE_HOME"):
        return os.path.join(caches, "hedgelint")
    home = os.path.expanduser("~")
    if home == "~":
        raise RuntimeError("nobody's home is known")
    return os.path.join(home, ".cache", "hedgelint")


def own_folder() -> str | None:
    """The folder, made where it is missing; None where it cannot be had, or somebody else could write there."""
    try:
        folder = _folder()
        if not os.path.isdir(folder):
            _make(folder)
        return folder if _own(folder) else None
    except (OSError, ValueError, RuntimeError):
        return None


def read_entry(name: str) -> bytes | None:
    """What was written under this name, or None: what is missing, torn, changed or somebody else's is no entry, and
    never a mistake."""
    try:
        folder = _folder()
        if not _own(folder):
            return None
        digest, _, payload = read_bytes(os.path.join(folder, name), _LARGEST, "a cache").partition(b"\n")
        return payload if digest == _digest(name, payload) else None
    except (HedgelintError, OSError, ValueError, RuntimeError):
        return None


def write_entry(name: str, payload: bytes) -> None:
    """Whole or not at all; silently not at all where the folder cannot be written. Entries that nobody has written in
    a month go."""
    try:
        folder = own_folder()
        if folder is None:
            return
        write_whole(os.path.join(folder, name), _digest(name, payload) + b"\n" + payload)
        _tidy(folder)
    except (HedgelintError, OSError, ValueError, RuntimeError):
        return


# What hedgelint has written there, by name; whatever else lies in the folder is somebody's.
_OURS = (
    r"[0-9a-f]{32}\.json|rules-[0-9a-f]{32}\.bin|patterns-\d+-[0-9a-f]+\.bin|sources-[0-9a-f]{32}|findings-\d+\.sqlite(?:-\w+)?"
    r"|\.hedgelint-.*\.part"
)


def clear() -> tuple[int, int]:
    """Removes all that is kept. How many files are gone, and how many could not be removed."""
    import re

    gone = left = 0
    with suppress(OSError), os.scandir(_folder()) as entries:
        for entry in entries:
            if re.fullmatch(_OURS, entry.name):
                try:
                    os.unlink(entry.path)
                    gone += 1
                except OSError:
                    left += 1
    return gone, left


def digest_of(*pieces: bytes) -> str:
    """The same for the same pieces in the same order, and no others."""
    digest = blake2b(digest_size=32)
    for piece in pieces:
        digest.update(b"%d\0" % len(piece))
        digest.update(piece)
    return digest.hexdigest()


def stamps(folder: str, endings: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Of the files below a folder, each as its path, size and time in one text, and the time: in the order of names. A
    file that is written anew has another stamp, unless that was within the same tick of the disk's clock. Raises
    OSError."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(endings):
                seen = entry.stat()
                yield f"{entry.path} {seen.st_size} {seen.st_mtime_ns}", seen.st_mtime
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from stamps(entry.path, endings)


def _digest(name: str, payload: bytes) -> bytes:
    return blake2b(name.encode() + payload, digest_size=_DIGEST // 2).hexdigest().encode()


def _make(folder: str) -> None:
    from pathlib import Path

    Path(folder).mkdir(parents=True, exist_ok=True, mode=0o700)


def _own(folder: str) -> bool:
    """Nobody else may have put something here: the folder is this user's, and only theirs to write."""
    if not hasattr(os, "getuid"):
        return True
    found = os.stat(folder)
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _tidy(folder: str) -> None:
    now = time.time()
    with os.scandir(folder) as entries:
        for entry in entries:
            age = now - entry.stat(follow_symlinks=False).st_mtime
            if age > _OLD or (entry.name.endswith(".part") and age > _TORN):
                with suppress(OSError):
                    os.unlink(entry.path)
