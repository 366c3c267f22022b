"""A wheel made from the source distribution holds everything hedgelint needs, and runs without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent

# The suite runs without the developers' tools too; .ci/run has them.
build = pytest.importorskip("build", reason="needs the dev extra")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    # Without isolation where the build backend is at hand, so that no network is needed.
    isolation = [] if _has_hatchling() is False else ["--no-isolation"]
    done = subprocess.run(
        [sys.executable, "-m", "build", *isolation, "--outdir", str(folder), str(TOP)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return made


def _has_hatchling() -> bool:
    import importlib.util

    return importlib.util.find_spec("hatchling") is not None


def test_the_wheel_holds_every_rule_and_word_list_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {f"hedgelint/{path.relative_to(TOP).as_posix()}" for path in (TOP / "rules").rglob("*.yaml")}
    assert wanted
    assert wanted - names == set()
    assert {name for name in names if name.startswith("hedgelint/rules/") and name.endswith(".yaml")} == wanted


def test_the_wheel_holds_no_tests_and_no_stories(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hedgelint"}


def test_the_program_in_the_wheel_finds_its_own_rules(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (tmp_path / "story.txt").write_text("Experts say the bridge at Carrow is unsafe.\n", encoding="utf-8")
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "import hedgelint; assert hedgelint.__file__.startswith(sys.path[0]), hedgelint.__file__;"
        "from hedgelint.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(tmp_path / "cache"), "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(site), "story.txt"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert done.returncode == 1
    assert "vague-source" in done.stdout
