"""Names a letter apart, and the one who is accused and not heard."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.checks.names import near
from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

BOOK = load_rulebook()
HOUSE = ("Ida Brandt", "Tom Orne", "Mary Hutchinson", "Jan van der Berg", "Hale")


def found(rule: str, text: str) -> list[str]:
    return [one.excerpt for one in Linter(BOOK, {rule: "warning"}).lint(read_plain("story.txt", text)).findings]


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed or swapped with a neighbour: the table of optimal string alignment."""
    rows = [[i + j if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


_WORD = st.text("abc", max_size=6)


@given(_WORD, _WORD)
def test_near_is_a_distance_of_one(one: str, other: str) -> None:
    assert near(one, other) == (distance(one, other) == 1)


@pytest.mark.parametrize(
    ("text", "rare"),
    [
        ("Ida Brandt spoke.\n\nMs Brandt is glad. It was Ms Brandl’s idea.", ["Brandl"]),
        ("Ms Viguerie spoke. Mr Vigurie and Mr Viguerie left.", ["Vigurie"]),
        ("Sutterby and Sutterby again; then Suttebry.", ["Suttebry"]),
        ("Ms Hallgrenn and Ms Hallgrenn; then Hallgren left.", ["Hallgren"]),  # no ending, a letter doubled
        ("Ida Brandt and Ida Brandt met Ida Brandl.", ["Brandl"]),
        ("Ida Brandt and Ida Brandt met Tom Brandl.", []),  # two people
        ("Indians of Indiana; Indiana is big.", []),
        ("Americans and Americans in both Americas.", []),
        ("German and German and Germany.", []),
        ("Iceland beat Ireland; Ireland lost.", []),  # both are known
        (
            "The Brandt board met. Brandt rose; a brandl is a fish, and so is Brandl.",
            [],
        ),  # a word that is written small
        ("Hale and Hale and Hael.", []),  # short names are too often alike
        ("See https://www.example.org/Suttebry for Sutterby and Sutterby.", []),
    ],
)
def test_a_name_in_two_spellings(text: str, rare: list[str]) -> None:
    assert found("name-spelt-twice", text) == rare


LATER = "The weather was fine. The band played. Tea was served. Cake followed. "
BOARD = "Row\n\nThe board met on Monday.\n\n"
HEARD = "Row over the pier\n\nThe board met on Monday.\n\nMs Voss accused Tom Orne of hiding the survey.\n\n"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (HEARD, ["accused Tom Orne"]),
        (HEARD + "Mr Orne said that he had sent it.", []),
        (HEARD + "He denied it.", []),
        (HEARD + LATER + "Mr Hale denied being late.", ["accused Tom Orne"]),
        (HEARD + LATER + "Mr Orne’s lawyer has the file.", []),
        (HEARD + LATER + "He could not be reached for comment.", []),
        (HEARD + "Ida Orne said that she was tired.", ["accused Tom Orne"]),  # another of the same name
        (BOARD + "Tom Orne, the clerk, was accused by Ms Voss of it.\n", ["Tom Orne, the clerk, was accused"]),
        (BOARD + "Ms Voss sued Orne Haulage over the ash.\n", ["sued Orne Haulage"]),
        (BOARD + "Ms Voss accused the council of hiding it.\n", ["accused the council"]),
        (BOARD + "Ms Voss accused the council of hiding it.\n\nThe council said that it had not.\n", []),
        (BOARD + "Ms Voss criticised Tom Orne for his hat.\n", ["criticised Tom Orne"]),
        (BOARD + "Ms Voss criticised Tom Orne for his hat.\n\nHe said that it was borrowed, Mr Orne said.\n", []),
        (BOARD + "Ms Voss criticised European hats.\n", []),
        (BOARD + "The gates were shut after Ms Voss accused Tom Orne of hiding it.\n", []),
        (BOARD + "Tom Orne, 40, was charged with theft.\n", ["Tom Orne, 40, was charged with"]),
        (BOARD + "Tom Orne, 40, was charged with theft.\n\nHe pleaded not guilty.\n", []),
        (BOARD + "Ms Voss said that the council had ignored two letters.\n", ["the council had ignored"]),
        (BOARD + "Ms Voss said: “Tom Orne is incompetent.”\n", ["Tom Orne is incompetent"]),
        (BOARD + "Russian forces shelled the mill, Ms Voss said.\n", ["Russian forces shelled"]),
        (BOARD + "Russian forces shelled the mill.\n\nThe Kremlin said that it had not.\n", []),
        (BOARD + "Dalby police arrested two men.\n", []),
        (BOARD + "Ms Voss criticised Tom Orne for failing to mend it.\n", ["criticised Tom Orne"]),
        (BOARD + "Ms Voss has not accused Tom Orne of hiding it.\n", []),
        (BOARD + "Ms Voss said that Tom Orne lied about the cost of it.\n", ["Tom Orne lied"]),
        ("Row\n\nMs Voss accused Tom Orne of theft.\n\nMr Orne was found guilty in May.\n", []),
        ("Opinion: the pier\n\nMs Voss accused Tom Orne of theft.\n", []),
        (BOARD + "Ms Voss accused Spain of theft.\n\nMadrid said that it was sorry.\n", []),
    ],
)  # fmt: skip
def test_who_is_accused_is_heard(text: str, accused: list[str]) -> None:
    assert found("no-reply", text) == accused


