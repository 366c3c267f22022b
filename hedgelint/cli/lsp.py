"""`hedgelint lsp`."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import CONFIG, NO_CONFIG, RULES, TRACEBACK
from hedgelint.errors import HedgelintError


@click.command("lsp", short_help="A language server, for editors: findings as you type.")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it does anyway.")
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(stdio: bool, config: Path | None, no_config: bool, rules: tuple[Path, ...], traceback: bool) -> None:
    """Started by an editor, not by hand: docs/editors.md says how for Neovim, Helix, Zed, Emacs and VS Code."""
    try:
        from hedgelint.lsp.offered import server
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        hint = "pip install 'hedgelint[lsp]'"
        raise HedgelintError(f"the language server needs {error.name}, which is not installed", hint=hint) from None
    # Whatever else writes to standard output, a stray print in a library, goes to the log: the editor reads protocol.
    protocol = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    made = server(partial(desk_of, config, no_config, rules))
    made.start_io(sys.stdin.buffer, protocol)
