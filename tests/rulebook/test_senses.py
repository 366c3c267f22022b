"""The tests of sense of the shipped lists are held by examples: what can go unnoticed goes, sooner or later."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hedgelint.rulebook.rulebook import load_rulebook
from tests.senses import held_by, sense_tests

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
LEAST = 90  # per cent


def test_taken_away_an_example_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    book = load_rulebook()
    every = {
        test: name for name, held in book.lexicons.by_name.items() for row in held.entries for test in sense_tests(row)
    }
    held = held_by(book, monkeypatch).keys() & every.keys()
    free = "\n".join(sorted(f"{every[test]}: {test[0]}, {test[1]}" for test in every.keys() - held))
    told = f"{len(held)} of {len(every)} tests of sense are held by an example; not these:\n{free}"
    said = re.search(r"at least (\d+) % of the tests of sense", GUIDE.read_text(encoding="utf-8"))
    assert said is not None
    assert 100 * len(held) >= int(said[1]) * len(every), told
    assert int(said[1]) >= LEAST