def test_other_accusations_of_the_same_one_are_related() -> None:
    text = HEARD + "The board has accused Mr Orne of worse things.\n"
    (finding,) = Linter(BOOK, {"no-reply": "warning"}).lint(read_plain("story.txt", text)).findings
    assert [one.excerpt for one in finding.related] == ["accused Mr Orne"]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Council Leader Ida Brant spoke.", ["Ida Brant"]),
        ("Ida Brandt spoke, and Ida Brandt’s dog.", []),
        ("Mary Hutchison’s dog barked.", ["Mary Hutchison"]),
        ("Mary Hutcheson, two letters away.", ["Mary Hutcheson"]),
        ("Mary Hutton, somebody else.", []),
        ("Tim Orne, a short first name.", []),
        ("Tom Orme.", ["Tom Orme"]),
        ("Jan van der Burg.", ["Jan van der Burg"]),
        ("Ms Brant, a surname alone.", []),
    ],
)
def test_a_name_that_the_house_does_not_know(text: str, unknown: list[str]) -> None:
    linter = Linter(BOOK, {"name-unknown-form": "warning"}, names=HOUSE)
    assert [one.excerpt for one in linter.lint(read_plain("story.txt", text)).findings] == unknown
    assert found("name-unknown-form", text) == []  # without a list there is nothing to know


def test_a_list_of_names_on_the_command_line_and_in_the_settings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Pier\n\nIda Brant has a pier.\n", encoding="utf-8")
    (tmp_path / "names.txt").write_text("# the board\nIda Brandt  # chair\n\n", encoding="utf-8")
    ran = run("--no-config", "--names", "names.txt", "--select", "name-unknown-form", "story.txt")
    assert (ran.code, ran.out.splitlines()[0]) == (
        1,
        "story.txt:3:1: warning name-unknown-form: “Ida Brant” is not in the list of names, “Ida Brandt” is: "
        "which is it?",
    )
    (tmp_path / "hedgelint.toml").write_text(
        'names = ["names.txt"]\nselect = ["name-unknown-form"]\n', encoding="utf-8"
    )
    assert run("story.txt").out.splitlines()[0] == ran.out.splitlines()[0]


def test_a_list_of_names_that_is_not_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Pier\n\nIda Brant has a pier.\n", encoding="utf-8")
    ran = run("--names", "absent.txt", "story.txt")
    assert ran.code == 2
    assert ran.err == "hedgelint: absent.txt: a list of names that cannot be read: No such file or directory\n"
