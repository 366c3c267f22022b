"""The example of docs/api.md runs, prints what the page says, and is sound under strict mypy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
PAGE = (TOP / "docs" / "api.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
(PRINTED,) = re.findall(r"```text\n(.*?)```", PAGE, re.S)
RULE = """\
id: quayside
title: Quayside
kind: phrase
severity: warning
phrases: [quayside]
message: "“{match}”: quay"
why: Two syllables less.
examples:
  bad: ["The [[quayside]]."]
  good: ["The quay."]
"""
STORY = "A bridge is shut\n\nBut experts say the quayside is safe. The bridge is not.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "example.py").write_text(EXAMPLE, "utf-8")
    (tmp_path / "quayside.yaml").write_text(RULE, "utf-8")
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    return tmp_path


def python(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
    command = [sys.executable, *args]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **own}, capture_output=True, encoding="utf-8", check=False
    )


def test_the_example_prints_what_the_page_says(folder: Path) -> None:
    ran = python(folder, "example.py")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == PRINTED


def test_the_example_is_sound_under_strict_mypy(folder: Path) -> None:
    pytest.importorskip("mypy")
    ran = python(folder, "-m", "mypy", "--strict", "--follow-imports=silent", "example.py")
    assert ran.returncode == 0, ran.stdout


def test_every_name_that_is_promised_is_on_the_page() -> None:
    import hedgelint

    names = set(hedgelint.__all__) - {"__version__", "Problem", "Story"}
    assert {name for name in names if not re.search(rf"`{name}\b", PAGE)} == set()
    for name in hedgelint.__all__:
        assert getattr(hedgelint, name)
