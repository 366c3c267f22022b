"""Checked data of a rule file → Rule. Runs on every start, from the cache or from YAML alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from hedgelint.checks import KINDS
from hedgelint.document.model import PROSE_PARTS
from hedgelint.lexicon import Lexicons
from hedgelint.rulebook.rule import ListExamples, Making, Nearness, Proof, Reference, Rule, Scope, examples_of

if TYPE_CHECKING:
    from hedgelint.checks.check import Check

SILENT = ("silence", "silences")  # the shapes of keys that keep a rule silent


def build_rule(data: Mapping[str, Any], lexicons: Lexicons) -> Rule:
    """Its check, made when asked for, raises ValueError where the keys of the rule's kind do not fit together."""
    scope = data.get("scope", {})
    parts = scope.get("part", PROSE_PARTS)
    parts = (parts,) if isinstance(parts, str) else tuple(parts)
    lines = data["lines"]
    return Rule(
        id=data["id"],
        category=data["category"],
        title=data["title"],
        kind=data["kind"],
        severity=data["severity"],
        message=data["message"],
        why=data["why"].strip(),
        scope=Scope(
            parts,
            scope.get("quotation", "outside"),
            scope.get("attribution", "any"),
        ),
        making=Making(partial(_check, data, parts, lexicons)),
        written={"examples": data["examples"], "lines": lines, "silences": data["silences"]},
        references=tuple(Reference(r["title"], r.get("url", "")) for r in data.get("references", ())),
        default=data.get("default", True),
        near=tuple(
            Nearness(int(data[key]["within"].split()[0]), data[key].get("to"))
            for key in ("unless", "downgrade")
            if key in data
        ),
        unless_pattern=tuple(data.get("unless_pattern", ())),
        unless_story=tuple(data.get("unless_story", ())),
        linked=data.get("linked", ""),
        once=data.get("once", ""),
        instead_of=tuple(data.get("instead_of", ())),
        path=data["path"],
        own=data.get("own", False),
        fix=data.get("fix", "unsafe" if data["kind"] == "swap" else "safe"),
        preview=data.get("preview", False),
        english=data.get("english", ""),
        line=lines.get("id", 1),
    )


def _check(data: Mapping[str, Any], parts: tuple[str, ...], lexicons: Lexicons) -> Check:
    kind = KINDS[data["kind"]]
    keys = {key: data[key] for key in kind.keys if key in data}
    silent = {key: tuple(data[key]) for key, shape in kind.keys.items() if key in data and shape in SILENT}
    return kind.make({**keys, **silent, "own": data.get("own", False), "parts": parts}, lexicons)


def list_examples(data: Mapping[str, Any]) -> ListExamples:
    """Of a word list's file, as `compile_rules` gives it."""
    examples = examples_of(data["examples"], data["lines"])
    proofs = tuple(Proof(*one) for one in data.get("proofs", ()))
    return ListExamples(data["lexicon"], data["path"], tuple(data["terms"]), examples, proofs)


def message_names(message: str) -> set[str]:
    """The {names} in a message, each with all that its braces hold. Raises ValueError where braces do not match."""
    from string import Formatter

    return {
        f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
        for _, name, form, conversion in Formatter().parse(message)
        if name is not None
    }
