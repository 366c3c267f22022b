"""A rulebook held against documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hedgelint.annotate.annotator import Annotator
from hedgelint.annotate.story import Story
from hedgelint.checks.check import Match, is_due
from hedgelint.desk.judge import Judge
from hedgelint.document.language import is_english, prose
from hedgelint.document.model import Document
from hedgelint.finding import Finding, Problem, Result
from hedgelint.rulebook.rule import WHOLE, Rule, owner_of
from hedgelint.rulebook.rulebook import Rulebook, phrases_of
from hedgelint.sources import has_sources_beside
from hedgelint.span import Span
from hedgelint.values import replace

if TYPE_CHECKING:
    from hedgelint.edits.finder import EditFinder
    from hedgelint.sources.holding import Holding

# Stories on which a rule may be stopped before it is off.
_PATIENCE = 3
# Paragraphs from which a text is a story, and not a scrap of one.
_STORY = 3


class Linter:
    """`active` gives the severity of each rule that is to run; `scale` the one scale of probability to speak of, None
    for all; `fidelity` what counts as a change in a quotation (strict, news or loose); `names` the full names that the
    house knows, `speakers` whom a label of a source stands for. A rule that fails is a problem of the story, or with
    `raising` an exception. Build once, lint many documents.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        active: Mapping[str, str],
        *,
        scale: str | None = None,
        fidelity: str = "news",
        names: Sequence[str] = (),
        speakers: Mapping[str, str] | None = None,
        raising: bool = False,
    ) -> None:
        self._raising = raising
        self._stops: dict[str, int] = {}  # by rule
        self._edits: EditFinder | None = None
        self._lexicons, self._scale, self._strictness = rulebook.lexicons, scale, fidelity
        self._house_names = tuple(names)
        self._small = frozenset(rulebook.lexicons["fidelity-words"].terms(role="function"))
        self._holding: Holding | None = None
        self._speakers = speakers
        self._waits = rulebook.waits
        self._rules = tuple(rule for rule in rulebook.rules if rule.id in active)
        self._active = dict(active)
        self._names = frozenset(
            ("all", *(rule.id for rule in rulebook.rules), *(rule.category for rule in self._rules))
        )
        if rulebook.phrases:
            off = [owner_of(rule.id) for rule in rulebook.rules if rule.id not in active]
            self._annotator = Annotator(rulebook.lexicons, table=rulebook.phrases, without=off)
        else:
            self._annotator = Annotator(rulebook.lexicons, phrases_of(self._rules))

    @property
    def names(self) -> frozenset[str]:
        """What a waiver may name: every rule there is, the categories of those that run, and all."""
        return self._names

    def of_kind(self, kind: str) -> frozenset[str]:
        """The ids of the rules of a kind that are to run."""
        return frozenset(rule.id for rule in self._rules if rule.kind == kind)

    def annotate(self, document: Document) -> Story:
        story = self._annotator.annotate(document)
        if self._house_names:
            story = replace(story, names=self._house_names)
        if self._scale is None:
            return story
        on_scale = (
            replace(word, bands={name: band for name, band in word.bands.items() if name == self._scale})
            for word in story.confidence
        )
        return replace(story, confidence=tuple(on_scale))

    def lint(self, document: Document, sources: Sequence[str] = ()) -> Result:
        """The result of `seen`."""
        return self.seen(document, sources)[1]

    def seen(
        self, document: Document, sources: Sequence[str] = (), before: Document | None = None
    ) -> tuple[Story, Result]:
        """The story, held against its sources and against the version `before`, and its findings in the order of
        places, then of rules. A rule that runs without end becomes a problem, and so does a source (a file or a folder;
        or `STORY.sources` beside the story) that cannot be read."""
        if not is_english(prose(document), self._small):
            note = "not in English, as far as its small words tell: nothing was looked for"
            return Story(document), Result(document.path, document.source, notes=(*document.notes, note))
        story, problems, told = self._held_against(self.annotate(document), sources)
        if before is not None:
            story = self._edited(story, before)
        judge = Judge(story)
        findings: list[Finding] = []
        notes = [*document.notes, *told]
        if not document.notes and not document.text.strip():
            notes.append("there is not a word in it")
        for rule in self._rules:
            if self._stops.get(rule.id, 0) >= _PATIENCE:
                continue
            if not is_due(self._waits.get(rule.id, ()), story, story.hits.get(owner_of(rule.id), ())):
                continue
            try:
                seen = list(self._of(rule, story, judge))
            except TimeoutError:
                problems.append(self._stopped(rule))
                continue
            except Exception as error:
                if self._raising:
                    raise
                message = f"the rule {rule.id} failed on {document.path}: {type(error).__name__}: {error}"
                problems.append(Problem(message, rule.path, rule.line, 1, rule.id))
                continue
            findings += seen
        findings = list(self._one_for_one(findings))
        findings.sort(key=lambda f: (f.start, f.end, f.rule))
        headless = self._headless(document)
        result = Result(document.path, document.source, tuple(findings), tuple(problems), tuple(notes), headless)
        return story, result

    def _stopped(self, rule: Rule) -> Problem:
        count = self._stops[rule.id] = self._stops.get(rule.id, 0) + 1
        message = f"the rule {rule.id} was stopped: its pattern backtracks without end"
        if count == _PATIENCE:
            message = f"{message}; stopped {count} times, it is off for the rest of this run"
        return Problem(message, rule.path, rule.line, 1, rule.id)

    def _headless(self, document: Document) -> bool:
        """Whether a story, and no scrap of one, has no headline that the rules for one could look at."""
        kinds = [part.kind for part in document.parts]
        asked = any("headline" in rule.scope.parts and rule.category == "headline" for rule in self._rules)
        return asked and "headline" not in kinds and kinds.count("body") >= _STORY

    def _one_for_one(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Without those in whose place a rule of the house speaks (`instead_of`)."""
        taken = [
            (name, found.start.offset, found.end.offset)
            for rule in self._rules
            for name in rule.instead_of
            for found in findings
            if found.rule == rule.id
        ]
        for one in findings:
            if not any(
                name == one.rule and start < one.end.offset and one.start.offset < end for name, start, end in taken
            ):
                yield one

    def _edited(self, story: Story, before: Document) -> Story:
        if not self.of_kind("edit"):
            return story
        from hedgelint.edits.finder import EditFinder

        if self._edits is None:
            self._edits = EditFinder(self._lexicons)
        return replace(story, edits=self._edits.edits(self.annotate(before), story))

    def _held_against(self, story: Story, given: Sequence[str]) -> tuple[Story, list[Problem], list[str]]:
        path = story.document.path
        if not given and not has_sources_beside(path):
            return story, [], []
        from hedgelint.cache import cache_folder
        from hedgelint.sources.holding import Holding

        if self._holding is None:
            self._holding = Holding.of(self._lexicons, self._strictness, self._speakers, cache_folder())
        asked = any(rule.kind == "drift" for rule in self._rules)
        held, problems, notes = self._holding.hold(story, given, drift=asked)
        return held, list(problems), notes

    def silences(self, story: Story) -> Iterator[tuple[Rule, Span, str]]:
        """Where a rule could have spoken and does not, and what silenced it: see `Judge.silence`; or a key of its kind
        that holds silences, with the number of the one."""
        judge = Judge(story)
        for rule in self._rules:
            try:
                matches = [(match.span, "") for match in self._matches(rule, story)]
                matches += self._silent_by_kind(rule, story, {span for span, _ in matches})
            except TimeoutError:
                continue
            for span, by_kind in sorted(matches):
                because = judge.silence(rule, span) or by_kind
                if because:
                    yield rule, span, because

    def _silent_by_kind(self, rule: Rule, story: Story, seen: Collection[Span]) -> Iterator[tuple[Span, str]]:
        """What the rule would see without the silences among the keys of its kind, and the first that hides it."""
        own = [silence for silence in rule.silences if silence.key not in WHOLE]
        bare = rule
        for key in {silence.key for silence in own}:
            bare = bare.silenced_by(key, ())
        hidden = {match.span for match in self._matches(bare, story)} - set(seen) if own else set()
        for silence in own:
            alone = bare.silenced_by(silence.key, [silence.pattern]) if hidden else bare
            left = {match.span for match in self._matches(alone, story)} if hidden else set()
            yield from ((span, f"{silence.key}/{silence.number}") for span in hidden - left)
            hidden &= left

    def of_rule(self, rule: Rule, story: Story) -> list[Finding]:
        """What one of the rules that run, or another form of it, says of the story. Raises TimeoutError."""
        return list(self._of(rule, story, Judge(story)))

    def _matches(self, rule: Rule, story: Story) -> Iterator[Match]:
        return rule.check.find(story, story.hits.get(owner_of(rule.id), ()))

    def _of(self, rule: Rule, story: Story, judge: Judge) -> Iterator[Finding]:
        if rule.unless_story and story.hits.get(f"rule:{rule.id}") and judge.silent_throughout(rule):
            return  # what silences it is looked for in less time than the places that it would be silent at
        places = set()
        for match in sorted(self._matches(rule, story), key=lambda match: match.span):
            if match.span not in places:
                places.add(match.span)
                finding = judge.finding(rule, match, self._active[rule.id])
                if finding is not None:
                    yield finding
