"""A word that says that somebody says so, and not who: its frames, and the words that stand with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from hedgelint.lexicon import Lexicons
from hedgelint.values import dataclass

_SHAPES_OF = {
    "raised": ("raised", "reduced"),
    "ascribed": ("ascribed", "widely", "reduced"),
    "noun": ("existential", "passive-noun", "ownerless", "view-is", "answering"),
}
_PASSIVES = frozenset(("raised", "reduced", "impersonal", "ascribed", "widely", "reported"))


def in_role(lexicons: Lexicons, role: str) -> frozenset[str]:
    """The words of `frame-words` that have the role, in all their forms."""
    entries = [entry for entry in lexicons["frame-words"].entries if role in entry.get("roles", ())]
    return frozenset(str(form) for entry in entries for form in (entry["term"], *entry.get("forms", ())))


@dataclass(frozen=True, slots=True)
class Words:
    """Of `frame-words`: what is done with a question by somebody out of sight, what it does by itself, what is told
    of its size, and what an event does that meets with it."""

    done: frozenset[str]
    thrives: frozenset[str]
    grows: frozenset[str]
    draws: frozenset[str]

    @classmethod
    def of(cls, lexicons: Lexicons) -> Self:
        return cls(*(in_role(lexicons, role) for role in ("done", "thrives", "grows", "draws")))


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of `hidden-frames`. `shapes` are those its `frames` allow; `leads` the words of which one row must
    follow where the frame is ascribed."""

    term: str
    shapes: frozenset[str]
    group: str
    leads: tuple[tuple[str, ...], ...]
    words: Words

    @classmethod
    def of(cls, entry: Mapping[str, Any], words: Words) -> Self:
        shapes = frozenset(shape for frame in entry["frames"] for shape in _SHAPES_OF.get(frame, (frame,)))
        leads = tuple(tuple(str(lead).split()) for lead in entry.get("with", ()))
        return cls(str(entry["term"]), shapes, str(entry["group"]), leads, words)

    @property
    def passive(self) -> bool:
        """Whether all its shapes are passives."""
        return self.shapes <= _PASSIVES
