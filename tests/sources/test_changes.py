"""What is no change of what was said, at the ends of a quotation and within it; what kind of change a change is."""

from __future__ import annotations

import pytest

from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.align import Step
from hedgelint.sources.changes import Weigher, _far, _near, _stretched, added_runs, difference
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.normalise import Normaliser, Words
from hedgelint.sources.readers import SourceReader

LEXICONS = load_rulebook().lexicons
READER, NORMALISER = SourceReader.of(LEXICONS), Normaliser(LEXICONS)
WEIGHER = {name: Weigher.of(LEXICONS, name) for name in ("strict", "news", "loose")}


def index(text: str) -> SourceIndex:
    return build_index(READER.of_document(read_plain("a.txt", text)), NORMALISER)


def words(text: str) -> Words:
    return NORMALISER.words(text)


def changes(story: str, source: str, strictness: str = "news") -> list[tuple[str, str, str, str]]:
    """Kind, category, the story's words and the source's."""
    quote, there = words(story), index(source)
    steps, _ = difference(WEIGHER[strictness], quote, there, (0, len(there.words)))
    told = (WEIGHER[strictness].change(quote, story, there, step) for step in steps if not step.same)
    return [(one.kind, one.category, one.story, one.source) for one in told if one is not None]


@pytest.mark.parametrize(
    ("story", "source", "expected"),
    [
        ("the crane lifts forty tonnes", "the crane lifts fifty tonnes", [("replaced", "number", "forty", "fifty")]),
        ("we sold it on 3 May last", "we sold it on 3 June last", [("replaced", "number", "3 May", "3 June")]),
        ("we met Ida Voss there", "we met Ida Quill there", [("replaced", "name", "Voss", "Quill")]),
        ("the wall is safe now", "the wall is not safe now", [("dropped", "negation", "", "not")]),
        ("the wall is not safe now", "the wall is safe now", [("added", "negation", "not", "")]),
        ("we can open the pier", "we can't open the pier", [("replaced", "negation", "can", "can't")]),
        ("we can't open the pier", "we can open the pier", [("replaced", "negation", "can't", "can")]),
        ("we never sold the boat", "we not sold the boat", [("replaced", "negation", "never", "not")]),
        ("the gate was at the pier", "the gate was on the pier", [("replaced", "function", "at", "on")]),
        ("nobody knows", "the gate leaks", []),  # nothing is alike
        ("the old gate was shut", "the green gate was shut", [("replaced", "content", "old", "green")]),
        ("we hope that the pier opens", "we hope the pier opens", []),
        ("we hope the pier opens", "we hope that the pier opens", []),
        ("it was minus ten at night", "it was ten at night", [("added", "number", "minus", "")]),
        ("we sold it in May", "we sold it 12 in May", [("dropped", "mark", "", "12")]),
        ("we sold it in May", "we sold it 120 in May", [("dropped", "number", "", "120")]),
        ("we sold it in May", "IDA VOSS: we sold it 12 in May", [("dropped", "number", "", "12")]),
        ("we took a boat", "we took 1 boat", [("replaced", "content", "a", "1")]),
        ("we took old boats", "we took 1 boats", [("replaced", "number", "old", "1")]),
        (
            "we met Ida Rose Jane Mary Voss there",
            "we met Jo there",
            [("replaced", "content", "Ida Rose Jane Mary Voss", "Jo")],
        ),
        (
            "we met Jo there in May at the harbour",
            "we met Ida Rose Jane Mary Voss there in May at the harbour",
            [("replaced", "content", "Jo", "Ida Rose Jane Mary Voss")],
        ),
        ("we took old green boats", "we took 1 boats", [("replaced", "content", "old green", "1")]),
        ("we sold it in May last", "we sold it in spring last", [("replaced", "content", "May", "spring")]),
        ("we sold it in spring last", "we sold it in June last", [("replaced", "content", "spring", "June")]),
        ("we met Voss there", "we met clerks there", [("replaced", "content", "Voss", "clerks")]),
        ("we met clerks there", "we met Voss there", [("replaced", "content", "clerks", "Voss")]),
        ("a Voss boat came back", "a Quill boat came back", [("replaced", "name", "Voss", "Quill")]),
        # three words may be a name, four are something else
        (
            "we met Jo there in May at the harbour",
            "we met Ida Rose Quill there in May at the harbour",
            [("replaced", "name", "Jo", "Ida Rose Quill")],
        ),
        (
            "we met Jo there in May at the harbour",
            "we met Ida Rose Jane Quill there in May at the harbour",
            [("replaced", "content", "Jo", "Ida Rose Jane Quill")],
        ),
        (
            "we met Ida Rose Quill there in May at the harbour",
            "we met Jo there in May at the harbour",
            [("replaced", "name", "Ida Rose Quill", "Jo")],
        ),
        ("we sold it in May", "we sold it 12 big in May", [("dropped", "number", "", "12 big")]),
        # a capital with which a sentence, a paragraph or a quotation begins is no name
        ("we left\n\nVoss came back", "we left\n\nQuill came back", [("replaced", "content", "Voss", "Quill")]),
        ("Voss came back in May", "Quill came back in May", [("replaced", "content", "Voss", "Quill")]),
        ("we left. Voss came back", "we left. Quill came back", [("replaced", "content", "Voss", "Quill")]),
        ("we said “Voss came back”", "we said “Quill came back”", [("replaced", "content", "Voss", "Quill")]),
        ("we said Voss came back", "we said “Quill came back”", [("replaced", "content", "Voss", "Quill")]),
        ("we left Voss came back", "we left\n\nQuill came back", [("replaced", "content", "Voss", "Quill")]),
        ("we can really open the pier", "we can't open the pier", [("replaced", "negation", "really", "can't")]),
        ("we left, Voss came back", "we left, Quill came back", [("replaced", "name", "Voss", "Quill")]),
        ("can't we open the pier", "can we open the pier", [("replaced", "negation", "can't", "can")]),
        (
            "the gate leaks badly",
            "the gate -- good question -- leaks badly",
            [("dropped", "aside", "", "good question")],
        ),
        # an end behind what may not be left out
        ("the gate was shut", "the gate was not, I think, shut", [("replaced", "negation", "shut", "not")]),
        ("shut the gate", "shut, I don't think so, the gate", [("replaced", "content", "shut", "so")]),
        # and what is written otherwise there, in more words than one
        ("the gate leaked none the less", "the gate leaked nonetheless for years", []),
        ("none the less the gate leaked", "it was so, but nonetheless the gate leaked", []),
        ("9.30 at the harbour they met", "it was 9 30 at the harbour they met", []),
        ("they met in the harbour at 9.30", "they met in the harbour at 9 30 that day", []),
    ],
)
def test_what_differs_is_of_a_kind(story: str, source: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert changes(story, source) == expected


def test_how_strict_one_is() -> None:
    that = ("we hope that the pier opens", "we hope the pier opens")
    assert changes(*that, "strict") == [("added", "function", "that", "")]
    small = ("the gate was at the pier", "the gate was on the pier")
    assert [len(changes(*small, name)) for name in ("strict", "news", "loose")] == [1, 1, 0]
    assert all(Weigher.of(LEXICONS, name) == WEIGHER[name] for name in ("strict", "news", "loose"))
    assert changes("the gate opens", "the green gate opens", "loose") == [("dropped", "content", "", "green")]


def same(i: int, j: int, size: int) -> Step:
    return Step(True, i, i + size, j, j + size)


def test_few_words_far_from_the_others_are_other_words() -> None:
    head = same(0, 0, 6)
    assert _near([head, Step(False, 6, 6, 6, 20), same(6, 20, 2)]) == [head, Step(False, 6, 8, 6, 8)]
    near = [head, Step(False, 6, 6, 6, 14), same(6, 14, 2)]
    assert _near(near) == near
    alone = [Step(False, 0, 0, 0, 20), same(0, 20, 2)]
    assert _near(alone) == alone
    tail = same(2, 20, 6)
    assert _near([same(0, 3, 2), Step(False, 2, 2, 5, 20), tail]) == [Step(False, 0, 2, 18, 20), tail]
    assert _near([same(0, 3, 2), Step(False, 2, 2, 5, 20)]) == [same(0, 3, 2), Step(False, 2, 2, 5, 20)]


@pytest.mark.parametrize(
    ("size", "cut", "far"), [(2, 8, False), (2, 9, True), (3, 24, False), (3, 25, True), (4, 25, True), (5, 60, False)]
)
def test_how_far_is_far(size: int, cut: int, far: bool) -> None:
    assert _far(Step(False, 6, 6, 6, 6 + cut), same(6, 6 + cut, size)) == far
    assert not _far(Step(False, 5, 6, 6, 6 + cut), same(6, 6 + cut, size))
    assert not _far(Step(False, 6, 6, 6, 6 + cut), Step(False, 6, 6 + size, 6 + cut, 6 + cut + size))


def test_stretches_that_have_no_place() -> None:
    steps = [
        Step(False, 0, 5, 0, 5),
        same(5, 5, 4),
        Step(False, 9, 16, 9, 9),
        same(16, 9, 3),
        Step(False, 19, 24, 12, 12),
    ]
    assert list(added_runs(steps, 5, 8)) == [steps[0], steps[-1]]
    assert list(added_runs(steps, 6, 7)) == [steps[2]]


def test_an_end_that_is_written_otherwise_is_the_same() -> None:
    source = index("they met in the harbour at 9.30 that day")
    quote = words("they met in the harbour at 9 30")
    last = Step(False, 6, 8, 6, 8)
    assert _stretched(WEIGHER["news"].sameness, quote, source, [same(0, 0, 6), last])[-1] == Step(False, 6, 8, 6, 7)
    assert changes("they met in the harbour at 9 30", source.document.text) == []
    assert changes("9 30 at the harbour they met", "it was 9.30 at the harbour they met") == []


def test_an_end_behind_what_may_be_left_out_is_the_same() -> None:
    quote, source = words("the gate was shut"), index("the gate was, uh, you know, shut for good")
    steps, matched = difference(WEIGHER["news"], quote, source, (0, len(source.words)))
    assert matched == 4
    assert steps[-1].same


@pytest.mark.parametrize(
    ("story", "source", "steps"),
    [
        (
            "the gate was shut",
            "the gate was, you know, you know, shut for good",
            [same(0, 0, 3), Step(False, 3, 3, 3, 7), same(3, 7, 1)],
        ),
        (
            "we shut the gate",
            "we, you know, you know, shut the gate",
            [same(0, 0, 1), Step(False, 1, 1, 1, 5), same(1, 5, 3)],
        ),
        (
            "9 30 at the harbour they met",
            "it was 9.30 at the harbour they met",
            [Step(False, 0, 2, 2, 3), same(2, 3, 5)],
        ),
    ],
)
def test_an_end_is_stretched_over_four_words_at_most(story: str, source: str, steps: list[Step]) -> None:
    there = index(source)
    found, matched = difference(WEIGHER["news"], words(story), there, (0, len(there.words)))
    assert found == steps
    assert matched == sum(step.i2 - step.i1 for step in steps if step.same)


def test_the_end_of_a_long_quotation_is_written_otherwise() -> None:
    """Sixty words count at an end, not before it."""
    much = " ".join(f"w{k}" for k in range(40))
    assert changes(f"{much} at 9 30", f"{much} at 9.30") == []
    assert changes(f"9 30 at {much}", f"9.30 at {much}") == []
