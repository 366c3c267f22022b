"""Where sentences end: abbreviations, initials, quotations, figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.annotate.quotations import QuotationFinder
from hedgelint.annotate.sentences import SentenceSplitter
from hedgelint.document.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook

LEXICONS = load_rulebook().lexicons
FINDER, SPLITTER = QuotationFinder(LEXICONS), SentenceSplitter(LEXICONS)

# A bar stands where one sentence ends and the next begins.
PARAGRAPHS = [
    "The roof leaks.| It has leaked since May.",
    "Will it hold?| Nobody at the yard would say!| The survey is due on Friday.",
    "It was late …| The ferry had gone.",
    # titles, initials and abbreviations
    "Mr. Hale met Dr. Ruiz at St. Anne’s on Monday.| They spoke for an hour.",
    "J. R. Hale and Mary P. Oduya signed the letter.| It was sent on Tuesday.",
    "She works for Carrow Steel Inc. in the U.S. Senate race.| He does not.",
    "The office opens at 9 a.m. Monday.| It closes at 5 p.m.| The yard stays open.",
    "He moved to the U.S.| The firm stayed.",
    "He left on Jan. 4 and was back by Feb. 2.| Nobody noticed.",
    "See No. 4 on the list.| No.| It is gone.",
    "Hale v. Carrow was heard in May.| It failed.",
    "So did I.| She stayed.",
    # figures and addresses
    "Rents rose 3.5 per cent, to $1.2m, in a year.| They fell in May.",
    "It is on www.example.org and at Example.com today.| The paper is not.",
    # a quotation inside a sentence keeps it whole
    "“It leaks. It has leaked for years,” Hale said.| She left.",
    "Hale said, “It leaks. It has leaked for years.”| She left.",
    "He called it “a wreck. A ruin.” and left.| She stayed.",
    "“Who knows?” said Ms. Ruiz.| “Nobody does.”",
    "She asked: “Will it hold?” and had no answer.| He shrugged.",
    # one that is sentences by itself is cut as they are
    "“It leaks.| It has leaked for years.”",
    "“It leaks.| It has for years.”| The mayor left early.",
    # marks that close after the stop belong to the sentence before
    "(It has leaked for years.)| The mayor left.",
    "He said “no.”| “Yes,” she said.",
    "“He told me, ‘Go home.’”| She went.",
]


def cut(text: str) -> list[str]:
    document = read_plain("story.txt", text)
    quotations, _ = FINDER.find(document)
    return [sentence.span.of(document.text) for sentence in SPLITTER.split(document, quotations)]


@pytest.mark.parametrize("marked", PARAGRAPHS, ids=[text[:40] for text in PARAGRAPHS])
def test_sentences_end_where_they_end(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


def test_paragraphs_end_sentences_without_a_stop() -> None:
    assert cut("The roof leaks\n\nIt has leaked since May.") == ["The roof leaks", "It has leaked since May."]


PIECES = st.lists(st.sampled_from([*"“”‘’\"'.?! …()", "A", "b", "Mr", "U.S", "3", "\n", "\n\n", "''"]), max_size=60)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_sentences_cover_the_words_and_nest_with_quotations(pieces: list[str]) -> None:
    document = read_plain("story.txt", "".join(pieces))
    quotations, _ = FINDER.find(document)
    sentences = SPLITTER.split(document, quotations)
    text, at = document.text, 0
    for sentence in sentences:
        assert sentence.span.start < sentence.span.end
        assert not text[at : sentence.span.start].strip()
        at = sentence.span.end
    assert not text[at:].strip()
    for quotation in quotations:
        for sentence in sentences:
            one, other = quotation.span, sentence.span
            assert not one.overlaps(other) or one.contains(other) or other.contains(one)
