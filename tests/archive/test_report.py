"""Each figure of the report against a plain count over the rows, and the page that shows them."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hedgelint.archive import SCHEMA, lint_batch
from hedgelint.archive.page import page
from hedgelint.archive.queries import Archive
from hedgelint.archive.said import said_twice
from hedgelint.archive.schema import GIVEN_SCHEMA
from hedgelint.archive.tables import Column, Table, as_csv, shown
from tests.archive.stories import records
from tests.conftest import Run

COUNT = 300
KNOWN = ("named", "role", "group", "document")
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given: Rows = [{**one, "file": "a.jsonl", "number": i} for i, one in enumerate(records(COUNT), 1)]
    given[7]["published"] = "Tue, 05 Mar 2019 10:00:00 GMT"
    given[8]["published"] = "some day"
    given[9]["text"] = None
    given[10]["text"] = "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke im Jahr zu schließen. " * 9
    given[11]["id"] = given[12]["id"]
    path = tmp_path_factory.mktemp("archive") / "out.parquet"
    batch = pa.RecordBatch.from_pylist(given, schema=GIVEN_SCHEMA)
    pq.write_table(pa.Table.from_batches([lint_batch(batch)]), path)
    return path


@pytest.fixture(scope="module")
def rows(archive: Path) -> Rows:
    read: Rows = pq.read_table(archive).to_pylist()
    return read


@pytest.fixture(scope="module")
def tables(archive: Path) -> dict[str, Table]:
    return {table.name: table for table in Archive(archive).tables()}


def month(row: dict[str, Any]) -> str:
    day = row["published"] or ""
    return {"Tue, 05 Mar 2019 10:00:00 GMT": "2019-03", "some day": "unknown"}.get(day, day[:7] or "unknown")


def looked(rows: Rows) -> Rows:
    return [row for row in rows if row["looked_at"]]


def counting(row: dict[str, Any], least: tuple[str, ...] = ("warning", "error")) -> int:
    return sum(one["severity"] in least for one in row["findings"])


def grouped(rows: Rows, key: Callable[[dict[str, Any]], str]) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in looked(rows):
        found[key(row)].append(row)
    return found


def voices(rows: Rows) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for row in looked(rows):
        for one in row["sources"]:
            yield row, one


def test_the_archive_as_a_whole(rows: Rows, tables: dict[str, Table]) -> None:
    seen = looked(rows)
    months = sorted(month(row) for row in rows if month(row) != "unknown")
    assert [row[1] for row in tables["archive"].rows] == [
        COUNT,
        1,
        1,
        COUNT - 2,
        sum(row["words"] for row in seen),
        sum(row["unanswered_words"] for row in seen),
        sum(row["quotations"] for row in seen),
        sum(row["claims"] for row in seen),
        sum(row["unanswered_claims"] for row in seen),
        1,
        months[0],
        months[-1],
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("findings-by-month", month),
        ("findings-by-desk", lambda row: row["desk"] or "unknown"),
        ("findings-by-author", lambda row: row["author"] or "unknown"),
    ],
)
def test_findings_by(name: str, key: Callable[[dict[str, Any]], str], rows: Rows, tables: dict[str, Table]) -> None:
    expected = {
        (group, len(own), sum(map(counting, own)), sum(map(counting, own)) / len(own), sum(r["words"] for r in own))
        for group, own in grouped(rows, key).items()
    }
    assert set(tables[name].rows) == expected
    assert len(tables[name].rows) == len(expected) > 3
    if name == "findings-by-month":
        assert [row[0] for row in tables[name].rows] == sorted(row[0] for row in tables[name].rows)
    else:
        assert [row[2] for row in tables[name].rows] == sorted((row[2] for row in tables[name].rows), reverse=True)


def test_the_least_severity_is_asked_for(archive: Path, rows: Rows) -> None:
    tables = {table.name: table for table in Archive(archive, "suggestion").tables()}
    own = grouped(rows, month)
    for row in tables["findings-by-month"].rows:
        assert row[2] == sum(counting(one, ("suggestion", "warning", "error")) for one in own[row[0]])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-03-17", "2024-03"),
        ("2024-03-17T08:00:00Z", "2024-03"),
        ("2024/03/17", "2024-03"),
        ("20240317", "2024-03"),
        ("2024-03", "2024-03"),
        ("17.03.2024", "2024-03"),
        ("17 March 2024", "2024-03"),
        ("March 17, 2024", "2024-03"),
        ("Mar 17, 2024", "2024-03"),
        ("Sun, 17 Mar 2024 08:00:00 GMT", "2024-03"),
        ("03/04/2024", "unknown"),  # the third of April, or the fourth of March
        ("2024-13-01", "unknown"),
        ("20240317T080000Z", "2024-03"),
        ("1712121600", "unknown"),  # seconds, and not a day of 1712
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_the_month_is_that_of_the_record_or_unknown(tmp_path: Path, written: str | None, expected: str) -> None:
    row = {"id": "a", "looked_at": True, "words": 1, "published": written, "findings": [], "sources": [], "quotes": []}
    pq.write_table(pa.Table.from_pylist([row], schema=SCHEMA), tmp_path / "a.parquet")
    assert Archive(tmp_path / "a.parquet").ask("SELECT month FROM looked") == [(expected,)]


def test_findings_by_rule(rows: Rows, tables: dict[str, Table]) -> None:
    found = Counter((f["rule"], f["category"], f["severity"]) for row in looked(rows) for f in row["findings"])
    struck = Counter(
        key for row in looked(rows) for key in {(f["rule"], f["category"], f["severity"]) for f in row["findings"]}
    )
    stories = len(looked(rows))
    expected = [(*key, count, struck[key], count / stories) for key, count in found.items()]
    assert list(tables["findings-by-rule"].rows) == sorted(expected, key=lambda row: (-row[3], row[0], row[2]))


def test_who_carries_the_paper(rows: Rows, tables: dict[str, Table]) -> None:
    words = sum(row["words"] for row in looked(rows))
    kinds: dict[str, Rows] = defaultdict(list)
    names: dict[tuple[str, str], Rows] = defaultdict(list)
    stories: dict[str, set[int]] = defaultdict(set)
    for row, one in voices(rows):
        kinds[one["kind"]].append(one)
        stories[one["kind"]].add(row["number"])
        if one["kind"] in KNOWN:
            names[one["name"], one["kind"]].append(one)
    total = {kind: sum(one["words"] for one in own) for kind, own in kinds.items()}
    assert set(tables["sources-by-kind"].rows) == {
        (kind, len(own), len(stories[kind]), total[kind], total[kind] / words) for kind, own in kinds.items()
    }
    expected = [
        (
            *key,
            len(own),
            sum(one["words"] for one in own),
            sum(one["words"] for one in own) / words,
            sum(one["quotations"] for one in own),
            sum(one["paraphrases"] for one in own),
        )
        for key, own in names.items()
    ]
    expected.sort(key=lambda row: (-row[3], -row[2], row[0], row[1]))
    assert list(tables["sources"].rows) == expected[:100]


def test_sources_without_a_name_by_month(rows: Rows, tables: dict[str, Table]) -> None:
    expected = set()
    for name, own in grouped(rows, month).items():
        kinds = Counter(one["kind"] for row in own for one in row["sources"])
        nameless = sum(any(one["kind"] in ("anonymous", "vague") for one in row["sources"]) for row in own)
        known = sum(kinds[kind] for kind in KNOWN)
        expected.add((name, len(own), kinds["anonymous"], kinds["vague"], known, nameless / len(own)))
    assert set(tables["anonymous-by-month"].rows) == expected
    assert sum(row[3] for row in tables["anonymous-by-month"].rows) > 0


def test_hedges_and_claims_by_desk(rows: Rows, tables: dict[str, Table]) -> None:
    keys = ("words", "hedges", "boosters", "claims", "unanswered_claims")
    expected = set()
    for desk, own in grouped(rows, lambda row: row["desk"] or "unknown").items():
        sums = [sum(row[key] for row in own) for key in keys]
        expected.add((desk, len(own), *sums, 1000 * sums[1] / sums[0], 1000 * sums[3] / sums[0]))
    assert set(tables["hedges-and-claims-by-desk"].rows) == expected


def test_how_people_are_referred_to(rows: Rows, tables: dict[str, Table]) -> None:
    words = sum(row["words"] for row in looked(rows))
    found: Counter[tuple[str, str]] = Counter()
    carried: Counter[tuple[str, str]] = Counter()
    for _, one in voices(rows):
        if one["kind"] == "named":
            found[one["pronoun"], one["title"]] += 1
            carried[one["pronoun"], one["title"]] += one["words"]
    assert set(tables["how-people-are-referred-to"].rows) == {
        (*key, count, carried[key], carried[key] / words) for key, count in found.items()
    }
    assert {"she", "he", "unknown"} <= {key[0] for key in found}


def made(path: Path, *quotes: tuple[str, str | None, str]) -> Path:
    """An archive of stories with one quotation each: (id, speaker, words)."""
    given = [
        {
            "id": name,
            "file": "a.jsonl",
            "number": number,
            "looked_at": True,
            "words": 20,
            "findings": [],
            "sources": [],
            "quotes": [{"speaker": speaker, "words": words, "line": 3, "column": 1}],
        }
        for number, (name, speaker, words) in enumerate(quotes, 1)
    ]
    pq.write_table(pa.Table.from_pylist(given, schema=SCHEMA), path)
    return path


WILL = "We will never sell the mill to strangers, whatever they offer us"
WOULD = "We would never sell the mill to strangers, whatever they offer us"


def test_quotations_in_two_forms(tmp_path: Path) -> None:
    path = made(
        tmp_path / "out.parquet",
        ("a", "Joan Hale", WILL),
        ("b", "Joan Hale", WILL),  # the same form
        ("c", "Hale", WOULD),  # another form: of the same person as far as the name tells
        ("d", "Tom Hale", WOULD),  # another person
        ("e", "Joan Hale", "never sell the mill to strangers, whatever"),  # a scrap of it
        ("f", None, WILL.replace("never", "not")),  # of nobody, but ten words of it are the same
        ("g", "Joan Hale", "It is a fine mill and we will keep it as it is"),
    )
    found = [(row[0], row[2], row[4], row[6], row[8]) for row in said_twice(Archive(path)).rows]
    assert sorted(found) == [
        ("other words", "Joan Hale", "a", "Hale", "c"),
        ("turned round", "Hale", "c", "", "f"),
        ("turned round", "Joan Hale", "a", "", "f"),
    ]


def test_two_forms_in_one_story_are_for_the_rule(tmp_path: Path) -> None:
    path = made(tmp_path / "out.parquet", ("a", "Joan Hale", WILL), ("b", "Joan Hale", WOULD))
    (row,) = said_twice(Archive(path)).rows
    assert row[1:] == ("“would” here, “will” there", "Joan Hale", WILL, "a", 3, "Joan Hale", WOULD, "b", 3)
    table = pq.read_table(path).to_pylist()
    table[0]["quotes"] += table.pop()["quotes"]
    pq.write_table(pa.Table.from_pylist(table, schema=SCHEMA), path)
    assert said_twice(Archive(path)).rows == ()


class Cells(HTMLParser):
    """The rows of each table of a page, by the id of its section; and what the page would fetch or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = defaultdict(list)
        self.outside: list[str] = []
        self._section, self._in = "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "section":
            self._section = told["id"] or ""
        elif tag == "tr":
            self.tables[self._section].append([])
        elif tag in ("td", "th"):
            self._in = True
            self.tables[self._section][-1].append("")
        if tag in ("script", "link", "img", "iframe") or "src" in told or "style" in told:
            self.outside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in:
            self.tables[self._section][-1][-1] += data


