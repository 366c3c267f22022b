"""What wants a source, and who or what answers for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.claims.figures import ASKED, STARTS, figures
from hedgelint.annotate.phrases import PhraseScanner
from hedgelint.annotate.story import CLAIM_REASONS, Claim
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook

ANNOTATOR = Annotator(load_rulebook().lexicons)
LEAD = "The council met in the old corn exchange.\n\n"


def claims(text: str) -> list[Claim]:
    """The claims of the paragraphs after a lead that has none."""
    return list(ANNOTATOR.annotate(read_plain("story.txt", LEAD + text)).claims)


WANTS = [
    ("The closure of the mill caused a wave of thefts in the streets behind it.", "cause", "caused"),
    ("Rents in the harbour quarter went up by 40 per cent in a single winter.", "statistic", "40 per cent"),
    ("Nearly 12,000 acres of pasture lay under water at the end of the week.", "quantity", "12,000"),
    ("The firm raised £12 million from lenders in the north of the county.", "statistic", "£12 million"),
    ("Two-thirds of the boats in the bay carry no radio or lamp at all.", "statistic", "Two-thirds"),
    ("An estimated 9,000 people sleep in the camp behind the station.", "toll", "An estimated 9,000"),
    ("The tower is the most expensive in the northern half of the country.", "superlative", "the most"),
    ("Soldiers hold four villages, which the republic illegally seized in the spring.", "accusation", "illegally"),
]


@pytest.mark.parametrize(("text", "reason", "focus"), WANTS)
def test_nobody_answers(text: str, reason: str, focus: str) -> None:
    (claim,) = claims(text)
    assert not claim.attributed
    assert claim.reasons[0] == reason
    assert claim.focus.of(LEAD + text) == focus


ANSWERED = [
    "Rents went up by 40 per cent in a single winter, the tenants’ union said.",
    "Ms Voss said that the council had miscounted. Rents went up by 40 per cent in a single winter.",
    "Rents went up by 40 per cent in a single winter. That is too much, Ms Voss said.",
    "A survey of 900 tenants was carried out in May.\n\nRents took up 40 per cent of what the young earned.",
    "The court fined the firm after it illegally emptied tanks into the river.",
    "Critics of the port accuse it of hiding 40 per cent of the spills.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_somebody_or_something_answers(text: str) -> None:
    assert all(claim.attributed for claim in claims(text) if claim.reasons[0] != "quantity")


EVENTS = [
    "The motion was carried by 11-4 after a debate of two hours.",
    "Ms Brandt won the district with 54 per cent of the vote.",
    "Tickets for the match on Saturday start at £12 and there are 900 of them left.",
    "About 3,000 marched through the rain to the gates of the yard.",
    "Shares in the line closed down 9 per cent at the end of the day.",
    "The reform would cut the fee by 40 per cent from the first of May.",
    "The forint strengthened 0.4 per cent against the krona at the close.",
    "The state levies a 9.99% tax on firms that ship grain to the coast.",
    "The kettle was on sale for around £80,000 in the window of the shop.",
]


@pytest.mark.parametrize("text", EVENTS)
def test_the_event_needs_no_source(text: str) -> None:
    assert all(claim.answer or claim.reasons == ("quantity",) for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Did the closure of the mill cause 40 per cent of the thefts?",
        "“Rents went up by 40 per cent in one winter.”",
        "She had good cause to stay at home that night and rest.",
    ],
)
def test_no_claim(text: str) -> None:
    assert not [claim for claim in claims(text) if not claim.attributed]


NAMED = [
    ("Rents went up by 40 per cent in a single winter, the tenants’ union said.", "what-somebody-says"),
    ("The court heard of it when the firm illegally emptied tanks into the river.", "record"),
    ("Mr Orne lied about the cost of the bridge, critics of the plan say.", "what-somebody-says"),
    ("If the ferry firm lied to the harbour board, nobody on the quay noticed it.", "supposed"),
    ("Shares in the line closed down 9 per cent at the end of the day.", "market"),
    ("Ms Brandt took the district with 54 per cent of the vote on Sunday night.", "election"),
    ("The keeper’s wild tackle led to a broken toe for the young Carrow winger.", "play"),
    ("The brewer bought its rival on the coast for about £9 million in the spring.", "deal"),
    ("About 3,000 marched through the rain to the gates of the yard.", "seen"),
]


@pytest.mark.parametrize(("text", "answer"), NAMED)
def test_the_answer_has_a_name(text: str, answer: str) -> None:
    assert {claim.answer for claim in claims(text)} == {answer}


ASKED_ALL_THE_SAME = [
    ("Mr Orne lied about the cost of the bridge.", "accusation", "lied"),
    ("The guards murdered two men in the square and looted the shop.", "accusation", "murdered"),
    ("The charity embezzled £2m of donations.", "accusation", "embezzled"),
    ("The closure would cost the town £14 million a year.", "statistic", "£14 million"),
    ("In the same year the county’s population fell by nearly 1 million.", "statistic", "fell by"),
    ("He was one of the county’s most important suppliers of oil.", "superlative", "most"),
    ("A clerk mistakenly thought that the parcel held a bomb.", "thought", "mistakenly thought"),
    ("The fires have displaced more than 220,000 people, with the mayor declaring an emergency.", "toll", "more"),
    ("The two slides came within a minute of each other, exacerbating the damage.", "effect", "exacerbating"),
    ("The closure has devastated the town's fishing industry in a year.", "effect", "has devastated"),
    ("Morale among the officers has collapsed since the spring.", "judgement", "Morale"),
    ("A shortage of nurses is putting patients in the valley at risk.", "effect", "putting"),
    ("The bombing was the work of separatists from over the border.", "accusation", "the work of"),
    ("The decision is aimed at older voters in the marginal seats.", "thought", "decision is aimed at"),
    ("Rising temperatures are driving the fish further north.", "effect", "are driving"),
    ("No country has done more to protect its rivers than Drovia has.", "superlative", "No country"),
    ("The ministry pressures tenants to sign the new leases at once.", "accusation", "pressures"),
    ("He was the oldest surviving keeper of the light on the whole of the coast.", "superlative", "the oldest"),
    ("The mayor knows that.", "thought", "knows that"),
    ("To the end of his life he expressed no remorse for his deeds.", "judgement", "expressed no remorse"),
    ("This would remove the need for a second pump.", "prediction", "This would"),
    ("There is no evidence that the pump was ever switched on.", "judgement", "no evidence that"),
    ("Ms Hale died from a clot on the lung two days after the operation.", "health", "died from"),
    ("The treasurer had ties to a smuggling gang on the coast.", "accusation", "had ties to"),
]


@pytest.mark.parametrize(("text", "reason", "focus"), ASKED_ALL_THE_SAME)
def test_no_stray_word_silences_a_claim(text: str, reason: str, focus: str) -> None:
    (claim,) = claims(text)
    assert (claim.answer, claim.attributed, claim.reasons[0]) == ("", False, reason)
    assert claim.focus.of(LEAD + text).startswith(focus)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can say what sparked a fire of that size in the old mill on Sunday.",
        "In the flood of 2004 the river killed at least 40 people in the lower town.",
        "The income of the richest 1 per cent is taxed where it is earned, in the town.",
        "The growers feel the pressures that come with a wet spring and a late frost.",
        "The boats brought these poor, persecuted people to the harbour on Sunday.",
        "They are asking whether the closure caused a wave of thefts in the streets.",
        "The party sat in a village of about 117,000 people on the coast of the bay.",
        "The ministry has allocated 170 million yuan (about 25 million dollars) to the dam.",
    ],
)
def test_what_is_asked_or_long_past_or_describes_is_left_alone(text: str) -> None:
    assert [claim.reasons[0] for claim in claims(text) if not claim.answer and not claim.on_record] in (
        [],
        ["quantity"],
    )


def test_a_price_is_a_market_price_where_the_paragraph_before_names_the_market() -> None:
    (*_, claim) = claims("The exchange closed at a record.\n\nShares of the miner and its index rose 9 per cent.")
    assert claim.answer == "market"
    (claim,) = claims("The index of rents in the quarter rose by 9 per cent over the winter.")
    assert claim.answer == ""


def test_an_attribution_in_another_clause_does_not_answer() -> None:
    (claim,) = claims(
        "The closure of the mill caused a wave of thefts, and Ms Voss said that she would move away soon."
    )
    assert (claim.answer, claim.reasons) == ("", ("cause",))


def test_a_quoted_statement_is_somebodys() -> None:
    (claim,) = claims("“Rents went up by 40 per cent in one winter,” Ms Voss said.")
    assert (claim.answer, claim.attributed, claim.reasons[0]) == ("what-somebody-says", True, "statistic")
    (claim,) = claims("“The harbour is the busiest in the country.”")
    assert (claim.answer, claim.reasons) == ("quotation-marks", ("superlative",))


def test_the_source_after_the_lead_answers_for_it() -> None:
    text = "Rents in the quarter went up by 40 per cent.\n\nThe tenants’ union said that it would go to court."
    (claim, *_) = ANNOTATOR.annotate(read_plain("story.txt", text)).claims
    assert claim.attributed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one in four adults", [("one in four", "statistic"), ("four adults", "quantity")]),
        ("three of the 1,400 members", [("1,400", "quantity")]),
        ("a ten-acre park", []),
        ("about £9 million a year", [("about £9 million", "statistic"), ("£9 million", "quantity")]),
        ("sixty percent of them", [("sixty percent", "statistic")]),
        ("the percent sign", []),
        ("a fraction of a percent", []),
        ("nearly one-third of the wards", [("one-third", "statistic")]),
        ("a few thousand tickets", [("a few thousand tickets", "quantity")]),
        ("£ 12,500 and twenty-two trams", [("£ 12,500", "quantity"), ("twenty-two trams", "quantity")]),
        ("B52 bombers, fiftyish guests", []),
        ("a threefold rise", [("threefold", "statistic")]),
    ],
)
def test_figures(text: str, found: list[tuple[str, str]]) -> None:
    words = [hit.start for hit in PhraseScanner({"figures": STARTS}).scan(text).get("figures", ())]
    assert [(span.of(text), reason) for span, reason, asks, _ in figures(text, words) if asks == ASKED] == found


_PIECES = st.sampled_from(
    [
        "Rents rose by 9 per cent",
        ". ",
        "“",
        "”",
        "\n\n",
        " said Ida Voss",
        "caused",
        " 4-1 ",
        "poll ",
        "x ",
        "£1bn",
        "? ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_claims_are_in_order_and_inside_their_sentence(text: str) -> None:
    story = ANNOTATOR.annotate(read_plain("story.txt", text))
    assert list(story.claims) == sorted(story.claims, key=lambda claim: claim.span.start)
    for claim in story.claims:
        assert claim.span.contains(claim.focus)
        assert claim.reasons
        assert set(claim.reasons) <= set(CLAIM_REASONS)


def test_what_is_on_record_is_a_claim_that_nobody_need_be_asked_about() -> None:
    (claim,) = claims("The council appointed Ms Hale to the board of the harbour.")
    assert (claim.on_record, claim.answer) == (True, "record")
    (claim,) = claims("The council appointed Ms Hale to the board of the harbour, the mayor said.")
    assert (claim.on_record, claim.attributed) == (True, True)


@pytest.mark.parametrize(
    ("text", "focus", "reason", "soft"),
    [
        ("Trade in the valley was dampened by a poor harvest.", "was dampened", "effect", True),
        ("She works for the region's oldest weekly dance.", "region's oldest", "superlative", False),
        ("She works for the region's biggest brewery.", "region's biggest", "superlative", True),
        ("The sale has been a boon for the town.", "been a boon", "judgement", True),
        ("Ada Hale owns the second largest orchard in the valley.", "second largest", "superlative", False),
        ("The mill is hiring again, a sign that trade is back.", "a sign", "judgement", True),
        ("It is very likely that both boats sank in the night.", "It is very likely", "prediction", True),
        ("The mayor, angry at the board, left by the back door.", "angry", "thought", True),
        ("The fire was probably caused by a cigarette.", "was probably", "cause", False),
    ],
)
def test_a_word_asks_in_its_frame(text: str, focus: str, reason: str, soft: bool) -> None:
    (claim,) = [one for one in claims(text) if not one.answer and not one.on_record]
    assert (claim.focus.of(LEAD + text), claim.reasons[0], claim.soft) == (focus, reason, soft)


@pytest.mark.parametrize(
    "text",
    [
        "The boat was hit by a car and was driven by a man of forty.",
        "She works for Orne's latest brewery and did her best to help him.",
        "He is my oldest friend, and we like the hall.",
        "The house is driven by a formula that the county laid down.",
        "“It was a boon for the town and for all of us here,” Ada Hale said.",
        "Ada Hale said that the sale had been a boon for the town.",
    ],
)
def test_a_word_outside_its_frame_asks_nothing(text: str) -> None:
    assert not [one for one in claims(text) if not one.answer and not one.on_record and one.reasons != ("quantity",)]


def test_a_source_near_by_leaves_a_verdict_to_be_suggested() -> None:
    text = "Ada Hale said that the mill would close. The sale has been a boon for the brewery."
    found = [one for one in claims(text) if not one.answer]
    assert [(one.focus.of(LEAD + text), one.soft) for one in found] == [("been a boon", True)]
