"""Quotation marks and what only looks like them, with exact spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hedgelint.annotate.quotations import QuotationFinder
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook

FINDER = QuotationFinder(load_rulebook().lexicons)
LEAD = "The bridge at Carrow was closed on Monday after a survey of its piers.\n\n"


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The words of each quotation with its marks, and each fault with the words at its place."""
    document = read_plain("story.txt", LEAD + text)
    quotations, faults = FINDER.find(document)
    return [q.span.of(document.text) for q in quotations], [(f.kind, f.span.of(document.text)) for f in faults]


SOUND = [
    # curly, straight, single, doubled
    ("“Rents will rise,” Hale said.", ["“Rents will rise,”"]),
    ('"Rents will rise," Hale said.', ['"Rents will rise,"']),
    ("‘Rents will rise,’ Hale said.", ["‘Rents will rise,’"]),
    ("''Rents will rise,'' Hale said.", ["''Rents will rise,''"]),
    ("``Rents will rise,'' Hale said.", ["``Rents will rise,''"]),
    ("« Les loyers », he wrote.", ["« Les loyers »"]),
    # nesting
    ("“He told me, ‘Go home,’ and left,” she said.", ["“He told me, ‘Go home,’ and left,”", "‘Go home,’"]),
    ("‘He said “No”’, she added.", ["‘He said “No”’", "“No”"]),
    ("“‘Never again,’ he told me.”", ["“‘Never again,’ he told me.”", "‘Never again,’"]),
    ("“He called it ‘the worst’ of the ’90s,” she said.", ["“He called it ‘the worst’ of the ’90s,”", "‘the worst’"]),
    # apostrophes inside and outside
    ("“He told me, ‘I’m not goin’ home,’” she said.", ["“He told me, ‘I’m not goin’ home,’”", "‘I’m not goin’ home,’"]),
    ("“It was the porters’ idea,” he said.", ["“It was the porters’ idea,”"]),
    (
        "“She said ‘the porters’ strike’ was over,” he said.",
        ["“She said ‘the porters’ strike’ was over,”", "‘the porters’ strike’"],
    ),
    ("‘We’re the porters’ group,’ she said.", ["‘We’re the porters’ group,’"]),
    ("The porters’ strike, ‘the worst in years’, ended.", ["‘the worst in years’"]),
    ("In the '90s he called it 'a mess.'", ["'a mess.'"]),
    ("“The ’90s were good to us,” he said.", ["“The ’90s were good to us,”"]),
    ("Rock 'n' roll isn't dead, and nor is Guns N' Roses.", []),
    ("’Tis the season; go and get ’em.", []),
    ("The class of ’08 met at King’s Cross at ten o’clock.", []),
    ("Ms O’Brien and Mr D’Souza met Mr ’t Hooft at Land’s End.", []),
    ("Mind your p’s and q’s at the farmers’ market for goodness’ sake.", []),
    ("They were singin’ and dancin’ in th’ ol’ barn.", []),
    ("James’ car stood by the Joneses’ gate for two weeks’ time.", []),
    # primes
    ('He is 6\'2" and has a 12" record.', []),
    ("The wall is 6′ 2″ by 4′.", []),
    ("The wreck lies at 40° 26' 46\" N.", []),
    ('A 65" screen and a 10" x 12" frame were sold.', []),
    ("“He’s 6'2\",” she said.", ["“He’s 6'2\",”"]),
    ('“It is a 12" record of ours,” she said.', ['“It is a 12" record of ours,”']),
    ('"It is a 10" x 12" frame," she said. "He is 65".', ['"It is a 10" x 12" frame,"', '"He is 65"']),
    ('"We met at Toys "R" Us," she said.', ['"We met at Toys "R" Us,"', '"R"']),
    # titles, nicknames, partial quotations
    ("Bill “Sonny” Jones sang “Quiet Rivers”.", ["“Sonny”", "“Quiet Rivers”"]),
    ("The bridge had become “a danger to all of us”, he said.", ["“a danger to all of us”"]),
    # running over paragraphs, and the partial quotation that does not
    ("“We will go.\n\n“We will win,” she said.", ["“We will go.", "“We will win,”"]),
    ("“One.\n\n“Two.\n\n“Three,” she said.", ["“One.", "“Two.", "“Three,”"]),
    ("He called the plan “a disaster.”\n\n“It will fail,” he said.", ["“a disaster.”", "“It will fail,”"]),
    ("“We will go.\n\nhttps://example.org/picture\n\n“We will win,” she said.", ["“We will go.", "“We will win,”"]),
    ("Said Hale: “No.” He left.", ["“No.”"]),
    (
        "The head said: ‘We will go.\n\n‘It’s the pupils’ plan.\n\n‘We win.’",
        ["‘We will go.", "‘It’s the pupils’ plan.", "‘We win.’"],
    ),
    # two marks on end
    ("“He said ‘no.’” She left.", ["“He said ‘no.’”", "‘no.’"]),
    ("No, he said of the Hales’.\n\n‘It leaks,’ she said.", ["‘It leaks,’"]),
    # a word that looks as if it had lost a letter, and one that has
    ("‘Come in’, he said of the Hales’.", ["‘Come in’"]),
    ("The word ‘em’ is old.", ["‘em’"]),
    ("He left (“’Tis late,” she said) at noon.", ["“’Tis late,”"]),
    # values of tags are set apart, and say nothing
    ('See <a href="x.html">the survey</a> for “the rest”.', ['"x.html"', "“the rest”"]),
]


