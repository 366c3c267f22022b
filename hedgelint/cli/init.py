"""`hedgelint init`."""

from __future__ import annotations

from pathlib import Path

import click

from hedgelint.cli.terminal import say
from hedgelint.errors import HedgelintError
from hedgelint.files import write_whole

_SETTINGS = """\
# Settings of hedgelint for the stories in this folder and below. Every line that begins with # is optional.

# Rules of the house's own.
rules = ["house-rules/"]

# Rules and categories: attribution, quotation, confidence, wording, headline; all; default.
# select = ["default"]
# extend-select = ["confidence-word"]
# ignore = ["vague-quantity"]

# Leave with 1 from this level on: info, suggestion, warning, error.
# fail-on = "warning"

# exclude = ["drafts/", "*.notes.txt"]

# How much a rule or a category counts: info, suggestion, warning, error, or off.
# [severity]
# vague-source = "error"
# wording = "suggestion"

# What is different elsewhere.
# [per-path."opinion/"]
# ignore = ["wording", "unattributed-claim"]
"""
_RULE = """\
# The first rule of the house: change it, copy it. `hedgelint test house-rules` proves it.
id: at-this-point
title: Many words for “now”
kind: swap
severity: suggestion
swap:
  at this point in time: now
  at the present time: now
message: "“{match}”: write “{prefer}”"
why: |
  Five words that say what one says. The house saves its readers' time.
examples:
  bad:
    - The bridge is closed [[at this point in time]], the council said.
  good:
    - The bridge is now closed, the council said.
    - “We can do nothing at this point in time,” Mr Oake said.
"""


@click.command("init", short_help="A first hedgelint.toml and a first house rule.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Write a commented hedgelint.toml and a first rule of the house. What is there already is left as it is."""
    files = {
        folder / "hedgelint.toml": _SETTINGS,
        folder / "house-rules" / "wording" / "at-this-point.yaml": _RULE,
    }
    for path, text in files.items():
        if path.exists():
            say(f"{path} is there already")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            raise HedgelintError(getattr(error, "strerror", "") or str(error), path=str(path)) from None
        write_whole(path, text.encode())
        say(f"{path} written")
