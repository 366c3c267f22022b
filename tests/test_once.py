"""One fault is told once, with the other places beside it."""

from __future__ import annotations

from hedgelint import lint_text


def told(text: str, rule: str) -> list[tuple[str, list[str]]]:
    found = [finding for finding in lint_text(text).findings if finding.rule == rule]
    return [
        (f"{f.start.line}:{f.start.column}", [f"{r.start.line}:{r.start.column}" for r in f.related]) for f in found
    ]


def test_a_run_of_quotations_left_open_is_one_fault() -> None:
    text = 'It was shut.\n\n"We had no ball. "They ran well. "We go again," said Ida Voss.\n\n"No, he said.'
    ((first, related),) = told(text, "unclosed-quotation")
    assert (first, related[-2:]) == ("3:1", ["3:18", "5:1"])


def test_a_verb_again_for_the_same_speaker() -> None:
    text = (
        "Ida Voss claims she was kept on a farm. She claims she worked nights.\n\nRosa Bell claims that it was a mill."
    )
    assert told(text, "loaded-verb") == [("1:10", ["1:45"]), ("3:11", [])]


def test_a_waiver_holds_for_its_own_place() -> None:
    waived = "hedgelint: ignore loaded-verb -- checked\n\nIda Voss claims she was kept."
    text = f"It was shut.\n\n{waived}\n\nIda Voss claims it was a mill."
    assert told(text, "loaded-verb") == [("5:10", []), ("7:10", [])]
