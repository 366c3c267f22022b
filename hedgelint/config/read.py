"""A configuration file's data → Config; every value held against what it may be."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hedgelint.config.content import settings_bytes
from hedgelint.config.model import Config, Entry, Layer, makes_sense
from hedgelint.config.toml import Places, parse_toml
from hedgelint.errors import ConfigError, one_of
from hedgelint.finding import SEVERITIES
from hedgelint.rulebook.rule import ENGLISH
from hedgelint.values import dataclass, field
from hedgelint.version import __version__, is_met, is_version

FIDELITY = ("strict", "news", "loose")
# Keys and their shapes: of a file, of a table for a path, of an entry of [[suppress]].
LAYER_KEYS: Mapping[str, str] = {
    "select": "names",
    "extend-select": "names",
    "ignore": "names",
    "severity": "severities",
    "fail-on": "severity",
    "scale": "name",
    "fidelity": "fidelity",
    "require-reason": "boolean",
    "sources": "texts",
    "names": "texts",
    "speakers": "speakers",
    "profile": "name",
    "preview": "boolean",
    "english": "english",
}
FILE_KEYS: Mapping[str, str] = {
    **LAYER_KEYS,
    "rules": "texts",
    "extends": "texts",
    "exclude": "texts",
    "per-path": "tables",
    "required-version": "text",
    "suppress": "entries",
}
ENTRY_KEYS: Mapping[str, str] = {"rule": "name", "reason": "text", "path": "text", "line": "number", "text": "text"}
# What only the command line is asked: it is of a run, and of no story.
_OPTIONS = (
    "baseline", "changed", "color", "diff", "encoding", "exit-zero", "fix", "force-exclude", "format", "input-format",
    "jobs", "max-findings", "no-cache", "output-file", "quiet", "show-suppressed", "staged", "statistics",
    "unsafe-fixes", "watch",
)  # fmt: skip
_MOST_EXTENDS = 100


def read_config(path: Path) -> Config:
    """The settings of a file and of those it extends, each read once: what two files extend speaks before both. Raises
    ConfigError with file, line and column."""
    return _read(path, (), set())


def _read(path: Path, above: tuple[Path, ...], read: set[Path]) -> Config:
    """`above` are the files that extend this one, `read` all that have been read."""
    data, text = parse_toml(str(path), settings_bytes(path))
    prefix = ""
    if path.name == "pyproject.toml":
        tool = data.get("tool")
        data, prefix = tool.get("hedgelint", {}) if isinstance(tool, dict) else {}, "tool.hedgelint"
    return _Reader(path, text, prefix).config(data, (*above, path.resolve()), read)


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The suppressions of a sidecar file. Raises ConfigError."""
    data, text = parse_toml(str(path), settings_bytes(path))
    reader = _Reader(path, text, "")
    reader.known("", data, {"suppress": "entries"})
    return reader.entries(data.get("suppress", []))


