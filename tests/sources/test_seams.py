"""No opposite passes, and what is the same is told by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.story import Story
from hedgelint.checks.fidelity import Fidelity
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.normalise import Normaliser
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.transcript import bare_document
from hedgelint.verdict import VERDICTS, Verdict

LEXICONS = load_rulebook().lexicons
READER = SourceReader.of(LEXICONS)
ANNOTATOR = Annotator(LEXICONS)
NEWS = Comparer.of(LEXICONS)
CHECK = Fidelity(tuple(kind for kind in VERDICTS if kind not in ("verbatim", "surface")))


def annotate(text: str) -> Story:
    return ANNOTATOR.annotate(read_plain("story.txt", text))


def index(text: str, name: str = "source.txt") -> SourceIndex:
    return build_index(READER.of_document(bare_document(name, text)), NEWS.normaliser)


def verdicts(source: str, story: str, comparer: Comparer = NEWS) -> tuple[Verdict, ...]:
    return comparer.compare(annotate(story), [index(source)])


def told(source: str, story: str) -> list[tuple[str, str]]:
    """What the rules say: kind of verdict and severity (warning where the check leaves it to the rule)."""
    annotated = annotate(story)
    held = NEWS.compare(annotated, [index(source)])
    matches = CHECK.find(replace(annotated, fidelity=held), ())
    kinds = {verdict.span: verdict.kind for verdict in held}
    return [(kinds[match.span], match.severity or "warning") for match in matches]


SOURCE = """JOAN HALE: The club is not allowed to sell the ground before May. We
can open the pier in May if the board agrees.

PAT ORNE: Did you sell it?

