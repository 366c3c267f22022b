"""Where a rule may speak, what keeps it silent, how grave its finding is, and what the finding says and mends. Stories
are made by hand, so that who said what in them is known."""

from __future__ import annotations

from typing import Any

import pytest

from hedgelint.annotate.story import Attribution, Quotation, Sentence, Story
from hedgelint.checks.check import Match
from hedgelint.desk.judge import Judge
from hedgelint.document.model import Document, Link, Part
from hedgelint.document.readers import File
from hedgelint.document.readers.html import read
from hedgelint.document.readers.plain import read_plain
from hedgelint.finding import Finding
from hedgelint.rulebook.rule import Nearness, Reference, Rule, Scope
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.span import Span
from hedgelint.values import replace

BARE = replace(
    next(rule for rule in load_rulebook().rules if rule.kind == "phrase"),
    id="trial", scope=Scope(("body",), "any"), near=(), unless_pattern=(), unless_story=(), linked="", once="",
    references=(), fix="safe", message="“{match}”: {why}",
)  # fmt: skip
TEXT = """Bridge at Carrow shut

Experts say it is unsafe. It leaks “day and night”, said Jo Hale. Rain fell. Buses run.

Boats run too. The ferry of Ida Voss is late."""


def place(words: str) -> Span:
    assert TEXT.count(words) == 1
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def story(*, named: tuple[tuple[str, str], ...] = (), links: tuple[str, ...] = ()) -> Story:
    """Jo Hale answers for what leaks; `named` are other sources, with their kind."""
    sentences = [
        "Bridge at Carrow shut", "Experts say it is unsafe.", "It leaks “day and night”, said Jo Hale.", "Rain fell.",
        "Buses run.", "Boats run too.", "The ferry of Ida Voss is late.",
    ]  # fmt: skip
    document = replace(
        read_plain("story.txt", TEXT),
        parts=tuple(
            Part(kind, Span(TEXT.index(first), TEXT.index(last) + len(last)), at)
            for kind, first, last, at in (
                ("headline", "Bridge", "shut", "/title"),
                ("body", "Experts", "Buses run.", "/body/0"),
                ("body", "Boats", "is late.", "/body/1"),
            )
        ),
        links=tuple(Link(place(words), "https://example.org") for words in links),
    )
    quotation = Quotation(place("“day and night”"), place("day and night"), "partial", 1, True)
    said = Attribution((), (), (place("It leaks “day and night”"),), "unnamed")
    others = [Attribution((place(words),), (), (), kind) for words, kind in named]
    return Story(document, tuple(Sentence(place(one), 0) for one in sentences), (quotation,), (), (said, *others))


@pytest.mark.parametrize(
    ("words", "scope", "silence"),
    [
        ("unsafe", {}, ""),
        ("Carrow", {}, "part"),
        ("Carrow", {"parts": ("headline",)}, ""),
        ("Carrow", {"parts": ("body", "headline")}, ""),
        ("Buses run.\n\nBoats", {}, "part"),
        ("Rain", {"quotation": "outside"}, ""),
        ("day", {"quotation": "outside"}, "quotation"),
        ("leaks “day", {"quotation": "outside"}, "quotation"),
        ("day and", {"quotation": "inside"}, ""),
        ("leaks “day", {"quotation": "inside"}, "quotation"),
        ("Rain", {"quotation": "inside"}, "quotation"),
        ("day", {"quotation": "any"}, ""),
        ("leaks", {"attribution": "attributed"}, ""),
        ("Rain", {"attribution": "attributed"}, "attribution"),
        ("leaks", {"attribution": "unattributed"}, "attribution"),
        ("Rain", {"attribution": "unattributed"}, ""),
        ("Carrow", {"attribution": "attributed"}, "part"),
        ("leaks", {"quotation": "inside", "attribution": "unattributed"}, "quotation"),
    ],
)
def test_where_a_rule_may_speak(words: str, scope: dict[str, Any], silence: str) -> None:
    rule = replace(BARE, scope=Scope(**{"parts": ("body",), "quotation": "any", **scope}))
    judge = Judge(story())
    assert judge.silence(rule, place(words)) == silence
    found = judge.finding(rule, Match(place(words)), "warning")
    assert (found is None) == bool(silence)