@dataclass
class _Reader:
    path: Path
    text: str
    prefix: str
    places: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    _where: Places | None = None

    def config(self, data: Mapping[str, Any], above: tuple[Path, ...], read: set[Path]) -> Config:
        self.known("", data, FILE_KEYS)
        wanted = data.get("required-version", "")
        if wanted and not is_version(wanted):
            hint = f'write required-version = "{__version__}", or bounds: ">={__version__}, <1"'
            raise self.error("", "required-version", f"“{wanted}” is no version", hint, value=wanted)
        if not is_met(wanted, __version__):
            hint = f"pip install 'hedgelint{wanted if wanted[:1] in '<>=!~' else f'=={wanted}'}'"
            message = f"these settings are for hedgelint {wanted}, and this is {__version__}"
            raise self.error("", "required-version", message, hint)
        folder = self.path.parent
        base = Config()
        for name in self._texts(data.get("extends", ())):
            other = self._extended(name)
            if other in above:
                raise self.error("", "extends", f"“{name}” extends this file in turn", value=name)
            if other in read:
                continue
            read.add(other)
            if len(read) > _MOST_EXTENDS:
                raise self.error("", "extends", f"more than {_MOST_EXTENDS} files extend one another", value=name)
            base = _joined(base, _read(other, above, read) if os.path.isfile(other) else Config(rules=(other,)))
        for name in self._texts(data.get("rules", ())):
            if not os.path.exists(folder / name):
                hint = "the path is seen from the folder of this file"
                raise self.error("", "rules", f"there are no rules at “{name}”", hint, value=name)
        tables = data.get("per-path", {})
        for pattern, table in tables.items():
            self.known(f"per-path.{pattern}", table, LAYER_KEYS)
            self._paths_meant("", f"per-path.{pattern}", [pattern])
        own = Config(
            layers=(self._layer("", data),),
            rules=tuple(folder / name for name in self._texts(data.get("rules", ()))),
            exclude=tuple((folder, pattern) for pattern in self._texts(data.get("exclude", ()))),
            per_path=tuple(
                (folder, pattern, self._layer(f"per-path.{pattern}", table)) for pattern, table in tables.items()
            ),
            suppress=self.entries(data.get("suppress", ())),
            places=self.places,
        )
        joined = _joined(base, own)
        return Config(
            str(self.path), folder, joined.layers, joined.rules, joined.exclude, joined.per_path, joined.suppress,
            joined.places,
        )  # fmt: skip

    def _extended(self, name: str) -> Path:
        """The settings of a file, of a folder, or of an installed package (`package:echo_style`); a folder without any
        is one of rules."""
        if name.startswith("package:"):
            package = name.removeprefix("package:").strip()
            found = _package(package)
            if not package:
                raise self.error("", "extends", "a package without a name", "write package:echo_style", value=name)
            if found is None:
                hint = f"pip install {package.partition('.')[0].replace('_', '-')}, in the environment of hedgelint"
                raise self.error("", "extends", f"there is no package “{package}” installed here", hint, value=name)
        else:
            try:
                found = (self.path.parent / name).resolve()
            except (OSError, ValueError, RuntimeError):  # a NUL, a loop of links
                raise self.error("", "extends", f"there is no file “{name}” to extend", value=name) from None
        own = found / "hedgelint.toml"
        if os.path.isfile(own):
            return own
        if not os.path.exists(found):
            hint = "the path is seen from the folder of this file"
            raise self.error("", "extends", f"there is no file “{name}” to extend", hint, value=name)
        return found

    def entries(self, tables: Any) -> tuple[Entry, ...]:
        out = []
        at = [i for i, line in enumerate(self.text.split("\n"), 1) if line.strip().startswith("[[")]
        for number, table in enumerate(tables):
            line = at[number] if number < len(at) else 1
            if not isinstance(table, dict) or "rule" not in table:
                message, hint = "an entry of [[suppress]] needs a `rule`", 'write rule = "vague-source" below it'
                raise ConfigError(message, path=str(self.path), line=line, column=1, hint=hint)
            self.known("suppress", table, ENTRY_KEYS)
            out.append(Entry(**table, file=str(self.path), at=line))
        return tuple(out)

    def known(self, table: str, data: Any, keys: Mapping[str, str]) -> None:
        """Raises ConfigError for a key that does not exist or a value of another shape."""
        if not isinstance(data, dict):
            name = table or "tool.hedgelint"
            raise self.error("", table.partition(".")[0], f"`{name}` is a table of settings")
        for key, value in data.items():
            if key not in keys:
                raise self.error(table, key, f"unknown setting “{key}”", _meant(key, value, keys))
            if keys[key] == "severities" and isinstance(value, dict):
                self._severities(".".join(x for x in (table, key) if x), value)
            elif (wrong := _misshapen(value, keys[key])) is not None:
                raise self.error(table, key, f"`{key}` is {wrong}", _written(key, keys[key], value))
            if keys[key] == "texts" and any(not one.strip() for one in self._texts(value)):
                raise self.error(table, key, f"an empty text in `{key}`", "write a path, or take it out")
            if key in ("exclude", "path"):
                self._paths_meant(table, key, value)
            for name in self._texts(value) if key in ("sources", "names") else ():
                at = self._place(table, key, name)
                self.places.setdefault(f"{key} {self.path.parent / name}", (str(self.path), *at))
            if key in ("scale", "profile") and isinstance(value, str):  # which there are, the lists of words say
                self.places.setdefault(f"{key} {value}", (str(self.path), *self._place(table, key, value)))
            if keys[key] in ("names", "severities"):
                inner = ".".join(x for x in (table, key) if x) if isinstance(value, dict) else table
                for name in value if isinstance(value, list | dict) else [value]:
                    place = self._place(inner, name if isinstance(value, dict) else key, name)
                    self.places.setdefault(name, (str(self.path), *place))

    def _paths_meant(self, table: str, key: str, patterns: str | list[str]) -> None:
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            if not makes_sense(pattern):
                hint = "letters between brackets are written [a-z], from the lesser to the greater"
                raise self.error(table, key, f"“{pattern}” is no pattern of paths", hint, value=pattern)

    def _severities(self, table: str, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if value not in (*SEVERITIES, "off"):
                hint = f"one of: {', '.join((*SEVERITIES, 'off'))}"
                raise self.error(table, name, f"“{value}” is no severity", hint)

    def error(self, table: str, key: str, message: str, hint: str = "", value: str = "") -> ConfigError:
        line, column = self._place(table, key, value)
        return ConfigError(message, path=str(self.path), line=line, column=column, hint=hint)

    def _place(self, table: str, key: str, value: str = "") -> tuple[int, int]:
        if self._where is None:
            self._where = Places(self.text)
        place = self._where.of(".".join(x for x in (self.prefix, table) if x), key, value)
        if place != (1, 1):
            return place
        return self._where.of(".".join(x for x in (self.prefix, table, key) if x), "")

    def _layer(self, table: str, data: Mapping[str, Any]) -> Layer:
        select = data.get("select")
        return Layer(
            select=None if select is None else self._texts(select),
            extend_select=self._texts(data.get("extend-select", ())),
            ignore=self._texts(data.get("ignore", ())),
            severity=dict(data.get("severity", {})),
            fail_on=data.get("fail-on"),
            scale=data.get("scale"),
            fidelity=data.get("fidelity"),
            sources=self._paths(data.get("sources", ())),
            names=self._paths(data.get("names", ())),
            speakers=dict(data.get("speakers", {})),
            profile=data.get("profile"),
            require_reason=data.get("require-reason"),
            preview=data.get("preview"),
            english=data.get("english"),
        )

    def _paths(self, value: Any) -> tuple[str, ...]:
        return tuple(str(self.path.parent / name) for name in self._texts(value))

    @staticmethod
    def _texts(value: Any) -> tuple[str, ...]:
        return (value,) if isinstance(value, str) else tuple(value)


def _package(name: str) -> Path | None:
    """The folder of an installed package; its code is not run."""
    from importlib.util import find_spec

    try:
        spec = find_spec(name) if "." not in name else None
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]).resolve() if places else None


