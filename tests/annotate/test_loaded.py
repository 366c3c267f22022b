"""Words of judgement: their senses, whose voice they stand in, and what every entry of their lists must have."""

from __future__ import annotations

from collections import Counter

import pytest

from hedgelint import annotate_text
from hedgelint.annotate.loaded import LOADED_LEXICONS
from hedgelint.rulebook.rulebook import load_rulebook

LEXICONS = load_rulebook().lexicons

SENSES = [
    ("The mayor slammed the plan.", ["slammed"]),
    ("A lorry slammed into the bridge.", []),
    ("The mayor blasted the council.", ["blasted"]),
    ("The crew blasted out a tunnel.", []),
    ("The blast broke the windows.", []),
    ("Three die in pier blast\n\nThe mayor shut the pier.", []),
    ("Her deputy tore into the council.", ["tore into"]),
    ("Foxes tore into the packages.", []),
    ("Critics lambasted the plan.", ["lambasted"]),
    ("The firm hammered out a deal.", []),
    ("The sham vote was held on Sunday.", ["sham"]),
    ("The union called the vote a sham.", []),
    ("The union described the bill as a power grab.", []),
    ("The vote was widely considered a sham.", []),
    ("She portrayed her rival as a ridiculous and hypocritical despot.", []),
    ("She called the mogul turned candidate an obvious despot.", []),
    ("Aides began to call the charges unsigned and absurd.", []),
    ("The board presented the sale as a brilliant deal.", []),
    ("Members castigated the bill as a naked power grab.", ["castigated"]),
    ("The mayor called on the despot to go.", ["despot"]),
    ("A group called Carrow Now wants the despot to go.", ["despot"]),
    ("The so-called Harbour Union despot left.", ["despot"]),
    ("As the vote was called, the despot left.", ["despot"]),
    ("The puppet show opened on Friday.", []),
    ("The regime closed the border.", ["regime"]),
    ("The tax regime closed a gap.", []),
    ("Two terrorists were shot.", ["terrorists"]),
    ("A terrorist network was broken up.", []),
    ("The referee rightly sent him off.", ["rightly"]),
    ("The bank had wrongly charged 300 customers.", []),
    ("It was a disastrous choice.", ["disastrous"]),
    ("The engine had a catastrophic failure.", []),
    ("The parties accused each other of hypocrisy.", []),
    ("The union accused the board of selling pipe dreams.", []),
    ("The board accused of fraud resigned, and selling pipe dreams went on.", ["pipe dreams"]),
    ("The hypocrisy was plain to see.", ["hypocrisy"]),
    ("The mill was innovative.", ["innovative"]),
    ("A revolutionary party won the vote.", []),
    ("A revolutionary engine won the prize.", ["revolutionary"]),
    ("It is hard for a revolutionary to retire.", []),
    ("Senator Anna Blunt left the room.", []),
    ("Blunt questions were put to Senator Anna Blunt.", []),
    ("Blunt questions were put to Senator Anna Hale.", ["Blunt"]),
    ("The board met on Friday. Blunt questions were put to Anna Hale.", ["Blunt"]),
    ("Harbour Board Hears Grim News", ["Grim"]),
    ("The board met: Grim news was read out.", ["Grim"]),
    ("The board called the plan, and its Orwellian name, a gift.", ["Orwellian"]),
]


def judged(text: str) -> list[str]:
    return [word.span.of(text) for word in annotate_text(text).loaded]


@pytest.mark.parametrize(("sentence", "words"), SENSES)
def test_senses_are_told_apart(sentence: str, words: list[str]) -> None:
    assert judged(sentence) == words


def test_inside_a_quotation_it_is_somebody_elses_word() -> None:
    text = "The vote was a sham. “It was a sham,” the union said."
    assert [word.quoted for word in annotate_text(text).loaded] == [False, True]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The vote was a sham,” the union said.", [True]),
        ("“No,” it said. The vote was a sham,” the union said. It was a farce.", [True, False]),
        ("It was a sham. “No,” it said.\n\nIt was a farce,” she said.", [False, True]),
        ("It was a sham. “No,” it said. It was a farce,” she said.", [False, True]),
    ],
)
def test_before_a_closing_mark_that_nothing_opens_the_words_may_be_anybodys(text: str, quoted: list[bool]) -> None:
    assert [word.quoted for word in annotate_text(text).loaded] == quoted


def test_stance_is_the_writers_only_where_nobody_else_answers_for_it() -> None:
    assert judged("The council should repair the bridge.") == ["should"]
    assert judged("The council should repair the bridge, the engineer said.") == []
    assert judged("“The council should repair the bridge,” the engineer said.") == []


@pytest.mark.parametrize("name", LOADED_LEXICONS)
def test_every_entry_says_how_strong_it_is_and_what_to_do(name: str) -> None:
    for entry in LEXICONS[name].entries:
        assert entry["strength"] in {"strong", "mild"}, entry["term"]
        assert entry["advice"], entry["term"]


def test_a_contested_label_names_its_authority() -> None:
    for entry in LEXICONS["loaded-labels"].entries:
        if entry.get("contested"):
            assert {"source", "alternatives"} <= set(entry), entry["term"]


@pytest.mark.parametrize("name", LOADED_LEXICONS)
def test_no_form_stands_in_a_list_twice(name: str) -> None:
    forms = Counter(form for entry in LEXICONS[name].entries for form in (entry["term"], *entry.get("forms", ())))
    assert [form for form, times in forms.items() if times > 1] == []
