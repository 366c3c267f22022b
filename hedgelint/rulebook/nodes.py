"""YAML as plain data, with the line and column of every value beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import ComposerError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from hedgelint.errors import RuleError
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

_DEEPEST = 20
_REPEATED = 10_000  # values that the aliases of one file may stand for; its others are as many as its bytes allow
_LONGEST_NUMBER = 18  # digits; a longer one is a text
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = ("", "~", "null", "Null", "NULL")
_NUMBER = pattern_of(r"[-+]?(?:\d+|(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)\Z")
Key = tuple[str | int, ...]
Node = MappingStartEvent | SequenceStartEvent | ScalarEvent | AliasEvent


@dataclass(frozen=True, slots=True)
class Yaml:
    """`data` is what the file says; `marks` the (line, column), from 1, of each value by its path of keys."""

    path: str
    data: Any
    marks: Mapping[Key, tuple[int, int]]

    def error(self, at: Key, message: str, hint: str = "") -> RuleError:
        """The mistake at this place, or at the nearest value around it that has one."""
        while at and at not in self.marks:
            at = at[:-1]
        line, column = self.marks.get(at, (1, 1))
        return RuleError(message, path=self.path, line=line, column=column, hint=hint)


def parse_yaml(path: str, text: str) -> Yaml:
    """Raises RuleError where the text is not YAML, repeats a key, refers to itself, or is nested without measure.

    The parser's events are put together here: its own composer calls itself for every level, and a file of nothing but
    brackets would end the process.
    """
    reading = _Reading(path)
    try:
        return Yaml(path, reading.of(YAML(typ="safe").parse(text)), reading.marks)
    except MarkedYAMLError as error:
        raise _unread(path, text, error) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise RuleError(f"not YAML: {str(error).splitlines()[0]}", path=path, line=1, column=1) from None


def _unread(path: str, text: str, error: MarkedYAMLError) -> RuleError:
    from hedgelint.rulebook.slips import slip_in

    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    begun = error.context_mark
    opened = (begun.line + 1, begun.column + 1) if begun else None
    slip = slip_in(text, f"{error.context or ''} {error.problem or 'unreadable'}".strip(), line, column, opened)
    shown = text.split("\n")[slip.line - 1].rstrip("\r") if slip.line <= text.count("\n") + 1 else ""
    message = f"not YAML: {slip.message}"
    return RuleError(message, path=path, line=slip.line, column=slip.column, hint=slip.hint, shown=shown)


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended; `key` is the one whose value comes next, None where a key does."""

    at: Key
    anchor: str | None
    value: list[Any] | dict[str, Any]
    first: int  # how many values had been read before it
    key: str | None = None


@dataclass(slots=True)
class _Reading:
    path: str
    marks: dict[Key, tuple[int, int]] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)
    _named: dict[str, tuple[Any, int]] = field(default_factory=dict)  # by anchor: a value, and how many are in it
    _count: int = 0
    _repeated: int = 0

    def of(self, events: Iterator[Event]) -> Any:
        root, begun = None, None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if begun is not None:
                    told = "expected a single document in the stream"
                    raise ComposerError(told, begun, "but found another document", event.start_mark)
                begun = event.start_mark
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                ended = self._open.pop()
                root = ended.value
                if ended.anchor:
                    self._named[ended.anchor] = (root, self._count - ended.first)
            elif isinstance(event, MappingStartEvent | SequenceStartEvent | ScalarEvent | AliasEvent):
                root = self._met(event, root)
        return root

    def _met(self, event: Node, root: Any) -> Any:
        """Puts a value, or the key of one, where it belongs; what the document is, as far as it is known."""
        place = event.start_mark.line + 1, event.start_mark.column + 1
        inner = self._open[-1] if self._open else None
        if inner is not None and isinstance(inner.value, dict) and inner.key is None:
            self._key(event, inner, place)
            return root
        name = (len(inner.value) if isinstance(inner.value, list) else inner.key) if inner else None
        at = (*inner.at, name) if inner and name is not None else ()
        if not (inner and inner.key is not None):  # that of a value in a mapping is its key's
            self.marks[at] = place
        self._count += 1
        value = self._value(event, at, place)
        if inner is not None and isinstance(inner.value, dict):
            inner.value[str(inner.key)], inner.key = value, None
        elif inner is not None and isinstance(inner.value, list):
            inner.value.append(value)
        if isinstance(value, list | dict) and not isinstance(event, AliasEvent):
            self._open.append(_Open(at, event.anchor, value, self._count))
        return value if inner is None else root

    def _key(self, event: Node, inner: _Open, place: tuple[int, int]) -> None:
        if not isinstance(event, ScalarEvent):
            raise self._error("a key is a text", place, "put quotation marks round it")
        name = str(event.value)
        if name in inner.value:
            raise self._error(f"“{name}” is given twice", place, "put both in one place, or take one out")
        inner.key = name
        self.marks[(*inner.at, name)] = place

    def _value(self, event: Node, at: Key, place: tuple[int, int]) -> Any:
        if len(at) >= _DEEPEST and not isinstance(event, ScalarEvent):
            raise self._error("values are nested too deeply", place, f"at most {_DEEPEST} levels")
        if isinstance(event, SequenceStartEvent):
            return []
        if isinstance(event, MappingStartEvent):
            return {}
        if isinstance(event, AliasEvent):
            return self._repeat(event, place)
        value = _scalar(event)
        if event.anchor:
            self._named[event.anchor] = (value, 0)
        return value

    def _repeat(self, event: AliasEvent, place: tuple[int, int]) -> Any:
        if any(around.anchor == event.anchor for around in self._open):
            raise self._error(f"what is named &{event.anchor} holds itself", place, "write out what is meant")
        if event.anchor not in self._named:
            raise ComposerError(None, None, f"found undefined alias {event.anchor!r}", event.start_mark)
        value, size = self._named[event.anchor]
        self._repeated += size + 1
        self._count += size
        if self._repeated > _REPEATED:
            hint = "write out what is meant"
            raise self._error(f"more than {_REPEATED} values are repeated with *", place, hint)
        return deepcopy(value)

    def _error(self, message: str, place: tuple[int, int], hint: str = "") -> RuleError:
        return RuleError(message, path=self.path, line=place[0], column=place[1], hint=hint)


def _scalar(event: ScalarEvent) -> Any:
    """As YAML 1.2 has it; what is no plain text, number, truth or nothing, is the text that it is written as."""
    text = str(event.value)
    tag = str(event.tag).rsplit(":", 1)[-1] if event.tag and event.tag != "!" else ""
    if tag or not event.implicit[0]:
        return _tagged(tag, text) if tag else text
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    return _tagged("int" if text.lstrip("+-").isdigit() else "float", text) if _NUMBER.match(text) else text


def _tagged(tag: str, text: str) -> Any:
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in ("true", "yes", "on")
    if tag == "int" and text.lstrip("+-").isdigit() and len(text) <= _LONGEST_NUMBER:
        return int(text)
    if tag == "float":
        try:
            number = float(text)
        except ValueError:
            return text
        return number if math.isfinite(number) else text
    return text