@pytest.mark.parametrize(
    ("named", "sentences", "silent"),
    [
        ([("Jo Hale", "named")], 1, True),
        ([("Jo Hale", "document")], 1, True),
        ([("Jo Hale", "role")], 1, True),
        ([("Jo Hale", "unnamed")], 1, False),
        ([("Jo Hale", "named")], 0, False),
        ([("Buses", "named")], 2, False),
        ([("Buses", "named")], 3, True),
        ([("Ida Voss", "named")], 4, False),
        ([("Ida Voss", "named"), ("Jo Hale", "named")], 1, True),
        ([("Bridge", "named")], 3, False),  # before it
        ([("Bridge", "named"), ("Jo Hale", "named")], 1, True),
        ([("unsafe", "named")], 0, True),
        ([("say", "named")], 0, True),
        ([("say it is unsafe. It", "named")], 0, False),  # ends beyond
    ],
)
def test_a_named_source_near_by(named: list[tuple[str, str]], sentences: int, silent: bool) -> None:
    judge, at = Judge(story(named=tuple(named))), place("Experts")
    quiet = replace(BARE, near=(Nearness(sentences, None),))
    assert judge.silence(quiet, at) == ("downgrade" if silent else "")
    lower = replace(BARE, near=(Nearness(sentences, "info"),))
    assert judge.silence(lower, at) == ""
    assert _finding(judge, lower, at).severity == ("info" if silent else "warning")
    both = replace(BARE, near=(Nearness(9, "suggestion"), Nearness(sentences, "info")))
    assert judge.silence(replace(BARE, near=(*quiet.near, Nearness(0, "info"))), at) == ("downgrade" if silent else "")
    if silent:
        assert _finding(judge, both, at).severity == "info"


def test_a_story_without_a_sentence_has_no_source_near_by() -> None:
    document = read_plain("story.txt", TEXT)
    at = Span(*document.parts[1].span)
    judge = Judge(Story(document))
    rule = replace(BARE, near=(Nearness(1, None),), linked="silent", unless_pattern=("e",))
    assert judge.silence(rule, at) == ""
    assert judge.silence(rule, at) == Judge(Story(replace(document, links=(Link(at, "x"),)))).silence(rule, at)


def _finding(judge: Judge, rule: Rule, at: Span, severity: str = "warning", **match: Any) -> Finding:
    found = judge.finding(rule, Match(at, **match), severity)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("linked", "severity", "then"),
    [
        ("info", "error", "info"),
        ("info", "info", "info"),
        ("suggestion", "warning", "suggestion"),
        ("suggestion", "info", "info"),
        ("", "error", "error"),
    ],
)
def test_a_link_in_its_sentence_lowers_a_finding(linked: str, severity: str, then: str) -> None:
    judge, rule = Judge(story(links=("unsafe",))), replace(BARE, linked=linked)
    assert _finding(judge, rule, place("Experts"), severity).severity == then
    assert _finding(judge, rule, place("leaks"), severity).severity == severity
    graver = judge.finding(rule, Match(place("leaks"), severity="error"), severity)
    assert graver is not None
    assert graver.severity == "error"


def test_a_link_in_its_sentence_silences_a_rule_that_says_so() -> None:
    judge, rule = Judge(story(links=("unsafe",))), replace(BARE, linked="silent")
    assert [judge.silence(rule, place(words)) for words in ("Experts", "leaks")] == ["linked", ""]
    assert [judge.silence(BARE, place(words)) for words in ("Experts", "leaks")] == ["", ""]
    assert Judge(story()).silence(rule, place("Experts")) == ""


def test_a_pattern_silences_in_its_sentence_or_in_all_of_the_story() -> None:
    judge = Judge(story())
    here, anywhere = replace(BARE, unless_pattern=("unsafe",)), replace(BARE, unless_story=("unsafe",))
    assert [judge.silence(here, place(words)) for words in ("Experts", "say", "Rain")] == ["unless_pattern"] * 2 + [""]
    assert [judge.silence(anywhere, place(words)) for words in ("Experts", "Rain")] == ["unless_story"] * 2
    assert judge.silence(replace(BARE, unless_story=("Bridge at",)), place("Rain")) == "unless_story"
    assert judge.silence(replace(BARE, unless_story=("safely",)), place("Rain")) == ""
    assert judge.silence(replace(BARE, unless_pattern=("safely", "Rain")), place("fell")) == "unless_pattern"
    assert (judge.silent_throughout(anywhere), judge.silent_throughout(here)) == (True, False)


def test_the_first_sentence_is_not_the_whole_story() -> None:
    judge, headline = Judge(story()), Scope(("headline",), "any")
    rule = replace(BARE, scope=headline, unless_pattern=("unsafe",), unless_story=("unsafe",))
    assert judge.silence(rule, place("Carrow")) == "unless_story"


