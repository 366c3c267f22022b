"""What is kept in columns is what it was as objects, and a story is the same either way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.annotate import story as stories
from hedgelint.annotate.story import Attribution, Claim, Quotation, Sentence, Story
from hedgelint.columns import Columns
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.document.reader import read_document
from hedgelint.finding import Result
from hedgelint.span import Span

EXAMPLES = Path(__file__).parent.parent / "examples"
COUNTED = ("sentences", "quotations", "attributions", "loaded", "claims")

places = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 10**8), st.integers(0, 10**6))
pieces = st.lists(places, max_size=3).map(tuple)
words = st.sampled_from(("", "named", "role", "told"))
values = st.one_of(
    st.lists(st.builds(Sentence, places, st.integers(0, 10**6), st.booleans())),
    st.lists(
        st.builds(
            Quotation,
            places,
            places,
            words,
            st.integers(0, 10**6),
            parent=st.none() | st.integers(0, 9),
            attribution=st.none() | st.integers(0, 10**6),
        )
    ),
    st.lists(st.builds(Attribution, pieces, pieces, pieces, words, words, st.none() | st.integers(0, 9), words, words)),
    st.lists(st.builds(Claim, places, places, st.lists(words, max_size=2).map(tuple), st.booleans())),
)


@given(values, st.data())
def test_columns_are_the_tuple_that_they_were_made_of(made: list[Sentence], data: st.DataObject) -> None:
    kept, plain = Columns(type(made[0]) if made else Sentence, made), tuple(made)
    assert kept == plain
    assert plain == kept
    assert tuple(kept) == plain
    assert len(kept) == len(plain)
    assert repr(kept) == repr(plain)
    start, end, step = (data.draw(st.none() | st.integers(-9, 9).filter(bool)) for _ in range(3))
    assert kept[start:end:step] == plain[start:end:step]
    for number in range(-len(plain), len(plain)):
        assert kept[number] == plain[number]
    for number in (len(plain), -len(plain) - 1):
        with pytest.raises(IndexError):
            kept[number]
    if plain:
        assert kept != plain[1:]
        assert kept != (*plain[:-1], Sentence(Span(1, 2), -1))


def looked_at(path: Path) -> tuple[Story, Result]:
    return Desk(Configs(none=True), Layer(select=("all",))).look(read_document(str(path)))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_story_in_columns_has_the_same_annotations_and_findings(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story, result = looked_at(path)
    monkeypatch.setattr(stories, "MANY", 0)
    long, same = looked_at(path)
    assert same == result
    for name in COUNTED:
        plain: Sequence[object] = getattr(story, name)
        kept: Sequence[object] = getattr(long, name)
        assert type(plain) is tuple
        assert type(kept) is Columns
        assert kept == plain
