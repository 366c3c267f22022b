"""`hedgelint claims`: the fact-checker's sheet."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hedgelint.finding import Place
from hedgelint.report.claims import COLUMNS, as_csv
from hedgelint.summary.claims import HOW, Sheet, Statement
from tests.conftest import Run

STORY = """Bridge at Carrow is to stay shut

The council met on Monday in the old corn exchange.

Mr Orne lied about the cost of the bridge. The closure caused a wave of thefts.

Rents in the harbour quarter went up by 40 per cent, Ida Voss, the mayor, said.

Critics say that the bridge is the most expensive in the country.

The court heard that the firm had illegally emptied tanks into the river.

Shares in the ferry line closed down 9 per cent on Friday.

“The tower cost £12 million,” Ms Voss said.
"""


def sheet(run: Run, tmp_path: Path, text: str = STORY, *args: str) -> list[dict[str, Any]]:
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    ran = run("claims", "--format", "json", *args, "story.txt")
    assert ran.code == 0
    (story,) = json.loads(ran.out)["stories"]
    rows: list[dict[str, Any]] = story["claims"]
    return rows


def test_who_answers_how_and_whether_the_rules_asked(run: Run, tmp_path: Path) -> None:
    rows = sheet(run, tmp_path)
    assert [(row["start"]["line"], row["kinds"][0], row["focus"], row["how"]) for row in rows] == [
        (5, "accusation", "lied", "nobody"),
        (5, "cause", "caused", "nobody"),
        (7, "statistic", "40 per cent", "named"),
        (9, "superlative", "the most", "vague"),
        (11, "accusation", "illegally", "vague"),
        (13, "statistic", "9 per cent", "public"),
        (15, "statistic", "£12 million", "named"),
    ]
    assert [row["who"] for row in rows] == [[], [], ["Ida Voss"], ["Critics"], ["somebody"], [], ["Ida Voss"]]
    assert [row["asked"] for row in rows] == [["unattributed-claim"], [], [], [], [], [], []]
    assert [row["why_not"] for row in rows[:2]] == ["", "the rule has asked in this paragraph"]
    assert rows[5]["why_not"] == "a market price is public"
    for row in rows:
        assert STORY[row["start"]["offset"] : row["end"]["offset"]].split() == row["words"].split()
        assert bool(row["asked"]) != bool(row["why_not"])


def test_a_waived_question_says_so(run: Run, tmp_path: Path) -> None:
    text = STORY.replace("Mr Orne", "hedgelint: ignore unattributed-claim -- the minutes have it\nMr Orne")
    row = sheet(run, tmp_path, text)[0]
    assert row["asked"] == []
    assert row["why_not"] == "waived (comment): the minutes have it"


def test_for_a_person(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    lines = run("claims", "story.txt").out.splitlines()
    assert lines[1:3] == [
        "  5:1     accusation “lied” | nobody answers | asked: unattributed-claim",
        "          Mr Orne lied about the cost of the bridge.",
    ]
    assert lines[-1] == (
        "  7 statements want checking: 2 with a source that is named or has an office, 2 with a source of no name, "
        "1 public, 2 nobody answers for; the rules asked about 1."
    )


def test_a_list_to_tick_off(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY.replace("the cost", "the *cost*"), encoding="utf-8")
    lines = run("claims", "--format", "markdown", "story.txt").out.splitlines()
    assert lines[0] == "## story.txt"
    assert lines[2] == "- [ ] **5:1** Mr Orne lied about the \\*cost\\* of the bridge.  "
    assert sum(line.startswith("- [ ] ") for line in lines) == 7


def test_nothing_recognised_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Shut\n\nThe bridge is shut.\n", encoding="utf-8")
    assert run("claims", "story.txt").out.splitlines()[1:] == ["  no statement that wants checking was recognised"]
    assert "No statement" in run("claims", "--format", "markdown", "story.txt").out


def test_a_story_in_another_language_says_so_and_lists_nothing(run: Run, tmp_path: Path) -> None:
    german = "Der Rat hat am Montag beschlossen, dass die Brücke für 40 Prozent der Autos gesperrt wird.\n\n"
    (tmp_path / "rat.txt").write_text("Der Rat\n\n" + german * 8, encoding="utf-8")
    ran = run("claims", "--format", "json", "rat.txt")
    (story,) = json.loads(ran.out)["stories"]
    assert story["claims"] == []
    assert story["notes"] == ["not in English, as far as its small words tell: nothing was looked for"]
    assert ran.err == f"hedgelint: rat.txt: {story['notes'][0]}\n"


def test_a_story_that_is_not_there(run: Run) -> None:
    ran = run("claims", "absent.txt")
    assert ran.code == 2
    assert "absent.txt" in ran.err


_CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from(',;"=+-@'), min_size=1)


@given(st.lists(st.tuples(_CELL, _CELL, st.sampled_from(HOW)), max_size=4))
def test_a_table_gives_back_what_went_in(cells: list[tuple[str, str, str]]) -> None:
    place = Place(1, 1, 0)
    made = Sheet(
        "s.txt",
        tuple(Statement(place, place, ("cause",), a, b, (b,), how, "", "", (), a) for a, b, how in cells),
    )
    head, *rows = csv.reader(StringIO(as_csv([made]), newline=""))
    assert tuple(head) == COLUMNS
    assert len(rows) == len(cells)
    for row, (a, b, how) in zip(rows, cells, strict=True):
        got = dict(zip(COLUMNS, row, strict=True))
        assert [got["words"].removeprefix("'") if a[0] in "=+-@" else got["words"], got["how"]] == [a, how]
        assert not got["focus"].startswith(("=", "+", "-", "@"))
        assert got["focus"].endswith(b)
