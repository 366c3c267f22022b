from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Story
from hedgelint.checks.alike import WORD, changes_between, turned_round
from hedgelint.checks.check import Match
from hedgelint.document.model import Part
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

_LABEL = pattern_of(r"pull(?:ed)?[ -]?(?:out )?quote[^:“\"‘]{0,12}:\s*", re.I)
_SPEAKER = pattern_of(r"\s*(?:(?<=[.!?”\"’…,])|\n)\s*[—–-]{1,2}\s*[A-ZÀ-Þ][^.!?“\"]{1,80}$")
_CUT = pattern_of(r"…|\. ?\. ?\.|\[[^\]]*\]")
_MARK = pattern_of('[“"‘„«]')
_PROSE = ("headline", "standfirst", "body", "list", "blockquote", "caption")
_RUN = 3  # words on end by which the place is found that a pull quote was pulled from


@dataclass(frozen=True, slots=True)
class Pulled:
    """A pull quote whose words are not those of the story it is set in.

    What stands between ellipses and brackets is looked for piece by piece: first as it is, in all prose and in what is
    quoted one quotation after another (a cue may stand between two halves), then by the run of words that it shares
    with either. {changes} says what differs. A denial or a figure that differs turns the sense round: a warning. A pull
    quote without marks that is like nothing that is quoted is the editor's own line and left alone.
    """

    kind: ClassVar[str] = "pulled"
    keys: ClassVar[Mapping[str, str]] = {}
    required: ClassVar[tuple[tuple[str, ...], ...]] = ()
    denials: frozenset[str] = frozenset()

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        return cls(frozenset(lexicons["fidelity-words"].terms(role="negation")))

    def fields(self) -> Collection[str]:
        return ("changes",)

    @property
    def waits(self) -> tuple[str, ...]:
        return ("pullquotes",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text, parts = story.document.text, story.document.parts
        quoted = [q.inner for q in story.quotations if not q.depth and _is_prose(parts[q.part])]
        said = _Words.of(text, sorted(quoted + [part.span for part in parts if part.kind == "blockquote"]))
        prose = _Words.of(text, [part.span for part in parts if _is_prose(part)])
        for part in story.pullquotes:
            span = _bare(text, part.span)
            for piece in _CUT.split(span.of(text)):
                words = WORD.findall(fold(piece))
                if len(words) < _RUN or said.have(words) or prose.have(words):
                    continue
                marked = _MARK.match(span.of(text)) is not None
                if near := said.nearest(words) or (prose.nearest(words) if marked else None):
                    severity = "warning" if turned_round(near[0], self.denials) else None
                    yield Match(span, {"changes": near[0]}, (("the story has", near[1]),), severity=severity)
                elif marked and not (said.shares(words) or prose.shares(words)):
                    yield Match(span, {"changes": "nowhere does it say so"}, severity="suggestion")
                else:
                    continue
                break


def _is_prose(part: Part) -> bool:
    return part.kind in _PROSE


def _bare(text: str, span: Span) -> Span:
    """The words themselves: without a label before them and who said them behind."""
    words = span.of(text)
    start = label.end() if (label := _LABEL.match(words)) else 0
    end = speaker.start() if (speaker := _SPEAKER.search(words, start)) else len(words)
    return Span(span.start + start, span.start + end)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the story on end, each with its place."""

    words: list[str]
    spans: list[Span]
    whole: str

    @classmethod
    def of(cls, text: str, spans: Sequence[Span]) -> Self:
        words: list[str] = []
        places: list[Span] = []
        for span in spans:
            for match in WORD.finditer(fold(span.of(text))):
                words.append(match.group())
                places.append(Span(span.start + match.start(), span.start + match.end()))
        return cls(words, places, f" {' '.join(words)} ")

    def have(self, words: Sequence[str]) -> bool:
        return f" {' '.join(words)} " in self.whole

    def shares(self, words: Sequence[str]) -> bool:
        """Whether a run of the words stands here."""
        return any(f" {' '.join(words[i : i + _RUN])} " in self.whole for i in range(len(words) - _RUN + 1))

    def nearest(self, words: Sequence[str]) -> tuple[str, Span] | None:
        """What differs from the stretch that shares most with the words, and where that stands."""
        best: tuple[int, str, Span] | None = None
        runs = {tuple(words[i : i + _RUN]): i for i in range(len(words) - _RUN + 1)}
        tried: set[int] = set()
        for at in range(len(self.words) - _RUN + 1):
            i = runs.get(tuple(self.words[at : at + _RUN]))
            if i is None or (start := max(0, at - i - 2)) in tried:
                continue
            tried.add(start)
            end = min(len(self.words), at - i + len(words) + 8)
            changes, same = changes_between(self.words[start:end], words, ends=True)
            if changes and (best is None or same > best[0]):
                best = same, changes, Span(self.spans[start].start, self.spans[end - 1].end)
        return best and best[1:]
