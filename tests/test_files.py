"""The door to the disk: whole or not at all, and never over what was read."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hedgelint.errors import InputError
from hedgelint.files import read_bytes, walk, write_whole

STORY = "Experts say the bridge is unsafe.\n"


def run(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hedgelint", "--no-config", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False, **more)  # type: ignore[call-overload,no-any-return]


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".part"))


def test_a_file_is_replaced_whole_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert left_behind(tmp_path) == []


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "like").write_text("")
    write_whole(tmp_path / "out", b"new")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "like").stat().st_mode


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_another_file_that_is_called_part_is_no_victim(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    (tmp_path / "out.part").write_text("somebody's")
    write_whole(tmp_path / "out", b"new")
    assert (tmp_path / "out.part").read_text() == "somebody's"


def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    read, write = os.pipe()
    write_whole(f"/dev/fd/{write}", b"told")
    os.close(write)
    assert os.read(read, 10) == b"told"
    os.close(read)


def test_a_setuid_bit_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    path.chmod(0o4755)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o755


@pytest.mark.parametrize(
    "kind", ["folder", "hard link", "read-only", "input", "input by another name", "nowhere", "NUL"]
)
def test_what_is_refused_is_left_as_it_was(kind: str, tmp_path: Path) -> None:
    path: Path | str = tmp_path / "out"
    (tmp_path / "out").write_text("old")
    inputs: list[Path] = []
    if kind == "folder":
        path = tmp_path / "folder"
        path.mkdir()
    elif kind == "hard link":
        os.link(tmp_path / "out", tmp_path / "other")
    elif kind == "read-only":
        (tmp_path / "out").chmod(0o444)
    elif kind == "input":
        inputs = [tmp_path / "out"]
    elif kind == "input by another name":
        (tmp_path / "link").symlink_to("out")
        inputs = [tmp_path / "link"]
    elif kind == "nowhere":
        path = tmp_path / "no" / "out"
    else:
        path = f"{tmp_path}/a\0b"
    with pytest.raises(InputError):
        write_whole(path, b"new", inputs)
    assert (tmp_path / "out").read_text() == "old"
    assert left_behind(tmp_path) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(InputError, match="not a regular file"):
        read_bytes(tmp_path / "a.txt", 10)


def test_what_is_larger_than_the_limit_is_refused_with_both(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_500_001)
    with pytest.raises(InputError, match=r"2\.5 MB is too large for a story \(at most 2\)"):
        read_bytes(tmp_path / "a.txt", 2_500_000)
    assert len(read_bytes(tmp_path / "a.txt", 2_500_001)) == 2_500_001


def test_a_walk_tells_what_it_could_not_look_at(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "c.md").write_text(STORY)
    (tmp_path / "no").mkdir()
    (tmp_path / "no" / "d.txt").write_text(STORY)
    os.mkfifo(tmp_path / "a.txt")
    found = list(walk(str(tmp_path), lambda path: path.endswith(".txt"), lambda path: not path.endswith("no")))
    assert [str(one) if isinstance(one, InputError) else Path(one).name for one in found] == [
        f"{tmp_path / 'a.txt'}: not a regular file, and not read",
        "b.txt",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (found,) = walk(str(tmp_path), lambda path: True, lambda path: True)
    assert isinstance(found, InputError)


def test_ctrl_c_is_no_finding(tmp_path: Path) -> None:
    """The run is held up by a pipe of sources' making: standard input that never ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hedgelint", "--no-config", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What runs behind a shell's back has the signal switched off, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode in (130, -signal.SIGINT), told
    assert b"Traceback" not in told


def test_a_reader_that_has_gone_is_no_finding_either(tmp_path: Path) -> None:
    """The schema of the rules is more than a pipe holds."""
    command = [sys.executable, "-m", "hedgelint", "schema", "rule"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, told = process.communicate(timeout=30)
    assert process.returncode == 141, told
    assert told == b""


ESCAPE = "\x1b]0;x\x07\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", ESCAPE],
        ["--select", ESCAPE, "story.txt"],
        ["--rules", f"{ESCAPE}.yaml", "story.txt"],
        ["--scale", ESCAPE, "story.txt"],
        ["annotate", "--encoding", ESCAPE, "story.txt"],
        ["annotate", f"{ESCAPE}.txt"],
        ["sources", f"{ESCAPE}.txt"],
        ["init", ESCAPE],
        ["lint", f"--{ESCAPE}"],
    ],
    ids=lambda arguments: " ".join(arguments).replace(ESCAPE, "ESC"),
)
def test_nothing_of_a_strangers_reaches_the_terminal_raw(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    out = run(*[a for a in arguments if a != "--no-config"], cwd=tmp_path) if arguments[0].startswith("--") else None
    if out is None:
        command = [sys.executable, "-m", "hedgelint", *arguments]
        # FORCE_COLOR: through a pipe the escapes would be taken out on the way.
        out = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "FORCE_COLOR": "1"}
        )
    assert "\x1b]" not in out.stdout + out.stderr
    assert "\u202e" not in out.stdout + out.stderr
    assert "Traceback" not in out.stderr


