"""Interviews without labels: questions that are paragraphs of their own, and what is answered below each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hedgelint.annotate.attributions.turn import Turn
from hedgelint.document.model import Document, Part
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

_QUESTION = pattern_of(r"[^?]{3,600}\?[\"”’')*_]*$", re.DOTALL)
_MARKED = pattern_of(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_FIRST_PERSON = pattern_of(r"\b(?:I|I[’']\w+|[Mm]e|[Mm]y|mine)\b")
_TALKING = pattern_of(r"\b(?:I|me|my|we|us|our|you|your|yes|no|well|oh)\b", re.I)
_NAME = pattern_of(r"(?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.)(?: (?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.|de|van|von|al|bin)){1,3}")
# What a reporter does to somebody whose answers are printed; the name stands behind it.
_ASKED = pattern_of(
    r"\b(?:interview(?:s|ed|ing)?|Interview(?:s|ed)?|talk(?:s|ed)? (?:to|with)|s(?:at|its) down with|caught up with"
    r"|sp(?:oke|eaks) (?:to|with)|chat(?:s|ted)? (?:to|with)|in conversation with|questions (?:for|to|with)"
    r"|answers (?:your|our|readers[’']) questions|Q ?(?:&|and) ?A)\b"
)
_TITLES = (
    r"(?:(?!the [A-Z]|(?:on|about|by|for|in|at|from) )[a-z-]+ "
    r"|Mr\.? |Mrs\.? |Ms\.? |Dr\.? |Prof(?:essor|\.)? |Sir |Dame )"
)
_WITH = pattern_of(
    rf"\b(?:interview(?:s|ed|ing)?|talk(?:s|ed)?|sat down|caught up|spoke|speaks|met|Q ?(?:&|and) ?A:?|Interview)"
    rf" (?:(?:with|to|of) )?(?!(?:him|her|them|about)\b){_TITLES}{{0,3}}(?=[A-ZÀ-Þ])"
)
_AFTER_NAME = pattern_of(
    r"[,.;:()?–—-]|\s*$|\s*\n| (?:on|about|at|for|in|after|over|before|who|and|from|last|this|to)\b"
)
_TELLS = pattern_of(r" (?:tells|told|talks to|speaks to|spoke to|answers)\b")
_LEAST = 2  # questions; one alone is rhetoric
_APART = 8  # paragraphs that an answer has at most
_TOGETHER = 0.25  # share of questions among the paragraphs from the first one on
_TOLD = 0.08  # … where the headline tells of a talk, or a name is known
_WORDS = 90  # words that a question has at most
_INTRO = ("headline", "standfirst", "byline", "caption", "body", "subhead")
_PROSE = ("body", "subhead", "list")


def unlabelled_turns(document: Document) -> Mapping[int, Turn]:
    """The questions and answers of an interview by the part in which each begins; empty where the story is none.

    It has two questions or more as paragraphs of their own, each above an answer. Half of the answers speak of “I”, and
    two do; or the story says at its head that somebody was interviewed, who then is the source, and half of them talk.
    """
    parts, text = document.parts, document.text
    prose = [number for number, part in enumerate(parts) if part.kind in _PROSE]
    asked = [number for number in prose if _asks(text, parts[number])]
    pairs = list(_answered(asked, prose))
    if len(pairs) < _LEAST:
        return {}
    head = [part for part in parts[: pairs[0][0]] if part.kind in _INTRO]
    who = interviewee(text, head)
    told = who is not None or any(_ASKED.search(part.span.of(text)) for part in head)
    sure = who is not None or any(_ASKED.search(part.span.of(text)) for part in head if part.kind == "headline")
    if len(pairs) < (_TOLD if sure else _TOGETHER) * sum(number >= pairs[0][0] for number in prose):
        return {}
    voice = _TALKING if told else _FIRST_PERSON
    spoken = sum(any(_speaks(text, parts[number], voice) for number in answer) for _, answer in pairs)
    if 2 * spoken < len(pairs) or (not told and spoken < _LEAST):
        return {}
    found: dict[int, Turn] = {}
    for question, answer in pairs:
        found[question] = Turn(None, parts[question].span, (parts[question].span,))
        mark = Span(parts[question].span.end - 1, parts[question].span.end)
        found[answer[0]] = Turn(who, mark, tuple(parts[number].span for number in answer))
    return found


def interviewee(text: str, head: Sequence[Part]) -> Span | None:
    """The name that the head of the story has right behind the word for the interview, or before “tells the
    Courier”."""
    for part in head:
        for asked in _WITH.finditer(text, *part.span):
            name = _NAME.match(text, asked.end(), part.span.end)
            if name is not None and _AFTER_NAME.match(text, name.end()):
                return Span(*name.span())
        for name in _NAME.finditer(text, *part.span):
            if _TELLS.match(text, name.end(), part.span.end):
                return Span(*name.span())
    return None


def _asks(text: str, part: Part) -> bool:
    words = part.span.of(text)
    if not _QUESTION.match(words.rpartition(". ")[2]) or len(words.split()) > _WORDS:
        return False
    return words[0] not in "“\"‘'" and not _MARKED.search(words)


def _answered(asked: Sequence[int], prose: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each question with the paragraphs down to the next one."""
    questions = set(asked)
    for question, following in zip(asked, [*asked[1:], None], strict=False):
        answer = [n for n in prose if n > question and (following is None or n < following) and n not in questions]
        if answer:
            yield question, answer[:_APART] if following is None else answer


def _speaks(text: str, part: Part, voice: re.Pattern[str]) -> bool:
    return voice.search(_MARKED.sub("", part.span.of(text))) is not None
