"""Every silence of a shipped rule says why, and is proved: without it, or without one of its alternatives, an example
fails."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from hedgelint.annotate.story import Story
from hedgelint.desk.linter import Linter
from hedgelint.desk.selftest import silence_reports, unmark
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rule import Rule, Silence
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span
from tests.rulebook.alternatives import without_each

BOOK = load_rulebook()
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
