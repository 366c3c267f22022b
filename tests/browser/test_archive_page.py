"""The report on an archive in a browser: for everybody, at every width, and nothing of a story runs."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("playwright", reason="the browser tests need the faces extra")
pytest.importorskip("pyarrow", reason="archives need the archive extra")
pytest.importorskip("duckdb", reason="archives need the archive extra")

import pyarrow as pa
import pyarrow.parquet as pq
from playwright.sync_api import Browser

from hedgelint.archive import lint_batch
from hedgelint.archive.page import page
from hedgelint.archive.queries import Archive
from hedgelint.archive.said import said_twice
from hedgelint.archive.schema import GIVEN_SCHEMA
from tests.archive.stories import records
from tests.browser.test_xray_page import SCHEMES, opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("archive")
    given = [{**one, "file": "a.jsonl", "number": number} for number, one in enumerate(records(200), 1)]
    given[3]["author"] = "<img src=x onerror=document.title='gone'>" + "Annandale" * 12
    batch = lint_batch(pa.RecordBatch.from_pylist(given, schema=GIVEN_SCHEMA))
    pq.write_table(pa.Table.from_batches([batch]), folder / "out.parquet")
    archive = Archive(folder / "out.parquet")
    made = folder / "report.html"
    made.write_text(page("out.parquet", [*archive.tables(), said_twice(archive)]), "utf-8")
    return made.as_uri()


# Tables as they stand when nothing scrolls over them: what is half hidden, axe does not judge.
_UNROLLED = """() => {
  for (const one of document.querySelectorAll(".table")) one.style.cssText = "max-height: none; overflow: visible"
  for (const one of document.querySelectorAll("thead th")) one.style.position = "static"
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, axe: str, scheme: str, width: int) -> None:
    tab = opened(browser, address, width, **SCHEMES[scheme])
    tab.evaluate(_UNROLLED)
    tab.evaluate(axe)
    result = tab.evaluate("() => axe.run(document)")
    told = [(one["id"], node["html"]) for one in result["violations"] for node in one["nodes"]]
    told += [(one["id"], "") for one in result["incomplete"] if one["id"] == "aria-prohibited-attr"]
    assert told == []
    # Words of a chart, cells of one figure or at an edge it does not judge; they have the colours of all the others.
    judged = next(one["nodes"] for one in result["passes"] if one["id"] == "color-contrast")
    assert {"a", "h1", "h2", "p", "td", "th"} <= {re.findall(r"\w+", node["html"])[0] for node in judged}
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
    tab.goto(address)
    assert "out.parquet" in tab.title()
    assert (asked, said) == ([address], [])
    tab.context.close()


def test_charts_and_tables_stand_where_the_contents_lead(browser: Browser, address: str) -> None:
    tab = opened(browser, address)
    assert tab.locator("svg.chart").count() == 2
    for link in tab.locator("nav a").all():
        section = tab.locator(str(link.get_attribute("href")))
        assert section.locator("h2").inner_text() == link.inner_text()
        assert section.locator("table").bounding_box()
    bars = tab.locator("#findings-by-month svg.chart rect").all()
    months = {row.inner_text() for row in tab.locator("#findings-by-month tbody th").all()} - {"unknown"}
    assert len(bars) == len(months) > 20
    tab.context.close()
