"""`hedgelint archive` where its extra is not installed, and what it tells while it works."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from hedgelint.cli import archive
from tests.conftest import Run

_WITHOUT = """
import sys
sys.modules["pyarrow"] = None
sys.argv = ["hedgelint", "archive", *sys.argv[1:]]
from hedgelint.cli import main
main()
"""


@pytest.mark.parametrize("asked", [["lint", "a.txt", "-o", "out.parquet"], ["report", "out.parquet"]])
def test_a_missing_package_is_told_with_what_to_do(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    command = [sys.executable, "-c", _WITHOUT, *asked]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    told = "hedgelint: archives need pyarrow, which is not installed (pip install 'hedgelint[archive]')\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", told)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--jobs", "none"], "--jobs none: give a number from 1 to 512, or auto"),
        (["--jobs", "0"], "--jobs 0: give a number from 1 to 512, or auto"),
        (["--column", "words=body"], "NAME is one of: id, text, published, desk, author"),
        (["--column", "text"], "--column text: give NAME=COLUMN"),
        (["--input-format", "docx"], "a record's text is one of: text, markdown, mdx, html"),
    ],
)
def test_a_slip_in_the_options_is_told(run: Run, tmp_path: Path, options: list[str], told: str) -> None:
    pytest.importorskip("pyarrow", reason="archives need the archive extra")
    pytest.importorskip("pebble", reason="archives need the archive extra")
    (tmp_path / "a.txt").write_text("The mill is shut.\n", encoding="utf-8")
    ran = run("archive", "lint", "a.txt", "-o", "out.parquet", *options)
    assert (ran.code, told in ran.err) == (2, True), ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@dataclass(frozen=True)
class Now:
    stories: int
    through: float
    kept: int = 0
    lost: str = ""


def test_rate_and_time_left_are_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([100.0, 105.0, 112.0, 113.0, 400.0])
    monkeypatch.setattr(archive, "monotonic", lambda: next(clock))
    telling = archive._Telling(quiet=False, begun=90.0)
    for now in (
        Now(100, 0.5, kept=7),  # half of it was done by the run before
        Now(200, 0.55),
        Now(220, 0.6),  # 22 s for a tenth: 88 s for what is left
        Now(230, 0.61, lost="a process died"),
        Now(3100, 0.75),
    ):
        telling.tell(now)  # type: ignore[arg-type]
    assert capsys.readouterr().err.splitlines() == [
        "7 parts of the run before are kept",
        "220 stories, 60%, 10 a second, 88 s left",
        "hedgelint: a process died",
        "3,100 stories, 75%, 10 a second, 5 min left",
    ]
