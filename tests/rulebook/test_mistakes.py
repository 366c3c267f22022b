"""Mistakes in rule files: each told with file, line, column and the nearest right name; none with a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import RuleErrors
from hedgelint.rulebook.rulebook import load_rulebook
from tests.conftest import Run

RULE = """\
id: over-there
title: Over there
kind: phrase
severity: warning
phrases: [over there]
message: "“{match}”: say where"
why: A reader is not there.
examples:
  bad: ["The bridge is [[over there]]."]
  good: ["The bridge is at Carrow.", "“It is over there,” she said."]
"""
CHANGES = [
    ("kind: phrase", "kind: phrases", "3:1: unknown kind “phrases” (did you mean “phrase”?)"),
    ("severity: warning", "severity: waring", "4:1: unknown severity “waring” (did you mean “warning”?)"),
    ("phrases: [over there]", "phrase: [over there]", "5:1: unknown key “phrase” for a rule of kind phrase"),
    ("phrases: [over there]", "phrases: 3", "5:1: `phrases` is a list of texts"),
    ("phrases: [over there]", "phrases: []", "5:1: `phrases` is a list of texts (it is empty)"),
    ("why: A reader is not there.\n", "", "1:1: `why` is missing"),
    ("id: over-there", "id: Over There", "1:1: “Over There” is no rule id"),
    ("id: over-there", "id: vague-source", "1:1: the id “vague-source” is taken"),
    ("{match}", "{matched}", "6:1: the message has no field “matched”"),
    ("{match}", "{match", "6:1: the braces in the message do not match"),
    ("[[over there]]", "over there", "9:9: a bad example marks no place with [[…]]"),
    ("at Carrow", "at [[Carrow]]", "10:10: a good example has marks"),
    ("examples:\n", "scope: {part: hedline}\nexamples:\n", "8:9: unknown part “hedline” (did you mean “headline”?)"),
    (
        "examples:\n",
        "scope: {quotaton: any}\nexamples:\n",
        "8:9: unknown question “quotaton” (did you mean “quotation”?)",
    ),
    ("examples:\n", "scope: {quotation: out}\nexamples:\n", "8:9: “out” is no answer to `quotation`"),
    ("title: Over there", "title: [Over", "not YAML"),
    ("title: Over there", "title: a\ntitle: b", "3:1: “title” is given twice"),
    ("title: Over there", "title: &a [*a]", "2:12: what is named &a holds itself (write out what is meant)"),
    ("kind: phrase", "kind: pattern", "unknown key “phrases” for a rule of kind pattern"),
]


@pytest.mark.parametrize(("old", "new", "says"), CHANGES, ids=[new.strip() or old.strip() for old, new, _ in CHANGES])
def test_a_mistake_in_a_rule(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "rule.yaml"
    assert old in RULE
    path.write_text(RULE.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleErrors) as told:
        load_rulebook([path])
    assert says in str(told.value)
    assert str(told.value).startswith(f"{path}:")


def test_a_word_list_beside_the_folder_of_lists_is_told_with_where_it_belongs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("A headline\n", encoding="utf-8")
    (tmp_path / "house" / "lexicon").mkdir(parents=True)
    (tmp_path / "house" / "lexicon" / "puffery.txt").write_text("zorbing\n", encoding="utf-8")
    (tmp_path / "house" / "README.txt").write_text("Rules of the house.\n", encoding="utf-8")
    assert run("story.txt", "--rules", "house").code == 0
    (tmp_path / "house" / "boosters.txt").write_text("zorbing\n", encoding="utf-8")
    ran = run("story.txt", "--rules", "house")
    assert (ran.code, ran.out) == (2, "")
    assert "house/boosters.txt: a word list beside the folder lexicon is not read" in ran.err
    assert "it belongs in house/lexicon/boosters.txt" in ran.err


def test_all_mistakes_are_told_at_once_and_leave_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("A headline\n", encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "a.yaml").write_text(RULE.replace("warning", "waring").replace("why", "wy"), encoding="utf-8")
    (tmp_path / "house" / "b.yaml").write_bytes(b"\xff\xfe\x00")
    ran = run("story.txt", "--rules", "house")
    assert (ran.code, ran.out) == (2, "")
    assert [line.split(": ")[1:3] for line in ran.err.splitlines()] == [
        ["house/a.yaml:4:1", "unknown severity “waring” (did you mean “warning”?)"],
        ["house/a.yaml:7:1", "unknown key “wy” for a rule of kind phrase (did you mean “why”?)"],
        ["house/b.yaml:1:1", "not UTF-8 (save the file as UTF-8)"],
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("extend: vague-sauce-phrases\nentries: [x]\n", "1:1: there is no lexicon “vague-sauce-phrases” to extend"),
        ("lexicon: apostrophes\nentries: [x]\n", "1:1: there is a lexicon “apostrophes” already"),
        ("lexicon: mine\nentires: [x]\n", "2:1: unknown key “entires” (did you mean “entries”?)"),
        (
            "lexicon: mine\nentries:\n  - {term: x, followed_by: '('}\n",
            "3:15: `followed_by` of “x” is no pattern: “(” at character 1 is opened and not closed",
        ),
        ("lexicon: mine\nentries: x\n", "2:1: `entries` is a list"),
        (
            "lexicon: mine\nentries:\n  - x\n  - {term: x}\n",
            "4:5: “x” stands in this list twice (only the last would count)",
        ),
        ("lexicon: mine\nentries: [{word: x}]\n", "2:11: an entry is a word, or a mapping with a `term` that is one"),
    ],
)
def test_a_mistake_in_a_lexicon(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleErrors) as told:
        load_rulebook([path])
    assert f"{path}:{says}" in str(told.value)


def test_a_rule_may_take_the_place_of_a_shipped_one_if_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE.replace("over-there", "vague-source", 1) + "replaces: yes\n", encoding="utf-8")
    rule = load_rulebook([path]).rule("vague-source")
    assert rule is not None
    assert rule.title == "Over there"


def test_a_pattern_that_never_ends_is_stopped_and_the_run_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "slow.yaml").write_text(
        """\
