"""Whatever is not exactly what was written is no cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint.rulebook.cache import read_cache, write_cache

DATA = {"lexicons": {"a": [{"term": "é"}]}, "rules": [{"id": "x"}]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_written_is_read(folder: Path) -> None:
    write_cache("k", DATA)
    assert read_cache("k") == DATA
    assert read_cache("other") is None
    assert [path.name for path in folder.iterdir()] == ["k.json"]


def test_any_byte_changed_is_noticed(folder: Path) -> None:
    write_cache("k", DATA)
    path = folder / "k.json"
    good = path.read_bytes()
    for i in range(len(good)):
        path.write_bytes(good[:i] + bytes([good[i] ^ 1]) + good[i + 1 :])
        assert read_cache("k") is None, i
    for cut in range(len(good)):
        path.write_bytes(good[:cut])
        assert read_cache("k") is None, cut


@pytest.mark.parametrize("content", [b'{"lexicons":{},"rules":[]}', b"{}", b"[]", b"3", b"true", b"", b"\0" * 50])
def test_other_json_is_no_cache(folder: Path, content: bytes) -> None:
    write_cache("k", DATA)
    (folder / "k.json").write_bytes(content)
    assert read_cache("k") is None


def test_the_cache_of_one_rulebook_is_not_anothers(folder: Path) -> None:
    write_cache("k", DATA)
    (folder / "other.json").write_bytes((folder / "k.json").read_bytes())
    assert read_cache("other") is None


def test_a_folder_that_others_may_write_is_not_trusted(folder: Path) -> None:
    write_cache("k", DATA)
    folder.chmod(0o777)
    assert read_cache("k") is None


def test_a_folder_or_a_pipe_in_its_place_does_no_harm(folder: Path) -> None:
    import os

    folder.mkdir(mode=0o700)
    (folder / "k.json").mkdir()
    write_cache("k", DATA)
    assert read_cache("k") is None
    os.mkfifo(folder / "pipe.json")
    assert read_cache("pipe") is None


def test_what_nobody_asked_for_in_a_month_goes(folder: Path) -> None:
    import os
    import time

    write_cache("old", DATA)
    (folder / "x.part").write_text("torn")
    past = time.time() - 40 * 86_400
    os.utime(folder / "old.json", (past, past))
    os.utime(folder / "x.part", (past, past))
    write_cache("new", DATA)
    assert [path.name for path in folder.iterdir()] == ["new.json"]
