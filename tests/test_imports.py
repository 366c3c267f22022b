"""A reader is imported when a file of its format comes, and not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_SHOW = """
import sys
from hedgelint import lint_file
result = lint_file(sys.argv[1])
assert not result.problems, result.problems
print(" ".join(sorted(sys.modules)))
"""
HEAVY = frozenset(("pyromark", "turbohtml", "pathspec", "fastwarc", "gzip"))


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.txt", "Experts say the bridge is unsafe.\n", ()),
        ("a.html", "<p>Experts say the bridge is unsafe.</p>\n", ("turbohtml",)),
        ("a.md", "Experts say the bridge is unsafe.\n", ("pyromark", "turbohtml")),
    ],
)
def test_only_the_reader_that_is_needed_is_imported(
    tmp_path: Path, name: str, text: str, wanted: tuple[str, ...]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", _SHOW, name], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    modules = set(ran.stdout.split())
    assert HEAVY & modules == set(wanted)
    readers = {module.rpartition(".")[2] for module in modules if module.startswith("hedgelint.document.readers.")}
    assert not readers & {"docx", "odt", "epub", "nitf", "ninjs", "feed", "warc"}
    if name == "a.txt":
        assert readers == {"plain"}


def test_a_story_is_linted_without_what_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "hedgelint", "a.txt"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert "vague-source" in ran.stdout
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    unneeded = ("subprocess", "hedgelint.history", "hedgelint.desk.since", "hedgelint.desk.baseline", "hedgelint.edits")
    unneeded += ("hedgelint.report.sarif", "hedgelint.report.xray", "hedgelint.sources.fidelity", "hedgelint.manual")
    unneeded += ("hedgelint.lsp", "hedgelint.serve", "starlette", "uvicorn", "pygls", "lsprotocol", "asyncio")
    unneeded += ("hedgelint.archive", "pyarrow", "duckdb", "pebble", "multiprocessing", "concurrent")
    assert [name for name in sorted(loaded) if name.startswith(unneeded)] == []


def test_the_version_is_told_without_the_rule_engine() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "hedgelint", "--version"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert "hedgelint.cli" in loaded
    rooms = tuple(f"hedgelint.{room}" for room in ("annotate", "checks", "desk", "document", "rulebook", "sources"))
    assert [name for name in sorted(loaded) if name.startswith(rooms)] == []


def test_what_is_known_from_before_is_told_without_the_rule_engine(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "hedgelint", "a.txt"]
    subprocess.run(command, cwd=tmp_path, capture_output=True)
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert "vague-source" in ran.stdout
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert "hedgelint.desk.kept" in loaded
    rooms = tuple(f"hedgelint.{room}" for room in ("annotate", "checks", "desk.desk", "document.reader", "sources"))
    assert [name for name in sorted(loaded) if name.startswith((*rooms, "regex", "datetime", "click"))] == []
