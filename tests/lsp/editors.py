"""Editors as the tests play them: what each can do, and how it talks to the server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

# VS Code of today, as its language client of version 10 says it, in what matters to this server.
VSCODE = {
    "workspace": {
        "applyEdit": True,
        "workspaceEdit": {"documentChanges": True, "snippetEditSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
        "diagnostics": {"refreshSupport": True},
        "inlayHint": {"refreshSupport": True},
        "configuration": True,
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": False, "codeDescriptionSupport": True},
        "synchronization": {"dynamicRegistration": True, "didSave": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "source.fixAll"]}},
            "isPreferredSupport": True,
        },
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "inlayHint": {"dynamicRegistration": True},
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
    },
    "window": {"showDocument": {"support": True}, "workDoneProgress": True},
    "general": {"positionEncodings": ["utf-16"]},
}
EDITORS = ("none", "neovim", "emacs", "visual-studio-code", "vscode-today")
PATIENCE = 60  # seconds
Got = TypeVar("Got")
COMMAND = [sys.executable, "-m", "hedgelint", "lsp"]


def capabilities(editor: str) -> lsp.ClientCapabilities:
    if editor == "none":
        return lsp.ClientCapabilities()
    if editor == "vscode-today":
        return default_converter().structure(VSCODE, lsp.ClientCapabilities)
    return client_capabilities(editor)


class Editor:
    """A client with texts open in a folder."""

    def __init__(self, kind: str, client: LanguageClient, folder: Path) -> None:
        self.kind, self.client, self.folder = kind, client, folder
        self.versions: dict[str, int] = {}

    @property
    def pulls(self) -> bool:
        can = self.client.capabilities
        return can is not None and can.text_document is not None and can.text_document.diagnostic is not None

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        uri = self.uri(name)
        self.versions[uri] = 1
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, 1, text)))
        return uri

    def type(self, uri: str, text: str) -> None:
        self.versions[uri] += 1
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    async def published(self, uri: str, version: int | None = None) -> lsp.PublishDiagnosticsParams:
        """The next list of this text, or of this version of it."""
        while True:
            got = await soon(self.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS))
            if got.uri == uri and version in (None, got.version):
                return got

    async def pull(self, uri: str, previous: str | None = None) -> Any:
        return await soon(
            self.client.text_document_diagnostic_async(
                lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri), previous_result_id=previous)
            )
        )

    async def found(self, name: str, text: str, language: str = "plaintext") -> tuple[str, list[lsp.Diagnostic]]:
        """Opens a text; its uri and what was found, as this editor gets to know of it."""
        uri = self.open(name, text, language)
        if self.pulls:
            return uri, list((await self.pull(uri)).items)
        return uri, list((await self.published(uri)).diagnostics)

    async def hover(self, uri: str, line: int, character: int) -> lsp.Hover | None:
        return await soon(
            self.client.text_document_hover_async(
                lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(line, character))
            )
        )

    async def actions(self, uri: str, stretch: lsp.Range, only: list[str] | None = None) -> list[lsp.CodeAction]:
        got = await soon(
            self.client.text_document_code_action_async(
                lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), stretch, lsp.CodeActionContext([], only))
            )
        )
        return [one for one in got or () if isinstance(one, lsp.CodeAction)]


@asynccontextmanager
async def editor(
    kind: str, folder: Path, options: dict[str, Any] | None = None, command: list[str] | None = None
) -> AsyncIterator[Editor]:
    client = await ClientServerConfig(command or COMMAND).start()
    params = lsp.InitializeParams(capabilities(kind), root_uri=folder.as_uri(), initialization_options=options)
    try:
        await soon(client.initialize_session(params))
        yield Editor(kind, client, folder)
        await soon(client.shutdown_session())
    finally:
        if client._server is not None and client._server.returncode is None:
            client._server.kill()
        await client.stop()


async def soon(answer: Awaitable[Got]) -> Got:
    """An answer, or the test has failed: a server that is silent must not hang the tests."""
    return await asyncio.wait_for(answer, PATIENCE)


def applied(text: str, edits: list[Any], encoding: str = "utf-16") -> str:
    """The text with an answer's edits, whose places count in this encoding."""
    name = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    wide = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    lines = text.split("\n")

    def offset(at: lsp.Position) -> int:
        before = sum(len(line) + 1 for line in lines[: at.line])
        return (
            before + len(lines[at.line].encode(name)[: wide * at.character].decode(name))
            if at.line < len(lines)
            else len(text)
        )

    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        words = edit.new_text if isinstance(edit, lsp.TextEdit) else edit.snippet.value
        text = text[: offset(edit.range.start)] + words + text[offset(edit.range.end) :]
    return text


def edits_of(action: lsp.CodeAction) -> list[Any]:
    assert action.edit is not None
    if action.edit.changes is not None:
        (edits,) = action.edit.changes.values()
        return list(edits)
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, lsp.TextDocumentEdit)
    return list(change.edits)
