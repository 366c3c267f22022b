"""hedgelint as a user runs it, in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hedgelint.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled rules of the tests stay among the tests."""
    patch = pytest.MonkeyPatch()
    patch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("story.txt", ...)` in an empty folder; whatever the program writes, and the code it leaves with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["hedgelint", *args])
        capfd.readouterr()
        try:
            main()
            code = 0
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0 if left.code is None else 1
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return call
