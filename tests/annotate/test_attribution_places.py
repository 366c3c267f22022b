"""Where the pieces stand: statements far from their verb, tags within a statement, verbs far from their subject."""

from __future__ import annotations

import pytest

from tests.attributed import Said, said

FAR_FROM_THE_VERB: list[tuple[str, Said]] = [
    ("The port said in a letter Monday night they had shut it.", ("The port", "said", "they had shut it")),
    ("Voss argued at the hearing, the lock was old.", ("Voss", "argued", "the lock was old")),
    ("Voss explained after the vote she would resign.", ("Voss", "explained", "she would resign")),
    ("Clerks say for the port to stay open it will need money.", ("Clerks", "say", "it will need money")),
    ("Voss told the AP her office was shut.", ("Voss", "told", "her office was shut")),
    ("Voss wrote back: “We are late.”", ("Voss", "wrote back:", "“We are late.”")),
    ("Kelly said she was late.", ("Kelly", "said", "she was late")),
]

ASIDES: list[tuple[str, Said]] = [
    ("Voss said the gate – an old one – leaks.", ("Voss", "said", "the gate – an old one – leaks")),
    ("Voss said the gate leaks – and nobody knew.", ("Voss", "said", "the gate leaks – and nobody knew")),
    ("Voss said the gate leaks — a big one, by any measure.", ("Voss", "said", "the gate leaks")),
    ("Voss said the gate leaks — all day long — but he came.", ("Voss", "said", "the gate leaks")),
    ("Voss defends the gate — an old one — which leaks.", ("Voss", "defends", "the gate")),
]

WHAT_IS_SAID_OF_THEM: list[tuple[str, Said]] = [
    (
        "According to Ida Voss, a clerk in Carrow, the gate leaks.",
        ("Ida Voss, a clerk in Carrow,", "According to", "the gate leaks"),
    ),
    (
        "According to the coroner, Dr Ida Voss, the boy was dead.",
        ("the coroner, Dr Ida Voss,", "According to", "the boy was dead"),
    ),
    ("According to Voss, the gate, which is old, leaks.", ("Voss", "According to", "the gate, which is old, leaks")),
    ("According to the report, Voss, a clerk, had left.", ("the report", "According to", "Voss, a clerk, had left")),
    (
        "The gate has leaked for years, Ida Voss told reporters in Carrow on Sunday.",
        ("Ida Voss", "told", "The gate has leaked for years"),
    ),
    ("It leaks badly, Hale told the packed old hall in Carrow.", ("Hale", "told", "It leaks badly")),
    ("Rents will rise, predicts Ida Voss, a clerk.", ("Ida Voss, a clerk", "predicts", "Rents will rise")),
    ("14:32 Ida Voss: “It leaks.”", ("Ida Voss", ":", "“It leaks.”")),
    ("Not so, says Ida Voss: “It leaks.”", ("Ida Voss", "says", "“It leaks.”")),
    ("Over to Ida Voss: “It leaks.”", ("Ida Voss", ":", "“It leaks.”")),
    ("The offer was declined by the board and the gate was shut.", ("the board", "was declined", "The offer")),
    ("Voss put it to the clerk that he was late.", ("Voss", "put it", "that he was late")),
    (
        "Voss was told by the clerk, Tom Hale, that it leaked.",
        ("the clerk, Tom Hale,", "was told", "that it leaked"),
    ),
    ("Officers’ advice was that it leaked.", ("Officers’", "advice was", "that it leaked")),
    ("Researchers report in Eels that eels climb.", ("Researchers", "report", "that eels climb")),
]

WITHIN_THE_STATEMENT: list[tuple[str, Said]] = [
    ("The lock will fail, say engineers.", ("engineers", "say", "The lock will fail")),
    ("The lock, say engineers, will fail.", ("engineers", "say", "The lock … will fail")),
    (
        "The gate in Carrow, said Tom Voss, a local engineer, is old.",
        ("Tom Voss, a local engineer,", "said", "The gate in Carrow … is old"),
    ),
    (
        "And Hale, said Ida Voss, who worked for him, does not forgive.",
        ("Ida Voss, who worked for him,", "said", "And Hale … does not forgive"),
    ),
    ("“We are late,” read the letter.", ("the letter", "read", "“We are late,”")),
]

