"""A rulebook held against documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.story import Story
from hedgelint.document.model import Document
from hedgelint.finding import Finding, Problem, Result
from hedgelint.judge import Judge
from hedgelint.rulebook.rule import Rule
from hedgelint.rulebook.rulebook import Rulebook

# Findings of one rule in one story; what is beyond is told in a note, not shown.
MOST = 25


class Linter:
    """`active` gives the severity of each rule that is to run. Build once, lint many documents."""

    def __init__(self, rulebook: Rulebook, active: Mapping[str, str]) -> None:
        self._rules = tuple(rule for rule in rulebook.rules if rule.id in active)
        self._active = dict(active)
        phrases = {f"rule:{rule.id}": rule.check.phrases() for rule in self._rules}
        self._annotator = Annotator(rulebook.lexicons, {owner: terms for owner, terms in phrases.items() if terms})

    def annotate(self, document: Document) -> Story:
        return self._annotator.annotate(document)

    def lint(self, document: Document) -> Result:
        """Findings in the order of places, then of rules. A rule that runs without end becomes a problem."""
        story = self.annotate(document)
        judge = Judge(story)
        findings: list[Finding] = []
        problems: list[Problem] = []
        notes = list(document.notes)
        for rule in self._rules:
            try:
                seen = list(self._of(rule, story, judge))
            except TimeoutError:
                message = f"the rule {rule.id} was stopped: its pattern backtracks without end"
                problems.append(Problem(message, rule.path, rule.line, 1, rule.id))
                continue
            if len(seen) > MOST:
                notes.append(f"{rule.id}: {len(seen)} findings, the first {MOST} are shown")
            findings += seen[:MOST]
        findings.sort(key=lambda f: (f.start, f.end, f.rule))
        return Result(document.path, document.source, tuple(findings), tuple(problems), tuple(notes))

    def _of(self, rule: Rule, story: Story, judge: Judge) -> Iterator[Finding]:
        places = set()
        matches = rule.check.find(story, story.hits.get(f"rule:{rule.id}", ()))
        for match in sorted(matches, key=lambda match: match.span):
            if match.span not in places:
                places.add(match.span)
                finding = judge.finding(rule, match, self._active[rule.id])
                if finding is not None:
                    yield finding
