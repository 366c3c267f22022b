"""The examples give what the files beside them say, and the foreign story what a sub-editor would want."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from hedgelint.manual.schema import SCHEMAS
from tests.conftest import Run
from tests.test_readme import TOP, regenerate

STORIES = sorted((TOP / "examples").glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_expected_output_is_the_output(run: Run, monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    monkeypatch.chdir(TOP)
    expected = TOP / "examples" / "expected"
    name = f"examples/{story.name}"
    assert run(name).out == (expected / story.name).read_text(encoding="utf-8")
    report = run(name, "--format", "json").out
    assert report == (expected / f"{story.stem}.json").read_text(encoding="utf-8")
    jsonschema.validate(json.loads(report), SCHEMAS["report"]())


def test_the_foreign_story_has_what_a_sub_editor_would_mark(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    data = json.loads(run("examples/foreign-briefing.txt", "--format", "json").out)
    assert [(f["rule"], f["start"]["line"], f["start"]["column"], f["excerpt"][:12]) for f in data["findings"]] == [
        ("unattributed-claim", 3, 1, "Karvia still"),
        ("loaded-label", 3, 97, "sham"),
        ("vague-source", 5, 28, "officials in"),
        ("unclosed-quotation", 17, 1, "“"),
        ("nested-quotation", 17, 85, "“"),
        ("confidence-word", 19, 32, "likely"),
        ("confidence-word", 21, 7, "likely"),
        ("confidence-word", 23, 136, "likely"),
        ("mixed-quotation-marks", 25, 79, '"wider war"'),
        ("loaded-label", 27, 25, "tyrant"),
    ]


def test_the_house_rule_of_the_example_proves_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP / "examples" / "house-style")
    assert run("test", "house-rules").out == "1 rule, 3 examples, all as they should be.\n"


def test_the_attributions_are_what_stands_beside_the_stories() -> None:
    shown = (TOP / "examples" / "expected" / "attributions.txt").read_text(encoding="utf-8")
    assert "".join(regenerate.attributions()) == shown
