"""TOML with the line and column of its keys, which the standard library's parser does not tell."""

from __future__ import annotations

import tomllib
from typing import Any

from hedgelint.errors import ConfigError
from hedgelint.patterns import pattern_of

_TABLE = pattern_of(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = pattern_of(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")
_STRING = pattern_of(r"\"([^\"\n]+)\"|'([^'\n]+)'")
_WHERE = pattern_of(r"\(at line (\d+), column (\d+)\)")


def parse_toml(path: str, content: bytes) -> tuple[dict[str, Any], str]:
    """The data and the text. Raises ConfigError where it is not TOML."""
    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text), text
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", path=path, line=1, column=1, hint="save the file as UTF-8") from None
    except RecursionError:
        raise ConfigError("values are nested too deeply", path=path, line=1, column=1) from None
    except ValueError as error:
        if not isinstance(error, tomllib.TOMLDecodeError):  # a number of thousands of digits
            raise ConfigError("a number of thousands of digits", path=path, line=1, column=1) from None
        where = _WHERE.search(str(error))
        line, column = (int(where[1]), int(where[2])) if where else (text.count("\n") + 1, 1)
        from hedgelint.config.slips import opened_in, slip_in

        problem = _WHERE.sub("", str(error)).strip()
        lines = text.split("\n")
        if opened := opened_in(lines, problem, line):
            (line, column), problem = opened, "Unclosed"
        shown = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
        message, hint = slip_in(shown, problem)
        message = f"not TOML: {message}"
        raise ConfigError(message, path=path, line=line, column=column, hint=hint, shown=shown) from None


class Places:
    """Where the tables, keys and strings of a text of TOML stand. Read once: settings may name thousands of rules."""

    def __init__(self, text: str) -> None:
        self._tables: dict[str, tuple[int, int]] = {}
        self._keys: dict[tuple[str, str], tuple[int, int]] = {}
        self._values: dict[tuple[str, str, str], tuple[int, int]] = {}
        table, key = "", ""
        for number, line in enumerate(text.split("\n"), 1):
            if head := _TABLE.match(line):
                table, key = _bare(head[1]), ""
                self._tables[table] = (number, line.index("[") + 1)
                continue
            if name := _KEY.match(line):
                key = name[1].strip("\"'")
                self._keys[table, key] = (number, name.start(1) + 1)
            if key:
                for value in _STRING.finditer(line):
                    self._values.setdefault((table, key, value[1] or value[2]), (number, value.start() + 2))

    def of(self, table: str, key: str, value: str = "") -> tuple[int, int]:
        """Line and column (from 1) of `key` in `table` ("" for the top), or of a string in its value; of the table
        where the key is not found; (1, 1) as a last resort."""
        table = _bare(table)
        if value and (found := self._values.get((table, key, value))):
            return found
        return self._keys.get((table, key)) or (self._tables.get(table) if table else None) or (1, 1)


def _bare(table: str) -> str:
    return table.replace('"', "").replace("'", "").replace(" ", "")
