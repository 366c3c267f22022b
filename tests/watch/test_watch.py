"""`hedgelint --watch`, as a process beside the test: it sees what editors do to files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

pytest.importorskip("watchfiles")
TOP = Path(__file__).resolve().parents[2]
FINE = "A gate is shut\n\nThe gate is shut, Jo Hale said.\n"
VAGUE = "A gate is shut\n\nCritics say so.\n"
WAITS = "Waiting for a change; Ctrl-C ends."
PATIENCE = 60  # seconds


@contextmanager
def watching(folder: Path, *args: str) -> Iterator[Callable[[], list[str]]]:
    """Gives a function for what is told until the program waits again."""
    environment = {**os.environ, "PYTHONPATH": str(TOP), "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    environment.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "hedgelint", "--watch", *args]
    program = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    lines: Queue[str] = Queue()
    assert program.stdout is not None
    reader = Thread(target=lambda stream: [lines.put(line.rstrip("\n")) for line in stream], args=(program.stdout,))
    reader.start()

    def told() -> list[str]:
        got: list[str] = []
        end = time.monotonic() + PATIENCE
        while WAITS not in got:
            try:
                got.append(lines.get(timeout=max(0.1, end - time.monotonic())))
            except Empty:
                raise AssertionError(f"nothing more was told after {got}") from None
        return got

    try:
        yield told
        if os.name != "nt":
            program.send_signal(signal.SIGINT)
            assert program.wait(PATIENCE) == 0
    finally:
        program.kill()
        program.wait()
        reader.join()
        program.stdout.close()


def swap(path: Path, text: str) -> None:
    """As editors save: a new file in the place of the old one."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def test_a_folder_is_linted_again_when_a_story_a_rule_or_a_setting_changes(tmp_path: Path) -> None:
    stories, rules = tmp_path / "stories", tmp_path / "rules"
    stories.mkdir()
    rules.mkdir()
    (stories / "a.txt").write_text(FINE, "utf-8")
    rule = (TOP / "CONTRIBUTING.md").read_text("utf-8").partition("```yaml\n")[2].partition("   ```")[0]
    (rules / "at-this-time.yaml").write_text("\n".join(line[3:] for line in rule.split("\n")), "utf-8")
    with watching(
        tmp_path, "stories", "--rules", "rules", "--format", "compact:out.txt", "--format", "compact"
    ) as told:
        assert told()[0].startswith("Nothing found in 1 story")
        swap(stories / "a.txt", VAGUE)
        lines = told()
        assert any(line.endswith(f"changed: {Path('stories/a.txt')}") for line in lines), lines
        assert f"{Path('stories/a.txt')}:3:1: warning vague-source" in "\n".join(lines)
        (stories / "b.txt").write_text(VAGUE, "utf-8")
        assert f"{Path('stories/b.txt')}:3:1: warning vague-source" in "\n".join(told())
        (rules / "at-this-time.yaml").write_text("id: [\n", "utf-8")
        assert any("at-this-time.yaml:1:5: not YAML" in line for line in told())
        (rules / "at-this-time.yaml").unlink()
        (rules / "words.yaml").write_text("extend: loaded-labels\nentries: [zorber]\n", "utf-8")
        while not any("2 findings in 2 stories" in line for line in told()):
            pass
        (tmp_path / "hedgelint.toml").write_text('ignore = ["vague-source"]\n', "utf-8")
        assert any(line.startswith("Nothing found in 2 stories") for line in told())


def test_a_file_by_name_is_looked_at_though_an_editor_puts_another_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FINE, "utf-8")
    with watching(tmp_path, "a.txt", "--no-config") as told:
        told()
        for _ in range(2):
            swap(tmp_path / "a.txt", VAGUE)
            assert any("warning vague-source" in line for line in told())
            (tmp_path / "another.txt").write_text(VAGUE, "utf-8")
            swap(tmp_path / "a.txt", FINE)
            assert not any("another.txt" in line for line in told())
