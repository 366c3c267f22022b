"""Where the shipped rules lie: inside the package in a wheel, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from hedgelint.errors import RuleError


def shipped_rules() -> Path:
    """The folder of the rules that come with hedgelint. Raises RuleError if it holds no rule."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if any(folder.glob("*/*.yaml")):
            return folder
    raise RuleError("hedgelint's own rules are missing from this installation", hint="install it again")
