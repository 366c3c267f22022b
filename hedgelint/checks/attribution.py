from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.story import CUE_KINDS, SOURCE_KINDS, Attribution, Story
from hedgelint.annotate.watch import Watch
from hedgelint.checks.check import Match, demand
from hedgelint.checks.pattern import any_in, found_in
from hedgelint.checks.speakers import WHERE, chosen
from hedgelint.checks.words import fits, message_fields
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

WHERE_KEYS: Mapping[str, tuple[str, ...]] = {"source_kind": SOURCE_KINDS, "cue_kind": CUE_KINDS, "lemma": ()}
# A verb, or marks.
_CLAUSE = pattern_of(
    r"\bthat\b|[“\"]|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|\w+n[’']t)\b"
)
_AROUND = 60  # code points looked at on either side of a cue


@dataclass(frozen=True, slots=True)
class AttributionCheck:
    """Attributions by what they are. `where` may ask for source_kind, cue_kind and lemma; `source`, `cue` and
    `lacks` are patterns: on the source, on the cue, and on the sentence (and the next one) in which they must not
    occur; `not_preceded_by` and `not_followed_by` are patterns on the words round the cue. `only` asks where in the
    story it stands: late (after more than `words` words of its quotation), second-speaker (in a paragraph where
    another is quoted), ambiguous (he or she, behind two of whom it may be), sole (the one source of a story of at least
    `words` words) or not-introduced. The lemmas of `with_clause` count only where what is said has a verb or marks:
    “pointed out a castle” says nothing. `mark` says which words are the match: source, cue or all (from the first to
    the last of both). {source} and {cue} are
    message fields, and so are the keys of the cue's entry in the lexicon `lexicon`.
    """

    kind: ClassVar[str] = "attribution"
    keys: ClassVar[Mapping[str, str]] = {
        "where": "mapping",
        "source": "patterns",
        "cue": "patterns",
        "lacks": "silences",
        "not_preceded_by": "silence",
        "not_followed_by": "silence",
        "mark": "string",
        "lexicon": "string",
        "only": "string",
        "words": "integer",
        "with_clause": "strings",
    }
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("where", "only"),)
    where: Mapping[str, Any]
    source: tuple[str, ...]
    cue: tuple[str, ...]
    lacks: tuple[str, ...]
    not_preceded_by: tuple[str, ...]
    not_followed_by: tuple[str, ...]
    mark: str
    entries: Mapping[str, Mapping[str, Any]]
    only: str
    words: int
    with_clause: tuple[str, ...]
    own: bool = False  # of a rule that comes with hedgelint

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        where = keys.get("where", {})
        for key, value in where.items():
            demand(("where", key), key, WHERE_KEYS, "question of `where`")
            if allowed := WHERE_KEYS[key]:
                demand(("where", key), value, allowed, key)
        mark = keys.get("mark", "all")
        demand(("mark",), mark, ("source", "cue", "all"), "place to mark")
        if "lexicon" in keys:
            demand(("lexicon",), keys["lexicon"], lexicons.by_name, "lexicon")
        entries = {e["term"]: e for e in lexicons[keys["lexicon"]].entries} if "lexicon" in keys else {}
        source, cue, lacks = (tuple(keys.get(name, ())) for name in ("source", "cue", "lacks"))
        before, after = keys.get("not_preceded_by", ()), keys.get("not_followed_by", ())
        only = keys.get("only", "")
        if only:
            demand(("only",), only, WHERE, "place in the story")
        words, with_clause = keys.get("words", 0), tuple(keys.get("with_clause", ()))
        return cls(
            where, source, cue, lacks, before, after, mark, entries, only, words, with_clause, keys.get("own", False)
        )

    def fields(self) -> Collection[str]:
        return {"source", "cue", *(key for entry in self.entries.values() for key in entry)}

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text = story.document.text
        watch = Watch.of(text)
        for said in chosen(story, self.only, self.words):
            values = {"source_kind": said.source_kind, "cue_kind": said.cue_kind, "lemma": said.lemma}
            if not fits(values, self.where):
                continue
            source = said.named(text)
            cue = " ".join(span.of(text) for span in said.cue)
            if said.lemma in self.with_clause and not any(_CLAUSE.search(text, *span) for span in said.content):
                continue
            if self.source and not any(found_in(pattern, source, watch, self.own) for pattern in self.source):
                continue
            if self.cue and not any(found_in(pattern, cue, watch, self.own) for pattern in self.cue):
                continue
            if said.cue and self._in_other_company(text, said.cue[0].start, said.cue[-1].end, watch):
                continue
            span = self._span(said, text)
            if span is None or (self.lacks and self._lacking(story, span, watch)):
                continue
            fields = {"source": source, "cue": cue} | message_fields(self.entries.get(said.lemma, {}))
            yield Match(span, fields, about="" if said.speaker is None else f"{said.speaker} {said.lemma}")

    def _in_other_company(self, text: str, start: int, end: int, watch: Watch) -> bool:
        """Whether the words next to the cue, on the same line, say that it is used in another sense."""
        before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = text[end : end + _AROUND].partition("\n")[0]
        return bool(
            (self.not_preceded_by and found_in(rf"(?:{_either(self.not_preceded_by)})\s*$", before, watch, self.own))
            or (self.not_followed_by and found_in(rf"^\s*(?:{_either(self.not_followed_by)})", after, watch, self.own))
        )

    def _span(self, said: Attribution, text: str) -> Span | None:
        spans = {"source": said.source, "cue": said.cue, "all": said.source + said.cue}[self.mark]
        if not spans:
            return None
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        return Span(start, start + len(text[start:end].rstrip(",")))  # an apposition has its second comma

    def _lacking(self, story: Story, span: Span, watch: Watch) -> bool:
        """Whether one of the `lacks` patterns does occur, in the sentence of the span or the one after it."""
        around = [s.span for s in story.sentences_near(span, 1)]
        words = [part.of(story.document.text) for part in around]
        return any(any_in(self.lacks, one, watch, self.own) for one in words)


def _either(patterns: Sequence[str]) -> str:
    return "|".join(patterns)