def _meant(key: str, value: Any, keys: Mapping[str, str]) -> str:
    if key in ("hedgelint", "tool") and isinstance(value, dict):
        return "in hedgelint.toml settings stand in no such table: take the line with the brackets out"
    if key.replace("_", "-") in _OPTIONS:
        return f"it is an option of the command: --{key.replace('_', '-')}"
    return one_of(key, keys)


def _written(key: str, shape: str, value: Any) -> str:
    """How it is written, where the shape alone does not say it."""
    one = value if isinstance(value, str) else "vague-source"
    if key == "profile" and isinstance(value, dict):
        hint = "a kind of story of your own is an entry in a word list, with `extend: profiles`"
        return f'write profile = "{next(iter(value), "opinion")}"; {hint}'
    return {
        "text": f'write {key} = "…"',
        "name": f'write {key} = "…"',
        "texts": f'write {key} = ["…"]',
        "names": f'write {key} = ["vague-source"]',
        "severities": f'write [severity], and below it vague-source = "{one if one in SEVERITIES else "error"}"; '
        "--severity and fail-on are for all rules",
        "speakers": "write [speakers] above them",
    }.get(shape, "")


def _joined(base: Config, own: Config) -> Config:
    return Config(
        layers=base.layers + own.layers,
        rules=base.rules + own.rules,
        exclude=base.exclude + own.exclude,
        per_path=base.per_path + own.per_path,
        suppress=base.suppress + own.suppress,
        places={**base.places, **own.places},
    )


def _misshapen(value: Any, shape: str) -> str | None:
    texts = isinstance(value, list) and all(isinstance(v, str) for v in value)
    named = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    right, wanted = {
        "text": (isinstance(value, str), "a text"),
        "name": (isinstance(value, str) and bool(value.strip()), "a name"),
        "number": (isinstance(value, int) and not isinstance(value, bool) and value > 0, "a whole number from 1"),
        "texts": (texts or isinstance(value, str), "a list of texts"),
        "names": (texts or isinstance(value, str), "a list of rules or categories"),
        "severity": (value in SEVERITIES, f"one of {', '.join(SEVERITIES)}"),
        "severities": (isinstance(value, dict), "a table of rules or categories and their severities"),
        "boolean": (isinstance(value, bool), "true or false"),
        "fidelity": (value in FIDELITY, f"one of {', '.join(FIDELITY)}"),
        "english": (value in ENGLISH, f"one of {', '.join(ENGLISH)}"),
        "speakers": (named, 'a table of labels and names, such as SPEAKER_01 = "Owen Pratt"'),
        "tables": (isinstance(value, dict), 'a table of paths, such as [per-path."opinion/"]'),
        "entries": (isinstance(value, list), "a list of tables, [[suppress]]"),
    }[shape]
    return None if right else wanted
