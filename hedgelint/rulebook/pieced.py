"""Rule and list files with the named pieces in their patterns written out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hedgelint.checks import KINDS
from hedgelint.errors import RuleError
from hedgelint.lexicon import Columns
from hedgelint.rulebook.build import SILENT
from hedgelint.rulebook.nodes import Key, Yaml
from hedgelint.rulebook.piece_files import no_piece
from hedgelint.rulebook.pieces import NoPieceError, written_out
from hedgelint.rulebook.shapes import PATTERNS
from hedgelint.rulebook.validate import COMMON
from hedgelint.values import dataclass, field


def write_out_rule(file: Yaml, pieces: Mapping[str, str]) -> list[RuleError]:
    """Every pattern of a rule; afterwards its data has none with a piece in it, but those that are told."""
    data, writing = file.data, _Writing(file, pieces)
    kind = KINDS.get(str(data.get("kind"))) if isinstance(data, dict) else None
    for key, shape in {**COMMON, **kind.keys}.items() if kind else ():
        if key not in data:
            continue
        if shape in (*PATTERNS, *SILENT):
            data[key] = writing.out((key,), data[key])
        elif shape == "pattern-pairs" and isinstance(data[key], dict):
            data[key] = {writing.out((key, pattern), pattern): better for pattern, better in data[key].items()}
    return writing.errors


def write_out_list(file: Yaml, columns: Columns, pieces: Mapping[str, str]) -> list[RuleError]:
    """Every pattern of a word list's entries and defaults."""
    data, writing = file.data, _Writing(file, pieces)
    rows: list[tuple[Key, Any]] = []
    if isinstance(data, dict):
        entries = data.get("entries")
        rows += [(("defaults",), data.get("defaults"))]
        rows += [(("entries", i), entry) for i, entry in enumerate(entries if isinstance(entries, list) else ())]
    for at, row in rows:
        for key in row if isinstance(row, dict) else ():
            if key in columns and columns[key].shape in ("pattern", "beside"):
                row[key] = writing.out((*at, key), row[key])
    return writing.errors


@dataclass(frozen=True, slots=True)
class _Writing:
    file: Yaml
    pieces: Mapping[str, str]
    errors: list[RuleError] = field(default_factory=list)

    def out(self, at: Key, value: Any) -> Any:
        """The value with the pieces of its patterns written out: of a text, a list of them, or silences."""
        if isinstance(value, list):
            return [self.out((*at, i), one) for i, one in enumerate(value)]
        if isinstance(value, dict) and "pattern" in value:
            return {**value, "pattern": self.out((*at, "pattern"), value["pattern"])}
        if not isinstance(value, str):
            return value
        try:
            return written_out(value, self.pieces)
        except NoPieceError as error:
            self.errors.append(no_piece(self.file, at, error, self.pieces))
            return value
