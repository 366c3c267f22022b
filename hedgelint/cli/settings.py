"""`hedgelint settings`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import CONFIG, NO_CONFIG, RULES, TRACEBACK
from hedgelint.cli.terminal import say
from hedgelint.config.model import Config, Layer
from hedgelint.desk.desk import Desk
from hedgelint.rulebook.rulebook import Rulebook


@click.command("settings", short_help="What is in force for a story, and where each value comes from.")
@click.argument("story", required=False, metavar="[STORY]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[text]")
@CONFIG
@NO_CONFIG
@RULES
@TRACEBACK
def command(
    story: str | None, form: str, config: Path | None, no_config: bool, rules: tuple[Path, ...], traceback: bool
) -> None:
    """The settings of a story, or of a story in this folder; the story itself need not be there."""
    desk = desk_of(config, no_config, rules, raising=traceback)
    path = story or str(Path.cwd() / "story.txt")
    held = desk.in_force(path)
    if form == "json":
        say(json.dumps({"format": 1, "story": path, **held}, ensure_ascii=False, indent=2))
        return
    for line in _lines(desk, path):
        say(line)


def _lines(desk: Desk, path: str) -> list[str]:
    config = desk.configs.for_file(path)
    layers = [*_named(config, path), ("the command line", desk.command)]
    settings = desk.settings(path)
    out = [f"settings file  {config.path or 'none: the defaults'}"]
    if config.excludes(path):
        out.append("excluded       yes: linted only where it is named itself")
    for name, value in (("fail_on", settings.fail_on), ("fidelity", settings.fidelity), ("scale", settings.scale)):
        whence = next((where for where, layer in reversed(layers) if getattr(layer, name)), "the default")
        out.append(f"{name.replace('_', '-'):<13}  {value or 'all'}  ({whence})")
    out += [f"sources        {source}" for source in settings.sources]
    out += [f"rules          {folder}" for folder in (*config.rules, *desk.rules)]
    book = desk.rulebook(config)
    off = [rule.id for rule in book.rules if rule.id not in settings.active and rule.default]
    on = [rule.id for rule in book.rules if rule.id in settings.active and not rule.default]
    changed = {
        rule.id: f"{settings.active[rule.id]}, not {rule.severity}"
        for rule in book.rules
        if settings.active.get(rule.id, rule.severity) != rule.severity
    }
    out.append(f"active         {len(settings.active)} of {len(book.rules)} rules")
    for title, names in (("switched off", off), ("switched on", on), ("severity", list(changed))):
        for name in names:
            whence = next((where for where, layer in reversed(layers) if _speaks(layer, name, book)), "")
            what = f": {changed[name]}" if title == "severity" else ""
            out.append(f"{title:<13}  {name}{what}" + (f"  ({whence})" if whence else ""))
    return out


def _named(config: Config, path: str) -> list[tuple[str, Layer]]:
    """The layers with where each is written; those that the file extends come first."""
    own = config.layers_for(path)
    per_path = [pattern for folder, pattern, layer in config.per_path if layer in own]
    names = [config.path] * len(config.layers) + [f'{config.path} [per-path."{pattern}"]' for pattern in per_path]
    return list(zip(names, own, strict=False))


def _speaks(layer: Layer, name: str, book: Rulebook) -> bool:
    rule = book.rule(name)
    groups = {name, rule.category, "all"} if rule else {name}
    chosen = {*(layer.select or ()), *layer.extend_select, *layer.ignore, *layer.severity}
    return bool(groups & chosen) or layer.select is not None
