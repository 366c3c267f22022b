"""What writers see in their editors: five clients, with what each can do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

pytest.importorskip("pytest_lsp", reason="the language server’s tests are an extra: pip install hedgelint[faces]")

import pytest_asyncio
from lsprotocol import types as lsp

from hedgelint import lint_text
from tests.lsp.editors import EDITORS, Editor, applied, editor, edits_of, soon

pytestmark = pytest.mark.asyncio(loop_scope="module")

STORY = """Bridge may shut for a year 😀

Experts say 😀 the bridge is unsafe.

Jo Hale, the mayor, said the bridge would probably shut on Friday. “We have no choice,” she said.

The council said that "the bridge is fine”.
"""
UNITS = {"none": "utf-16", "neovim": "utf-8", "emacs": "utf-32", "visual-studio-code": "utf-16"}


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=EDITORS)
async def here(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    folder = tmp_path_factory.mktemp("desk")
    async with editor(request.param, folder, {"debounce": 50}) as one:
        yield one


def units(kind: str) -> str:
    return UNITS.get(kind, "utf-16")


def position(text: str, offset: int, kind: str) -> lsp.Position:
    line = text.count("\n", 0, offset)
    words = text[text.rfind("\n", 0, offset) + 1 : offset]
    name, wide = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[units(kind)]
    return lsp.Position(line, len(words.encode(name)) // wide)


async def test_a_story_in_an_editor(here: Editor) -> None:
    kind = here.kind
    uri, found = await here.found("a.txt", STORY)
    result = lint_text(STORY, path=str(here.folder / "a.txt"))
    wanted = [one for one in result.findings if one.severity != "info"]
    assert len(wanted) >= 3
    told = [one for one in found if one.code]
    assert [(one.code, one.message, one.range) for one in told] == [
        (
            one.rule,
            one.message,
            lsp.Range(position(STORY, one.start.offset, kind), position(STORY, one.end.offset, kind)),
        )
        for one in wanted
    ]
    assert all(one.source == "hedgelint" for one in found)
    links = {one.rule: one.url for one in wanted if one.url}
    assert {one.code: one.code_description.href for one in told if one.code_description} == links

    # The rule under the pointer, its reason and its authority.
    place = position(STORY, STORY.index("Experts") + 2, kind)
    hover = await here.hover(uri, place.line, place.character)
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert "vague-source" in hover.contents.value.replace("\\", "")
    start = STORY.index("Experts")
    assert hover.range == lsp.Range(position(STORY, start, kind), position(STORY, start + len("Experts say"), kind))
    # A word of confidence and where it stands.
    place = position(STORY, STORY.index("probably") + 1, kind)
    hover = await here.hover(uri, place.line, place.character)
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert "%" in hover.contents.value
    # Who speaks, where the story has a pronoun only.
    place = position(STORY, STORY.index("We have") + 1, kind)
    hover = await here.hover(uri, place.line, place.character)
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert "Jo Hale" in hover.contents.value

    symbols = await soon(
        here.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri)))
    )
    assert symbols
    assert any(one.name.startswith("Jo Hale") for one in symbols)
    flat = not isinstance(symbols[0], lsp.DocumentSymbol)
    can = here.client.capabilities
    outline = can.text_document.document_symbol if can and can.text_document else None
    assert flat == (not (outline and outline.hierarchical_document_symbol_support))
    names = [one.name for one in symbols]
    if not flat:
        names += [child.name for one in symbols for child in one.children or ()]
    assert "“We have no choice,”" in names

    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    hints = await soon(
        here.client.text_document_inlay_hint_async(lsp.InlayHintParams(lsp.TextDocumentIdentifier(uri), whole))
    )
    assert [(one.position, one.label) for one in hints or ()] == [
        (position(STORY, STORY.index("” she said") + 1, kind), "— Jo Hale")
    ]


async def test_what_can_be_done_about_a_finding(here: Editor) -> None:
    kind = here.kind
    uri, found = await here.found("b.txt", STORY)
    (mixed,) = [one for one in found if one.code == "mixed-quotation-marks"]
    actions = await here.actions(uri, mixed.range)
    mend = next(one for one in actions if one.is_preferred)
    assert mend.title == 'Write “ for "'
    assert applied(STORY, edits_of(mend), units(kind)) == STORY.replace('"the', "“the")
    (waive,) = [one for one in actions if one.title == "Waive mixed-quotation-marks here, and say why"]
    waived = applied(STORY, edits_of(waive), units(kind)).replace("${1:say why}", "say why")
    before, after = STORY.split("The council")
    assert waived == f"{before}hedgelint: ignore mixed-quotation-marks -- say why\n\nThe council{after}"
    assert [
        one.suppressed is not None for one in lint_text(waived).findings if one.rule == "mixed-quotation-marks"
    ] == [True]
    assert all(action.diagnostics for action in actions if action.kind == lsp.CodeActionKind.QuickFix)

    # All at once, and only when asked for that.
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    (all_of_it,) = await here.actions(uri, whole, ["source.fixAll"])
    assert all_of_it.kind == "source.fixAll.hedgelint"
    assert applied(STORY, edits_of(all_of_it), units(kind)) == STORY.replace('"the', "“the")
    assert not await here.actions(uri, whole, ["refactor"])


async def test_findings_go_with_the_words(here: Editor) -> None:
    uri, found = await here.found("c.txt", STORY)
    assert "vague-source" in {one.code for one in found}
    mended = STORY.replace("Experts say 😀", "Jo Hale said")
    if here.pulls:
        first = await here.pull(uri)
        again = await here.pull(uri, first.result_id)
        assert again.kind == "unchanged"
        here.type(uri, mended)
        now = await here.pull(uri, first.result_id)
        assert now.kind == "full"
        assert "vague-source" not in {one.code for one in now.items}
    else:
        here.type(uri, mended)
        now = await here.published(uri, 2)
        assert "vague-source" not in {one.code for one in now.diagnostics}
        here.close(uri)
        gone = await here.published(uri)
        assert list(gone.diagnostics) == []