BEHIND_A_QUOTATION: list[tuple[str, Said]] = [
    ("“We are late.” Voss said.", ("Voss", "said", "“We are late.”")),
    ("“We are late!” Voss said last week.", ("Voss", "said", "“We are late!”")),
    ("“Are we late?” Voss pressed.", ("Voss", "pressed", "“Are we late?”")),
    ("“We are late,” he points out.", ("he", "points out", "“We are late,”")),
    ("“We are late,” Voss shot back.", ("Voss", "shot back", "“We are late,”")),
    ("“Are we late?” Voss went on, as if nobody knew.", ("Voss", "went on", "“Are we late?”")),
    ("“Mad” is the word for it, Voss said.", ("Voss", "said", "“Mad” is the word for it")),
    ("“Who knows?” Voss told Carrow Radio in May.", ("Voss", "told", "“Who knows?”")),
    ("“We are late,” Hale wrote on X.", ("Hale", "wrote on X", "“We are late,”")),
]

FAR_FROM_THE_SUBJECT: list[tuple[str, Said]] = [
    (
        "Tom Voss, the clerk known as “Grey,” said the lock was shut.",
        ("Tom Voss, the clerk known as “Grey,”", "said", "the lock was shut"),
    ),
    ("The clerk, who, after a row over the lock, said it was shut, left.", ("who", "said", "it was shut")),
    (
        "CARROW (AP) — Voss met crews from the port on Monday and said the lock was shut.",
        ("Voss", "said", "the lock was shut"),
    ),
]

BESIDE_ITS_OBJECT: list[tuple[str, Said]] = [
    ("Voss cast the bank as an enemy.", ("Voss", "cast", "the bank as an enemy")),
    ("Voss pushed the bank to sell.", ("Voss", "pushed", "the bank to sell")),
    ("The Post put the bill at about £45m.", ("The Post", "put", "the bill at about £45m")),
    ("Critics call the lock a folly.", ("Critics", "call", "the lock a folly")),
    ("Voters still view the port as rich.", ("Voters", "still view", "the port as rich")),
    ("The union backed the plan.", ("The union", "backed", "the plan")),
    ("The union backed away from the plan.", ("The union", "backed away from", "the plan")),
    ("Police are treating the fire as arson.", ("Police", "are treating", "the fire as arson")),
    ("Voss complained bitterly about the lock.", ("Voss", "complained bitterly about", "the lock")),
    ("Voss vowed on Monday to sue.", ("Voss", "vowed", "to sue")),
    ("As Voss puts it, “we are late”.", ("Voss", "puts it", "“we are late”")),
    ("It was a claim that Voss strongly denied.", ("Voss", "strongly denied", "that")),
]

CIRCUMSTANCES: list[tuple[str, Said]] = [
    ("Sitting near the “mad” lock, Voss said rents rose.", ("Voss", "said", "rents rose")),
    ("In a talk on “Tides” Voss said that rents rose.", ("Voss", "said", "that rents rose")),
    ("When she built the lock, Voss said, “We are late.”", ("Voss", "said", "“We are late.”")),
    ("(Voss said rents rose.)", ("Voss", "said", "rents rose")),
    ("(Rents rose, Voss said.)", ("Voss", "said", "Rents rose")),
]

WITH: list[tuple[str, Said]] = [
    (
        "Rents rose, with half of the clerks saying they would leave.",
        ("half of the clerks", "saying", "they would leave"),
    ),
    ("The row grew, with Ida Voss repeatedly calling it mad.", ("Ida Voss", "repeatedly calling", "it mad")),
    ("The clerk left with the lamp, saying it was late.", ("The clerk", "saying", "it was late")),
]

WHO: list[tuple[str, Said]] = [
    ("Ida Voss, who is a clerk, denied it.", ("Ida Voss, who is a clerk,", "denied", "it")),
    ("Ida Voss, who built it, denied it.", ("Ida Voss, who built it,", "denied", "it")),
    ("Voss, who lives there, denied it.", ("Voss", "denied", "it")),
    ("Ida Voss, who has left the port, denied it.", ("Ida Voss", "denied", "it")),
    ("Ida Voss, a clerk, who has left the port, denied it.", ("Ida Voss, a clerk,", "denied", "it")),
    ("Even critics say rents rose.", ("critics", "say", "rents rose")),
]