@pytest.mark.parametrize(("text", "quotations"), SOUND, ids=[text[:40] for text, _ in SOUND])
def test_sound_marks(text: str, quotations: list[str]) -> None:
    assert read(text) == (quotations, [])


FAULTS = [
    ("“We will go.\n\nThe crowd cheered.", [("unclosed", "“")]),
    ("He called the plan “a disaster\n\n“It will fail,” he said.", [("unclosed", "“")]),
    ("She said it was “urgent“ and left.", [("reversed", "“")]),
    ("She called it ”urgent” and left.", [("reversed", "”")]),
    ('She said “no" twice, and “yes” once.', [("mixed", '"')]),
    ('“Yes,” she said. “No,” he said. It was "odd".', [("mixed", '"odd"')]),
    ("''Yes,'' she said. ''No,'' he said. It was \"odd\".", [("mixed", '"odd"')]),
    ("‘We will not pay, she said. ‘It is too much.’", [("unclosed", "‘")]),
    ("‘We will not pay,’ she said. ‘It is too much.’", []),
    ("It was 40&deg; in the hall.", [("spoilt", "&deg;")]),
    ("We shall appeal,” she said.", [("unopened", "”")]),
    ("“They are a “noisy lot”, all of them,” he said.", [("nested", "“")]),
    ("“I went home. “She stayed,” he said.", [("unclosed", "“")]),
    ("It was built in the ‘90s.", [("apostrophe", "‘")]),
    ("They played rock ‘n’ roll.", [("apostrophe", "‘")]),
    ("“ It leaks,” she said.", [("spacing", "“ It leaks,”")]),
    ("The town‘s mayor didn‘t meet the drivers‘ union.", [("apostrophe", "‘")] * 3),
    (
        "It is shut.\n\nThe traders are nervous,\n\nsaid Ida Voss, of Tarn.",
        [("lost", "The traders are nervous,")],
    ),
    # single marks that nothing closes, or that are turned round
    ("The minister said: ‘We will not pay.", [("unclosed", "‘")]),
    ("The minister said: 'We will not pay.", [("unclosed", "'")]),
    ("She told them that ‘the bridge leaks and left.", [("unclosed", "‘")]),
    ("“I told them ‘it leaks,” she said.", [("unclosed", "‘")]),
    ("He called her “‘Unready.” She left.", [("unclosed", "‘")]),
    ("They met at ‘Iolani Hall and in 'Abdali Street.", []),
    ("“I saw ’Harbour Lights,’” she said.", [("reversed", "’")]),
    ("He said it was ‘over by noon‘, and left.", [("reversed", "‘")]),
    ("He got a ‘D-‘ for it.", [("reversed", "‘")]),
    ("“He was in ’Nam with the drivers’ men,” she said.", []),
    ("On CBS‘ Face the Region she spoke.", [("apostrophe", "‘")]),
    ("He called them ‘the boys‘, and left.", [("reversed", "‘")]),
    ("‘No. It is too late. ‘Go home,’ she said.", [("unclosed", "‘")]),
    ("Hale said: ‘No. It is too late. ‘Go home,’ she said.", [("unclosed", "‘")]),
    # two marks too few, and a mark that closes nothing that was left open
    ("“We will go.\n\nThe plan” was theirs.", [("unclosed", "“"), ("unopened", "”")]),
    ("“We go. “They stay, he said.", [("unclosed", "“")] * 2),
    ('“It leaks,” she said. “It is old,” he said.\n\nIt was "odd and left.', [("unclosed", '"')]),
    # straight within curly, and no blank between two quotations
    ("“They said, 'no more,'” she said.", [("mixed", "'no more,'")]),
    ("\"They said, 'no more,'\" she said.", []),
    ("“It leaks.”“It is old,” she said.", [("unspaced", "”")]),
]


