"""Compiled rulebooks on disk, so that a warm start reads no YAML: plain values, as `marshal` writes them.

There is an entry for each installation and each choice of a house's folders. It holds the key under which it was
written: which code made it, the shipped rules by their size and time, a house's by content. Another key, another
interpreter or a single byte that is otherwise: there is no entry, and the rules are compiled.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hedgelint.cache import digest_of, read_entry, stamps, write_entry
from hedgelint.rulebook.locate import Found
from hedgelint.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

_FORM = 10  # of the compiled data; raised when it changes between releases
_RACE = 2.0  # seconds: how finely a disk may tell when a file was written
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def key_of(files: Sequence[tuple[str, bytes]]) -> str:
    """The same for the same paths and contents in the same order, and no others."""
    pieces = (piece for path, content in files for piece in (_bytes(path), content))
    return digest_of(f"{__version__} {_FORM}".encode(), *pieces)[:32]


def state_of(found: Sequence[Found]) -> str:
    """The same for the same rule files, told as `find_rules` tells them."""
    return key_of([(one.path, one.stamp if one.content is None else one.content) for one in found])


def made_from(found: Sequence[Found]) -> str:
    """The key of what this very code makes of these rule files on this interpreter."""
    code = "\n".join(stamp for stamp, _ in stamps(_PACKAGE, (".py",)))
    return digest_of(sys.version.encode(), _bytes(code), state_of(found).encode())[:32]


def name_of(folders: Sequence[Path]) -> str:
    """Of the entry for the shipped rules with those of these folders."""
    return f"rules-{digest_of(_bytes(_PACKAGE), *(_bytes(os.path.abspath(folder)) for folder in folders))[:32]}.bin"


def is_settled(found: Sequence[Found]) -> bool:
    """Whether a change from now on would show in the stamps: what has just been written may be written again in the
    same moment."""
    written = (*(one.changed for one in found), *(changed for _, changed in stamps(_PACKAGE, (".py",))))
    return max(written) < time.time() - _RACE


def read_cache(name: str, key: str) -> Any:
    """The data, or None: a cache is never a mistake."""
    payload = read_entry(name)
    try:
        of, data = marshal.loads(payload) if payload is not None else ("", None)
        return data if of == key else None
    except (ValueError, EOFError, TypeError, RecursionError):
        return None


def write_cache(name: str, key: str, data: Any) -> None:
    """`data` is plain: texts, bytes, numbers, and tuples, lists, dicts and frozensets of them."""
    with suppress(ValueError):  # nested without measure
        write_entry(name, marshal.dumps((key, data)))


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
