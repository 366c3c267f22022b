"""`hedgelint trial`: a draft on an archive, and what somebody says of its findings."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from hedgelint.desk.trial import Trial, wilson
from tests.conftest import Run

DRAFT = """\
id: quayside
title: Quayside
kind: phrase
severity: suggestion
phrases: [quay, experts say]
message: "“{match}”?"
why: To see.
examples:
  bad: ["A [[quay]]."]
  good: ["A pier."]
"""
STORIES = {
    "2023/a.txt": "A quay is shut.\n\nThe quay was old, said Jo Hale.\n\n“The quay is mine,” she said.\n",
    "2023/b.txt": "The pier is shut.\n\nIt was old, said Jo Hale.\n",
    "2024/c.txt": "Experts say the bridge is unsafe.\n\nA quay is not.\n",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "draft.yaml").write_text(DRAFT, "utf-8")
    for name, text in STORIES.items():
        (tmp_path / "archive" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "archive" / name).write_text(text, "utf-8")
    return tmp_path


def test_how_often_where_and_beside_whom(run: Run, archive: Path) -> None:
    ran = run("trial", "draft.yaml", "archive", "--no-config", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert (data["stories"], data["words"], data["hits"], data["stories_with_hits"]) == (3, 37, 4, 2)
    assert data["years"] == {
        "2023": {"stories": 2, "words": 27, "hits": 2},
        "2024": {"stories": 1, "words": 10, "hits": 2},
    }
    assert data["folders"] == {f"archive/{year}": share for year, share in data["years"].items()}
    assert (data["beside"], data["alone"]) == ({"vague-source": 1}, 3)
    assert [(one["path"], one["line"], one["column"], one["words"]) for one in data["sample"]] == [
        ("archive/2023/a.txt", 1, 3, "quay"),
        ("archive/2023/a.txt", 3, 5, "quay"),
        ("archive/2024/c.txt", 1, 1, "Experts say"),
        ("archive/2024/c.txt", 3, 3, "quay"),
    ]


def test_people_are_told_the_same(run: Run, archive: Path) -> None:
    out = run("trial", "draft.yaml", "archive", "--no-config", "--sample", "1").out
    assert out.startswith(
        "quayside: 4 hits in 2 of 3 stories\n1,333 a thousand stories, 108 a thousand words\n\n"
        "by year\n  2023      2  in 2, 1,000 a thousand stories\n  2024      2  in 1, 2,000 a thousand stories\n"
    )
    assert "  vague-source      1  25%\n  none: 3  75%\n" in out
    assert "a sample of 1, drawn with seed 0\n" in out


def test_the_sample_is_the_same_each_time_and_another_with_another_seed(run: Run, archive: Path) -> None:
    def drawn(seed: str) -> list[str]:
        args = ("trial", "draft.yaml", "archive", "--no-config", "--format", "json", "--sample", "2", "--seed", seed)
        return [one["key"] for one in json.loads(run(*args).out)["sample"]]

    assert drawn("0") == drawn("0")
    assert len({tuple(drawn(seed)) for seed in ("0", "1", "2", "3")}) > 1


def test_judgements_are_kept_in_a_table_and_counted(run: Run, archive: Path) -> None:
    args = ("trial", "draft.yaml", "archive", "--no-config", "--judge", "judged.csv")
    assert "4 of the sample not judged: write y or n in the first column of judged.csv" in run(*args).out
    rows = list(csv.DictReader(io.StringIO((archive / "judged.csv").read_text("utf-8"))))
    assert [(row["right"], row["words"]) for row in rows] == [
        ("", word) for word in ("quay", "quay", "Experts say", "quay")
    ]
    text = (archive / "judged.csv").read_text("utf-8").splitlines()
    (archive / "judged.csv").write_text(
        "\n".join([text[0], *("y" + line for line in text[1:4]), "no" + text[4]]), "utf-8"
    )
    out = run(*args).out
    assert "right: 3 of 4 judged, 75% (19 times in 20 from 30% to 95%)" in out
    assert "not judged" not in out


def test_a_terminal_asks_and_keeps_what_was_answered(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.StringIO("y\nn\n\nq\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", answers)
    out = run("trial", "draft.yaml", "archive", "--no-config", "--judge", "judged.csv").out
    assert "1 “quay”?" in out
    assert "right: 1 of 2 judged" in out
    assert "2 of the sample not judged" in out


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("draft.yaml", DRAFT, "judged.csv:1: this is no file of judgements (its first line is right,path"),
        ("quaysde", DRAFT, "there is no rule “quaysde”"),
        ("none.yaml", DRAFT, "none.yaml: there is no such file"),
        ("list.yaml", "extend: puffery\nentries: [iconic]\n", "list.yaml: there is no rule in it"),
    ],
)
def test_slips_are_told(run: Run, archive: Path, name: str, text: str, told: str) -> None:
    if name == "list.yaml":
        (archive / name).write_text(text, "utf-8")
    (archive / "judged.csv").write_text("a,b\n1,2\n", "utf-8")
    ran = run("trial", name, "archive", "--no-config", "--judge", "judged.csv")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert (archive / "judged.csv").read_text("utf-8") == "a,b\n1,2\n"


@pytest.mark.parametrize(
    ("right", "of", "low", "high"), [(8, 10, 0.4902, 0.9433), (0, 5, 0.0, 0.4345), (5, 5, 0.5655, 1.0), (0, 0, 0, 1)]
)
def test_the_interval_of_wilson(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=5e-5)


def test_every_hit_has_the_same_chance_to_be_drawn() -> None:
    from collections import Counter
    from types import SimpleNamespace

    from hedgelint.finding import Finding, Place, Result

    source = "quay " * 10
    places = [(Place(1, at + 1, at), Place(1, at + 5, at + 4)) for at in range(0, 50, 5)]
    found = tuple(Finding("r", "wording", "info", "m", "s", start, end, "quay") for start, end in places)
    story = SimpleNamespace(document=SimpleNamespace(text=source))
    drawn: Counter[int] = Counter()
    for seed in range(2000):
        trial = Trial("r", 3, seed)
        trial.add(story, Result("s", source, found))
        drawn.update(one.column for one in trial.sample)
    assert sum(drawn.values()) == 6000
    assert all(500 < drawn[start.column] < 700 for start, _ in places)


def test_a_rule_that_the_house_has_already_is_read_once(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.parent if archive.name == "archive" else archive)
    Path("house").mkdir()
    Path("house/quayside.yaml").write_text(DRAFT, "utf-8")
    Path("hedgelint.toml").write_text('rules = ["house"]\n', "utf-8")
    ran = run("trial", "house/quayside.yaml", "archive", "--format", "json")
    assert ran.err == ""
    assert json.loads(ran.out)["rule"] == "quayside"
