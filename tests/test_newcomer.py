"""What CONTRIBUTING.md tells somebody who is new here works as it stands there: a rule, a list, a package."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

TOP = Path(__file__).resolve().parent.parent
BLOCKS = [
    "\n".join(line.removeprefix("   ") for line in block.split("\n"))
    for block in re.findall(r"^ *```yaml\n(.*?)^ *```$", (TOP / "CONTRIBUTING.md").read_text("utf-8"), re.M | re.S)
]


def block(head: str) -> str:
    (found,) = [one for one in BLOCKS if one.startswith(head)]
    return found


def test_the_rule_of_five_minutes_proves_itself_and_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "at-this-time.yaml").write_text(block("id: at-this-time"), "utf-8")
    (tmp_path / "story.txt").write_text("A road is shut\n\nThe road is shut at this moment in time.\n", "utf-8")
    ran = run("test", "at-this-time.yaml", "--no-config")
    assert (ran.code, ran.out, ran.err) == (0, "1 rule, 3 examples, all as they should be.\n", "")
    ran = run(
        "story.txt", "--no-config", "--rules", "at-this-time.yaml", "--severity", "suggestion", "--format", "compact"
    )
    assert "story.txt:3:18: suggestion at-this-time: “at this moment in time” is “now”." in ran.out


def test_the_list_proves_itself_and_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "labels.yaml").write_text(block("extend: loaded-labels"), "utf-8")
    (tmp_path / "story.txt").write_text("A quay is shut\n\nThe quayrat left on Monday.\n", "utf-8")
    assert run("test", "labels.yaml", "--no-config").out == "1 word list, 2 examples, all as they should be.\n"
    ran = run("story.txt", "--no-config", "--rules", "labels.yaml", "--format", "compact")
    assert "story.txt:3:5: warning loaded-label: “quayrat” judges before the story does" in ran.out


def test_the_package_is_extended(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOP / "examples" / "rule-package" / "echo_style", tmp_path / "site" / "echo_style")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), *sys.path])
    (tmp_path / "hedgelint.toml").write_text('extends = "package:echo_style"\nrequired-version = ">=0.1"\n', "utf-8")
    story = "A gate is shut\n\nFerries left Carrow Harbor late, harbourfolk say.\n"
    (tmp_path / "story.txt").write_text(story, "utf-8")
    data = json.loads(run("story.txt", "--format", "json").out)
    told = {(f["rule"], f["severity"], f["excerpt"]) for f in data["findings"]}
    assert ("harbour-name", "warning", "Carrow Harbor") in told
    assert any(rule == "vague-source" and "harbourfolk" in words for rule, _, words in told)
    assert run("test", "site/echo_style/rules", "--no-config").code == 0
