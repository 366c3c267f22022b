"""What VS Code's extension says of the settings is what the server understands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server is an extra: pip install hedgelint[lsp]")

from hedgelint.finding import SEVERITIES
from hedgelint.lsp.hints import SHOWN
from hedgelint.lsp.options import Options
from hedgelint.version import __version__

FOLDER = Path(__file__).parent.parent.parent / "editors" / "vscode"
TOLD = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
SETTINGS = TOLD["contributes"]["configuration"]["properties"]


def test_the_version_is_that_of_the_program() -> None:
    assert TOLD["version"] == __version__


def test_the_settings_have_the_values_and_defaults_of_the_server() -> None:
    assert tuple(SETTINGS["hedgelint.severity"]["enum"]) == SEVERITIES
    assert set(SETTINGS["hedgelint.inlayHints"]["enum"]) == set(SHOWN)
    given = {name.partition(".")[2]: one["default"] for name, one in SETTINGS.items()}
    assert Options().changed({"hedgelint": given}) == Options()


def test_a_folder_that_is_not_trusted_says_no_command() -> None:
    assert TOLD["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["hedgelint.command"]
