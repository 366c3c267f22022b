"""The server: what it answers, whom it refuses, and that nothing stays."""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the server is an extra: pip install hedgelint[serve]")
pytest.importorskip("starlette", reason="the server is an extra: pip install hedgelint[serve]")

from hedgelint.serve import app
from tests.report.test_xray import ATTRIBUTES, CONTROLS, PIECES, TAGS, Reader
from tests.samples.write import word
from tests.serve.served import ask, served

RULE = """id: house-word
title: A word that our house does not use
category: wording
severity: warning
kind: phrase
phrases: [utilise, utilised]
message: "“{match}”: write use"
why: The short word says the same.
examples:
  bad:
    - The council [[utilised]] the hall.
  good:
    - The council used the hall.
"""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served() as port:
        yield port


def text(words: str, name: str = "story.txt") -> dict[str, str]:
    return {"name": name, "text": words}


def test_a_pasted_story(port: int) -> None:
    answer = ask(port, {"story": text("Experts say the bridge is unsafe.")})
    assert answer.status == 200
    assert "“Experts say” names nobody" in answer.data["html"]
    assert answer.data["rule"] == ""
    assert answer.headers["cache-control"] == "no-store"


def test_a_file_of_any_format_and_its_sources(port: int) -> None:
    answer = ask(port, {"story": {"name": "a.docx", "base64": b64encode(word()).decode()}})
    assert "Experts say" in answer.data["html"]
    said = text("Ms Hale: We asked for it in May.", "said.txt")
    answer = ask(port, {"story": text("“We begged for it in May,” said Jo Hale."), "sources": [said]})
    assert "<del>asked</del>" in answer.data["html"]
    assert "said.txt" in answer.data["html"]
    assert tempfile.gettempdir() not in answer.data["html"].replace("said.txt", "")


def test_what_cannot_be_read_is_told(port: int) -> None:
    answer = ask(port, {"story": {"name": "a.docx", "base64": b64encode(word()[:500]).decode()}})
    assert answer.status == 200
    assert '<p class="problem">' in answer.data["html"]
    answer = ask(port, {"story": text("It is shut."), "sources": [{"name": "b.pdf", "base64": "AAAA"}]})
    assert answer.status == 200
    assert "b.pdf" in answer.data["html"] + answer.data.get("error", "")


def test_a_rule_on_the_spot(port: int) -> None:
    story = text("The council utilised the hall.")
    answer = ask(port, {"story": story, "rule": RULE})
    assert "<b>house-word</b>: 2 examples, all as they should be" in answer.data["rule"]
    assert "“utilised”: write use" in answer.data["html"]
    answer = ask(port, {"story": story, "rule": RULE.replace("council used", "council utilised")})
    assert "the rule speaks where it must be silent" in answer.data["rule"]
    answer = ask(port, {"story": story, "rule": RULE.replace("kind: phrase", "kind: phrases")})
    assert re.search(r"Not a rule yet:</p><ul><li>\d+:\d+: ", answer.data["rule"])
    assert "write use" not in answer.data["html"]
    assert "write use" not in ask(port, {"story": story}).data["html"]
    for odd in ("- 1", "id: [", "\x00", "&a [*a]", "words: {}", "!!python/object:os.system x"):
        answer = ask(port, {"story": story, "rule": odd})
        assert answer.status == 200, answer.data
        assert 'class="problem"' in answer.data["rule"], odd


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "an object is wanted"),
        (b"{}", "story: an object"),
        (b'{"story": 1}', "story: an object"),
        (b'{"story": {"text": "a", "base64": "b"}}', "story: an object"),
        (b'{"story": {"text": 1}}', "are strings"),
        (b'{"story": {"base64": "%%%"}}', "no base64"),
        (b'{"story": {"text": "a"}, "sources": 1}', "sources: a list"),
        (b'{"story": {"text": "a"}, "sources": [1]}', "sources[0]: an object"),
        (b'{"story": {"text": "a"}, "rule": 1}', "rule: a string"),
        (b'{"story": {"text": "a"}, "path": "/etc/passwd"}', "unknown: path"),
    ],
)
def test_what_is_no_question_is_told(port: int, body: bytes, told: str) -> None:
    answer = ask(port, body)
    assert answer.status == 400
    assert told in answer.data["error"]


def test_half_a_letter_in_the_json(port: int) -> None:
    body = rb'{"story": {"name": "\ud800.txt", "text": "Experts say it is \ud83d unsafe."}, "rule": "\udfff"}'
    answer = ask(port, body)
    assert answer.status == 200
    assert "names nobody" in answer.data["html"]


