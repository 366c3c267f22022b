"""The tests of the shipped word lists run without a limit of time, so that none of them may need one."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import chain
from pathlib import Path

import pytest

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import Sense
from hedgelint.annotate.watch import Watch
from hedgelint.lexicon import HOUSE, SENSES
from hedgelint.rulebook.rulebook import load_rulebook

_TESTS = tuple(key for key, column in SENSES.items() if column.shape == "pattern")
_LONG = 60  # code points that a test looks at
_ANY = ["a", "a ", "the ", "a-", "a’s ", "Aa ", "1,", "a, "]


def _entries() -> list[dict[str, str]]:
    book = load_rulebook([])
    every = chain.from_iterable(lexicon.entries for lexicon in book.lexicons.by_name.values())
    return [dict(entry) for entry in every if any(test in entry for test in _TESTS)]


def test_no_test_of_a_shipped_list_goes_on_for_ever() -> None:
    """Each is held against its own words and others, repeated, with and without an end that fits nothing. One that
    backtracks without end is stopped by nothing, and so is this test."""
    entries = _entries()
    assert len(entries) > 300
    for entry in entries:
        assert HOUSE not in entry
        sense = Sense.of({key: value for key, value in entry.items() if key in _TESTS})
        words = {word for test in _TESTS for word in re.findall(r"[a-z]+", str(entry.get(test, "")))}
        for piece in [*_ANY, *(f"{word} " for word in sorted(words)[:6])]:
            row = (piece * _LONG)[:_LONG]
            text = f"{row}~X~{row}~"
            assert sense.holds(text, Hit(_LONG + 1, _LONG + 2, 0), "x", Watch()) in (True, False)


_HOSTILE = {
    "a repeated group": "(?:a|aa)+$",
    "pieces in a row": "(?:a|aa)" * 40 + "$",
    "what may be left out": "a?" * 30 + "a" * 30 + "b",
    "counted groups in one another": "(?:(?:a|aa){9}){9}$",
    "stars behind a choice": "(?:a*a*|y)(?:a*a*|y)(?:a*a*|y)(?:a*a*|y)b",
    "a word that is looked for": "(?:a|a)+b",
}


@pytest.mark.parametrize("name", list(_HOSTILE))
@pytest.mark.parametrize("test", _TESTS)
def test_a_pattern_of_a_house_is_stopped(name: str, test: str, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        f"extend: confidence\nentries:\n- term: mayhaps\n  class: hedge\n  {test}: '{_HOSTILE[name]}'\n",
        encoding="utf-8",
    )
    (entry,) = (e for e in load_rulebook([tmp_path]).lexicons["confidence"].entries if e["term"] == "mayhaps")
    text = f"{'a' * 58}! mayhaps {'a' * 58}!" if "preceded" in test else f"mayhaps {'a' * 58}!"
    start, sense = text.index("mayhaps"), Sense.of(entry)
    assert not any(isinstance(pattern, re.Pattern) for *_, pattern in sense.tests), "Python's own cannot be stopped"
    with suppress(TimeoutError):  # some of them are found to match nothing before that; Python's own would go on
        sense.holds(text, Hit(start, start + 7, 0), "mayhaps", Watch(0.2))
