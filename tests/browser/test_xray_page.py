"""The X-ray in a browser: for everybody, by keyboard alone, at every width, and nothing of a story runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="the browser tests need the faces extra")

from playwright.sync_api import Browser, Page

from hedgelint.desk.desk import Desk
from hedgelint.errors import InputError
from hedgelint.report.xray.page import Seen, page

TOP = Path(__file__).parent.parent.parent
SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
# The rules whose doubtful results are looked at too.
DOUBTFUL = ("color-contrast", "aria-prohibited-attr")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of three stories: one held against a source, one with all that can be found, one that is hostile."""
    folder = tmp_path_factory.mktemp("page")
    hostile = folder / "hostile.txt"
    hostile.write_text(
        "“<img src=x onerror=document.title='gone'>,” said Jo </title><script>document.title='gone'</script>.\n\n"
        'Experts say " onclick="document.title=\'gone\'" autofocus onfocus="document.title=\'gone\'" is likely.\n',
        "utf-8",
    )
    desk = Desk()
    seen = []
    for path in (TOP / "examples" / "health-study.txt", TOP / "examples" / "fidelity" / "story.txt", hostile):
        for got in desk.seen(str(path)):
            assert not isinstance(got, InputError)
            seen.append(Seen(*got))
    made = folder / "page.html"
    made.write_text(page(seen), "utf-8")
    return made.as_uri()


def opened(browser: Browser, address: str, width: int = 1280, **how: Any) -> Page:
    tab = browser.new_context(viewport={"width": width, "height": 900}, **how).new_page()
    tab.goto(address)
    return tab


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, scheme: str, width: int) -> None:
    tab = opened(browser, address, width, **SCHEMES[scheme])
    tab.get_by_label("notes too").check()
    tab.evaluate(axe)
    result = tab.evaluate("() => axe.run(document)")
    doubtful = [one for one in result["incomplete"] if one["id"] in DOUBTFUL]
    told = [(one["id"], one["help"], [node["html"] for node in one["nodes"]][:5]) for one in result["violations"]]
    told += [(one["id"], one["help"], [node["html"] for node in one["nodes"]][:5]) for one in doubtful]
    assert told == []
    assert len(result["passes"]) > 15
    tab.context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2000])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    tab = opened(browser, address, width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.context.close()


def test_nothing_of_a_story_runs_and_nothing_is_fetched(browser: Browser, address: str) -> None:
    tab = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(address)
    tab.keyboard.press("Tab")
    for word in tab.locator(".finding").all():
        word.click(force=True)
    assert tab.title().startswith("X-ray of ")
    assert tab.locator("main img, main script, main [onclick], main [autofocus]").count() == 0
    assert [url for url in asked if url.partition("#")[0] != address] == []
    assert said == []
    tab.context.close()


def test_the_keyboard_alone_suffices(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    reached: list[str] = []
    for _ in range(120):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.outerHTML.slice(0, 40)"))
    assert sum(one.startswith("<input") for one in reached) >= 7
    assert any(one.startswith("<button") for one in reached)
    assert any(one.startswith('<a class="ref') for one in reached)
    tab.get_by_label("who answers").focus()
    colour = "getComputedStyle(document.querySelector('.text [class*=said-]')).backgroundColor"
    tinted = tab.evaluate(colour)
    tab.keyboard.press("Space")
    assert tab.evaluate(colour) != tinted
    tab.keyboard.press("Space")
    assert tab.evaluate(colour) == tinted
    voice = tab.locator("button[data-voice]").first
    voice.focus()
    tab.keyboard.press("Enter")
    assert voice.get_attribute("aria-pressed") == "true"
    assert tab.locator(".text .lit").count() > 0
    tab.keyboard.press("Enter")
    assert tab.locator(".text .lit").count() == 0
    tab.context.close()


def test_a_finding_leads_to_its_words_and_back(browser: Browser, address: str) -> None:
    tab = opened(browser, address, 390)
    number = tab.locator("a.ref.warning").first
    number.click()
    place = tab.evaluate("location.hash")
    entry = tab.locator(f"{place} a").first
    assert entry.is_visible()
    entry.click()
    assert tab.evaluate("location.hash") == place.replace("f", "w")
    tab.context.close()


def test_the_head_of_the_page_hides_nothing_beside_it(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    tab.evaluate("window.scrollTo(0, 400)")
    tab.wait_for_timeout(600)
    head = tab.locator("header.page").bounding_box()
    title = tab.locator("aside.voices h2").first.bounding_box()
    assert head is not None
    assert title is not None
    assert title["y"] >= head["y"] + head["height"]
    tab.context.close()


def test_on_paper_the_story_has_the_width_of_the_page(browser: Browser, address: str) -> None:
    tab = opened(browser, address, 794)
    tab.emulate_media(media="print")
    widths = tab.evaluate("[...document.querySelectorAll('article.text')].map(one => one.offsetWidth)")
    assert min(widths) > 600
    assert tab.locator("fieldset").is_hidden()
    tab.context.close()
