from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

from hedgelint.annotate.lemmas import Lemmas
from hedgelint.annotate.phrases import Hit, fold
from hedgelint.annotate.story import Quotation, Story
from hedgelint.checks.check import Match, demand
from hedgelint.document.model import PARTS
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import SpanSet
from hedgelint.values import dataclass, field

_WORD = pattern_of(r"\w+(?:'\w+)*")
_PROSE = ("body", "list", "caption")
_ANSWERS = ("named", "role", "group", "document", "pronoun")
_ROOT = 5  # letters that two words of one root have in common
_MOST = 0.5  # share of a claim's words that somebody who is named says below


@dataclass(frozen=True, slots=True)
class Echo:
    """Quotations in the parts `of` (the headline, the standfirst) whose words stand nowhere in the story below.

    Titles, and quotations inside others, are left out; case and marks do not count. Single marks round less than a
    sentence sum a claim up: a paraphrase of somebody who is named will do, and another form of the words. {nearest} is
    the quotation of the body that shares most words with it, if any shares more than half.
    """

    kind: ClassVar[str] = "echo"
    keys: ClassVar[Mapping[str, str]] = {"of": "strings"}
    required: ClassVar[tuple[tuple[str, ...], ...]] = (("of",),)
    of: tuple[str, ...]
    lemmas: Lemmas = field(compare=False)

    @classmethod
    def make(cls, keys: Mapping[str, Any], lexicons: Lexicons) -> Self:
        demand(("of",), keys["of"], PARTS, "part")
        return cls(tuple(keys["of"]), lexicons.made(Lemmas.of))

    def fields(self) -> Collection[str]:
        return ("nearest",)

    def phrases(self) -> Sequence[str]:
        return ()

    def find(self, story: Story, hits: Sequence[Hit]) -> Iterator[Match]:
        text, parts = story.document.text, story.document.parts
        above = [q for q in story.quotations if parts[q.part].kind in self.of and q.kind != "title" and not q.depth]
        if not above:
            return
        below = [_words(part.span.of(text)) for part in parts if part.kind in _PROSE]
        whole = " | ".join(" ".join(words) for words in below)
        quoted = [(q.span, _words(q.inner.of(text))) for q in story.quotations if parts[q.part].kind in _PROSE]
        for quotation in above:
            words = _words(quotation.inner.of(text))
            if not words or not whole or f" {' '.join(words)} " in f" {whole} ":
                continue
            severity = self._paraphrase(story, quotation)
            if severity == "none":
                continue
            shared = [(len(set(words) & set(other)) / len(set(words)), span) for span, other in quoted]
            best = max(shared, default=(0.0, quotation.span))
            near = best[1] if best[0] > 0.5 else None
            related = (("the nearest that the story quotes", near),) if near else ()
            fields = {"nearest": near.of(text) if near else ""}
            yield Match(quotation.span, fields, related, severity=severity or None)

    def _paraphrase(self, story: Story, quotation: Quotation) -> str:
        """How the words that stand nowhere as they are relate to what is said below: `none` where marks that sum a
        claim up (single ones, round less than a sentence) have its words in other forms, or most of them from somebody
        who is named; `suggestion` where somebody speaks of the same there, or the words were only bent; else empty."""
        text = story.document.text
        wanted = {word.lemma for word in self.lemmas.words(text, quotation.inner) if word.lemma}
        top = story.document.parts[quotation.part].span
        subject = {
            word.lemma for word in self.lemmas.words(text, top) if word.lemma and not quotation.span.contains(word.span)
        }
        claim = text[quotation.span.start] in "‘'" and quotation.kind != "full"
        named = SpanSet(span for said in story.attributions if said.source_kind in _ANSWERS for span in said.content)
        heard = SpanSet((*named, *story.quoted()))
        best = ""
        for sentence in story.sentences:
            if sentence.span.start < top.end or story.document.parts[sentence.part].kind not in _PROSE:
                continue
            said = [word for word in self.lemmas.words(text, sentence.span) if word.lemma]
            there = {word.lemma for word in said}
            roots = {word.form[:_ROOT] for word in said if len(word.form) >= _ROOT}
            share = sum(_has(lemma, there, roots) for lemma in wanted) / len(wanted) if wanted else 0.0
            if claim and (share == 1 or (share >= _MOST and named.touches(sentence.span))):
                return "none"
            of_same = subject and 2 * len(subject & there) >= len(subject)
            if share == 1 or (claim and heard.touches(sentence.span) and (share or of_same)):
                best = "suggestion"
        return best


def _has(lemma: str, there: Collection[str], roots: Collection[str]) -> bool:
    """Whether a word stands there in some form, as another word of its root (divert, diversion), or whole where the
    headline has cut it (ref, referee)."""
    if len(lemma) >= _ROOT:
        return lemma in there or lemma[:_ROOT] in roots
    return lemma in there or (2 < len(lemma) < 5 and any(root.startswith(lemma) for root in roots))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
