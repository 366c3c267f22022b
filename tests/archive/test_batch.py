"""The seam: as many rows as came, whatever came."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint import Desk, annotate_text, lint_text
from hedgelint.archive import SCHEMA, lint_batch
from hedgelint.summary.claims import sheet_of
from tests.archive.stories import records, story

TEXT = "Experts say the bridge is unsafe.\n"
HALE = """Mill is safe, says mayor

By Anne Pell

“We will never sell the mill to strangers,” said Mrs Joan Hale, the mayor of Carrow. She said it could take years.

Ed Ross said nothing of the kind would happen. Ross said so twice.
"""


def look(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    out = lint_batch(pa.RecordBatch.from_pylist(list(rows)))
    assert out.schema == SCHEMA
    rows_out: list[dict[str, Any]] = out.to_pylist()
    return rows_out


def test_rows_are_those_that_the_command_would_tell() -> None:
    given = list(records(30))
    desk = Desk()
    for record, row in zip(given, look(*given), strict=True):
        told = lint_text(record["text"], desk=desk).findings
        assert row["id"] == record["id"]
        assert row["error"] is None
        assert [(one["rule"], one["line"], one["column"], one["start"], one["end"]) for one in row["findings"]] == [
            (one.rule, one.start.line, one.start.column, one.start.offset, one.end.offset) for one in told
        ]
        for one in row["findings"]:
            assert record["text"][one["start"] : one["end"]] == one["excerpt"]


def test_a_row_says_who_speaks_and_how_the_story_refers_to_them() -> None:
    (row,) = look({"id": "a", "text": HALE})
    sources = {one["name"]: one for one in row["sources"]}
    hale, ross = sources["Joan Hale"], sources["Ed Ross"]
    assert (hale["name"], hale["kind"], hale["pronoun"], hale["title"]) == ("Joan Hale", "named", "she", "Mrs")
    assert (ross["name"], ross["pronoun"], ross["title"]) == ("Ed Ross", "unknown", "unknown")
    assert hale["share"] == hale["words"] / row["words"]
    assert row["author"] == "Anne Pell"
    assert row["quotes"] == [
        {"speaker": "Joan Hale", "words": "We will never sell the mill to strangers,", "line": 5, "column": 1}
    ]
    assert (row["quotations"], row["hedges"]) == (1, 1)


def test_two_of_one_surname_have_no_title_by_it() -> None:
    text = "Joan Hale said the mill was safe. Mr Hale was angry. Tom Hale said it was not.\n"
    (row,) = look({"text": text})
    assert {one["title"] for one in row["sources"]} == {"unknown"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joan Hale said no. She said it again.", ("she", "unknown")),
        ("Mrs Joan Hale said no. She said it again.", ("she", "Mrs")),
        ("Dr. Joan Hale said no. She said it again.", ("she", "Dr")),
        ("Joan Hale said no. Mrs Hale said it again.", ("unknown", "Mrs")),
        ("Joan Hale said no. Hale said it again.", ("unknown", "unknown")),
        ("Joan Hale said no. She said it again. Mr Hale was away.", ("unknown", "unknown")),
        ("Mr Joan Hale said no. Mrs Hale said it again.", ("unknown", "unknown")),
    ],
)
def test_pronoun_and_title_are_those_of_the_text(text: str, expected: tuple[str, str]) -> None:
    (row,) = look({"text": text + "\n"})
    assert {(one["pronoun"], one["title"]) for one in row["sources"] if "Hale" in one["name"]} == {expected}


def test_claims_that_nobody_answers_for_are_those_of_the_sheet() -> None:
    given = list(records(40))
    for record, row in zip(given, look(*given), strict=True):
        sheet = sheet_of(annotate_text(record["text"]), ())
        assert (row["claims"], row["unanswered_claims"]) == (len(sheet.statements), sheet.count("nobody"))


@pytest.mark.parametrize(
    ("record", "error"),
    [
        ({"text": None}, "no text"),
        ({"text": " \n"}, "no text"),
        ({"text": "", "format": "jsonl"}, "a blank line"),
        ({"text": '{"id": "a", "te', "format": "jsonl"}, "not a story"),
        ({"text": b"caf\xe9"}, "not UTF-8 at byte 3"),
        ({"text": TEXT, "format": "docx"}, "a record is not read as “docx”"),
        ({"text": "a " * 10_000_001}, "20.0 million letters are too many for a story"),
    ],
)
def test_what_is_wrong_with_a_record_is_told_in_its_row(record: dict[str, Any], error: str) -> None:
    (row,) = look({"id": "x", **record})
    assert (row["id"], row["error"]) == ("x", error)
    assert row["findings"] is None


def test_a_bad_record_costs_no_other_one() -> None:
    rows = look({"id": "a", "text": TEXT}, {"id": "b", "text": None}, {"id": "a", "text": TEXT})
    assert [(row["id"], row["error"] is None) for row in rows] == [("a", True), ("b", False), ("a", True)]
    assert rows[0] == rows[2]


def test_another_language_is_told() -> None:
    text = "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke im kommenden Jahr zu schließen. " * 8
    (row,) = look({"text": text})
    assert row["findings"] == []
    assert any("English" in note for note in row["notes"])


def test_nul_is_a_letter_like_others() -> None:
    (row,) = look({"text": f"A\x00 sign. {TEXT}"})
    assert row["error"] is None
    assert ("vague-source", 9) in {(one["rule"], one["start"]) for one in row["findings"]}


def test_lone_surrogates_become_the_mark_for_what_cannot_be_read() -> None:
    line = '{"id": "a\\ud800", "text": "Experts say \\udfff it is.", "date": "2024-01-02", "by": [{"name": "A"}, "B"]}'
    (row,) = look({"text": line, "format": "jsonl"})
    assert (row["id"], row["published"], row["author"]) == ("a�", "2024-01-02", "A, B")
    assert any(one["excerpt"] == "�" for one in row["findings"])


def test_columns_of_any_type_are_handed_on_as_words() -> None:
    (row,) = look({"id": 7, "text": TEXT.encode(), "published": date(2024, 2, 3), "number": 4, "else": {"x": 1}})
    assert (row["id"], row["published"], row["number"]) == ("7", "2024-02-03", 4)
    assert row["findings"]


def test_html_is_read_as_html() -> None:
    (row,) = look({"text": "<p>Experts <b>say</b> it is.</p>", "format": "html"})
    assert row["findings"][0]["rule"] == "vague-source"


def test_a_batch_without_text_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="text"):
        lint_batch(pa.RecordBatch.from_pylist([{"id": "a"}]))


def test_an_empty_batch_is_one() -> None:
    empty = pa.RecordBatch.from_pylist([], schema=pa.schema([("text", pa.string())]))
    assert lint_batch(empty).num_rows == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(), st.binary().map(lambda b: b.decode("latin-1")), st.just(story(3)))))
def test_as_many_rows_as_came_in_their_order(texts: list[str | None]) -> None:
    table = pa.RecordBatch.from_arrays(
        [pa.array([str(i) for i in range(len(texts))]), pa.array(texts, pa.string())], names=["id", "text"]
    )
    rows = lint_batch(table).to_pylist()
    assert [row["id"] for row in rows] == [str(i) for i in range(len(texts))]
    assert [row["error"] == "no text" for row in rows] == [not (text or "").strip() for text in texts]
