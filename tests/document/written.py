"""Random prose put through a writer of a format, which remembers where it wrote each letter: the oracle of readers."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field

from hypothesis import strategies as st

from hedgelint.document.model import Document
from hedgelint.span import Span

# In CI; by hand, HEDGELINT_EXAMPLES=20000.
EXAMPLES = int(os.environ.get("HEDGELINT_EXAMPLES", "500"))
# Words in which nothing is markup in any format, and marks, each a word of its own.
WORD = st.sampled_from(
    [
        "Hale",
        "said",
        "the",
        "bridge",
        "was",
        "shut",
        "café",
        "naïve",
        "£4m",
        "Orne’s",
        "🌉",
        "“so”",
        "‘yes’",
        "and",
        "—",
    ]
)
TRICKY = st.sampled_from(["&", "<", ">", '"', "'", "é", "”", "“", "≂̸"])


@dataclass
class Written:
    """`source` so far, and for each part its words and the stretch of the source that each of them came from."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    parts: list[tuple[str, list[str], list[Span]]] = field(default_factory=list)

    def raw(self, text: str) -> None:
        """Markup."""
        self.pieces.append(text)
        self.size += len(text)

    def begin(self, kind: str) -> None:
        self.parts.append((kind, [], []))

    def say(self, words: str, source: str | None = None) -> None:
        """Words as they are, or written otherwise, as one reference."""
        _, letters, places = self.parts[-1]
        if source is None:
            letters += words
            places += [Span(self.size + i, self.size + i + 1) for i in range(len(words))]
            self.raw(words)
        else:
            letters += words
            places += [Span(self.size, self.size + len(source))] * len(words)
            self.raw(source)

    @property
    def source(self) -> str:
        return "".join(self.pieces)

    def check(self, document: Document, seed: int) -> None:
        """Parts and words are those that were written, and every stretch leads back to where it was written."""
        told = [(part.kind, part.span.of(document.text)) for part in document.parts]
        assert told == [(kind, "".join(letters)) for kind, letters, _ in self.parts]
        dice = random.Random(seed)
        for part, (_, letters, places) in zip(document.parts, self.parts, strict=True):
            for _ in range(8):
                start = dice.randrange(len(letters))
                end = dice.randrange(start, len(letters)) + 1
                here = document.map.source(Span(part.span.start + start, part.span.start + end))
                assert here == Span(places[start].start, places[end - 1].end)


def line_ends(source: str, ends: str) -> str:
    return source.replace("\n", ends)
