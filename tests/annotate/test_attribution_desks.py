"""Who says what outside politics: courts, councils, markets, British names and marks."""

from __future__ import annotations

import pytest

from tests.attributed import Said, attributed, said

HEARINGS: list[tuple[str, list[Said]]] = [
    (
        "The van had been parked on the quay for a week, a jury was told.",
        [("", "was told", "The van had been parked on the quay for a week")],
    ),
    (
        "The van had no brakes when it left the quay, the court heard.",
        [("", "heard", "The van had no brakes when it left the quay")],
    ),
    ("Councillors heard the quay would be shut.", [("", "heard", "the quay would be shut")]),
    ("Members were told that the quay would be shut.", [("", "were told", "that the quay would be shut")]),
    ("The clerk was told by Ida Voss that it was shut.", [("Ida Voss", "was told", "that it was shut")]),
    ("The jury heard that the van was hers.", [("", "heard", "that the van was hers")]),
    ("“The van had no brakes,” the court heard.", [("", "heard", "“The van had no brakes,”")]),
    ("“It is a disgrace,” a packed meeting was told.", [("", "was told", "“It is a disgrace,”")]),
    ("She heard the bell.", []),
]

COUNCILS: list[tuple[str, list[Said]]] = [
    (
        "Cllr Voss queried the bill and Cllr Pugh replied that it had been paid.",
        [("Cllr Voss", "queried", "the bill"), ("Cllr Pugh", "replied", "that it had been paid")],
    ),
    (
        "It was proposed by Cllr Voss and seconded by Cllr Pugh that the quay be sold.",
        [
            ("Cllr Voss", "was proposed", "that the quay be sold"),
            ("Cllr Pugh", "seconded", "that the quay be sold"),
        ],
    ),
    (
        "The plan was backed by Cllr Tom Pugh who warned that the quay would sink.",
        [("Cllr Tom Pugh", "warned", "that the quay would sink")],
    ),
    ("Her solicitor accepted the van had been hers.", [("Her solicitor", "accepted", "the van had been hers")]),
    ("Her solicitor accepted the offer made by the port.", []),
]

# Behind what they say, or within it, any verb of saying and a person with a title or two names.
RULED: list[tuple[str, list[Said]]] = [
    (
        "The port issued a statement that said it was shut.",
        [("The port", "issued a statement that said", "it was shut")],
    ),
    ("The fence, ruled Judge Pugh, was unlawful.", [("Judge Pugh", "ruled", "The fence … was unlawful")]),
    ("The fence was unlawful, conceded Mr Pugh.", [("Mr Pugh", "conceded", "The fence was unlawful")]),
    ("The gate, approved Monday, was shut.", []),
    ("The clerk was late, told Carrow News.", []),
]

ACCUSED: list[tuple[str, list[Said]]] = [
    (
        "A clerk accused of stealing a van from the quay was fined.",
        [("", "accused of", "stealing a van from the quay")],
    ),
    (
        "A clerk accused of stealing a van told the jury that it was hers.",
        [
            ("", "accused of", "stealing a van"),
            ("A clerk accused of stealing a van", "told", "that it was hers"),
        ],
    ),
    ("Ida Voss accused the clerk of stealing it.", [("Ida Voss", "accused", "the clerk of stealing it")]),
]

PLURALS: list[tuple[str, list[Said]]] = [
    ("Two clerks claim that the van was sold.", [("Two clerks", "claim", "that the van was sold")]),
    ("They claim it was sold.", [("They", "claim", "it was sold")]),
    ("Detectives in east Carrow suspect it was sold.", [("Detectives in east Carrow", "suspect", "it was sold")]),
    ("They caught the last suspect that day.", []),
]

EVENTS: list[tuple[str, list[Said]]] = [
    ("After the 2-1 win Ida Voss said the team was tired.", [("Ida Voss", "said", "the team was tired")]),
    ("Before the vote Tom Pugh warned that it would fail.", [("Tom Pugh", "warned", "that it would fail")]),
    (
        "After the keeper Ida Voss said so, the team left.",
        [("the keeper Ida Voss", "said", "so")],
    ),
    ("May Voss told the Courier it would fail.", [("May Voss", "told", "it would fail")]),
    ("In May Voss told the Courier it would fail.", [("Voss", "told", "it would fail")]),
    ("During the strike May Voss said it would fail.", [("May Voss", "said", "it would fail")]),
]

