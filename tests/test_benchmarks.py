"""What a benchmark takes for granted of the code is there."""

from __future__ import annotations

import importlib.util
from pathlib import Path

TOP = Path(__file__).parents[1]


def test_without_its_names_the_package_makes_the_same_attributions(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("names_script", TOP / "benchmarks" / "names.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    without = script.without_names(tmp_path)
    _, made = script.run(TOP, TOP / "examples" / "council.txt", 1)
    assert script.run(without, TOP / "examples" / "council.txt", 1)[1] == made
    assert int(made) > 5
