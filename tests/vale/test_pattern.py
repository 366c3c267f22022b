"""What an expression of Vale amounts to, held against the expressions themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.vale.pattern import for_papers, read


@pytest.mark.parametrize(
    ("pattern", "spellings"),
    [
        ("harbour", ("harbour",)),
        ("colou?r", ("colour", "color")),
        ("we'(?:ve|re)", ("we've", "we're")),
        ("gr[ae]y", ("gray", "grey")),
        (r"\bquay\b", ("quay",)),
        (r"at\s+last", ("at last",)),
        ("(?:ok|Okay)", ("ok", "Okay")),
        (r"approx\.", ("approx.",)),
        ("a{3}h", ("aaah",)),
        ("$200 fee", ("$200 fee",)),
        (r"\d+ tons", None),
        ("quay.?side", None),
        ("^quay", None),
        ("quay(?= wall)", None),
        ("[a-c]x", None),
        ("(?i)quay", None),
    ],
)
def test_an_expression_that_is_no_more_than_words_is_written_out(pattern: str, spellings: tuple[str, ...]) -> None:
    assert read(pattern).spellings == spellings


@pytest.mark.parametrize("pattern", ["(quay", "quay)", "[quay", "a|(b"])
def test_what_is_no_expression_is_told(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|\["):
        read(pattern)


_ATOMS = st.sampled_from(["a", "b c", "[xy]", r"\d", r"\w", "(?:m|nn|)", "(q|r)", r"\.", "[^a]", r"\s", r"\bz\b"])
_PATTERNS = st.lists(st.tuples(_ATOMS, st.sampled_from(["", "?", "+", "*", "{2}", "{1,3}"])), min_size=1, max_size=5)


@given(_PATTERNS)
def test_a_sample_is_matched_and_spellings_are_all_there_are(pieces: list[tuple[str, str]]) -> None:
    pattern = "".join(atom if not sign else f"(?:{atom}){sign}" for atom, sign in pieces)
    like = read(pattern)
    if r"\b" not in pattern:  # what stands beside a word decides about that
        assert re.fullmatch(pattern, like.sample)
        for spelling in like.spellings or ():
            assert re.fullmatch(pattern, spelling)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("we're", "we’re"),
        ('"yes"', "“yes”"),
        ("at last", "at\nlast"),
        ("[']s", "’s"),
        ("^Quay", "\n\nQuay"),
        ("$200 fee", "$200 fee"),
    ],
)
def test_it_is_read_as_papers_print(pattern: str, text: str) -> None:
    from hedgelint.checks.pattern import compiled

    assert compiled(for_papers(pattern)).search(text)