@pytest.mark.parametrize(("text", "faults"), FAULTS, ids=[text[:40] for text, _ in FAULTS])
def test_faults(text: str, faults: list[tuple[str, str]]) -> None:
    assert read(text)[1] == faults


def test_nothing_is_mended_in_a_paragraph_whose_marks_do_not_match() -> None:
    document = read_plain("story.txt", LEAD + "It was shut. “It is ” not safe.”\n\n“ It leaks,” she said.")
    faults = FINDER.find(document)[1]
    assert [(fault.kind, bool(fault.edits)) for fault in faults] == [
        ("spacing", False),
        ("unopened", False),
        ("spacing", True),
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("She said: â€œNo.", "“"),
        ("It is shut â€“ for now.", "–"),
        ("The townâ€™s quay.", "’"),
        ("It left&nbsp;at noon.", "\u00a0"),
        ("It left at&#8221; noon.", "”"),
        ("The mayor#8217;s quay.", "’"),
        ("The cafï¿½ is shut.", ""),
        ("The pier cost Â£4m.", "£"),
        ("Ms RenÃ©e Voss.", "é"),
        ("The town\ufffds quay.", ""),
        ("The town\x92s quay.", ""),
    ],
)
def test_what_a_spoilt_mark_was(text: str, right: str) -> None:
    document = read_plain("story.txt", LEAD + text)
    (fault,) = (one for one in FINDER.find(document)[1] if one.kind in ("spoilt", "misread"))
    assert [edit for _, edit in fault.edits] == ([right] if right else [])


def test_a_lost_mark_spoils_its_own_paragraph_only() -> None:
    quotations, faults = read("“It leaks,” she said.\n\nHe called it “a wreck and left.\n\n“It is old,” she said.")
    assert [q for q in quotations if "wreck" not in q] == ["“It leaks,”", "“It is old,”"]
    assert faults == [("unclosed", "“")]


# Words between which apostrophes and primes are strewn; no word ends a sentence by itself.
WORDS = st.lists(
    st.sampled_from(["the", "porters’", "wall", "isn’t", "6'2\"", "’90s", "goin’", "old", "o’clock", "Hale’s", "nine"]),
    min_size=2,
    max_size=7,
).map(" ".join)


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[list[int]]]:
    """A story, the spans of its double-marked quotations, and the places of their marks by paragraph."""
    text, spans, marks = "It was cold", [], []
    for _ in range(draw(st.integers(1, 5))):
        text += ".\n\nThe"
        here: list[int] = []
        for _ in range(draw(st.integers(0, 3))):
            text += f" {draw(WORDS)} and said that she called it "
            start = len(text)
            text += "“" + draw(st.sampled_from(["a thing ", "such a "])) + draw(WORDS)
            if draw(st.booleans()):
                text += f" ‘so {draw(st.sampled_from(['odd', 'much of it', 'old a wall']))}’ as ever"
            text += "”"
            here += [start, len(text) - 1]
            spans.append((start, len(text)))
        marks.append(here)
    return text + " as it was.", spans, marks


@settings(max_examples=200, deadline=None)
@given(stories())
def test_every_quotation_comes_back(story: tuple[str, list[tuple[int, int]], list[list[int]]]) -> None:
    text, spans, _ = story
    quotations, faults = FINDER.find(read_plain("story.txt", text))
    assert [tuple(q.span) for q in quotations if q.depth == 0] == spans
    assert faults == ()


@settings(max_examples=200, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_a_mark_taken_away_is_one_fault_in_its_paragraph(
    story: tuple[str, list[tuple[int, int]], list[list[int]]], random: st.random_module
) -> None:
    text, _, marks = story
    places = [place for here in marks for place in here]
    if not places:
        return
    gone = random.choice(places)
    broken = text[:gone] + text[gone + 1 :]
    _, faults = FINDER.find(read_plain("story.txt", broken))
    start, end = text.rindex("\n", 0, gone), text.find("\n", gone)
    assert len(faults) == 1
    assert start <= faults[0].span.start <= (end if end >= 0 else len(text))
    assert faults[0].kind in ("unclosed", "unopened", "nested")


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 6), st.lists(WORDS, min_size=6, max_size=6))
def test_a_quotation_may_run_over_paragraphs(count: int, words: list[str]) -> None:
    paragraphs = [f"“So {words[i]} it was." for i in range(count - 1)] + [f"“So {words[count - 1]} it was,” Hale said."]
    document = read_plain("story.txt", LEAD + "\n\n".join(paragraphs))
    quotations, faults = FINDER.find(document)
    assert [q.continues for q in quotations if q.depth == 0] == [True] * (count - 1) + [False]
    assert faults == ()


