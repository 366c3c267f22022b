"""A rule's examples are its tests: where the marks are it must speak, and nowhere else. So are those of a word list, of
a named piece of a pattern and of a frame of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from hedgelint.annotate.claims.frames import FrameFinder
from hedgelint.annotate.phrases import PhraseScanner, fold
from hedgelint.annotate.watch import LIMIT
from hedgelint.checks.pattern import compiled
from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.patterns import pattern_of
from hedgelint.rulebook.rule import Example, ListExamples, Proof, Rule
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.span import Span
from hedgelint.values import dataclass

# What each verdict but “ok” says.
SAYS = {
    "missing": "the rule is silent where it must speak",
    "noisy": "the rule speaks where it must be silent",
    "misplaced": "the rule speaks, but at other words",
    "unproved": "the rule is silent here without this silence too: the example proves nothing",
    "stopped": "a pattern of the rule backtracks without end",
    "fixed": "the rule finds this now: move it from `missed` to `bad`",
}
# The same of a named piece of a pattern.
PIECE_SAYS = {
    "missing": "the piece finds nothing where it must",
    "noisy": "the piece finds what it must leave",
    "misplaced": "the piece finds other words",
    "stopped": "the piece backtracks without end",
}
# The same of a frame of claims.
FRAME_SAYS = {
    "missing": "the frame finds nothing where it must",
    "noisy": "the frame finds what it must leave",
    "misplaced": "the frame finds other words",
    "unproved": "no word of the frame stands here: the text proves nothing",
    "stopped": "the frame backtracks without end",
}
FRAME = "frame "  # what the name of a frame is told with
_MARK = pattern_of(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """`verdict` is ok, missing (silent where it must speak), noisy (speaks where it must not), misplaced (speaks, but
    elsewhere in the example), fixed (a known limit that is one no longer), unproved (the example of a silence, in which
    the rule is silent without it too), or stopped (a pattern of the rule never ends there). Spans are in the unmarked
    text; `line` and `column` are from 1, the column 0 where nobody knows it."""

    rule: str
    path: str
    line: int
    example: str
    verdict: str
    expected: tuple[Span, ...]
    found: tuple[Span, ...]
    column: int = 0


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without [[ and ]], and the spans they enclosed. Raises ValueError where they do not pair."""
    text, spans, opened, at = "", [], None, 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if (mark.group() == "[[") != (opened is None):
            raise ValueError("[[ and ]] do not pair")
        if opened is None:
            opened = len(text)
        else:
            spans.append(Span(opened, len(text)))
            opened = None
    if opened is not None:
        raise ValueError("[[ and ]] do not pair")
    return text + marked[at:], tuple(spans)


def run_examples(rulebook: Rulebook, ids: Sequence[str] = ()) -> tuple[ExampleReport, ...]:
    """Each rule alone, through the whole path from text to finding; all rules, or those of `ids`."""
    reports = []
    for rule in rulebook.rules:
        if not ids or rule.id in ids:
            linter = Linter(rulebook, {rule.id: rule.severity})
            reports += [rule_report(rule, example, linter) for example in rule.examples]
            reports += silence_reports(rule, linter)
    return tuple(reports)


def silence_reports(rule: Rule, linter: Linter) -> Iterator[ExampleReport]:
    """Of each example of each silence: with it the rule is silent, and without it alone the rule speaks."""
    for silence in rule.silences:
        for text, (line, column) in zip(silence.examples, silence.places, strict=True):
            story = linter.annotate(read_plain("example", text))
            verdict, found = "ok", []
            try:
                if found := linter.of_rule(rule, story):
                    verdict = "noisy"
                elif not linter.of_rule(rule.without(silence), story):
                    verdict = "unproved"
            except TimeoutError:
                verdict = "stopped"
            spans = tuple(Span(f.start.offset, f.end.offset) for f in found)
            yield ExampleReport(rule.id, rule.path, line, text, verdict, (), spans, column)


def run_list_examples(rulebook: Rulebook, paths: Sequence[str]) -> tuple[ExampleReport, ...]:
    """The examples of the word lists in these files, with all rules: what hedgelint marks is a finding's place, a cue,
    a word of confidence, a loaded word or the heart of a claim that nothing answers for."""
    chosen = [file for file in rulebook.list_examples if file.path in paths and file.examples]
    if not chosen:
        return ()
    linter = Linter(rulebook, {rule.id: rule.severity for rule in rulebook.rules})
    return tuple(list_report(file, example, linter) for file in chosen for example in file.examples)


