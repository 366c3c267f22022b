"""Who says what, in the shapes that newspapers use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attributed import attributed

SHAPES = [
    ("The warden denied that the gate was open.", "The warden", "denied", ["that the gate was open"], "role"),
    ("The lock will close, the port said.", "the port", "said", ["The lock will close"], "role"),
    ("“We are late,” said Ida Voss.", "Ida Voss", "said", ["“We are late,”"], "named"),
    ("“We are late,” Ida Voss said.", "Ida Voss", "said", ["“We are late,”"], "named"),
    ("“Come,” she added, “and bring a lamp.”", "she", "added", ["“Come,”", "“and bring a lamp.”"], "pronoun"),
    ("Rents rose, according to a survey.", "a survey", "according to", ["Rents rose"], "document"),
    ("According to two clerks, the safe was empty.", "two clerks", "According to", ["the safe was empty"], "group"),
    ("Ida Voss told the board that rents rose.", "Ida Voss", "told", ["that rents rose"], "named"),
    ("The claim by Ida Voss that rents rose is odd.", "Ida Voss", "claim", ["that rents rose is odd"], "named"),
    ("Critics accuse the bank of greed.", "Critics", "accuse", ["the bank of greed"], "vague"),
    ("Ida Voss: “No.”", "Ida Voss", ":", ["“No.”"], "named"),
    ("“No,” runs the reply of Ida Voss.", "Ida Voss", "runs the reply of", ["“No,”"], "named"),
    ("“No,” was the short answer of the port.", "the port", "was the short answer of", ["“No,”"], "role"),
    ("“No,” goes the chant from the clerks.", "the clerks", "goes the chant from", ["“No,”"], "group"),
    # what belongs to the cue
    ("“We are late,” she said sarcastically.", "she", "said sarcastically", ["“We are late,”"], "pronoun"),
    ("The port said in a statement that rents rose.", "The port", "said in a statement", ["that rents rose"], "role"),
    ("“We are late,” the port wrote on Facebook.", "the port", "wrote on Facebook", ["“We are late,”"], "role"),
    ("The port has in the past denied the delay.", "The port", "has in the past denied", ["the delay"], "role"),
    ("He did, however, admit that rents rose.", "He", "did, however, admit", ["that rents rose"], "pronoun"),
    ("The clerks have all denied the delay.", "The clerks", "have all denied", ["the delay"], "group"),
    ("She’s said that rents rose.", "She", "’s said", ["that rents rose"], "pronoun"),
    ("Ida Voss, a clerk, bitterly denied the delay.", "Ida Voss, a clerk,", "bitterly denied", ["the delay"], "named"),
    ("Voss issued a statement saying rents rose.", "Voss", "issued a statement saying", ["rents rose"], "named"),
    (
        "Voss then sent out a short letter urging patience.",
        "Voss",
        "then sent out a short letter urging",
        ["patience"],
        "named",
    ),
    (
        "Voss responded to the charge by saying rents rose.",
        "Voss",
        "responded to the charge by saying",
        ["rents rose"],
        "named",
    ),
    ("“We are late,” she said with a wry smile.", "she", "said with a wry smile", ["“We are late,”"], "pronoun"),
    ("“We are late,” she said over the phone.", "she", "said over the phone", ["“We are late,”"], "pronoun"),
    ("Voss ran an advert that urges patience.", "Voss", "ran an advert that urges", ["patience"], "named"),
    (
        "Ida Voss sent a letter to the port, asking for time.",
        "Ida Voss",
        "sent a letter to the port, asking for",
        ["time"],
        "named",
    ),
    # far from each other
    ("Voss said of the talks he had last week that rents rose.", "Voss", "said", ["that rents rose"], "named"),
    ("Voss described, in bitter terms, a run of thefts.", "Voss", "described", ["a run of thefts"], "named"),
    ("But, said Ida Voss, “we are late.”", "Ida Voss", "said", ["“we are late.”"], "named"),
    ("They built the lock, which Voss fiercely opposed.", "Voss", "fiercely opposed", ["which"], "named"),
    (
        "Tom Voss (Lab.), chair of the port, said rents rose.",
        "Tom Voss (Lab.), chair of the port,",
        "said",
        ["rents rose"],
        "named",
    ),
    ("The lock, she told the Carrow Post, was shut.", "she", "told", ["The lock", "was shut"], "pronoun"),
    ("The lock, according to Voss, was shut.", "Voss", "according to", ["The lock", "was shut"], "named"),
    ("“The lock,” according to Voss, “is shut”.", "Voss", "according to", ["“The lock,”", "“is shut”"], "named"),
    ("The plan was, in her view, flawed.", "her", "view", ["The plan was", "flawed"], "pronoun"),
    ("There was, said Tom Voss, no way back.", "Tom Voss", "said", ["There was", "no way back"], "named"),
    (
        "Said Ida Voss, who grew up here: “We were late.”",
        "Ida Voss, who grew up here",
        "Said",
        ["“We were late.”"],
        "named",
    ),
    ("She shrugged: “We are late.”", "She", "shrugged:", ["“We are late.”"], "pronoun"),
    ("As Ida Voss put it: “We are late.”", "Ida Voss", "put it:", ["“We are late.”"], "named"),
    ("Voss, though, was happy: “We are late.”", "Voss, though,", "was happy:", ["“We are late.”"], "named"),
    ("Voss told crews after the flood: “We are late.”", "Voss", "told", ["“We are late.”"], "named"),
    ("A clerk told the court Voss had lied.", "A clerk", "told", ["Voss had lied"], "role"),
    ("Voss wants to leave the “mad” port.", "Voss", "wants", ["to leave the “mad” port"], "named"),
    ("Police put the crowd at 2,000.", "Police", "put", ["the crowd at 2,000"], "group"),
    ("Last month a poll found Voss ahead.", "a poll", "found", ["Voss ahead"], "document"),
    ("“We ran,” she says, her voice breaking.", "she", "says", ["“We ran,”"], "pronoun"),
    ("Voss said late Monday that rents rose.", "Voss", "said", ["that rents rose"], "named"),
    ("Although Voss said rents rose, the port stayed open.", "Voss", "said", ["rents rose"], "named"),
    ("Voss said only that rents rose.", "Voss", "said", ["that rents rose"], "named"),
    ("At least 40 ships sank, Voss said on Monday.", "Voss", "said", ["At least 40 ships sank"], "named"),
    ("Rents rose, per the port.", "the port", "per", ["Rents rose"], "role"),
    ("In the words of Ida Voss: “We are late.”", "Ida Voss", "In the words of", ["“We are late.”"], "named"),
    ("Or, as Ida Voss said: “We are late.”", "Ida Voss", "said:", ["“We are late.”"], "named"),
    ("His answer: “We are late.”", "His", "answer:", ["“We are late.”"], "pronoun"),
    (
        "Voss praised two crews, including his own, on Monday.",
        "Voss",
        "praised",
        ["two crews, including his own"],
        "named",
    ),
    ("Hale was accused by Voss of theft.", "Voss", "was accused", ["Hale", "of theft"], "named"),
    ("Hale was hailed by Voss as a hero.", "Voss", "was hailed", ["Hale", "as a hero"], "named"),
    ("Voss said in a letter it was late.", "Voss", "said", ["it was late"], "named"),
    ("Voss said then that it was late.", "Voss", "said", ["that it was late"], "named"),
    # who it is
    (
        "“We are late,” Ida Voss, 67, a clerk in Carrow, Pa., said.",
        "Ida Voss, 67, a clerk in Carrow, Pa.,",
        "said",
        ["“We are late,”"],
        "named",
    ),
    (
        "The owner of the mill, Tom Voss, 45, denied it.",
        "The owner of the mill, Tom Voss, 45,",
        "denied",
        ["it"],
        "named",
    ),
    ("Her husband, Tom, 65, denied it.", "Her husband, Tom, 65,", "denied", ["it"], "named"),
    ("A man who lives there denied it.", "A man who lives there", "denied", ["it"], "role"),
    (
        "Ida Voss, the author of “Tides,” about the sea, denied it.",
        "Ida Voss, the author of “Tides,” about the sea,",
        "denied",
        ["it"],
        "named",
    ),
    ("Analysts at Voss denied it.", "Analysts at Voss", "denied", ["it"], "group"),
    ("Papers seen by the Post show rents rose.", "Papers seen by the Post", "show", ["rents rose"], "document"),
    ("Last week the WHO denied it.", "the WHO", "denied", ["it"], "named"),
    # credits
    ("“We are late.” — Ida Voss", "Ida Voss", "—", ["“We are late.”"], "named"),
    ("“We are late.” – Ida Voss, clerk of Carrow", "Ida Voss, clerk of Carrow", "–", ["“We are late.”"], "named"),
    # the subject nearest to the verb
    ("Voss has won a seat and Hale denied the delay.", "Hale", "denied", ["the delay"], "named"),
    (
        "At the moment Ida Voss learned the lock was shut, rain fell.",
        "Ida Voss",
        "learned",
        ["the lock was shut, rain fell"],
        "named",
    ),
    # courts
    ("Tom Voss, of Quay Road, denies theft.", "Tom Voss, of Quay Road,", "denies", ["theft"], "named"),
    ("She pleaded not guilty to theft.", "She", "pleaded not guilty to", ["theft"], "pronoun"),
    ("The port told jurors the lock was shut.", "The port", "told", ["the lock was shut"], "role"),
    # British spellings
    ("The port emphasised that rents rose.", "The port", "emphasised", ["that rents rose"], "role"),
    ("Voss labelled the plan a farce.", "Voss", "labelled", ["the plan a farce"], "named"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind"), SHAPES)
def test_shape(text: str, source: str, cue: str, content: list[str], kind: str) -> None:
    (found,) = attributed(text).attributions
    assert [span.of(text) for span in found.source] == [source]
    assert [span.of(text) for span in found.cue] == [cue]
    assert [span.of(text) for span in found.content] == content
    assert found.source_kind == kind


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It was reported that rents rose.", "was reported", ["that rents rose"]),
        ("The firm was accused of fraud.", "was accused of", ["The firm", "fraud"]),
        ("There are fears that the dam may fail.", "fears", ["that the dam may fail"]),
        ("The fire is believed to have been set.", "is believed", ["The fire", "to have been set"]),
        ("It is understood that he will resign.", "is understood", ["that he will resign"]),
        ("It is thought the ship sank.", "is thought", ["the ship sank"]),
        ("It is not known how it began.", "It is not known", ["how it began"]),
        ("The tax is widely seen as unfair.", "is widely seen as", ["The tax", "unfair"]),
        ("Low rents, seen as a boon, fell.", "seen as", ["a boon"]),
        ("She is best known for her songs.", "is best known for", ["She", "her songs"]),
        ("Fears are growing that rents will rise.", "Fears are growing", ["that rents will rise"]),
        ("It emerged on Monday that rents rose.", "emerged", ["that rents rose"]),
        ("It was alleged in court that rents rose.", "was alleged", ["that rents rose"]),
        ("He faces claims that rents rose.", "claims", ["that rents rose"]),
        ("Amid claims that rents rose, ships left.", "claims", ["that rents rose"]),
        ("Voss is rumoured to be leaving.", "is rumoured", ["Voss", "to be leaving"]),
        ("Voss was charged with theft.", "was charged with", ["Voss", "theft"]),
        ("There are accusations of theft.", "accusations of", ["theft"]),
        ("It was a plan that is expected to fail.", "is expected", ["that", "to fail"]),
        ("Rents fell but are expected to rise.", "are expected", ["to rise"]),
    ],
)
def test_nobody_says_so(text: str, cue: str, content: list[str]) -> None:
    (found,) = attributed(text).attributions
    assert (found.source, found.source_kind) == ((), "none")
    assert [span.of(text) for span in found.cue] == [cue]
    assert [span.of(text) for span in found.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed nine lives.",
        "Add salt and stir.",
        "The state of the roof is poor.",
        "They fled to the port.",
        "Voss hosts a radio show about ferries.",
        "The port lost his best hope for a title.",
        "The port has 384 pledged delegates.",
        "A group called Harbour First won.",
        "They showed up late and found themselves alone.",
        "The band will appear at the fair.",
        "The choir heard the bell.",
        "The ferry has broken many promises.",
    ],
)
def test_other_senses_are_left_alone(text: str) -> None:
    assert attributed(text).attributions == ()


def test_quotation_runs_on_into_the_next_paragraph() -> None:
    said = attributed("“The pump failed,” Ida Voss said.\n\n“We mended it at night.”\n\nRain fell all day.")
    assert [q.attribution for q in said.quotations] == [0, 0]
    assert [s.attributed for s in said.sentences] == [True, True, False]


def test_pronoun_and_surname_stand_for_the_person_named_before() -> None:
    said = attributed("Ida Voss said that rents rose.\n\nShe said that wages fell.\n\nVoss said that prices rose.")
    assert [a.speaker for a in said.attributions] == [0, 0, 0]
    assert [speaker.name for speaker in said.speakers] == ["Ida Voss"]


def test_a_source_of_no_words_is_none() -> None:
    (view,) = attributed("view by that").attributions
    assert (view.source, view.source_kind) == ((), "none")


_WORDS = """
, . ; : “ ” ( ) - — ’ ? ! said says told asked put tell saying reading known seen charged emerged accused claim the Ida
Voss that and who whom which what he her it they WHO Dr Said MPs É 67 40 least At about almost late only then Monday
last week by as for at of in on to with a per issued statement letter sent responded began although Although While
Asked But is was has been there are growing fears view answer if when not ¶
"""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([word.replace("¶", "\n\n") for word in _WORDS.split()]), max_size=40))
def test_any_words_give_spans_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    said = attributed(text)
    for found in said.attributions:
        assert found.cue
        for span in (*found.source, *found.cue, *found.content):
            assert 0 <= span.start < span.end <= len(text)
    firsts = [found.cue[0].start for found in said.attributions]
    assert firsts == sorted(firsts)


def test_who_is_whoever_the_longer_source_names() -> None:
    story = attributed("Ida Hale, a lawyer who opposed the plan, said that it failed.")
    assert [said.speaker for said in story.attributions] == [0, 0]
    assert [speaker.name for speaker in story.speakers] == ["Ida Hale"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On Monday British officials denied the delay.", "group"),
        ("On Monday a Carrow councillor denied the delay.", "role"),
        ("On Monday the mayor, Ida Hale, denied the delay.", "named"),
        ("On Monday Hale and his aides denied the delay.", "named"),
        ("On Monday some Carrow officials denied the delay.", "vague"),
        ("On Monday the Ministry of Works denied the delay.", "named"),
        ("On Monday officials close to the mayor denied the delay.", "anonymous"),
        ("On Monday an official, speaking on condition of anonymity, denied the delay.", "anonymous"),
        ("On Monday two people briefed on the talks denied the delay.", "anonymous"),
        ("On Monday a group of MPs denied the delay.", "group"),
        ("People close to Hale denied the delay.", "anonymous"),
        ("Mr Hale’s allies denied the delay.", "group"),
        ("The firm, whose owner is Tom Hale, denied the delay.", "group"),
        ("Witnesses denied the delay.", "group"),
        ("Baker denied the delay.", "named"),
        ("Another denied the delay.", "vague"),
        ("The suit denied the delay.", "document"),
    ],
)
def test_a_place_or_a_party_before_an_office_names_nobody(text: str, kind: str) -> None:
    (found,) = attributed(text).attributions
    assert found.source_kind == kind


def test_credit_on_its_own_line_says_the_quotation_before_it() -> None:
    story = attributed("Ida Voss denied it. “No.”\n\n“We are late.”\n\n— Tom Hale, mayor")
    assert [(said.source_kind, len(said.content)) for said in story.attributions] == [("named", 1), ("named", 1)]
    assert [quotation.attribution for quotation in story.quotations] == [None, 1]


@pytest.mark.parametrize(
    "text", ["— Ida Voss", "“We are late.” — The crowd was gone", "“We are late.”\n\nNo more.\n\n— Ida Voss"]
)
def test_a_byline_and_a_remark_behind_a_dash_are_no_credits(text: str) -> None:
    assert attributed(text).attributions == ()


def test_a_colon_at_the_end_of_a_line_leads_to_the_next() -> None:
    story = attributed("Ida Voss said:\n\n“We are late.”")
    assert [piece.of("Ida Voss said:\n\n“We are late.”") for said in story.attributions for piece in said.content] == [
        "“We are late.”"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Voss, who lives there, was not sure. “No,” he said.", "Tom Voss"),
        ("Mr Voss was not sure. “No,” he said.", "Voss"),
        ("Carrow Council met. “No,” he said.", None),
        ("Ida Hale said no.\n\n“No,” she said.\n\nAnn Voss, who lives there, left. “Yes,” she said.", None),
        ("Ida Hale said no.\n\n“No,” she said.\n\nMr Voss left. “Yes,” he said.", "Voss"),
    ],
)
def test_a_pronoun_stands_for_the_person_with_whom_the_last_sentence_began(text: str, speaker: str | None) -> None:
    story = attributed(text)
    number = story.attributions[-1].speaker
    assert (None if number is None else story.speakers[number].name) == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union’s secretary, Ida Voss, denied it.", "Ida Voss"),
        ("His wife, Ann, denied it.", "Ann"),
        ("Mr Voss’s wife, Ann, denied it.", "Ann"),
        ("Mr Voss’s lawyer denied it.", "Mr Voss’s lawyer"),
        ("Dr Omar Said denied that the lock was shut.", "Omar Said"),
    ],
)
def test_what_a_source_is_called(text: str, name: str) -> None:
    assert [speaker.name for speaker in attributed(text).speakers] == [name]


@pytest.mark.parametrize("text", ["“No,” was the verdict of the night.", "“No,” runs the reply of a lifetime."])
def test_an_answer_of_the_day_is_nobodys(text: str) -> None:
    assert attributed(text).attributions == ()


@pytest.mark.parametrize(
    ("before", "quoted", "source"),
    [
        ("Ida Voss has farmed here for years.", "“We have seen it all.”", ["Ida Voss"]),
        ("Ida Voss still lives by the weir in Carrow.", "“Nobody waves.”", ["Ida Voss"]),
        ("Farmer Ida Voss has worked this land since 1981.", "“Nobody waves.”", ["Farmer Ida Voss"]),
        ("Ida Voss has farmed here with Tom Hale.", "“Nobody waves.”", []),  # whose of the two?
        ("Ida Voss has farmed here, and her son keeps bees.", "“Nobody waves.”", []),
        ("Ida Voss has farmed here for years. The land is wet.", "“Nobody waves.”", []),
        ("Ida Voss has farmed here for years.", "“She never waves.”", []),  # said of her
        ("Ida Voss died on Monday.", "“Nobody waves.”", []),
        ("South Carrow still fishes by hand.", "“Nobody waves.”", []),
        ("Carrow Bridge has worked well.", "“Nobody waves.”", []),
        ("When Voss farmed here, the lock was open.", "“Nobody waves.”", []),
        ("Ida Voss has farmed here for years.", "The “old lock” leaks.", []),
    ],
)
def test_who_lived_in_the_paragraph_above_says_the_quotation(before: str, quoted: str, source: list[str]) -> None:
    text = f"The lock is shut\n\n{before}\n\n{quoted}"
    assert [one.source[0].of(text) for one in attributed(text).attributions] == source
