"""A rule: a check with words, a scope, a message and examples."""

from __future__ import annotations

from dataclasses import dataclass

from hedgelint.checks.check import Check


@dataclass(frozen=True, slots=True)
class Scope:
    """Three questions, each answered by a set of spans.

    `parts` are kinds of document parts; `quotation` is outside, inside or any; `attribution` is attributed,
    unattributed or any.
    """

    parts: tuple[str, ...]
    quotation: str = "outside"
    attribution: str = "any"


@dataclass(frozen=True, slots=True)
class Reference:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Examples:
    """Marked sentences: [[…]] is where the rule must speak. `missed` are known limits, strict expected failures."""

    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """`path` and `line` (from 1) say where the rule was written."""

    id: str
    category: str
    title: str
    kind: str
    severity: str
    message: str
    why: str
    scope: Scope
    check: Check
    examples: Examples
    references: tuple[Reference, ...] = ()
    default: bool = True
    path: str = ""
    line: int = 1
