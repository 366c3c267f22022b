"""The pictures of docs/xray.md: `python examples/screenshots.py`, with the faces extra and a Chromium at hand."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.errors import InputError
from hedgelint.report.xray.page import Seen, page

TOP = Path(__file__).parent.parent
SHOTS = (
    ("council", "examples/council.txt", (), {"width": 1280, "height": 760}, "light"),
    ("health-study", "examples/health-study.txt", (), {"width": 390, "height": 780}, "light"),
    (
        "fidelity",
        "examples/fidelity/story.txt",
        ("examples/fidelity/hearing.txt",),
        {"width": 1280, "height": 780},
        "dark",
    ),
)


def main() -> int:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, path, sources, size, scheme in SHOTS:
            desk = Desk(command=Layer(sources=sources))
            seen = [Seen(*got) for got in desk.seen(path) if not isinstance(got, InputError)]
            made = Path(folder) / f"{name}.html"
            made.write_text(page(seen), "utf-8")
            tab = browser.new_context(viewport=size, color_scheme=scheme).new_page()  # type: ignore[arg-type]
            tab.goto(made.as_uri())
            tab.screenshot(path=TOP / "docs" / "images" / f"xray-{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
