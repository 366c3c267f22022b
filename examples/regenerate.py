"""The output that the examples and the README show is the program's own.

    python examples/regenerate.py            write it anew
    python examples/regenerate.py --check    say which files are not current, and leave with 1 if any

For every story of this folder: expected/NAME.txt (what a person sees) and expected/NAME.json (what a program reads).
For all of them: expected/attributions.txt (who says what, and by which shape: source | cue | statement | shape).
In the Markdown pages: what follows a line `$ command` in a block marked ```console; the tutorials: see tutorials.py.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent
# Pages with blocks of commands, and the folder those commands run in.
PAGES = {
    TOP / "README.md": TOP,
    TOP / "docs" / "commands.md": TOP,
    TOP / "docs" / "fidelity.md": TOP,
    TOP / "docs" / "confidence.md": TOP,
    TOP / "docs" / "reports.md": TOP,
    HERE / "house-style" / "README.md": HERE / "house-style",
}
_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)


def run(command: str, folder: Path) -> tuple[str, int]:
    """Standard output and exit code of a command, with this Python's programs first on the path and no colour."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    runners = dict.fromkeys(("GITHUB_ACTIONS", "GITLAB_CI"), "")  # under which the report has another form
    environment = {**os.environ, **runners, "PATH": path, "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode not in (0, 1) or done.stderr:
        raise SystemExit(f"{command} left with {done.returncode}: {done.stderr}")
    return done.stdout, done.returncode


def commands(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def refreshed(page: str, folder: Path) -> str:
    """The page with the output of its commands as it is now."""

    def again(match: re.Match[str]) -> str:
        return "".join(f"$ {command}\n{run(command, folder)[0]}" for command in commands(match[1]))

    return _BLOCK.sub(again, page)


def outputs() -> Iterator[tuple[Path, str]]:
    """Every file that holds output, and what it should hold."""
    for story in sorted(HERE.glob("*.txt")):
        name = shlex.quote(f"examples/{story.name}")
        yield HERE / "expected" / story.name, run(f"hedgelint {name}", TOP)[0]
        yield HERE / "expected" / f"{story.stem}.json", run(f"hedgelint --format json {name}", TOP)[0]
    yield HERE / "expected" / "attributions.txt", "".join(attributions())
    for page, folder in PAGES.items():
        yield page, refreshed(page.read_text(encoding="utf-8"), folder)
    sys.path.insert(0, str(HERE))
    from tutorials import PAGES as TUTORIALS
    from tutorials import played

    for page in TUTORIALS:
        yield page, played(page.read_text(encoding="utf-8"))


def attributions() -> Iterator[str]:
    """A line an attribution, under the name of its story."""
    for told in json.loads(run("hedgelint annotate --format json examples/*.txt", TOP)[0]):
        yield f"# {Path(told['path']).name}\n"
        text = (TOP / told["path"]).read_text(encoding="utf-8")
        for one in told["attributions"]:
            pieces = [
                " … ".join(text[at["start"] : at["end"]] for at in one[key]) for key in ("source", "cue", "content")
            ]
            yield " | ".join([*(" ".join(piece.split()) for piece in pieces), one["shape"]]) + "\n"


def main() -> None:
    stale = []
    for path, text in outputs():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path)
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in stale:
        print(path.relative_to(TOP))
    if "--check" in sys.argv and stale:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
