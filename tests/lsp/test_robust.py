"""Bad days: wrong positions, texts closed in the middle, many files, a long one, a slip in a rule, fast typing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pyromark
import pytest

pytest.importorskip("pytest_lsp", reason="the language server’s tests are an extra: pip install hedgelint[faces]")

import pytest_asyncio
from lsprotocol import types as lsp

from tests.lsp.editors import Editor, applied, editor, edits_of, soon

pytestmark = pytest.mark.asyncio(loop_scope="module")

VAGUE = "Experts say the bridge is unsafe."
RULE = """id: at-this-moment
title: The long way to say now
kind: swap
severity: suggestion
message: "“{match}” is “{prefer}”."
swap: {at this moment in time: now}
why: Five words for three letters.
examples:
  bad: ["The road is closed [[at this moment in time]]."]
  good: ["“The road is closed at this moment in time,” the officer said."]
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    async with editor("visual-studio-code", tmp_path_factory.mktemp("desk"), {"debounce": 50}) as one:
        yield one


def codes(found: lsp.PublishDiagnosticsParams) -> list[object]:
    return [one.code for one in found.diagnostics]


async def test_wrong_positions_and_unknown_texts_are_answered(here: Editor) -> None:
    uri = here.open("a.txt", VAGUE)
    await here.published(uri)
    for line, character in ((0, 2**31 - 1), (2**31 - 1, 0), (7, 7)):
        assert await here.hover(uri, line, character) is None
        stretch = lsp.Range(lsp.Position(line, character), lsp.Position(0, 0))
        await here.actions(uri, stretch)
    for unknown in ("file:///nowhere/at/all.txt", "nonsense", "untitled:Untitled-9"):
        assert await here.hover(unknown, 0, 0) is None
        assert await here.actions(unknown, lsp.Range(lsp.Position(0, 0), lsp.Position(9, 9))) == []
        here.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(unknown)))
        assert list((await here.published(unknown)).diagnostics) == []
    assert (await here.hover(uri, 0, 1)) is not None


async def test_what_is_not_saved_and_what_is_no_story(here: Editor) -> None:
    uri = "untitled:Untitled-1"
    here.versions[uri] = 1
    item = lsp.TextDocumentItem(uri, "markdown", 1, f"# A bridge\n\n{VAGUE}\n")
    here.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    assert "vague-source" in codes(await here.published(uri))
    for name, language in (("a.py", "python"), ("requirements.txt", "plaintext"), ("a.jsonl", "json")):
        uri = here.open(name, VAGUE, language)
        assert codes(await here.published(uri)) == []


async def test_twenty_keys_are_one_look(tmp_path: Path) -> None:
    # The pause is longer than a machine under load needs for sending twenty keys.
    async with editor("visual-studio-code", tmp_path, {"debounce": 2000}) as here:
        uri = here.open("keys.txt", VAGUE)
        await here.published(uri)
        for _ in range(20):
            here.type(uri, f"{VAGUE} Nobody{'.' * here.versions[uri]}")
        got = await here.published(uri)
        assert got.version == 21
        here.close(uri)
        assert codes(await here.published(uri)) == []


async def test_five_megabytes_are_told_and_keep_nobody_waiting(here: Editor) -> None:
    small = here.open("small.txt", "Nothing.")
    await here.published(small)
    big = here.open("big.txt", f"{VAGUE}\n\n" * 150_000)
    (told,) = (await here.published(big)).diagnostics
    assert told.message.startswith("more than 1000 KB is not looked at while it is open: `hedgelint ")
    here.type(small, VAGUE)
    assert codes(await here.published(small, 2)) == ["vague-source"]
    for uri in (small, big):
        here.close(uri)
        await here.published(uri)


async def test_a_hostile_text_is_words_everywhere(here: Editor) -> None:
    text = (
        "“<img src=x onerror=x()> [a](command:x) `${x}` \x1b]0;x\x07,” said Jo <script>x()</script> Hale. "
        "Experts say so."
    )
    uri = here.open("hostile.txt", text)
    found = (await here.published(uri)).diagnostics
    assert not any("\x1b" in one.message for one in found)
    for character in range(0, len(text), 3):
        told = await here.hover(uri, 0, character)
        if told is not None:
            assert isinstance(told.contents, lsp.MarkupContent)
            assert not re.search(r"\x1b|(?<!\\)<(img|script)|(?<!\\)\]\(command:", told.contents.value), (
                told.contents.value
            )
    here.close(uri)
    await here.published(uri)


