"""The examples of a rule or a word list: sentences in which [[…]] marks what must be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.errors import RuleError, one_of
from hedgelint.rulebook.nodes import Key, Yaml


def example_mistakes(file: Yaml) -> Iterator[RuleError]:
    """Of the `examples` of a rule or a word list: their keys, their texts, their marks."""
    examples = file.data.get("examples")
    if not isinstance(examples, dict):
        return
    for name, sentences in examples.items():
        at: Key = ("examples", name)
        if name not in ("bad", "good", "missed"):
            yield file.error(at, f"unknown key “{name}”", one_of(name, ("bad", "good", "missed")))
        elif not isinstance(sentences, list):
            yield file.error(
                at, f"`{name}` is a list of sentences", "- and a blank before each, quotation marks round it"
            )
        else:
            for i, sentence in enumerate(sentences):
                if isinstance(sentence, str):
                    yield from _marks(file, (*at, i), name, sentence)
                else:
                    hint = "put quotation marks round it; a colon or [ in a text means something to YAML"
                    yield file.error((*at, i), "this example is no text", hint)


def _marks(file: Yaml, at: Key, name: str, sentence: str) -> Iterator[RuleError]:
    opened = 0
    for mark in re.findall(r"\[\[|\]\]", sentence):
        opened += 1 if mark == "[[" else -1
        if opened not in (0, 1):
            break
    if opened:
        wrong = "a [[ is not closed with ]]" if opened > 0 else "a ]] closes what no [[ has opened"
        yield file.error(at, f"in this example {wrong}", "[[ and ]] stand round the words that the rule must find")
    elif (name == "bad") != ("[[" in sentence):
        wrong = "marks no place with [[…]]" if name == "bad" else "has marks"
        hint = "put [[ and ]] round what must be found" if name == "bad" else "take them out, or move it to bad:"
        yield file.error(at, f"a {name} example {wrong}", hint)
