"""What goes, or comes, between a sentence of a source and the same sentence of the story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hedgelint.annotate.certainty import Certainty, Statement
from hedgelint.annotate.losses import Loss
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.drift import compared
from hedgelint.span import Span
from tests.conftest import Run


@pytest.fixture(scope="module")
def read():
    certainty = Certainty(load_rulebook().lexicons)

    def of(text: str) -> Statement:
        return certainty.of(text, Span(0, len(text)))

    return of


SURER = [
    ("hedge", "may", "The dam may fail in a wet spring.", "The dam will fail in a wet spring."),
    ("hedge", "allegedly", "Carl Imrie allegedly sold the stolen boats.", "Carl Imrie sold the stolen boats."),
    ("hedge", "suggest", "Results suggest the vaccine protects calves.", "The vaccine protects calves."),
    ("cause", "linked to", "Night work is linked to gout in nurses.", "Night work causes gout in nurses."),
    ("cause", "associated with", "Tea was associated with lower blood pressure.", "Tea leads to lower blood pressure."),
    ("limit", "up to", "The fund pays up to £900 for each flooded home.", "The fund pays £900 for each flooded home."),
    ("limit", "at least", "At least 40 boats sank in the harbour.", "The storm sank 40 boats in the harbour."),
    ("limit", "in mice", "The drug cleared the infection in mice.", "The drug cleared the infection."),
    (
        "condition",
        "if",
        "The mill at Carrow closes in spring if the bank calls in its loan.",
        "The mill at Carrow closes in spring.",
    ),
    ("condition", "unless", "Unless rain comes, wells at Carrow run dry.", "Wells at Carrow run dry."),
    ("condition", "provided that", "The line opens in June provided that the tests end.", "The line opens in June."),
    ("denial", "not", "The council did not approve the harbour plan.", "The council did approve the harbour plan."),
    (
        "denial",
        "didn't",
        "The council didn’t approve the new harbour plan.",
        "The council approved the new harbour plan.",
    ),
    ("denial", "never", "The inspectors never saw the cracked boiler.", "The inspectors saw the cracked boiler."),
]


@pytest.mark.parametrize(("kind", "words", "source", "story"), SURER)
def test_what_went(read, kind: str, words: str, source: str, story: str) -> None:
    pair = compared(read(story), [read("A ferry sails on Friday."), read(source)])
    assert pair is not None
    assert (pair.loss, pair.milder) == (Loss(words, kind), False)


@pytest.mark.parametrize(
    ("kind", "words", "story", "source"),
    [row for row in SURER if row[0] in ("cause", "limit", "condition") or row[1] in ("may", "suggest")],
)
def test_what_came(read, kind: str, words: str, story: str, source: str) -> None:
    pair = compared(read(story), [read("A ferry sails on Friday."), read(source)])
    assert pair is not None
    assert (pair.loss, pair.milder) == (Loss(words, kind), True)


@pytest.mark.parametrize(
    ("source", "story"),
    [
        ("The dam may fail in a wet spring.", "The dam may fail in a wet spring."),
        ("The dam may fail in a wet spring.", "The dam could fail in a wet spring."),
        ("The dam may fail in a wet spring.", "A wet spring is forecast at the dam."),
        ("The dam was rebuilt in May after a wet spring.", "The dam was rebuilt after a wet spring."),
        # whether, not on condition that
        ("Ms Hale asked if the mill would close in May.", "Ms Hale asked about the mill, which closes in May."),
        ("The mill closes in May, even if the bank relents.", "The mill closes in May."),
        ("Coffee is as good as tea, if not better, for nurses.", "Coffee is as good as tea for nurses."),
        # not the bound of a figure
        ("Mr Imrie walked up to the harbour office on Monday.", "Mr Imrie walked to the harbour office on Monday."),
        (
            "That is up to the harbour board, Ida Voss.",
            "The harbour board of Carrow, led by Ida Voss, bought the mill.",
        ),
        # three names in common, and nothing else
        (
            "Ida Voss of Carrow may sing.",
            "Ida Voss, who came to Carrow as a child and ran the harbour office for thirty years, opened a bridge, two "
            "schools and a library with the mayor on Friday.",
        ),
        # said in another way
        ("The council did not approve the harbour plan.", "The council rejected the harbour plan."),
        ("The inspectors could not find the cracked boiler.", "The inspectors failed to find the cracked boiler."),
        ("The council did not approve the plan.", "The mayor and the harbour board did approve the plan on Friday."),
    ],
)
def test_what_is_no_drift(read, source: str, story: str) -> None:
    assert compared(read(story), [read(source)]) is None


def test_to_name_a_speaker_is_no_doubt(read) -> None:
    assert (
        compared(read("Carl Imrie allegedly sold the stolen boats."), [read("Carl Imrie sold stolen boats.")]) is None
    )


def test_a_source_that_says_it_both_ways_may_be_followed_either_way(read) -> None:
    flat, mild = read("The dam will fail in a wet spring."), read("The dam, in a wet spring, may fail.")
    assert compared(flat, [mild, flat]) is None
    assert compared(read("The dam may fail in a wet spring."), [flat, mild]) is None


def test_each_direction_has_its_rule(run: Run, tmp_path: Path) -> None:
    source = "The old mill at Carrow will close if the bank calls in its loan. Night work causes gout in nurses.\n"
    story = "The old mill at Carrow will close, Ms Hale said.\n\nNight work is linked to gout in nurses.\n"
    (tmp_path / "release.txt").write_text("A study.\n\n" + source, encoding="utf-8")
    (tmp_path / "story.txt").write_text("Mill\n\n" + story, encoding="utf-8")
    ran = run("story.txt", "--source", "release.txt", "--format", "json", "--severity", "info")
    found = [(f["rule"], f["severity"], f["excerpt"], f["message"]) for f in json.loads(ran.out)["findings"]]
    assert [one for one in found if one[0].startswith("story-")] == [
        (
            "story-surer",
            "warning",
            "The old mill at Carrow will close, Ms Hale said.",
            "the source has “if” here and the story has not (a condition that went)",
        ),
        (
            "story-milder",
            "info",
            "Night work is linked to gout in nurses.",
            "the story has “linked to” here and the source has not (a cause that became a link)",
        ),
    ]
