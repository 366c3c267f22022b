"""Inputs that broke a promise once, each as small as it could be made."""

from __future__ import annotations

import pytest

from hedgelint.document.reader import read_content
from hedgelint.document.readers.html import read_html
from hedgelint.errors import InputError, RuleErrors
from hedgelint.rulebook.compile import compile_rule
from tests.fuzz import targets

_SAMPLE = "story-base64.newsml.xml"


def test_base64_with_a_letter_beyond_ascii_is_told() -> None:
    seed = targets.targets()[f"reader:{_SAMPLE}"].seeds[0]
    at = seed.index(b">", seed.index(b"base64")) + 1
    broken = seed[:at] + "é".encode() + seed[at:]
    (told,) = read_content(_SAMPLE, broken)
    assert isinstance(told, InputError)
    assert told.message == "its base64 does not hold"


@pytest.mark.parametrize("empty", ['{{< figure src="a.jpg" caption="" >}}', '{% include f.html caption="" %}'])
def test_an_empty_caption_shows_nothing(empty: str) -> None:
    targets.reader("a.md")(f"The ferry is cut\n\n{empty}\n\nIt sails once a day.\n".encode())


def test_a_month_with_an_unseen_mark_is_a_month() -> None:
    transcript = targets.sources().of_bytes("a.txt", "It was shut on 4 May\u202e 2019.".encode())
    forms = targets.build_index(transcript, targets.comparer().normaliser).words.forms
    assert forms == targets.comparer().normaliser.words("It was shut on 4 May 2019.").forms


def test_a_word_list_where_a_rule_is_expected_is_told() -> None:
    with pytest.raises(RuleErrors, match="a word list, and no rule"):
        compile_rule("a.yaml", b"extend: confidence\nentries: [x]\n", targets.book().lexicons)


def test_pieces_of_a_quotation_are_in_order_where_the_source_has_them_in_order_too() -> None:
    """The longer piece stands in the source twice, and once before the shorter."""
    said = "The alleged dealer Carl Imrie of Holm fell.\n“We shall mend it all… alleged dealer Carl Imrie of Holm.”\n"
    targets.fidelity(said.encode())


def test_a_month_with_a_soft_hyphen_beside_a_vulgar_fraction_is_one() -> None:
    targets.source("a.txt")("It was shut in May\u00ad 2019, for ½ an hour.".encode())
    forms = targets.comparer().normaliser.words("It was shut in May\u00ad 2019.").forms
    assert forms == targets.comparer().normaliser.words("It was shut in May 2019.").forms


@pytest.mark.parametrize("month", ["Ma\u0301y", "Má\u00ady", "MÁRCH"])
def test_a_month_with_an_accent_that_does_not_belong_there_is_one(month: str) -> None:
    targets.source("a.txt")(f"It was shut on 3 {month} 2019.".encode())


def test_of_two_marks_that_were_lost_no_two_quotations_cross() -> None:
    targets.story('“W "t "a"W””'.encode())


def test_a_link_on_blanks_is_none() -> None:
    document = read_html('<p>It is shut.<a href="x:y"> </a></p>')
    assert (document.text, document.links) == ("It is shut.", ())


@pytest.mark.parametrize(
    "story",
    [
        # Never closed: nobody knows where it ends, so that what follows is not left out.
        "“The lock leaks every winter. It has\nnot been mended.",
        # An ellipsis has taken the last point of the initialism.
        "“U.S...",
        # The first of two places leaves no room for what stands before.
        "The weir leaks„leaks...The weir",
        "It fell, I say, and it rose “it rose ... It fell, I say",
    ],
)
def test_a_story_of_torn_marks_is_its_own_source(story: str) -> None:
    targets.fidelity(story.encode())