def run_piece_examples(rulebook: Rulebook, paths: Sequence[str]) -> tuple[ExampleReport, ...]:
    """The texts of the named pieces in these files: each finds what is marked, as whole words, and leaves the rest."""
    return tuple(report for piece in rulebook.pieces if piece["path"] in paths for report in piece_reports(piece))


def piece_reports(piece: Mapping[str, Any]) -> Iterator[ExampleReport]:
    pattern = compiled(rf"(?<!\w)(?:{piece['whole']})(?!\w)")
    for key in ("finds", "leaves"):
        for marked, (line, column) in zip(piece[key], piece[f"{key}_at"], strict=True):
            text, expected = unmark(marked)
            try:
                found = tuple(Span(*one.span()) for one in pattern.finditer(text, timeout=LIMIT))
                verdict = "ok" if found == expected else _verdict(expected, found)
            except TimeoutError:
                found, verdict = (), "stopped"
            yield ExampleReport(f"<{piece['name']}>", piece["path"], line, marked, verdict, expected, found, column)


def run_frame_examples(rulebook: Rulebook, paths: Sequence[str]) -> tuple[ExampleReport, ...]:
    """The texts of the frames of claims in these files: each finds what is marked; in what it leaves a word stands that
    asks in it, so that it is the frame that keeps silent."""
    chosen = [(file.path, proof) for file in rulebook.list_examples if file.path in paths for proof in file.proofs]
    if not chosen:
        return ()
    finder = FrameFinder(rulebook.lexicons)
    scanner = PhraseScanner(finder.phrases())
    return tuple(frame_report(path, proof, finder, scanner) for path, proof in chosen)


def frame_report(path: str, proof: Proof, finder: FrameFinder, scanner: PhraseScanner) -> ExampleReport:
    text, expected = unmark(proof.text)
    hits = scanner.scan(text)
    try:
        found = tuple(one.span for one in finder.find(text, hits) if one.name == proof.term)
        verdict = "ok" if found == expected else _verdict(expected, found)
        if verdict == "ok" and not any(frame.name == proof.term for _, frame, _ in finder.asked(text, hits)):
            verdict = "unproved"
    except TimeoutError:
        found, verdict = (), "stopped"
    return ExampleReport(FRAME + proof.term, path, proof.line, proof.text, verdict, expected, found, proof.column)


def list_report(file: ListExamples, example: Example, linter: Linter) -> ExampleReport:
    text, expected = unmark(example.text)
    document = read_plain("example", text)
    story = linter.annotate(document)
    places = {Span(f.start.offset, f.end.offset) for f in linter.lint(document).findings}
    places |= {span for said in story.attributions for span in said.cue}
    places |= {word.span for word in story.confidence} | {word.span for word in story.loaded}
    terms = {fold(term) for term in file.terms}
    words = {place for place in places if fold(place.of(text)) in terms}
    words |= {claim.focus for claim in story.claims if _ends_in(fold(claim.focus.of(text)), terms)}
    # A word that only answers has to leave a claim open where it stands in another sense.
    places |= {claim.focus for claim in story.claims if not claim.answer}
    verdict = "ok"
    if example.verdict == "bad" and not places.issuperset(expected):
        verdict = "missing"
    elif example.verdict == "good" and words:
        verdict = "noisy"
    elif example.verdict == "missed" and words:
        verdict = "fixed"
    return ExampleReport(file.lexicon, file.path, example.line, example.text, verdict, expected, tuple(sorted(words)))


def _ends_in(focus: str, terms: Set[str]) -> bool:
    """The heart of a claim may begin before its word: “the council's crackdown on”."""
    return any(focus == term or focus.endswith(f" {term}") for term in terms)


def rule_report(rule: Rule, example: Example, linter: Linter) -> ExampleReport:
    text, expected = unmark(example.text)
    result = linter.lint(read_plain("example", text))
    found = tuple(Span(f.start.offset, f.end.offset) for f in result.findings)
    if example.verdict == "missed":
        verdict = "fixed" if found else "ok"
    else:
        verdict = "ok" if found == expected else _verdict(expected, found)
    return ExampleReport(rule.id, rule.path, example.line, example.text, verdict, expected, found)


def _verdict(expected: Sequence[Span], found: Sequence[Span]) -> str:
    """Of places that are not those expected."""
    if len(found) > len(expected):
        return "noisy"
    return "missing" if len(found) < len(expected) else "misplaced"
