"""A file of JSON that holds stories: its values, each with its place and its pointer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hedgelint.document.inner import Inner, of_json
from hedgelint.document.json_values import Located, parse_json, pointers
from hedgelint.document.model import Document, Lines
from hedgelint.document.readers import File
from hedgelint.document.record import Record, record_document
from hedgelint.errors import InputError


class JsonFile:
    """Raises InputError for what is no JSON."""

    def __init__(self, file: File, form: str) -> None:
        self._path, self._form = file.path, form
        self._source, self._encoding, notes = file.decoded()
        read = parse_json(self._source, file.path)
        self.value = read.value
        self._notes = (*notes, *read.notes)
        self._pointers = pointers(read.value)
        self._lines = Lines(self._source)

    def inner(self, value: Any) -> Inner | None:
        """The words of a string value; None for what is no string."""
        if not isinstance(value, Located):
            return None
        return of_json(self._source, value, self._pointers.get(value.start, ""))

    def record(self) -> Record:
        return Record(len(self._source))

    def document(self, record: Record, name: str = "") -> Document:
        """`name` is what the story is called in a file of several."""
        path = f"{self._path}#{name}" if name else self._path
        return record_document(
            path,
            self._source,
            record,
            form=self._form,
            lines=self._lines,
            encoding=self._encoding,
            notes=self._notes,
        )

    def stories(
        self, found: Iterable[tuple[dict[str, Any], str]], put: Callable[[JsonFile, dict[str, Any], Record], None]
    ) -> Iterator[Document]:
        """A document of each (value, name); `put` puts its fields into the record."""
        for value, name in found:
            record = self.record()
            put(self, value, record)
            yield self.document(record, name)

    def error(self, message: str, name: str = "") -> InputError:
        return InputError(message, path=f"{self._path}#{name}" if name else self._path)


def items(value: Any, *envelopes: str) -> Iterator[tuple[dict[str, Any], str]]:
    """(record, name) of each record in a file: one, a list of them, or a list in one of these keys. The name is "" for
    one, else the id it has, else its number from 1."""
    if isinstance(value, dict):
        held = next((value[key] for key in envelopes if isinstance(value.get(key), list)), None)
        if held is None:
            yield value, ""
            return
        value = held
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            if isinstance(one, dict):
                yield one, _name(one) or str(number)


def _name(record: dict[str, Any]) -> str:
    return next((str(record[key]) for key in ("id", "uri", "guid", "_id", "slug", "url") if record.get(key)), "")


def text(node: Any, *way: str | int) -> Any:
    """The value down this way, None where it does not lead on."""
    for step in way:
        if isinstance(node, dict) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return None
    return node


def first_filled(*values: Any) -> Any:
    """The first that is a string with words in it."""
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def dicts(value: Any) -> list[dict[str, Any]]:
    """The objects in a list, or in an object of named ones."""
    held = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [one for one in held if isinstance(one, dict)]
