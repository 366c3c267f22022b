"""`hedgelint confidence`, and the drift from a source to the story."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

STORY = """Bridge at Carrow is unsafe, council says

The bridge is likely to close, the council said on Monday. It may stay shut for a year.

Coffee prevents gout in nurses.
"""


def test_a_table_and_a_picture(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    lines = run("confidence", "story.txt").out.splitlines()
    assert lines[1].split()[:4] == ["3:15", "likely", "said", "by"]
    assert "PHIA 55–75" in lines[1]
    assert lines[2].endswith("no probability stated")
    picture = next(line for line in lines if "|" in line)
    assert picture.count("█") == 10
    assert picture.index("█") - picture.index("|") == 28


def test_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (story,) = json.loads(run("confidence", "--format", "json", "story.txt").out)["stories"]
    assert [(word["words"], word["bands"].get("PHIA")) for word in story["words"]] == [
        ("likely", [55, 75]),
        ("may", None),
    ]


def test_a_story_that_is_sure_of_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Shut\n\nThe bridge is shut.\n", encoding="utf-8")
    assert run("confidence", "story.txt").out.splitlines()[1:] == ["  no word in it says how sure"]


def test_a_story_that_is_surer_than_its_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "release.txt").write_text("A study of 400.\n\nCoffee may prevent gout in nurses.\n", encoding="utf-8")
    ran = run("story.txt", "--source", "release.txt", "--select", "story-surer", "--format", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert (finding["rule"], finding["excerpt"]) == ("story-surer", "Coffee prevents gout in nurses.")
    (place,) = finding["related"]
    assert (place["path"], place["start"]["line"], place["excerpt"]) == (
        "release.txt",
        3,
        "Coffee may prevent gout in nurses.",
    )


def test_a_record_may_name_its_sources(run: Run, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "release.txt").write_text("A study.\n\nCoffee may prevent gout in nurses.\n", encoding="utf-8")
    record = json.dumps({"id": 1, "text": STORY, "sources": ["release.txt"]})
    (tmp_path / "desk" / "stories.jsonl").write_text(record + "\n", encoding="utf-8")
    ran = run("desk/stories.jsonl", "--select", "story-surer", "--format", "json")
    assert [f["rule"] for f in json.loads(ran.out)["findings"]] == ["story-surer"]
    odd = json.dumps({"id": 1, "text": STORY, "sources": {"a": 1}})
    (tmp_path / "desk" / "stories.jsonl").write_text(odd + "\n", encoding="utf-8")
    assert run("desk/stories.jsonl", "--select", "story-surer").code == 0
