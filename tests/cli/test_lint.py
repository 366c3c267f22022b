"""What `hedgelint PATH…` prints and leaves with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hedgelint.annotate.story import Story
from hedgelint.checks.nameless import NamelessCheck
from hedgelint.desk.linter import Linter
from hedgelint.document.model import Document
from tests.conftest import Run

VAGUE = "A bridge is shut\n\nExperts say the bridge at Carrow is unsafe.\n"
CLEAN = "A bridge is shut\n\nThe bridge at Carrow is unsafe, Jo Hale, its engineer, said on Monday.\n"


@pytest.fixture(autouse=True)
def stories(tmp_path: Path) -> None:
    (tmp_path / "vague.txt").write_text(VAGUE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")


def test_a_finding_is_shown_with_its_line_and_the_words_underlined(run: Run) -> None:
    ran = run("vague.txt", "--select", "vague-source")
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert lines[0].startswith("vague.txt:3:1: warning vague-source: ")
    assert lines[1:3] == ["  3 | Experts say the bridge at Carrow is unsafe.", "    | ^^^^^^^^^^^"]
    assert lines[-1] == "1 finding in 1 story: 1 warning."
    assert ran.err == ""


def test_nothing_to_say_leaves_with_0(run: Run) -> None:
    ran = run("clean.txt")
    assert (ran.code, ran.out, ran.err) == (0, "Nothing found in 1 story.\n", "")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--fail-on", "warning"), 1),
        (("--exit-zero",), 0),
        (("--ignore", "attribution"), 0),
        (("--ignore", "vague-source,loaded-verb"), 0),
        (("--select", "headline"), 0),
    ],
)
def test_the_code_says_whether_a_finding_counts(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run("vague.txt", *options).code == code


def test_standard_input_has_a_name_and_may_be_given_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    for options, name in (((), "<stdin>"), (("--stdin-filename", "desk.txt"), "desk.txt")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(VAGUE.encode())))
        ran = run("-", *options)
        assert ran.code == 1
        assert ran.out.startswith(f"{name}:3:1: warning vague-source")


def test_folders_are_walked_and_each_file_read_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text(VAGUE, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text(VAGUE, encoding="utf-8")
    (tmp_path / "notes.md").write_text(VAGUE, encoding="utf-8")
    data = json.loads(run(".", "vague.txt", "--format", "json").out)
    assert data["summary"]["stories"] == 4
    assert [f["path"] for f in data["findings"]] == ["notes.md", "vague.txt", "b/c.txt"]


def test_json_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    ran = run("vague.txt", "--format", "json", "-o", "report.json")
    assert (ran.code, ran.out) == (1, "")
    (finding,) = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]
    assert finding["start"] == {"line": 3, "column": 1, "offset": 18}
    assert finding["end"] == {"line": 3, "column": 12, "offset": 29}
    assert finding["excerpt"] == "Experts say"
    assert sorted(os.listdir(tmp_path)) == ["clean.txt", "report.json", "vague.txt"]


def test_output_is_the_same_from_run_to_run(run: Run) -> None:
    assert run(".", "--format", "json").out == run(".", "--format", "json").out


def test_colour_is_for_terminals_or_on_request(run: Run) -> None:
    assert "\x1b[" not in run("vague.txt").out
    assert "\x1b[" in run("vague.txt", "--color", "always").out
    assert "\x1b[" not in run("vague.txt", "--color", "never").out


def test_what_is_not_shown_is_counted(run: Run, tmp_path: Path) -> None:
    ran = run("vague.txt", "--severity", "error")
    assert ran.code == 1
    assert ran.out == "Nothing found in 1 story (1 warning not shown: --severity warning).\n"


def test_a_long_line_is_cut_round_the_words(run: Run, tmp_path: Path) -> None:
    words = "The bridge was closed on Monday and the ferry took its place. " * 20
    (tmp_path / "long.txt").write_text(f"A headline\n\n{words}Experts say so. {words}\n", encoding="utf-8")
    ran = run("long.txt", "--select", "vague-source")
    shown, marks = ran.out.splitlines()[1:3]
    assert len(shown) <= 104
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "Experts say"


@pytest.mark.parametrize("break_", ["\r\n", "\r"])
def test_every_line_end_keeps_its_places(run: Run, tmp_path: Path, break_: str) -> None:
    (tmp_path / "dos.txt").write_bytes(VAGUE.replace("\n", break_).encode())
    (finding,) = json.loads(run("dos.txt", "--format", "json").out)["findings"]
    assert (finding["start"]["line"], finding["start"]["column"]) == (3, 1)
    assert finding["start"]["offset"] == 16 + 2 * len(break_)


def test_wide_letters_are_underlined_where_they_stand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_text("A headline\n\n東京: experts say so.\n", encoding="utf-8")
    marks = run("wide.txt", "--select", "vague-source").out.splitlines()[2]
    assert marks == "    | " + " " * 6 + "^" * 11


class TestBadInput:
    """Each mistake is told, leaves with 2, and what else was asked for is linted."""

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("binary.txt", b"\x00\x01\x02\xff" * 20, "binary.txt: problem: a binary file, not a story"),
            ("big.txt", b"word " * 5_000_000, "big.txt: problem: 25.0 MB is too large for a story (at most 20)"),
            ("half.txt", b"\xff\xfea", "half.txt: problem: not utf-16-le"),
        ],
    )
    def test_a_file_that_is_no_story(self, run: Run, tmp_path: Path, name: str, content: bytes, says: str) -> None:
        (tmp_path / name).write_bytes(content)
        ran = run(name, "vague.txt")
        assert ran.code == 2
        assert says in ran.out
        assert "vague.txt:3:1: warning vague-source" in ran.out

    def test_a_missing_file_is_no_text(self, run: Run) -> None:
        ran = run("missing.txt", "vague.txt")
        assert ran.code == 2
        assert ran.out.startswith("missing.txt: problem: No such file or directory\nvague.txt:3:1: warning")

    def test_a_folder_without_stories(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        ran = run("empty")
        assert ran.code == 2
        assert ran.out.startswith("empty: problem: no story here (stories end in .txt, .md, .mdx, .html, ")
        assert ran.out.endswith("No story was read (1 problem).\n")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_no_permission(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "vague.txt").chmod(0)
        assert run("vague.txt").code == 2

    @pytest.mark.parametrize("content", ["", "\n\n\n", " \t ", "\ufeff"])
    def test_an_empty_file_has_nothing_to_find(self, run: Run, tmp_path: Path, content: str) -> None:
        (tmp_path / "empty.txt").write_text(content, encoding="utf-8")
        assert run("empty.txt").out == "empty.txt: note: there is not a word in it\nNothing found in 1 story.\n"

    def test_bytes_that_are_not_utf_8_are_read_as_windows_1252_and_it_is_said(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "old.txt").write_bytes("A café\n\nExperts say the café is unsafe.\n".encode("cp1252"))
        ran = run("old.txt")
        assert ran.code == 1
        assert ran.out.startswith("old.txt: note: not UTF-8; read as Windows-1252, say --encoding if that is wrong\n")
        assert "old.txt:3:1: warning vague-source" in ran.out
        assert "note" not in run("old.txt", "--encoding", "cp1252").out

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_byte_order_marks(self, run: Run, tmp_path: Path, encoding: str) -> None:
        (tmp_path / "mark.txt").write_bytes(VAGUE.encode(encoding))
        assert run("mark.txt").out.startswith("mark.txt:3:1: warning vague-source")

    def test_an_encoding_that_does_not_exist(self, run: Run) -> None:
        ran = run("vague.txt", "--encoding", "utf-9")
        assert ran.code == 2
        assert ran.out.startswith("vague.txt: problem: there is no encoding “utf-9”\n")

    def test_letters_that_move_the_cursor_are_not_printed(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "esc.txt").write_text("A headline\n\n\x1b[31mExperts say\u202e so.\n", encoding="utf-8")
        ran = run("esc.txt", "--select", "vague-source")
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out

    def test_unknown_names_are_told_with_the_nearest(self, run: Run) -> None:
        ran = run("vague.txt", "--ignore", "vague-sauce")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "hedgelint: there is no rule or category “vague-sauce” (did you mean “vague-source”?)\n"

    def test_an_option_that_does_not_exist(self, run: Run) -> None:
        ran = run("--colour", "never", "vague.txt")
        assert ran.code == 2
        assert "No such option" in ran.err

    def test_no_path_at_all(self, run: Run) -> None:
        ran = run("--severity", "info")
        assert ran.code == 2
        assert "no story given" in ran.err

    def test_a_report_that_cannot_be_written(self, run: Run) -> None:
        ran = run("vague.txt", "-o", "no/such/folder/report.txt")
        assert ran.code == 2
        assert ran.err.startswith("hedgelint: no/such/folder/report.txt: No such file or directory")

    def test_records_come_one_a_line_and_a_bad_one_spoils_only_itself(self, run: Run, tmp_path: Path) -> None:
        good = json.dumps({"id": 7, "text": VAGUE})
        (tmp_path / "stories.jsonl").write_text(f"{good}\nnot json\n{good}\n", encoding="utf-8")
        ran = run("stories.jsonl", "--format", "json")
        data = json.loads(ran.out)
        assert ran.code == 2
        assert [f["path"] for f in data["findings"]] == ["stories.jsonl#7", "stories.jsonl#7"]
        assert [(p["path"], p["line"]) for p in data["problems"]] == [("stories.jsonl", 2)]

    def test_a_fault_on_one_story_leaves_the_others_their_findings(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        annotate = Linter.annotate

        def fails(self: Linter, document: Document) -> Story:
            if "Experts" not in document.text:
                raise RuntimeError("the sky fell")
            return annotate(self, document)

        monkeypatch.setattr(Linter, "annotate", fails)
        ran = run("vague.txt", "clean.txt")
        assert ran.code == 2
        assert "vague.txt:3:1: warning vague-source" in ran.out
        assert "clean.txt: problem: a fault of hedgelint's own on this story: RuntimeError: the sky fell" in ran.out
        monkeypatch.setattr(Linter, "annotate", annotate)

        def raises(self: NamelessCheck, story: Story, hits: object) -> None:
            raise ValueError("no such word")

        monkeypatch.setattr(NamelessCheck, "find", raises)
        ran = run("vague.txt", "clean.txt", "--no-cache")
        assert ran.code == 2
        assert (
            "vague-source.yaml:1:1: problem: the rule vague-source failed on vague.txt: ValueError: no such" in ran.out
        )

    def test_a_fault_of_our_own_is_told_as_one(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        from hedgelint.desk.desk import Desk

        def fails(self: Desk, path: str) -> None:
            raise RuntimeError("the sky fell")

        monkeypatch.setattr(Desk, "lint", fails)
        ran = run("vague.txt")
        assert ran.code == 2
        assert "a fault of hedgelint's own: RuntimeError: the sky fell" in ran.err
        assert "Traceback" not in ran.err
        with pytest.raises(RuntimeError):
            run("vague.txt", "--traceback")


def test_the_value_of_an_option_is_no_misspelt_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Bridge shut\n\nExperts say it is unsafe.\n", encoding="utf-8")
    assert "vague-source" in run("--select", "vague-source", "story.txt").out


def test_a_file_without_a_word_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.md").write_text(" \n\n", "utf-8")
    ran = run("empty.txt", "blank.md", "--no-config")
    assert ran.code == 0
    assert "blank.md: note: there is not a word in it\n" in ran.out
    assert "empty.txt: note: there is not a word in it\n" in ran.out
