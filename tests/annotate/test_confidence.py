"""Words that say how sure: their senses, their bands, whose they are, and what becomes of them."""

from __future__ import annotations

import pytest

from hedgelint import annotate_text
from hedgelint.annotate.certainty import Certainty, nearest
from hedgelint.annotate.losses import lost
from hedgelint.annotate.story import Attribution, Confidence, Story
from hedgelint.checks.confidence import Owners
from hedgelint.document.readers.plain import read_plain
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
    ("It is possible to cross on foot.", []),
    ("It was the best possible view.", []),
    ("It is possible that the bridge leaks.", ["it is possible that"]),
    ("The bridge may be closed.", ["may"]),
    ("Tokens may be used on the ferry.", []),
    ("A plan which may cost £4m is out.", ["may"]),
    ("Old barns may be converted into flats.", []),
    ("Talks may be held in Carrow.", ["may"]),
    ("A licence holder may fish from the pier.", []),
    ("It has been alleged that the pier leaks.", ["it has been alleged"]),
    ("What critics call a folly was sold.", ["critics"]),
    ("Its Carrow critics stayed at home.", []),
    ("He did what nobody could.", []),
    ("Ms Raman suggested that the fair be moved.", []),
    ("The figures suggested that the fair had grown.", ["suggested"]),
    ("He indicated that the gate was open.", []),
    ("A tax on property speculation was voted down.", []),
    ("Speculation that the mill would close was rife.", ["speculation"]),
    ("The mill was supposed to open on Monday.", []),
    ("She is likely to remind voters of it.", ["likely"]),
    ("It was held by a poll of likely Green voters.", []),
    ("She is the likely winner.", ["likely"]),
    ("He appeared to her in a dream.", []),
    ("The road is often used by lorries.", []),
    ("The road is often thought unsafe.", ["is often"]),
    ("Her critics were silent.", []),
    ("The bridge could not possibly hold.", []),
    ("How could the council know?", []),
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


UNLIKE_ANY = ["quite likely", "not very likely", "not yet likely", "most unlikely", "likely not", "very probably"]


@pytest.mark.parametrize("words", UNLIKE_ANY)
def test_a_word_moved_off_the_scales_has_no_band(words: str) -> None:
    sentence = f"The bridge is {words} to fall."
    (found,) = annotate_text(sentence).confidence
    assert (found.span.of(sentence), dict(found.bands)) == (words, {})


@pytest.mark.parametrize(
    ("sentence", "words", "term"),
    [
        ("The bridge isn’t likely to fall.", "isn’t likely", "not likely"),
        ("The bridge probably won't fall.", "probably won't", "probably not"),
        ("The bridge is highly\nlikely to fall.", "highly\nlikely", "highly likely"),
        ("The bridge is not only likely to fall.", "likely", "likely"),
        ("It will not.\n\nLikely to fall, it was shut.", "Likely", "likely"),
    ],
)
def test_a_denial_is_read_with_its_word(sentence: str, words: str, term: str) -> None:
    (found,) = annotate_text(sentence).confidence
    (scales,) = (e["bands"] for e in LEXICONS["probability-scales"].entries if term in (e["term"], *e.get("forms", ())))
    assert (found.span.of(sentence), dict(found.bands)) == (words, {name: tuple(band) for name, band in scales.items()})


OWNED = [
    ("The bridge may close, Jo Hale said.", "said by Jo Hale"),
    ("Jo Hale said. The bridge may close.", "the reporter's own word"),
    ("Jo Hale, who may resign, said the bridge would close.", "the reporter's own word"),
    ("The works would “probably” cost more.", "inside a quotation"),
    ("They said that the bridge may close.", "said by somebody named before"),
]


@pytest.mark.parametrize(("sentence", "owner"), OWNED)
def test_whose_word_it_is(sentence: str, owner: str) -> None:
    story = annotate_text(sentence)
    (word,) = story.confidence
    assert Owners(story).of(word) == owner


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("It seems that the bridge could stand.", "the reporter's own word"),
        ("It seems that the bridge could stand, Jo Hale said.", "said by Jo Hale"),
        ("The river is expected to rise, which could close the bridge.", "the reporter's own word"),
        ("It was reported that the bridge could stand.", "said by somebody not named"),
    ],
)
def test_what_seems_so_to_nobody_is_the_tellers_own_doubt(sentence: str, owner: str) -> None:
    story = annotate_text(sentence)
    assert Owners(story).of(story.confidence[-1]) == owner


def test_of_statements_in_one_another_the_inner_one_answers() -> None:
    text = "0123456789" * 20
    outer = [Attribution((Span(0, 1),), (), (Span(10, 190),))]
    inner = [Attribution((Span(n, n + 2),), (), (Span(n, n + 3),)) for n in range(20, 100, 4)]
    story = Story(read_plain("story.txt", text), attributions=(*inner, *outer))
    owners = Owners(story)
    assert owners.of(Confidence(Span(61, 63), "hedge")) == "said by 01"
    assert owners.of(Confidence(Span(150, 153), "hedge")) == "said by 0"
    assert owners.of(Confidence(Span(195, 198), "hedge")) == "the reporter's own word"


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
    loss = lost(ours, theirs) if theirs else None
    assert (loss and (loss.words, loss.kind)) == gone
