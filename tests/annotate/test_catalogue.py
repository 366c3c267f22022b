"""Every shape and every refusal against its own texts, and what happens where one is taken away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hedgelint.annotate.attributions import catalogue, verbs
from hedgelint.annotate.attributions.found import Found, Outcome
from hedgelint.annotate.attributions.refusals import REFUSALS as REFUSALS_OF_WORDS
from hedgelint.annotate.attributions.refusals import SUBJECT_REFUSALS as REFUSALS_OF_SUBJECTS
from hedgelint.annotate.attributions.shapes import Shapes
from hedgelint.annotate.story import Attribution
from tests.attributed import attributed

PACKAGE = Path(catalogue.__file__).parent
MARK = re.compile(r"\[(?:(source|cue|content) )?([^\]]+)\]")
SHAPES, REFUSALS = catalogue.shapes(), catalogue.refusals()
BEYOND = ("turn", "met-before", "lived-before")  # found before any sentence is read, and after
PIECES = ("source", "cue", "content")


def bare(marked: str) -> str:
    return MARK.sub(lambda match: match[2], marked)


def pieces(one: Attribution, text: str) -> dict[str, list[str]]:
    return {key: [span.of(text) for span in getattr(one, key)] for key in PIECES}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_finds_its_text(name: str) -> None:
    marked = SHAPES[name].finds
    wanted = {key: [match[2] for match in MARK.finditer(marked) if match[1] == key] for key in PIECES}
    text = bare(marked)
    found = [pieces(one, text) for one in attributed(text).attributions if one.shape == name]
    if name == "turn":  # as many as there are turns
        assert {key: [words for one in found for words in one[key]] for key in PIECES} == wanted
    else:
        assert found == [wanted]


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_leaves_its_near_miss(name: str) -> None:
    assert name not in {one.shape for one in attributed(SHAPES[name].leaves).attributions}


def refused(marked: str) -> list[str]:
    """The reasons for which the word in brackets was refused."""
    at = marked.index("[")
    return [one.reason for one in attributed(bare(marked)).refused if one.span.start == at]


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_stops_its_word(name: str) -> None:
    assert name in refused(REFUSALS[name].refuses)


def test_every_name_in_the_code_is_in_the_catalogue_and_the_other_way_round() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.py")))
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', code))
    assert set(SHAPES) <= named
    assert set(REFUSALS) <= named
    made = {match[1] for match in re.finditer(r'(?:found\(|Found\().*"([a-z-]+)"(?:, [\w.":]+)?\)', code)}
    assert made <= set(SHAPES) | set(PIECES)


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in BEYOND])
def test_a_shape_taken_away_loses_its_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = bare(SHAPES[name].finds)
    whole = [pieces(one, text) for one in attributed(text).attributions if one.shape == name]
    at = Shapes._at

    def without(*given: object) -> Outcome:
        outcome = at(*given)  # type: ignore[arg-type]
        return None if isinstance(outcome, Found) and outcome.shape == name else outcome

    monkeypatch.setattr(Shapes, "_at", without)
    assert whole[0] not in [pieces(one, text) for one in attributed(text).attributions]


@pytest.mark.parametrize("name", [name for name, _ in (*REFUSALS_OF_WORDS, *REFUSALS_OF_SUBJECTS)])
def test_a_refusal_taken_away_lets_its_word_speak(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = bare(REFUSALS[name].refuses)
    before = attributed(text).attributions
    for given in ("REFUSALS", "SUBJECT_REFUSALS"):
        monkeypatch.setattr(verbs, given, tuple(one for one in getattr(verbs, given) if one[0] != name))
    assert attributed(text).attributions != before
