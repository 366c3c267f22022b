"""The file in which a person says of a rule's findings whether they are right: a table, for a spreadsheet too."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hedgelint.desk.trial import Sample
from hedgelint.errors import InputError
from hedgelint.files import read_bytes, write_whole

_COLUMNS = ("right", "path", "line", "before", "words", "after", "key")
_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "": None}
_LARGEST = 50_000_000  # bytes


@dataclass(slots=True)
class Judgements:
    """`rows` by key; `right` in them is y, n or empty. What was judged stays, whatever is drawn later."""

    path: Path
    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Judgements:
        """Raises InputError where the file is no such table."""
        if not path.exists():
            return cls(path)
        try:
            text = read_bytes(path, _LARGEST, "a file of judgements").decode("utf-8-sig")
        except UnicodeDecodeError:
            raise InputError("not UTF-8", path=str(path), hint="save the file as UTF-8") from None
        table = csv.DictReader(io.StringIO(text, newline=""))
        if not {"right", "key"} <= set(table.fieldnames or ()):
            hint = f"its first line is {','.join(_COLUMNS)}; name another file"
            raise InputError("this is no file of judgements", path=str(path), line=1, hint=hint)
        rows: dict[str, dict[str, str]] = {}
        for row in table:
            given = (row.get("right") or "").strip().lower()
            if given not in _ANSWERS:
                message = f"“{row['right']}” is no answer"
                raise InputError(message, path=str(path), line=table.line_num, hint="y, n or nothing")
            cells = {name: _plain(row.get(name) or "") for name in _COLUMNS} | {"right": given[:1]}
            rows[cells["key"]] = cells
        return cls(path, rows)

    def take(self, samples: Sequence[Sample]) -> None:
        """Those that are not in the file yet, without an answer."""
        for one in samples:
            self.rows.setdefault(
                one.key,
                {
                    "right": "",
                    "path": one.path,
                    "line": str(one.line),
                    "before": one.before,
                    "words": one.words,
                    "after": one.after,
                    "key": one.key,
                },
            )

    def open(self, samples: Sequence[Sample]) -> list[Sample]:
        """Those that nobody has judged."""
        return [one for one in samples if not self.rows.get(one.key, {}).get("right")]

    def answer(self, sample: Sample, right: bool) -> None:
        self.take([sample])
        self.rows[sample.key]["right"] = "y" if right else "n"

    @property
    def counts(self) -> tuple[int, int]:
        """How many are right, of how many that are judged."""
        given = [row["right"] for row in self.rows.values() if row["right"]]
        return given.count("y"), len(given)

    def write(self) -> None:
        """Whole or not at all. Raises InputError."""
        out = io.StringIO(newline="")
        table = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows({name: _safe(value) for name, value in row.items()} for row in self.rows.values())
        write_whole(self.path, out.getvalue().encode("utf-8", "backslashreplace"))


_FORMULAS = ("=", "+", "-", "@", "\t")


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULAS else cell


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    return f"'{cell}" if cell[:1] in _FORMULAS else cell