id: slow
title: Slow
kind: pattern
severity: warning
pattern: ['(?:a|aa)+$b']
message: slow
why: To see that it is stopped.
examples:
  bad: ["[[x]]"]
  good: ["y", "“x”"]
""",
        encoding="utf-8",
    )
    words = "a" * 5000
    (tmp_path / "story.txt").write_text(f"A headline\n\n{words}!\n\nExperts say so.\n", encoding="utf-8")
    ran = run("story.txt", "--rules", "slow.yaml", "--select", "slow,vague-source")
    assert ran.code == 2
    assert "slow.yaml:1:1: problem: the rule slow was stopped: its pattern backtracks without end" in ran.out
    assert "story.txt:5:1: warning vague-source" in ran.out


def test_the_cache_gives_what_the_files_say_and_a_damaged_one_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEDGELINT_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "rule.yaml"
    path.write_text(RULE, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))  # what has just been written is not kept
    fresh = load_rulebook([path])
    assert load_rulebook([path]) == fresh == load_rulebook([path], cache=False)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(b'{"lexicons": ')
    assert load_rulebook([path]) == fresh
    path.write_text(RULE.replace("Over there", "There"), encoding="utf-8")
    changed = load_rulebook([path]).rule("over-there")
    assert changed is not None
    assert changed.title == "There"


ENDLESS = """\
id: endless
title: Without end
kind: pattern
severity: warning
pattern: '(?:a|aa)+$'
message: "“{match}” goes on"
why: It backtracks.
examples:
  bad: ["[[a]]"]
  good: ["b", "“b”"]
"""


class _Clock:
    """Every look at it is a second later."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def test_a_rule_has_a_budget_for_all_of_a_story_and_is_off_after_three_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "endless.yaml").write_text(ENDLESS, encoding="utf-8")
    desk = Desk(Configs(none=True), Layer(select=("endless",)), (tmp_path / "endless.yaml",))
    found = desk.lint_document(read_plain("0.txt", "b a"))
    assert [finding.rule for finding in found.findings] == ["endless"]
    monkeypatch.setattr("hedgelint.annotate.watch.process_time", _Clock())
    told = [desk.lint_document(read_plain(f"{n}.txt", "b a\n\nb a\n\nb a")) for n in range(5)]
    stopped = "the rule endless was stopped: its pattern backtracks without end"
    assert [[problem.message for problem in result.problems] for result in told] == [
        [stopped],
        [stopped],
        [f"{stopped}; stopped 3 times, it is off for the rest of this run"],
        [],
        [],
    ]


def test_a_pattern_of_a_word_list_is_stopped_and_told(run: Run, tmp_path: Path) -> None:
    words = "extend: confidence\nentries: [{term: may, class: hedge, followed_by: '(?:a|aa)+$'}]\n"
    (tmp_path / "words.yaml").write_text(words, encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"It may {'a' * 58}!\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Experts say the bridge is unsafe.\n", encoding="utf-8")
    ran = run("--rules", "words.yaml", "a.txt", "b.txt")
    assert ran.code == 2
    assert "a.txt: problem: “may” of a word list was stopped: a pattern of it backtracks without end" in ran.out
    assert "b.txt:1:1: warning vague-source" in ran.out


def test_a_link_to_itself_among_rules_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "itself").symlink_to("itself")
    assert load_rulebook([tmp_path]).rule("over-there") is not None
