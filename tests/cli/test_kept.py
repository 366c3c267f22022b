"""Findings that are kept from run to run: the same as if all had been read anew, whatever has changed, and whatever has
become of what was kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hedgelint.cli.desks import Reading
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.desk.kept import Kept
from hedgelint.desk.packed import packed, unpacked
from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.finding import Edit, Finding, Place, Related, Result, Suppression
from tests.conftest import Run

STORY = "Bridge shut\n\nExperts say the bridge is unsafe.\n\n“It may fall,” Lena Voss said.\n\nCritics say so too.\n"
HOUSE = """id: bridge-name
title: The name of the bridge
category: wording
kind: phrase
phrases: [the bridge]
severity: warning
message: "“{match}” has a name"
why: Readers know it by its name.
examples:
  bad: ["The town shut [[the bridge]]."]
  good: ["The town shut Carrow Bridge."]
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that findings can depend on, and a cache of its own."""
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("HEDGELINT_NO_CACHE", raising=False)  # the tests are run with the cache off too
    folder = tmp_path / "desk"
    (folder / "rules").mkdir(parents=True)
    (folder / "story.txt").write_text(STORY, "utf-8")
    (folder / "rules" / "bridge.yaml").write_text(HOUSE, "utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "pier.yaml").write_text(HOUSE.replace("id: bridge-name", "id: pier"), "utf-8")
    (folder / "names.txt").write_text("Lena Voss\n", "utf-8")
    (folder / "talk.txt").write_text("VOSS: It may well fall, I am told by everybody here.\n", "utf-8")
    (folder / "story.txt.hedgelint.toml").write_text('[[suppress]]\nrule = "puffery"\nreason = "old"\n', "utf-8")
    (folder / "hedgelint.toml").write_text(
        'rules = ["rules"]\nnames = ["names.txt"]\nsources = ["talk.txt"]\n\n[per-path."*.txt"]\nfail-on = "error"\n',
        "utf-8",
    )
    _settle(folder)
    monkeypatch.chdir(folder)
    return folder


def _settle(folder: Path) -> None:
    """As if all had been written a while ago: what has just been is not kept."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (1e9, 1e9))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read as stories."""
    files: list[str] = []
    documents = Desk.documents

    def noted(self: Desk, path: str) -> Iterator[Document | InputError]:
        files.append(path)
        return documents(self, path)

    monkeypatch.setattr(Desk, "documents", noted)
    return files