ONCE = [
    # a mark too few in each of two paragraphs, or one too many: one fault, at the place an editor looks at first
    ("“We will go. They told us so.\n\nIt was agreed,” Hale said.", [("unclosed", "“")]),
    ("“We will go. They told us so.\n\nIt was cold.\n\nIt was agreed.”\n\nHale left.", [("unclosed", "“")]),
    ("“It was a wreck, he said. “So they called it odd.” It was.”", [("nested", "“")]),
    ("““It leaks,” she said.", [("nested", "“")]),
    ("“It leaks. “", [("reversed", "“")]),
    ("” … it leaks,” she said.", [("reversed", "”")]),
    ("“She said, “It leaks,” and then she left the yard.”", [("nested", "“")]),
    # marks that other languages turn the other way
    ("He wrote „Wahrheit“ and »Wahrheit« on the wall.", []),
    ("She read «Le Monde» on the quay.", []),
    # long speech that breaks off at a colon, and verse or a letter with its lines
    ("“These are the rules:\n\n“No dogs. No boats,” Hale said.", []),
    ("The notice said:\n\n“No dogs,\nno boats,\nno swimming.”\n\nNobody read it.", []),
    ("She read it aloud:\n\n“We are, dear sirs,\n“Faithfully yours,\n“S. F. Bell.”", []),
    # bullets
    ("It will open in May.\n\n» Write to us\n\n» How to swim", []),
]


@pytest.mark.parametrize(("text", "faults"), ONCE, ids=[text[:40] for text, _ in ONCE])
def test_one_thing_wrong_is_told_once(text: str, faults: list[tuple[str, str]]) -> None:
    assert [fault for fault in read(text)[1] if fault[0] != "spacing"] == faults


def test_the_lines_of_one_quotation_are_all_quoted() -> None:
    quotations, _ = read("The notice said:\n\n“No dogs,\nno boats,\nno swimming.”\n\nNobody read it.")
    assert quotations == ["“No dogs,", "no boats,", "no swimming.”"]


SPEECH = st.lists(
    st.sampled_from(
        ["it", "was", "the", "porters’", "idea", "isn’t", "6'2\"", "in", "’90s", "nine", "o’clock", "Hale’s"]
    ),
    min_size=2,
    max_size=9,
).map(lambda words: f"So {' '.join(words)} went")


@st.composite
def speeches(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[int]]:
    """A story of statements with their tags, some with a quotation inside and some running over paragraphs, all in
    curly or all in straight marks; the spans of all quotations, and the places of the marks of those that do not run
    over paragraphs."""
    opens, closes, inner_opens, inner_closes = draw(st.sampled_from(["“”‘’", "\"\"''"]))
    text, spans, marks = LEAD.rstrip(), [], []

    def quote(end: str) -> None:
        nonlocal text
        start = len(text)
        text += opens + draw(SPEECH)
        if draw(st.booleans()):
            within = len(text) + 1
            text += f" {inner_opens}much too {draw(st.sampled_from(['odd', 'old a wall', 'far gone']))}{inner_closes}"
            spans.append((within, len(text)))
            text += " to last"
        text += end
        spans.append((start, len(text)))

    for _ in range(draw(st.integers(1, 4))):
        running = draw(st.integers(0, 3))
        for _ in range(running):
            text += "\n\n"
            quote(".")
        text += "\n\n"
        quote("," + closes)
        if not running:
            marks += [spans[-1][0], spans[-1][1] - 1]
        text += " Hale said.\n\nNobody in the yard could say why."
    return text, sorted(spans), marks


@settings(max_examples=200, deadline=None)
@given(speeches())
def test_every_statement_comes_back_with_what_is_quoted_in_it(
    story: tuple[str, list[tuple[int, int]], list[int]],
) -> None:
    text, spans, _ = story
    quotations, faults = FINDER.find(read_plain("story.txt", text))
    assert [tuple(q.span) for q in quotations] == spans
    assert faults == ()


@settings(max_examples=200, deadline=None)
@given(speeches(), st.randoms(use_true_random=False))
def test_a_mark_taken_from_a_statement_is_one_fault_in_its_paragraph(
    story: tuple[str, list[tuple[int, int]], list[int]], random: st.random_module
) -> None:
    text, _, marks = story
    if not marks:
        return
    gone = random.choice(marks)
    broken = text[:gone] + text[gone + 1 :]
    _, faults = FINDER.find(read_plain("story.txt", broken))
    assert [fault.kind for fault in faults] == ["unclosed" if broken[gone - 1] == "," else "unopened"]
    assert "\n" not in broken[min(gone, faults[0].span.start) : max(gone, faults[0].span.start)]