def test_the_page_and_the_files_hold_every_figure(
    archive: Path, tables: dict[str, Table], run: Run, tmp_path: Path
) -> None:
    ran = run("archive", "report", str(archive), "--html", "report.html", "--csv", "csv")
    assert (ran.code, ran.err) == (0, "")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    cells = Cells(text)
    assert not cells.outside
    assert re.search(r"default-src 'none'; style-src 'sha256-[\w+/=]+'", text)
    everything = {**tables, "quotations-in-two-forms": said_twice(Archive(archive))}
    assert set(cells.tables) == set(everything)
    for name, table in everything.items():
        assert cells.tables[name][0] == [column.title for column in table.columns]
        assert cells.tables[name][1:] == [
            [shown(value, column.kind) for value, column in zip(row, table.columns, strict=True)]
            for row in table.rows[:400]
        ]
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.reader(file))
        assert read[0] == [column.name for column in table.columns]
        assert len(read) == len(table.rows) + 1


def test_what_a_story_says_is_no_markup_and_no_formula() -> None:
    rows = (("<script>alert(1)</script>", 0.5), ("=HYPERLINK(1)", 0.25))
    table = Table("t", "T & T", "", (Column("name", "name"), Column("share", "share", "share")), rows)
    text = page("<b>.parquet", [table])
    assert "<script" not in text
    assert "<b>" not in text
    assert as_csv(table) == "name,share\n<script>alert(1)</script>,0.5\n'=HYPERLINK(1),0.25\n"


def test_without_a_file_to_write_the_terminal_has_the_first_rows(archive: Path, run: Run) -> None:
    ran = run("archive", "report", str(archive))
    assert ran.code == 0
    assert "Who carries the paper, by kind" in ran.out
    assert "more rows: --csv or --html has them" in ran.out


def test_another_file_is_told(tmp_path: Path, run: Run) -> None:
    pq.write_table(pa.table({"a": [1]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    told = "hedgelint: a.parquet: not made by `hedgelint archive lint`\n"
    assert run("archive", "report", "a.parquet").err == told
    assert "not a whole Parquet file" in run("archive", "report", "b.parquet").err
    assert run("archive", "report", "c.parquet").err == "hedgelint: c.parquet: No such file or directory\n"


def test_an_archive_of_nothing_is_reported(tmp_path: Path, run: Run) -> None:
    pq.write_table(SCHEMA.empty_table(), tmp_path / "a.parquet")
    ran = run("archive", "report", "a.parquet", "--html", "a.html")
    assert (ran.code, ran.err) == (0, "")
