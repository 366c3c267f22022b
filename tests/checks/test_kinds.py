"""Each kind of check with a rule of its own: what it matches, and what the message can say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import RuleErrors
from hedgelint.report.text import MOST, as_text
from hedgelint.rulebook.rulebook import load_rulebook

FRAME = """
id: trial
title: A trial
severity: warning
why: To see.
examples: {{bad: ["[[x]]"], good: ["y"]}}
{rule}
"""


@pytest.fixture
def found(tmp_path: Path):
    def call(rule: str, text: str) -> list[tuple[str, str]]:
        path = tmp_path / "trial.yaml"
        path.write_text(FRAME.format(rule=rule), encoding="utf-8")
        linter = Linter(load_rulebook([path], cache=False), {"trial": "warning"})
        return [(f.excerpt, f.message) for f in linter.lint(read_plain("story.txt", text)).findings]

    return call


PHRASE = "kind: phrase\nphrases: [over there, there]\nmessage: '{match}'"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is over there.", ["over there"]),
        (
            "It is Over\u00a0There, there.",
            ["Over\u00a0There", "there"],
        ),
        ("Thereabouts, thereby, bethere.", []),
        ("“Over there,” she said.", []),
        ("There’s a bridge.", ["There"]),
        ("The word “there” is there.", ["there"]),
        ("over there-over there", ["over there", "over there"]),
    ],
)
def test_phrase_finds_whole_words_the_longest_first_and_no_quotation(found, text: str, words: list[str]) -> None:
    assert [excerpt for excerpt, _ in found(PHRASE, text)] == words


def test_a_phrase_of_a_lexicon_is_met_in_its_own_sense(found, tmp_path: Path) -> None:
    rule = "kind: phrase\nlexicon: boosters\nmessage: '{match}'\nscope: {part: [headline, body]}"
    assert [words for words, _ in found(rule, "Clearly they knew. It was clearly marked. She spoke clearly.")] == [
        "Clearly"
    ]


def test_a_condition_tells_capitals_apart_where_it_asks(found) -> None:
    rule = PHRASE + "\nunless_pattern: '(?-i:[A-Z])[a-z]+ poll'"
    assert [words for words, _ in found(rule, "A harrow poll is there.\n\nA Harrow poll is there.")] == ["there"]
    assert [words for words, _ in found(rule.replace("(?-i:[A-Z])", "[A-Z]"), "A harrow poll is there.")] == []


def test_swap_says_what_is_preferred(found) -> None:
    rule = "kind: swap\nswap: {whilst: while, in order to: to}\nmessage: '{match}: {prefer}'"
    assert found(rule, "Whilst it rained he ran in order to win.") == [
        ("Whilst", "Whilst: while"),
        ("in order to", "in order to: to"),
    ]


def test_pattern_may_look_round(found) -> None:
    rule = "kind: pattern\npattern: ['\\b\\d+(?= angry letters)']\nmessage: '{match}'"
    assert found(rule, "She had 12 letters and 40 angry letters.") == [("40", "40")]


def test_cluster_wants_its_words_close_together_in_one_sentence(found) -> None:
    rule = "kind: cluster\nphrases: [maybe, perhaps, possibly]\nleast: 2\nwords: 3\nmessage: '{count}: {words}'"
    assert found(rule, "Maybe it will perhaps rain.") == [("Maybe it will perhaps", "2: “Maybe”, “perhaps”")]
    assert found(rule, "Maybe. Perhaps.") == []
    assert found(rule, "Maybe the rain that falls on us is perhaps salt.") == []
    assert found(rule, "Maybe perhaps possibly.")[0] == ("Maybe perhaps possibly", "3: “Maybe”, “perhaps”, “possibly”")


def test_consistency_marks_the_rarer_form(found) -> None:
    rule = "kind: consistency\nvariants: [[adviser, advisor], [per cent, percent]]\nmessage: 'use {prefer}'"
    text = "An adviser met an advisor and an adviser. One per cent, two percent."
    assert found(rule, text) == [("advisor", "use adviser"), ("percent", "use per cent")]
    assert found(rule, "An adviser, 4 per cent.") == []


STORY = "A bridge leaks\n\n“It leaks,” Jo Hale said. Critics say it is unsafe. The council admitted that it may fall."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("kind: attribution\nwhere: {source_kind: named}\nmark: source", ["Jo Hale"]),
        ("kind: attribution\nwhere: {source_kind: vague}\nmark: source", ["Critics"]),
        ("kind: attribution\nwhere: {cue_kind: [guilt-implying]}\nmark: cue", ["admitted"]),
        ("kind: attribution\nwhere: {lemma: admit}\nmark: cue", ["admitted"]),
        ("kind: attribution\nwhere: {lemma: [deny, boast]}\nmark: cue", []),
        ("kind: quotation\nwhere: {attributed: yes}\nscope: {quotation: any}", ["“It leaks,”"]),
        ("kind: quotation\nwhere: {kind: full}\nleast: 3\nscope: {quotation: any}", []),
        ("kind: confidence\nwhere: {class: hedge}", ["may"]),
    ],
)
def test_annotations_are_chosen_by_their_properties(found, rule: str, words: list[str]) -> None:
    assert [excerpt for excerpt, _ in found(f"{rule}\nmessage: x", STORY)] == words


def test_the_entry_of_a_cue_fills_the_message(found) -> None:
    rule = "kind: attribution\nlexicon: reporting-verbs\nwhere: {lemma: admit}\nmark: cue\nmessage: '{kind}'"
    assert found(rule, "Jo Hale admitted that it leaks.") == [("admitted", "guilt-implying")]


def test_the_second_comma_of_an_apposition_is_no_part_of_a_name(found) -> None:
    rule = "kind: attribution\nwhere: {source_kind: named}\nmark: source\nmessage: '{source}'"
    text = "“It leaks,” said Jo Hale, the head of the pilots, looking at the weir."
    assert found(rule, text) == [("Jo Hale, the head of the pilots", "Jo Hale, the head of the pilots")]


def test_confidence_says_whose_word_it_is_and_what_the_scales_make_of_it(found) -> None:
    rule = "kind: confidence\nwhere: {class: hedge}\nmessage: '{owner}; {bands}'"
    (first, second) = found(rule, "Rain is likely. The council said that it may snow.")
    assert first[1].startswith("the reporter's own word; PHIA 55–75 %")
    assert second == ("may", "said by The council; no probability stated")


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("{}", ["so", "so", "so"]),
        ("{part: headline}", ["so"]),
        ("{part: [headline, body], quotation: any}", ["so", "so", "so", "so"]),
        ("{quotation: inside}", ["so"]),
        ("{attribution: attributed}", ["so"]),
        ("{attribution: unattributed}", ["so", "so"]),
    ],
)
def test_scope_asks_three_questions(found, scope: str, words: list[str]) -> None:
    text = "A bridge that is so bad\n\nIt is so. It was so old, Jo Hale said.\n\n“It is so sad,” said one of us.\n"
    got = found(f"kind: phrase\nphrases: [so]\nmessage: x\nscope: {scope}", text)
    assert [excerpt for excerpt, _ in got] == words


def test_a_storm_is_cut_short_for_people_and_counted_whole(tmp_path: Path) -> None:
    path = tmp_path / "trial.yaml"
    path.write_text(FRAME.format(rule=PHRASE), encoding="utf-8")
    linter = Linter(load_rulebook([path], cache=False), {"trial": "warning"})
    result = linter.lint(read_plain("story.txt", "It is there. " * (MOST + 5)))
    assert len(result.findings) == MOST + 5
    lines = list(as_text([result]))
    assert sum("warning trial:" in line for line in lines) == MOST
    assert (
        f"story.txt: note: trial: {MOST + 5} findings, the first {MOST} are shown; --format compact shows all" in lines
    )
    assert lines[-1].startswith(f"{MOST + 5} findings in 1 story")


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("kind: cluster\nphrases: [a]\nleast: 1\nmessage: x", "`least` must be 2 or more"),
        ("kind: consistency\nvariants: [[a]]\nmessage: x", "each group of `variants` needs two forms or more"),
        ("kind: pattern\npattern: ['(']\nmessage: x", "trial.yaml:8:11: not a pattern"),
        ("kind: attribution\nwhere: {source_kind: nameless}\nmessage: x", "no such source_kind “nameless”"),
        ("kind: quotation\nwhere: {kind: whole}\nmessage: x", "no such kind of quotation “whole”"),
        ("kind: confidence\nwhere: {class: hedges}\nmessage: x", "no such class “hedges”"),
        ("kind: claim\nreasons: [figure]\nmessage: x", "no such reason “figure”"),
        ("kind: fidelity\nverdicts: [wrong]\nmessage: x", "no such verdict “wrong”"),
        ("kind: phrase\nlexicon: nothing\nmessage: x", "there is no lexicon “nothing”"),
    ],
)
def test_keys_that_do_not_fit_are_told(found, rule: str, says: str) -> None:
    with pytest.raises(RuleErrors) as told:
        found(rule, "")
    assert says in str(told.value)


EVERY = "kind: every\nof: [modal, adverb]\nleast: 2\nmessage: '{count}: {words}'"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It may fall. It is likely to burn.", [("It may fall. It is likely to burn.", "2: “may”, “likely”")]),
        ("It may fall.\n\nIt could burn.", []),
        ("It may fall. It is on fire.", []),
        ("It may fall, but it is on fire. It could burn.", []),
        (
            "It may fall, but it may stand. It could burn.",
            [("It may fall, but it may stand. It could burn.", "2: “may”, “could”")],
        ),
        ("The mill that may fall is on fire. It could burn.", []),
        (
            "In March, the mill may fall. It could burn.",
            [("In March, the mill may fall. It could burn.", "2: “may”, “could”")],
        ),
        ("It may fall. Could it burn?", []),
        ("It may fall, Ms Hale said. It could burn.", []),
        ("It may fall. “It could burn.”", []),
        ("It may fall. It seems to burn.", []),
    ],
)
def test_every_sentence_of_a_paragraph(found, text: str, seen: list[tuple[str, str]]) -> None:
    assert found(EVERY, text) == seen


def test_every_knows_its_groups(found) -> None:
    with pytest.raises(RuleErrors, match="no such group of hedges “modals”"):
        found(EVERY.replace("modal,", "modals,"), "x")


def test_a_word_anywhere_in_the_story_can_silence_a_rule(found) -> None:
    rule = "kind: phrase\nphrases: [thief]\nmessage: x\nunless_story: convict(?:ed|ion)"
    assert found(rule, "The thief ran.") == [("thief", "x")]
    assert found(rule, "The thief ran.\n\nHe was Convicted in May.") == []
