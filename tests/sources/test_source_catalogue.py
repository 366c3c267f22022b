"""Many sources: only those that can have the words are opened; the catalogue is believed only as it was written."""

from __future__ import annotations

import os
from pathlib import Path

from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.reading import SourceShelf

LEXICONS = load_rulebook().lexicons
READER = SourceReader.of(LEXICONS)
NORMALISER = Comparer.of(LEXICONS).normaliser
COUNT = 60


class Opened:
    """Reads sources and notes which."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, path: str):  # type: ignore[no-untyped-def]
        self.names.append(Path(path).name)
        return READER.read(path)


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    for number in range(COUNT):
        words = (
            f"Lock {number} was shut on day {1000 + number} because gate {chr(97 + number % 26) * 5} had failed twice."
        )
        (folder / f"{number:02}.txt").write_text(words)
    return folder


def shelf(tmp_path: Path, opened: Opened) -> SourceShelf:
    return SourceShelf(NORMALISER, opened, tmp_path / "cache", "key")


def asked(passage: str) -> list[list[str]]:
    return [NORMALISER.words(passage).forms]


def test_only_sources_that_can_have_the_words_are_opened(tmp_path: Path) -> None:
    folder, opened = folder_of(tmp_path), Opened()
    first = shelf(tmp_path, opened)
    found = first.sources("story.txt", [str(folder)], lambda: asked("Lock 17 was shut on day 1017 because"))
    assert len(opened.names) >= COUNT  # once, for the catalogue
    assert "17.txt" in [Path(source.document.path).name for source in found.sources]
    assert len(found.sources) <= 3
    assert found.has_word is not None
    assert (found.has_word("1059"), found.has_word("1060")) == (True, False)
    opened.names.clear()
    again = shelf(tmp_path, opened).sources("story.txt", [str(folder)], lambda: asked("because gate ddddd had failed"))
    assert "03.txt" in opened.names
    assert len(opened.names) == len(again.sources) <= 3


def test_a_changed_source_a_new_one_and_one_that_is_gone(tmp_path: Path) -> None:
    folder, opened = folder_of(tmp_path), Opened()
    shelf(tmp_path, opened).sources("story.txt", [str(folder)], lambda: asked("nothing of it"))
    (folder / "05.txt").write_text("The ferry burned to the waterline off Carrow.")
    (folder / "60.txt").write_text("A whale was seen under the pier at noon.")
    (folder / "17.txt").unlink()
    os.utime(folder / "20.txt", (1, 1))
    opened.names.clear()
    here = shelf(tmp_path, opened)
    found = here.sources("story.txt", [str(folder)], lambda: asked("The ferry burned to the waterline"))
    assert "20.txt" not in opened.names  # the same content at another time
    assert [Path(source.document.path).name for source in found.sources] == ["05.txt"]
    found = here.sources("story.txt", [str(folder)], lambda: asked("A whale was seen under the pier"))
    assert [Path(source.document.path).name for source in found.sources] == ["60.txt"]
    found = here.sources("story.txt", [str(folder)], lambda: asked("was shut on day 1017"))
    assert "17.txt" not in [Path(source.document.path).name for source in found.sources]


def test_a_spoilt_catalogue_is_none(tmp_path: Path) -> None:
    folder, opened = folder_of(tmp_path), Opened()
    shelf(tmp_path, opened).sources("story.txt", [str(folder)], lambda: asked("nothing of it"))
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:-9] + b"otherwise")
    opened.names.clear()
    shelf(tmp_path, opened).sources("story.txt", [str(folder)], lambda: asked("nothing of it"))
    assert len(opened.names) >= COUNT
