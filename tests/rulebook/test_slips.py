# ruff: noqa: E501
"""The slips of people who write rules and are no programmers: each told at its place, with what to write instead."""

from __future__ import annotations

import re

import pytest

from hedgelint.errors import RuleErrors
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.nodes import parse_yaml

RULE = """\
id: pier-word
title: Pier
kind: phrase
severity: warning
message: "“{match}” is worn out"
phrases: [iconic]
why: A reader has seen it.
examples:
  bad: ["The [[iconic]] pier will close."]
  good: ["The pier will close.", "“The iconic pier,” she said."]
"""
BAD = '["The [[iconic]] pier will close."]'
HEAD = 'kind: phrase\nseverity: warning\nmessage: "“{match}” is worn out"\nphrases: [iconic]'


def kind(keys: str, message: str = "{match}") -> str:
    return f'kind: {keys}\nseverity: warning\nmessage: "{message}"'


SLIPS = [
    # choices and lists
    ("phrases: [iconic]", "phrases: [1984]", '6:11: `phrases` is a list of texts (put quotation marks round the figure: "1984")'),
    ("phrases: [iconic]", "phrases: [iconic, {a: b}]", "`phrases` is a list of texts (write one text a line, with a dash and a blank before it)"),
    (HEAD, HEAD.replace("kind: phrase", "kind: swap").replace("phrases: [iconic]", "swap: [iconic, famous]"), "6:1: `swap` is a mapping of texts to texts (write swap: {word: better word}"),
    (HEAD, HEAD.replace("kind: phrase", "kind: swap").replace("phrases: [iconic]", "swap: {iconic: }"), "6:8: there is no text behind “iconic” (write iconic: and the better word)"),
    ("phrases: [iconic]", "phrases: [iconic]\nfix: yes", "7:1: unknown fix “yes” (one of: safe, unsafe, none)"),
    ("phrases: [iconic]", "phrases: [iconic]\nenglish: uk", "7:1: unknown english “uk” (one of: british, american)"),
    ("phrases: [iconic]", "phrases: [iconic]\npreview: maybe", "7:1: `preview` is on or off"),
    ("phrases: [iconic]", "phrases: [iconic]\nscope: headline", "7:1: `scope` is a mapping of keys to values"),
    ("phrases: [iconic]", "phrases: iconic, famous", "6:1: `phrases` is one long text here, and no list (write phrases: [iconic, famous], or one text a line"),
    ("phrases: [iconic]", "phrases: |\n  iconic\n  famous", "6:1: `phrases` is one long text here, and no list (write phrases: [iconic, famous]"),
    ("phrases: [iconic]", "phrases: {iconic: x}", "6:1: `phrases` is a list of texts (write phrases: [one, another])"),
    ("phrases: [iconic]", "lexicon: puffery\nwhere: {strenght: mild}", "7:9: no entry of the list puffery says “strenght” (did you mean “strength”?)"),
    ("phrases: [iconic]", "lexicon: puffery\nwhere: {strength: midl}", "7:9: no entry of the list puffery has “midl” as its `strength` (did you mean “mild”?)"),
    ("phrases: [iconic]", "lexicon: puffery\nwhere: mild", "7:1: `where` is a mapping of keys to values (write where: {strength: strong})"),
    ("phrases: [iconic]", "phrases: [iconic]\nreferences: a guide", '7:1: `references` is a list (write references: [{title: "…", url: "…"}])'),
    ("phrases: [iconic]", "phrases: [iconic]\nunless: near", "7:1: `unless` is a mapping of keys to values (write unless: {near: named-source, within: 2 sentences})"),
    (HEAD, kind("pattern"), "1:1: a rule of kind pattern needs `pattern` (write pattern: 'iconic piers?')"),
    (HEAD, kind("pattern") + "\npattern: 'pier)'", "6:1: not a pattern: “)” at character 5 closes what no “(” has opened (take it out, or write \\))"),
    (HEAD, kind("pattern") + "\npattern: 'a (b[)] (c'", "6:1: not a pattern: “(” at character 3 is opened and not closed"),
    (HEAD, kind("pattern") + "\npattern: 'pier [a'", "6:1: not a pattern: “[” at character 6 is opened and not closed (write ] where it ends"),
    (HEAD, kind("pattern") + "\npattern: '*pier'", "6:1: not a pattern: “*” at character 1 repeats what is not there (write \\* for the sign)"),
    (HEAD, kind("pattern") + "\npattern: 'pier**'", "6:1: not a pattern: “*” at character 6 repeats what is repeated already"),
    (HEAD, kind("pattern") + "\npattern: 'pier{3,1}'", "6:1: not a pattern: {…} repeats from more to less (the lesser number comes first: {1,3})"),
    (HEAD, kind("pattern") + "\npattern: '[z-a]'", "6:1: not a pattern: a range between [ and ] runs backwards (the lesser comes first: [a-z])"),
    (HEAD, kind("pattern") + "\npattern: '(?P<1a>b)'", "6:1: not a pattern: a group's name is letters, digits and _"),
    (HEAD, kind("pattern") + "\npattern: '\\2'", "6:1: not a pattern: it looks back at a group that is not there"),
    # what is YAML's own
    (BAD, "[The [[iconic]] pier will close.]", '9:13: not YAML: a text with [[ in it has to stand in quotation marks (write "The [[iconic]] pier will close.")'),
    (BAD, "\n    - [[Iconic]] piers close.", '10:7: not YAML: a text with [[ in it has to stand in quotation marks (write "[[Iconic]] piers close.")'),
    ('"“{match}” is worn out"', "do not write: {match}", '5:22: not YAML: a text with a colon and a blank in it has to stand in quotation marks (write "do not write: {match}")'),
    ('"“{match}” is worn out"', "{match} is not ours", '5:10: not YAML: a text that begins with { has to stand in quotation marks (write "{match} is not ours")'),
    (BAD, '\n\t- "The [[iconic]] pier."', "10:1: not YAML: that is a tab (indent with blanks, two for each step)"),
    (BAD, "[“The pier”, “The pier” is]\n  x: [", "not YAML"),
    ('"“{match}” is worn out"', "“{match}”: worn out", '5:19: not YAML: a text with a colon and a blank in it has to stand in quotation marks (write "“{match}”: worn out")'),
    ("phrases: [iconic]", 'phrases: ["\\d"]', r"6:12: not YAML: a backslash between double quotation marks is read by YAML itself (put single marks round a pattern: '\d')"),
    (BAD, '["The [[iconic]] pier will close.]', "not YAML: a text with [[ in it"),
    ("title: Pier", "title: 'Don't'", '2:8: not YAML: an apostrophe ends a text between single marks (use double marks round it: "…")'),
    ("title: Pier", "title:Pier", "2:6: not YAML: a blank is missing behind the colon (write key: value)"),
    ("title: Pier", "title: *pier*", '2:8: not YAML: a text that begins with * has to stand in quotation marks (write "*pier*")'),
    ("title: Pier", "title: @pier", '2:8: not YAML: a text that begins with @ has to stand in quotation marks (write "@pier")'),
    ("title: Pier", " title: Pier", "2:7: not YAML: the line does not fit those above it (keys of one level"),
    ("phrases: [iconic]", "phrases: [iconic", "6:10: not YAML: [ is opened and not closed (write [iconic])"),
    ("title: Pier", 'title: "Pier', "2:8: not YAML: a quotation mark is opened and not closed in its line (close it)"),
    ("title: Pier", "title: Pier\n---\ntitle: Pier", "3:1: not YAML: more than one document in the file"),
    # what stands in the wrong place or form
    ("[[iconic]]", "[[iconic]", "9:9: in this example a [[ is not closed with ]]"),
    ("[[iconic]]", "iconic]]", "9:9: in this example a ]] closes what no [[ has opened"),
    (BAD, "\n    - The [[iconic]] pier: closed.", "10:7: this example is no text (put quotation marks round it;"),
    (BAD, '"The [[iconic]] pier."', "9:3: `bad` is a list of sentences"),
    ("kind: phrase", "kind: existence", "3:1: unknown kind “existence” (it is “phrase” here)"),
    ("kind: phrase", "extends: existence", "3:1: this is a rule of Vale, and not of hedgelint (what Vale calls existence is `kind: phrase` here;"),
    ("phrases: [iconic]", 'phrases: ["game-changer*"]', "6:11: “game-changer*” is looked for as it stands, “*” and all (write each form by itself;"),
    ("phrases: [iconic]", 'phrases: ["advisor(s)"]', "6:11: “advisor(s)” is looked for as it stands, “r(” and all"),
    ("phrases: [iconic]", 'phrases: ["at  this"]', "6:11: “at  this” has blanks that no story has (write “at this”)"),
    ("phrases: [iconic]", 'phrases: ["…"]', "6:11: “…” holds no letter, so that it is never met"),
    ("phrases: [iconic]", "phrases: [iconic]\ncase: strict", "7:1: no such case “strict” (one of: sensitive, insensitive)"),
    ("phrases: [iconic]", "phrases: [iconic]\nwhere: {strength: strong}", "7:1: `where` chooses from a word list (say which: `lexicon: NAME`)"),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_pattern: 'x*'", "7:1: `unless_pattern` matches where there is nothing, so that the rule would never speak"),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_story: '(court'", "7:1: not a pattern: “(” at character 1 is opened and not closed (write ) where it ends, or \\( for the sign)"),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_pattern: [a, '(b']", '7:21: not a pattern: “(” at character 1 is opened and not closed'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: []', '7:1: `unless_pattern` is empty (take it out)'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: [3]', '7:18: `unless_pattern` is patterns, each with its reason and an example (write {pattern: …,'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: {patern: a, reason: r, example: e}', '7:18: unknown key “patern” for a silence (did you mean “pattern”?)'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: {pattern: a, reason: r}', '7:1: this silence has no `example` (a short text in which the rule would speak without it)'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: \n  - {pattern: a, example: e}', '8:5: this silence has no `reason` (say in plain words why'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: \n  - {pattern: a, reason: r, example: [[e]]}', '8:29: `example` is a text, or a list of texts'),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_pattern: \n  - {pattern: a, reason: r, example: '[[e]]'}", '8:29: the example of a silence has no marks (the rule is silent in it)'),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_pattern: \n  - {pattern: 'a*', reason: r, example: e}", '8:6: `unless_pattern` matches where there is nothing'),
    ("phrases: [iconic]", 'phrases: [iconic]\nunless_pattern: \n  - {pattern: 3, reason: r, example: e}', '8:6: `pattern` is a pattern, a text between single marks'),
    ("phrases: [iconic]", "phrases: [iconic]\nunless_pattern: \n  - {pattern: a, reason: ' ', example: e}", '8:18: `reason` is a text'),
    (HEAD, kind("swap") + "\nswap: {iconic: iconic}", "6:8: “iconic” is swapped for itself"),
    (HEAD, kind("swap") + "\nswap: {'game.+': x}", "6:8: “game.+” is looked for as it stands, “.+” and all"),
    (HEAD, kind("attribution") + "\nwhere: {source_knd: named}", "6:9: no such question of `where` “source_knd” (did you mean “source_kind”?)"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: [neutral, attac]}", "6:29: no such cue_kind “attac” (did you mean “attack”?)"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nlacks: ['(claim']", "7:9: not a pattern: “(” at character 1 is opened and not closed"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\ncue: '[a'", "7:1: not a pattern"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nsource: ['a', '(b']", "7:15: not a pattern"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nnot_preceded_by: '(?<x'", "7:1: not a pattern"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nnot_followed_by: 'a**+*('", "7:1: not a pattern"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nmark: verb", "7:1: no such place to mark “verb” (one of: source, cue, all)"),
    (HEAD, kind("attribution") + "\nonly: lat", "6:1: no such place in the story “lat” (did you mean “late”?)"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nwords: 3", "7:1: `words` says nothing here without `only`"),
    (HEAD, kind("attribution") + "\nwhere: {cue_kind: attack}\nlexicon: reporting-verb", "7:1: no such lexicon “reporting-verb”"),
    (HEAD, kind("quotation") + "\nwhere: {kind: ful}", "6:9: no such kind of quotation “ful” (did you mean “full”?)"),
    (HEAD, kind("quotation") + "\ninside: '('", "6:1: not a pattern"),
    (HEAD, kind("quotation") + "\nwhere: {kind: full}\ncount: 2", "7:1: `count` says nothing here without `inside`"),
    (HEAD, kind("pattern") + "\npattern: ['a', '(']", "6:16: not a pattern: “(” at character 1 is opened and not closed"),
    (HEAD, kind("cluster") + "\nof: [hedg]", "6:6: no such group of words “hedg” (did you mean “hedge”?)"),
    (HEAD, kind("confidence") + "\nwhere: {clas: hedge}", "6:9: no such question of `where` “clas” (did you mean “class”?)"),
    (HEAD, kind("loaded") + "\nwhere: {pack: puffry}", "6:9: no such list of loaded words “puffry” (did you mean “puffery”?)"),
    (RULE, "title: Pier\nwords: [x]\n", "1:1: neither a rule nor a word list (a rule begins with `id:`, a word list with `lexicon:` or `extend:`)"),
    (RULE, "- iconic\n", "1:1: a rule file is a mapping of keys: id, title, kind, …"),
    (RULE, "", "1:1: a rule file is a mapping of keys: id, title, kind, …"),
]  # fmt: skip


