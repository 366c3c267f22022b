"""What the server answers: each function takes a message of the protocol."""

from __future__ import annotations

import asyncio

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from hedgelint.lsp.actions import FIX_ALL, Abilities, actions_for, fix_all, wanted
from hedgelint.lsp.diagnostics import diagnostics_of
from hedgelint.lsp.hints import hints_in
from hedgelint.lsp.hover import hover_at
from hedgelint.lsp.server import Server, is_rules, is_yaml, watchers
from hedgelint.lsp.symbols import flat, symbols_of
from hedgelint.span import Span

_WATCHING = "hedgelint-files"


def initialize(ls: Server, params: lsp.InitializeParams) -> None:
    can = params.capabilities
    text, workspace, window = can.text_document, can.workspace, can.window
    edits = workspace.workspace_edit if workspace else None
    ls.pulls = bool(text and text.diagnostic)
    pushed = text.publish_diagnostics if text else None
    ls.related = bool((pushed and pushed.related_information) or (text and text.diagnostic))
    formats = text.hover.content_format if text and text.hover else None
    ls.plain = bool(formats) and lsp.MarkupKind.Markdown not in (formats or ())
    ls.can = Abilities(
        bool(edits and edits.document_changes),
        bool(edits and edits.document_changes and edits.snippet_edit_support),
        bool(window and window.show_document and window.show_document.support),
    )
    ls.configure(params.initialization_options)


async def initialized(ls: Server, params: lsp.InitializedParams) -> None:
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is not None and watching.dynamic_registration:
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers())
        registration = lsp.Registration(_WATCHING, lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        ls.client_register_capability(lsp.RegistrationParams([registration]))
    await ls.warm()


async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    await ls.tell(params.text_document.uri)


async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    uri = params.text_document.uri
    if not ls.pulls and await ls.settled(uri):
        await ls.tell(uri)


def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.looked.pop(uri, None)
    if not ls.pulls and not is_rules(uri):  # whose mistakes stand in them, open or not
        ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    if is_rules(params.text_document.uri):
        ls.renew()


def files_changed(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    ls.renew()


async def configured(ls: Server, params: lsp.DidChangeConfigurationParams) -> None:
    ls.configure(params.settings)
    ls.renew()


async def pulled(ls: Server, params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
    uri = params.text_document.uri
    if uri in ls.looked and not ls.fresh(ls.looked[uri]):
        while ls.open(uri) is not None and not await ls.settled(uri):
            pass
    looked = await ls.look(uri)
    if looked is None:
        return lsp.RelatedFullDocumentDiagnosticReport([])
    state = f"{looked.desk}.{ls.options.severity}.{looked.version}.{hash(looked.text):x}"
    if params.previous_result_id == state:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(state)
    return lsp.RelatedFullDocumentDiagnosticReport(
        diagnostics_of(looked, ls.options.severity, ls.related), result_id=state
    )


async def completion(ls: Server, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    """In rule and list files; a story wants none."""
    document = ls.open(params.text_document.uri)
    if document is None or not is_yaml(document.uri):
        return []
    from hedgelint.lsp.rule_files import completions

    return completions(document.source, ls.positions(document).offset(params.position))


def _hover_key(ls: Server, document: TextDocument, position: lsp.Position) -> lsp.Hover | None:
    from hedgelint.lsp.rule_files import key_at

    positions = ls.positions(document)
    told = key_at(document.source, positions.offset(position), ls.plain)
    return lsp.Hover(told[0], positions.range(Span(told[1], told[2]))) if told else None


async def hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    document = ls.open(params.text_document.uri)
    if document is not None and is_yaml(document.uri):
        return _hover_key(ls, document, params.position)
    looked = await ls.look(params.text_document.uri)
    if looked is None:
        return None
    offset = looked.positions.offset(params.position)
    return hover_at(looked, offset, ls.options.severity, ls.reading.rule, ls.plain)


async def actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction | lsp.Command]:
    looked = await ls.look(params.text_document.uri)
    if looked is None:
        return []
    stretch = looked.positions.span(params.range)
    found: list[lsp.CodeAction | lsp.Command] = [
        *actions_for(looked, stretch, params.context, ls.options.severity, ls.can)
    ]
    if wanted(params.context, FIX_ALL) and any(one.edits for one in looked.findings("info")):
        mended = await ls.worker.done(f"{looked.uri}\0mend", lambda: ls.reading.mended(looked))
        if mended is not None:
            found.append(fix_all(looked, mended, ls.can))
    return found


async def symbols(
    ls: Server, params: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    looked = await ls.look(params.text_document.uri)
    if looked is None:
        return []
    text = ls.client_capabilities.text_document
    outline = text.document_symbol if text else None
    found = await asyncio.to_thread(symbols_of, looked)
    return found if outline and outline.hierarchical_document_symbol_support else flat(looked, found)


async def hints(ls: Server, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
    looked = await ls.look(params.text_document.uri)
    return [] if looked is None else hints_in(looked, looked.positions.span(params.range), ls.options.hints)


def open_rule(ls: Server, rule: str) -> None:
    ls.open_rule(rule)
