# ruff: noqa: E501
"""Frames of claims: each condition of each is held by a text; a house adds frames, and words for their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.claims.forms import ENDINGS, FORMS
from hedgelint.annotate.claims.frames import FrameFinder
from hedgelint.annotate.phrases import PhraseScanner
from hedgelint.desk.selftest import frame_report, run_frame_examples
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import RuleErrors
from hedgelint.lexicon import Lexicon, Lexicons
from hedgelint.rulebook.rule import Proof
from hedgelint.rulebook.rulebook import Rulebook, load_rulebook
from tests.conftest import Run

BOOK = load_rulebook()
FRAMES = {entry["term"]: entry for entry in BOOK.lexicons["frames"].entries}
TERMS = [term for entry in BOOK.lexicons["claim-frames"].entries for term in entry["frames"]]
CONDITIONS = ("before", "behind", "form")


def proofs() -> Mapping[str, list[Proof]]:
    found: dict[str, list[Proof]] = {name: [] for name in FRAMES}
    for file in BOOK.list_examples:
        for proof in file.proofs:
            found[proof.term].append(proof)
    return found


PROOFS = proofs()
SCANNER = PhraseScanner(FrameFinder(BOOK.lexicons).phrases())


def wrong(name: str, entry: Mapping[str, object]) -> list[str]:
    """What is said of the texts of a frame where it is this one."""
    rows = tuple(entry if name == row["term"] else row for row in FRAMES.values())
    lists = {"claim-frames": BOOK.lexicons["claim-frames"], "frames": Lexicon("frames", rows)}
    finder = FrameFinder(Lexicons(lists, BOOK.lexicons.kept))
    reports = [frame_report("frames.yaml", proof, finder, SCANNER) for proof in PROOFS[name]]
    return [report.verdict for report in reports if report.verdict != "ok"]


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_finds_and_leaves_what_it_says(name: str) -> None:
    entry = FRAMES[name]
    assert wrong(name, entry) == []
    given = [key for key in CONDITIONS if key in entry]
    keys = [proof.key for proof in PROOFS[name]]
    assert "finds" in keys
    assert ("leaves" in keys) == bool(given)
    for key in given:  # taken away, a text must be read otherwise
        assert wrong(name, {of: value for of, value in entry.items() if of != key}), key


def test_each_frame_has_words_and_each_form_a_frame() -> None:
    assert set(TERMS) == set(FRAMES)
    assert {entry.get("form") for entry in FRAMES.values()} - {None} == set(ENDINGS) == set(FORMS)


HOUSE = """\
extend: frames
entries:
  - term: on-the-rocks
    says: the ferry trade is on the rocks
    reason: judgement
    before: '<opening>The <shared> (?P<from><be>) '
    behind: '[,.]'
    finds: ["The trade [[is on the rocks]]."]
    leaves: ["The barge is on the rocks."]
"""
WORDS = """\
extend: claim-frames
entries:
  - {term: on the rocks, frames: [on-the-rocks]}
"""
MORE = """\
pieces:
  shared:
    more: [mooring, moorings]
    finds: ["the [[moorings]]"]
