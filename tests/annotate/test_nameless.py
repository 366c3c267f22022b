"""Frames without a source and sources without a name: which words, by which shape."""

from __future__ import annotations

import pytest

from hedgelint import annotate_text
from hedgelint.annotate.nameless import frames
from hedgelint.annotate.story import NAMELESS_SHAPES, Nameless
from hedgelint.rulebook.rulebook import load_rulebook


def nameless(text: str) -> tuple[Nameless, ...]:
    return annotate_text(f"Pier row\n\n{text}\n").nameless


def found(text: str) -> list[tuple[str, str]]:
    story = annotate_text(f"Pier row\n\n{text}\n")
    return [(one.shape, one.span.of(story.document.text)) for one in story.nameless if not one.answered]


def test_what_is_said_in_a_quotation_is_its_speakers() -> None:
    (one,) = nameless("“It is believed that he left,” Hale said.")
    assert (one.shape, one.answered) == ("impersonal", True)


FRAMES = [
    ("The driver is believed to have fled.", [("raised", "is believed to")]),
    ("The deal is also widely understood to be worth £3m.", [("raised", "is also widely understood to")]),
    ("The email was said to have stated it.", [("raised", "was said to")]),
    ("He asks to be thought to have left.", []),
    ("I am expected to pay.", []),
    ("He is expected to the north.", []),
    ("A man, believed to be in his forties, left.", [("reduced", "believed to")]),
    ("The sale, hailed at the time as a triumph, failed.", [("reduced", "hailed at the time as")]),
    ("The sale, hailed by the mayor as a triumph, failed.", []),
    ("They believed to be right was to be free.", []),
    ("The plan has been widely criticised.", [("widely", "has been widely criticised")]),
    ("The plan has been widely criticised by farmers.", []),
    ("Forty are missing, presumed dead.", [("reduced", "presumed dead")]),
    ("Dozens are feared dead.", [("ascribed", "are feared dead")]),
    ("The vote is being seen as a test.", [("ascribed", "is being seen as")]),
    ("The plan has drawn widespread criticism.", [("reaction", "has drawn widespread criticism")]),
    ("The bank has come under fire for it.", [("reaction", "has come under fire")]),
    ("The plan was met with anger.", [("reaction", "was met with anger")]),
    ("The plan drew criticism from the board.", []),
    ("The plan could draw criticism.", []),
    ("It is understood that he left.", [("impersonal", "It is understood")]),
    ("The sale, it was claimed, had failed.", [("impersonal", "it was claimed")]),
    ("She had more than it was thought.", []),
    ("It is felt by the board that he left.", []),
    ("It then emerged the firm had a client.", [("came-out", "It then emerged")]),
    ("It became known that he left.", [("came-out", "It became known")]),
    ("It emerged from the water.", []),
    ("It appears that word spread.", [("came-out", "It appears")]),
    ("It appears to be shut.", []),
    ("He has been described as a fraud.", [("ascribed", "has been described as")]),
    ("Hale was widely praised for her speech.", [("ascribed", "was widely praised for")]),
    ("He has been accused of bullying.", [("ascribed", "has been accused of")]),
    ("He has been accused of bullying by his clerks.", []),
    ("He can be seen as a fool.", []),
    ("The loss was estimated at £3m.", [("ascribed", "was estimated at")]),
    ("There have been claims that he left.", [("existential", "There have been claims")]),
    ("There is growing concern over the roof.", [("existential", "There is growing concern")]),
    ("There is no doubt that he left.", []),
    ("There is a question to answer.", []),
    ("There were complaints about the roof from the tenants.", []),
    ("Questions were raised about the cost.", [("passive-noun", "Questions were raised")]),
    ("Concerns over the cost have been voiced.", [("passive-noun", "Concerns over the cost have been voiced")]),
    ("Rumours persist that he will go.", [("passive-noun", "Rumours persist")]),
    ("Her questions were raised in the room.", []),
    ("Questions were raised by the auditor.", []),
    ("The board met amid fears that it would close.", [("ownerless", "amid fears")]),
    ("The row was fuelled by persistent rumours he had left.", [("ownerless", "by persistent rumours")]),
    ("The fear in the village was that it would close.", [("view-is", "The fear in the village was that")]),
    ("The fear is that it will close.", [("view-is", "The fear is that")]),
    ("The claim was that it had closed.", []),
    ("Word is that he left.", [("view-is", "Word is that")]),
    ("His fear is that it will close.", []),
    ("The fear of the clerks is that it will close.", []),
    ("It is too much to hope that it will stop.", []),
    ("The row was mired in allegations of bribery.", [("ownerless", "in allegations")]),
    ("She left after accusations of bias.", [("ownerless", "after accusations")]),
    ("He flew home after reports a man had been seen.", [("ownerless", "after reports")]),
    ("He flew home after reports claiming that it sank.", [("ownerless", "after reports")]),
    ("He went to Drovia in claims of old.", []),
    ("The board has denied reports that it will sell.", [("answering", "denied reports")]),
    ("He dismissed persistent rumours about the sale.", [("answering", "dismissed persistent rumours")]),
    ("He dismissed reports by the clerk.", []),
    ("He denied the reports.", []),
    ("The leak has also led to calls for a vote.", [("reaction", "has also led to calls")]),
    ("The leak has led to a fire.", []),
    ("She has earned a nationwide reputation as a bully.", [("reaction", "has earned a nationwide reputation")]),
    ("He has been called a fraud.", [("ascribed", "has been called a")]),
    ("The tower is called the Quay.", []),
    ("Orders rose less than expected in May.", [("adverb", "than expected")]),
    ("Orders rose less than expected by analysts.", []),
    ("The tea is known to curb sleep.", [("raised", "is known to")]),
    ("He is known to police and was known to fans.", []),
    ("They have been known to fib.", []),
    ("The orders, considered a guide to trade, fell.", [("reduced", "considered a")]),
    ("The orders, widely considered the best guide, fell.", [("reduced", "widely considered the")]),
    ("The board met, considered the plan and left.", []),
    ("Prices are forecast to fall.", [("raised", "are forecast to")]),
    ("Other rumoured guests left early.", [("adjective", "rumoured guests")]),
    ("Two more cases were also reported overnight.", [("reported", "were also reported")]),
    ("No damage was reported.", []),
    ("He allegedly sold it twice.", [("adverb", "allegedly")]),
]


