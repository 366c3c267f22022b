"""What a TOML parser stumbles over, in the words of somebody who writes settings now and then."""

from __future__ import annotations

import re

from hedgelint.patterns import pattern_of

_BARE = pattern_of(r"""^\s*(?P<key>"[^"]*"|[\w.-]+)\s*=\s*(?P<value>[^\s"'\[{#][^#]*?)\s*(?:#.*)?$""")
_PLAIN = pattern_of(r"(?:true|false|[+-]?\d[\d._-]*)\Z")
_LISTS = ("select", "extend-select", "ignore", "rules", "exclude", "extends", "sources")
_BOOLEANS = {"yes": "true", "on": "true", "no": "false", "off": "false", "True": "true", "False": "false"}


def slip_in(line: str, problem: str) -> tuple[str, str]:  # noqa: PLR0911
    """What is wrong with the line on which the parser gave up with `problem`, and what to write instead."""
    if curly := next((char for char in line if char in "“”‘’„"), ""):
        return f"{curly} is no quotation mark of TOML", 'write a straight mark: "'
    if re.match(r"\s*[\w-]+\s*:", line):
        key = line.partition(":")[0].strip()
        return "settings are written with =, not with a colon", f"write {key} = …"
    if (bare := _BARE.match(line)) and not _PLAIN.match(bare["value"]):
        key, value = bare["key"], bare["value"].rstrip(",")
        if value in _BOOLEANS:
            return f"“{value}” is no value of TOML", f"write {key} = {_BOOLEANS[value]}"
        if key in _LISTS:
            names = ", ".join(f'"{name}"' for name in re.split(r"[\s,]+", value))
            return "names stand in quotation marks and square brackets", f"write {key} = [{names}]"
        return "a text stands in quotation marks", f'write {key} = "{value}"'
    if re.search(r"\[\s*[\w-]+\s*[,\]]", line) and "=" in line:
        listed = ", ".join(f'"{name}"' for name in re.findall(r"[\w./*-]+", line.partition("=")[2]))
        return "names stand in quotation marks", f"write {line.partition('=')[0].strip()} = [{listed}]"
    if re.match(r"\s*\[(?!\[)[^\"\]]*[/*][^\"\]]*\]", line):
        table = line.strip().strip("[]")
        head, _, path = table.partition(".")
        return "a path in the name of a table stands in quotation marks", f'write [{head}."{path}"]'
    if re.search(r'"[^"]*\\[^"]*"', line):
        return "a backslash in a text between double marks means something else", "put single marks round it: '…'"
    if line.count('"') % 2:
        return "a quotation mark is opened and not closed", "close it with the same mark"
    if line.count("[") > line.count("]"):
        return "a bracket is opened and not closed", "write ] at its end"
    return _told(line, problem)


def _told(line: str, problem: str) -> tuple[str, str]:
    """The parser's own words, where there are better ones."""
    name = line.partition("=")[0].strip().strip("[]")
    if problem.startswith("Cannot overwrite") and "=" in line:
        return f"“{name}” is given twice", "put both in one place"
    if problem.startswith("Cannot declare"):
        return f"the table [{name}] is there twice", "put its lines under one of them"
    if problem.startswith("Expected '=' after a key"):
        return "a name without a value", "write name = value"
    if problem.startswith("Expected newline"):
        return "a line holds one setting", "begin a new line for the next one"
    if problem.startswith(("Invalid value", "Invalid initial character", "Invalid statement")):
        return "this is no setting", "write name = value, a text in quotation marks, a list in square brackets"
    return problem[:1].lower() + problem[1:], ""