def told(*files: tuple[str, str]) -> str:
    with pytest.raises(RuleErrors) as mistakes:
        compile_rules([(path, text.encode()) for path, text in files])
    return str(mistakes.value)


WORDS = "lexicon: confidence\nentries: [{term: may, class: hedge, group: modal}]\n"
LOADED = "lexicon: puffery\nentries: [{term: iconic, strength: mild}]\n"


@pytest.mark.parametrize(("old", "new", "says"), SLIPS, ids=[f"{i}: {slip[1][-40:]!r}" for i, slip in enumerate(SLIPS)])
def test_a_slip_in_a_rule_is_told_at_its_place(old: str, new: str, says: str) -> None:
    assert old in RULE
    lists = [("lexicon/confidence.yaml", WORDS), ("lexicon/puffery.yaml", LOADED)]
    message = told(("pier-word.yaml", RULE.replace(old, new)), *lists)
    assert "pier-word.yaml:" in message
    assert says in message
    assert "fault" not in message
    for line in message.split("\n"):
        if line.startswith("pier-word.yaml:"):  # and not the line that is shown
            assert re.match(r"pier-word\.yaml:[1-9]\d*:[1-9]\d*: .+ \(.+\)$", line), line


def test_there_are_forty_and_more() -> None:
    assert len({(old, new) for old, new, _ in SLIPS}) > 75


