"""Which tests of sense an example holds: each is taken away, and an example that hears of it has to fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache as cached
from functools import partial
from typing import Any

import pytest

from hedgelint.annotate import senses
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import Sense
from hedgelint.annotate.watch import Watch
from hedgelint.desk.linter import Linter
from hedgelint.desk.selftest import ExampleReport, list_report, rule_report, unmark
from hedgelint.document.readers.plain import read_plain
from hedgelint.lexicon import HOUSE
from hedgelint.rulebook.rule import Example, Rule
from hedgelint.rulebook.rulebook import Rulebook

KEYS = ("followed_by", "not_followed_by", "preceded_by", "not_preceded_by", "case")
Test = tuple[str, str, str]  # the term of its entry, the key, and what stands under it


def sense_tests(entry: Mapping[str, Any]) -> Iterator[Test]:
    for key in KEYS:
        if entry.get(key):
            yield entry["term"], key, entry[key]


class Tried:
    """Stands where `Sense.of` makes the tests of an entry: knows which of them alone refused a word, and can do
    without one."""

    always = False  # each word is asked about
    taken: Test | None = None
    met: set[Test]  # alone refused a word since this was last emptied

    def __init__(self, entry: Mapping[str, Any]) -> None:
        house = {HOUSE: True} if HOUSE in entry else {}
        self.tests = tuple(
            (test, Sense.of({"term": test[0], test[1]: test[2], **house})) for test in sense_tests(entry)
        )
        self.case = ""

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Tried:
        return cls(entry)

    def holds(self, text: str, hit: Hit, form: str, watch: Watch) -> bool:
        refusing = [
            test for test, sense in self.tests if test != Tried.taken and not sense.holds(text, hit, form, watch)
        ]
        if len(refusing) == 1:
            Tried.met.add(refusing[0])
        return not refusing


def held_by(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> dict[Test, str]:
    """The tests of sense without which an example fails, of all lists and then of all rules, each with the first such
    example. The rulebook has to be new: what its lists have made before is kept."""
    monkeypatch.setattr(senses, "Sense", Tried)
    linter = Linter(rulebook, {rule.id: rule.severity for rule in rulebook.rules})
    held: dict[Test, str] = {}

    def tried(text: str, run: Callable[[], ExampleReport]) -> None:
        Tried.met, Tried.taken = set(), None
        linter.annotate(read_plain("example", unmark(text)[0]))
        free = sorted(Tried.met - held.keys())
        verdict = run().verdict if free else ""
        for test in free:
            Tried.taken = test
            if run().verdict != verdict:
                held[test] = text
        Tried.taken = None

    for file in rulebook.list_examples:
        for example in file.examples:
            tried(example.text, partial(list_report, file, example, linter))
    for rule in rulebook.rules:
        alone = cached(partial(Linter, rulebook, {rule.id: rule.severity}))
        for example in rule.examples:
            tried(example.text, partial(of_rule, rule, example, alone))
    return held


def of_rule(rule: Rule, example: Example, alone: Callable[[], Linter]) -> ExampleReport:
    return rule_report(rule, example, alone())
