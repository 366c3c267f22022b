"""Layers of settings → the rules that run and how much each counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hedgelint.config.model import Layer
from hedgelint.errors import ConfigError, nearest, said
from hedgelint.finding import CATEGORIES
from hedgelint.rulebook.rule import Rule

# Not a rule of the rulebook: the report of a suppression that suppresses nothing.
UNUSED = "unused-suppression"
_SHOWN = 5  # names that have the word in them
_GROUPS = ("all", "default")


def active_rules(
    rules: Sequence[Rule], layers: Sequence[Layer], places: Mapping[str, tuple[str, int, int]]
) -> dict[str, str]:
    """Severity by rule id. Within a layer `ignore` comes after `select`, and a rule named outweighs its category.

    A rule of preview runs where it is named, or where a layer asks for preview; one of an English where it is named, or
    where a layer asks for that, behind what the layer itself selects: “all” means no two that contradict each other.
    Raises ConfigError for a name that is no rule and no category, at its place in the configuration if it has one.
    """
    chosen = {rule.id for rule in rules if rule.default and not rule.preview}
    severity = {rule.id: rule.severity for rule in rules} | {UNUSED: "warning"}
    preview = any([layer.preview for layer in layers if layer.preview is not None][-1:])
    category = {rule.id: rule.category for rule in rules}
    known = {*severity, *CATEGORIES, *_GROUPS}

    def named(names: Sequence[str]) -> set[str]:
        out: set[str] = set()
        for name in names:
            if name not in known:
                like = [one for one in sorted(known) if len(name) > 3 and name.lower() in one]
                there = f"there are {said(like[:_SHOWN])}" if like else "hedgelint rules lists them"
                hint = nearest(name, sorted(known)) or there
                path, line, column = places.get(name, ("", 0, 0))
                raise ConfigError(
                    f"there is no rule or category “{name}”", path=path, line=line, column=column, hint=hint
                )
            out |= {
                rule.id
                for rule in rules
                if name == rule.id
                or ((preview or not rule.preview) and not rule.english and name in (rule.category, "all"))
                or ((preview or not rule.preview) and name == "default" and rule.default)
            }
        return out

    chosen |= {rule.id for rule in rules if rule.default and preview}
    off: set[str] = set()
    for layer in layers:
        if layer.select is not None:
            chosen = named(layer.select)
            off -= chosen
        added = named(layer.extend_select) | {
            rule.id for rule in rules if layer.english and rule.english == layer.english
        }
        if layer.english:
            chosen -= {rule.id for rule in rules if rule.english not in ("", layer.english)}
        chosen |= added
        off -= added
        spared = {*(layer.select or ()), *layer.extend_select} & set(category)
        chosen -= named(layer.ignore) - (spared - set(layer.ignore))
        if UNUSED in layer.ignore:
            off.add(UNUSED)
        for name in sorted(layer.severity, key=lambda name: name in severity):
            ids = {name} if name in severity else named([name])
            for rule_id in ids:
                off.discard(rule_id)
                if layer.severity[name] == "off":
                    off.add(rule_id)
                else:
                    severity[rule_id] = layer.severity[name]
    return {name: severity[name] for name in sorted((chosen | {UNUSED}) - off)}
