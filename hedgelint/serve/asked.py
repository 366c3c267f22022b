"""What the page asks: JSON of a stranger's until it has been looked at."""

from __future__ import annotations

import json
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass

MOST_SOURCES = 50
_HALF = pattern_of("[\ud800-\udfff]")
_UNNAMED = pattern_of(r"[\x00-\x1f\x7f<>:\"|?*\\/]")


@dataclass(frozen=True, slots=True)
class Given:
    """A file: its name without folders, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    story: Given
    sources: tuple[Given, ...] = ()
    rule: str = ""


def asked(body: bytes) -> Asked:
    """Raises InputError that says what is wrong with it."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError("no JSON") from None
    if not isinstance(data, dict):
        raise InputError("an object is wanted: story, sources, rule")
    if unknown := sorted(set(data) - {"story", "sources", "rule"}):
        raise InputError(f"unknown: {', '.join(map(_whole, unknown[:5]))}")
    sources, rule = data.get("sources", []), data.get("rule", "")
    if not isinstance(sources, list) or len(sources) > MOST_SOURCES:
        raise InputError(f"sources: a list of at most {MOST_SOURCES} files")
    if not isinstance(rule, str):
        raise InputError("rule: a string of YAML")
    given = tuple(_given(one, f"sources[{n}]") for n, one in enumerate(sources))
    return Asked(_given(data.get("story"), "story"), given, _whole(rule))


def _given(data: Any, what: str) -> Given:
    if not isinstance(data, Mapping) or len(data.keys() & {"text", "base64"}) != 1:
        raise InputError(f"{what}: an object with a name, and text or base64")
    name, text, packed = data.get("name", "pasted.txt"), data.get("text", ""), data.get("base64", "")
    if not (isinstance(name, str) and isinstance(text, str) and isinstance(packed, str)):
        raise InputError(f"{what}: name, text and base64 are strings")
    try:
        content = b64decode(packed, validate=True) if packed else _whole(text).encode()
    except (Error, ValueError):
        raise InputError(f"{what}: no base64") from None
    return Given(_bare(_whole(name)), content)


def _whole(text: str) -> str:
    """Without halves of letters, which JSON can hold and no file can."""
    return _HALF.sub("\ufffd", text)


def _bare(name: str) -> str:
    """The name of a file that stays in the folder it is put in."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    return _UNNAMED.sub("_", last)[-100:].lstrip(".") or "pasted.txt"
