"""The automaton against a slow search that shares nothing with it."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.annotate import phrases
from hedgelint.annotate.phrases import FEW, Hit, PhraseScanner, fold, straight

_WORDS = st.sampled_from(["some", "some say", "say", "sayings", "it's", "say so", "e\u0301", "x"])
_NOISE = st.lists(
    st.sampled_from(["some", "say", "sayings", " ", " ", "’s", "it", ".", "so", "“", "e\u0301", "\n", "İ", "x"]),
    max_size=25,
).map("".join)


def _slowly(phrases: list[str], text: str) -> list[tuple[int, int]]:
    folded = fold(text)
    spans = set()
    for phrase in phrases:
        pattern = r"(?<![\w\p{M}])" + regex.escape(fold(phrase)) + r"(?![\w\p{M}])"
        spans |= {m.span() for m in regex.finditer(pattern, folded, overlapped=True)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


@given(st.lists(_WORDS, min_size=1, max_size=6, unique=True), _NOISE)
def test_whole_phrases_leftmost_then_longest(phrases: list[str], text: str) -> None:
    scanner = PhraseScanner({"rule:a": phrases})
    hits = scanner.scan(text).get("rule:a", ())
    assert [(hit.start, hit.end) for hit in hits] == _slowly(phrases, text)
    for _ in range(2):  # an automaton of the phrases that can stand in the text, and one of all
        assert scanner.scan(text).get("rule:a", ()) == hits
        scanner.scan("x" * FEW)


def test_owners_do_not_take_each_others_hits() -> None:
    scanner = PhraseScanner({"a": ["some say"], "b": ["say", "some"]})
    assert scanner.scan("Some say so.") == {"a": (Hit(0, 8, 0),), "b": (Hit(0, 4, 1), Hit(5, 8, 0))}


def test_a_curly_apostrophe_is_an_apostrophe() -> None:
    assert PhraseScanner({"a": ["it's said"]}).scan("It’s said")["a"] == (Hit(0, 9, 0),)


def test_a_long_text_is_read_in_pieces_that_no_phrase_goes_over() -> None:
    scanner = PhraseScanner({"a": ["some say", "say so"], "b": ["so"]})
    piece = "Some say so,\nsome\nsay so.\n\n"
    text = piece * 9_000
    hits = scanner.scan(text)
    assert [len(hits["a"]), len(hits["b"])] == [2 * 9_000, 2 * 9_000]
    again = [
        Hit(at + hit.start, at + hit.end, hit.number)
        for at in (0, len(piece) * 8_999)
        for hit in scanner.scan(piece)["a"]
    ]
    assert [*hits["a"][:2], *hits["a"][-2:]] == again


@pytest.mark.parametrize(
    "text", ["It’s “shut”,\tthe café ‘said’\u00a0― so\n\n" * 3, "İt’s \U0001f600 \ud800\n" * 5, "plain\n" * 8]
)
def test_a_long_text_is_made_straight_piece_by_piece_and_is_the_same(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = straight(text)
    monkeypatch.setattr(phrases, "_LONG", 20)
    monkeypatch.setattr(phrases, "_PIECE", 7)
    assert straight(text) == whole


def test_no_phrases_no_hits() -> None:
    assert PhraseScanner({}).scan("anything") == {}
