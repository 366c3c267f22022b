"""What the tutorials show is what happens to somebody who plays them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
sys.path.insert(0, str(TOP / "examples"))

import tutorials  # noqa: E402


@pytest.mark.parametrize("page", tutorials.PAGES, ids=lambda page: page.stem)
def test_a_tutorial_shows_what_happens(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count("```console\n$ hedgelint ") >= 4
    assert tutorials.played(text) == text
