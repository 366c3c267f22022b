"""The same few thousand inputs at every run; `run.py` tries others."""

from __future__ import annotations

import pytest

from tests.fuzz.run import attacked
from tests.fuzz.targets import targets

_RUNS = {
    "story": 60,
    "spelling": 25,
    "fix": 40,
    "fidelity": 40,
    "rules": 200,
    "lists": 200,
    "settings": 200,
    "records": 60,
}


@pytest.mark.parametrize("name", list(targets()))
def test_no_input_breaks_a_promise(name: str) -> None:
    target = targets()[name]
    for content in target.seeds:
        target.run(content)
    done, broken = attacked(target, 1, runs=_RUNS.get(name, 25))
    assert done
    for content in broken:
        target.run(content)  # raises again, where it can be seen
    assert broken == []