NAMES: list[tuple[str, Said]] = [
    ("Theresa May said the lock was shut.", ("Theresa May", "said", "the lock was shut")),
    ("“We are late,” said Mrs May.", ("Mrs May", "said", "“We are late,”")),
    ("Will Hale said the lock was shut.", ("Will Hale", "said", "the lock was shut")),
    ("In May the port said rents rose.", ("the port", "said", "rents rose")),
    ("Voss on Monday denied the delay.", ("Voss", "denied", "the delay")),
    ("“We are late,” said Ida Voss, who had built it.", ("Ida Voss, who had built it", "said", "“We are late,”")),
    (
        "“We are late,” said Ida Voss, director of the port, which runs it.",
        ("Ida Voss, director of the port, which runs it", "said", "“We are late,”"),
    ),
    (
        "“We are late,” said Ida Voss, now a partner at the port.",
        ("Ida Voss, now a partner at the port", "said", "“We are late,”"),
    ),
    ("Ida Voss of Carrow, Ohio says rents rose.", ("Ida Voss of Carrow, Ohio", "says", "rents rose")),
    (
        "Ida Voss, head of the port, a family firm, denied it.",
        ("Ida Voss, head of the port, a family firm,", "denied", "it"),
    ),
    ("Neither Hale nor Voss denied it.", ("Neither Hale nor Voss", "denied", "it")),
    ("Friends, clerks and old foes say rents rose.", ("Friends, clerks and old foes", "say", "rents rose")),
    ("Meanwhile, Hale and Voss denied it.", ("Hale and Voss", "denied", "it")),
    ("Hale met Tom Voss, whose lawyers deny it.", ("whose lawyers", "deny", "it")),
    ("Rents May Rise, Port Says", ("Port", "Says", "Rents May Rise")),
]

AT_THE_HEAD: list[tuple[str, Said]] = [
    ("As first reported by the Post, rents rose.", ("the Post", "first reported", "rents rose")),
    ("Under Carrow law, the lock is private.", ("Carrow law", "Under", "the lock is private")),
    ("To critics, the lock is a folly.", ("critics", "To", "the lock is a folly")),
    ("Rents rose, the Post reports.", ("the Post", "reports", "Rents rose")),
    ("The jury found him guilty of theft.", ("The jury", "found", "him guilty of theft")),
    ("Rents rose, according to Ida Voss, who was there.", ("Ida Voss, who was there", "according to", "Rents rose")),
    ("By his own count, he owns six boats.", ("his own count", "By", "he owns six boats")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    WHO
    + WITH
    + CIRCUMSTANCES
    + NAMES
    + AT_THE_HEAD
    + ASIDES
    + FAR_FROM_THE_VERB
    + WHAT_IS_SAID_OF_THEM
    + WITHIN_THE_STATEMENT
    + BEHIND_A_QUOTATION
    + FAR_FROM_THE_SUBJECT
    + BESIDE_ITS_OBJECT,
)
def test_place(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They go to the lock, say goodbye and leave.",
        "Voss insisted on paying the bill himself.",
        "Voss is treating the fire as a joke.",
        "Voss pushed the boat to the quay.",
        "Voss held a conference call highlighting the delay.",
        "Members sold the lock by roll call vote.",
        "The bus backed into the wall.",
        "The man put the lamp at the gate.",
        "Under the bridge, the lock is private.",
        "To the north, the lock is a ruin.",
        "By noon, he owned six boats.",
    ],
)
def test_no_statement_stands_there(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Voss left early, calling the lock a farce and vowing to sue.",
            [("Voss", "calling", "the lock a farce"), ("Voss", "vowing", "to sue")],
        ),
        (
            "Voss often denies the delay and has called for patience.",
            [("Voss", "often denies", "the delay"), ("Voss", "has called for", "patience")],
        ),
        (
            "Voss denied the delay, called it a lie and left.",
            [("Voss", "denied", "the delay"), ("Voss", "called", "it a lie and left")],
        ),
        (
            "Some seek more time, and argue that rents rose.",
            [("Some", "seek", "more time"), ("Some", "argue", "that rents rose")],
        ),
        ("Hale denied claims that rents rose.", [("Hale", "denied", "claims that rents rose")]),
        ("Hale slams bank, vows to sue", [("Hale", "slams", "bank"), ("Hale", "vows", "to sue")]),
        ("Hale continued to deny the delay.", [("Hale", "continued to deny", "the delay")]),
    ],
)
def test_two_verbs(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lock will, it is said, be sold.", ("", "is said", "The lock will … be sold")),
        ("The lock, said to have cost £45m, is shut.", ("", "said", "to have cost £45m")),
        ("The man, who is believed to be 43, was held.", ("", "is believed", "who … to be 43")),
        ("It’s believed that rents rose.", ("", "’s believed", "that rents rose")),
        ("Says bank lied to clerks", ("", "Says", "bank lied to clerks")),
    ],
)
def test_nobody_says_so(text: str, expected: Said) -> None:
    assert said(text) == [expected]
