"""The page of `hedgelint serve`, as somebody uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the browser tests need the faces extra")
pytest.importorskip("uvicorn", reason="the server is an extra: pip install hedgelint[serve]")

from playwright.sync_api import Browser, expect

from tests.browser.test_xray_page import DOUBTFUL, SCHEMES, opened
from tests.serve.served import served

TOP = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as port:
        yield f"http://127.0.0.1:{port}/"


def test_a_story_is_typed_and_looked_at_as_it_grows(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.get_by_label("Story", exact=True).press_sequentially("Experts say the bridge is unsafe.", delay=5)
    expect(tab.locator("a.ref.warning")).to_have_count(1)
    tab.get_by_label("Story", exact=True).fill("The bridge is shut.")
    expect(tab.locator("a.ref")).to_have_count(0)
    expect(tab.locator("article")).to_contain_text("The bridge is shut.")
    tab.get_by_label("Story", exact=True).fill("“<img src=x onerror=document.title='gone'>,” said Jo Hale.")
    expect(tab.locator("article")).to_contain_text("<img src=x")
    tab.locator("button[data-voice]").first.click()
    expect(tab.locator(".text .lit").first).to_be_visible()
    assert tab.title() == "hedgelint"
    assert said == []
    tab.context.close()


def test_files_and_sources_are_chosen_and_a_rule_is_tried(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    tab.get_by_label("or choose a file").set_input_files(TOP / "examples" / "fidelity" / "story.txt")
    expect(tab.locator("#dropped")).to_contain_text("story.txt")
    tab.get_by_label("Sources: what").set_input_files([TOP / "examples" / "fidelity" / "hearing.txt"])
    expect(tab.locator("del").first).to_have_text("can't")
    tab.get_by_text("Try a rule").click()
    tab.get_by_role("button", name="Try it").click()
    expect(tab.locator("#proof")).to_contain_text("2 examples, all as they should be", timeout=30_000)
    tab.locator("#rule").fill("id: [")
    tab.get_by_role("button", name="Try it").click()
    expect(tab.locator("#proof")).to_contain_text("Not a rule yet", timeout=30_000)
    tab.get_by_role("button", name="take it away").click()
    expect(tab.locator("article")).to_have_count(0)
    tab.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, scheme: str, width: int) -> None:
    tab = opened(browser, address, width, **SCHEMES[scheme])
    tab.get_by_text("Try a rule").click()
    tab.get_by_label("Story", exact=True).fill("Experts say the bridge is likely unsafe.\n\n“No,” said Jo Hale.")
    expect(tab.locator("a.ref").first).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.evaluate(axe)
    result = tab.evaluate("() => axe.run(document)")
    doubtful = [one for one in result["incomplete"] if one["id"] in DOUBTFUL]
    told = [(one["id"], [node["html"] for node in one["nodes"]][:5]) for one in result["violations"] + doubtful]
    assert told == []
    tab.context.close()


def test_when_the_server_is_gone_it_is_told(browser: Browser) -> None:
    with served() as port:
        tab = opened(browser, f"http://127.0.0.1:{port}/")
    tab.get_by_label("Story", exact=True).fill("The bridge is shut.")
    expect(tab.locator("#state")).to_contain_text("is hedgelint serve still running?")
    tab.context.close()
