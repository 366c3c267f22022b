"""What a slip in a file of settings is called, in an editor's words and at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint.desk.desk import Desk
from hedgelint.errors import ConfigError


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("ignore = []\nignore = []\n", "2:12: not TOML: “ignore” is given twice (put both in one place)"),
        ("[severity]\n[severity]\n", "2:10: not TOML: the table [severity] is there twice"),
        ("ignore\n", "1:7: not TOML: a name without a value (write name = value)"),
        ("= 3\n", "1:1: not TOML: this is no setting"),
        ('scale = "ipc"\n', "1:10: there is no scale “ipc” (one of: ICD 203"),
        ('\nprofile = "opinon"\n', "2:12: there is no profile “opinon” (did you mean “opinion”?)"),
        ('[per-path."news/"]\nprofile = "opinon"\n', "2:12: there is no profile “opinon”"),
    ],
)
def test_a_slip_is_told_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, told: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hedgelint.toml").write_text(settings, encoding="utf-8")
    Path("news").mkdir()
    Path("news/a.txt").write_text("Pier shut\n\nThe pier is shut, police said.\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        list(Desk().lint("news/a.txt"))
    assert str(error.value).startswith(f"hedgelint.toml:{told}")
