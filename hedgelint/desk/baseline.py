"""Findings that a house lives with: those of the day on which it began, told apart from new ones."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from hedgelint.desk.fingerprint import fingerprints
from hedgelint.errors import ConfigError, InputError
from hedgelint.files import read_bytes, write_whole
from hedgelint.finding import Finding, Result, Suppression
from hedgelint.values import dataclass, field, replace
from hedgelint.version import __version__

FORMAT = 1
_LARGEST = 200_000_000  # bytes
_ALIKE = 0.5
_KEYS = {"rule", "fingerprint", "excerpt"}


@dataclass(slots=True)
class Baseline:
    """`known` are the rows of each story, by its path as seen from the folder of the file. What has been met in this
    run is kept beside it, so that the rest can be told as gone."""

    file: Path
    known: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    _met: Counter[str] = field(default_factory=Counter)
    _read: set[str] = field(default_factory=set)
    _missing: dict[str, set[str]] | None = None  # fingerprints of stories whose files are not there

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """Raises ConfigError for a file that is missing, torn, or of a later version."""
        hint = "`hedgelint baseline` writes one"
        try:
            content = read_bytes(file, _LARGEST, "a baseline")
        except InputError as error:
            raise ConfigError(error.message, path=str(file), hint=hint) from None
        try:
            data = json.loads(content)
        except (ValueError, RecursionError):
            raise ConfigError("not a whole baseline", path=str(file), hint=hint) from None
        if not isinstance(data, dict) or not isinstance(data.get("stories"), dict):
            raise ConfigError("not a baseline", path=str(file), hint=hint)
        if data.get("format") != FORMAT:
            later = f"a baseline of the form {data.get('format')}, and this hedgelint reads {FORMAT}"
            raise ConfigError(later, path=str(file), hint=hint)
        if not all(isinstance(rows, list) for rows in data["stories"].values()):
            raise ConfigError("not a whole baseline", path=str(file), hint=hint)
        stories = {str(path): tuple(_row(file, row) for row in rows) for path, rows in data["stories"].items()}
        return cls(file, stories)

    def told(self, result: Result) -> Result:
        """The result with the findings that were known marked as suppressed. One that has only moved, and one beside
        which something was edited, is the same."""
        path = self._path(result.path)
        names: list[str] = []
        if path not in self.known and result.findings:
            names = list(fingerprints(result))
            path = self._moved(names) or path
        rows = list(self.known.get(path, ()))
        self._read.add(path)
        if not rows:
            return result
        names = names or list(fingerprints(result))
        known = [False] * len(names)
        for name in ("fingerprint", "excerpt"):
            for number, finding in enumerate(result.findings):
                row = None if known[number] else _like(rows, finding, names[number], name)
                if row is not None:
                    rows.remove(row)
                    known[number] = True
        self._met[path] = sum(known)
        marked = (
            replace(finding, suppressed=Suppression("baseline")) if old and finding.suppressed is None else finding
            for finding, old in zip(result.findings, known, strict=True)
        )
        return replace(result, findings=tuple(marked))

    def _moved(self, names: Collection[str]) -> str | None:
        """The story that these findings were known of, where its file has another name now: at least half of its
        findings are among them, word for word."""
        if self._missing is None:
            here = self.file.parent
            away = (path for path in self.known if not (here / path.partition("#")[0]).exists())
            self._missing = {path: {row["fingerprint"] for row in self.known[path]} for path in away}
        shared = {path: len(known.intersection(names)) / len(known) for path, known in self._missing.items() if known}
        best = max(shared, key=lambda path: shared[path], default=None)
        if best is None or shared[best] < _ALIKE:
            return None
        del self._missing[best]
        return best

    def gone(self) -> int:
        """How many known findings the stories of this run no longer have."""
        return sum(len(self.known.get(path, ())) - self._met[path] for path in self._read)

    def _path(self, path: str) -> str:
        return os.path.relpath(path, self.file.parent).replace(os.sep, "/")

    def write(self, results: Iterable[Result]) -> tuple[int, int]:
        """Writes the file anew from all findings of these stories that nobody has answered for; stories that are not
        among them and still exist keep theirs. Gives how many there are now, and how many are gone."""
        stories: dict[str, list[dict[str, str]]] = {}
        for result in results:
            rows = [
                {"rule": finding.rule, "fingerprint": name, "excerpt": _short(finding.excerpt)}
                for finding, name in zip(result.findings, fingerprints(result), strict=True)
                if finding.suppressed is None
            ]
            self.told(result)
            if rows:
                stories[self._path(result.path)] = rows
        missing = 0
        for path, known in self.known.items():
            if path in self._read:
                continue
            if (self.file.parent / path.partition("#")[0]).exists():
                stories[path] = [dict(row) for row in known]
            else:
                missing += len(known)
        data = {"format": FORMAT, "hedgelint": __version__, "stories": dict(sorted(stories.items()))}
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        write_whole(self.file, text.encode("utf-8", "backslashreplace"))
        return sum(map(len, stories.values())), self.gone() + missing


def _row(file: Path, row: Any) -> Mapping[str, str]:
    if not isinstance(row, dict) or not set(row) >= _KEYS:
        raise ConfigError("not a whole baseline", path=str(file), hint="`hedgelint baseline` writes one")
    return {key: str(row[key]) for key in _KEYS}


def _like(rows: list[Mapping[str, str]], finding: Finding, fingerprint: str, by: str) -> Mapping[str, str] | None:
    value = fingerprint if by == "fingerprint" else _short(finding.excerpt)
    return next((row for row in rows if row["rule"] == finding.rule and row[by] == value), None)


def _short(excerpt: str) -> str:
    return " ".join(excerpt.split())[:120]
