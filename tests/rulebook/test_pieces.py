# ruff: noqa: E501
"""Named pieces of patterns: what they stand for, what is left to the letter, and every slip at its place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.checks.pattern import compiled
from hedgelint.desk.selftest import piece_reports
from hedgelint.errors import RuleErrors
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.locate import rule_files, shipped_rules
from hedgelint.rulebook.pieces import NoPieceError, names_in, of_words, written_out
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

PIECES = {"ab": "a|b", "one of a": "a", "x-y": "x y|y"}
# What looks like a piece and is none.
LITERAL = [
    "(?P<ab>a)",
    "(?<x>b)",
    "(?<=a)b",
    "(?<!ab)a",
    r"\<ab>",
    "[<ab>]",
    "[^]<ab>]",
    "(?#<ab>)",
    "<>",
    "< ab>",
    "a<b",
    "<3>",
]
PLAIN = ["a", "b", " ", "(?:a|b)", "(?=a)", "[ab]", "a*", "x"]


@given(st.lists(st.sampled_from(LITERAL + PLAIN), max_size=8))
def test_a_pattern_without_pieces_is_the_same_to_the_letter(parts: list[str]) -> None:
    pattern = "".join(parts)
    assert written_out(pattern, PIECES) == pattern
    assert names_in(pattern) == []


@given(st.text("ab <>()?P=!\\[]|x-#\n1", max_size=30).filter(lambda text: not re.search(r"<[A-Za-z][^<>]*>", text)))
def test_nor_is_any_text_else_changed(pattern: str) -> None:
    assert written_out(pattern, PIECES) == pattern


TREE = st.recursive(
    st.sampled_from(["a", "b", "x y", "<ab>", "<one of a>", "<x-y>"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map("".join),
        inner.map(lambda one: f"(?:{one})?"),
        inner.map(lambda one: f"(?={one})"),
    ),
    max_leaves=8,
)


@given(TREE, st.text("abxy ", max_size=12), st.booleans())
def test_a_piece_is_one_group_wherever_it_stands(pattern: str, text: str, verbose: bool) -> None:
    by_hand = pattern
    for name, piece in PIECES.items():
        by_hand = by_hand.replace(f"<{name}>", f"(?:{piece})")
    if verbose:
        pattern, by_hand = (f"(?x){one.replace('x y', 'x[ ]y')}" for one in (pattern, by_hand))
    found = re.compile(written_out(pattern, PIECES)).finditer(text)
    assert [one.span() for one in found] == [one.span() for one in re.compile(by_hand).finditer(text)]


@given(
    st.lists(st.text("abe's -.|<(", min_size=1, max_size=8), max_size=8, unique=True),
    st.text("abe's -.|<(", max_size=8),
)
def test_words_are_met_as_they_stand_and_no_others(words: list[str], other: str) -> None:
    pattern = written_out(of_words(words), {})
    for word in (*words, other):
        found = re.fullmatch(pattern, word) if words else None
        assert (found is not None) == (word in words)
        assert (re.fullmatch(pattern, word.replace("'", "’")) is not None) == (word in words) or not words


def test_words_that_begin_alike_are_one_alternative() -> None:
    words = ["economy", "economies", "town", "towns", "Alzheimer's", "sea", "to", "toll"]
    assert of_words(words) == "econom(?:y|ies)|towns?|Alzheimer[’']s|sea|to|toll"


def test_alternatives_stand_beside_the_others() -> None:
    assert written_out("(?:c|<ab>)d", PIECES) == "(?:c|a|b)d"
    assert written_out("(?!<ab>)", PIECES) == "(?!a|b)"
    assert written_out("<ab>|c", PIECES) == "(?:a|b)|c"
    assert written_out("(?:<ab>?|c<ab>)", PIECES) == "(?:(?:a|b)?|c(?:a|b))"
    assert written_out("(?(1)c|<ab>)", PIECES) == "(?(1)c|(?:a|b))"


def test_in_a_pattern_of_many_lines_blanks_are_kept_and_remarks_left() -> None:
    assert written_out("(?x) <x-y> # or <nothing>\n", PIECES) == "(?x) (?:x[ ]y|y) # or <nothing>\n"
    assert written_out("(?x)<hash>", {"hash": r"a#\ [ #]"}) == r"(?x)(?:a\#\ [ #])"


@pytest.mark.parametrize("name", ["no such", "AB", "a-b"])
def test_a_piece_that_is_not_there(name: str) -> None:
    with pytest.raises(NoPieceError) as told:
        written_out(f"c<{name}>", PIECES)
    assert told.value.name == name


RULE = """\
id: over-there
title: Over there
kind: pattern
severity: warning
pattern: '\\bover <place>'
unless_pattern: 'at <time>'
message: "“{match}”: say where"
why: A reader is not there.
examples:
  bad: ["The bridge is [[over there]]."]
  good: ["The bridge is at Carrow.", "“It is over there,” she said."]
