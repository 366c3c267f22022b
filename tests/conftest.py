"""hedgelint as a user runs it, in this process."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from hedgelint.cli import main

# No test fails because a machine is busy.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def pytest_configure(config: pytest.Config) -> None:
    # Compiled rules of the tests stay among the tests; modules load rules as soon as they are imported.
    folder = tempfile.mkdtemp(prefix="hedgelint-tests-")
    os.environ["HEDGELINT_CACHE_DIR"] = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("story.txt", ...)` in an empty folder; whatever the program writes, and the code it leaves with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["hedgelint", *args])
        capfd.readouterr()
        try:
            main()
            code = 0
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0 if left.code is None else 1
        finally:
            # The program keeps all it has made, since it ends; this process goes on.
            gc.unfreeze()
            gc.enable()
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return call