async def test_of_two_thousand_hostile_strings_none_is_markup(here: Editor) -> None:
    """An editor renders what is told on hovering as Markdown, and so does this test: its tags are our own words’."""
    chance = Random(8)
    pieces = [
        "<script>x()</script>",
        '" onclick="x()',
        "<img src=x onerror=x()>",
        "[a](command:x)",
        "![b](x:y)",
        "`",
        "**",
    ]
    pieces += [
        "</b>",
        "<!--",
        "&lt;b&gt;",
        "javascript:x",
        "${x}",
        "<a href=x:y>",
        "https://a.test",
        "likely ",
        "$(x) ",
    ]
    signs = [*"<>&\"'`=/\\\x1b\x07\x9b\u2028\u202e\ufeff{}$;:[]()!*_#|~"]
    frames = ("Experts say {} is likely.", "“{},” said Jo {}.", "{} caused the fall.", "So-called {}, critics say.")
    told: set[str] = set()
    for number in range(40):
        strings = [
            "".join(chance.choice(chance.choice((pieces, signs))) for _ in range(chance.randrange(2, 9)))
            for _ in range(50)
        ]
        lines = [frames[n % 4].replace("{}", one) for n, one in enumerate(strings)]
        uri = here.open(f"hostile-{number}.txt", "\n\n".join(lines))
        found = (await here.published(uri)).diagnostics
        assert found
        for one in found[:8]:
            assert one.message.isprintable(), one.message
            over = await here.hover(uri, one.range.start.line, one.range.start.character)
            if over is not None:
                assert isinstance(over.contents, lsp.MarkupContent)
                told.add(over.contents.value)
        here.close(uri)
        await here.published(uri)
    assert len(told) > 20
    for words in told:
        assert set(words) - {"\n"} == {character for character in words if character.isprintable()}, words
        rendered = pyromark.html(words)
        tags = re.findall(r"<(/?[^\s>]+)([^>]*)>", rendered)
        assert {tag.strip("/") for tag, _ in tags} <= {"p", "strong", "em", "a", "code", "ul", "li", "hr", "br"}, words
        links = re.findall(r'href="([^"]*)"', rendered)
        assert all(link.startswith("https://") and "a.test" not in link for link in links), words


async def test_closed_in_the_middle_of_a_look(here: Editor) -> None:
    uri = here.open("long.txt", f"{VAGUE}\n\n" * 2000)
    asking = asyncio.ensure_future(here.hover(uri, 0, 1))
    here.close(uri)
    assert codes(await here.published(uri)) == []
    assert await asking is None
    uri = here.open("long.txt", "Nothing.")
    assert codes(await here.published(uri)) == []


async def test_two_hundred_files_at_once(here: Editor) -> None:
    uris = [here.open(f"many-{number}.txt", VAGUE) for number in range(200)]
    # A question does not wait behind all of them.
    assert await here.hover(uris[7], 0, 1) is not None
    while not here.client.diagnostics.keys() >= set(uris):
        await soon(here.client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS))
    assert {tuple(one.code for one in here.client.diagnostics[uri]) for uri in uris} == {("vague-source",)}
    for uri in uris:
        here.close(uri)


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("w.md", "markdown", f"# A bridge\n\nIt is shut.\n\n{VAGUE}\n\nIt is open."),
        ("w.mdx", "mdx", f"# A bridge\n\nIt is shut.\n\n{VAGUE}\n\nIt is open."),
        ("w.html", "html", f"<h1>A bridge</h1>\n<p>It is shut.</p>\n<p>{VAGUE}</p>\n<p>It is open.</p>"),
        ("w.txt", "plaintext", f"It is shut.\n{VAGUE}\nIt is open."),
        ("crlf.txt", "plaintext", f"A bridge\r\n\r\nIt is shut.\r\n\r\n{VAGUE}\r\n\r\nIt is open."),
    ],
)
async def test_a_waiver_holds_in_every_format(here: Editor, name: str, language: str, text: str) -> None:
    uri = here.open(name, text, language)
    (vague,) = [one for one in (await here.published(uri)).diagnostics if one.code == "vague-source"]
    (waive,) = [one for one in await here.actions(uri, vague.range) if one.title.startswith("Waive vague-source")]
    waived = applied(text, edits_of(waive))
    assert "hedgelint: ignore vague-source -- say why" in waived
    here.type(uri, waived)
    assert codes(await here.published(uri, 2)) == []
    here.close(uri)
    await here.published(uri)


async def test_a_slip_in_a_rule_is_told_once_and_takes_no_findings_away(tmp_path: Path) -> None:
    (tmp_path / "hedgelint.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    (tmp_path / "house").mkdir()
    rule = tmp_path / "house" / "at-this-moment.yaml"

    def write(words: str) -> None:
        """Whole or not at all: the server may be reading."""
        (tmp_path / "new").write_text(words, encoding="utf-8")
        (tmp_path / "new").replace(rule)

    write(RULE)
    text = "The road is closed at this moment in time."
    async with editor("visual-studio-code", tmp_path, {"debounce": 10}) as here:
        uri = here.open("a.txt", text)
        assert codes(await here.published(uri)) == ["at-this-moment"]

        def save() -> None:
            here.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(rule.as_uri())))

        write(RULE.replace("kind: swap", "kind: swop"))
        save()
        told = await here.published(rule.as_uri())
        assert [(one.range.start.line, one.severity) for one in told.diagnostics] == [(2, lsp.DiagnosticSeverity.Error)]
        here.type(uri, f"{text} Now.")
        assert codes(await here.published(uri, 2)) == ["at-this-moment"]
        save()
        here.type(uri, f"{text} Then.")
        assert codes(await here.published(uri, 3)) == ["at-this-moment"]
        assert [one.message.count("swop") for one in here.client.messages] == [1]

        write(RULE.replace("at this moment in time: now", "closed: shut"))
        save()
        while (await here.published(rule.as_uri())).diagnostics:
            pass  # what the reading before it still had to tell
        assert len(here.client.messages) == 1


async def test_settings_that_are_not_understood_are_told(tmp_path: Path) -> None:
    async with editor("none", tmp_path, {"severity": "loud", "debounce": "fast"}) as here:
        uri = here.open("a.txt", VAGUE)
        assert codes(await here.published(uri)) == ["vague-source"]
        assert [one.message for one in here.client.messages] == [
            "hedgelint: the editor’s hedgelint.severity: there is no “loud” (one of: info, suggestion, warning, error)"
        ]
        here.client.workspace_did_change_configuration(
            lsp.DidChangeConfigurationParams({"hedgelint": {"severity": "error"}})
        )
        assert codes(await here.published(uri)) == []
