"""`hedgelint sources`: who speaks, and how much."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

STORY = """Bridge at Carrow is to stay shut until the spring, council says

“It leaks like a sieve,” Jo Hale, the engineer, said on Monday.

The bridge carries nine trains a day.

Ms Hale said that the work would take a year. Critics say it is too late.
"""


def test_a_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    lines = run("sources", "story.txt").out.splitlines()
    assert lines[0] == "story.txt"
    assert lines[1].split() == ["source", "kind", "first", "quoted", "told", "share"]
    hale = next(line.split() for line in lines if "Hale" in line)
    assert hale[-3:-1] == ["1", "1"]
    assert any(line.split()[:2] == ["Critics", "vague"] for line in lines)
    assert lines[-1].endswith("words: nobody answers for them but the paper")


def test_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (story,) = json.loads(run("sources", "--format", "json", "story.txt").out)["stories"]
    assert story["unanswered"] + sum(source["words"] for source in story["sources"]) == story["words"]
    assert [source["kind"] for source in story["sources"] if "Hale" in source["name"]] == ["named"]


def test_a_story_in_which_nobody_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Shut\n\nThe bridge is shut.\n", encoding="utf-8")
    out = run("sources", "story.txt").out
    assert out.splitlines()[1:] == [
        "  nobody is quoted or named as a source",
        "  100% of 5 words: nobody answers for them but the paper",
    ]