OTHER_SENSES: list[tuple[str, list[Said]]] = [
    ("Divers found two boats in the bay.", []),
    ("Divers found the boats were empty.", [("Divers", "found", "the boats were empty")]),
    ("Ida Voss maintained the quay for ten years.", []),
    ("Ida Voss maintained the quay was safe.", [("Ida Voss", "maintained", "the quay was safe")]),
    ("Ida Voss disputes that the quay was safe.", [("Ida Voss", "disputes", "that the quay was safe")]),
    ("The mayor called an election for May.", []),
    ("The mayor called a rival a liar.", [("The mayor", "called", "a rival a liar")]),
    ("The bridge supports a road.", []),
    (
        "“It leaks,” Ida Voss was quoted as saying.",
        [("Ida Voss", "was quoted as saying", "“It leaks,”")],
    ),
]

NAMES: list[tuple[str, list[Said]]] = [
    ("Ida “Birdie” Voss said the quay was shut.", [("Ida “Birdie” Voss", "said", "the quay was shut")]),
    ("At 4:30 p.m. Ida Voss said the quay was shut.", [("Ida Voss", "said", "the quay was shut")]),
    (
        "Ida Voss, who landed at 4:30pm, said the quay was shut.",
        [("Ida Voss, who landed at 4:30pm,", "said", "the quay was shut")],
    ),
    (
        "The quay was shut, according to the Carrow Evening News.",
        [("the Carrow Evening News", "according to", "The quay was shut")],
    ),
    ("Fuel costs £2 a litre, says the RAC.", [("the RAC", "says", "Fuel costs £2 a litre")]),
    (
        "Rents will rise, the bank’s economist Ida Voss told a news conference.",
        [("the bank’s economist Ida Voss", "told", "Rents will rise")],
    ),
]

TOLD: list[tuple[str, list[Said]]] = [
    ("Ida Voss, the minister, urged drivers: “Stay in.”", [("Ida Voss, the minister,", "urged", "“Stay in.”")]),
    (
        "Voss asked who would pay and Pugh said that he would.",
        [("Voss", "asked", "who would pay"), ("Pugh", "said", "that he would")],
    ),
    (
        "Asked by a reader: “Is it safe?” Voss replied: “Yes.”",
        [("a reader", "Asked", "“Is it safe?”"), ("Voss", "replied:", "“Yes.”")],
    ),
    ("The motion, seconded by Cllr Pugh, was lost.", [("Cllr Pugh", "seconded", "The motion")]),
    ("The quay is safe, insists the owner.", [("the owner", "insists", "The quay is safe")]),
    ("A clerk suspected of taking bribes has left.", [("", "suspected of", "taking bribes")]),
    ("By 6.30pm police said the quay was open.", [("police", "said", "the quay was open")]),
    ("He woke to two calls asking him to leave.", [("two calls", "asking", "him to leave")]),
]

PASSIVES: list[tuple[str, list[Said]]] = [
    (
        "Owners were warned by Insp Tom Pugh that the quay could sink.",
        [("Insp Tom Pugh", "were warned", "that the quay could sink")],
    ),
    (
        "The quay was described by the mayor, Ida Voss, as “a wreck”.",
        [("the mayor, Ida Voss,", "was described", "The quay … as “a wreck”")],
    ),
    (
        "A clerk was accused by a reader, who worked for Pugh, of theft.",
        [("a reader, who worked for Pugh,", "was accused", "A clerk … of theft")],
    ),
    ("The van was ordered to leave but the crew had gone.", [("", "was ordered", "The van … to leave")]),
    ("The van is said to have sunk, but it has been seen since.", [("", "is said", "The van … to have sunk")]),
    (
        "The van is said to have sunk and to have been sold.",
        [("", "is said", "The van … to have sunk and to have been sold")],
    ),
]

ANNOUNCED: list[tuple[str, list[Said]]] = [
    ("The mayor, Ida Voss, told us:", [("The mayor, Ida Voss,", "told", "")]),
    ("Ida Voss said in a statement:", [("Ida Voss", "said in a statement:", "")]),
    ("Ida Voss, mayor of Carrow:", [("Ida Voss, mayor of Carrow", ":", "")]),
    ("Pick of the week, Saturday and Sunday:", []),
    ("The quay, an old one:", []),
]

