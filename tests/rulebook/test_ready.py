"""The shipped rules, ready: a first start without a cache, and without what only YAML needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hedgelint.rulebook import ready
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.locate import rule_files
from hedgelint.rulebook.ready import read_ready, ready_text
from hedgelint.rulebook.rulebook import load_rulebook

FILES = rule_files()
DATA = compile_rules(FILES)
STORY = "Bridge closes\n\nBy Ada Brand\n\nExperts say the bridge is unsafe. The mayor opened it in March.\n"
# As on a machine that has click and regex alone.
BARE = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"ruamel", "pyromark", "turbohtml", "pathspec", "ahocorasick_rs"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
from hedgelint.cli import main
main()
"""


def test_what_is_ready_is_what_the_yaml_gives() -> None:
    assert read_ready(FILES) == json.loads(json.dumps(DATA))


def test_the_file_is_the_same_wherever_the_checkout_stands() -> None:
    text = ready_text(FILES, DATA)
    assert str(Path(FILES[0][0]).parent) not in text
    assert text == ready.READY.read_text(encoding="utf-8")


def test_of_rules_that_were_changed_by_a_byte_nothing_is_ready() -> None:
    (path, content), *others = FILES
    assert read_ready([(path, content + b"\n"), *others]) is None
    assert read_ready(others) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"key":"","data":{}}', b"\xff"])
def test_a_file_that_is_no_such_thing_is_made_up_for(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ready.json").write_bytes(content)
    monkeypatch.setattr(ready, "READY", tmp_path / "ready.json")
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "cache"))
    assert [rule.id for rule in load_rulebook().rules] == [rule["id"] for rule in DATA["rules"]]


def bare(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    here = dict(os.environ, HEDGELINT_CACHE_DIR=str(folder / "cache"), PYTHONIOENCODING="utf-8")
    line = [sys.executable, "-c", BARE, *arguments]
    return subprocess.run(line, cwd=folder, env=here, capture_output=True, encoding="utf-8", check=False)


def test_a_story_is_read_where_only_click_and_regex_are(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    ran = bare(tmp_path, "story.txt")
    assert "story.txt:5:1: warning vague-source" in ran.stdout
    assert (ran.returncode, ran.stderr) == (1, "")


def test_a_story_whose_reader_is_missing_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    ran = bare(tmp_path, "story.md", "story.txt")
    assert f"story.md: problem: “pyromark”, which hedgelint needs, is not installed for {sys.executable}" in ran.stdout
    assert "story.txt:5:1: warning vague-source" in ran.stdout
    assert ran.returncode == 2


def test_rules_that_cannot_be_read_end_the_run_and_not_each_story(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "house.yaml").write_text("id: house\n", encoding="utf-8")
    ran = bare(tmp_path, "--rules", "house.yaml", "story.txt")
    assert (ran.returncode, ran.stdout) == (2, "")
    told = f"hedgelint: “ruamel”, which hedgelint needs, is not installed for {sys.executable}"
    assert ran.stderr == f"{told} (to mend it: that Python with -m pip install hedgelint)\n"
