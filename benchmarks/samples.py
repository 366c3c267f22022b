"""One story in many formats: what each reader makes of it, as a table.

    python benchmarks/samples.py FOLDER ["Experts say"]

FOLDER holds the story in a file of each format and parts.json, a list of {"kind", "text"}: the parts in reading order.
For every file: how many of these parts are read as they are, which are not there or are there as another kind, what is
read besides; and for the words, which a rule finds once, the place of the finding and what stands there in the file.
A format need not hold every part; words found never or twice, or a place that does not say them, are faults (exit 1).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path

from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.document.model import Document
from hedgelint.document.reader import read_documents
from hedgelint.errors import InputError
from hedgelint.report.text import place_of

Part = tuple[str, str]
_HEADER = ("file", "format", "parts", "not there", "besides", "place", "in the file")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("words", nargs="?", default="Experts say")
    given = parser.parse_args()
    lines, faults = table(given.folder, given.words)
    print("\n".join(lines))
    return 1 if faults else 0


def table(folder: Path, words: str) -> tuple[list[str], int]:
    """Its lines, and how many of the files have a fault."""
    oracle = [(part["kind"], part["text"]) for part in json.loads((folder / "parts.json").read_text("utf-8"))]
    desk = Desk(Configs(none=True), Layer(select=("vague-source",)))
    lines = ["| " + " | ".join(_HEADER) + " |", "|" + " --- |" * len(_HEADER)]
    faults = 0
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != "parts.json" and path.suffix != ".py" and path.stem != "README":
            row, fault = _row(path, oracle, desk, words)
            faults += fault
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in (path.name, *row)) + " |")
    return lines, faults


def _row(path: Path, oracle: list[Part], desk: Desk, words: str) -> tuple[list[str], bool]:
    documents = list(read_documents(str(path)))
    refused = next((one for one in documents if isinstance(one, InputError)), None)
    if refused is not None:
        return [f"refused: {refused.message}"] + [""] * (len(_HEADER) - 2), False
    read = [one for one in documents if isinstance(one, Document)]
    parts = [(part.kind, part.span.of(one.text)) for one in read for part in one.parts]
    missing, besides = _differences(oracle, parts)
    findings = [finding for result in desk.lint(str(path)) for finding in result.findings]
    told = [finding for finding in findings if _decodes_to(finding.excerpt, words)]
    place = place_of(told[0]).removeprefix(str(path)).lstrip(":# ") if told else f"{len(findings)} findings"
    cells = [read[0].format, f"{len(oracle) - len(missing)} of {len(oracle)}", _kinds(missing), _kinds(besides), place]
    return [*cells, f"`{told[0].excerpt}`" if told else ""], len(findings) != 1 or len(told) != 1


def _differences(oracle: list[Part], parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """What is not there in this order, and what is there besides."""
    missing, besides = list(oracle), list(parts)
    for block in SequenceMatcher(None, oracle, parts, autojunk=False).get_matching_blocks():
        for part in oracle[block.a : block.a + block.size]:
            missing.remove(part)
            besides.remove(part)
    return missing, besides


def _kinds(parts: list[Part]) -> str:
    return ", ".join(kind if len(text.split()) > 6 else f"{kind} ({text})" for kind, text in parts)


def _decodes_to(found: str, words: str) -> bool:
    return any(spelling == words for spelling in _spellings(found))


def _spellings(found: str) -> Iterator[str]:
    """What a stretch of a file may say: as it is, as a string of JSON, with its references of HTML."""
    for text in (found, *([json.loads(f'"{found}"')] if "\\" in found else [])):
        yield " ".join(text.split())
        yield " ".join(unescape(text).split())


if __name__ == "__main__":
    sys.exit(main())
