"""A server with all that it offers, by the names of the protocol."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types as lsp

from hedgelint.desk.desk import Desk
from hedgelint.lsp import features
from hedgelint.lsp.actions import FIX_ALL, OPEN_RULE
from hedgelint.lsp.server import Server


def server(make: Callable[[], Desk]) -> Server:
    """Ready to start; `make` makes a desk."""
    made = Server(make)
    made.feature(lsp.INITIALIZE)(features.initialize)
    made.feature(lsp.INITIALIZED)(features.initialized)
    made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(features.opened)
    made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(features.changed)
    made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(features.closed)
    made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(features.saved)
    made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(features.files_changed)
    made.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)(features.configured)
    made.feature(
        lsp.TEXT_DOCUMENT_DIAGNOSTIC,
        lsp.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="hedgelint"),
    )(features.pulled)
    made.feature(lsp.TEXT_DOCUMENT_HOVER)(features.hover)
    made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions())(features.completion)
    made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, FIX_ALL]))(
        features.actions
    )
    made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(features.symbols)
    made.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)(features.hints)
    made.command(OPEN_RULE)(features.open_rule)
    return made
