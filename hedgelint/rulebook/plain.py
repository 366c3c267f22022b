"""A word list as plain text: one word or phrase a line, added to the list that the file is named after."""

from __future__ import annotations

from pathlib import Path

from hedgelint.errors import RuleError
from hedgelint.patterns import pattern_of
from hedgelint.rulebook.nodes import Key, Yaml

# What people write who have another kind of list in mind.
_SLIPS = (
    (pattern_of(r"[-*•]\s"), "a dash before a word", "the word alone stands in a line"),
    (pattern_of(r"[\"'“‘«].*[\"'”’»]\Z"), "quotation marks round a word", "the word alone stands in a line"),
    (pattern_of(r"[^\s:]+:\s"), "a colon behind a word", "a word with values stands in a list of YAML"),
    (pattern_of(r".*,"), "several words in a line", "one a line; a phrase with a comma stands in a list of YAML"),
)


def plain_words(path: str, text: str) -> Yaml:
    """`lexicon/loaded-labels.txt` is `extend: loaded-labels` with its lines as entries; what follows # is a remark.

    Raises RuleError for a line that is more than a word or phrase.
    """
    marks: dict[Key, tuple[int, int]] = {(): (1, 1)}
    entries: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].strip()
        if words:
            at = (number, line.index(words) + 1)
            for pattern, what, hint in _SLIPS:
                if pattern.match(words):
                    message = f"{what}: “{words}” would be looked for as it stands"
                    raise RuleError(message, path=path, line=at[0], column=at[1], hint=hint)
            marks["entries", len(entries)] = at
            entries.append(words)
    return Yaml(path, {"extend": Path(path).stem, "entries": entries}, marks)
