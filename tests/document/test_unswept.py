"""The collector of cyclic garbage rests while a document is read, and at no other time."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from hedgelint.document.unswept import unswept


def _seen(seen: list[bool], fails: bool = False) -> Iterator[int]:
    for number in range(3):
        seen.append(gc.isenabled())
        yield number
    if fails:
        raise ValueError


def test_it_rests_while_a_value_is_made() -> None:
    seen: list[bool] = []
    between = [gc.isenabled() for _ in unswept(_seen(seen))]
    assert seen == [False, False, False]
    assert between == [True, True, True]
    assert gc.isenabled()


def test_it_works_again_after_a_failure() -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        list(unswept(_seen([], fails=True)))
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        assert list(unswept(_seen([]))) == [0, 1, 2]
        assert not gc.isenabled()
    finally:
        gc.enable()
