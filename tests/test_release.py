"""What the examples name is the version that this is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hedgelint.version import __version__

TOP = Path(__file__).parent.parent
NAMED = re.compile(r"(?:rev: *|hedgelint@|tags/|version that you use in that of )v(?P<version>\d+\.\d+\.\d+)")


@pytest.mark.parametrize(
    "path",
    [
        "examples/pre-commit/.pre-commit-config.yaml",
        "examples/github/hedgelint.yml",
        "examples/gitlab/hedgelint.gitlab-ci.yml",
        "docs/reports.md",
    ],
)
def test_an_example_names_this_version(path: str) -> None:
    named = [found["version"] for found in NAMED.finditer((TOP / path).read_text("utf-8"))]
    assert named
    assert set(named) == {__version__}
