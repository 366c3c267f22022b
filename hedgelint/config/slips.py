"""What a TOML parser stumbles over, in the words of somebody who writes settings now and then."""

from __future__ import annotations

import itertools
import re

from hedgelint.patterns import pattern_of

_BARE = pattern_of(r"""^\s*(?P<key>"[^"]*"|[\w.-]+)\s*=\s*(?P<value>[^\s"'\[{#][^#]*?)\s*(?:#.*)?$""")
_PLAIN = pattern_of(r"(?:true|false|[+-]?\d[\d._-]*)\Z")
_LISTS = ("select", "extend-select", "ignore", "rules", "exclude", "extends", "sources", "names")
_SWITCHES = ("preview", "require-reason")
_OPEN = pattern_of(r"""^\s*(?:"[^"]*"|'[^']*'|[\w.-]+)\s*=\s*(\[|\{|\"{3}|'{3}|["'])""")
_TEXTS = pattern_of(r"""\"[^"]*\"|'[^']*'""")
_GAP = r"""(["'])\s+(["'])"""
_BOOLEANS = {"yes": "true", "on": "true", "no": "false", "off": "false", "True": "true", "False": "false"}


def opened_in(lines: list[str], problem: str, line: int) -> tuple[int, int] | None:
    """Line and column (from 1) of what a parser that gave up at `line` missed the end of: a list, a table in one line,
    a text of many lines."""
    ends = problem.startswith(("Unclosed", "Unterminated", 'Expected "\'"')) or "end of document" in problem
    for number in range(min(line - (not ends), len(lines)), 0, -1):
        if found := _OPEN.match(lines[number - 1]):
            if not _whole(lines[number - 1 :], found[1]):
                return number, found.start(1) + 1
            if not ends:
                return None
    return None


def _whole(lines: list[str], sign: str) -> bool:
    """Whether what `sign` opens in the first of the lines is closed, in it or before the next setting begins."""
    own = [lines[0], *itertools.takewhile(lambda line: not re.match(r"\s*(?:\[+[\w\"']|[\w.-]+\s*=)", line), lines[1:])]
    text = "\n".join(line if sign in ('"', "'") else line.partition(" #")[0] for line in own)
    if sign in "[{":
        bare = _TEXTS.sub("", text)
        return bare.count(sign) <= bare.count("]" if sign == "[" else "}")
    return text.count(sign) % 2 == 0


def slip_in(line: str, problem: str) -> tuple[str, str]:  # noqa: PLR0911
    """What is wrong with the line on which the parser gave up with `problem`, and what to write instead."""
    if curly := next((char for char in line if char in "“”‘’„"), ""):
        return f"{curly} is no quotation mark of TOML", 'write a straight mark: "'
    if re.match(r"\s*[\w-]+\s*:", line):
        key = line.partition(":")[0].strip()
        return "settings are written with =, not with a colon", f"write {key} = …"
    if (bare := _BARE.match(line)) and not _PLAIN.match(bare["value"]):
        key, value = bare["key"], bare["value"].rstrip(",")
        if value in _BOOLEANS and (key in _SWITCHES or value != "off"):
            return f"“{value}” is no value of TOML", f"write {key} = {_BOOLEANS[value]}"
        if key in _LISTS:
            names = ", ".join(f'"{name}"' for name in re.findall(r"[^\s,()\"']+", value))
            return "names stand in quotation marks and square brackets", f"write {key} = [{names}]"
        return "a text stands in quotation marks", f'write {key} = "{value}"'
    if problem.startswith("Unclosed") and (opened := _OPEN.match(line)):
        return _unclosed(line, opened[1])
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


def _unclosed(line: str, sign: str) -> tuple[str, str]:
    if re.search(r"[\"']\s+[\"']", line):
        whole = re.sub(_GAP, r"\1, \2", line.strip())
        return "between two names stands a comma", f"write {whole}"
    if sign not in "[{":
        return f"a text is opened with {sign} and not closed", f"write {sign} at its end"
    what, end = ("a list", "]") if sign == "[" else ("a table in one line", "}")
    whole = line.partition(" #")[0].rstrip().rstrip(",")
    hint = f"write {whole.strip()}{end}" if _TEXTS.search(whole) else f"write {end} behind its last name"
    return f"{what} is opened with {sign} and not closed", hint


def _told(line: str, problem: str) -> tuple[str, str]:
    """The parser's own words, where there are better ones."""
    name = line.partition("=")[0].strip().strip("[]")
    if problem.startswith("Cannot overwrite") and "=" in line:
        return f"“{name}” is given twice", "put both in one place"
    if problem.startswith("Cannot declare"):
        return f"the table [{name}] is there twice", "put its lines under one of them"
    if problem.startswith("Expected '=' after a key"):
        return "a name without a value", "write name = value; a name has no blank in it"
    if problem.startswith("Expected newline") and re.match(r"\s*\[", line):
        return "the brackets of a table do not match", f"write [{name}], or [[{name}]] for one of many"
    if problem.startswith("Expected newline") and line.rstrip().endswith("]]"):
        return "a list ends with one ]", "take the other out"
    if problem.startswith("Expected newline"):
        return "a line holds one setting", "begin a new line for the next one"
    if problem.startswith(("Invalid value", "Invalid initial character", "Invalid statement")):
        return "this is no setting", "write name = value, a text in quotation marks, a list in square brackets"
    return problem[:1].lower() + problem[1:], ""
