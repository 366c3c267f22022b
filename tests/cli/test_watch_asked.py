"""What is said where `--watch` cannot be had."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import Run


def test_without_the_extra_it_says_what_to_install(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A gate is shut\n", "utf-8")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = run("--watch", "a.txt", "--no-config")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "hedgelint: --watch needs watchfiles, which is not installed (pip install 'hedgelint[watch]')\n"


@pytest.mark.parametrize("args", [("--fix", "a.txt"), ("--diff", "a.txt"), ("-",), ()])
def test_what_it_does_not_go_with(run: Run, args: tuple[str, ...]) -> None:
    ran = run("--watch", *args)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "--watch" in ran.err
