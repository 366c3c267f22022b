"""The server: what an editor asks, and when a story is looked at."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from hedgelint.desk.desk import Desk
from hedgelint.errors import ConfigError, unforeseen
from hedgelint.lsp.actions import Abilities
from hedgelint.lsp.diagnostics import diagnostics_of, diagnostics_of_trouble
from hedgelint.lsp.looked import Looked
from hedgelint.lsp.options import Options
from hedgelint.lsp.positions import Positions
from hedgelint.lsp.reading import Reading
from hedgelint.lsp.worker import Worker
from hedgelint.version import __version__

_RULES = (".yaml", ".yml", ".toml")  # files whose change may change what is found
_WATCHED = ("**/*.{yaml,yml,toml}", "**/*.sources/**", "**/lexicon/*.txt")
log = logging.getLogger("hedgelint.lsp")


class Server(LanguageServer):
    """`looked` has each open story as it was last looked at; only the worker's thread touches the desk."""

    def __init__(self, make: Callable[[], Desk]) -> None:
        super().__init__("hedgelint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.reading = Reading(make)
        self.worker: Worker[Any] = Worker()
        self.options = Options()
        self.can = Abilities()
        self.looked: dict[str, Looked] = {}
        self.pulls = self.related = self.plain = False
        self._told: set[str] = set()  # mistakes that the user has been shown
        self._marked: set[str] = set()  # files of rules and settings that bear a diagnostic
        self._stale = False
        self._renewing: asyncio.Task[None] | None = None

    def open(self, uri: str) -> TextDocument | None:
        """Only what the editor holds: what it has closed is never read from the disc."""
        held: TextDocument | None = self.workspace.text_documents.get(uri)
        return held

    async def look(self, uri: str, *, again: bool = True) -> Looked | None:
        """The story as it is now; None where it has been closed, or has changed on the way and not `again`."""
        while self.open(uri) is not None:
            kept = self.looked.get(uri)
            if kept is not None and self.fresh(kept):
                return kept
            looked = await self.worker.done(uri, lambda: self._look(uri))
            if looked is not None and self.open(uri) is not None:
                self.looked[uri] = looked
                self.tell_troubles()
            if not again and looked is not None and not self.fresh(looked):
                return None
        return None

    def fresh(self, looked: Looked) -> bool:
        document = self.open(looked.uri)
        now = document is not None and looked.version == document.version and looked.text == document.source
        return now and looked.desk == self.reading.desk

    def _look(self, uri: str) -> Looked | None:
        """In the worker's thread, with the text as it is when its turn has come."""
        document = self.open(uri)
        if document is None:
            return None
        version, text = document.version, document.source
        encoding = lsp.PositionEncodingKind(self.workspace.position_encoding)
        return self.reading.look(uri, self._path(uri), document.language_id or "", version, text, encoding)

    def _path(self, uri: str) -> str:
        """Of an unsaved text the one it would have in the folder that is open."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if path:
            return path
        name = uri.rpartition(":")[2].rpartition("/")[2] or "untitled"
        return str(Path(self.workspace.root_path or ".") / name)

    def positions(self, document: TextDocument) -> Positions:
        """Of a text as it is now, in the client's units."""
        return Positions(document.source, lsp.PositionEncodingKind(self.workspace.position_encoding))

    async def settled(self, uri: str) -> bool:
        """After the pause that ends typing: whether nothing has been typed in it."""
        document = self.open(uri)
        version = document.version if document is not None else None
        await asyncio.sleep(self.options.pause)
        document = self.open(uri)
        return document is not None and document.version == version

    async def tell(self, uri: str) -> None:
        """Looks at a story and publishes what was found, unless it has changed on the way or the client asks itself."""
        looked = None if self.pulls or is_rules(uri) else await self.look(uri, again=False)
        if looked is not None and self.fresh(looked):
            found = diagnostics_of(looked, self.options.severity, self.related)
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, looked.version))

    async def warm(self) -> None:
        """Reads the rules before the first story wants them."""
        await self.worker.done("\0desk", self._checked)
        self.tell_troubles()

    def _checked(self) -> bool:
        self.reading.check(self._here)
        return True

    @property
    def _here(self) -> str:
        return str(Path(self.workspace.root_path or ".") / "story.txt")

    def renew(self) -> None:
        """Rules or settings have changed; many files may change at once, and again while they are being read."""
        self._stale = True
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.ensure_future(self._renew())

    async def _renew(self) -> None:
        while self._stale:
            await asyncio.sleep(self.options.pause)
            self._stale = False
            await self.worker.done("\0desk", self._renewed)
            for uri in list(self.workspace.text_documents):
                await self.tell(uri)
            self.tell_troubles()
            self._told &= self.reading.troubles.keys()
            self._refresh()

    def _renewed(self) -> bool:
        self.reading.renew(self._here)
        return True

    def _refresh(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace is None:
            return
        if self.pulls and workspace.diagnostics is not None and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)
        if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    def tell_troubles(self) -> None:
        """Each mistake in rules and settings is shown once, and stands in its file until it is mended."""
        troubles = dict(self.reading.troubles)
        by_file: dict[str, list[lsp.Diagnostic]] = {}
        for text, error in troubles.items():
            self.show(text)
            for uri, diagnostic in diagnostics_of_trouble(error):
                by_file.setdefault(uri, []).append(diagnostic)
        for uri in sorted(self._marked - by_file.keys()):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))
        for uri, found in by_file.items():
            if uri not in self._marked:
                self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found))
        self._marked = set(by_file)

    def show(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"hedgelint: {text}"))

    def configure(self, given: object) -> None:
        try:
            self.options = self.options.changed(given)
        except ConfigError as error:
            self.show(str(error))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A fault of the program's own, once for each; its traceback is in the log."""
        log.error("%s", error)
        self.show(f"{unforeseen(error).message.splitlines()[0]:.200}")

    def open_rule(self, name: str) -> None:
        from hedgelint.cache import cache_folder
        from hedgelint.manual.pages import rule_page

        rule = self.reading.rule(name)
        if rule is None:
            self.show(f"there is no rule “{name}”")
            return
        page = cache_folder() / "rules" / f"{rule.id}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(rule_page(rule), encoding="utf-8")
        self.window_show_document(lsp.ShowDocumentParams(from_fs_path(str(page)) or "", take_focus=True))


def is_rules(uri: str) -> bool:
    return uri.endswith(_RULES)


def is_yaml(uri: str) -> bool:
    return uri.endswith((".yaml", ".yml"))


def watchers() -> list[lsp.FileSystemWatcher]:
    return [lsp.FileSystemWatcher(pattern) for pattern in _WATCHED]