def _append(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def _write(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "a word of the story": _append("story.txt", "It is.\n"),
    "a rule of the house": _write("rules/bridge.yaml", HOUSE.replace("severity: warning", "severity: error")),
    "a rule more": _write("rules/other.yaml", HOUSE.replace("bridge-name", "bridge-title")),
    "a word list": _write("rules/lexicon/boosters.txt", "bridgeish\n"),
    "the settings": _append("hedgelint.toml", 'scale = "PHIA"\n'),
    "the names": _append("names.txt", "Pat Orne\n"),
    "the names are gone": lambda folder: (folder / "names.txt").unlink(),
    "a source": _append("talk.txt", "VOSS: And it leaks.\n"),
    "a source beside the story": _write("story.sources/more.txt", "VOSS: It may fall.\n"),
    "the sidecar": _append("story.txt.hedgelint.toml", '[[suppress]]\nrule = "vague-source"\nreason = "asked"\n'),
    "no sidecar": lambda folder: (folder / "story.txt.hedgelint.toml").unlink(),
    "settings nearer by": _write(".hedgelint.toml", 'select = ["puffery"]\n'),
}


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_whatever_changes_the_story_is_read_again(house: Path, run: Run, read: list[str], change: str) -> None:
    os.chdir(house)
    first = run("story.txt")
    assert read == ["story.txt"]
    os.chdir(house)
    assert run("story.txt") == first
    assert read == ["story.txt"], "what has not changed is known"
    CHANGES[change](house)
    now = run("story.txt")
    if change != "settings nearer by":  # hedgelint.toml stands before it
        assert read == ["story.txt", "story.txt"]
    assert now == run("story.txt", "--no-cache")


OPTIONS = (
    ["--select", "all"],
    ["--extend-select", "long-sentence"],
    ["--ignore", "vague-source"],
    ["--fail-on", "info"],
    ["--profile", "opinion"],
    ["--scale", "PHIA"],
    ["--fidelity", "strict"],
    ["--names", "names.txt"],
    ["--source", "rules"],
    ["--no-config"],
    ["--config", "hedgelint.toml"],
    ["--rules", "more"],
    ["--encoding", "latin-1"],
    ["--input-format", "markdown"],
)


@pytest.mark.parametrize("options", OPTIONS, ids=lambda given: given[0])
def test_other_options_are_another_question(house: Path, run: Run, read: list[str], options: list[str]) -> None:
    os.chdir(house)
    run("story.txt")
    if options != ["--config", "hedgelint.toml"]:
        run("story.txt", *options)
        assert read == ["story.txt", "story.txt"]
    assert run("story.txt", *options) == run("story.txt", *options, "--no-cache")


@pytest.mark.parametrize("form", ["text", "compact", "json", "jsonl", "sarif", "gitlab", "junit", "rdjson", "csv"])
def test_every_report_tells_what_is_known_as_it_told_it_first(
    house: Path, run: Run, read: list[str], form: str
) -> None:
    os.chdir(house)
    (house / "many.jsonl").write_text('{"id": "a", "text": "Experts say so."}\n{"id": 2, "text": "Critics do."}\n')
    options = ("story.txt", "many.jsonl", "--format", form, "--show-suppressed", "--severity", "info")
    first = run(*options)
    told = len(read)
    assert run(*options) == first == run(*options, "--no-cache")
    assert len(read) == 2 * told
    assert run(*options, "--fail-on", "info").code == 1


def test_the_same_story_by_another_name_is_another(house: Path, run: Run, read: list[str]) -> None:
    os.chdir(house)
    shutil.copy("story.txt", "other.txt")
    assert "story.txt" in run("story.txt").out
    assert "story.txt" not in run("other.txt").out


def test_what_had_a_problem_is_read_again(house: Path, run: Run, read: list[str]) -> None:
    os.chdir(house)
    (house / "bad.txt").write_bytes(b"\xff\xfe\x00 Experts say so, \xc3\x28 they did.\n" * 3)
    first = run("bad.txt", "missing.txt")
    assert run("bad.txt", "missing.txt") == first
    assert read.count("missing.txt") == 2


def test_a_waiver_for_a_path_that_is_gone_is_told_of_known_stories_too(house: Path, run: Run) -> None:
    os.chdir(house)
    with (house / "hedgelint.toml").open("a") as file:
        file.write('\n[[suppress]]\nrule = "puffery"\npath = "old/gone.txt"\nreason = "old"\n')
    first = run("story.txt")
    assert "which is not there" in first.out
    assert run("story.txt") == first


class TestBadInput:
    def _kept(self, house: Path) -> Path:
        (file,) = (house.parent / "cache").glob("findings-*.sqlite")
        return file

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_damage_to_any_byte_costs_time_and_nothing_else(self, house: Path, run: Run, data: st.DataObject) -> None:
        os.chdir(house)
        right = run("story.txt", "--no-cache")
        run("story.txt")
        file = self._kept(house)
        content = bytearray(file.read_bytes())
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= data.draw(st.integers(1, 255))
        file.write_bytes(content[: data.draw(st.sampled_from([len(content), at, len(content) - at]))])
        assert run("story.txt") == right
        assert run("story.txt") == right
        assert run("cache", "clear").code == 0

    def test_a_table_that_is_told_in_bytes_that_are_no_letters_is_begun_anew(self, house: Path, run: Run) -> None:
        os.chdir(house)
        right = run("story.txt")
        file = self._kept(house)
        file.write_bytes(file.read_bytes().replace(b"CREATE TABLE", b"CREATE TA\xb9LE"))
        assert run("story.txt") == right
        assert run("story.txt") == right

    def test_a_file_that_is_no_database_is_begun_anew(self, house: Path, run: Run, read: list[str]) -> None:
        os.chdir(house)
        right = run("story.txt")
        self._kept(house).write_bytes(b"no database" * 999)
        assert run("story.txt") == right
        assert run("story.txt") == right
        assert run("story.txt") == right
        assert len(read) <= 3

    def test_what_another_put_there_under_the_right_key_is_not_believed(self, house: Path, run: Run) -> None:
        os.chdir(house)
        right = run("story.txt")
        with sqlite3.connect(self._kept(house)) as kept:
            kept.execute("UPDATE kept SET value = ?", (b"\xe9\x00",))
        kept.close()
        assert run("story.txt") == right

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_may_not_be_written(self, house: Path, run: Run) -> None:
        os.chdir(house)
        cache = house.parent / "cache"
        cache.mkdir()
        cache.chmod(0o500)
        assert run("story.txt") == run("story.txt", "--no-cache")

    def test_a_cache_that_is_a_file(self, house: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        os.chdir(house)
        monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(house / "names.txt"))
        assert run("story.txt") == run("story.txt", "--no-cache")

    @pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
    def test_a_folder_that_others_may_write_is_not_used(self, house: Path, run: Run) -> None:
        os.chdir(house)
        cache = house.parent / "cache"
        cache.mkdir(mode=0o777)
        cache.chmod(0o777)
        run("story.txt")
        assert not list(cache.iterdir())

    def test_another_run_that_is_writing(self, house: Path, run: Run) -> None:
        os.chdir(house)
        right = run("story.txt")
        other = sqlite3.connect(self._kept(house), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            assert run("story.txt") == right
        finally:
            other.close()

    def test_a_disk_that_is_full(self, house: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        os.chdir(house)
        right = run("story.txt", "--no-cache")
        from hedgelint import shelf

        monkeypatch.setattr(shelf, "_TABLE", "PRAGMA max_page_count = 1")  # SQLite's own way to a full disk
        assert run("story.txt") == right


def test_clear_removes_what_hedgelint_wrote_and_nothing_else(house: Path, run: Run) -> None:
    os.chdir(house)
    run("story.txt")
    cache = house.parent / "cache"
    (cache / "letter.json").write_text("mine")
    ran = run("cache", "clear")
    assert ran.code == 0
    assert "removed" in ran.out
    assert [path.name for path in cache.iterdir()] == ["letter.json"]
    assert run("cache", "where").out.strip() == str(cache)


def test_a_story_that_is_written_while_it_is_read_is_not_kept(house: Path) -> None:
    kept = Kept(Reading().configs(), Layer(), (), ())
    key, content, known = kept.look("story.txt")
    assert known is None
    results = list(Desk().lint("story.txt"))
    (house / "story.txt").write_text("Another.\n")
    kept.keep("story.txt", key, content, results, ["warning"])
    (house / "story.txt").write_bytes(content)
    assert kept.look("story.txt")[2] is None
    kept.close()


PLACES = st.builds(Place, st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
RELATED = st.builds(Related, st.text(), st.text(), PLACES, PLACES, st.text(), st.text(), st.text())
FINDINGS = st.builds(
    Finding, st.text(), st.text(), st.text(), st.text(), st.text(), PLACES, PLACES, st.text(),
    st.lists(RELATED, max_size=2).map(tuple), st.lists(st.text(), max_size=2).map(tuple), st.text(),
    st.none() | st.builds(Suppression, st.text(), st.text()),
    st.lists(st.builds(Edit, PLACES, PLACES, st.text()), max_size=2).map(tuple), st.text(), st.text(), st.text(),
)  # fmt: skip


RESULTS = st.builds(
    Result, st.text(), st.text(), st.lists(FINDINGS, max_size=2).map(tuple), st.just(()),
    st.lists(st.text(), max_size=2).map(tuple), st.booleans(), st.lists(st.text(), max_size=2).map(tuple),
)  # fmt: skip


@given(RESULTS)
def test_what_is_packed_is_unpacked(result: Result) -> None:
    assert unpacked(packed(result), result.source) == result
