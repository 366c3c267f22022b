"""A folder of many sources, so that a story opens only those that can have its words. Kept on disk, by content.

For every source a bit is set at the slot of each pair of its words; a slot holds one bit a source. The words of a
quotation are looked up in a few hundred slots, however many sources there are.
"""

from __future__ import annotations

import json
import os
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from hedgelint.errors import HedgelintError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import Problem
from hedgelint.sources.index import SourceIndex
from hedgelint.values import dataclass, replace

_FORM = 1  # of the file; raised when it changes between releases
_SLOTS = 1 << 17
_LARGEST = 1_000_000_000  # bytes
_NEXT = 3  # sources that are opened for each quotation


@dataclass(frozen=True, slots=True)
class Entry:
    """One source as it was when it was read: `stamp` is its size and time, `digest` that of its content, `problem` why
    it cannot serve. Without a path, the column is free."""

    path: str
    stamp: tuple[int, int]
    digest: str = ""
    problem: str = ""


@dataclass(slots=True)
class Catalogue:
    """`slots` is a table of _SLOTS rows of `row` bytes; `words` the hashes of all words of all sources, in order."""

    entries: list[Entry]
    slots: bytearray
    row: int
    words: array[int]

    def likely(self, passages: Iterable[Sequence[str]]) -> list[str]:
        """The sources that have most pairs of words of each passage in common with it, the nearest few."""
        out: set[int] = set()
        for forms in passages:
            votes: Counter[int] = Counter()
            for a, b in set(pairwise(forms)) or {(form, "") for form in forms}:
                at = _slot(a, b) * self.row
                bits = int.from_bytes(self.slots[at : at + self.row], "little")
                while bits:
                    low = bits & -bits
                    votes[low.bit_length() - 1] += 1
                    bits ^= low
            out.update(number for number, count in votes.most_common(_NEXT) if count > 1 or len(forms) < _NEXT)
        return [path for number in sorted(out) if (path := self.entries[number].path)]

    def numbers(self) -> dict[str, int]:
        return {entry.path: number for number, entry in enumerate(self.entries) if entry.path}

    def clear(self, number: int) -> None:
        byte, keep = number >> 3, 0xFF ^ (1 << (number & 7))
        self.slots[byte :: self.row] = self.slots[byte :: self.row].translate(bytes(b & keep for b in range(256)))

    def fill(self, number: int, source: SourceIndex) -> None:
        byte, bit = number >> 3, 1 << (number & 7)
        for a, b in set(pairwise(source.words.forms)):
            self.slots[_slot(a, b) * self.row + byte] |= bit
        for form in source.places:
            self.slots[_slot(form, "") * self.row + byte] |= bit

    def has_word(self, form: str) -> bool:
        """Whether any of the sources has this word."""
        wanted = _hash(form, "")
        at = bisect_left(self.words, wanted)
        return at < len(self.words) and self.words[at] == wanted

    @property
    def problems(self) -> list[Problem]:
        return [Problem(entry.problem, entry.path) for entry in self.entries if entry.problem]


def catalogue_of(
    paths: Sequence[str], name: str, key: str, folder: Path, read: Callable[[str], SourceIndex | Problem]
) -> Catalogue:
    """The catalogue of these files, which is kept in `folder` under `name`; only what is new or changed is read.

    `key` stands for all that words depend on but the files: word lists, version.
    """
    file = folder / f"sources-{blake2b(f'{name} {_FORM}'.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"
    old = _load(file, key)
    stamps = {path: _stamp(path) for path in paths}
    if old is not None and {entry.path: entry.stamp for entry in old.entries if entry.path} == stamps:
        return old
    if old is None or len(old.entries) + sum(path not in old.numbers() for path in paths) > 8 * old.row:
        room = len(paths) + len(paths) // 8 + 8
        row = (room + 7) // 8
        old = Catalogue([], bytearray(_SLOTS * row), row, array("Q"))
    _renew(old, stamps, read)
    _save(file, key, old)
    return old


def _renew(
    catalogue: Catalogue, stamps: Mapping[str, tuple[int, int]], read: Callable[[str], SourceIndex | Problem]
) -> None:
    """Columns of sources that are gone or changed are emptied, those of changed and new ones filled."""
    numbers = catalogue.numbers()
    words = set(catalogue.words)
    for path, number in numbers.items():
        if path not in stamps:
            catalogue.clear(number)
            catalogue.entries[number] = Entry("", (0, 0))
    for path, stamp in stamps.items():
        known = numbers.get(path)
        digest = _content(path)
        if known is not None and digest == catalogue.entries[known].digest:
            catalogue.entries[known] = replace(catalogue.entries[known], stamp=stamp)
            continue
        if known is None:
            known = len(catalogue.entries)
            catalogue.entries.append(Entry(path, stamp))
        else:
            catalogue.clear(known)
        source = read(path)
        if isinstance(source, Problem):
            catalogue.entries[known] = Entry(path, stamp, digest, source.message)
            continue
        catalogue.entries[known] = Entry(path, stamp, digest)
        catalogue.fill(known, source)
        words.update(_hash(form, "") for form in source.places)
    catalogue.words = array("Q", sorted(words))


def _hash(a: str, b: str) -> int:
    """The same on every machine and in every run, unlike the built-in one."""
    return int.from_bytes(blake2b(f"{a} {b}".encode(), digest_size=8).digest(), "little")


def _slot(a: str, b: str) -> int:
    return _hash(a, b) % _SLOTS


def _stamp(path: str) -> tuple[int, int]:
    try:
        seen = os.stat(path)
    except OSError:
        return (-1, 0)
    return (seen.st_size, seen.st_mtime_ns)


def _content(path: str) -> str:
    try:
        return blake2b(read_bytes(path, _LARGEST), digest_size=16).hexdigest()
    except HedgelintError:
        return ""


def _save(file: Path, key: str, catalogue: Catalogue) -> None:
    """Whole or not at all; silently not at all where the folder cannot be written."""
    entries = [[e.path, *e.stamp, e.digest, e.problem] for e in catalogue.entries]
    head = {"row": catalogue.row, "words": len(catalogue.words), "entries": entries}
    payload = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
    payload += catalogue.words.tobytes() + bytes(catalogue.slots)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(file, _digest(key, payload) + b"\n" + payload)
    except (HedgelintError, OSError, ValueError):
        return


def _load(file: Path, key: str) -> Catalogue | None:
    """Whatever is not exactly what was written is no catalogue, never a mistake."""
    try:
        seal, _, payload = read_bytes(file, _LARGEST, "a catalogue").partition(b"\n")
        if seal != _digest(key, payload):
            return None
        head, _, rest = payload.partition(b"\n")
        data = json.loads(head.decode("utf-8", "surrogatepass"))
        words = array("Q")
        words.frombytes(rest[: 8 * data["words"]])
        entries = [Entry(path, (size, time), digest, wrong) for path, size, time, digest, wrong in data["entries"]]
        return Catalogue(entries, bytearray(rest[8 * data["words"] :]), data["row"], words)
    except (HedgelintError, OSError, ValueError, KeyError, TypeError):
        return None


def _digest(key: str, payload: bytes) -> bytes:
    return blake2b(key.encode() + payload, digest_size=32).hexdigest().encode()
