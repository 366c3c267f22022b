"""A server that runs beside the test, on a free port of this machine."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn

from hedgelint.config.find import Configs
from hedgelint.desk.desk import Desk
from hedgelint.serve.app import application


@contextmanager
def served() -> Iterator[int]:
    app = application(lambda layer, rules: Desk(Configs(none=True), layer, rules))
    bound = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False, lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)


class Answer:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = answer.status, dict(answer.getheaders()), answer.read()

    @property
    def data(self) -> Any:
        return json.loads(self.body)


def ask(port: int, body: Any, headers: Mapping[str, str] | None = None, *, path: str = "/xray") -> Answer:
    """What a page gets that posts this; bytes as they are, all else as JSON."""
    told = {"Host": f"127.0.0.1:{port}", "Content-Type": "application/json", **(headers or {})}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", path, body if isinstance(body, bytes) else json.dumps(body).encode(), told)
        return Answer(connection.getresponse())
    finally:
        connection.close()
