"""How long a writer waits: from a key to the findings of the text with it, through the language server.

    python benchmarks/lsp.py [--edits 200] [--debounce 200]

A story of 5 KB and one of 50 KB, put together from the example stories, are edited a letter at a time; each edit waits
for the findings of its own version. In turn with every edit a desk that is kept lints the same text in this process, so
that a busy machine is unkind to both. The wait is to be no more than the debounce and three such lints at the 99th of
a hundred (exit 1).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from hedgelint import Desk, lint_text

EXAMPLES = Path(__file__).parent.parent / "examples"
URI = "file:///desk/story.txt"


def story(size: int) -> str:
    """About so many bytes."""
    pieces = [path.read_text(encoding="utf-8").strip() for path in sorted(EXAMPLES.glob("*.txt"))]
    whole = "\n\n".join(pieces * (1 + size // sum(map(len, pieces))))
    return whole[: whole.rindex("\n\n", 0, size) if size < len(whole) else len(whole)] + "\n"


class Client:
    """Speaks JSON-RPC with a server over its standard input and output."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "hedgelint", "lsp"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._in: BinaryIO = self._server.stdin  # type: ignore[assignment]
        self._out: BinaryIO = self._server.stdout  # type: ignore[assignment]

    def send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._in.flush()

    def read(self) -> dict[str, Any]:
        size = 0
        while (line := self._out.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self._out.read(size))
        return message

    def published(self, version: int) -> None:
        """Waits for the findings of a version."""
        while True:
            message = self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == version:
                return

    def end(self) -> None:
        self._in.close()
        self._server.wait(30)


def measured(text: str, edits: int, debounce: int) -> tuple[list[float], list[float]]:
    """Seconds of each edit through the server, and of each lint by a kept desk."""
    client, desk = Client(), Desk()
    options = {"debounce": debounce}
    start = {"processId": None, "rootUri": None, "capabilities": {}, "initializationOptions": options}
    client.send(id=1, method="initialize", params=start)
    client.read()
    client.send(method="initialized", params={})
    document = {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}
    client.send(method="textDocument/didOpen", params={"textDocument": document})
    client.published(1)
    lint_text(text, path="/desk/story.txt", desk=desk)
    waits, lints = [], []
    for edit in range(edits):
        place = (edit * 7919) % len(text)
        text = text[:place] + "abcdefg "[edit % 8] + text[place:]
        version = {"uri": URI, "version": edit + 2}
        began = time.perf_counter()
        client.send(
            method="textDocument/didChange", params={"textDocument": version, "contentChanges": [{"text": text}]}
        )
        client.published(edit + 2)
        waits.append(time.perf_counter() - began)
        began = time.perf_counter()
        lint_text(text, path="/desk/story.txt", desk=desk)
        lints.append(time.perf_counter() - began)
    client.end()
    return waits, lints


def percentile(values: Sequence[float], share: float) -> float:
    """In milliseconds."""
    return 1000 * sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--debounce", type=int, default=200, metavar="MS")
    given = parser.parse_args()
    print(f"{given.edits} edits each, debounce {given.debounce} ms; milliseconds")
    print(f"{'story':>8}  {'wait p50':>8}  {'p99':>6}  {'lint p50':>8}  {'p99':>6}  {'allowed p99':>11}")
    late = False
    for size in (5_000, 50_000):
        waits, lints = measured(story(size), given.edits, given.debounce)
        allowed = given.debounce + 3 * percentile(lints, 0.99)
        row = [percentile(times, share) for times in (waits, lints) for share in (0.5, 0.99)]
        late = late or row[1] > allowed
        wait, wait99, lint, lint99 = row
        print(f"{size / 1000:>5.0f} KB  {wait:>8.1f}  {wait99:>6.1f}  {lint:>8.1f}  {lint99:>6.1f}  {allowed:>11.1f}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