JOAN HALE: No, we did not. The crane can lift up to 40 tonnes. I do not think the wall is safe. Nobody asked the fleet.
"""
OPPOSITES = [
    ("“The club is … allowed to sell the ground before May,” Joan Hale said.", "negation"),
    ("“The club is [...] allowed to sell the ground before May,” Joan Hale said.", "negation"),
    ("“The club [is] allowed to sell the ground before May,” Joan Hale said.", "negation"),
    ("Joan Hale said the club was “allowed to sell the ground before May”.", "negation"),
    ("“No, we did,” Joan Hale said.", "negation"),
    ("“The wall is safe,” Joan Hale said.", "negation"),
    ("Joan Hale said the town had “asked the fleet”.", "negation"),
    ("“We can open the pier in May,” Joan Hale said.", "condition"),
    ("“We can open the pier … the board agrees,” Joan Hale said.", "condition"),
    ("“The crane can lift … 40 tonnes,” Joan Hale said.", "bound"),
    ("“The crane can lift up to [50] tonnes,” Joan Hale said.", "number"),
]


@pytest.mark.parametrize(("story", "category"), OPPOSITES)
def test_a_seam_that_swallows_what_turns_the_sense(story: str, category: str) -> None:
    (verdict,) = (v for v in verdicts(SOURCE, story) if v.kind != "figure")
    assert verdict.kind in ("altered", "cut")
    assert category in {change.category for change in verdict.changes}
    assert told(SOURCE, story)[0][1] == "error"


FAIR = [
    "Joan Hale said the club was not “allowed to sell the ground before May”.",
    "“We can open the pier in May,” Joan Hale said, if the board agrees.",
    "Nobody had “asked the fleet”, Joan Hale said.",
    "“The club … not allowed to sell the ground,” Joan Hale said.",
    "“[The club] is not allowed to sell the ground before May,” Joan Hale said.",
    "“The crane can lift up to 40 tonnes,” Joan Hale said.",
    "“We did not. The crane can lift up to 40 tonnes,” Joan Hale said.",
]


@pytest.mark.parametrize("story", FAIR)
def test_what_the_story_says_itself_need_not_be_quoted(story: str) -> None:
    assert told(SOURCE, story) == []


def test_the_message_has_the_words_that_were_left_out() -> None:
    (verdict,) = verdicts(SOURCE, "“We can open the pier in May,” Joan Hale said.")
    assert [change.source for change in verdict.changes] == ["if the board agrees"]


SAME = [
    ("we lost two hundred and forty boats", "“We lost 240 boats,” he said."),
    ("it was the twenty-third of June when they came", "“It was June 23 when they came,” he said."),
    ("it was one point five metres under the mark", "“It was 1.5 meters under the mark,” he said."),
    ("I'm gonna sell it 'cause they want to", "“I am going to sell it because they want to,” he said."),
    ("they went down there twenty-\nfive times in all", "“They went down there 25 times in all,” he said."),
    ("we, we were told of it in June", "“We were told of it in June,” he said."),
    ("I was, like, very sorry for the men", "“I was very sorry for the men,” he said."),
    ("it is a non-binding vote of the board", "“It is a nonbinding vote of the board,” he said."),
    ("they would — will close the lock in May", "“They will close the lock in May,” he said."),
    ("the oﬃce of the har\u00ad\nbour was shut then", "“The office of the harbour was shut then,” he said."),
    ("the Lock Board (LB) refused it twice", "“The Lock Board refused it twice,” he said."),
    ("three quarters of them paid $2.5m for it", "“Three quarters of them paid 2.5 million dollars for it,” he said."),
    ("that damn lock cost us a fortune", "“That d--- lock cost us a fortune,” he said."),
]


@pytest.mark.parametrize(("said", "story"), SAME)
def test_words_that_are_the_same(said: str, story: str) -> None:
    assert told(said, story) == []


def test_strict_hears_what_news_does_not() -> None:
    story = "“I was very sorry for the men,” he said."
    (verdict,) = verdicts("I was, like, very sorry for the men", story, Comparer.of(LEXICONS, "strict"))
    assert verdict.kind == "altered"


WORDS = st.sampled_from(
    ("harbour", "gate", "letter", "engineer", "council", "money", "bridge", "boats", "steel", "ferry", "ledger")
)
VERBS = st.sampled_from(("closed", "opened", "signed", "sold", "mended", "counted", "painted"))
NUMBERS = st.sampled_from(
    [
        (3, "three"),
        (14, "fourteen"),
        (25, "twenty-five"),
        (240, "two hundred and forty"),
        (1200, "one thousand two hundred"),
    ]
)


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """The parts of a sentence: “The ENGINEER did not CLOSE / the GATE with 14 BOATS”."""
    first, second, third = draw(st.lists(WORDS, min_size=3, max_size=3, unique=True))
    figure, words = draw(NUMBERS)
    verb = draw(VERBS)
    return f"the {first} was", f"{verb} by the {second}", f"with {figure} {third}", f"with {words} {third}"


def fair(draw: st.DrawFn, said: str) -> str:
    """The same words as another hand writes them."""
    for change in draw(st.lists(st.sampled_from(range(7)), max_size=4)):
        if change == 0:
            said = said.replace("the ", "the, uh, ", 1)
        elif change == 1:
            said = said.upper() if draw(st.booleans()) else said
        elif change == 2:
            said = f"well, {said}"
        elif change == 3:
            said = said.replace(" by ", " by, you know, ", 1)
        elif change == 4:
            words = said.split(" ")
            said = " ".join([*words[:3], "--", *words[1:]])
        elif change == 5:
            said = said.replace("harbour", "harbor").replace("council", "coun-\ncil")
        elif change == 6:
            said = said.replace(" with ", "\nwith ", 1)
    return said


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_fair_changes_are_no_finding(data: st.DataObject) -> None:
    head, middle, figures, words = data.draw(statements())
    quote = f"{head} {middle} {figures}"
    said = data.draw(st.composite(lambda draw: fair(draw, f"{head} {middle} {words}"))())
    source = f"JOAN HALE: We met on Monday.\n\nPAT ORNE: Go on.\n\nJOAN HALE: I will. {said}. That is all.\n"
    found = told(source, f"“{quote[0].upper()}{quote[1:]},” Joan Hale said.")
    assert all(severity in ("info", "suggestion") for _, severity in found), (source, found)


@settings(deadline=None, max_examples=60)
@given(statements(), st.sampled_from(["not", "never"]), st.sampled_from(range(5)))
def test_a_negation_that_a_seam_swallows_is_an_error(parts: tuple[str, str, str, str], no: str, seam: int) -> None:
    head, middle, figures, _ = parts
    source = f"JOAN HALE: {head[0].upper()}{head[1:]} {no} {middle} {figures}. That is all.\n\nPAT ORNE: Fine.\n"
    quote = [
        f"“{head[0].upper()}{head[1:]} … {middle} {figures},” Joan Hale said.",
        f"“{head[0].upper()}{head[1:].removesuffix(' was')} [was] {middle} {figures},” Joan Hale said.",
        f"Joan Hale said it was “{middle} {figures}”.",
        f"“{head[0].upper()}{head[1:]},” Joan Hale said.",
        f"“{head[0].upper()}{head[1:]} {middle} {figures},” Joan Hale said.",
    ][seam]
    assert [severity for _, severity in told(source, quote)] == ["error"], quote


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("two hundred and forty thousand", ["240000"]),
        ("240 thousand", ["240000"]),
        ("£240k", ["240000", "pounds"]),
        ("one and a half million", ["1500000"]),
        ("half a million", ["500000"]),
        ("a dozen", ["12"]),
        ("nineteen ninety eight", ["1998"]),
        ("two thousand and nineteen", ["2019"]),
        ("twenty nineteen", ["2019"]),
        ("the first of July", ["july", "1"]),
        ("July 1st", ["july", "1"]),
        ("1 July", ["july", "1"]),
        ("Jul. 1", ["july", "1"]),
        ("the hundred and first", ["the", "hundred", "and", "#1"]),
        ("one hundred and first", ["#101"]),
        ("two thirds", ["2/3"]),
        ("10-15", ["10", "to", "15"]),
        ("9:30 pm", ["9.30", "pm"]),
        ("per cent", ["percent"]),
        ("5%", ["5", "percent"]),
        ("one of two", ["1", "of", "2"]),
        ("three, four", ["3", "4"]),
        ("may I", ["may", "i"]),
        ("seconds", ["seconds"]),
    ],
)
def test_numbers_and_dates_have_one_form(written: str, form: list[str]) -> None:
    assert Normaliser(LEXICONS).words(written).forms == form


def test_a_date_in_a_long_text_is_that_of_a_short_one() -> None:
    said = "it was lost " * 200
    normaliser = Normaliser(LEXICONS)
    assert normaliser.words(f"{said}on December the... the first").forms[-3:] == ["on", "december", "1"]
    assert normaliser.words(f"{said}in July").forms[-2:] == ["in", "july"]


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_is_the_number_in_figures(number: int) -> None:
    assert Normaliser(LEXICONS).words(spelled(number)).forms == [str(number)]


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(n: int) -> str:
    if n < 20:
        return SMALL.split()[n]
    if n < 100:
        return TENS.split()[n // 10 - 2] + (f"-{SMALL.split()[n % 10]}" if n % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if rest and rest < 100 else " "
            return f"{spelled(n // size)} {name}" + (joint + spelled(rest) if rest else "")
    raise AssertionError


@given(st.text(max_size=200))
@example("$0 and £4.2 million")
def test_words_stand_where_they_say(text: str) -> None:
    words = Normaliser(LEXICONS).words(text)
    assert len(words.forms) == len(words.starts) == len(words.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(words.starts, words.ends, strict=True))
    assert words.starts == sorted(words.starts)


REPORT = """Report on the lock

