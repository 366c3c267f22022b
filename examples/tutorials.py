"""The tutorials as somebody plays them: files as they are given, commands in their order, output as it is.

    python examples/tutorials.py            write the output anew
    python examples/tutorials.py --check    leave with 1 if any is not current

A block with title="NAME" is saved under that name; what follows a line `$ command` in a block ```console is its output.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from regenerate import TOP, commands, run

PAGES = sorted((TOP / "docs" / "tutorials").glob("*.md"))
_BLOCK = re.compile(r'^```(?P<kind>\w+)(?: title="(?P<name>[\w./-]+)")?\n(?P<text>.*?)^```$', re.M | re.S)


def played(page: str) -> str:
    """The page with the output of its commands as it is now, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:

        def again(block: re.Match[str]) -> str:
            if block["name"]:
                path = Path(folder) / block["name"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block["text"], encoding="utf-8")
            if block["kind"] != "console":
                return block[0]
            told = "".join(f"$ {one}\n{run(one, Path(folder))[0]}" for one in commands(block["text"]))
            return f"```console\n{told}```"

        return _BLOCK.sub(again, page)


def main() -> int:
    stale = []
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        now = played(page)
        if now != page:
            stale.append(path)
            if "--check" not in sys.argv:
                path.write_text(now, encoding="utf-8")
    for path in stale:
        print(path.relative_to(TOP))
    return int("--check" in sys.argv and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
