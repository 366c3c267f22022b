"""`hedgelint annotate --why`: the shape or the refusal of each cue, who answers for a claim, what silences a rule."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from hedgelint.manual.schema import SCHEMAS
from tests.conftest import Run

STORY = """A day in Carrow

Hale went on to deny her claims. It is wise to say so.

“Needless to say it leaks,” Mr Hale said.

hedgelint: ignore vague-source -- the council has a list

Critics say that it leaks.
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")


def rows(out: str) -> list[list[str]]:
    """Place, what, words, name and the reason of each line behind the story's name."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in out.splitlines()[1:]]


@pytest.mark.usefixtures("story")
def test_every_cue_has_its_shape_or_its_refusal(run: Run) -> None:
    assert rows(run("annotate", "--why", "3", "story.txt").out) == [
        [
            "3:6",
            "cue",
            "“went on to deny”",
            "went-on",
            "as in: Hale went on to say that it leaks; Hale continued to deny it"
            " | who: Hale (named) | what: her claims",
        ],
        ["3:26", "word", "“claims”", "behind-an-article", "no: a noun, behind an article, a possessive or “of”"],
        ["3:48", "word", "“say”", "to-do", "no: an infinitive, with nobody who went on to say so (asked: to do)"],
    ]


@pytest.mark.usefixtures("story")
def test_every_silent_rule_has_what_silences_it(run: Run) -> None:
    out = rows(run("annotate", "story.txt", "--why").out)
    assert [row[0:1] + row[2:] for row in out if row[1] == "rule"] == [
        ["5:2", "“Needless to say”", "booster", "silent: it looks at words outside quotation marks"],
        ["9:1", "“Critics say”", "vague-source", "silent: suppressed: comment"],
    ]


@pytest.mark.usefixtures("story")
def test_the_same_as_data(run: Run) -> None:
    (told,) = json.loads(run("annotate", "--why", "5", "--format", "json", "story.txt").out)
    jsonschema.validate(told, SCHEMAS["annotations"]())
    found = [one for one in told["why"] if one["what"] != "claim"]
    assert [(one["what"], one["name"], STORY[one["start"] : one["end"]]) for one in found] == [
        ("rule", "booster", "Needless to say"),
        ("cue", "tag", "said"),
    ]


def test_the_words_that_silence_a_rule_are_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rule.yaml").write_text(
        "id: trial\ntitle: t\nkind: phrase\nphrases: [lock]\nmessage: x\nwhy: w\nseverity: warning\n"
        "unless_pattern: 'old|new'\nexamples: {bad: ['A [[lock]].'], good: ['“A lock.”']}\n"
        "references: [{title: t, url: 'https://example.org'}]\n",
        encoding="utf-8",
    )
    Path("story.txt").write_text("It is an old lock.\n", encoding="utf-8")
    assert rows(run("annotate", "--why", "--rules", "rule.yaml", "story.txt").out) == [
        ["1:14", "rule", "“lock”", "trial", "silent: unless_pattern: “old”"]
    ]


@pytest.mark.usefixtures("story")
def test_a_line_with_nothing_on_it_is_told(run: Run) -> None:
    told = "story.txt\n  line 99 has nothing to explain: no cue, no claim, no finding (10 lines)\n"
    assert run("annotate", "--why", "99", "story.txt").out == told


def test_the_reason_of_a_silence_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(
        "We were clearly early.\n\nMr Pugh, who claims that it leaks, left. Mr Pugh’s claim that it leaks was wrong.\n",
        encoding="utf-8",
    )
    told = [row[0:1] + row[2:] for row in rows(run("annotate", "--why", "story.txt").out) if row[1] == "rule"]
    person = "the writer speaks as a person, and not as a reporter"
    who = "it tells who somebody is, or what is worth saying, and reports no words"
    assert told == [
        ["1:9", "“clearly”", "booster", f"silent: {person} (unless_pattern: “We”)"],
        ["3:14", "“claims”", "loaded-verb", f"silent: {who} (not_preceded_by)"],
        ["3:52", "“claim”", "loaded-verb", "silent: it is the noun, and somebody has it (not_preceded_by)"],
    ]


def test_whom_a_word_and_a_quotation_were_asked_for_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(
        "Lease lapses\n\nThe lease, ruled the old judge, had lapsed.\n\n"
        "The town was still.\n\n“It will rain, and we will go.”\n",
        encoding="utf-8",
    )
    word = rows(run("annotate", "--why", "3", "story.txt").out)[0]
    assert word[:4] == ["3:12", "word", "“ruled”", "nobody-says-it"]
    assert word[4].endswith("(asked: behind its subject)")
    (alone,) = rows(run("annotate", "--why", "7", "story.txt").out)
    assert alone[:4] == ["7:2", "quotation", "“It will rain, and we will go.”", "nobody"]


def test_a_claim_names_what_found_it(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "The council met.\n\nThe sale was a blow to the town. Rents rose by 9 per cent.\n", encoding="utf-8"
    )
    told = json.loads(run("annotate", "--why", "3", "--format", "jsonl", str(path)).out)["why"]
    assert [(one["words"], one["name"], one["because"].partition(" | ")[0]) for one in told] == [
        ("was a blow", "judgement", "found by: verdict-noun"),
        ("rose by", "statistic", "found by: rose by"),
    ]


def test_what_found_it_is_explained(run: Run) -> None:
    out = run("explain", "verdict-noun").out
    assert out.startswith(
        "verdict-noun: a frame in which a word makes a claim, as in “the sale was a blow to the town”\n"
        "judgement, is suggested at most\n\nBefore the word: "
    )
    assert (
        "Finds\n  - The sale [[was such a blow]] to the town.\n\nLeaves alone\n  - She gave a blow to the door.\n"
        in out
    )
    assert "The word is: a past form or a participle: driven, cut off\nWords: trigger" in run("explain", "active").out
    assert "(did you mean “verdict-noun”?)" in run("explain", "verdict-nuon").err
