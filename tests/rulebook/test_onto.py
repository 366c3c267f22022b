"""A house's files on top of what comes ready: as if all had been compiled together, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hedgelint.errors import RuleErrors
from hedgelint.rulebook.compile import compile_onto, compile_rules
from hedgelint.rulebook.locate import rule_files
from hedgelint.rulebook.ready import read_ready
from hedgelint.rulebook.rulebook import load_rulebook

FILES = rule_files()
RULE = """id: {id}
title: A pier
category: wording
kind: {kind}
severity: warning
message: "“{message}” has a name"
why: Readers know it by its name.
examples:
  bad: ["The town shut [[{bad}]]."]
  good: ["The town shut it."]
"""


def rule(
    name: str = "pier", kind: str = "phrase", message: str = "{match}", bad: str = "the pier", more: str = ""
) -> str:
    return RULE.format(id=name, kind=kind, message=message, bad=bad) + more


PHRASES = "phrases: [the pier]\n"
PIECE = """pieces:
  pier word:
    title: a pier
    pattern: '<a or the> pier'
    finds: ['[[the pier]]']
    leaves: [piers]
"""
FIT = {
    "rules": {
        "one.yaml": rule(more=PHRASES),
        "in-its-place.yaml": rule("long-sentence", more=PHRASES + "replaces: yes\n"),
        "instead.yaml": rule("jetty", more=PHRASES + "instead_of: [puffery]\n"),
        "over-a-list.yaml": rule("surely", bad="clearly", more="lexicon: boosters\n"),
        "pieces.yaml": PIECE,
        "with-a-piece.yaml": rule("dock", kind="pattern", more="pattern: '<pier word>'\n"),
    },
    "words of hedgelint's own lists": {
        "more.yaml": "extend: boosters\nentries: [bridgeish, {term: obviously, followed_by: '<a name>'}]\n",
        "by-default.yaml": "extend: puffery\ndefaults: {advice: say what it is}\nentries: [pierish]\n",
        "less.yaml": "extend: puffery\nremove: [iconic]\n",
        "lexicon/boosters.txt": "jettyish\n",
        "verb.yaml": "extend: reporting-verbs\nentries: [burble]\n",
    },
    "lists of its own": {
        "lexicon/piers.yaml": "lexicon: piers\nentries: [the pier, {term: the jetty, advice: ask the port}]\n",
        "lexicon/docks.yaml": "lexicon: docks\nentries: [the dock]\n",
        "p.yaml": rule(more="lexicon: piers\n"),
    },
}


def left_without(name: str, group: str = "") -> str:
    """A file that takes all the words, or those of a group, out of a list of hedgelint's own."""
    rows = read_ready(FILES)["lexicons"][name]
    terms = [row["term"] for row in rows if not group or row.get("group") == group]
    return f"extend: {name}\nremove: {json.dumps(terms, ensure_ascii=False)}\n"


DEEPER = {
    "a list that a rule names, with no word left": {"less.yaml": left_without("boosters")},
    "a list that a kind of rule reads unnamed, with no word left": {"less.yaml": left_without("reply-signs")},
    "a group of sources with no word left": {"less.yaml": left_without("nameless-sources", "studies")},
    "a message that prints what entries of hedgelint's own do not say": {
        "p.yaml": rule(message="{match} {advice}", bad="Mr.", more="lexicon: abbreviations\n")
    },
}
WRONG = {
    "no.yaml": "extend: [\n",
    "taken.yaml": rule("puffery", more=PHRASES),
    "pieces.yaml": PIECE.replace("pier word", "month"),
    "slip.yaml": "extend: boosters\nentries: [{term: pierish, colour: red}]\n",
    "no-list.yaml": "extend: bosters\nentries: [pierish]\n",
    "no-piece.yaml": rule("dock", kind="pattern", more="pattern: '<munth>'\n"),
    "nobody.yaml": rule(more=PHRASES + "instead_of: [pufery]\n"),
    "field.yaml": rule("jetty", message="{macth}", more=PHRASES),
}


def files_of(house: dict[str, str]) -> list[tuple[str, bytes]]:
    return [(f"/house/{name}", content.encode()) for name, content in house.items()]


@pytest.mark.parametrize("house", FIT.values(), ids=FIT)
def test_it_is_what_all_files_together_give(house: dict[str, str]) -> None:
    together = compile_rules([*FILES, *files_of(house)])
    assert json.loads(json.dumps(compile_onto(read_ready(FILES), files_of(house)))) == json.loads(json.dumps(together))


@pytest.mark.parametrize("house", DEEPER.values(), ids=DEEPER)
def test_what_goes_deeper_is_left_to_all_files(house: dict[str, str]) -> None:
    assert compile_onto(read_ready(FILES), files_of(house)) is None
    with pytest.raises(RuleErrors):
        compile_rules([*FILES, *files_of(house)])


def test_mistakes_are_those_of_all_files_together() -> None:
    with pytest.raises(RuleErrors) as together:
        compile_rules([*FILES, *files_of(WRONG)])
    with pytest.raises(RuleErrors) as onto:
        compile_onto(read_ready(FILES), files_of(WRONG))
    assert [str(error) for error in onto.value.errors] == [str(error) for error in together.value.errors]
    assert {error.path.rpartition("/")[2] for error in onto.value.errors} >= {"no.yaml", "slip.yaml", "no-list.yaml"}


def test_a_list_with_no_word_left_is_told_where_they_were_taken_out() -> None:
    with pytest.raises(RuleErrors) as told:
        compile_rules([*FILES, *files_of({"less.yaml": left_without("boosters")})])
    assert str(told.value.errors[0]).startswith("/house/less.yaml:2:1: no word is left of the list boosters")


def test_a_start_with_a_house_reads_what_is_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pier.yaml").write_text(rule(more=PHRASES), "utf-8")
    parsed: list[str] = []
    monkeypatch.setattr("hedgelint.rulebook.compile.parse_yaml", noting(parsed))
    book = load_rulebook([tmp_path], cache=False)
    assert parsed == [str(tmp_path / "pier.yaml")]
    assert book.rule("pier") is not None
    assert len(book.rules) == len(load_rulebook(cache=False).rules) + 1


def noting(parsed: list[str]):
    from hedgelint.rulebook.nodes import parse_yaml

    def call(path: str, text: str):
        parsed.append(path)
        return parse_yaml(path, text)

    return call
