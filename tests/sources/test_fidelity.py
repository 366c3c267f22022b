from __future__ import annotations

from pathlib import Path

import pytest

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.story import Attribution, Quotation, Speaker, Story
from hedgelint.checks.fidelity import Fidelity
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.reading import SourceShelf
from hedgelint.span import Span
from hedgelint.verdict import Verdict

LEXICONS = load_rulebook().lexicons
ANNOTATOR, READER = Annotator(LEXICONS), SourceReader.of(LEXICONS)
TRANSCRIPT = """MARTA RUIZ: Good evening. Uh, I can't promise that the bridge will open in May. We have spent
$25 million on it.
[applause]
00:12:31
MARTA RUIZ: And the -- and the council has never lied to anybody in this town about the colour of the railings.

OWEN PRATT: That is not what the engineers told us in the autumn, and you know it very well. The steel came from
Norbury and it was exam-
ined twice before it left the yard. I asked for the report in June. Nobody sent me a page of it, and then the whole
committee went home for the summer, came back, and talked for three weeks, you know, about
parking. I will vote against it.
"""


def story_of(quote: str, speaker: str = "") -> Story:
    text = f"“{quote}” she said."
    attributions: tuple[Attribution, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    if speaker:
        attributions = (Attribution((), (), (), "named", speaker=0),)
        speakers = (Speaker(speaker, "named", Span(0, 0)),)
    quotation = Quotation(
        Span(0, len(quote) + 2), Span(1, len(quote) + 1), "full", 0, attribution=0 if speaker else None
    )
    return Story(read_plain("story.txt", text), quotations=(quotation,), attributions=attributions, speakers=speakers)


def index(comparer: Comparer, text: str = TRANSCRIPT, path: str = "hearing.txt") -> SourceIndex:
    return build_index(READER.of_document(read_plain(path, text)), comparer.normaliser)


def verdict(quote: str, strictness: str = "news", speaker: str = "") -> Verdict:
    comparer = Comparer.of(LEXICONS, strictness)
    source = index(comparer)
    (only,) = comparer.compare(story_of(quote, speaker), [source])
    return only


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("I can't promise that the bridge will open in May.", "verbatim"),
        ("I cannot promise that the bridge will open in May,", "surface"),
        ("We have spent twenty-five million dollars on it.", "surface"),
        ("We've spent $25 million on it.", "surface"),
        ("And the council has never lied to anybody in this town about the color of the railings", "surface"),
        ("The steel came from Norbury and it was examined twice", "surface"),
        ("[The bridge] will open in May. We have spent $25 million on it.", "surface"),
        ("The steel came from Norbury ... I asked for the report in June.", "surface"),
        ("I can promise that the bridge will open in May.", "altered"),
        ("The steel came from Norbury and was checked twice before it left the yard.", "altered"),
        ("I asked for the report in June. I will vote against it.", "joined"),
        ("The tunnel is flooded and nobody has a pump that works.", "missing"),
        ("I asked for the report in June, and then the whole committee went home for the summer", "cut"),
    ],
)
def test_verdicts(quote: str, kind: str) -> None:
    assert verdict(quote).kind == kind


@pytest.mark.parametrize(
    ("quote", "changed", "category"),
    [
        ("I can promise that the bridge will open in May.", ("replaced", "can", "can't"), "negation"),
        ("We have spent $35 million on it.", ("replaced", "35 million", "25 million"), "number"),
        ("The steel came from Sudbury and it was examined twice", ("replaced", "Sudbury", "Norbury"), "name"),
        ("I asked for a report in June.", ("replaced", "a", "the"), "function"),
        ("I begged for the report in June.", ("replaced", "begged", "asked"), "content"),
    ],
)
def test_changes_say_which_words(quote: str, changed: tuple[str, str, str], category: str) -> None:
    (change,) = verdict(quote).changes
    assert (change.kind, change.story, change.source) == changed
    assert change.category == category


def test_both_places_are_exact() -> None:
    found = verdict("I begged for the report in June.")
    assert found.source_span is not None
    said = index(Comparer.of(LEXICONS)).document.text
    assert found.source_span.of(said) == "I asked for the report in June"
    assert found.place is not None
    assert (found.place.start.line, found.place.start.column) == (9, 37)
    (change,) = found.changes
    assert (change.story_span, change.source_span.of(said)) == (Span(3, 9), "asked")


