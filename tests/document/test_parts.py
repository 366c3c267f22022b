"""Headline, byline, body and what stands between: each part by its form and its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.document.parts import find_parts

BODY = "The bridge at Carrow was closed on Monday after a survey of its piers."
MORE = "It will stay shut until the spring, the council said."

STORIES = [
    # headline, standfirst, byline, dateline
    (f"Bridge at Carrow shut\n\n{BODY}\n\n{MORE}", ["headline", "body", "body"]),
    (f"Bridge at Carrow shut\nBy Jo Hale\n{BODY}\n{MORE}", ["headline", "byline", "body", "body"]),
    (
        f"Bridge at Carrow shut\n\nCracks are as wide as a hand.\n\nBy Jo Hale\n\n{BODY}\n\n{MORE}",
        ["headline", "standfirst", "byline", "body", "body"],
    ),
    (f"Bridge at Carrow shut\n\nPublished 4 May 2024\n\n{BODY}\n\n{MORE}", ["headline", "dateline", "body", "body"]),
    ("Will the bridge hold?\n\nNobody at the yard would say on Monday.\n\nIt is old.", ["headline", "body", "body"]),
    (f"‘We were told to stay away’\n\n{BODY}\n\n{MORE}", ["headline", "body", "body"]),
    # no headline
    (BODY, ["body"]),
    (f"{BODY}\n\n{MORE}", ["body", "body"]),
    ("The bridge is shut", ["body"]),
    # inside the story
    (f"{BODY}\n\n{MORE}\n\nWhat happens next\n\n{MORE}", ["body", "body", "subhead", "body"]),
    (f"{BODY}\n\n{MORE}\n\n“A wreck”\n\n{MORE}", ["body", "body", "body", "body"]),
    (f"{BODY}\n\nPhoto: Jo Hale\n\n{MORE}", ["body", "caption", "body"]),
    (f"{BODY}\n\n- the piers\n- the deck\n\n{MORE}", ["body", "list", "list", "body"]),
    (f"{BODY}\n\nhttps://example.org/bridge\n\n{MORE}", ["body", "embed", "body"]),
    (
        f"{BODY}\n\nThe bridge is shut #carrow\n— Jo Hale (@johale) May 4, 2024\n\n{MORE}",
        ["body", "embed", "embed", "body"],
    ),
    (f"{BODY}\n\nhedgelint: ignore vague-source\n\n{MORE}", ["body", "comment", "body"]),
    ("", []),
    (" \n\n\t\n", []),
]


@pytest.mark.parametrize(("text", "kinds"), STORIES, ids=range(len(STORIES)))
def test_parts_by_form_and_place(text: str, kinds: list[str]) -> None:
    assert [part.kind for part in find_parts(text)] == kinds


def test_lines_broken_at_the_margin_are_one_paragraph() -> None:
    wrapped = (
        "The bridge at Carrow was closed on Monday after a survey found that two\n"
        "of its piers had moved by as much as a hand in the flood of last winter\n"
        "and that the deck was no longer safe for lorries, for buses or for the\n"
        "school run.\n\nIt will stay shut until the spring, when the work on the piers is to\nbegin.\n"
    )
    parts = find_parts(wrapped)
    assert [part.kind for part in parts] == ["body", "body"]
    assert parts[0].span.of(wrapped).endswith("school run.")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["A", "b", " ", "\n", "\n\n", "By Jo Hale", "- x", "(@a)", "— ", "\u2028", ".", "1. "]))
)
def test_parts_cover_the_words_in_order(pieces: list[str]) -> None:
    text, at = "".join(pieces), 0
    for part in find_parts(text):
        words = part.span.of(text)
        assert words == words.strip() != ""
        assert not text[at : part.span.start].strip()
        at = part.span.end
    assert not text[at:].strip()
