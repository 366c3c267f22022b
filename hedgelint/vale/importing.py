"""Styles of Vale → files of rules, and what became of each."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from hedgelint.errors import RuleErrors
from hedgelint.rulebook.build import build_rule
from hedgelint.rulebook.compile import compile_rule
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.vale.carry import Carried, carry, vocabulary
from hedgelint.vale.examples import examples_of
from hedgelint.vale.scope import Refused
from hedgelint.vale.style import Styles

_NONE = {"bad": ["[[a]]"], "good": ["b"]}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`text` is the rule file, empty where the rule is not carried over and `reason` says why; `notes` are what of it
    is not."""

    path: str
    style: str
    kind: str
    name: str = ""
    text: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()


def import_styles(styles: Styles, book: Rulebook) -> Iterator[Outcome]:
    """`book` gives the word lists, and the ids that are taken."""
    taken = Counter(rule.id for rule in book.rules)
    for path, reason in styles.unread:
        yield Outcome(path, "", "unread", reason=reason)
    for rule in styles.rules:
        kind = str(rule.data["extends"])
        try:
            carried = carry(rule, styles.accepted)
            yield _made(Outcome(rule.path, rule.style, kind), carried, book, taken)
        except (Refused, ValueError) as error:
            yield Outcome(rule.path, rule.style, kind, reason=str(error))
    for words in styles.vocabularies:
        kind = f"vocabulary: {words.kind}"
        try:
            yield _made(Outcome(words.path, words.name, kind), vocabulary(words), book, taken)
        except Refused as error:
            yield Outcome(words.path, words.name, kind, reason=str(error))


def _made(outcome: Outcome, carried: Carried, book: Rulebook, taken: Counter[str]) -> Outcome:
    """The outcome with its file. Raises Refused where the rule that it would be is none."""
    name = carried.keys["id"]
    taken[name] += 1
    if taken[name] > 1:
        name = carried.keys["id"] = f"{name}-{taken[name]}"
    try:
        data = compile_rule(f"{name}.yaml", _written(carried.keys | {"examples": _NONE}).encode(), book.lexicons)
    except RuleErrors as errors:
        first = errors.errors[0]
        raise Refused(first.message + (f" ({first.hint})" if first.hint else "")) from None
    rule = build_rule(data, book.lexicons)
    examples = examples_of(rule, Rulebook((rule,), book.lexicons), carried.like)
    if examples is None:
        raise Refused("no sentence could be made in which it speaks: it may be one that can never speak")
    head = f"# Carried over from {outcome.style} of Vale; the words are that style's, and its licence holds for them.\n"
    text = head + _written(carried.keys | {"examples": examples})
    return Outcome(outcome.path, outcome.style, outcome.kind, name, text, "", tuple(carried.notes))


def _written(keys: dict[str, Any]) -> str:
    yaml = YAML()
    yaml.width = 118
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(keys | {"why": LiteralScalarString(str(keys["why"]).strip() + "\n")}, out)
    return out.getvalue()
