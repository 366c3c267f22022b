"""What the pages show is what the program does."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parent.parent


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


regenerate = _load(TOP / "examples" / "regenerate.py")


@pytest.mark.parametrize("page", list(regenerate.PAGES), ids=lambda page: str(page.relative_to(TOP)))
def test_every_command_of_a_page_prints_what_the_page_shows(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "```console\n$ hedgelint" in text
    assert regenerate.refreshed(text, regenerate.PAGES[page]) == text


def test_the_first_screen_of_the_readme_holds_a_finding_and_the_two_commands() -> None:
    screen = "\n".join((TOP / "README.md").read_text(encoding="utf-8").splitlines()[:45])
    assert "hedgelint examples/council.txt" in screen
    assert ".venv/bin/pip install . && .venv/bin/hedgelint examples/council.txt" in screen
    assert '.venv/bin/pip install -e ".[test]" && .venv/bin/pytest' in screen


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (TOP / ".ci" / "run").read_text(encoding="utf-8")
    assert '-m venv "$work/venv"' in script
    assert 'pip" install --quiet --editable ".[test]"\n"$bin/pytest"' in script


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/accuracy.md"])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    path = TOP / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