def test_who_is_refused(port: int) -> None:
    story = {"story": text("It is shut.")}
    assert ask(port, story, {"Host": "evil.test"}).status == 400
    assert ask(port, story, {"Host": f"localhost:{port}"}).status == 200
    assert ask(port, story, {"Host": f"[::1]:{port}"}).status == 200
    assert ask(port, story, {"Origin": "https://evil.test"}).status == 403
    assert ask(port, story, {"Origin": "null"}).status == 403
    assert ask(port, story, {"Origin": f"http://127.0.0.1:{port}"}).status == 200
    assert ask(port, story, {"Content-Type": "text/plain"}).status == 415
    assert ask(port, b"a=b", {"Content-Type": "application/x-www-form-urlencoded"}).status == 415
    assert ask(port, story, path="/").status == 405
    assert ask(port, story, path="/../etc/passwd").status == 404


def test_what_is_too_large_is_refused_before_it_is_read(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "LARGEST", 1_000_000)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("POST", "/xray")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", "99000000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    pieces = (b" " * 100_000 for _ in range(30))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("POST", "/xray", pieces, {"Content-Type": "application/json"}, encode_chunked=True)
        assert connection.getresponse().status == 413
    except (ConnectionError, http.client.HTTPException):
        pass  # it hung up in the middle, as it may
    connection.close()
    assert ask(port, {"story": text("It is shut.")}).status == 200


def test_one_who_leaves_in_the_middle_is_no_matter(port: int) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", port)) as raw:
            raw.sendall(b"POST /xray HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n")
            raw.sendall(b'Content-Length: 1000\r\n\r\n{"story"')
    assert ask(port, {"story": text("It is shut.")}).status == 200


def test_of_two_thousand_hostile_strings_none_is_markup(port: int) -> None:
    chance = random.Random(4)
    pieces = [*(piece.strip("\n") for piece in PIECES.split("|")), *CONTROLS]
    for _ in range(20):
        strings = ["".join(chance.choices(pieces, k=chance.randrange(1, 6))) for _ in range(100)]
        story = text("\n\n".join(f"Experts say {one} is likely." for one in strings), strings[0])
        sources = [text(f"Jo Hale: {one}", one) for one in strings[:3]]
        answer = ask(port, {"story": story, "sources": sources, "rule": strings[1]})
        assert answer.status == 200, answer.data
        for html in answer.data.values():
            read = Reader(html)
            assert read.tags <= TAGS - {"script", "style", "meta", "input"}
            assert read.attributes <= ATTRIBUTES
            assert not any(sign in html for sign in "\x1b\u202e\0\ud800")


def test_nothing_stays_and_names_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "in"))
    (tmp_path / "in").mkdir()
    with served() as port:
        for name in (
            "../../out.txt",
            "/out.txt",
            "..\\..\\out.txt",
            "C:\\out.txt",
            "..",
            "",
            "a/../../out.txt",
            "n\0.txt",
        ):
            answer = ask(port, {"story": text("“It is shut,” said Jo."), "sources": [text("Jo: It is shut.", name)]})
            assert answer.status == 200, name
        held = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert all(path.is_relative_to(tmp_path / "in") for path in held)
    assert list(tmp_path.rglob("*")) == [tmp_path / "in"]


def test_the_page_lets_in_itself_and_nothing_else(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/")
    answer = connection.getresponse()
    html = answer.read().decode()
    connection.close()
    assert answer.getheader("x-frame-options") == "DENY"
    assert "default-src &#x27;none&#x27;" in html
    assert "connect-src &#x27;self&#x27;" in html
    assert not re.search(r"(?:src|href)=\"?https?:", html)


def test_the_command_says_where_it_is_and_goes_with_ctrl_c(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "hedgelint", "serve", "--port", "0", "--no-config"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        # What runs behind a shell's back has the signal switched off, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert running.stdout is not None
    said = running.stdout.readline()
    try:
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/ until Ctrl-C\n", said)
        assert found is not None
        assert "names nobody" in ask(int(found[1]), {"story": text("Experts say so.")}).data["html"]
    finally:
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=30)
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = subprocess.run(
            [sys.executable, "-m", "hedgelint", "serve", "--port", str(port)], capture_output=True, text=True
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"hedgelint: cannot listen at 127.0.0.1:{port}: ")