@pytest.mark.parametrize(("text", "want"), FRAMES)
def test_frames(text: str, want: list[tuple[str, str]]) -> None:
    assert [one for one in found(text) if one[0] != "source"] == want


def test_every_shape_has_a_text_that_it_finds() -> None:
    shown = {shape for _, want in FRAMES for shape, _ in want} | {"source"}
    assert shown == set(NAMELESS_SHAPES) == {name for name, _ in frames.SHAPES} | {"source"}


@pytest.mark.parametrize(
    "text",
    [
        "Police said that the driver was believed to have fled.",
        "The sale is expected to bring £3m, according to the auctioneers.",
    ],
)
def test_a_frame_that_the_sentence_answers_for(text: str) -> None:
    assert [one.answered for one in nameless(text) if one.shape == "raised"] == [True]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Critics say the pier is unsafe. Ida Hale, an engineer, said that it was sinking.", "after"),
        ("Ida Hale said that it was sinking. Critics say the pier is unsafe.", "before"),
        ("Critics say the pier is unsafe. It was built in 1890. It is long. It is old. Ida Hale said so.", "no"),
    ],
)
def test_a_named_source_near(text: str, named: str) -> None:
    assert [one.named for one in nameless(text) if one.term == "critic"] == [named]


@pytest.mark.parametrize(
    ("text", "group", "determiner", "plural", "body", "knows"),
    [
        ("Critics say the pier is unsafe.", "critics", "bare", True, False, False),
        ("Some scientists say it is unsafe.", "scientists", "some", True, False, False),
        ("A few experts say it is unsafe.", "experts", "some", True, False, False),
        ("A Spanish official said the pier was shut.", "officials", "a", False, True, False),
        ("The board will sell, a source close to the talks said.", "anonymous", "a", False, False, True),
        ("Three officials said it was shut.", "officials", "counted", True, False, False),
        ("His critics say it is unsafe.", "critics", "whose", True, False, False),
        ("Local media said it was shut.", "press", "bare", True, False, False),
    ],
)
def test_what_is_told_of_a_source(
    text: str, group: str, determiner: str, plural: bool, body: bool, knows: bool
) -> None:
    (one,) = nameless(text)
    assert one.noun is not None
    told = one.noun
    assert (one.group, told.determiner, told.plural, told.body, told.knows) == (group, determiner, plural, body, knows)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shares fell and some analysts said the fall was fair.", "some analysts said"),
        ("Karvia left and critics have long argued it was pushed.", "critics have long argued"),
        ("He had been facing growing pressure from donors to go.", "pressure from donors"),
        ("She was named by local news outlets as his wife.", "was named by local news outlets"),
        ("People in the industry have raised serious concerns.", "People in the industry have raised"),
        ("Friends of the couple said the wedding was off.", "Friends of the couple said"),
        ("Some commuters said that they would walk.", "Some commuters said"),
        ("“The price is right,” one wheat grower said.", "one wheat grower said"),
        ("The bid failed, people familiar with the matter said.", "people familiar with the matter said"),
        ("Harbour News sources said the mayor rang.", "Harbour News sources said"),
        ("Many see the tax as a fraud.", "Many see"),
        ("The leak has led some allies to wonder who paid.", "led some allies to wonder"),
        ("Many experts have been shaking their heads at it.", "Many experts have been shaking"),
        ("Policy makers and investors fear that it will fall.", "Policy makers and investors fear"),
        ("Airlines fear that the bill will rise.", "Airlines fear"),
        ("It is no school, but critics charge that it is a camp.", "critics charge"),
    ],
)
def test_the_words_of_a_source_and_its_verb(text: str, words: str) -> None:
    story = annotate_text(f"Pier row\n\n{text}\n")
    assert [one.span.of(story.document.text) for one in story.nameless] == [words]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A source said that it was shut. He asked not to be named for fear of losing his job.", True),
        ("A source said that it was shut.", False),
    ],
)
def test_why_there_is_no_name(text: str, reason: bool) -> None:
    assert [one.noun.reason for one in nameless(text) if one.noun] == [reason]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Neighbours said that Hale kept the gate shut. He allegedly told the postman to go.", True),
        ("Hale kept the gate shut. He allegedly told the postman to go.", False),
    ],
)
def test_who_says_so_is_told_in_the_sentence_before(text: str, carried: bool) -> None:
    assert [one.carried for one in nameless(text) if one.shape == "adverb"] == [carried]


@pytest.mark.parametrize(
    "text",
    [
        "Critics were frustrated.",
        "Edwards and others said the pier was shut.",
        "Employers now seek clerks who can swim.",
        "Teachers tell us that the roof leaks.",
        "Adam Hale, of Carrow, and the board said the pier was shut.",
        "Some of the cottages date from 1740.",
        "A panel of experts met on Monday.",
        "Ida Hale, an analyst, said the pier was shut.",
        "The analyst, Ida Hale, said the pier was shut.",
        "Critics and Ida Hale said the pier was shut.",
        "The board said the pier was shut.",
    ],
)
def test_a_source_with_a_name_is_none(text: str) -> None:
    assert nameless(text) == ()


def test_the_entries_of_the_lists_have_what_the_finder_reads() -> None:
    lexicons = load_rulebook().lexicons
    allowed = set(NAMELESS_SHAPES) | {"noun"}
    for entry in lexicons["hidden-frames"].entries:
        assert set(entry["frames"]) <= allowed, entry
        assert ("ascribed" in entry["frames"]) == ("with" in entry), entry
    assert all(entry["group"] for entry in lexicons["nameless-sources"].entries)
