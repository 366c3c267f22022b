"""Several processes tell what one does, in the same order, and one that dies takes one story with it."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hedgelint.cli import jobs
from hedgelint.cli.jobs import Pool, workers_for
from hedgelint.desk.desk import Desk
from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.finding import Result
from tests.conftest import Run

linux = pytest.mark.skipif(sys.platform != "linux", reason="a process is copied on Linux only")


@pytest.fixture(autouse=True)
def only_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the processes begin as this one is, with what a test has put in its place."""
    monkeypatch.setattr(jobs.threading, "active_count", lambda: 1)


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    names = []
    for number in range(9):
        who = ("Experts", "Critics", "Observers")[number % 3]
        (tmp_path / f"s{number}.txt").write_text(f"{who} say number {number} is unsafe.\n" * (number + 1), "utf-8")
        names.append(f"s{number}.txt")
    rows = (json.dumps({"id": n, "text": f"Experts say that story {n} is not true.\n"}) for n in range(70))
    (tmp_path / "many.jsonl").write_text("\n".join([*rows, "no record"]), "utf-8")
    return [*names[:5], "missing.txt", "many.jsonl", *names[5:]]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "jsonl"])
@pytest.mark.parametrize("cache", [[], ["--no-cache"]], ids=["kept", "anew"])
def test_as_many_as_you_like_tell_the_same(run: Run, stories: list[str], form: str, cache: list[str]) -> None:
    one = run(*stories, "--format", form, "--no-cache")
    assert run(*stories, "--format", form, "--jobs", "2", *cache) == one
    assert run(*stories, "--format", form, "--jobs", "3", *cache) == one


def test_known_stories_among_new_ones_stay_in_their_order(run: Run, stories: list[str], monkeypatch) -> None:
    from hedgelint.cli import results

    monkeypatch.setattr(results, "_WAITING", 2)
    run(*stories[::2])
    assert run(*stories, "--jobs", "2") == run(*stories, "--no-cache")


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", ""])
def test_what_is_no_number_of_processes(run: Run, stories: list[str], given: str) -> None:
    ran = run(*stories, f"--jobs={given}")
    assert ran.code == 2
    assert "--jobs is a number of processes from 1 on, or auto" in ran.err


def test_auto_is_one_for_a_few_stories_and_no_more_than_there_are_processors() -> None:
    assert workers_for([2_000] * 10) == 1
    assert 1 <= workers_for([5_000] * 10_000) <= (os.cpu_count() or 1)


def test_auto_tells_the_same(run: Run, stories: list[str]) -> None:
    assert run(*stories, "--jobs", "auto") == run(*stories)


def _dying(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A worker that is to read one of these is killed, as the system does when memory is short."""
    documents, parent = Desk.documents, os.getpid()

    def killed(self: Desk, path: str) -> Iterator[Document | InputError]:
        if path in names and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return documents(self, path)

    monkeypatch.setattr(Desk, "documents", killed)


@linux
def test_a_worker_that_dies_is_told_with_its_file_and_the_rest_stands(
    run: Run, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(*stories, "--no-cache", "--format", "json")
    _dying(monkeypatch, "s3.txt", "s7.txt")
    ran = run(*stories, "--no-cache", "--format", "json", "--jobs", "2")
    assert ran.code == 2
    told, known = json.loads(ran.out), json.loads(whole.out)
    assert [one["path"] for one in told["stories"]] == [one["path"] for one in known["stories"]]
    assert told["findings"] == [one for one in known["findings"] if one["path"] not in ("s3.txt", "s7.txt")]
    died = [one["path"] for one in told["problems"] if "the worker that read this died" in one["message"]]
    assert died == ["s3.txt", "s7.txt"]


@linux
def test_one_that_dies_in_a_file_of_many_stories_is_told_by_their_numbers(
    run: Run, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result, parent = Desk.result, os.getpid()

    def killed(self: Desk, path: str, document: Document | InputError) -> Result:
        if document.path == "many.jsonl#40" and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return result(self, path, document)

    monkeypatch.setattr(Desk, "result", killed)
    ran = run(*stories, "--no-cache", "--format", "json", "--jobs", "2")
    told = json.loads(ran.out)
    assert "(stories 33 to 64 of the file)" in "".join(one["message"] for one in told["problems"])
    records = [one["path"] for one in told["stories"] if "#" in one["path"]]
    assert records == [f"many.jsonl#{n}" for n in (*range(32), *range(64, 70))]


def test_a_mistake_in_the_settings_is_that_of_the_run(run: Run, stories: list[str], tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text('select = ["no-such-rule"]\n')
    ran = run(*stories, "--jobs", "2")
    assert ran.code == 2
    assert "hedgelint.toml:1" in ran.err
    assert "no-such-rule" in ran.err


@linux
def test_ctrl_c_stops_the_processes_too(run: Run, stories: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    results = Pool.results

    def stopped(self: Pool, paths):
        for number, told in enumerate(results(self, paths)):
            if number == 3:
                raise KeyboardInterrupt
            yield told

    monkeypatch.setattr(Pool, "results", stopped)
    ran = run(*stories, "--jobs", "2", "--no-cache", "--format", "json")
    assert ran.code == 130
    data = json.loads(ran.out)
    assert [one["path"] for one in data["stories"]] == ["s0.txt", "s1.txt", "s2.txt", "s2.txt"]
    assert "stopped here by Ctrl-C" in data["problems"][0]["message"]
