"""Everything that is in force for one file, resolved: the one place where layers of settings come together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hedgelint.config.active import UNUSED, active_rules
from hedgelint.config.former import Former
from hedgelint.config.model import Config, Entry, Layer
from hedgelint.config.profile import NEWS, NOTHING_TOLD, Profiles, Told
from hedgelint.errors import ConfigError, nearest, one_of
from hedgelint.finding import CATEGORIES
from hedgelint.rulebook.rulebook import Rulebook
from hedgelint.values import dataclass, field

_SCALE = "probability-scales"


@dataclass(frozen=True, slots=True)
class Settings:
    """`active` is the severity of each rule that runs; `scale` the one scale of probability to speak of, None for all;
    `fidelity` what counts as a change in a quotation; `require_reason` whether a waiver without one is not obeyed;
    `fail_on` the severity from which on a finding counts; `sources` the paths that every story of these settings is
    held against, `speakers` whom a label in them stands for; `names` the files with the full names of the house;
    `suppress` the waivers written in settings; `notes` what is said of the settings themselves; `renamed` what rules
    were called once, and are called now."""

    active: Mapping[str, str]
    scale: str | None = None
    fidelity: str = "news"
    require_reason: bool = False
    fail_on: str = "warning"
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    speakers: Mapping[str, str] = field(default_factory=dict)
    suppress: tuple[Entry, ...] = ()
    profile: Told = NOTHING_TOLD
    english: str = ""
    notes: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


def resolve(config: Config, path: str, command: Layer, book: Rulebook, told: Told | None = None) -> Settings:
    """What the file of settings, its tables for paths and the command line say together of the story at `path`: the
    last to speak is heard, but sources and files of names are added up. A profile, which the settings name or else the
    story itself (`told`), speaks after the file and before its tables for paths. Raises ConfigError for a rule, a
    category, a scale or a profile that does not exist."""
    named = _last(layer.profile for layer in (*config.layers_for(path), command))
    profile = Told(named) if named else told or Told()
    layers = (*config.layers, _profile(profile.name, book, config), *config.path_layers(path), command)
    scale = _last(layer.scale for layer in layers)
    if scale is not None:
        _check_scale(scale, book, config)
    former = Former.of(book)
    _check_waivers(config, book, former)
    layers, notes = former.renamed(layers, config.places)
    return Settings(
        active=active_rules(book.rules, layers, config.places),
        english=_last(layer.english for layer in layers) or "",
        notes=(*notes, *former.waived(config.suppress), *_unused(config, command, book), *book.unread),
        renamed=former.now,
        scale=scale,
        require_reason=next((r for r in (x.require_reason for x in reversed(layers)) if r is not None), False),
        fidelity=_last(layer.fidelity for layer in layers) or "news",
        fail_on=_last(layer.fail_on for layer in layers) or "warning",
        sources=tuple(source for layer in layers for source in layer.sources),
        names=tuple(dict.fromkeys(name for layer in layers for name in layer.names)),
        speakers={label: name for layer in layers for label, name in layer.speakers.items()},
        suppress=config.suppress,
        profile=profile,
    )


def _profile(name: str, book: Rulebook, config: Config) -> Layer:
    profiles = Profiles.of(book.lexicons["profiles"])
    if name not in profiles.entries and name != NEWS:
        raise _unknown("profile", name, list(profiles.entries), config)
    return profiles.layer(name) if name in profiles.entries else Layer()


def _unused(config: Config, command: Layer, book: Rulebook) -> Iterator[str]:
    """Kinds of story that no story can be of."""
    named = {layer.profile for layer in (*config.layers, *(layer for _, _, layer in config.per_path), command)}
    for entry in book.lexicons["profiles"].entries:
        name = entry["term"]
        if name not in (NEWS, *named) and not entry.get("labels") and not entry.get("folders"):
            yield (
                f"no story can be of the kind “{name}”: it has neither labels nor folders, and no setting names it "
                f'(give it folders: [{name}], or write profile = "{name}" in the settings)'
            )


def _check_waivers(config: Config, book: Rulebook, former: Former) -> None:
    """A waiver for a whole folder, or for all stories, of a rule that does not exist would be silent for ever."""
    known = {rule.id for rule in book.rules} | {*CATEGORIES, "all", UNUSED, *former.now, *former.gone}
    for entry in config.suppress:
        if entry.rule not in known and (not entry.path or "*" in entry.path or entry.path.endswith("/")):
            hint = nearest(entry.rule, known) or "hedgelint rules lists them"
            message = f"there is no rule “{entry.rule}” to suppress"
            raise ConfigError(message, path=entry.file, line=entry.at, column=1, hint=hint)


def _last(values: Iterable[str | None]) -> str | None:
    said = [value for value in values if value]
    return said[-1] if said else None


def _check_scale(scale: str, book: Rulebook, config: Config) -> None:
    known = sorted({name for entry in book.lexicons[_SCALE].entries for name in entry["bands"]})
    if scale not in known:
        raise _unknown("scale", scale, known, config)


def _unknown(what: str, name: str, known: Sequence[str], config: Config) -> ConfigError:
    """Told at its place in the settings; the command line has none."""
    path, line, column = config.places.get(f"{what} {name}", ("", 0, 0))
    message = f"there is no {what} “{name}”"
    return ConfigError(message, path=path, line=line, column=column, hint=one_of(name, known))
