"""The one door to the disk: files are read whole and within a limit, and written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from hedgelint.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_PIECE = 1 << 20  # bytes


def open_regular(path: str | Path) -> BinaryIO:
    """A regular file, open for reading. Raises InputError, with the path, for everything else: a pipe or a device would
    keep the reader waiting for ever, and is not waited for."""
    try:
        file = os.fdopen(os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY), "rb")
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", path=str(path)) from None
    except ValueError as error:  # a NUL in the path, a surrogate
        raise InputError(str(error), path=str(path)) from None
    mode = os.fstat(file.fileno()).st_mode
    if stat.S_ISREG(mode):
        return file
    file.close()
    if stat.S_ISDIR(mode):
        raise InputError("a folder, not a file", path=str(path))
    raise InputError("not a regular file, and not read", path=str(path), hint="a pipe or a device")


def read_bytes(path: str | Path, limit: int, what: str = "a story") -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises InputError."""
    with open_regular(path) as file:
        try:
            content = file.read(limit + 1)
        except OSError as error:
            raise InputError(error.strerror or "cannot be read", path=str(path)) from None
        size = max(os.fstat(file.fileno()).st_size, len(content))
    if len(content) > limit:
        raise InputError(f"{size / 1e6:.1f} MB is too large for {what} (at most {limit / 1e6:.0f})", path=str(path))
    return content


def write_whole(path: str | Path, content: bytes | BinaryIO, inputs: Iterable[str | Path] = ()) -> None:
    """Puts `content`, or what is left of an open file, in the place of the file, or leaves everything as it was.

    A symbolic link is followed; mode and, where it may be, owner and extended attributes of the old file are kept, a
    setuid bit never. A device or a pipe is written to as it is. Raises InputError for a folder, for a file that may
    not be written, for one that has several names (hard links: one name would keep the old words), and for one of
    `inputs`, which is what the words came from.
    """
    try:
        target = os.path.realpath(path)
        old = os.stat(path) if os.path.exists(path) else None
        _refuse(target, old, inputs, str(path))
        if old is not None and not stat.S_ISREG(old.st_mode):
            with open(path, "wb", buffering=0) as device:
                for piece in _pieces(content):
                    device.write(piece)
            return
        _replace(target, content, old)
    except OSError as error:
        raise InputError(error.strerror or "cannot be written", path=str(path)) from None
    except ValueError as error:
        raise InputError(str(error), path=str(path)) from None


def _refuse(target: str, old: os.stat_result | None, inputs: Iterable[str | Path], told: str) -> None:
    for source in inputs:
        with suppress(OSError, ValueError):
            if os.path.realpath(source) == target or (old is not None and os.path.samestat(os.stat(source), old)):
                raise InputError("is read in this very run, and not written over", path=told)
    if old is None:
        return
    if stat.S_ISDIR(old.st_mode):
        raise InputError("a folder, not a file", path=told)
    if stat.S_ISREG(old.st_mode):
        if old.st_nlink > 1:
            hint = "another name would keep the old words; write to a copy"
            raise InputError(f"has {old.st_nlink} names (hard links), and is left as it is", path=told, hint=hint)
        if not old.st_mode & stat.S_IWUSR or not os.access(target, os.W_OK):
            raise InputError("may not be written", path=told)


def _pieces(content: bytes | BinaryIO) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    else:
        while piece := content.read(_PIECE):
            yield piece


def _replace(target: str, content: bytes | BinaryIO, old: os.stat_result | None) -> None:
    with in_place_of(target, old) as file:
        file.writelines(_pieces(content))


@contextmanager
def in_place_of(target: str | Path, old: os.stat_result | None = None) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of the target when the block has ended, and never is if it fails. Mode,
    owner and attributes are those of `old`. Raises OSError."""
    import tempfile

    handle, part = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".hedgelint-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            if old is not None:
                _as_before(file.fileno(), str(target), old)
            else:
                os.chmod(part, 0o666 & ~_umask())
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


def _as_before(handle: int, target: str, old: os.stat_result) -> None:
    """Owner, attributes and mode, as far as this user may; where the owner cannot be kept, neither are setuid bits."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(handle, old.st_uid, old.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(old.st_mode) & 0o1777)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def walk(folder: str, wanted: Callable[[str], bool], enter: Callable[[str], bool]) -> Iterator[str | InputError]:
    """Regular files below a folder that are `wanted`, in the order of names; `enter` says of each folder below it
    whether to look into it. Both are given paths. A folder that may not be entered, and a pipe or device that would be
    wanted, is an InputError in its place."""
    told: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=told.append):
        yield from _untold(told)
        folders[:] = sorted(name for name in folders if enter(os.path.join(root, name)))
        for name in sorted(files):
            path = os.path.normpath(os.path.join(root, name))
            if wanted(path):
                yield path if _regular(path) else InputError("not a regular file, and not read", path=path)
    yield from _untold(told)


def _untold(told: list[OSError]) -> Iterator[InputError]:
    while told:
        error = told.pop(0)
        yield InputError(error.strerror or "cannot be read", path=str(error.filename))


def _regular(path: str) -> bool:
    """A name that leads nowhere counts as a file, so that reading it says what is wrong."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True