"""


def house(folder: Path, **files: str) -> Rulebook:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_rulebook([folder])


def claims(book: Rulebook, text: str) -> Iterator[tuple[str, str, bool]]:
    for claim in Annotator(book.lexicons).annotate(read_plain("story.txt", text)).claims:
        yield claim.focus.of(text), claim.reasons[0], claim.soft


def test_a_house_adds_a_frame_a_word_and_words_for_a_class(tmp_path: Path) -> None:
    text = "The council met.\n\nThe trade is on the rocks.\n\nThe moorings are on the rocks."
    assert list(claims(BOOK, text)) == []
    book = house(tmp_path, frames=HOUSE, words=WORDS)
    assert list(claims(book, text)) == [("is on the rocks", "judgement", True)]
    book = house(tmp_path, more=MORE)
    assert list(claims(book, text)) == [("is on the rocks", "judgement", True), ("are on the rocks", "judgement", True)]


def test_the_guide_shows_frames_that_work(tmp_path: Path, run: Run) -> None:
    guide = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = guide.partition("## Add a claim frame\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"```yaml\n(.*?)```", part, re.DOTALL)
    assert len(blocks) == 2
    for name, block in zip(("frames", "words"), blocks, strict=True):
        (tmp_path / f"{name}.yaml").write_text(block, encoding="utf-8")
    out = run("test", str(tmp_path))
    assert (out.code, out.out) == (0, "2 word lists, 1 frame, 3 examples, all as they should be.\n")


def test_a_house_takes_a_frame_out(tmp_path: Path) -> None:
    text = "The council met.\n\nThe mayor deserves better."
    assert list(claims(BOOK, text)) == [("deserves", "judgement", True)]
    assert list(claims(house(tmp_path, less="extend: frames\nremove: [owed]\n"), text)) == []


def test_its_texts_are_its_tests(tmp_path: Path, run: Run) -> None:
    house(tmp_path, frames=HOUSE, words=WORDS, more=MORE)
    out = run("test", str(tmp_path))
    assert (out.code, out.out) == (0, "2 word lists, 1 piece, 1 frame, 3 examples, all as they should be.\n")
    (tmp_path / "more.yaml").unlink()
    (tmp_path / "frames.yaml").write_text(HOUSE.replace("The barge", "The trade"), encoding="utf-8")
    out = run("test", str(tmp_path))
    assert out.out.splitlines()[:-1] == [
        f"{tmp_path}/frames.yaml:9:14: frame on-the-rocks: noisy: the frame finds what it must leave",
        "    The trade is on the rocks.",
        "    found: “is on the rocks”",
    ]
    book = house(tmp_path, frames=HOUSE.replace("The barge is on", "The barge is off"))
    reports = run_frame_examples(book, [f"{tmp_path}/frames.yaml"])
    assert [(one.verdict, one.line, one.column) for one in reports] == [("ok", 8, 13), ("unproved", 9, 14)]


def test_a_pattern_of_a_house_that_never_ends_is_stopped(tmp_path: Path, run: Run) -> None:
    endless = HOUSE.replace("'[,.]'", "' (?:(?:a|aa)+)+:'")
    book = house(tmp_path, frames=endless, words=WORDS)
    text = f"The council met.\n\nThe trade is on the rocks {'a' * 40}! So it is, a:"
    with pytest.raises(
        TimeoutError, match="the frame “on-the-rocks” was stopped: a pattern of it backtracks without end"
    ):
        list(claims(book, text))


SLIPS = [
    ("frames", "<shared>", "<shard>", "frames.yaml:6:5: there is no piece <shard> (did you mean <shared>?"),
    ("frames", "reason: judgement", "reason: judgment", "frames.yaml:5:5: `reason` of “on-the-rocks” cannot be “judgment”"),
    ("frames", "    reason: judgement\n", "", "frames.yaml:3:5: “on-the-rocks” has no `reason`"),
    ("frames", "(?P<from><be>)", "(?P<form><be>)", "frames.yaml:6:5: `before` of “on-the-rocks” is a pattern with a group “form”"),
    ("frames", "'[,.]'", "'[,.'", "frames.yaml:7:5: `behind` of “on-the-rocks” is no pattern"),
    ("frames", "behind:", "behnd:", "frames.yaml:7:5: the list frames has no column “behnd” (did you mean “behind”?)"),
    ("frames", "    behind: '[,.]'\n", "    form: imperative\n", "frames.yaml:7:5: `form` of “on-the-rocks” cannot be “imperative”"),
    ("frames", "[[is on the rocks]]", "is on the rocks", "frames.yaml:8:5: `finds` of “on-the-rocks” is a list of texts in which [[…]] marks"),
    ("words", "[on-the-rocks]", "[by-passive, on-the-rock]", "words.yaml:3:47: `frames` of “on the rocks” cannot be “on-the-rock”: the list frames has no such entry (did you mean “on-the-rocks”?)"),
    ("words", "[on-the-rocks]", "on-the-rock", "words.yaml:3:26: `frames` of “on the rocks” cannot be “on-the-rock”"),
    ("more", "  shared:", "  shaerd:", "more.yaml:2:3: there is no piece <shaerd> to give more words (did you mean <shared>?)"),
    ("more", "moorings]\n", "mooring]\n", "more.yaml:3:21: “mooring” stands here twice"),
    ("more", "[mooring, moorings]", "moorings?", "more.yaml:3:5: `more` is a list of words (write more: [one, another])"),
    ("more", "moorings]\n", "'moor|ings']\n", "more.yaml:3:21: “moor|ings” is looked for as it stands"),
    ("more", "    finds: [\"the [[moorings]]\"]\n", "", "more.yaml:2:3: <shared> has no `finds`"),
    ("more", "    finds:", "    title: moorings\n    finds:", "more.yaml:4:5: unknown key “title” for a piece"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "says"), SLIPS, ids=[f"{f}: {n[:40]}" for f, _, n, _ in SLIPS])
def test_a_slip_is_told_at_its_place(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    texts = {"frames": HOUSE, "words": WORDS, "more": MORE}
    assert texts[file].count(old) == 1
    texts = {name: text for name, text in texts.items() if name == file or (name, file) == ("frames", "words")}
    texts[file] = texts[file].replace(old, new)
    with pytest.raises(RuleErrors) as told:
        house(tmp_path, **texts)
    assert f"{tmp_path}/{says}" in str(told.value)
    assert len(told.value.errors) == 1