def test_the_line_of_a_slip_is_shown_with_a_caret() -> None:
    message = told(("pier-word.yaml", RULE.replace("title: Pier", "title: @pier")))
    assert message.split("\n")[1:] == ["  2 | title: @pier", "    |        ^"]


def test_names_that_repeat_each_other_are_stopped() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    assert "a.yaml:4:45: more than 10000 values are repeated with *" in told(("a.yaml", "\n".join(lines)))


DEEP = {
    "brackets": ("a: " + "[" * 200_000, "a.yaml:1:23: values are nested too deeply (at most 20 levels)"),
    "braces": ("{a: " * 50_000, "a.yaml:1:81: values are nested too deeply"),
    "lines": ("\n".join(f"{' ' * n}a:" for n in range(400)), "a.yaml:21:21: values are nested too deeply"),
    "hyphens": ("- " * 20_000, "a.yaml:1:41: values are nested too deeply"),
    "keys": ("? " * 20_000, "a.yaml:1:3: a key is a text"),
}


@pytest.mark.parametrize(("text", "says"), DEEP.values(), ids=list(DEEP))
def test_what_is_nested_without_measure_is_a_mistake_and_no_crash(text: str, says: str) -> None:
    assert says in told(("a.yaml", text))


WRONG = [
    ("kind: phrase", "kind: [phrase]", "3:1: unknown kind “['phrase']”"),
    ("id: pier-word", "id: [a]", "1:1: `id` is a text"),
    ("message: “{match}”", "message: '{match:d}'", "the message has no field “match:d” (there are match, term)"),
    ("message: “{match}”", "message: '{match!x}'", "the message has no field “match!x”"),
    ("message: “{match}”", "message: '{match:900000000}'", "the message has no field “match:900000000”"),
    ("message: “{match}”", "message: '{match.__class__}'", "the message has no field “match.__class__”"),
    ("message: “{match}”", "message: '  '", "`message` is missing"),
    ("examples:", "scope: {part: []}\nexamples:", "a rule for no part of a story can never speak"),
    ("kind: phrase", "kind: pattern\npattern: '(((a'", "not a pattern"),
    ("kind: phrase", "kind: pattern\npattern: a\nneeds: ['']", "an empty text in `needs` (take it out)"),
]
NESTED = "kind: pattern\npattern: '" + "(" * 3_000 + "a" + ")" * 3_000 + "'"


