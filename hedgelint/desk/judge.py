"""Match → Finding: scope, conditions, the message, the place in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from hedgelint.annotate.phrases import fold
from hedgelint.annotate.story import Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match
from hedgelint.checks.pattern import any_in
from hedgelint.finding import SEVERITIES, Edit, Finding, Place, Related
from hedgelint.rulebook.rule import Rule, Scope
from hedgelint.span import Span, SpanSet
from hedgelint.values import dataclass, field

_NAMED = ("named", "document", "role")
_REFERENCES = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;"}
_LONGEST = 60  # code points of an excerpt in a message


@dataclass(slots=True)
class Judge:
    """One story's judge; the sets of spans that scopes ask for are made once."""

    story: Story
    _parts: dict[tuple[str, ...], SpanSet] = field(default_factory=dict)
    _sets: dict[str, SpanSet] = field(default_factory=dict)
    _named: list[Span] | None = None
    _silent: dict[tuple[tuple[str, ...], Span], bool] = field(default_factory=dict)
    _watches: dict[str, Watch] = field(default_factory=dict)  # by rule

    def finding(self, rule: Rule, match: Match, severity: str) -> Finding | None:
        """None where the rule's scope or one of its conditions keeps it silent."""
        span = match.span
        if self.silence(rule, span):
            return None
        severity = match.severity or severity
        for nearness in rule.near:
            if nearness.to is not None and self._named_source_after(span, nearness.sentences):
                severity = nearness.to
        if rule.linked in SEVERITIES and self._linked(span):
            severity = min(severity, rule.linked, key=SEVERITIES.index)
        text = self.story.document.text
        fields = defaultdict(str, match.fields)
        fields["match"] = _short(span.of(text))
        message = " ".join(rule.message.format_map(fields).split())
        start, end = self._places(span)
        edits = () if rule.fix == "none" else self._edits(match)
        return Finding(
            rule=rule.id,
            category=rule.category,
            severity=severity,
            message=message,
            path=self.story.document.path,
            start=start,
            end=end,
            excerpt=self.story.document.source[start.offset : end.offset],
            related=(*(self._related(note, place) for note, place in match.related), *match.related_elsewhere),
            reasons=match.reasons,
            url=rule.references[0].url if rule.references else "",
            edits=edits,
            fix=rule.fix if edits else "",
            same=self._same(rule, match),
            at=self._at(span),
            places=self.story.document.places,
        )

    def _edits(self, match: Match) -> tuple[Edit, ...]:
        """None where the file cannot be written back, or where one of them would touch what is no prose."""
        document = self.story.document
        out = []
        for place, text in match.edits if document.writable else ():
            where = document.map.editable(place)
            number = bisect_right(document.parts, place.start, key=lambda part: part.span.start) - 1
            if where is None or document.parts[number].locked:
                return ()
            words = _spelt(text, where.of(document.source))
            out.append(Edit(document.lines.place(where.start), document.lines.place(where.end), words))
        return tuple(out)

    def silence(self, rule: Rule, span: Span) -> str:
        """What keeps the rule silent at a place where it could speak, by the key of the rule file that does so; empty
        where it speaks. See `desk/why.py` for what each means."""
        scope = self._out_of_scope(rule.scope, span)
        if scope:
            return scope
        if any(near.to is None and self._named_source_after(span, near.sentences) for near in rule.near):
            return "downgrade"
        if rule.linked == "silent" and self._linked(span):
            return "linked"
        if rule.unless_pattern:
            sentence = self.story.sentence_at(span.start)
            if sentence and self._silenced(rule, rule.unless_pattern, sentence.span):
                return "unless_pattern"
        return "unless_story" if self.silent_throughout(rule) else ""

    def silent_throughout(self, rule: Rule) -> bool:
        """Whether something that stands anywhere in the story keeps the rule silent."""
        whole = Span(0, len(self.story.document.text))
        return bool(rule.unless_story) and self._silenced(rule, rule.unless_story, whole)

    def _linked(self, span: Span) -> bool:
        """Whether the sentence leads to another page: that is where its reader finds the source."""
        links, sentence = self.story.document.links, self.story.sentence_at(span.start)
        return bool(links) and sentence is not None and any(link.span.overlaps(sentence.span) for link in links)

    def _same(self, rule: Rule, match: Match) -> str:
        if rule.once == "paragraph":
            parts = self.story.document.parts
            return str(bisect_right(parts, match.span.start, key=lambda part: part.span.start))
        if rule.once == "words":
            return fold(match.span.of(self.story.document.text))
        return match.about if rule.once == "source" else rule.once

    def _out_of_scope(self, scope: Scope, span: Span) -> str:
        if scope.parts not in self._parts:
            parts = self.story.document.parts
            self._parts[scope.parts] = SpanSet(part.span for part in parts if part.kind in scope.parts)
        if not self._parts[scope.parts].covers(span):
            return "part"
        if scope.quotation != "any":
            quoted = self._set("quoted")
            inside = quoted.covers(span) if scope.quotation == "inside" else quoted.touches(span)
            if inside != (scope.quotation == "inside"):
                return "quotation"
        if scope.attribution == "any" or self._set("said").touches(span) == (scope.attribution == "attributed"):
            return ""
        return "attribution"

    def _set(self, name: str) -> SpanSet:
        if name not in self._sets:
            self._sets[name] = self.story.quoted() if name == "quoted" else self.story.said()
        return self._sets[name]

    def _silenced(self, rule: Rule, patterns: tuple[str, ...], stretch: Span) -> bool:
        key = patterns, stretch
        if key not in self._silent:
            watch = self._watches.setdefault(rule.id, Watch.of(self.story.document.text))
            self._silent[key] = any_in(patterns, stretch.of(self.story.document.text), watch, rule.own)
        return self._silent[key]

    def _named_source_after(self, span: Span, sentences: int) -> bool:
        near = self.story.sentences_near(span, sentences)
        if not near:
            return False
        reach = Span(span.end, near[-1].span.end)
        if self._named is None:
            self._named = sorted(
                source for said in self.story.attributions if said.source_kind in _NAMED for source in said.source
            )
        first = bisect_left(self._named, Span(reach.start, 0))
        return any(reach.contains(source) for source in self._named[first : first + 1])

    def _places(self, span: Span) -> tuple[Place, Place]:
        start, end = self.story.document.map.source(span)
        return self.story.document.lines.place(start), self.story.document.lines.place(end)

    def _related(self, note: str, span: Span) -> Related:
        start, end = self._places(span)
        document = self.story.document
        excerpt = document.source[start.offset : end.offset]
        return Related(note, document.path, start, end, excerpt, self._at(span), document.places)

    def _at(self, span: Span) -> str:
        """What the part that holds the span says of its place."""
        parts = self.story.document.parts
        return parts[bisect_right(parts, span.start, key=lambda part: part.span.start) - 1].at


def _spelt(text: str, before: str) -> str:
    """A mark as the one whose place it takes was spelt, where that was a character reference."""
    if not (before.startswith("&") and before.endswith(";") and len(text) == 1 and not text.isascii()):
        return text
    if before[1] == "#":
        return f"&#x{ord(text):X};" if before[2] in "xX" else f"&#{ord(text)};"
    return _REFERENCES.get(text, f"&#{ord(text)};")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
