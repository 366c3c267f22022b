"""Each promise of docs/robustness.md names the tests that hold it, and they are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_ROWS = [
    line.strip().strip("|").split(" | ")
    for line in (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8").split("\n## ")[0].splitlines()
    if line.startswith("| ") and not line.startswith("| promise")
]


def _tests_of(path: Path) -> set[str]:
    """The names of the tests in a file, or in the files of a folder."""
    files = sorted(path.rglob("test_*.py")) if path.is_dir() else [path]
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", _ROWS, ids=[row[0][:50] for row in _ROWS])
def test_a_promise_names_tests_that_are_there(row: list[str]) -> None:
    promise, held = row
    named = re.findall(r"`([^`]+)`", held)
    places = [name for name in named if name.startswith("tests/")]
    assert promise
    assert places
    assert all((ROOT / place).exists() for place in places), places
    assert all(_tests_of(ROOT / place) for place in places), places
    there = set().union(*(_tests_of(ROOT / place) for place in places))
    assert {name for name in named if name not in places} <= there


def test_there_are_as_many_promises_as_ever() -> None:
    assert len(_ROWS) >= 23
