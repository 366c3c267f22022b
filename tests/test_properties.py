"""Whatever the text, hedgelint reads it: no exception, every place where it says it is, the same from run to run."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import pairwise

import jsonschema
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hedgelint.annotate.story import Story
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.document.readers.plain import read_plain
from hedgelint.finding import Result
from hedgelint.manual.schema import SCHEMAS
from hedgelint.report.annotations import as_data
from hedgelint.report.json import as_json
from hedgelint.report.text import as_text

DESK = Desk(Configs(none=True), Layer(select=("all",)))
REPORT = jsonschema.Draft202012Validator(SCHEMAS["report"]())
ANNOTATIONS = jsonschema.Draft202012Validator(SCHEMAS["annotations"]())
# What news is made of, so that a random text is not only noise but nearly a story.
PIECES = st.sampled_from(
    [
        "said",
        "that",
        "according",
        "to",
        "the",
        "council",
        "Mr",
        "Hale",
        "experts",
        "say",
        "may",
        "possibly",
        "it",
        "is",
        "believed",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "''",
        "``",
        "«",
        "»",
        "[",
        "]",
        "(",
        ")\n",
        "",
        "",
        "",
        ".",
        ",",
        "?",
        "!",
        "…",
        "…",
        "--",
        "—",
        ":",
        ";",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "40",
        "per",
        "cent",
        "$3m",
        "1,200",
        "Ms",
        "Raman",
        "told",
        "the",
        "BBC",
        "alleged",
        "murderer",
        "clearly\n",
        "",
        "",
        "",
        "causes",
        "cancer",
        "She",
        "he",
        "added",
        "U.S.",
        "a.m.",
        "J.",
        "o’clock",
        "’90s",
        "6'2\"",
        "é",
        "ß",
        "İ",
        "ﬁ",
        "東京",
        "שלום",
        "\u202e",
        "\x00",
        "\ufeff",
        "�",
        "👩\u200d👩\u200d👧",
        "www.x.org\n",
        "",
        "",
        "",
        "@hale",
        "hedgelint:",
        "ignore",
        "all",
        "--",
        "so-called",
        "hedgelint:",
        "ignore",
        "vague-source",
        "reportedly",
        "warned",
        "denied",
        "claimed",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> tuple[Story, Result]:
    document = read_plain("<text>", text)
    return DESK.annotated(document), DESK.lint_document(document)


def _canonical(text: str) -> str:
    """Some letters have another as their canonical form, alone and without an accent: U+F900 is U+8C48."""
    return unicodedata.normalize("NFC", text)


@example("\uf900")
@QUICK
@given(TEXTS)
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    story, result = read(text)
    document = story.document
    assert not result.problems or "hedgelint:" in text
    for finding in result.findings:
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        assert finding.excerpt == text[finding.start.offset : finding.end.offset]
        assert place(text, finding.start.offset) == (finding.start.line, finding.start.column)
        assert place(text, finding.end.offset) == (finding.end.line, finding.end.column)
    spans = [s.span for s in story.sentences] + [q.span for q in story.quotations] + [c.span for c in story.confidence]
    spans += [span for a in story.attributions for span in (*a.source, *a.cue, *a.content)]
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.text)
        start, end = document.map.source(span)
        ours = document.text[span.start : span.end]
        theirs = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        assert _canonical(re.sub("[\ud800-\udfff]", "\ufffd", theirs)) == _canonical(ours)


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column counted one letter at a time: the slow way, to hold the quick one against."""
    line = column = 1
    for at, char in enumerate(text[:offset]):
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
        elif char == "\r" and at + 1 < offset:
            continue
        else:
            column += 1
    return line, column


@QUICK
@given(TEXTS)
def test_sentences_and_quotations_are_in_order_and_nest_or_are_apart(text: str) -> None:
    story, _ = read(text)
    for left, right in pairwise(story.sentences):
        assert left.span.end <= right.span.start
    quotations = [q.span for q in story.quotations]
    assert quotations == sorted(quotations, key=lambda span: (span.start, -span.end))
    for i, one in enumerate(quotations):
        for other in quotations[i + 1 :]:
            apart = one.end <= other.start
            assert apart or one.end >= other.end


@QUICK
@given(TEXTS)
def test_reports_are_valid_and_the_same_from_run_to_run(text: str) -> None:
    story, result = read(text)
    report = as_json([result])
    REPORT.validate(json.loads(report))
    ANNOTATIONS.validate(json.loads(json.dumps(as_data(story))))
    again, same = read(text)
    assert (as_json([same]), as_data(again)) == (report, as_data(story))
    lines = list(as_text([result], severity="info"))
    assert all("\x1b" not in line and "\n" not in line for line in lines)
    report.encode("utf-8")


STORY = """The bridge at Carrow is shut

Experts say the bridge is unsafe. It may possibly take a year to mend, according to people familiar with the matter.

“It leaks,” Jo Hale said. “And it will leak “for years.”

The closure clearly caused a fall in trade of 40 per cent."""
# Rules that weigh a paragraph by what follows it look over the edge on purpose.
_FAR = ("mixed-quotation-marks", "vague-source", "running-quotation", "quotation-differs", "headline-quotation")


@QUICK
@given(
    st.lists(
        st.sampled_from(
            [
                "The",
                "council",
                "said",
                "on",
                "Monday",
                "that",
                "it",
                "would",
                "meet",
                "again.",
                "Jo",
                "Hale",
                "40",
                "per",
                "cent",
            ]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_a_paragraph_added_at_the_end_changes_nothing_before_the_one_it_follows(words: list[str]) -> None:
    end = STORY.rindex("\n\n")
    before = {key for key in keys(STORY) if key[1] < end}
    after = {key for key in keys(f"{STORY}\n\n{' '.join(words)}.") if key[1] < end}
    assert before == after
    assert before


def keys(text: str) -> set[tuple[str, int, int]]:
    return {(f.rule, f.start.offset, f.end.offset) for f in read(text)[1].findings if f.rule not in _FAR}
