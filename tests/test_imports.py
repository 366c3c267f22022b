"""A reader is imported when a file of its format comes, and not before."""

from __future__ import annotations

import os
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


_RUN = """
import sys
from hedgelint.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_a_start_that_has_its_tables_makes_and_imports_only_what_the_story_asks_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    here = dict(os.environ, HEDGELINT_NO_CACHE="1", HEDGELINT_CACHE_DIR=str(tmp_path / "cache"))
    command = [sys.executable, "-c", _RUN, "a.txt"]
    for _ in range(2):
        ran = subprocess.run(command, cwd=tmp_path, env=here, capture_output=True, encoding="utf-8")
    assert "vague-source" in ran.stdout
    loaded = set(ran.stderr.split())
    assert {"hedgelint.checks.nameless", "hedgelint.rulebook.cache"} <= loaded
    unneeded = {"click", "dataclasses", "inspect", "pathlib", "json", "difflib", "regex", "tomllib", "subprocess"}
    unneeded |= {f"hedgelint.rulebook.{name}" for name in ("compile", "ready", "nodes", "validate")}
    unneeded |= {f"hedgelint.checks.{name}" for name in ("edit", "fidelity", "house_names", "pulled", "swap", "loaded")}
    assert sorted(unneeded & loaded) == []


def test_the_version_is_told_without_the_rule_engine() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "hedgelint", "--version"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert "hedgelint.cli" in loaded
    rooms = tuple(f"hedgelint.{room}" for room in ("annotate", "checks", "desk", "document", "rulebook", "sources"))
    assert [name for name in sorted(loaded) if name.startswith(rooms)] == []


def test_what_is_known_from_before_is_told_without_the_rule_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEDGELINT_NO_CACHE", raising=False)  # the tests are run with the cache off too
    (tmp_path / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-m", "hedgelint", "a.txt"]
    subprocess.run(command, cwd=tmp_path, capture_output=True)
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert "vague-source" in ran.stdout
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines() if line.startswith("import time:")}
    assert "hedgelint.desk.kept" in loaded
    rooms = tuple(f"hedgelint.{room}" for room in ("annotate", "checks", "desk.desk", "document.reader", "sources"))
    assert [name for name in sorted(loaded) if name.startswith((*rooms, "regex", "datetime", "click"))] == []
