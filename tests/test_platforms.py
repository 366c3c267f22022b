"""Habits of Windows and of macOS, simulated: what is not there, how names are written, what a terminal can show."""

from __future__ import annotations

import json
import ntpath
import os
import subprocess
import sys
import unicodedata
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from hedgelint.cli import terminal
from hedgelint.config import profile
from hedgelint.config.discovery import discover
from hedgelint.config.model import matches
from hedgelint.desk import baseline
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import InputError
from hedgelint.files import write_whole
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

STORY = "A bridge is shut\n\n“It leaks,“ Jo Hale said.\n\nExperts say the café is unsafe.\n"
_CAFE = "café"
_APART = unicodedata.normalize("NFD", _CAFE)

# What Python has on POSIX only, taken away before anything of hedgelint's is imported.
_ELSEWHERE = """
import os, signal, sys
for name in ("getuid", "geteuid", "getgid", "fchmod", "fchown", "chown", "listxattr", "getxattr", "setxattr", "fork",
             "sched_getaffinity", "mkfifo", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "killpg", "getpgid", "openpty"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGPIPE", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGALRM", "alarm", "setitimer"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog"):
    sys.modules[name] = None
from hedgelint.cli import main
sys.argv[0] = "hedgelint"
main()
"""


def _elsewhere(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", _ELSEWHERE, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False, env=environment)


def test_a_run_where_python_has_nothing_of_posix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.replace("\n", "\r\n").encode())
    for arguments in (["."], ["--fix", "a.txt"], ["--output-file", "out.json", "--format", "json", "a.txt"]):
        out = _elsewhere(tmp_path, "lint", "--no-config", *arguments)
        assert (out.returncode, out.stderr) == (1, b""), arguments
    fixed = STORY.replace("leaks,“", "leaks,”").replace("\n", "\r\n")
    assert (tmp_path / "a.txt").read_bytes() == fixed.encode()
    (finding,) = json.loads((tmp_path / "out.json").read_bytes())["findings"]
    assert (finding["rule"], finding["start"]["line"]) == ("vague-source", 5)


def test_a_terminal_of_windows_is_told_what_it_cannot_show(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Experts say the Ψ café is unsafe.\n", encoding="utf-8")
    out = _elsewhere(tmp_path, "lint", "--no-config", "a.txt")
    assert (out.returncode, out.stderr) == (1, b"")
    assert "Experts say the \\u03a8 café is unsafe." in out.stdout.decode("cp1252")


def test_a_console_of_windows_gets_the_same_lines(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    terminal.echo("“It leaks” café", colour=False)
    here = capsys.readouterr()
    monkeypatch.setattr(terminal, "os", SimpleNamespace(name="nt"))
    terminal.echo("“It leaks” café", colour=False)
    assert capsys.readouterr() == here


@pytest.mark.parametrize("written", [_CAFE, _APART])
@pytest.mark.parametrize("given", [_CAFE, _APART])
class TestNamesInEitherForm:
    """A Mac writes the names of files with each accent behind its letter."""

    def test_of_settings(self, written: str, given: str, tmp_path: Path) -> None:
        path = str(tmp_path / written / "a.txt")
        for pattern in (given, f"{given}/", f"{given}/*.txt", f"caf[{given[3:4]}é]*/a.txt", f"**/{given}/**"):
            assert matches(path, tmp_path, pattern), pattern
        assert not matches(str(tmp_path / "cafe" / "a.txt"), tmp_path, given)

    def test_of_a_gitignore(self, written: str, given: str, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        (tmp_path / written).mkdir()
        (tmp_path / written / "a.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / "cafe.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / ".gitignore").write_text(f"{given}/\n", encoding="utf-8")
        assert [os.path.basename(path) for path in discover([str(tmp_path)])] == ["cafe.txt"]

    def test_of_a_waiver(self, written: str, given: str, tmp_path: Path, run: Run) -> None:
        (tmp_path / written).mkdir()
        (tmp_path / written / "a.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
        entry = f'[[suppress]]\nrule = "vague-source"\npath = "{given}/a.txt"\nreason = "as sent"\n'
        (tmp_path / "hedgelint.toml").write_text(entry, encoding="utf-8")
        assert run(".").code == 0


def test_names_that_end_in_capitals(tmp_path: Path) -> None:
    for name in ("A.TXT", "B.Md", "C.HTML"):
        (tmp_path / name).write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    assert [os.path.basename(path) for path in discover([str(tmp_path)])] == ["A.TXT", "B.Md", "C.HTML"]


def test_one_file_by_a_name_in_other_capitals_is_not_written_over(tmp_path: Path) -> None:
    """Where capitals make no other name, both lead to one file: here another name of it does."""
    (tmp_path / "story.txt").write_text("old", encoding="utf-8")
    os.link(tmp_path / "story.txt", tmp_path / "STORY.TXT")
    with pytest.raises(InputError, match="is read in this very run"):
        write_whole(tmp_path / "STORY.TXT", b"new", [tmp_path / "story.txt"])
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == "old"


def test_folders_with_backslashes_between(monkeypatch: pytest.MonkeyPatch) -> None:
    there = SimpleNamespace(path=ntpath, sep="\\")
    monkeypatch.setattr(profile, "os", there)
    profiles = profile.Profiles.of(load_rulebook().lexicons["profiles"])
    told = profiles.told_by(read_plain("C:\\desk\\opinion\\a.txt", STORY))
    assert told == profiles.told_by(read_plain("desk/opinion/a.txt", STORY))
    assert told.name == "opinion"
    monkeypatch.setattr(baseline, "os", there)
    kept = baseline.Baseline(PureWindowsPath("C:\\desk\\known.json"), {})  # type: ignore[arg-type]
    assert kept._path("C:\\desk\\opinion\\a.txt") == "opinion/a.txt"
