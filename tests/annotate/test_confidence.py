"""Words that say how sure: their senses, their bands, whose they are, and what becomes of them."""

from __future__ import annotations

import pytest

from hedgelint import annotate_text
from hedgelint.annotate.certainty import Certainty, lost, nearest
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span

LEXICONS = load_rulebook().lexicons
CERTAINTY = Certainty(LEXICONS)

SENSES = [
    ("The bridge may fall.", ["may"]),
    ("The fair opens in May, as May fairs do.", []),
    ("It might fall.", ["might"]),
    ("The army's might was on show.", []),
    ("The bridge is likely to fall.", ["likely"]),
    ("A poll of likely voters was out on Monday.", []),
    ("He could see the bridge.", []),
    ("The bridge could fall.", ["could"]),
    ("He is to appear in court.", []),
    ("It appears to be leaking.", ["appears"]),
    ("The guide suggests eating at Carrow.", []),
    ("The survey suggests that it leaks.", ["suggests"]),
    ("Some 200 people came.", []),
    ("Some people came.", ["some"]),
    ("They came as soon as possible.", []),
    ("A possible leak was found.", ["possible"]),
]


@pytest.mark.parametrize(("sentence", "words"), SENSES)
def test_senses_are_told_apart(sentence: str, words: list[str]) -> None:
    story = annotate_text(sentence)
    assert [word.span.of(sentence).lower() for word in story.confidence] == words


@pytest.mark.parametrize("entry", LEXICONS["probability-scales"].entries, ids=lambda entry: entry["term"])
def test_every_term_of_the_scales_is_found_with_its_bands(entry: dict) -> None:
    for term in (entry["term"], *entry.get("forms", ())):
        sentence = f"That it falls is {term} now."
        found = [word for word in annotate_text(sentence).confidence if word.span.of(sentence) == term]
        assert [dict(word.bands) for word in found] == [{k: tuple(v) for k, v in entry["bands"].items()}], term


MOVED = [
    ("likely", {"PHIA": (55, 75), "ICD 203": (55, 80), "IPCC": (66, 100)}),
    ("very likely", {"ICD 203": (80, 95), "IPCC": (90, 100)}),
    ("highly likely", {"PHIA": (80, 90), "ICD 203": (80, 95)}),
    ("not likely", {"PHIA": (25, 35), "ICD 203": (20, 45), "IPCC": (0, 33)}),
    ("highly unlikely", {"PHIA": (10, 20)}),
    ("very unlikely", {"ICD 203": (5, 20), "IPCC": (0, 10)}),
]


@pytest.mark.parametrize(("words", "bands"), MOVED)
def test_not_and_very_move_the_band(words: str, bands: dict[str, tuple[int, int]]) -> None:
    (found,) = annotate_text(f"The bridge is {words} to fall.").confidence
    assert {scale: found.bands[scale] for scale in bands} == bands


@pytest.mark.parametrize("word", ["may", "might", "could", "possible"])
def test_what_states_no_probability_says_so(word: str) -> None:
    sentence = f"A fall is {word} now." if word == "possible" else f"The bridge {word} fall."
    (found,) = annotate_text(sentence).confidence
    assert found.bands == {}


DRIFTS = [
    ("Coffee may prevent gout in nurses.", "Coffee prevents gout in nurses.", ("may", "hedge")),
    ("The mayor allegedly took money from the fund.", "The mayor took money from the fund.", ("allegedly", "hedge")),
    ("Coffee is linked to gout in nurses.", "Coffee causes gout in nurses.", ("linked to", "cause")),
    ("The work costs up to £4m a year at Carrow.", "The work costs £4m a year at Carrow.", ("up to", "limit")),
    ("Coffee may prevent gout in nurses.", "Coffee might prevent gout in nurses.", None),
    ("Coffee prevents gout in nurses.", "Coffee may prevent gout in nurses.", None),
    ("Coffee may prevent gout in nurses.", "Coffee does not prevent gout in nurses.", None),
    ("The bridge may be painted next year.", "The council met at the town hall.", None),
]


@pytest.mark.parametrize(("milder", "surer", "gone"), DRIFTS)
def test_what_went_on_the_way(milder: str, surer: str, gone: tuple[str, str] | None) -> None:
    ours = CERTAINTY.of(surer, Span(0, len(surer)))
    theirs = nearest(ours, [CERTAINTY.of(milder, Span(0, len(milder)))], 0.6)
    assert (lost(ours, theirs, milder) if theirs else None) == gone
