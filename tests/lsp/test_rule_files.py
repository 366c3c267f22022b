"""Keys and values of rule and list files, as an editor completes and tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp", reason="the language server’s tests are an extra: pip install hedgelint[faces]")

from lsprotocol import types as lsp

from hedgelint.checks import KINDS
from hedgelint.lsp.rule_files import completions, key_at
from tests.lsp.editors import editor, soon

RULE = """id: house-word
title: A word
kind: swap
# a comment
scope:
  part: body
examples:
  bad: ["[[x]]"]
"""


def labels(text: str) -> list[str]:
    """What is offered where | stands."""
    return [one.label for one in completions(text.replace("|", ""), text.index("|"))]


def test_keys_of_the_kind_that_are_not_there_yet() -> None:
    offered = labels(RULE + "|")
    assert {"swap", "message", "why", "references", "severity"} <= set(offered)
    assert not {"id", "title", "kind", "scope", "examples", "first", "least"} & set(offered)
    assert set(labels(RULE + "me|")) == set(offered)
    (message,) = [one for one in completions(RULE, len(RULE)) if one.label == "message"]
    assert message.insert_text == "message: "
    assert "{match}" in str(message.documentation)


def test_values_of_a_key() -> None:
    assert labels(RULE + "severity: |") == ["info", "suggestion", "warning", "error"]
    assert labels(RULE + "severity: s|") == ["info", "suggestion", "warning", "error"]
    assert set(labels(RULE + "default: |")) >= {"yes", "no", "on", "off"}
    assert labels(RULE + "why: |") == []
    assert set(labels("id: x\nkind: |\n")) == set(KINDS)


def test_keys_inside_a_key() -> None:
    assert set(labels(RULE.replace("  part: body\n", "  part: body\n  |\n"))) == {"quotation", "attribution"}
    assert "standfirst" in labels(RULE.replace("part: body", "part: |"))
    assert "standfirst" in labels(RULE.replace("part: body", "part: [body, |"))
    assert labels(RULE.replace("part: body", "quotation: |")) == ["outside", "inside", "any"]


def test_a_piece_has_keys_of_its_own_whatever_its_name() -> None:
    text = "pieces:\n  a quay or two:\n    title: a quay\n"
    assert labels(text + "    |") == ["pattern", "words", "finds", "leaves", "more"]
    told = key_at(text, text.index("title"))
    assert told is not None
    assert "what it stands for" in told[0].value


def test_a_list_has_keys_of_its_own() -> None:
    offered = labels("lexicon: verbs\n|\n")
    assert "why" in offered
    assert "lexicon" not in offered
    assert "severity" not in offered


@pytest.mark.parametrize(
    "text", ["|", "on: push\n|", "services:\n  web:\n    |", "- |", "\t|", ": |", "id\n|", "|id: x"]
)
def test_other_files_and_odd_places_are_left_alone(text: str) -> None:
    assert text == "|id: x" or labels(text) == []


def test_what_a_key_does() -> None:
    told = key_at(RULE, RULE.index("kind") + 2)
    assert told is not None
    told = key_at(RULE, RULE.index("examples") + 1)
    assert told is not None
    assert "bad" in told[0].value
    assert RULE[told[1] : told[2]] == "examples"
    assert key_at(RULE, RULE.index("house-word")) is None
    assert key_at(RULE, RULE.index("# a comment") + 3) is None
    assert key_at("on: push\n", 1) is None


@pytest.mark.asyncio
async def test_in_an_editor(tmp_path: Path) -> None:
    async with editor("visual-studio-code", tmp_path, {"debounce": 10}) as here:
        uri = here.open("house-word.yaml", RULE + "\U0001f3db: 1\nsev", "yaml")
        at = lsp.CompletionParams(lsp.TextDocumentIdentifier(uri), lsp.Position(RULE.count("\n") + 1, 3))
        got = await soon(here.client.text_document_completion_async(at))
        assert isinstance(got, list)
        assert "severity" in [one.label for one in got]
        told = await here.hover(uri, 0, 1)
        assert told is not None
        assert told.range == lsp.Range(lsp.Position(0, 0), lsp.Position(0, 2))
        story = here.open("a.txt", "Experts say so.")
        at = lsp.CompletionParams(lsp.TextDocumentIdentifier(story), lsp.Position(0, 3))
        assert await soon(here.client.text_document_completion_async(at)) == []