NO_CUES = [
    "Two claims handlers left the quay.",
    "Carrow Bank added 4p to 90p and Tarn lost 1p.",
    "The police were called but the van had gone.",
    "The crew were called at noon.",
    "The fire threatened to spread to the mill.",
    "Many firms listed on the exchange sell abroad.",
    "Please see the map below.",
    "The storms show no sign of easing.",
    "Raids revealed a saw in the van.",
    "Anyone with news of the van should call 101.",
]

REACH: list[tuple[str, list[Said]]] = [
    (
        "Officers believe the fire began in a shed, and that nobody saw it.",
        [("Officers", "believe", "the fire began in a shed, and that nobody saw it")],
    ),
    ("Friends remember her as kind, funny and stubborn.", [("Friends", "remember", "her as kind, funny and stubborn")]),
    ("According to Pugh, who owns a van, it was sold.", [("Pugh", "According to", "it was sold")]),
    ("The van, Voss said, had no brakes.", [("Voss", "said", "The van … had no brakes")]),
    ("“It sank,” said the clerk, whose van was lost.", [("the clerk", "said", "“It sank,”")]),
    ("“It sank,” says Ida Voss, 84, from her kitchen.", [("Ida Voss, 84,", "says", "“It sank,”")]),
    ("Writing in the Star, Voss said it was “mad”.", [("Voss", "said", "it was “mad”")]),
    ("“It sank,” a clerk, who asked not to be named, told the Star.", [("a clerk", "told", "“It sank,”")]),
    ("Pugh’s view is that it sank.", [("Pugh’s", "view is", "that it sank")]),
    (
        "Voss told the Post the quay, which dates from 1931, would be sold.",
        [("Voss", "told", "the quay, which dates from 1931, would be sold")],
    ),
    (
        "Voss said Pugh had run after the van and took a saw “to stop it”.",
        [("Voss", "said", "Pugh had run after the van and took a saw “to stop it”")],
    ),
    (
        "It was a time, Ms Voss says, when there were no vans.",
        [("Ms Voss", "says", "It was a time … when there were no vans")],
    ),
    (
        "The judge said that while both were “helpers”, Pugh had admitted his part.",
        [("The judge", "said", "that while both were “helpers”, Pugh had admitted his part")],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    HEARINGS
    + COUNCILS
    + RULED
    + ACCUSED
    + PLURALS
    + EVENTS
    + OTHER_SENSES
    + NAMES
    + REACH
    + TOLD
    + PASSIVES
    + ANNOUNCED,
)
def test_who_says_what(text: str, wanted: list[Said]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize("text", NO_CUES)
def test_nobody_says_anything(text: str) -> None:
    assert said(text) == []


def test_a_mayor_who_was_named_is_one_speaker() -> None:
    first = "“It is safe,” Ida Voss, mayor of Carrow, said.\n"
    text = f"{first}The mayor of Carrow said it was old.\nThe mayor said it was late."
    found = attributed(text)
    assert [speaker.name for speaker in found.speakers] == ["Ida Voss"]
    assert [one.speaker for one in found.attributions] == [0, 0, 0]


def test_who_was_met_in_an_office_speaks_in_it() -> None:
    text = "Tom Pugh, the minister for trade, came with Ms Voss.\nThe minister said it was old."
    found = attributed(text)
    assert [speaker.name for speaker in found.speakers] == ["Tom Pugh"]
    text = "Tom Pugh, a minister, came.\nIda Voss, a minister, came.\nThe minister said it was old."
    assert [speaker.name for speaker in attributed(text).speakers] == ["minister"]


def test_the_next_paragraph_holds_what_was_announced() -> None:
    for opening in ("The mayor, Ida Voss, told us:", "Ida Voss, mayor of Carrow:"):
        found = attributed(f"{opening}\n\n“The quay is shut.”")
        (quotation,) = found.quotations
        assert quotation.attribution == 0
        assert found.speakers[0].name == "Ida Voss"


def test_two_who_have_one_office_are_told_apart() -> None:
    text = "Ida Voss, a mayor, said it was old.\nTom Pugh, a mayor, said it was new.\nThe mayor said it was late."
    assert [one.speaker for one in attributed(text).attributions] == [0, 1, 2]
