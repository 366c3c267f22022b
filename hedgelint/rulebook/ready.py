"""The shipped rules as they come out of their YAML, beside the code: what a first start reads.

A container of CI and a hook's environment keep no cache from run to run, and would compile the same files each time,
which takes five times as long as reading a story. Only the rules that were compiled are given: of others, if by a
single byte, there is nothing ready. `python -m hedgelint.manual.pages` writes the file, and checks that it is current.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hedgelint.files import read_bytes
from hedgelint.rulebook.cache import key_of
from hedgelint.rulebook.locate import shipped_rules

READY = Path(__file__).with_name("ready.json")
_LARGEST = 20_000_000  # bytes


def read_ready(files: Sequence[tuple[str, bytes]]) -> Any:
    """What `compile_rules` gives for these files, or None where that is not known beforehand."""
    import json

    try:
        content = read_bytes(READY, _LARGEST)
        if not content.startswith(_head(files).encode()):
            return None
        return _placed(json.loads(content)["data"], shipped_rules())
    except Exception:  # a file that is missing, torn or of another version is no mistake: the rules are there
        return None


def ready_text(files: Sequence[tuple[str, bytes]], data: Mapping[str, Any]) -> str:
    """The content of the file: a line for each word list and each rule, so that a change can be read."""
    import json

    root = shipped_rules()

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def of_files(rows: Sequence[Mapping[str, Any]]) -> str:
        return ",\n".join(line({**row, "path": Path(row["path"]).relative_to(root).as_posix()}) for row in rows)

    lexicons = ",\n".join(f"{line(name)}:{line(rows)}" for name, rows in data["lexicons"].items())
    defaults = line(data["defaults"])
    rules, lists = of_files(data["rules"]), of_files(data["lists"])
    pieces = of_files(data["pieces"])
    words = f'"lexicons":{{\n{lexicons}}},\n"defaults":{defaults}'
    held = f'{words},\n"rules":[\n{rules}],\n"lists":[\n{lists}],\n"pieces":[\n{pieces}]'
    return f'{_head(files)}"data":{{{held}}}}}\n'


def _head(files: Sequence[tuple[str, bytes]]) -> str:
    """The first line. Its key is of contents and names within their folder: the folder itself is another one on every
    machine."""
    above = len(str(shipped_rules())) + 1
    key = key_of([(path[above:].replace(os.sep, "/"), content) for path, content in files])
    return f'{{"key":"{key}",\n'


def _placed(data: Any, root: Path) -> Any:
    for row in (*data["rules"], *data["lists"], *data["pieces"]):
        row["path"] = str(root / row["path"])
    return data
