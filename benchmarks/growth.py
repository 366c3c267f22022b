"""How the time of a run grows with what it is given: 1 is in proportion, 2 with the square.

    python benchmarks/growth.py                     # every shape
    python benchmarks/growth.py --size 80000 NAME…  # some of them, from twice the size

Each shape is made at a size and at four times it, and linted with every rule, whatever language it seems to be in (the
sources, rules, settings and mending of the other shapes are timed by themselves). The exponent is that of the
processor's time, the lesser of two runs each; where it is above 1.15 the sizes are made larger once, so that what is
the same at every size tells less.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path
from time import process_time
from unittest.mock import patch

from hedgelint.config.active import active_rules
from hedgelint.config.find import Configs
from hedgelint.config.model import Entry, Layer
from hedgelint.config.read import read_config
from hedgelint.desk import linter
from hedgelint.desk.desk import Desk
from hedgelint.desk.fix import mend
from hedgelint.document.reader import reread
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.compile import compile_rules
from hedgelint.rulebook.locate import shipped_rules
from hedgelint.sources.fidelity import Comparer
from hedgelint.sources.index import SourceIndex, build_index
from hedgelint.sources.readers import SourceReader

DESK = Desk(Configs(none=True), Layer(select=("all",)))
BOOK = DESK.rulebook(Configs(none=True).for_file("<text>"))
COMPARER = Comparer.of(BOOK.lexicons, "news")
SOURCES = SourceReader.of(BOOK.lexicons)
_ENGLISH = "The council said it had met on the day that it was to have been, and that this was all.\n\n" * 4
_FIRST = ["Jo", "Ann", "Owen", "Mary", "Ida", "Lena", "Carl", "Otto", "Nils", "Vera", "Paul", "Rosa"]
_LAST = ["Hale", "Pratt", "Abara", "Quill", "Raman", "Norsund", "Vellin", "Brannock", "Karvia", "Ostrava"]


def names(n: int) -> list[str]:
    return [f"{_FIRST[i % 12]} {_LAST[i % 10]}{chr(97 + i // 120 % 26)}{chr(97 + i // 3120 % 26)}" for i in range(n)]


def noise(n: int, letters: str, seed: int = 1) -> str:
    return "".join(random.Random(seed).choices(letters, k=n))


# By name, a piece that is repeated until the text has its size.
REPEATED = {
    "quotations": "“It leaks,” Jo Hale said on Monday. ",
    "quotations, a paragraph each": "“It leaks,” Jo Hale said on Monday.\n\n",
    "unclosed quotations": "“It leaks, Jo Hale said on Monday.\n\n",
    "running quotations": "“It has leaked for years and nobody came.\n\n",
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "straight marks with words": '"a leak" and "',
    "single marks": "‘a leak’ and ",
    "apostrophes": "the Hales’ dogs’ bones ",
    "inch marks": "6'2\" and 5'11\" ",
    "nested marks": "“he said ‘it is “so” now’ then” ",
    "backtick marks": "``a leak'' ",
    "guillemets": "«a leak» ",
    "reversed marks": "”a leak“ ",
    "marks and blanks": "“ ” ",
    "one name": "Jo Hale met Jo Hale. ",
    "a name's title": "Mr. Hale met Dr. Hale. ",
    "pronouns": "She said he told her that they saw him. ",
    "attributions": "Jo Hale said the bridge was shut. ",
    "attributions in one sentence": "Jo Hale said that ",
    "according to": "The bridge, according to Jo Hale, is shut. ",
    "unnamed sources": "Experts say the bridge is unsafe. ",
    "officials who spoke": "An official who spoke on condition of anonymity said so. ",
    "believed": "It is believed to be unsafe. ",
    "commas": "shut, ",
    "semicolons": "it is shut; ",
    "brackets": "(shut) ",
    "brackets open": "(",
    "square brackets": "[shut] ",
    "dashes": "shut — and — ",
    "hyphens": "so-called-",
    "ellipses": "… ",
    "dots": ". ",
    "stops without a blank": "shut.open.",
    "question marks": "Is it shut? ",
    "exclamations": "Shut! ",
    "initials": "J. ",
    "initials and names": "J. J. Hale met A. B. Quill. ",
    "abbreviations": "the U.S. and the U.K. at 9 a.m. ",
    "repeated words": "shut ",
    "repeated phrases": "the bridge is shut and ",
    "hedges": "it may possibly perhaps be likely ",
    "hedged sentences": "It may possibly be so. ",
    "loaded words": "The notorious scheme was slammed. ",
    "figures": "40 per cent of 1,200 and $3m. ",
    "digits": "1",
    "claims": "The closure caused a fall in trade of 40 per cent. ",
    "accusations": "The council lied, cheated and stole. ",
    "one word": "a",
    "capitals": "THE BRIDGE IS SHUT. ",
    "transcript": "HALE: The bridge may fall.\n\n",
    "questions and answers": "Q: Will it fall?\n\nA: It may, they say.\n\n",
    "lists": "- a bridge that may fall\n",
    "numbered lists": "1. a bridge that may fall\n",
    "short lines": "shut\n",
    "blank lines": "\n",
    "blanks": " ",
    "tabs": "a\tb\t",
    "lone carriage returns": "The bridge is shut.\r",
    "both line ends": "The bridge is shut.\r\n",
    "tags": "<b>shut</b> ",
    "addresses of pages": "https://www.example.org/a/b?c=d ",
    "addresses of mail": "jo@example.org ",
    "accounts": "@hale #bridge ",
    "waivers in a row": "hedgelint: ignore vague-source -- asked\n\n",
    "waivers before paragraphs": "hedgelint: ignore vague-source -- asked\n\nExperts say so.\n\n",
    "combining marks": "e\u0301",
    "wide letters": "東京",
    "appositions": "Jo Hale, the mayor, a baker, ",
    "who-clauses": "the man who saw the man who ",
}  # fmt: skip


def distinct_names(size: int) -> str:
    return " ".join(f"{name} said so." for name in names(size // 18))


def distinct_words(size: int) -> str:
    return " ".join(noise(6, "abcdefghijklmnopqrstuvwxyz", i) for i in range(size // 7)) + "."


def random_marks(size: int) -> str:
    return noise(size, "“”‘’\"' .,aA\n")


def deep_brackets(size: int) -> str:
    return "(" * (size // 2) + ")" * (size // 2)


def one_long_sentence(size: int) -> str:
    return "The " + "old bridge that was built by the council of the town and " * (size // 58) + "it fell."


def titled_names(size: int) -> str:
    return " ".join(f"Mr {name.split()[1]} said so." for name in names(size // 24))


def unknown_waivers(size: int) -> str:
    return "".join(f"hedgelint: ignore no-such-rule-{i} -- asked\n\nIt fell.\n\n" for i in range(size // 56))


MADE: dict[str, Callable[[int], str]] = {
    "distinct names with a title": titled_names,
    "waivers of unknown rules": unknown_waivers,
    "distinct names": distinct_names,
    "distinct words": distinct_words,
    "marks at random": random_marks,
    "brackets in one another": deep_brackets,
    "one long sentence": one_long_sentence,
}


def story(text: str) -> Callable[[], object]:
    document = read_plain("<text>", _ENGLISH + text)

    def linted() -> object:
        with patch.object(linter, "is_english", lambda *_: True):
            return DESK.lint_document(document)

    return linted


def reading(text: str) -> Callable[[], object]:
    return lambda: read_plain("<text>", text)


def index_of(path: str, text: str) -> SourceIndex:
    return build_index(SOURCES.of_document(read_plain(path, text)), COMPARER.normaliser)


def indexed(text: str, path: str = "a.txt") -> Callable[[], object]:
    return lambda: index_of(path, text)


def compared(text: str, *sources: str) -> Callable[[], object]:
    seen = DESK.annotated(read_plain("<text>", text))
    indices = [index_of(f"{i}.txt", source) for i, source in enumerate(sources)]
    return lambda: COMPARER.compare(seen, indices)


def long_quotation(words: list[str]) -> Callable[[], object]:
    """One word is not in the source."""
    return one_quotation([*words[: len(words) // 2], "elsewhere", *words[len(words) // 2 :]], words)


def one_quotation(said: list[str], source: list[str]) -> Callable[[], object]:
    return compared(f"“{' '.join(said)},” Jo Hale said.", " ".join(source) + ".")


def chant(n: int) -> list[str]:
    return (["the", "old", "bridge", "leaks"] * n)[:n]


def every(step: int, words: list[str], other: Callable[[str], str]) -> list[str]:
    return [word if number % step else other(word) for number, word in enumerate(words)]


def prose(n: int, seed: int) -> list[str]:
    vocabulary = [noise(5, "abcdefghijklmnopqrstuvwxyz", i) for i in range(2_000)]
    return random.Random(seed).choices(vocabulary, k=n)


def quotations(n: int, seed: int = 5) -> str:
    words = prose(n * 8, seed)
    return "\n\n".join(f"“{' '.join(words[i * 8 : i * 8 + 8])},” Jo Hale said." for i in range(n))


def many_sources(n: int) -> Callable[[], object]:
    return compared(quotations(n // 10), *(" ".join(prose(100, i)) + "." for i in range(n)))


RULE = """id: {id}
title: x
kind: phrase
severity: warning
phrases: [{phrases}]
message: "“{{match}}”"
why: x
examples: {{bad: ["a [[{first}]]."], good: ["b.", "“{first}”"]}}
"""


def rule(name: str, phrases: list[str]) -> tuple[str, bytes]:
    return f"{name}.yaml", RULE.format(id=name, phrases=", ".join(phrases), first=phrases[0]).encode()


def compiled(files: list[tuple[str, bytes]]) -> Callable[[], object]:
    lists = [(str(path), path.read_bytes()) for path in sorted(shipped_rules().rglob("*.yaml"))]
    return lambda: compile_rules([*lists, *files])


def settings(text: str) -> Callable[[], object]:
    path = Path(tempfile.mkdtemp(prefix="hedgelint-growth-")) / "hedgelint.toml"
    path.write_text(text, encoding="utf-8")
    return lambda: read_config(path)


def waived(n: int) -> Callable[[], object]:
    from hedgelint.config.settings import Settings
    from hedgelint.desk.suppress import with_waivers

    document = read_plain("a.txt", "Experts say it is unsafe.\n\n" * n)
    result = DESK.lint_document(document)
    entries = tuple(Entry("vague-source", "x", "", line, file="hedgelint.toml") for line in range(1, 2 * n, 2))
    held = Settings(active_rules(BOOK.rules, (), {}), suppress=entries)
    return lambda: with_waivers(document, result, held, frozenset(("vague-source",)))


def fixed(piece: str) -> Callable[[int], Callable[[], object]]:
    def shape(n: int) -> Callable[[], object]:
        document = read_plain("<text>", piece * n)
        result = DESK.lint_document(document)
        return lambda: mend(result, lambda text: DESK.lint_document(reread(document, text)))

    return shape


# By name, the least number of what is repeated, and what is timed for a number.
OTHERS: dict[str, tuple[int, Callable[[int], Callable[[], object]]]] = {
    "a long quotation of repeated words": (2_000, lambda n: long_quotation(chant(n))),
    "a long quotation that stands there twice": (2_000, lambda n: one_quotation(chant(n), chant(2 * n))),
    "a long quotation, every third word another": (
        2_000, lambda n: one_quotation(every(3, prose(n, 3), lambda word: f"{word}x"), prose(n, 3))
    ),
    "a chant, every third word another": (
        2_000, lambda n: one_quotation(every(3, chant(n), lambda word: f"{word}x"), chant(n))
    ),
    "a long quotation of many ellipses": (400, lambda n: one_quotation(every(6, chant(n), lambda _: "…"), chant(n))),
    "a long quotation of many brackets": (
        2_000, lambda n: one_quotation(every(6, prose(n, 3), lambda _: "[so]"), prose(n, 3))
    ),
    "a long quotation, the source full of fillers": (
        2_000, lambda n: one_quotation(prose(n, 3), every(1, prose(n, 3), lambda word: f"{word} uh, you know,"))
    ),
    "a long quotation with more behind it": (
        2_000, lambda n: one_quotation(prose(n, 3) + prose(n, 4), prose(n, 3))
    ),
    "a long quotation of random words": (400, lambda n: long_quotation(prose(n, 3))),
    "quotations against one source": (100, lambda n: compared(quotations(n), " ".join(prose(4_000, 9)))),
    "quotations that the source has": (100, lambda n: compared(quotations(n), quotations(n))),
    "sources, one quotation": (50, lambda n: compared(quotations(1), *(" ".join(prose(100, i)) for i in range(n)))),
    "sources and quotations": (100, many_sources),
    "a long source": (20_000, lambda n: indexed(" ".join(prose(n, 4)))),
    "a long source of one word": (20_000, lambda n: indexed("leak " * n)),
    "a transcript": (1_000, lambda n: indexed("JO HALE: It leaks.\n\nOWEN PRATT: No.\n\n" * n)),
    "captions": (
        500,
        lambda n: indexed("WEBVTT\n\n" + "00:01.000 --> 00:02.000\n<v Jo>It leaks\n\n" * n, "a.vtt"),
    ),
    "rules": (200, lambda n: compiled([rule(f"r{i}", [f"word{i}"]) for i in range(n)])),
    "phrases of a rule": (2_000, lambda n: compiled([rule("r", [f"word{i} of" for i in range(n)])])),
    "entries of a word list": (
        2_000,
        lambda n: compiled([("m.yaml", ("lexicon: m\nentries:\n" + "".join(f"- w{i}\n" for i in range(n))).encode())]),
    ),
    "words of a plain list": (
        2_000,
        lambda n: compiled([("x/confidence.txt", "\n".join(f"quay{i}ly" for i in range(n)).encode())]),
    ),
    "names of ignored rules": (500, lambda n: settings(f"ignore = [{', '.join(repr(f'r{i}') for i in range(n))}]")),
    "severities": (500, lambda n: settings("[severity]\n" + "".join(f'r{i} = "off"\n' for i in range(n)))),
    "tables for paths": (
        500, lambda n: settings("".join(f"[per-path.'p{i}']\nignore = ['r{i}']\n" for i in range(n)))
    ),
    "entries of waivers": (500, lambda n: settings("[[suppress]]\nrule = 'x'\nreason = 'y'\n" * n)),
    "waivers of one rule, each of a line": (25, waived),
    "carriage returns alone": (10_000, lambda n: reading("It is shut.\r" * n)),
    "a carriage return, then line feeds": (10_000, lambda n: reading("It is shut.\r" + "It is shut.\n" * n)),
    "a line feed, then carriage returns": (10_000, lambda n: reading("It is shut.\n" + "It is shut.\r" * n)),
    "marks mended": (6, fixed("“It leaks,“ Jo Hale said.\n\n")),
    "marks that cannot be mended": (6, fixed("“It leaks, Jo Hale said.\n\n")),
    "a mark of four rules": (6, fixed("“ It leaks,“ Jo Hale said of the ‘90s.\n\n")),
}  # fmt: skip


def shapes() -> dict[str, tuple[int, Callable[[int], Callable[[], object]]]]:
    found: dict[str, tuple[int, Callable[[int], Callable[[], object]]]] = {}
    for name, piece in REPEATED.items():
        found[name] = (0, lambda size, piece=piece: story(piece * (size // len(piece))))
    for name, made in MADE.items():
        found[name] = (0, lambda size, made=made: story(made(size)))
    return found | OTHERS


def seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(2):
        begun = process_time()
        work()
        best = min(best, process_time() - begun)
    return best


def grown(least: int, shape: Callable[[int], Callable[[], object]]) -> tuple[float, float, float]:
    """Seconds at `least` and at four times it, and the exponent."""
    few, many = seconds(shape(least)), seconds(shape(4 * least))
    return few, many, log(max(many, 1e-6) / max(few, 1e-6)) / log(4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--size", type=int, default=20_000, help="code points of the smaller story [20000]")
    asked = parser.parse_args()
    story(_ENGLISH)()  # what is made once
    found = shapes()
    above = 0
    for name in asked.names or found:
        least, shape = found[name]
        least = least or asked.size
        few, many, exponent = grown(least, shape)
        if exponent > 1.15:
            least *= 4
            few, many, exponent = grown(least, shape)
        above += exponent > 1.15
        print(f"{name:40} {least:8} {few:7.3f} s {many:7.3f} s {exponent:6.2f}", flush=True)
    print(f"{len(asked.names or found)} shapes, {above} above 1.15")


if __name__ == "__main__":
    main()
