"""Findings on changed lines, and what an edit did to people's words, held against real repositories."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Ran, Run

OLD = """\
A bridge is shut

Experts say the bridge at Carrow is unsafe.

“We counted 40 boats in the harbour,” Lena Voss, its engineer, said.

The tide is high at noon.

The ban covers the port and the islands, the governor said.
"""


class Repository:
    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self._run = folder, run
        self.git("init", "-q", "-b", "main")

    def git(self, *args: str) -> str:
        names = {f"GIT_{who}_{what}": "Desk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(["git", *args], cwd=self.folder, capture_output=True, check=True, env=environment)
        return done.stdout.decode()

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "stories")

    def lint(self, *args: str) -> Ran:
        return self._run(*args, "--no-config", "--format", "json")


@pytest.fixture
def repository(run: Run, tmp_path: Path) -> Repository:
    made = Repository(tmp_path, run)
    made.write("story “one”.txt", OLD)
    made.write("other.txt", "A quay is shut\n\nCritics say so.\n")
    made.commit()
    return made


def found(ran: Ran) -> list[tuple[str, int, str]]:
    assert ran.code in (0, 1), ran.err
    return [(f["rule"], f["start"]["line"], f["severity"]) for f in json.loads(ran.out)["findings"]]


STORY = "story “one”.txt"


def test_nothing_changed_is_nothing_told(repository: Repository) -> None:
    assert found(repository.lint("--changed")) == []
    assert json.loads(repository.lint("--changed").out)["stories"] == []


def test_only_the_lines_that_changed(repository: Repository) -> None:
    repository.write(STORY, OLD.replace("A bridge is shut\n", "A bridge is shut\n\nCritics say it is a shame.\n"))
    rules = found(repository.lint("--changed"))
    assert ("vague-source", 3, "suggestion") in rules
    assert all(line == 3 for _, line, _ in rules)
    assert found(repository.lint("--changed", STORY)) == rules
    assert found(repository.lint("--changed", "HEAD", STORY)) == rules


def test_a_figure_a_source_and_a_moved_paragraph(repository: Repository) -> None:
    first, rest = OLD.split("\n\n", 1)
    parts = rest.strip().split("\n\n")
    repository.write(STORY, "\n\n".join((first, *reversed(parts))) + "\n")
    assert not [rule for rule, *_ in found(repository.lint("--changed")) if rule.startswith(("edited", "dropped"))]
    repository.write(STORY, OLD.replace("40 boats", "44 boats").replace(", the governor said", ""))
    rules = found(repository.lint("--changed"))
    assert ("edited-quotation", 5, "warning") in rules
    assert ("dropped-source", 9, "suggestion") in rules
    assert not any(rule == "vague-source" for rule, *_ in rules)


@pytest.mark.parametrize("by_git", [True, False])
def test_a_renamed_story_is_the_same_story(repository: Repository, by_git: bool) -> None:
    new = "desk/renamed.txt"
    (repository.folder / "desk").mkdir()
    if by_git:
        repository.git("mv", STORY, new)
    else:
        (repository.folder / STORY).rename(repository.folder / new)
    repository.write(new, OLD.replace("40 boats", "44 boats"))
    data = json.loads(repository.lint("--changed").out)
    assert [(f["rule"], f["path"]) for f in data["findings"] if f["rule"] != "quotation-cut"] == [
        ("edited-quotation", new)
    ]


def test_what_is_staged_is_what_is_linted(repository: Repository) -> None:
    repository.write(STORY, OLD.replace("40 boats", "44 boats"))
    repository.git("add", "-A")
    repository.write(STORY, OLD.replace("40 boats", "48 boats") + "\nCritics say so.\n")
    data = json.loads(repository.lint("--staged").out)
    (edit,) = [f for f in data["findings"] if f["rule"] == "edited-quotation"]
    assert edit["excerpt"] == "44"
    assert not [f for f in data["findings"] if f["rule"] == "vague-source"]


def test_since_a_branch_parted(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "edit")
    repository.write("new.txt", "A gate is shut\n\nCritics say so.\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("other.txt", "A quay is open\n\nObservers say so.\n")
    repository.commit()
    repository.git("checkout", "-q", "edit")
    data = json.loads(repository.lint("--changed", "main").out)
    assert {f["path"] for f in data["findings"]} == {"new.txt"}


def test_a_repository_without_commits_has_only_new_stories(run: Run, tmp_path: Path) -> None:
    made = Repository(tmp_path, run)
    made.write("a.txt", "A gate is shut\n\nCritics say so.\n")
    assert ("vague-source", 3, "warning") in found(made.lint("--changed"))
    ran = made.lint("--changed", "main")
    assert ran.code == 2
    assert "nothing has been committed here yet" in ran.err


def test_what_git_cannot_answer_is_told(
    repository: Repository, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = repository.lint("--changed", "no-such-branch")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no revision “no-such-branch” (git fetch brings it" in ran.err
    repository.git("checkout", "-q", "--orphan", "alone")
    repository.write("alone.txt", "A gate is shut\n")
    repository.commit()
    ran = repository.lint("--changed", "main")
    assert ran.code == 2
    assert "“main” and HEAD have no past in common (a shallow clone? fetch the past:" in ran.err
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text("A gate is shut\n", "utf-8")
    ran = repository.lint("--changed", "--", str(outside))
    assert ran.code == 2
    assert "not a git repository" in ran.err


def test_a_shallow_clone_says_how_to_fetch_the_past(
    repository: Repository, run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(STORY, OLD + "\nCritics say so.\n")
    repository.commit()
    clone = tmp_path_factory.mktemp("clone") / "shallow"
    repository.git("clone", "-q", "--depth", "1", repository.folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    ran = run("--changed", "HEAD~1", "--no-config")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no revision “HEAD~1” (this clone is a shallow one: git fetch --unshallow" in ran.err
    (clone / STORY).write_text(OLD + "\nObservers say so.\n", "utf-8")
    ran = run("--changed", "--no-config", "--format", "compact")
    assert "11:1: warning vague-source: “Observers say”" in ran.out


class TestBaseline:
    def test_old_findings_are_quiet_moved_or_edited_ones_too_and_new_ones_are_told(
        self, repository: Repository
    ) -> None:
        run = repository._run
        ran = run("baseline", ".", "--no-config")
        assert ran.code == 0
        assert ran.out.startswith("hedgelint-baseline.json: ")
        quiet = run(".", "--no-config", "--baseline", "hedgelint-baseline.json")
        assert quiet.code == 0
        moved = OLD.replace("A bridge is shut\n", "A bridge is shut\n\nIt was shut on Monday.\n")
        edited = moved.replace("say the bridge at Carrow is unsafe", "say that the old bridge is unsafe")
        repository.write(STORY, edited + "\nCritics say so.\n")
        ran = run(".", "--no-config", "--baseline", "hedgelint-baseline.json", "--format", "json")
        assert ran.code == 1
        told = [(f["rule"], f["excerpt"]) for f in json.loads(ran.out)["findings"] if f["suppressed"] is None]
        assert told == [("vague-source", "Critics say")]

    def test_a_renamed_story_is_the_same_story(self, repository: Repository) -> None:
        run = repository._run
        run("baseline", ".", "--no-config")
        repository.git("mv", "other.txt", "another.txt")
        repository.write(
            "another.txt", "A quay is shut\n\nIt was shut on Monday.\n\nCritics say so.\n\nExperts agree.\n"
        )
        repository.write("third.txt", "A quay is shut\n\nCritics say so.\n")  # of which nothing was known
        ran = run(".", "--no-config", "--baseline", "hedgelint-baseline.json", "--format", "json")
        told = [(f["path"], f["excerpt"]) for f in json.loads(ran.out)["findings"] if f["suppressed"] is None]
        assert ("third.txt", "Critics say") in told
        assert ("another.txt", "Critics say") not in told
        assert ran.err == ""
        assert ", 1 gone" not in run("baseline", ".", "--no-config").out

    def test_gone_ones_are_told_and_pruned(self, repository: Repository) -> None:
        run = repository._run
        run("baseline", ".", "--no-config")
        repository.write("other.txt", "A quay is shut\n\nIt is shut.\n")
        ran = run(".", "--no-config", "--baseline", "hedgelint-baseline.json")
        assert "hedgelint-baseline.json: 1 of its findings is gone; hedgelint baseline -o" in ran.err
        assert ", 1 gone." in run("baseline", ".", "--no-config").out
        assert run(".", "--no-config", "--baseline", "hedgelint-baseline.json").err == ""

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("{", "not a whole baseline"),
            ("[]", "not a baseline"),
            ('{"format": 9, "stories": {}}', "a baseline of the form 9, and this hedgelint reads 1"),
            ('{"format": 1, "stories": {"a": [{}]}}', "not a whole baseline"),
            ('{"format": 1, "stories": {"a": 3}}', "not a whole baseline"),
            ('{"format": 1, "stories": {"a": [{"rule": "x", "finger', "not a whole baseline"),
        ],
    )
    def test_one_that_cannot_be_used_is_told(self, repository: Repository, content: str, says: str) -> None:
        repository.write("b.json", content)
        ran = repository._run(".", "--no-config", "--baseline", "b.json")
        assert (ran.code, ran.out) == (2, "")
        assert f"b.json: {says} (`hedgelint baseline` writes one)" in ran.err


def test_a_word_that_is_no_command_is_asked_back(run: Run) -> None:
    for word, meant in (
        ("lnt", "lint"),
        ("source", "sources"),
        ("check", "lint"),
        ("chek", "lint"),
        ("fix", "lint --fix"),
    ):
        ran = run(word, "x.txt")
        assert (ran.code, ran.out) == (2, "")
        assert f"no such file or command “{word}”: did you mean “{meant}”?" in ran.err


def test_a_word_that_is_a_command_and_a_folder_is_told(run: Run, tmp_path: Path) -> None:
    for name in ("sources", "stories"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("A gate is shut\n\nCritics say so.\n", "utf-8")
    ran = run("sources")
    assert "“sources” is a command here; for what has that name in this folder: hedgelint ./sources\n" in ran.err
    for path in ("./sources", "sources/", "stories", "stories/"):
        ran = run(path, "--no-config")
        assert (ran.code, ran.err) == (1, "")
        assert "warning vague-source" in ran.out
    assert run("sources", "stories").err == ""


def test_statistics_count_and_max_findings_forgives(run: Run, tmp_path: Path) -> None:
    for name in ("2026-05-a.txt", "2026-06-b.txt"):
        (tmp_path / name).write_text("A gate is shut\n\nCritics say so.\n", "utf-8")
    ran = run(".", "--no-config", "--statistics")
    assert ran.out.startswith("by rule\n  vague-source (warning)      2\n\nby path\n")
    assert "by month\n  2026-05  1  in 1 story\n" in ran.out
    assert run(".", "--no-config", "--max-findings", "2").code == 0
    assert run(".", "--no-config", "--max-findings", "1").code == 1
    assert run("2026-05-a.txt", "--no-config", "-q", "--select", "booster").out == ""