@pytest.mark.parametrize(("old", "new", "says"), [*WRONG, ("kind: phrase", NESTED, "not a pattern")])
def test_what_a_rule_gives_wrongly_is_its_own_mistake_and_no_fault(old: str, new: str, says: str) -> None:
    rule = RULE.replace('message: "“{match}” is worn out"', "message: “{match}”")
    if "pattern:" in new:
        rule = rule.replace("phrases: [iconic]\n", "")
    assert old in rule
    assert says in told(("pier-word.yaml", rule.replace(old, new)))


LISTS = [
    ("extend: [a]\nentries: []", "1:1: `extend` is a text"),
    ("lexicon: {a: b}\nentries: []", "1:1: `lexicon` is a text"),
    ("lexicon: mine\nremove: [[a]]", "2:10: what is removed is a word or a phrase"),
    ("lexicon: mine\nentries: ['']", "2:11: “” holds no letter"),
    ("lexicon: mine\nentries: [{term: x, followed_by: 'a{99999999999}'}]", "the repetition number is too large"),
    ("lexicon: mine\nentries: [{term: x, followed_by: [a]}]", "`followed_by` of “x” is a pattern"),
]


@pytest.mark.parametrize(("text", "says"), LISTS)
def test_what_a_list_gives_wrongly_is_its_own_mistake_and_no_fault(text: str, says: str) -> None:
    assert says in told(("lexicon/mine.yaml", text))


def test_a_number_that_no_machine_holds_is_a_text() -> None:
    assert parse_yaml("a.yaml", f"a: {'9' * 5_000}").data == {"a": "9" * 5_000}


def test_a_name_repeats_what_it_was_given_to() -> None:
    file = parse_yaml("a.yaml", "a: &one [x, {b: 1}]\nc: *one\n")
    assert file.data == {"a": ["x", {"b": 1}], "c": ["x", {"b": 1}]}
    assert file.data["a"] is not file.data["c"]
    assert file.error(("c", 0), "no").line == 2
