"""The server's standard output is protocol and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

pytest.importorskip("pygls", reason="the language server is an extra: pip install hedgelint[lsp]")

# A library that writes where only the protocol may, in Python and below it.
STRAY = """
import os, sys
import hedgelint.lsp.reading as reading
look = reading.Reading.look
def loud(*args):
    print("a stray word")
    os.write(1, b"another")
    return look(*args)
reading.Reading.look = loud
sys.argv = ["hedgelint", "lsp", "--stdio"]
from hedgelint.cli import main
main()
"""
HEADER = re.compile(rb"Content-Length: (\d+)\r\nContent-Type: [^\r]*\r\n\r\n|Content-Length: (\d+)\r\n\r\n")


def message(**body: object) -> bytes:
    content = json.dumps({"jsonrpc": "2.0", **body}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(content), content)


def answers(out: bytes) -> list[dict[str, object]]:
    """Every byte of it has to be a message."""
    found, at = [], 0
    while at < len(out):
        header = HEADER.match(out, at)
        assert header is not None, out[at : at + 80]
        end = header.end() + int(header[1] or header[2])
        found.append(json.loads(out[header.end() : end]))
        at = end
    return found


def ran(*messages: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "hedgelint", "lsp"]
    return subprocess.run(command, input=b"".join(messages), capture_output=True, timeout=60)


def asked(program: str, *messages: bytes, until: bytes) -> tuple[bytes, bytes]:
    """What is written until this has come, the editor listening all the while, and what is in the log."""
    with subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, stderr=PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b"".join(messages))
        server.stdin.flush()
        out = b""
        while until not in out:
            piece = os.read(server.stdout.fileno(), 65536)
            assert piece
            out += piece
        rest, log = server.communicate(timeout=60)
    return out + rest, log


INITIALIZE = message(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
OPEN = message(
    method="textDocument/didOpen",
    params={
        "textDocument": {"uri": "file:///a.txt", "languageId": "text", "version": 1, "text": "Experts say so. \ud800"}
    },
)
HOVER = message(
    id=2,
    method="textDocument/hover",
    params={"textDocument": {"uri": "file:///a.txt"}, "position": {"line": 0, "character": 1}},
)
END = message(id=3, method="shutdown") + message(method="exit")


def test_stray_output_does_not_reach_the_editor() -> None:
    out, log = asked(STRAY, INITIALIZE, message(method="initialized", params={}), OPEN, HOVER, until=b'"id": 2')
    assert "vague" in json.dumps([one for one in answers(out) if one.get("id") == 2])
    assert b"a stray word" in log
    assert b"another" in log


def test_an_editor_that_goes_without_a_word_takes_the_server_along() -> None:
    got = ran(INITIALIZE)
    assert answers(got.stdout)[0]["id"] == 1
    assert got.returncode == 0


def test_after_shutdown_it_leaves() -> None:
    got = ran(INITIALIZE, END)
    assert [one.get("id") for one in answers(got.stdout)] == [1, 3]
    assert got.returncode == 0


def test_what_is_no_json_is_told_and_the_next_message_answered() -> None:
    broken = b"Content-Length: 5\r\n\r\n{oops"
    unknown = message(id=9, method="textDocument/nonsense", params={})
    got = ran(INITIALIZE, broken, unknown, END)
    told = answers(got.stdout)
    assert {one.get("id") for one in told} >= {1, 9, 3}
    assert "error" in next(one for one in told if one.get("id") == 9)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    for name in ("pygls", "lsprotocol"):
        (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('gone', name='{name}')\n", encoding="utf-8")
    got = subprocess.run(
        [sys.executable, "-m", "hedgelint", "lsp"], capture_output=True, env={"PYTHONPATH": str(tmp_path)}, timeout=60
    )
    assert got.returncode == 2
    assert got.stdout == b""
    assert b"pip install 'hedgelint[lsp]'" in got.stderr
    assert b"Traceback" not in got.stderr
