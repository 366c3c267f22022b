"""The names of shapes and refusals, in the words of catalogue.yaml; read only where somebody asks why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hedgelint.values import dataclass

_FILE = Path(__file__).with_name("catalogue.yaml")


@dataclass(frozen=True, slots=True)
class Shape:
    """What it `means`, as a sentence in which it stands; a text that it `finds`, with [source …], [cue …] and
    [content …], and one that it `leaves`."""

    means: str
    finds: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the word is instead, and a text that `refuses` the word in brackets."""

    means: str
    refuses: str


def shapes() -> Mapping[str, Shape]:
    return {name: Shape(one["is"], one["finds"], one["leaves"]) for name, one in _read()["shapes"].items()}


def refusals() -> Mapping[str, Refusal]:
    return {name: Refusal(one["is"], one["refuses"]) for name, one in _read()["refusals"].items()}


@cache
def _read() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    from ruamel.yaml import YAML

    read: Mapping[str, Mapping[str, Mapping[str, Any]]] = YAML(typ="safe").load(_FILE.read_text(encoding="utf-8"))
    return read