The yard at Ashby employs 104 people and has built four tugs since 2019. Its gates weigh 1,234 tonnes in all. The
company lost £2.4 million last year.

The yard at Norbury employs 88 people.
"""
FIGURES = [
    ("The yard at Ashby employs 140 people.", ("140", "104")),
    ("The yard at Ashby has built five tugs since 2019, and employs 104 people.", ("five", "four")),
    ("The company lost £4.2 million last year, the report said.", ("4.2 million", "2.4 million")),
    ("The yard at Ashby employs 104 people.", None),
    ("The yard at Ashby employs 100 people.", None),  # made round
    ("The yard at Norbury employs 88 people.", None),
    ("The yard at Stowe employs 60 people.", None),  # another yard
    ("The gates of the lock weigh about 1,200 tonnes.", None),
    ("The company lost £4.2 million last year, the union said.", None),  # it may know better
    ("“The company lost £4.2 million last year,” Pat Orne said.", None),  # a quotation is looked at by itself
    ("The yard at Ashby had employed 310 people in 1988.", None),  # another year
]


@pytest.mark.parametrize(("story", "pair"), FIGURES)
def test_a_figure_in_the_storys_own_voice_beside_the_sentence_it_is_from(
    story: str, pair: tuple[str, str] | None
) -> None:
    found = [change for v in verdicts(REPORT, story) if v.kind == "figure" for change in v.changes]
    assert [(change.story, change.source) for change in found] == ([pair] if pair else [])


RELEASE = (
    "The new lock at Ashby will let boats of up to forty tonnes through from the first of May next year, at no cost."
)
COPIED = [
    ("The new lock at Ashby will let boats of up to 40 tonnes through from May 1 next year, at no cost.", 1),
    ("The lock will let boats of up to 40 tonnes through from May 1, the company said.", 0),
    ("“The new lock at Ashby will let boats of up to 40 tonnes through from May 1 next year,” the company said.", 0),
    ("Boats of up to 40 tonnes can go through in May.", 0),
]


@pytest.mark.parametrize(("story", "count"), COPIED)
def test_words_of_a_release_in_the_storys_own_voice(story: str, count: int) -> None:
    found = [verdict for verdict in verdicts(RELEASE, story) if verdict.kind == "copied"]
    assert len(found) == count
    assert all(verdict.words >= 12 and verdict.place is not None for verdict in found)


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        ("PAT ORNE: The lock did fail in March or in May, we said.", ["verbatim", "disputed"]),
        ("PAT ORNE: The lock did not fail in June or in May, we said.", ["verbatim", "disputed"]),
        ("LENA VOSS: The lock did fail in March or in May.\n\nPAT ORNE: It did not.", ["verbatim"]),
        ("PAT ORNE: Nobody came to see the lock.", ["verbatim"]),
    ],
)
def test_two_sources_that_do_not_agree(other: str, kinds: list[str]) -> None:
    one = index("PAT ORNE: The lock did not fail in March or in May, we said.", "one.txt")
    story = annotate("“The lock did not fail in March or in May,” Pat Orne said.")
    found = NEWS.compare(story, [one, index(other, "other.txt")])
    assert [verdict.kind for verdict in found] == kinds


@pytest.mark.parametrize(
    "story",
    [
        "“It is wrong that, as Orne told us, the ferry will not “sail again this year”, and you know it,” Mills said.",
        "The council was told “the ferry will not “sail again this year” and left.",
    ],
    ids=["in another quotation", "in one that is never closed"],
)
def test_a_not_right_before_a_quotation_is_told_whoever_says_it(story: str) -> None:
    source = "PAT ORNE: The ferry will not sail again this year.\n"
    bare = verdicts(source, "Orne says the ferry may “sail again this year”.")
    assert [change.category for verdict in bare for change in verdict.changes] == ["negation"]
    assert [change for verdict in verdicts(source, story) for change in verdict.changes] == []
