"""Stories by the thousand, made with a seed: their places, people and words are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

FIRST = ("Anna", "Bertil", "Chidi", "Dora", "Emre", "Farah", "Gil", "Hanne")
LAST = ("Quell", "Marrow", "Tansy", "Orlop", "Vetch", "Skerry", "Brook", "Pellow")
TITLES = ("Mr ", "Mrs ", "Ms ", "Dr ", "")
DESKS = ("council", "courts", "health", "sport", None)
AUTHORS = ("Ida Fenn", "Jon Carse", "Lou Wick", None)
THINGS = ("mill", "bridge", "ferry", "library", "reservoir", "market hall")
SAID = (
    "We will never sell the {thing} to strangers, whatever they offer us",
    "We would never sell the {thing} to strangers, whatever they offer us",
    "The {thing} may have to close before the winter if nobody pays",
    "Nobody has told us in {number} years what the {thing} is for",
)
LINES = (
    "{title}{first} {last}, the leader of the council, said: “{said}.” {pronoun} said that the {thing} could cost "
    "{number} million.",
    "Experts say the {thing} is unsafe.",
    "An official, who asked not to be named, said the {thing} was damaged by ice.",
    "The {thing} is the oldest in the county. It was shut for {number} days in March.",
    "“{said},” {first} {last} said. “It is possibly the worst {thing} of all.”",
    "Police in Carrow said that {number} people were hurt when the roof of the {thing} fell in.",
    "The {thing} will clearly be rebuilt, according to {title}{last}.",
)


def story(seed: int) -> str:
    chance = Random(seed)
    words: dict[str, Any] = {
        "first": chance.choice(FIRST),
        "last": chance.choice(LAST),
        "title": chance.choice(TITLES),
        "thing": chance.choice(THINGS),
        "number": chance.randrange(2, 90),
        "pronoun": chance.choice(("She", "He", "They")),
    }
    lines = [chance.choice(LINES) for _ in range(chance.randrange(3, 8))]
    told = [line.format(said=chance.choice(SAID).format(**words), **words) for line in lines]
    return "\n\n".join((f"Fears for the {words['thing']} of Carrow", *told)) + "\n"


def records(count: int) -> Iterator[dict[str, Any]]:
    for number in range(count):
        chance = Random(f"record {number}")
        month = f"20{chance.randrange(21, 24)}-{chance.randrange(1, 13):02}"
        record = {
            "id": f"story-{number:05}",
            "text": story(number),
            "published": f"{month}-{chance.randrange(1, 29):02}",
        }
        for key, value in (("desk", chance.choice(DESKS)), ("author", chance.choice(AUTHORS))):
            if value is not None:
                record[key] = value
        yield record


def write_jsonl(path: Path, given: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in given), encoding="utf-8")
    return path
