"""A run over an archive: what it reads, in which order; what is told of what goes wrong."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hedgelint import Desk, lint_text
from hedgelint.archive import SCHEMA
from hedgelint.archive.run import Order, Progress, run
from tests.archive.faulty import Dying, Plain
from tests.archive.stories import records, write_jsonl
from tests.conftest import Run

TEXT = "Experts say the bridge is unsafe.\n"


def order(out: Path, *paths: Path, how: Any = None, **more: Any) -> Order:
    return Order(tuple(map(str, paths)), out, how or Plain(), **{"jobs": 2, "size": 8, **more})


def rows(path: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return read


def quiet(_: Progress) -> None:
    pass


def test_every_story_is_a_row_in_the_order_of_the_input(tmp_path: Path) -> None:
    given = list(records(50))
    half = write_jsonl(tmp_path / "a.jsonl", given[:23])
    pq.write_table(pa.Table.from_pylist(given[23:]), tmp_path / "b.parquet")
    out = tmp_path / "out.parquet"
    totals = run(order(out, half, tmp_path / "b.parquet"), quiet)
    assert totals is not None
    found, desk = rows(out), Desk()
    assert pq.read_schema(out) == SCHEMA
    assert [row["id"] for row in found] == [one["id"] for one in given]
    assert [row["number"] for row in found] == [*range(1, 24), *range(1, 28)]
    for row, one in zip(found, given, strict=True):
        assert len(row["findings"]) == len(lint_text(one["text"], desk=desk).findings)
        assert (row["published"], row["desk"], row["author"]) == (one["published"], one.get("desk"), one.get("author"))
    assert (totals.stories, totals.findings) == (50, sum(len(row["findings"]) for row in found))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "b.parquet", "out.parquet"]


def test_one_process_and_three_write_the_same_bytes(tmp_path: Path) -> None:
    given = write_jsonl(tmp_path / "a.jsonl", list(records(40)))
    for jobs in (1, 3):
        run(order(tmp_path / f"{jobs}.parquet", given, jobs=jobs), quiet)
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "3.parquet").read_bytes()


def test_a_blank_or_cut_line_is_one_records_error(tmp_path: Path, run: Run) -> None:
    good = json.dumps({"id": "x", "text": TEXT}).encode()
    lines = [b"\xef\xbb\xbf" + good, b"", good[:20], b'{"id": "\xff"}', b"[]", b'{"id": "n"}', good, good[:-3]]
    (tmp_path / "a.jsonl").write_bytes(b"\r\n".join(lines))
    ran = run("archive", "lint", "a.jsonl", "-o", "out.parquet", "-j", "1")
    assert ran.code == 2
    assert "8 stories, 2 findings" in ran.out
    assert "6 with an error: their rows say which" in ran.err
    assert "1 id stands in several rows: “x”" in ran.err
    wrong = ["a blank line", "not a story", "not UTF-8 at byte 8 of the line", "not a story", "not a story"]
    found = rows(tmp_path / "out.parquet")
    assert [row["error"] for row in found] == [None, *wrong, None, "not a story"]
    assert [row["id"] for row in found] == [
        "x",
        "a.jsonl#2",
        "a.jsonl#3",
        "a.jsonl#4",
        "a.jsonl#5",
        "n",
        "x",
        "a.jsonl#8",
    ]


def test_a_packed_file_of_records_that_breaks_off_gives_those_before(tmp_path: Path) -> None:
    line = (json.dumps({"id": "x", "text": TEXT}) + "\n").encode()
    noise = Random(1).randbytes(200_000)
    packed = gzip.compress(line * 5 + noise)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) - 1000])
    run(order(tmp_path / "out.parquet", tmp_path / "a.jsonl.gz"), quiet)
    found = rows(tmp_path / "out.parquet")
    assert [row["error"] for row in found[:5]] == [None] * 5
    assert "the file cannot be read from here on" in found[-1]["error"]


def test_a_line_of_more_than_a_story_is_passed_over(tmp_path: Path) -> None:
    long = b'{"id": "long", "text": "' + b"a " * 10_500_000 + b'"}\n'
    good = (json.dumps({"id": "x", "text": TEXT}) + "\n").encode()
    (tmp_path / "a.jsonl").write_bytes(good + long + good)
    run(order(tmp_path / "out.parquet", tmp_path / "a.jsonl"), quiet)
    assert [row["error"] for row in rows(tmp_path / "out.parquet")] == [None, "more than 20 MB is no story", None]


def test_a_folder_is_read_whatever_its_formats(tmp_path: Path) -> None:
    folder = tmp_path / "2024"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.html").write_text(f"<h1>Bridge shut</h1><p>By Anne Pell</p><p>{TEXT}</p>")
    (folder / "c.docx").write_bytes(b"no Word file")
    (folder / "deep" / "d.md").write_text(f"# Bridge\n\n{TEXT}")
    write_jsonl(folder / "e.jsonl", list(records(3)))
    run(order(tmp_path / "out.parquet", folder), quiet)
    found = rows(tmp_path / "out.parquet")
    assert [Path(row["file"]).name for row in found] == ["a.txt", "b.html", "c.docx", "d.md", *["e.jsonl"] * 3]
    assert [row["error"] is None for row in found] == [True, True, False, True, True, True, True]
    assert all(any(one["rule"] == "vague-source" for one in found[i]["findings"]) for i in (0, 1, 3))


def test_what_the_settings_exclude_is_left_out_and_what_cannot_be_read_is_told(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "stories"
    (folder / "drafts").mkdir(parents=True)
    (tmp_path / "hedgelint.toml").write_text('exclude = ["stories/drafts/**"]\n')
    (folder / "a.txt").write_text(TEXT)
    (folder / "drafts" / "b.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe.txt")
    ran = run("archive", "lint", "stories", "-o", "out.parquet", "-j", "1")
    assert (ran.code, "1 with an error: its row says which" in ran.err) == (2, True)
    found = rows(tmp_path / "out.parquet")
    assert [row["id"] for row in found] == ["stories/a.txt", "stories/pipe.txt"]
    assert "not a regular file, and not read" in found[1]["error"]
    ran = run("archive", "lint", "stories/drafts", "-o", "none.parquet")
    assert (ran.code, ran.err) == (2, "hedgelint: stories/drafts: no story here\n")


def test_a_folder_of_dates_says_when(tmp_path: Path) -> None:
    (tmp_path / "2004" / "03" / "17").mkdir(parents=True)
    (tmp_path / "2004" / "03" / "17" / "a.txt").write_text(TEXT)
    run(order(tmp_path / "out.parquet", tmp_path / "2004"), quiet)
    assert rows(tmp_path / "out.parquet")[0]["published"] == "2004-03-17"


def _page(uri: str, body: bytes, status: str = "200 OK") -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) + len(body)}\r\n\r\n"
    )
    return head.encode() + http + body + b"\r\n\r\n"


def test_the_pages_of_a_web_archive_are_stories(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Bridge shut</h1><p>{TEXT}</p></article></body></html>".encode()
    pages = [_page("https://paper.example/1", page), _page("https://paper.example/2", b"gone", "404 Gone")]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(gzip.compress(one) for one in [*pages, pages[0]]))
    run(order(tmp_path / "out.parquet", tmp_path / "a.warc.gz"), quiet)
    found = rows(tmp_path / "out.parquet")
    assert [row["id"] for row in found] == ["https://paper.example/1"] * 2
    assert all(row["findings"][0]["rule"] == "vague-source" for row in found)


def test_columns_have_the_names_that_are_given_to_them(tmp_path: Path, run: Run) -> None:
    table = pa.table({"uuid": [1, 2], "html": ["<p>Experts say it is.</p>", None], "ressort": ["a", "b"]})
    pq.write_table(table, tmp_path / "a.parquet")
    asked = ["archive", "lint", "a.parquet", "-o", "out.parquet", "-j", "1"]
    ran = run(*asked)
    assert (ran.code, "--column text=NAME says which it is; it has: uuid, html, ressort" in ran.err) == (2, True)
    named = ["--column", "id=uuid", "--column", "text=html", "--column", "desk=ressort", "--input-format", "html"]
    assert not (tmp_path / "out.parquet.parts").exists()
    assert "did you mean “html”?" in run(*asked, "--column", "text=htm").err
    assert run(*asked, *named).code == 2
    first, second = rows(tmp_path / "out.parquet")
    assert (first["id"], first["desk"], first["error"]) == ("1", "a", None)
    assert first["findings"][0]["column"] == 4
    assert (second["id"], second["error"]) == ("2", "no text")


def test_a_parquet_file_that_was_cut_off_is_told_before_anything_is_done(tmp_path: Path, run: Run) -> None:
    pq.write_table(pa.Table.from_pylist(list(records(50))), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[: len(whole) // 2])
    ran = run("archive", "lint", "a.parquet", "-o", "out.parquet")
    assert ran.code == 2
    assert ran.err == "hedgelint: a.parquet: not a whole Parquet file (its end is missing: fetch it again)\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]


def test_a_parquet_file_with_a_broken_page_gives_what_is_before_it(tmp_path: Path) -> None:
    table = pa.Table.from_pylist(list(records(40)))
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=20, compression="zstd")
    content = bytearray((tmp_path / "a.parquet").read_bytes())
    column = pq.read_metadata(tmp_path / "a.parquet").row_group(1).column(1)
    start = column.dictionary_page_offset or column.data_page_offset
    content[start : start + column.total_compressed_size] = b"\0" * column.total_compressed_size
    (tmp_path / "a.parquet").write_bytes(bytes(content))
    good = write_jsonl(tmp_path / "b.jsonl", list(records(2)))
    run(order(tmp_path / "out.parquet", tmp_path / "a.parquet", good), quiet)
    errors = [row["error"] for row in rows(tmp_path / "out.parquet")]
    assert sum(error is None for error in errors) >= 2
    assert any("the file cannot be read from here on" in (error or "") for error in errors)
    assert errors[-2:] == [None, None]


def test_what_is_there_is_not_written_over(tmp_path: Path, run: Run) -> None:
    write_jsonl(tmp_path / "a.jsonl", list(records(2)))
    (tmp_path / "out.parquet").write_bytes(b"mine")
    ran = run("archive", "lint", "a.jsonl", "-o", "out.parquet")
    assert (ran.code, ran.err) == (2, "hedgelint: out.parquet: is there already, and is not written over\n")
    assert (tmp_path / "out.parquet").read_bytes() == b"mine"
    assert run("archive", "lint", "a.jsonl", "-o", "a.jsonl").code == 2
    assert run("archive", "lint", "nowhere", "-o", "o.parquet").err == "hedgelint: nowhere: no such file or folder\n"


def test_what_is_done_is_not_done_again(tmp_path: Path, run: Run) -> None:
    write_jsonl(tmp_path / "a.jsonl", list(records(2)))
    asked = ["archive", "lint", "a.jsonl", "-o", "out.parquet", "--resume", "-j", "1"]
    assert run(*asked).code == 0
    assert run(*asked).out == "out.parquet: a run before has done it all\n"


def test_a_process_that_dies_costs_its_batch_once_and_is_told(tmp_path: Path) -> None:
    given = [{"id": str(i), "text": TEXT} for i in range(30)]
    given[3]["text"] = "The desk DIES ONCE. " + TEXT
    given[12]["text"] = "The desk DIES ALWAYS. " + TEXT
    path = write_jsonl(tmp_path / "a.jsonl", given)
    told: list[Progress] = []
    run(order(tmp_path / "out.parquet", path, how=Dying(tmp_path / "mark")), told.append)
    found = rows(tmp_path / "out.parquet")
    assert [row["id"] for row in found] == [one["id"] for one in given]
    assert {row["id"]: row["error"] for row in found if row["error"]} == {
        "12": "the process that looked at it died (killed by signal 9, as one is that takes too much memory)"
    }
    lost = [one.lost for one in told if one.lost]
    assert lost == [
        "a process died (it left with 7): its 8 stories were looked at again, one by one",
        "a process died (killed by signal 9, as one is that takes too much memory): "
        "its 8 stories were looked at again, one by one; not looked at: 12",
    ]


def _start(folder: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "hedgelint", "archive", "lint", "a.jsonl", "-o", "out.parquet", "--batch", "8"]
    return subprocess.Popen(
        [*command, "-j", "2", "--no-config", *more],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs behind a shell's back has the signal switched off, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def _parts(folder: Path) -> int:
    return len(list((folder / "out.parquet.parts").glob("*.parquet")))


def _wait_for(folder: Path, parts: int, process: subprocess.Popen[str]) -> None:
    while process.poll() is None and _parts(folder) < parts:
        time.sleep(0.005)


def test_killed_at_ten_moments_and_gone_on_with_it_is_the_same(tmp_path: Path) -> None:
    given = write_jsonl(tmp_path / "a.jsonl", list(records(240)))
    run(order(tmp_path / "whole.parquet", given), quiet)
    chance, killed = Random(7), 0
    for _ in range(10):
        process = _start(tmp_path, "--resume")
        _wait_for(tmp_path, _parts(tmp_path) + chance.randrange(0, 4), process)
        time.sleep(chance.random() * 0.05)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        process.communicate()
        assert not (tmp_path / "out.parquet").exists()
    assert killed == 10
    assert 0 < _parts(tmp_path) < 30
    last = _start(tmp_path, "--resume")
    out, err = last.communicate(timeout=120)
    assert last.returncode == 0, err
    assert "240 stories" in out
    assert "parts of the run before are kept" in err
    whole, gone_on = (sorted(map(repr, rows(tmp_path / name))) for name in ("whole.parquet", "out.parquet"))
    assert [row.replace(str(given), "a.jsonl") for row in whole] == gone_on
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "out.parquet", "whole.parquet"]


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", list(records(400)))
    process = _start(tmp_path)
    _wait_for(tmp_path, 2, process)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)  # which waits for all that hold its standard error: nobody is left
    assert process.returncode == 130
    assert "what is done is kept in out.parquet.parts: --resume goes on with it" in err
    assert "Traceback" not in err
    again = _start(tmp_path)
    _, err = again.communicate(timeout=60)
    assert (again.returncode, "holds what a run before has done (--resume goes on with it)" in err) == (2, True)
    other = _start(tmp_path, "--resume", "--batch", "9")
    assert "begun with another batch size: not mixed" in other.communicate(timeout=60)[1]
    rule = tmp_path / "rule.yaml"
    rule.write_text(
        "id: no-mill\ntitle: No mill\nkind: phrase\nseverity: warning\nmessage: no mill\nphrases: [mill]\n"
        "why: The mill is gone, and its name with it.\n"
        "examples: {bad: ['The [[mill]] is shut.'], good: ['It is shut.']}\n"
    )
    ruled = _start(tmp_path, "--resume", "--rules", "rule.yaml")
    assert "begun with another set of rules: not mixed" in ruled.communicate(timeout=60)[1]
    write_jsonl(tmp_path / "a.jsonl", list(records(401)))
    changed = _start(tmp_path, "--resume")
    assert "begun with another input: not mixed" in changed.communicate(timeout=60)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a limit for files is one of Unix")
@pytest.mark.parametrize(("limit", "done"), [(3_000, 0), (16_000, 15)], ids=["at-once", "at-the-end"])
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path, limit: int, done: int) -> None:
    import resource

    write_jsonl(tmp_path / "a.jsonl", list(records(120)))
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        process = _start(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2, err
    assert "hedgelint: out.parquet: File too large (what is done is kept: make room, then --resume)" in err
    assert not (tmp_path / "out.parquet").exists()
    assert _parts(tmp_path) == done
    assert not [path for path in tmp_path.rglob(".*") if path.suffix != ".json"]
    again = _start(tmp_path, "--resume")
    out, err = again.communicate(timeout=60)
    assert (again.returncode, "120 stories" in out) == (0, True), err
