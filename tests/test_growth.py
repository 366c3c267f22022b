"""Four times the text, four times the work: counted in calls, not in seconds, which tell more of the machine."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hedgelint.annotate.claims import answers
from hedgelint.annotate.phrases import FEW
from hedgelint.config.active import active_rules
from hedgelint.config.model import Entry
from hedgelint.config.settings import Settings
from hedgelint.desk.suppress import Waiver, with_waivers, written
from hedgelint.document.readers.plain import read_plain
from hedgelint.summary.claims import sheet_of

_FILE = Path(__file__).parents[1] / "benchmarks" / "growth.py"
_SPEC = importlib.util.spec_from_file_location("growth", _FILE)
assert _SPEC is not None
assert _SPEC.loader is not None
growth = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(growth)

# What is made of all phrases once stories have been long enough is made here, and not in one of the counts.
growth.DESK.lint_document(read_plain("<text>", "It rained on Monday.\n\n" * (FEW // 20)))

_SMALL = 1_500  # code points; what is the same at every size is small beside it
_MOST = 5.0  # times as many calls for four times the text; with the square of it they would be sixteen
_STORIES = {**growth.REPEATED, **growth.MADE}


def calls(work: Callable[[], object]) -> int:
    """Of functions, Python's own too, while it runs."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", list(_STORIES))
def test_a_story_four_times_as_long_takes_four_times_the_calls(name: str) -> None:
    shape = growth.shapes()[name][1]
    shape(_SMALL)()  # what is made once, and kept
    few, many = calls(shape(_SMALL)), calls(shape(4 * _SMALL))
    assert many <= _MOST * few + 500, f"{few} and {many}"


_FEW = {
    "a long quotation of random words": 100, "a long source of one word": 500,
    "names of ignored rules": 50, "severities": 50, "tables for paths": 50, "entries of waivers": 50,
    "waivers of one rule, each of a line": 5, "carriage returns alone": 500, "a carriage return, then line feeds": 500,
    "a line feed, then carriage returns": 500, "marks that cannot be mended": 6, "marks mended": 12, "captions": 20,
    "a transcript": 20, "quotations against one source": 10, "a long quotation of repeated words": 800,
    "a long quotation that stands there twice": 800, "a long quotation, every third word another": 800,
    "a chant, every third word another": 800, "a long quotation of many ellipses": 400,
    "a long quotation of many brackets": 800, "a long quotation, the source full of fillers": 300,
    "a long quotation with more behind it": 400,
}  # fmt: skip


@pytest.mark.parametrize("name", list(_FEW))
def test_four_times_of_anything_else_takes_four_times_the_calls_too(name: str) -> None:
    shape, least = growth.OTHERS[name][1], _FEW[name]
    shape(4 * least)()  # what is made once, and kept
    few, many = calls(shape(least)), calls(shape(4 * least))
    assert many <= _MOST * few + 500, f"{few} and {many}"


def test_the_sheet_of_a_story_four_times_as_long_takes_four_times_the_calls() -> None:
    piece = "Trade fell by 40 per cent. Jo Hale said that the closure caused it. “It leaks,” Owen Pratt said.\n\n"

    def work(times: int) -> int:
        story, result = growth.DESK.look(read_plain("a.txt", piece * times))
        assert len(story.claims) >= times
        return calls(lambda: sheet_of(story, result.findings))

    work(5)  # what is made once, and kept
    few, many = work(15), work(60)
    assert many <= _MOST * few + 500, f"{few} and {many}"


class _Parts(tuple):
    """Parts of a document that count how many are looked at, a slice of them too."""

    looked = 0

    def __iter__(self):
        type(self).looked += len(self)
        return super().__iter__()

    def __reversed__(self):
        type(self).looked += len(self)
        return iter(super().__getitem__(slice(None, None, -1)))

    def __getitem__(self, at):
        found = super().__getitem__(at)
        type(self).looked += len(found) if isinstance(at, slice) else 1
        return found


def test_who_speaks_by_a_title_costs_no_look_at_the_whole_story() -> None:
    """A search is one call, however far it goes: so what the text is asked is counted."""
    from hedgelint.checks import speakers

    story = growth.DESK.annotated(read_plain("a.txt", growth.titled_names(6_000)))
    seen = []

    class Seen(str):
        def startswith(self, name: str, at: int = 0) -> bool:
            seen.append(at)
            return str.startswith(self, name, at)

    told = replace(story, document=replace(story.document, text=Seen(story.document.text)))
    assert len(list(speakers.not_introduced(told, 0))) > 20
    assert len(seen) < 4 * story.document.text.count("Mr ")


def test_waivers_in_a_row_look_at_each_part_a_few_times() -> None:
    document = read_plain("a.txt", "hedgelint: ignore all -- x\n\n" * 500 + "Experts say so.\n")
    document = replace(document, parts=_Parts(document.parts))
    _Parts.looked = 0
    found = list(written(document))
    assert len(found) == 500
    assert {reach.start for _, _, reach in found} == {500 * len("hedgelint: ignore all -- x\n\n")}
    assert _Parts.looked <= 3 * 501


def test_a_finding_is_held_against_the_waivers_of_its_own_place_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    holds = Waiver.holds
    monkeypatch.setattr(Waiver, "holds", lambda self, *more: asked.append(1) or holds(self, *more))
    document = read_plain("a.txt", "hedgelint: ignore vague-source -- x\n\nExperts say so.\n\n" * 60)
    result = growth.DESK.lint_document(document)
    bare = replace(
        result, findings=tuple(replace(f, suppressed=None) for f in result.findings if f.rule == "vague-source")
    )
    asked.clear()
    other = tuple(Entry("loaded-verb", "x", "", 0, file="hedgelint.toml") for _ in range(50))
    held = Settings(active_rules(growth.BOOK.rules, (), {}), suppress=other)
    told = with_waivers(document, bare, held, frozenset(("vague-source", "loaded-verb")))
    assert sum(finding.suppressed is not None for finding in told.findings) == 60
    assert len(asked) <= 2 * 60


def test_what_each_figure_of_a_sentence_asks_of_the_sentence_is_asked_once() -> None:
    """One look at a long sentence is one call, however long it takes: so the looks themselves are counted."""
    for kept in (answers._is_of_one, answers._words, answers._scored):
        kept.cache_clear()
    growth.story("40 per cent of 1,200 and $3m and " * 200)()
    asked = [kept.cache_info() for kept in (answers._is_of_one, answers._words, answers._scored)]
    assert sum(info.hits for info in asked) > 500
    assert all(info.misses <= 2 * 10 for info in asked)
