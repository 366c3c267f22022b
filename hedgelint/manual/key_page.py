"""docs/rule-keys.md: every key of every kind, every column of every word list, every field of a message.
docs/pieces.md: the named pieces of patterns. docs/frames.md: the frames of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hedgelint.checks import KINDS
from hedgelint.lexicon import Column, Lexicons
from hedgelint.manual.keys import COMMON_TOLD, KEYS_TOLD
from hedgelint.rulebook.lexicons import KEYS as LIST_KEYS
from hedgelint.rulebook.lists import LISTS, OWN
from hedgelint.rulebook.rule import Proof, Rule
from hedgelint.rulebook.shapes import WORDS
from hedgelint.rulebook.validate import COMMON, REQUIRED

_MADE_OF = "<!-- Made by `python -m hedgelint.manual.pages` from {}; change {}, not this page. -->"
_MADE_PIECES = _MADE_OF.format("rules/pieces.yaml and rules/classes.yaml", "those")
_MADE_FRAMES = _MADE_OF.format("rules/lexicon/frames.yaml", "that")
_SOME = 5  # words of a frame that are shown
_MADE = "<!-- Made by `python -m hedgelint.manual.pages` from the code; change that, not this page. -->"


def pieces_page(pieces: Iterable[Mapping[str, Any]]) -> str:
    """docs/pieces.md."""
    lines = ["# Named pieces of patterns", "", _MADE_PIECES, ""]
    lines += [
        "`<his or her>` in a pattern of a rule or a word list stands for what that piece says here. A file of your"
    ]
    lines += ["own adds pieces ([how](../CONTRIBUTING.md#name-a-piece)). Case counts as in the pattern round it.", ""]
    head = ("piece", "what it is", "stands for", "finds what is marked in", "finds nothing in")
    rows = [
        (f"`<{piece['name']}>`", piece["title"], f"`{piece['pattern']}`", piece["finds"][0], piece["leaves"][0])
        for piece in sorted(pieces, key=lambda piece: piece["name"])
    ]
    return "\n".join([*lines, *_table(head, rows), ""])


def frames_page(lexicons: Lexicons, proofs: Iterable[Proof]) -> str:
    """docs/frames.md."""
    texts: dict[tuple[str, str], list[str]] = {}
    for proof in proofs:
        texts.setdefault((proof.term, proof.key), []).append(proof.text)
    words: dict[str, list[str]] = {}
    for entry in lexicons["claim-frames"].entries:
        for name in entry["frames"]:
            words.setdefault(name, []).append(entry["term"])
    lines = ["# Frames in which a word makes a claim", "", _MADE_FRAMES, ""]
    lines += [
        "`unattributed-claim` asks for a source where a word stands in one of these frames, and nobody answers. A file"
    ]
    lines += ["of your own adds frames and words ([how](../CONTRIBUTING.md#add-a-claim-frame)).", ""]
    head = ("frame", "wants a source as", "finds what is marked in", "leaves", "some of its words")
    rows = [
        (
            f"`{name}`" + (" (firm)" if entry.get("firm") else ""),
            entry["reason"],
            "<br>".join(texts.get((name, "finds"), ())),
            "<br>".join(texts.get((name, "leaves"), ())),
            ", ".join(words.get(name, ())[:_SOME]),
        )
        for entry in lexicons["frames"].entries
        for name in [entry["term"]]
    ]
    return "\n".join([*lines, *_table(head, rows), ""])


def key_page(rules: Iterable[Rule]) -> str:
    return "\n".join([*_rules(list(rules)), *_lists(), ""])


def _rules(rules: list[Rule]) -> Iterator[str]:
    yield from ("# Every key of a rule, every column of a word list", "", _MADE, "")
    yield "An editor that knows JSON Schema completes these keys and says what they do. Put this line first in a rule:"
    yield from ("", "```yaml", "# yaml-language-server: $schema=rule.json", "```", "")
    yield "and write the schema beside it: `hedgelint schema rule > rule.json`;"
    yield "a word list has `hedgelint schema lexicon`, a file of pieces `hedgelint schema pieces`."
    yield "`<name>` in a pattern is one of the [named pieces](pieces.md)."
    yield from ("", "## Keys of every rule", "")
    yield from _table(("key", "is", "needed", "what it does"), _common())
    for name, kind in KINDS.items():
        yield from ("", f"## `kind: {name}`", "")
        told = KEYS_TOLD.get(name, {})
        needed = {key for group in kind.required for key in group if len(group) == 1}
        rows = [
            (f"`{key}`", WORDS.get(shape, "a text"), "yes" if key in needed else "", told.get(key, ""))
            for key, shape in kind.keys.items()
        ]
        yield from _table(("key", "is", "needed", "what it does"), rows)
        for group in kind.required:
            if len(group) > 1:
                yield from ("", f"One of {', '.join(f'`{key}`' for key in group)} is needed.")
        of_kind = [rule for rule in rules if rule.kind == name]
        fields = sorted({field for rule in of_kind for field in rule.check.fields()} - {"match"})
        yield from ("", f"In the message: {', '.join(f'{{{field}}}' for field in ('match', *fields))}.")
        if of_kind:
            yield f"For example [{of_kind[0].id}](rules/{of_kind[0].id}.md)."


def _common() -> Iterator[tuple[str, ...]]:
    for key, shape in COMMON.items():
        yield f"`{key}`", WORDS.get(shape, "a text"), "yes" if key in REQUIRED else "", COMMON_TOLD.get(key, "")


def _lists() -> Iterator[str]:
    yield from ("", "## Keys of a word list", "")
    yield from _table(("key", "what it does"), [(f"`{key}`", told) for key, told in LIST_KEYS.items()])
    yield ""
    yield "A list can also be a text file, `lexicon/NAME.txt`, with a word or phrase a line, added to the list NAME."
    for name in sorted(LISTS):
        yield from ("", f"### `{name}`", "")
        yield from _columns(LISTS[name])
    yield from ("", "### A list of your own, which a rule names", "")
    yield from _columns(OWN)
    yield "Every other column that the rule's `where` asks for or its message prints is taken too."


def _columns(columns: Mapping[str, Column]) -> Iterator[str]:
    if not columns:
        yield "Words and nothing beside them."
        return
    rows = []
    for name, column in columns.items():
        values = "; ".join(f"`{value}`: {told}" if told else f"`{value}`" for value, told in column.values.items())
        needed = "yes" if column.required else ""
        rows.append((f"`{name}`", needed, column.told + (f" ({values})" if values else "")))
    yield from _table(("column", "needed", "what it says"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