"""
HOUSE = """\
pieces:
  place:
    title: a place
    pattern: 'there|here'
    finds: ["over [[there]]"]
    leaves: ["over theremin"]
  time:
    title: a time
    pattern: '(?:noon|night) <place>'
    finds: ["at [[noon there]]"]
    leaves: ["at noon"]
"""
WORDS = """\
lexicon: over-words
defaults: {followed_by: '<place>'}
entries:
  - {term: over, not_preceded_by: '<time>'}
"""


def compiled_of(*texts: str) -> Mapping[str, object]:
    names = ("rule.yaml", "pieces.yaml", "words.yaml")
    return compile_rules([(name, text.encode()) for name, text in zip(names, texts, strict=False)])


def test_rules_and_lists_have_their_pieces_written_out() -> None:
    data = json.loads(json.dumps(compiled_of(RULE, HOUSE, WORDS)))
    rule, (row,) = data["rules"][0], data["lexicons"]["over-words"]
    assert rule["pattern"] == [r"\bover (?:there|here)"]
    assert rule["unless_pattern"] == ["at (?:(?:noon|night) (?:there|here))"]
    assert (row["followed_by"], row["not_preceded_by"]) == ("(?:there|here)", "(?:(?:noon|night) (?:there|here))")
    assert [piece["name"] for piece in data["pieces"]] == ["place", "time"]


def test_a_swap_has_its_patterns_written_out() -> None:
    swap = RULE.replace("kind: pattern", "kind: swap").replace(
        "pattern: '\\bover <place>'", "patterns: {'over <place>': hither}"
    )
    data = json.loads(json.dumps(compiled_of(swap.replace("unless_pattern: 'at <time>'\n", ""), HOUSE)))
    assert data["rules"][0]["patterns"] == {"over (?:there|here)": "hither"}


SLIPS = [
    ("rule", "over <place>", "over <plaze>", "rule.yaml:5:1: there is no piece <plaze> (did you mean <place>? the signs themselves are written \\<plaze>)"),
    ("rule", "at <time>", "at <Time>", "rule.yaml:6:1: there is no piece <Time> (did you mean <time>? the signs themselves are written \\<Time>)"),
    ("rule", "over <place>", "over <br>", "rule.yaml:5:1: there is no piece <br> (a file with `pieces:` names them, docs/pieces.md lists those that come with hedgelint; the signs themselves are written \\<br>)"),
    ("rule", "'\\bover <place>'", "['\\bover <place>', 'over <tim>']", "rule.yaml:5:29: there is no piece <tim> (did you mean <time>?"),
    ("rule", "unless_pattern: 'at <time>'", "unless_pattern:\n  - {pattern: 'at <tine>', reason: r, example: e}", "rule.yaml:7:6: there is no piece <tine> (did you mean <time>?"),
    ("words", "'<time>'", "'<tme>'", "words.yaml:4:18: there is no piece <tme> (did you mean <time>?"),
    ("words", "'<place>'", "'<plac>'", "words.yaml:2:12: there is no piece <plac> (did you mean <place>?"),
    ("pieces", "night) <place>", "night) <places>", "pieces.yaml:9:5: there is no piece <places> (did you mean <place>?"),
    ("pieces", "'there|here'", "'there|<time>'", "pieces.yaml:9:5: <place> names itself: <place> → <time> → <place> (write out what is meant in one of them)"),
    ("pieces", "'there|here'", "'there|<place>'", "pieces.yaml:4:5: <place> names itself: <place> → <place>"),
    ("pieces", "'there|here'", "'(there|here)'", "pieces.yaml:4:5: <place> has a group of its own (write (?:…) in the place of (…))"),
    ("pieces", "'there|here'", "'(?i)there'", "pieces.yaml:4:5: (?i) speaks of the whole pattern, and a piece is a part of one (write (?i:…) round what it is meant for)"),
    ("pieces", "'there|here'", "'(?:there)?'", "pieces.yaml:4:5: <place> matches nothing at all, and so everywhere (take the * or ? at its end away, and write it behind <the name>)"),
    ("pieces", "'there|here'", "'there|(here'", "pieces.yaml:4:5: not a pattern: “(” at character 7 is opened and not closed"),
    ("pieces", "night) <place>", "night) <place>)", "pieces.yaml:9:5: not a pattern: “)” at character 23 closes what no “(” has opened"),
    ("pieces", "    pattern: 'there|here'\n", "", "pieces.yaml:2:3: <place> has no `pattern` (write pattern: and the pattern that is put where"),
    ("pieces", "    title: a place\n", "", "pieces.yaml:2:3: <place> has no `title` (write title: and what it stands for, in a few words)"),
    ("pieces", "    leaves: [\"over theremin\"]\n", "", "pieces.yaml:2:3: <place> has no `leaves` (write leaves: and texts in which it finds nothing)"),
    ("pieces", "title: a place", "title: [a place]", "pieces.yaml:3:5: `title` is a text"),
    ("pieces", "title: a place", "tittle: a place", "pieces.yaml:3:5: unknown key “tittle” for a piece (did you mean “title”?)"),
    ("pieces", "[[there]]", "there", "pieces.yaml:5:13: a text under `finds` marks no place with [[…]] (write [[ and ]] round it)"),
    ("pieces", "[[there]]", "[[there", "pieces.yaml:5:13: [[ and ]] do not pair"),
    ("pieces", "over theremin", "over [[theremin]]", "pieces.yaml:6:14: a text under `leaves` has no marks (the piece finds nothing in it)"),
    ("pieces", "[\"over theremin\"]", "[3]", "pieces.yaml:6:5: `leaves` is a text, or a list of texts"),
    ("pieces", "  place:", "  Place:", "pieces.yaml:2:3: “Place” is no name of a piece (small letters and digits, single blanks or hyphens between the words)"),
    ("pieces", "pieces:\n", "title: ours\npieces:\n", "pieces.yaml:1:1: unknown key “title” in a file of pieces (it has `pieces` alone)"),
    ("pieces", "pattern: 'there|here'", "words: [there, here, there]", "pieces.yaml:4:26: “there” stands here twice"),
    ("pieces", "pattern: 'there|here'", "words: there", "pieces.yaml:4:5: `words` is a list of words (write words: [one, another])"),
    ("pieces", "pattern: 'there|here'", "words: [there, 3]", "pieces.yaml:4:20: `words` is a list of words (write \"3\" as a text)"),
    ("pieces", "pattern: 'there|here'", "words: []", "pieces.yaml:2:3: <place> has no `words`"),
    ("pieces", HOUSE, "pieces: [place]\n", "pieces.yaml:1:1: `pieces` is a mapping of names to pieces (write the name of a piece, a colon, and below it"),
    ("pieces", HOUSE, "pieces:\n  place: there\n", "pieces.yaml:2:3: <place> is no piece (a piece has a `title`, a `pattern`, `finds` and `leaves`)"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "says"), SLIPS, ids=[f"{f}: {n[:40]}" for f, _, n, _ in SLIPS])
def test_a_slip_is_told_at_its_place(file: str, old: str, new: str, says: str) -> None:
    texts = {"rule": RULE, "pieces": HOUSE, "words": WORDS}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new)
    with pytest.raises(RuleErrors) as told:
        compiled_of(*texts.values())
    assert says in str(told.value)


def test_a_piece_may_be_of_words_and_have_more() -> None:
    pieces = HOUSE.replace("pattern: 'there|here'", "pattern: '[a-z]+where'\n    words: [there, here]")
    more = 'pieces:\n  place:\n    more: [hereabouts]\n    finds: ["it is [[hereabouts]]"]\n'
    files = [("rule.yaml", RULE), ("pieces.yaml", pieces), ("words.yaml", WORDS), ("more.yaml", more)]
    data = compile_rules([(name, text.encode()) for name, text in files])
    assert data["rules"][0]["pattern"] == [r"\bover (?:[a-z]+where|there|here|hereabouts)"]
    assert [(piece["name"], piece["path"]) for piece in data["pieces"]][-1] == ("place", "more.yaml")
    assert [report.verdict for piece in data["pieces"] for report in piece_reports(piece)] == ["ok"] * 5


def test_a_slip_in_a_piece_is_told_once_and_not_for_those_that_name_it() -> None:
    with pytest.raises(RuleErrors) as told:
        compiled_of(RULE, HOUSE.replace("'there|here'", "'(there|here)'"), WORDS)
    assert len(told.value.errors) == 1


def test_a_name_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "pieces.yaml"
    path.write_text(HOUSE.replace("  place:", "  month:").replace("<place>", "<month>"), encoding="utf-8")
    with pytest.raises(RuleErrors) as told:
        load_rulebook([tmp_path])
    said = str(told.value)
    assert said.startswith(f"{path}:2:3: there is a piece <month> already, in {shipped_rules() / 'pieces.yaml'}")
    assert said.endswith("(give yours another name)")


def test_a_house_names_pieces_and_tests_them(tmp_path: Path, run: Run) -> None:
    (tmp_path / "pieces.yaml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "over-there.yaml").write_text(RULE, encoding="utf-8")
    out = run("test", str(tmp_path))
    assert (out.code, out.out) == (0, "1 rule, 2 pieces, 7 examples, all as they should be.\n")
    (tmp_path / "pieces.yaml").write_text(HOUSE.replace("over theremin", "over there"), encoding="utf-8")
    out = run("test", str(tmp_path / "pieces.yaml"))
    assert out.code == 1
    assert out.out.splitlines() == [
        f"{tmp_path}/pieces.yaml:6:14: <place>: noisy: the piece finds what it must leave",
        "    over there",
        "    found: “there”",
        "2 pieces, 4 examples, 1 of them wrong.",
    ]


def test_a_piece_is_explained(run: Run) -> None:
    assert run("explain", "<form of be>").out.splitlines()[:5] == [
        "<form of be>: the verb be in all its forms but “am”",
        "",
        "Stands for: <is or was>|be|been|being",
        "which is:   (?:is|are|was|were)|be|been|being",
        "",
    ]
    out = run("explain", "<form of bee>")
    assert (out.code, out.err) == (2, "hedgelint: there is no piece “<form of bee>” (did you mean “<form of be>”?)\n")


def test_the_shipped_pieces_find_and_leave_what_they_say() -> None:
    reports = [report for piece in load_rulebook().pieces for report in piece_reports(piece)]
    assert [report for report in reports if report.verdict != "ok"] == []


def test_each_shipped_piece_is_used() -> None:
    written = "\n".join(content.decode() for path, content in rule_files())
    used = set(re.findall(r"<([a-z][a-z0-9 -]*)>", written))
    names = {piece["name"] for piece in load_rulebook().pieces}
    assert names - used <= {"weekday", "money"}  # for houses


def test_every_alternative_of_a_shipped_piece_is_found_by_it() -> None:
    for piece in load_rulebook().pieces:
        assert compiled(piece["whole"]).groups == 0
        re.compile(piece["whole"])  # lists are compiled by `re`
