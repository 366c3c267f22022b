"""JSON in which every string value remembers where it stands in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from hedgelint.document.offset_map import Tile
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_ESCAPE = pattern_of(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)
_STRING = pattern_of(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.S)
_HALF = pattern_of("[\ud800-\udfff]")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Located(str):
    """A string value; from `start` to `end` in the file stands what is between its quotation marks, escapes and all."""

    __slots__ = ("end", "start")
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Json:
    """`value` is what json.loads gives, its strings (but not the keys) as Located; `notes` tell of keys given twice."""

    value: Any
    notes: tuple[str, ...]


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of an object as they stand in the file."""


_HOLD = (str, list, _Pairs)  # what has strings in it, as the decoder gives it


def _number(digits: str) -> int | float:
    """Python refuses to read a whole number of more than some thousand digits."""
    return int(digits) if len(digits) < 1000 else float(digits)


def parse_json(text: str, path: str) -> Json:
    """Raises InputError with line and column where the text is no JSON.

    Python's decoder in C tells no places, its twin in Python takes four times as long. But the strings of a file stand
    in the order of its values, so that each is given the place of the next pair of quotation marks.
    """
    twice: dict[str, int] = {}
    strings = _STRING.finditer(text)

    def placed(value: Any) -> Any:
        kind = type(value)
        if kind is str:
            out = Located(value)
            start, end = next(strings).span()
            out.start, out.end = start + 1, end - 1
            return out
        if kind is list:
            return [placed(held) if type(held) in _HOLD else held for held in value]
        given: dict[str, Any] = {}
        for key, held in value:
            next(strings)
            if key in given:
                twice[key] = twice.get(key, 0) + 1
            given[key] = placed(held) if type(held) in _HOLD else held
        return given

    try:
        value = json.JSONDecoder(strict=False, object_pairs_hook=_Pairs, parse_int=_number).decode(text)
        if type(value) in _HOLD:
            value = placed(value)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error.msg}", path=path, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise InputError("JSON nested too deeply for a story", path=path) from None
    notes = (f"the key “{key}” stands more than once in one object: the last is read" for key in twice)
    return Json(value, tuple(notes))


def pieces(source: str, span: Span) -> Iterator[tuple[str, int, int]]:
    """What a string value says, piece by piece: (words, start and end in the file). Words as long as their place in
    the file stand there letter by letter; others stand there as one escape. Half a letter becomes U+FFFD."""
    at = span.start
    if source.find("\\", at, span.end) < 0:
        if at < span.end:
            yield source[at : span.end], at, span.end
        return
    for escape in _ESCAPE.finditer(source, span.start, span.end):
        start, end = escape.span()
        if at < start:
            yield source[at:start], at, start
        yield _said(escape.group()), start, end
        at = end
    if at < span.end:
        yield source[at : span.end], at, span.end


def whole(value: Located) -> str:
    """What a string value says; half a letter becomes U+FFFD."""
    words = str(value)
    try:
        words.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", words)
    return words


def tiles(source: str, span: Span) -> Iterator[Tile]:
    """The same pieces as segments of an offset map: an escape stands for one code point."""
    size, at = 0, span.start
    if source.find("\\", at, span.end) >= 0:
        for escape in _ESCAPE.finditer(source, span.start, span.end):
            start, end = escape.span()
            if at < start:
                yield size, at, start - at, start - at
                size += start - at
            yield size, start, 1, end - start
            size, at = size + 1, end
    if at < span.end:
        yield size, at, span.end - at, span.end - at


@lru_cache(maxsize=1024)
def _said(escape: str) -> str:
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    if len(escape) > 6:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    letter = chr(int(escape[2:], 16))
    return "\ufffd" if "\ud800" <= letter <= "\udfff" else letter


def pointers(value: Any) -> dict[int, str]:
    """The JSON Pointer (RFC 6901) of each string value, by the offset at which the value begins."""
    out: dict[int, str] = {}
    steps: dict[str, str] = {}  # keys as they stand in a pointer: the same few come again and again
    left: list[tuple[str, Any]] = [("", value)]
    if isinstance(value, Located):
        out[value.start] = ""
    while left:
        way, node = left.pop()
        children: Iterable[tuple[str | int, Any]]
        if isinstance(node, dict):
            steps.update((key, key.replace("~", "~0").replace("/", "~1")) for key in node if key not in steps)
            children = ((steps[key], child) for key, child in node.items())
        else:
            children = enumerate(node) if isinstance(node, list) else ()
        for step, child in children:
            if isinstance(child, Located):
                out[child.start] = f"{way}/{step}"
            elif isinstance(child, dict | list):
                left.append((f"{way}/{step}", child))
    return out
