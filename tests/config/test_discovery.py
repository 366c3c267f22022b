"""Which files of a folder are stories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hedgelint.config.discovery import discover
from hedgelint.errors import InputError
from tests.conftest import Run

VAGUE = "Experts say the bridge is unsafe.\n"


def _tree(folder: Path, *names: str, **ignored: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(VAGUE, encoding="utf-8")
    for name, lines in ignored.items():
        at = folder / name.replace("_", "/").removeprefix("top").removeprefix("/") / ".gitignore"
        at.write_text(lines, encoding="utf-8")


def _found(folder: Path, **settings: bool) -> list[str]:
    return [Path(str(path)).relative_to(folder).as_posix() for path in discover([str(folder)], **settings)]


def test_every_format_that_is_read_and_nothing_for_programs(tmp_path: Path) -> None:
    _tree(
        tmp_path, "a.txt", "b.md", "c.MDX", "d.html", "e.py", "requirements.txt", "requirements-dev.txt", "robots.txt"
    )
    _tree(tmp_path, "LICENSE.txt", "LICENCE.md", "ads.txt", "licensing-row.txt", "node_modules/x.md", "a.sources/b.txt")
    assert _found(tmp_path) == ["a.txt", "b.md", "c.MDX", "d.html", "licensing-row.txt"]


def test_gitignore_is_heeded(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    _tree(tmp_path, "a.md", "drafts/b.md", "desk/c.md", "desk/keep.md", "desk/old/d.md", "desk/old/e.txt")
    _tree(tmp_path, top="drafts/\n*keep.md\n*.txt\n", desk="!keep.md\nc*\n")
    assert _found(tmp_path) == ["a.md", "desk/keep.md", "desk/old/d.md"]
    assert [Path(str(p)).name for p in discover([str(tmp_path / "desk" / "old")])] == ["d.md"]
    assert len(_found(tmp_path, gitignore=False)) == 6


def test_a_file_that_is_named_is_meant(tmp_path: Path) -> None:
    _tree(tmp_path, "drafts/b.md", "robots.txt", top="*\n")
    named = [str(tmp_path / "drafts" / "b.md"), str(tmp_path / "robots.txt")]
    assert list(discover(named)) == named


def test_gitignore_above_the_repository_is_not_heeded(tmp_path: Path) -> None:
    _tree(tmp_path, "desk/a.md", top="*.md\n")
    (tmp_path / "desk" / ".git").mkdir()
    assert _found(tmp_path / "desk") == ["a.md"]


def test_a_folder_of_ignored_stories_holds_none(tmp_path: Path) -> None:
    _tree(tmp_path, "a.md", top="*.md\n")
    (mistake,) = discover([str(tmp_path)])
    assert isinstance(mistake, InputError)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("archive/a.md",), 1, "1 finding in 1 story"),
        (("archive/a.md", "--force-exclude"), 0, "No story was read"),
        (("archive/a.md", "b.md", "--force-exclude"), 1, "1 finding in 1 story"),
        (("robots.txt", "--force-exclude"), 0, "No story was read"),
        (("./archive",), 2, "the settings exclude the story here"),
        (("b.md", "--no-gitignore"), 1, "1 finding in 1 story"),
    ],
)
def test_excluded_files(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    _tree(tmp_path, "archive/a.md", "b.md", "robots.txt")
    (tmp_path / "hedgelint.toml").write_text('exclude = ["archive/"]\n', encoding="utf-8")
    ran = run(*arguments)
    assert ran.code == code
    assert says in ran.out


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system tells it to anybody but root."""
    _tree(tmp_path, "a.md", "shut/b.md", "z.md")
    shut, scandir = str(tmp_path / "shut"), os.scandir

    def refusing(path: str) -> object:
        if path == shut:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    told = [str(one) for one in discover([str(tmp_path)])]
    assert told == [str(tmp_path / "a.md"), str(tmp_path / "z.md"), f"{shut}: Permission denied"]


def test_manuscripts_that_are_not_read_are_told_and_nothing_else_is(tmp_path: Path, run: Run) -> None:
    _tree(tmp_path, "a.txt", "b.PDF", "c/d.rtf", "e.png", "f.csv", "node_modules/g.pdf", "drafts/h.doc", "c/i.pages")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    ran = run(str(tmp_path))
    told = [str(tmp_path / name) for name in ("b.PDF", "c/d.rtf", "c/i.pages")]
    assert ran.err == (
        f"hedgelint: passed over, in formats that are not read: {', '.join(told)} (name one: it says what to do)\n"
    )
    assert ran.code == 1
    assert run("--quiet", str(tmp_path)).err == ""
    assert run(str(tmp_path / "a.txt")).err == ""
