"""--fix: one right answer, the whole file or nothing, and not a byte beside it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.desk.fix import _apart, _apply, mend
from hedgelint.document.readers.plain import read_plain
from hedgelint.finding import Edit, Finding, Place, Result
from tests.conftest import Run

MENDED = [
    ("“It leaks,“ Jo Hale said.", "“It leaks,” Jo Hale said."),
    ("She called it ”a leak” on Monday.", "She called it “a leak” on Monday."),
    ('“It leaks," Jo Hale said.', "“It leaks,” Jo Hale said."),
    (
        '“It leaks,” Jo Hale said. “It is old.” It is "a wreck".',
        "“It leaks,” Jo Hale said. “It is old.” It is “a wreck”.",
    ),
    (
        '"It leaks," Jo Hale said. "It is old." It is “a wreck”.',
        '"It leaks," Jo Hale said. "It is old." It is "a wreck".',
    ),
    ("It was built in the ‘90s.", "It was built in the ’90s."),
    ("“ It leaks,” Jo Hale said.", "“It leaks,” Jo Hale said."),
    ("“It has leaked for years, Jo Hale said.", "“It has leaked for years,” Jo Hale said."),
    ("“It has leaked for years, said Jo Hale.", "“It has leaked for years,” said Jo Hale."),
]
LEFT = [
    "“It leaks, the roof is old, said Jo Hale.",  # who knows where the words end?
    "He called the plan “a disgrace and left the room.",
    "We shall appeal,” said Jo Hale.",
    "“It leaks,” Jo Hale said.",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_has_one_right_answer(run: Run, tmp_path: Path, before: str, after: str, encoding: str, ends: str) -> None:
    path = tmp_path / "story.txt"
    frame = "A headline of a story\n\n{}\n\nIt is a café.\n".replace("\n", ends)
    path.write_bytes(frame.format(before).encode(encoding))
    path.chmod(0o640)
    diff = run("story.txt", "--diff")
    assert diff.code == 1
    assert f"-{before}" in diff.out
    assert f"+{after}" in diff.out
    run("story.txt", "--fix")
    assert path.read_bytes() == frame.format(after).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["story.txt"]
    again = run("story.txt", "--diff")
    assert (again.code, again.out) == (0, "")


@pytest.mark.parametrize("text", LEFT)
def test_what_has_no_one_right_answer_is_left(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"A headline\n\n{text}\n", encoding="utf-8")
    run("story.txt", "--fix")
    assert path.read_text(encoding="utf-8") == f"A headline\n\n{text}\n"


def test_how_many_were_mended_is_told_and_what_is_left_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Shut\n\n“It leaks,“ Jo Hale said. Experts say so.\n", encoding="utf-8")
    before = run("story.txt", "--select", "reversed-quotation-mark,vague-source")
    assert before.out.endswith("2 findings in 1 story: 2 warnings (1 can be mended: --fix).\n")
    after = run("story.txt", "--select", "reversed-quotation-mark,vague-source", "--fix")
    assert after.code == 1
    assert after.out.startswith("story.txt: note: 1 finding mended\nstory.txt:3:27: warning vague-source")


def test_a_suppressed_finding_is_left(run: Run, tmp_path: Path) -> None:
    text = "Shut\n\nhedgelint: ignore reversed-quotation-mark -- as sent\n“It leaks,“ Jo Hale said.\n"
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    run("story.txt", "--fix")
    assert (tmp_path / "story.txt").read_text(encoding="utf-8") == text


def test_standard_input_is_not_mended(run: Run) -> None:
    ran = run("-", "--fix")
    assert ran.code == 2
    assert "--fix changes files" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Shut\n\n“It leaks,“ Jo Hale said.\n", encoding="utf-8")
    tmp_path.chmod(0o500)
    ran = run("story.txt", "--fix")
    tmp_path.chmod(0o700)
    assert ran.code == 2
    assert "not mended" in ran.out


def test_what_cannot_be_written_back_is_left_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": "“It leaks,“ Jo Hale said."}), encoding="utf-8")
    note = "a.jsonl#x: note: --fix leaves this as it is: it cannot be written back\n"
    assert run("a.jsonl", "--fix").out.startswith(note)
    diff = run("a.jsonl", "--diff")
    assert (diff.code, diff.out, diff.err) == (0, "", note)


def _leaks(count: int, unsound: frozenset[int], runs: list[int]) -> tuple[Result, Callable[[str], Result]]:
    """A story of `count` findings, each a b that is to be an a; where those of `unsound` are mended, others come."""

    def lint(text: str) -> Result:
        runs.append(len(text))
        found = []
        for at, letter in enumerate(text):
            wrong = letter == "b" or (at in unsound and letter == "a")
            for rule in ("b", "a")[letter == "a" :] if wrong else ():
                edits = (Edit(Place(1, at + 1, at), Place(1, at + 2, at + 1), "a"),) if rule == "b" else ()
                found.append(
                    Finding(rule, "x", "warning", "", "", Place(1, at + 1, at), Place(1, at + 2, at + 1), letter,
                            edits=edits)
                )  # fmt: skip
        return Result("", text, tuple(f for f in found if f.rule == "b" or f.excerpt == "a"))

    return lint("b" * count), lint


def test_of_many_findings_a_few_that_do_not_fit_cost_a_few_runs() -> None:
    runs: list[int] = []
    result, lint = _leaks(1_000, frozenset((17, 400)), runs)
    fixed = mend(result, lint)
    assert fixed.count == 998
    assert fixed.text == "".join("b" if at in (17, 400) else "a" for at in range(1_000))
    assert len(runs) < 60


def test_edits_that_touch_are_not_made_together_and_their_places_are_found_quickly() -> None:
    def finding(start: int, end: int, text: str) -> Finding:
        place = Place(1, start + 1, start), Place(1, end + 1, end)
        return Finding("x", "x", "warning", "", "", *place, "", edits=(Edit(*place, text),))

    found = [finding(0, 3, "a"), finding(2, 4, "b"), finding(4, 5, "c"), finding(4, 4, "d"), finding(9, 9, "e"),
             finding(9, 9, "f"), finding(1, 2, "g"), finding(6, 8, "h")]  # fmt: skip
    apart = _apart(found)
    assert [one.edits[0].text for one in apart] == ["a", "c", "d", "e", "h"]
    assert _apply("0123456789", apart) == "a3dc5h8e9"


DESK = Desk(Configs(none=True), Layer(select=("quotation",)))
MARKS = ["“", "”", '"', "'", "‘", "’", "’90s", "‘90s", "6'2\""]
MARKED = st.lists(st.sampled_from([*MARKS, "it", "leaks", ",", ".", "said", "Jo", "Hale", "\n\n", "The"]), max_size=40)


@settings(max_examples=150, deadline=None)
@given(MARKED.map(" ".join))
def test_mending_ends_and_brings_nothing_new(text: str) -> None:
    def lint(story: str):
        return DESK.lint_document(read_plain("<text>", story))

    before = lint(text)
    fixed = mend(before, lint)
    after = lint(fixed.text)
    assert len(after.findings) <= len(before.findings) - fixed.count
    assert mend(after, lint).text == fixed.text
