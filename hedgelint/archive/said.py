"""Quotations that stand in two forms in two stories: the rule `quotation-differs`, over a whole archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.archive.queries import Archive, pairs
from hedgelint.archive.tables import Column, Table
from hedgelint.checks.alike import changes_between, turned_round
from hedgelint.rulebook.rulebook import load_rulebook

_RUN = 5  # words on end that two forms share
_COMMON = 40  # forms that may have such a run before it is a phrase that anybody says
_SAME = 10  # words that both have, where it is not told of one of them who said it
_SHOWN = 500
_OTHER = "other words"


def said_twice(archive: Archive) -> Table:
    """One speaker as far as names tell, or ten words in common where a story names nobody."""
    denials = frozenset(load_rulebook(()).lexicons["fidelity-words"].terms(role="negation"))
    rows = sorted(_rows(archive, denials), key=lambda row: row[0] == _OTHER)
    columns = (
        Column("turned", "sense"),
        Column("changes", "what differs"),
        *(
            Column(f"{name}_{which}", f"{title}, {which}")
            for which in ("first", "second")
            for name, title in (("speaker", "who"), ("words", "words"), ("id", "story"), ("line", "line"))
        ),
    )
    about = "Quotations of six words or more, of one speaker; a denial or a figure that differs comes first. "
    about += f"{len(rows):,} pairs{f', of which {_SHOWN} are here' if len(rows) > _SHOWN else ''}."
    return Table("quotations-in-two-forms", "Quotations in two forms", about, columns, tuple(rows[:_SHOWN]))


def _rows(archive: Archive, denials: frozenset[str]) -> Iterator[tuple[Any, ...]]:
    for one, at, form, last, other, there, other_form, other_last in pairs(archive, _RUN, _COMMON):
        changes, same = changes_between(form, other_form)
        told, place, second, its = (tuple(_values(value)) for value in (one, at, other, there))
        whose = _one_person(told[0], second[0]) if last and other_last else same >= _SAME
        if not changes or not whose:
            continue
        turned = "turned round" if turned_round(changes, denials) else _OTHER
        yield (turned, changes, told[0], told[1], _name(told, place), place[2], *second[:2], _name(second, its), its[2])


def _one_person(name: str, other: str) -> bool:
    """The same name, or a surname and a name that ends in it."""
    ours, theirs = name.lower().split(), other.lower().split()
    return ours == theirs or (ours[-1:] == theirs[-1:] and 1 in (len(ours), len(theirs)))


def _values(value: Any) -> Iterator[Any]:
    yield from value.values() if isinstance(value, dict) else value


def _name(told: tuple[Any, ...], place: tuple[Any, ...]) -> str:
    """The story's id, or where it stands."""
    return told[2] or f"{place[0]}#{place[1]}"
