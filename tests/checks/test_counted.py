"""The kinds count, conditional and capitals, and what swap knows of capitals and patterns: exact places."""

from __future__ import annotations

import pytest

from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import RuleErrors
from hedgelint.lexicon import Lexicons
from hedgelint.rulebook.build import build_rule
from hedgelint.rulebook.compile import compile_rule
from hedgelint.rulebook.rulebook import Rulebook, load_rulebook
from tests.checks.test_kinds import FRAME

BODY = "\n\nThe Crane Trust met at Carrow on Monday, said Jo Hale.\n\nIt meets again in May.\n\nNo date is set.\n"


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_rulebook().lexicons


@pytest.fixture
def found(lexicons: Lexicons):
    def call(rule: str, text: str) -> list[tuple[int, str, str]]:
        data = compile_rule("trial.yaml", FRAME.format(rule=rule).encode(), lexicons)
        book = Rulebook((build_rule(data, lexicons),), lexicons)
        linter = Linter(book, {"trial": "warning"})
        return [(f.start.offset, f.excerpt, f.message) for f in linter.lint(read_plain("story.txt", text)).findings]

    return call


COUNT = "kind: count\npattern: '\\bquay\\b'\nmost: 1\nmessage: '{count}'\nin: "


@pytest.mark.parametrize(
    ("stretch", "text", "seen"),
    [
        ("sentence", "A quay, a quay. A quay.", [(10, "quay", "2")]),
        ("paragraph", "A quay. A quay.\n\nA quay.", [(10, "quay", "2")]),
        ("story", "A quay.\n\nA bridge.\n\nA quay, a quay.", [(22, "quay", "3")]),
        ("sentence", "“A quay is a quay,” she said of the quay.", []),
    ],
)
def test_the_first_place_too_many(found, stretch: str, text: str, seen: list[tuple[int, str, str]]) -> None:
    assert found(COUNT + stretch, text) == seen


def test_too_few_are_told_at_the_first_of_them_or_the_first_word(found) -> None:
    rule = "kind: count\npattern: quay\nleast: 2\nin: paragraph\nmessage: '{count}'"
    assert found(rule, "The quay is shut.\n\nA bridge.\n\nA quay, a quay.") == [(4, "quay", "1"), (19, "A", "0")]
    assert found(rule + "\nquoted: yes\nscope: {quotation: any}", "“The quay is a quay,” she said.") == []


CONDITIONAL = (
    "kind: conditional\ncase: sensitive\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\w+ \\(([A-Z]{3,5})\\)'\n"
    "exceptions: [BBC]\nmessage: '{match}'"
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The PBWA met. The PBWA left.", [(4, "PBWA", "PBWA")]),
        ("The Association (PBWA) met. The PBWA left.", []),
        ("The PBWA met.\n\nThe Association (PBWA) left.", []),
        ("The BBC met.", []),
        ("“The PBWA met,” she said. The PBWA left.", [(30, "PBWA", "PBWA")]),
    ],
)
def test_what_nothing_answers_for_is_told_once(found, text: str, seen: list[tuple[int, str, str]]) -> None:
    assert found(CONDITIONAL, text) == seen


def test_a_second_without_a_group_answers_for_everything(found) -> None:
    rule = "kind: conditional\nfirst: crane\nsecond: 'safety'\nmessage: '{match}'"
    assert found(rule, "The crane fell.\n\nSafety came first.") == []
    assert found(rule, "The crane fell.") == [(4, "crane", "crane")]


@pytest.mark.parametrize(
    ("style", "headline", "seen"),
    [
        ("sentence", "Crane Trust sells Old quay", [(18, "Old")]),
        ("sentence", "Quay sold: Trust meets, PBWA says", []),
        ("sentence", "Quay: Old crane falls at Carrow", []),
        ("title", "Crane Trust Sells the old Quay to Carrow", [(22, "old")]),
        ("title", "The Quay It Was Sold for", [(21, "for")]),
        ("title", "Trust Meets Between the Quays", []),
        ("title\nbook: chicago", "Trust Meets between the Quays", []),
        ("title", "Trust Meets between the Quays", [(12, "between")]),
        ("upper", "CRANE falls", [(6, "falls")]),
        ("lower", "Quay falls at Carrow", [(0, "Quay")]),
    ],
)
def test_capitals_of_a_headline(found, style: str, headline: str, seen: list[tuple[int, str]]) -> None:
    rule = f"kind: capitals\nscope: {{part: [headline]}}\nmessage: '{{match}} in {{heading}}'\nstyle: {style}"
    told = found(rule, headline + BODY)
    assert [(start, word) for start, word, _ in told] == seen
    assert all(message == f"{word} in {headline}" for _, word, message in told)


@pytest.mark.parametrize(
    ("rule", "text", "seen"),
    [
        ("swap: {github: GitHub}", "Github and GitHub, github.", [(0, "Github", "GitHub"), (19, "github", "GitHub")]),
        ("swap: {Internet: internet}", "Internet prices rise. The Internet is slow.", [(26, "Internet", "internet")]),
        ("case: sensitive\nswap: {ok: OK, Okay: OK}", "An ok, an Ok, an Okay.", [(3, "ok", "OK"), (17, "Okay", "OK")]),
        ("patterns: {'(\\d+) quid': '£\\1'}", "It cost 20 quid.", [(8, "20 quid", "£20")]),
        ("patterns: {'(?:eg|e\\.g\\.)\\s': for example}", "Cranes, e.g. mine.", [(8, "e.g.", "for example")]),
    ],
)
def test_swaps_know_capitals_and_patterns(found, rule: str, text: str, seen: list[tuple[int, str, str]]) -> None:
    assert found(f"kind: swap\nmessage: '{{prefer}}'\n{rule}", text) == seen


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("kind: count\npattern: a\nmost: 1\nleast: 2", "no stretch has 2 or more and 1 or fewer"),
        ("kind: count\npattern: a\nmost: 1\nin: page", "no such stretch of a story “page”"),
        ("kind: count\npattern: a", "a rule of kind count needs `most` or `least`"),
        ("kind: count\npattern: '(a'\nmost: 1", "not a pattern"),
        ("kind: capitals\nstyle: sentance", "no such style of capitals “sentance” (did you mean “sentence”?)"),
        ("kind: swap\npatterns: {'(a': b}", "not a pattern"),
        ("kind: swap\npatterns: {'a': '\\2'}", "there is no group 2 in “a”"),
        ("kind: swap\npatterns: [a]", "`patterns` is a mapping of patterns to texts"),
        ("kind: conditional\nfirst: a", "a rule of kind conditional needs `second`"),
    ],
)
def test_keys_that_do_not_fit_are_told_at_their_place(lexicons: Lexicons, rule: str, says: str) -> None:
    with pytest.raises(RuleErrors, match=r"trial\.yaml:\d+:\d+: ") as told:
        compile_rule("trial.yaml", FRAME.format(rule=rule + "\nmessage: x").encode(), lexicons)
    assert says in str(told.value)
