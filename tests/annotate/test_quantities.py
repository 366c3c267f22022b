"""Figures with what they count."""

from __future__ import annotations

import pytest

from hedgelint.annotate.lemmas import Lemmas
from hedgelint.annotate.quantities import Quantities
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span

LEXICONS = load_rulebook().lexicons
QUANTITIES = Quantities.of(LEXICONS)

FIGURES = [
    ("Firm fined £8.5m over spill", [("£8.5m", 8_500_000, 100_000, False)]),
    ("Rents rise 12 per cent", [("12 per cent", 12, 1, False)]),
    ("Six dead and 1,200 hurt", [("Six", 6, 1, False), ("1,200", 1200, 100, False)]),
    ("600 of its 2,300 jobs", [("600", 600, 100, False), ("2,300", 2300, 100, False)]),
    ("nearly 80 jobs to go", [("80", 80, 1, True)]),
    ("Twenty-three people were killed", [("Twenty-three", 23, 1, False)]),
    ("$1.5 billion for the port", [("$1.5 billion", 1_500_000_000, 100_000_000, False)]),
    # what counts nothing that could be held against anything
    ("Carrow win 3-0 in 2031", []),
    ("He was jailed for nine years on May 7", []),
    ("At 10:30 on 12/05 he was 34", []),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES, ids=[text for text, _ in FIGURES])
def test_what_is_counted(text: str, figures: list[tuple[str, float, float, bool]]) -> None:
    found = QUANTITIES.find(text, Span(0, len(text)))
    assert [(one.span.of(text), one.value, round(one.place, 9), one.about) for one in found] == figures


def test_what_stands_behind_a_preposition_is_not_counted() -> None:
    (one,) = QUANTITIES.find("Nine hurt in coach crash", Span(0, 24))
    assert one.counted == {"injured"}


def test_words_that_count_the_same() -> None:
    above, below = "Six dead", "Six people were killed"
    (one,), (other,) = (list(QUANTITIES.find(text, Span(0, len(text)))) for text in (above, below))
    assert one.counted & other.counted == {"dead"}


@pytest.mark.parametrize(
    ("forms", "lemma"),
    [(("buys", "bought", "buying"), "buy"), (("steals", "stolen"), "steal"), (("fines", "fined"), "fin")],
)
def test_forms_of_one_word(forms: tuple[str, ...], lemma: str) -> None:
    lemmas = Lemmas.of(LEXICONS)
    assert {lemmas.lemma(form) for form in forms} == {lemma}
