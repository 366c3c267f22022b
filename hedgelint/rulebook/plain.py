"""A word list as plain text: one word or phrase a line, added to the list that the file is named after."""

from __future__ import annotations

from pathlib import Path

from hedgelint.rulebook.nodes import Key, Yaml


def plain_words(path: str, text: str) -> Yaml:
    """`lexicon/loaded-labels.txt` is `extend: loaded-labels` with its lines as entries; what follows # is a remark."""
    marks: dict[Key, tuple[int, int]] = {(): (1, 1)}
    entries: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].strip()
        if words:
            marks["entries", len(entries)] = (number, line.index(words) + 1)
            entries.append(words)
    return Yaml(path, {"extend": Path(path).stem, "entries": entries}, marks)