def test_one_stray_byte_does_not_switch_the_marks_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Rain\n“It leaks,“ Jo Hale said at the café.".encode() + b"\xff\n")
    out = run("a.txt", cwd=tmp_path)
    assert out.returncode == 2
    assert "reversed-quotation-mark" in out.stdout
    assert "a.txt:2:38: problem: a byte that is no UTF-8" in out.stdout


def test_what_is_windows_1252_is_read_as_that(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“It leaks,” Jo Hale said at the café, and left it open.".encode("cp1252"))
    out = run("a.txt", cwd=tmp_path)
    assert out.returncode == 0
    assert "read as Windows-1252" in out.stdout


def test_a_table_of_results_is_no_foreign_language(tmp_path: Path) -> None:
    rows = "".join(f"- Karvia Rovers {n} Brannock Athletic {n + 1} Vellin Ostrava Nordmark\n" for n in range(30))
    (tmp_path / "a.txt").write_text(f"{rows}\nThe council met on Tuesday to look at the roof.\n\n{STORY}")
    out = run("a.txt", cwd=tmp_path)
    assert out.returncode == 1
    assert "vague-source" in out.stdout


def test_results_line_by_line_are_no_foreign_language_either(tmp_path: Path) -> None:
    rows = "".join(f"Karvia Rovers {n} Brannock Athletic {n + 1}\n" for n in range(30))
    (tmp_path / "a.txt").write_text(f"Results\n\n{rows}\nExperts say the roof leaks.\n\nIt is believed to be old.\n")
    out = run("a.txt", cwd=tmp_path)
    assert (out.returncode, "vague-source" in out.stdout) == (1, True)


def test_json_is_json_whatever_the_terminal_can_write(tmp_path: Path) -> None:
    (tmp_path / "\U0001f600é.txt").write_text("Experts say the \U0001f600 café is unsafe.\n", encoding="utf-8")
    for encoding in ("latin-1", "cp1252"):
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        command = [sys.executable, "-m", "hedgelint", "--no-config", "--format", "json", "."]
        out = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=env)
        assert json.loads(out.stdout.decode(encoding))["stories"][0]["path"] == "\U0001f600é.txt"


def test_a_diff_on_a_terminal_shows_what_a_story_hides_and_is_itself_in_a_pipe(tmp_path: Path) -> None:
    import pty

    (tmp_path / "a.txt").write_text("“It leaks,“ Jo Hale \x1b]0;x\x07said.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "hedgelint", "--no-config", "--diff", "a.txt"]
    subprocess.run(command, cwd=tmp_path, stdout=theirs, check=False)
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # what a terminal says at its end
        while piece := os.read(ours, 65536):
            told += piece
    os.close(ours)
    assert b"+\xe2\x80\x9cIt leaks,\xe2\x80\x9d" in told
    assert b"\x1b" not in told
    assert b"\x07" not in told
    assert "\x1b]0;x\x07" in run("--diff", "a.txt", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--stdin-filename", "x" * 300, "-"],
        ["--config", "x" * 300, "a.txt"],
        *(["--encoding", name, "a.txt"] for name in ("punycode", "undefined", "idna", "rot13", "hex", "zip")),
    ],
    ids=lambda arguments: " ".join(arguments)[:40],
)
def test_nothing_that_is_asked_for_is_a_fault_of_the_programs_own(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY + "é", encoding="utf-8")
    out = subprocess.run(
        [sys.executable, "-m", "hedgelint", *arguments], cwd=tmp_path, capture_output=True, text=True, input=STORY,
        check=False,
    )  # fmt: skip
    assert out.returncode in (1, 2)
    assert "fault of hedgelint" not in out.stdout + out.stderr


@pytest.mark.parametrize("shell", [">&-", ">/dev/full"])
def test_what_cannot_be_written_is_said_and_no_finding(shell: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.\n", encoding="utf-8")
    command = f"{sys.executable} -m hedgelint --no-config a.txt {shell}"
    out = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert out.returncode == 2
    assert out.stderr.startswith("hedgelint: cannot write: ")


def test_records_whose_names_no_file_can_have_are_linted_like_others(tmp_path: Path) -> None:
    records = [
        {"id": "a\0", "text": STORY, "sources": ["x"]},
        {"id": "\ud800", "text": STORY, "sources": ["x"]},
        {"id": "b", "text": STORY, "sources": ["x\0"]},
        {"id": "c", "text": STORY},
    ]
    lines = [*map(json.dumps, records), "[" * 50_000, json.dumps({"id": "d", "text": STORY})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = run("a.jsonl", "--format", "json", cwd=tmp_path)
    told = json.loads(out.stdout)
    assert len(told["findings"]) == 5
    assert len(told["problems"]) == 4
    assert "fault" not in out.stdout


def test_a_table_with_tabs_is_no_foreign_language_either(tmp_path: Path) -> None:
    rows = "".join(f"Karvia Rovers {n}\tBrannock Athletic {n + 1}\n" for n in range(30))
    (tmp_path / "a.txt").write_text(f"{rows}\n{STORY}", encoding="utf-8")
    assert "vague-source" in run("a.txt", cwd=tmp_path).stdout
