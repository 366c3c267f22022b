"""Every silence of a shipped rule says why, and is proved: without it, or without one of its alternatives, an example
fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest

from hedgelint.annotate.story import Story
from hedgelint.desk.linter import Linter
from hedgelint.desk.selftest import silence_reports, unmark
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import RuleErrors
from hedgelint.manual.schema import rule_schema
from hedgelint.rulebook.build import build_rule
from hedgelint.rulebook.compile import compile_rule
from hedgelint.rulebook.rule import Rule, Silence
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span
from tests.rulebook.alternatives import without_each

BOOK = load_rulebook()
RULE = {
    "id": "over-there",
    "title": "Over there",
    "kind": "phrase",
    "severity": "warning",
    "phrases": ["over there"],
    "message": "“{match}”: say where",
    "why": "A reader is not there.",
    "examples": {"bad": ["It is [[over there]]."], "good": ["It is at Carrow."]},
}
KINDS = {kind["properties"]["kind"]["const"]: kind for kind in rule_schema()["oneOf"]}
SCHEMA = jsonschema.Draft202012Validator(KINDS["phrase"])
SILENT = [rule for rule in BOOK.rules if rule.silences]


class Tried:
    """A rule beside its examples, each of which is annotated once."""

    def __init__(self, rule: Rule) -> None:
        self.rule, self.linter = rule, Linter(BOOK, {rule.id: rule.severity}, raising=True)
        marked = [unmark(example.text) for example in rule.examples if example.verdict == "bad"]
        self.bad = [(self._story(text), spans) for text, spans in marked]
        self._quiet: dict[str, Story] = {}

    def _story(self, text: str) -> Story:
        return self.linter.annotate(read_plain("example", text))

    def quiet(self, text: str) -> Story:
        if text not in self._quiet:
            self._quiet[text] = self._story(text)
        return self._quiet[text]

    def fails(self, rule: Rule, silence: Silence) -> bool:
        """Whether this form of the rule speaks in one of the silence's examples, or not where a bad one wants it."""
        if any(self.linter.of_rule(rule, self.quiet(text)) for text in silence.examples):
            return True
        return any(tuple(self._spans(rule, story)) != spans for story, spans in self.bad)

    def _spans(self, rule: Rule, story: Story) -> Iterator[Span]:
        return (Span(f.start.offset, f.end.offset) for f in self.linter.of_rule(rule, story))


@cache
def tried(rule_id: str) -> Tried:
    return Tried(next(rule for rule in SILENT if rule.id == rule_id))


def unheld(rule: Rule) -> Iterator[str]:
    """The alternatives of the rule's silences that can be taken away and none of its examples notices."""
    for silence in rule.silences:
        given = [one.pattern for one in rule.silences if one.key == silence.key]
        for alternative, left in without_each(silence.pattern):
            patterns = [*given[: silence.number], left, *given[silence.number + 1 :]]
            if not tried(rule.id).fails(rule.silenced_by(silence.key, patterns), silence):
                yield f"{silence.key} {silence.number}: {alternative}"


@pytest.mark.parametrize("rule", SILENT, ids=lambda rule: rule.id)
def test_every_silence_says_why(rule: Rule) -> None:
    assert all(one.reason and one.examples for one in rule.silences)


@pytest.mark.parametrize("rule", SILENT, ids=lambda rule: rule.id)
def test_without_a_silence_each_of_its_examples_is_noisy(rule: Rule) -> None:
    wrong = [report for report in silence_reports(rule, tried(rule.id).linter) if report.verdict != "ok"]
    assert not wrong


@pytest.mark.parametrize("rule", SILENT, ids=lambda rule: rule.id)
def test_every_alternative_of_a_silence_is_held_by_an_example(rule: Rule) -> None:
    assert not list(unheld(rule))


FORMS = [
    ("court", True),
    (["court", "judge"], True),
    ({"pattern": "court", "reason": "it is told there", "example": "It is over there in court."}, True),
    (["court", {"pattern": "judge", "reason": "a judge says so", "example": ["Over there, judge."]}], True),
    ({"pattern": "court"}, True),
    ({"pattern": "court", "reason": "it is told there"}, False),
    ({"pattern": "court", "example": "It is over there in court."}, False),
    ({"reason": "it is told there", "example": "It is over there in court."}, False),
    ({"pattern": "court", "reasons": "it is told there", "example": "It is over there in court."}, False),
    (3, False),
]


@pytest.mark.parametrize(("written", "right"), FORMS)
def test_the_schema_and_the_reader_take_the_same_forms(written: Any, right: bool) -> None:
    rule = {**RULE, "unless_pattern": written}
    content = json.dumps(rule).encode()
    if right:
        assert SCHEMA.is_valid(rule)
        held = build_rule(compile_rule("over-there.yaml", content, BOOK.lexicons), BOOK.lexicons)
        assert held.unless_pattern == tuple(one.pattern for one in held.silences)
        assert all(pattern in str(written) for pattern in held.unless_pattern)
        assert held.silences
    else:
        assert not SCHEMA.is_valid(rule)
        with pytest.raises(RuleErrors):
            compile_rule("over-there.yaml", content, BOOK.lexicons)


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("old|new", ["new", "old"]),
        (r"a (?:b|c|d) e", ["a (?:c|d) e", "a (?:b|d) e", "a (?:b|c) e"]),
        (r"call(?:s|ed)?|labell?(?:s|ed)", [r"labell?(?:s|ed)", r"call(?:s|ed)?"]),
        (r"\b(?:x|y)", [r"\b(?:y)", r"\b(?:x)"]),
        (r"[]|(]\||[^]|]", [r"[^]|]", r"[]|(]\|"]),
        (r"(?<!a|b)(?P<n>c)", [r"(?<!b)(?P<n>c)", r"(?<!a)(?P<n>c)"]),
        (r"hit(?: on| the)?", [r"hit(?: the)?", r"hit(?: on)?"]),
    ],
)  # fmt: skip
def test_alternatives_are_taken_away_one_by_one(pattern: str, left: list[str]) -> None:
    assert [one for _, one in without_each(pattern)] == left
