"""Positions in an editor's units, against the encodings themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="the language server is an extra: pip install hedgelint[lsp]")

from lsprotocol.types import Position

from hedgelint.lsp.positions import Positions

UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
TEXTS = st.text(st.sampled_from("ab “é€😀\u2028\u0085\x0b\n\r"), max_size=40)


def units(words: str, encoding: str) -> int:
    name = encoding if encoding == "utf-8" else f"{encoding}-le"
    return len(words.encode(name, "surrogatepass")) // UNITS[encoding]


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS)
def test_every_place_has_its_position_and_comes_back(encoding: str, text: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # between the two there is no place
        before = re.split(r"\r\n|\r|\n", text[:offset])
        wanted = Position(len(before) - 1, units(before[-1], encoding))
        assert positions.at(offset) == wanted
        assert positions.offset(wanted) == offset


@pytest.mark.parametrize("encoding", UNITS)
@given(text=TEXTS, line=st.integers(0, 50), character=st.integers(0, 2**31 - 1))
def test_any_position_is_a_place_of_the_text(encoding: str, text: str, line: int, character: int) -> None:
    positions = Positions(text, encoding)
    offset = positions.offset(Position(line, character))
    assert 0 <= offset <= len(text)
    lines = re.split(r"\r\n|\r|\n", text)
    if line < len(lines):
        assert positions.at(offset).line == line
        assert positions.at(offset).character == min(positions.at(offset).character, units(lines[line], encoding))
    else:
        assert offset == len(text)


def test_a_position_inside_a_letter_is_that_letter_s() -> None:
    assert Positions("a😀b", "utf-16").offset(Position(0, 2)) == 1
    assert Positions("a😀b", "utf-8").offset(Position(0, 4)) == 1


def test_line_and_column_of_a_problem() -> None:
    positions = Positions("😀a\nb", "utf-16")
    assert positions.place(1, 2) == Position(0, 2)
    assert positions.place(1, 99) == Position(0, 3)
    assert positions.place(0, 0) == Position(0, 0)
    assert positions.place(9, 1) == Position(1, 1)