NEAR = "it is unsafe. It leaks “day and night”, said Jo Hale. Rain"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Experts", "Experts"),
        (f"{NEAR} f", f"{NEAR} f"),
        (f"{NEAR} fe", f"{NEAR}…"),
        (f"{NEAR[3:]} fell.", f"{NEAR[3:]} fel…"),
    ],
)
def test_a_message_names_what_it_speaks_of_in_sixty_letters(words: str, told: str) -> None:
    found = _finding(Judge(story()), BARE, place(words), fields={"why": "say  so"})
    assert (found.message, found.excerpt) == (f"“{told}”: say so", words)
    assert _finding(Judge(story()), BARE, place("Rain")).message == "“Rain”:"


def test_what_a_finding_hands_on() -> None:
    rule = replace(BARE, references=(Reference("A guide", "https://example.org/a"), Reference("B", "https://b")))
    match = {"related": (("see here", place("Boats")),), "reasons": ("because",)}
    found = _finding(Judge(story()), rule, place("Rain fell"), **match)
    assert (found.rule, found.category, found.path, found.url) == (
        "trial", BARE.category, "story.txt", "https://example.org/a",
    )  # fmt: skip
    assert ((found.start.line, found.start.column), (found.end.line, found.end.column)) == ((3, 67), (3, 76))
    (related,) = found.related
    assert (related.message, related.start.line, related.start.column, related.excerpt) == ("see here", 5, 1, "Boats")
    assert (found.at, related.at, found.reasons, found.same, found.fix) == ("/body/0", "/body/1", ("because",), "", "")
    assert _finding(Judge(story()), BARE, place("Rain")).url == ""


@pytest.mark.parametrize(
    ("once", "words", "same"),
    [
        ("paragraph", "Experts", "2"),
        ("paragraph", "Buses run.", "2"),
        ("paragraph", "Boats", "3"),
        ("words", "Rain fell", "rain fell"),
        ("source", "Rain", "Hale"),
        ("story", "Rain", "story"),
        ("", "Rain", ""),
    ],
)
def test_what_makes_two_findings_one_fault(once: str, words: str, same: str) -> None:
    assert _finding(Judge(story()), replace(BARE, once=once), place(words), about="Hale").same == same


def _page(source: str) -> Document:
    return next(iter(read(File("story.html", source.encode()))))


def _mended(document: Document, rule: Rule, *edits: tuple[str, str]) -> list[tuple[str, str]]:
    """What stands in the source where an edit would write, and what it writes."""
    judge, text = Judge(Story(document)), document.text
    given = tuple((Span(text.index(old), text.index(old) + len(old)), new) for old, new in edits)
    found = _finding(judge, rule, given[0][0], edits=given)
    assert found.fix == (rule.fix if found.edits else "")
    return [(document.source[one.start.offset : one.end.offset], one.text) for one in found.edits]


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("“", "”"),
        ("&ldquo;", "&rdquo;"),
        ("&#8220;", "&#8221;"),
        ("&#x201C;", "&#x201D;"),
        ("&#X201c;", "&#x201D;"),
    ],
)
def test_a_mark_is_spelt_as_the_one_in_its_place(source: str, after: str) -> None:
    document = _page(f"<p>He said {source}no.</p>")
    assert _mended(document, BARE, ("“", "”")) == [(source, after)]
    assert _mended(document, BARE, ("“", '"')) == [(source, '"')]
    assert _mended(document, BARE, ("“", "””")) == [(source, "””")]
    if source == "&ldquo;":
        assert _mended(document, BARE, ("“", "„")) == [(source, "&#8222;")]


def test_what_is_not_mended() -> None:
    document = read_plain("story.txt", "He “went” home & dry; AT&T; said no.")
    edits = (("“", "‘"), ("”", "’"))
    assert _mended(document, BARE, *edits) == list(edits)
    assert _mended(document, replace(BARE, fix="unsafe"), *edits) == list(edits)
    assert _mended(document, replace(BARE, fix="none"), *edits) == []
    assert _mended(replace(document, writable=False), BARE, *edits) == []
    locked = tuple(replace(part, locked=True) for part in document.parts)
    assert _mended(replace(document, parts=locked), BARE, *edits) == []
    two = read_plain("story.txt", "It is shut on Monday.\n\nHe “went” home.")
    first = replace(two, parts=(replace(two.parts[0], locked=True), two.parts[1]))
    assert _mended(first, BARE, *edits) == list(edits)
    # A reference begins with an ampersand and ends with a semicolon.
    assert _mended(document, BARE, ("dry;", "…"), ("& dry", "…")) == [("dry;", "…"), ("& dry", "…")]


def test_of_several_edits_all_are_made_or_none() -> None:
    document = _page("<p>He went <b>ho</b>me at last.</p>")
    assert _mended(document, BARE, ("went", "ran")) == [("went", "ran")]
    assert _mended(document, BARE, ("went", "ran"), ("home", "away")) == []
