"""However a letter is written, it is the same letter, and leads to all it is written with."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint import Desk, annotate_text, lint_text
from hedgelint.document.composed import compose
from hedgelint.document.model import Document
from hedgelint.document.readers.plain import read_plain
from hedgelint.span import Span

DESK = Desk()
STORY = """Cafés at Carrow to close, experts say

“The café and the naïve façade are not old any more,” José Peña said on Monday.

Critics say the résumé of Zoë Åkerlund was lost. José Peña said the bridge was unsafe.
"""


def rules(text: str) -> list[tuple[str, int, str]]:
    found = lint_text(text, desk=DESK).findings
    return [(f.rule, f.start.line, unicodedata.normalize("NFC", f.excerpt)) for f in found]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_every_form_gives_the_same_findings_on_the_same_words(form: str) -> None:
    assert rules(unicodedata.normalize(form, STORY)) == rules(STORY)
    assert len(annotate_text(unicodedata.normalize(form, STORY), desk=DESK).attributions) == 4


def test_places_are_those_of_the_file() -> None:
    text = unicodedata.normalize("NFD", STORY)
    for finding in lint_text(text, desk=DESK).findings:
        assert text[finding.start.offset : finding.end.offset] == finding.excerpt


def test_a_byte_order_mark_is_no_letter() -> None:
    assert rules("\ufeff" + STORY) == rules(STORY)
    document = read_plain("s.txt", "\ufeff" + STORY)
    assert document.parts[0].kind == "headline"
    assert document.map.source(Span(0, 1)) == Span(1, 2)


def test_a_long_story_with_one_such_letter_is_left_as_it_is_but_there() -> None:
    """What is made for each letter would take a hundred times the room of the text."""
    text = "The bridge is shut.\n" * 500 + "Cafe\u0301s are open.\n" + "The bridge is shut.\n" * 500
    made, back, moved = compose(text)
    assert (made, len(made)) == (unicodedata.normalize("NFC", text), len(text) - 1)
    assert back is not None
    assert moved is not None
    assert len(back.segments) == 3
    assert [back.offset(moved[at]) for at in (0, 10_003, 10_005, len(text))] == [0, 10_003, 10_005, len(text)]


PIECES = st.lists(
    st.sampled_from(["a", "e\u0301", "o\u0308\u0323", "\u212b", " ", "\n", "“", "\r\n", "é"]), max_size=20
)


@settings(max_examples=300, deadline=None)
@given(PIECES, st.booleans())
def test_every_letter_leads_to_all_it_is_written_with(pieces: list[str], marked: bool) -> None:
    source = ("\ufeff" if marked else "") + "".join(pieces)
    document: Document = read_plain("s.txt", source)
    assert document.text == unicodedata.normalize("NFC", "".join(pieces).replace("\r\n", "\n"))
    for i, letter in enumerate(document.text):
        there = source[slice(*document.map.source(Span(i, i + 1)))].replace("\r\n", "\n")
        assert letter in unicodedata.normalize("NFC", there)


@given(st.text(alphabet="ae\u0301\u0308 ", max_size=20))
def test_where_each_code_point_went(text: str) -> None:
    after, back, moved = compose(text)
    assert (back is None) == (moved is None) == (after == text)
    if moved is not None:
        assert moved[len(text)] == len(after)
        for at in range(1, len(text)):
            if not unicodedata.combining(text[at]):
                assert moved[at] == len(unicodedata.normalize("NFC", text[:at]))


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("The café and the naïve façade are not old any more", "NFD"),
        ("Five officers fled from the flat in the final hour of the day", "ligatures"),
        ("Nobody in the harbour office saw them going out that night", "soft hyphens"),
    ],
)
def test_a_quotation_is_the_same_in_any_writing(said: str, heard: str, tmp_path: Path) -> None:
    spoken = {
        "NFD": unicodedata.normalize("NFD", said),
        "ligatures": said.replace("ffi", "\ufb03").replace("fl", "\ufb02").replace("fi", "\ufb01"),
        "soft hyphens": said.replace("bour", "\u00adbour").replace("body", "\u200dbody"),
    }[heard]
    (tmp_path / "s.txt").write_text(f"Harbour\n\n“{said},” Jo Hale said.\n", encoding="utf-8")
    (tmp_path / "s.sources").mkdir()
    (tmp_path / "s.sources" / "t.txt").write_text(f"HALE: {spoken}.\n", encoding="utf-8")
    (result,) = DESK.lint(str(tmp_path / "s.txt"))
    assert [finding.rule for finding in result.findings] == []
