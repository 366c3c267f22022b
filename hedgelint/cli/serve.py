"""`hedgelint serve`."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import CONFIG, NO_CONFIG, RULES, TRACEBACK
from hedgelint.cli.terminal import say
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.errors import HedgelintError, InputError


@click.command("serve", short_help="The X-ray of what you paste or drop, live, in your browser.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen. [127.0.0.1: this machine only]")
@click.option("--port", type=click.IntRange(0, 65535), default=8731, metavar="N", help="0 takes a free one. [8731]")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="A name it may be called by. Repeatable.")
@click.option("--open/--no-open", "show", default=False, help="Show it in the browser.")
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(
    host: str,
    port: int,
    names: tuple[str, ...],
    show: bool,
    config: Path | None,
    no_config: bool,
    rules: tuple[Path, ...],
    traceback: bool,
) -> None:
    """A page on this machine: paste or drop a story and its sources, see the X-ray, try a rule. Ctrl-C ends it.

    Nobody else can reach it unless --host says so; nothing is sent elsewhere, and what it reads is gone with it.
    """
    try:
        import uvicorn

        from hedgelint.serve.app import LOOPBACK, application
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("starlette", "uvicorn", "anyio"):
            raise
        hint = "pip install 'hedgelint[serve]'"
        raise HedgelintError(f"the server needs {error.name}, which is not installed", hint=hint) from None

    def make(layer: Layer, more: tuple[Path, ...]) -> Desk:
        return desk_of(config, no_config, (*rules, *more), command=layer)

    bound = _bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{bound.getsockname()[1]}/"
    if host not in ("127.0.0.1", "::1", "localhost"):
        say("hedgelint: whoever reaches this machine can use it, and it speaks without encryption", err=True)
    with tempfile.TemporaryDirectory(prefix="hedgelint-", ignore_cleanup_errors=True) as folder:
        os.environ["HEDGELINT_CACHE_DIR"] = folder  # what it makes of rules and sources goes with it
        app = application(make, (*LOOPBACK, shown, *names))
        say(f"{address} until Ctrl-C")
        if show:
            click.launch(address)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        server.run(sockets=[bound])


def _bound(host: str, port: int) -> socket.socket:
    """Raises InputError where nothing can listen there."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)  # who asks before it is up waits
    except OSError as error:
        hint = "--port 0 takes a free one"
        raise InputError(f"cannot listen at {host}:{port}: {error.strerror or error}", hint=hint) from None
    return made
