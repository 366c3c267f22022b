"""Pages in a real browser: Chromium of the system, driven by Playwright, and axe-core for what a person who sees little
or uses no mouse would meet. HEDGELINT_AXE names axe.min.js of the npm package axe-core."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    driver = pytest.importorskip("playwright.sync_api", reason="the browser tests need the faces extra")
    # To the end of the module and no longer: its loop runs, and the editor's tests want one of their own.
    with driver.sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()


@pytest.fixture(scope="session")
def axe() -> str:
    path = os.environ.get("HEDGELINT_AXE", "")
    if not path:
        pytest.skip("HEDGELINT_AXE does not say where axe.min.js is")
    return Path(path).read_text(encoding="utf-8")
