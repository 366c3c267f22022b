"""hedgelint: a linter for journalism.

    from hedgelint import lint_text

    for finding in lint_text("Experts say the bridge is unsafe.").findings:
        print(finding.start.line, finding.start.column, finding.rule, finding.message)

`lint_file` reads a file as the command does; `Desk` lints many, and builds its rules once. What is not given here is
found as on the command line: the settings are those of the nearest hedgelint.toml upwards.
"""

from __future__ import annotations

import os
from os import PathLike
from typing import TYPE_CHECKING, Any

from hedgelint.version import __version__

if TYPE_CHECKING:
    from hedgelint.annotate.story import Story
    from hedgelint.config.find import Configs
    from hedgelint.config.model import Layer
    from hedgelint.desk.desk import Desk
    from hedgelint.errors import ConfigError, HedgelintError, RuleErrors
    from hedgelint.finding import Finding, Problem, Result

__all__ = [
    "ConfigError",
    "Configs",
    "Desk",
    "Finding",
    "HedgelintError",
    "Layer",
    "Problem",
    "Result",
    "RuleErrors",
    "Story",
    "__version__",
    "annotate_text",
    "lint_file",
    "lint_text",
]
_HOMES = {
    "ConfigError": "hedgelint.errors",
    "Configs": "hedgelint.config.find",
    "Desk": "hedgelint.desk.desk",
    "HedgelintError": "hedgelint.errors",
    "Layer": "hedgelint.config.model",
    "RuleErrors": "hedgelint.errors",
    "Finding": "hedgelint.finding",
    "Problem": "hedgelint.finding",
    "Result": "hedgelint.finding",
    "Story": "hedgelint.annotate.story",
}


def lint_text(text: str, *, path: str = "<text>", desk: Desk | None = None) -> Result:
    """Findings in a story. `path` names it in the findings, chooses its settings, and says by its ending where it is
    Markdown, MDX or HTML; it is not read.

    Columns count from 1, offsets from 0, both in code points of `text`. Raises HedgelintError for a mistake in rules
    or settings; a mistake in the story is a problem in the result.
    """
    from hedgelint.desk.desk import Desk
    from hedgelint.document.reader import read_text

    return (desk or Desk()).lint_document(read_text(path, text))


def lint_file(path: str | PathLike[str], *, desk: Desk | None = None) -> Result:
    """Findings in the story of a file. A file that cannot be read gives a result with a problem.

    Raises HedgelintError for a mistake in rules or settings, and ValueError for a file of several stories (.jsonl):
    `Desk.lint` yields them one by one.
    """
    from hedgelint.desk.desk import Desk

    name = os.fspath(path)
    if name.endswith(".jsonl"):
        raise ValueError(f"{name} holds several stories: use Desk().lint")
    return next((desk or Desk()).lint(name))


def annotate_text(text: str, *, path: str = "<text>", desk: Desk | None = None) -> Story:
    """The story with its sentences, quotations, attributions, confidence words and claims; spans in code points of
    `Story.document.text`. Raises HedgelintError for a mistake in rules or settings."""
    from hedgelint.desk.desk import Desk
    from hedgelint.document.reader import read_text

    return (desk or Desk()).annotated(read_text(path, text))


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module “hedgelint” has no “{name}”")