@pytest.mark.parametrize(
    ("quote", "kinds"),
    [
        ("came back, and talked for three weeks about parking", ["altered", "surface", "surface"]),
        ("I asked for a report in June.", ["altered", "altered", "surface"]),
    ],
)
def test_strictness(quote: str, kinds: list[str]) -> None:
    assert [verdict(quote, s).kind for s in ("strict", "news", "loose")] == kinds


def test_another_speakers_words() -> None:
    quote = "I asked for the report in June."
    assert verdict(quote, speaker="Marta Ruiz").kind == "misattributed"
    assert verdict(quote, speaker="Owen Pratt").kind == "verbatim"
    assert verdict(quote, speaker="Lena Moss").kind == "verbatim"


@pytest.mark.parametrize(
    ("quote", "verdicts", "severity"),
    [
        ("I can promise that the bridge will open in May.", ("altered",), "error"),
        ("I begged for the report in June.", ("altered",), None),
        ("The tunnel is flooded", ("missing",), "suggestion"),
        ("The tunnel is flooded and nobody has a pump that works.", ("missing",), None),
    ],
)
def test_severity(quote: str, verdicts: tuple[str, ...], severity: str | None) -> None:
    comparer = Comparer.of(LEXICONS)
    source = index(comparer)
    story = story_of(quote)
    judged = Story(story.document, quotations=story.quotations, fidelity=comparer.compare(story, [source]))
    (match,) = Fidelity(verdicts).find(judged, ())
    assert (match.span, match.severity) == (Span(1, len(quote) + 1), severity)


def test_sources_that_cannot_serve(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("“Yes.”")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    (tmp_path / "story.sources").mkdir()
    (tmp_path / "story.sources" / "good.txt").write_text(TRANSCRIPT)
    shelf = SourceShelf(Comparer.of(LEXICONS).normaliser, READER.read)
    given = [str(tmp_path / name) for name in ("empty.txt", "binary.txt", "none.txt", "story.txt")]
    found = shelf.sources(str(story), given, tuple)
    indices, problems = found.sources, found.problems
    assert [Path(i.document.path).name for i in indices] == ["good.txt"]
    assert [p.message for p in problems] == [
        "this source is the story itself: it proves nothing",
        "this source has no words in it",
        "this source cannot be read: a binary file, not a story (for UTF-16 without a mark: --encoding utf-16-le)",
        "this source cannot be read: No such file or directory",
    ]


@pytest.mark.parametrize("hidden", [False, True])
def test_a_folder_of_sources_without_a_file_is_told(tmp_path: Path, hidden: bool) -> None:
    (tmp_path / "story.txt").write_text("“Yes.”")
    (tmp_path / "notes").mkdir()
    if hidden:
        (tmp_path / "notes" / ".notes.txt").write_text("Yes.")
    shelf = SourceShelf(Comparer.of(LEXICONS).normaliser, READER.read)
    found = shelf.sources(str(tmp_path / "story.txt"), [str(tmp_path / "notes")], tuple)
    assert [p.message for p in found.problems] == ["this source cannot be read: no file in this folder"]


FIGURES = [
    ("She said that 140 people had worked on it.", ["140"]),
    ("She said that 25 million dollars had been spent.", []),
    ("She said that Colin Barr had been told in May.", ["Colin Barr"]),
    ("The mayor said that 140 people had worked on it.", []),  # the sources do not have the mayor
    ("It has 140 arches.", []),
]


@pytest.mark.parametrize(("sentence", "strange"), FIGURES)
def test_figures_and_names_of_a_paraphrase_that_no_source_has(sentence: str, strange: list[str]) -> None:
    comparer = Comparer.of(LEXICONS)
    text = f"“We have spent twenty-five million dollars on it,” Marta Ruiz told the hearing. {sentence}"
    story = ANNOTATOR.annotate(read_plain("story.txt", text))
    verdicts = comparer.compare(story, [index(comparer)])
    assert [v.span.of(story.document.text) for v in verdicts if v.kind == "figure"] == strange


def test_a_source_of_whoever_is_quoted_inside_a_quotation_is_no_source_of_the_one_round_it() -> None:
    comparer = Comparer.of(LEXICONS)
    text = "“My neighbour heard it, and ‘I asked for the report in June’ was all that he said,” Jo Hale recalled."
    story = ANNOTATOR.annotate(read_plain("story.txt", text))
    (verdict,) = comparer.compare(story, [index(comparer)])
    assert (verdict.kind, verdict.span.of(story.document.text)) == ("verbatim", "I asked for the report in June")
