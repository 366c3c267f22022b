"""Findings that somebody has answered for: a comment line in the story, a sidecar file, an entry in the settings."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from hedgelint.config.active import UNUSED
from hedgelint.config.model import Entry, matches
from hedgelint.config.settings import Settings
from hedgelint.document.model import Document, Part
from hedgelint.errors import ConfigError, nearest
from hedgelint.finding import Finding, Place, Problem, Result, Suppression, problem_of
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass, replace

SIDECAR = ".hedgelint.toml"
_COMMENT = pattern_of(r"hedgelint:\s*(?P<what>\S*)\s*(?P<rules>.*?)\s*(?:(?:--|[–—])\s*(?P<reason>.*))?$", re.I | re.S)
# A comment of the file that means to speak to hedgelint, and words of the story that do.
_ADDRESSED = pattern_of(r"\s*hedge-?lint\b", re.I)
_ATTEMPT = pattern_of(
    r"\bhedge-?lint\s*:?\s*ignore(?:-file)?\b|\bhedge-?lint\s*:\s*(?:disable|off|on|skip|noqa)\b", re.I
)
_NOT_UNDERSTOOD = (
    "this comment is not understood; write “hedgelint: ignore RULE -- reason”, “ignore-file RULE”, or “off RULE” and, "
    "behind the passage, “on RULE”"
)
_NOT_ALONE = (
    "this is not obeyed: a waiver begins “hedgelint: ignore” and is a line of its own, in Markdown and HTML a comment"
)
_NOT_OFF = "nothing ends here: no “hedgelint: off {}” stands above"
_PATTERN = pattern_of(r"[*?\[]")
_STRETCH = 100_000  # code points
_SEPARATOR = pattern_of(r"[\s,]+")


@dataclass(frozen=True, slots=True)
class Waiver:
    """One suppression: `rules` are ids, categories or `all`; `reach` is the stretch of the source it holds for, None
    the whole file; `start`, `end` where it is written, None where that is in another file."""

    rules: tuple[str, ...]
    by: str
    reason: str = ""
    reach: Span | None = None
    line: int = 0
    text: str = ""
    start: Place | None = None
    end: Place | None = None
    file: str = ""
    at: int = 0
    general: bool = False

    def holds(self, finding: Finding, rule: str) -> bool:
        start, end = finding.start, finding.end
        return (
            rule in (finding.rule, finding.category, "all")
            and (self.reach is None or (self.reach.start <= start.offset < self.reach.end))
            and (not self.line or start.line <= self.line <= end.line)
            and self.text in finding.excerpt
        )


def with_waivers(document: Document, result: Result, settings: Settings, known: Collection[str]) -> Result:
    """The result with every finding that somebody has answered for marked so, and with a finding for each waiver that
    suppresses nothing; `known` are the names that a waiver may use. Findings are in the order of places, then rules."""
    given, problems = waivers(document, settings.suppress)
    if not given and not problems:
        return result
    given = [_of_today(waiver, settings) for waiver in given] if settings.renamed else given
    if settings.require_reason:
        problems += [_without_reason(document, waiver) for waiver in given if not waiver.reason.strip()]
        given = [waiver for waiver in given if waiver.reason.strip()]
    found = judged(document, result.findings, given, settings.active, known)
    ordered = sorted(found, key=lambda f: (f.start, f.end, f.rule))
    return replace(result, findings=tuple(ordered), problems=(*result.problems, *problems))


def _of_today(waiver: Waiver, settings: Settings) -> Waiver:
    """The waiver with the names that its rules have now."""
    return replace(waiver, rules=tuple(settings.renamed.get(name, name) for name in waiver.rules))


def waivers(document: Document, entries: Sequence[Entry]) -> tuple[list[Waiver], list[Problem]]:
    """Those of the text, of the settings, and of the sidecar file beside the story; one that cannot be read
    as a sidecar is a problem."""
    found, problems = _comments(document)
    for entry in entries:
        if not entry.path or _means(entry, document.path):
            found.append(_of_entry(entry, "configuration"))
    sidecar = document.path + SIDECAR
    if not document.path.startswith("<") and "#" not in document.path and os.path.isfile(sidecar):
        from pathlib import Path

        from hedgelint.config.read import read_entries

        try:
            found += [_of_entry(entry, "sidecar") for entry in read_entries(Path(sidecar))]
        except ConfigError as error:
            return [], [*problems, problem_of(error)]
    return found, problems


def _means(entry: Entry, path: str) -> bool:
    from pathlib import Path

    return matches(path, Path(entry.file).parent, entry.path)


def gone(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Waivers of the settings for one path that is no longer there."""
    for entry in entries:
        one = "/" in entry.path.rstrip("/") and not _PATTERN.search(entry.path)
        if one and not _is_there(os.path.join(os.path.dirname(entry.file), entry.path)):
            message = f"this waives {entry.rule} for “{entry.path}”, which is not there"
            yield Problem(message, entry.file, entry.at, 1)


def _is_there(path: str) -> bool:
    """By either way of writing its accents."""
    if path.isascii():
        return os.path.exists(path)
    import unicodedata

    return any(os.path.exists(unicodedata.normalize(form, path)) for form in ("NFC", "NFD"))


def _without_reason(document: Document, waiver: Waiver) -> Problem:
    message = f"not obeyed: here a waiver says why, and this one of {', '.join(waiver.rules)} does not"
    if waiver.start is not None:
        return Problem(
            f"{message}; write “-- reason” at its end", document.path, waiver.start.line, waiver.start.column
        )
    return Problem(f"{message}; write `reason`", waiver.file, waiver.at, 1)


def _of_entry(entry: Entry, by: str) -> Waiver:
    general = by == "configuration" and ("*" in entry.path or entry.path.endswith("/") or not entry.path)
    return Waiver(
        (entry.rule,), by, entry.reason, line=entry.line, text=entry.text, file=entry.file, at=entry.at, general=general
    )


def _comments(document: Document) -> tuple[list[Waiver], list[Problem]]:
    found: list[Waiver] = []
    problems: list[Problem] = []
    opened: list[Waiver] = []  # passages that begin above and have not ended yet
    for text, place, reach in sorted(written(document), key=lambda one: one[1]):
        start, end = (document.lines.place(offset) for offset in place)
        words = _COMMENT.match(text)
        what = words["what"].lower() if words else ""
        rules = tuple(name for name in _SEPARATOR.split(words["rules"]) if name) if words else ()
        reason = " ".join((words["reason"] or "").split()) if words else ""
        if what == "on":
            ended = [one for one in opened if not rules or one.rules[0] in rules]
            left = [name for name in rules if all(name not in one.rules for one in ended)] or [""] * (not ended)
            problems += [Problem(_NOT_OFF.format(name), document.path, start.line, start.column) for name in left]
            opened = [one for one in opened if one not in ended]
            found += [replace(one, reach=Span(one.reach.start, place.start)) for one in ended if one.reach]
        elif what not in ("ignore", "ignore-file", "off") or not rules:
            problems.append(Problem(_NOT_UNDERSTOOD, document.path, start.line, start.column))
        elif what == "off":
            passage = Span(place.end, len(document.source) + 1)
            opened += [Waiver((name,), "comment", reason, passage, start=start, end=end) for name in rules]
        else:
            stretch = reach if what == "ignore" else None
            found.append(Waiver(rules, "comment", reason, stretch, start=start, end=end, file=document.path))
    problems += [
        Problem(_NOT_ALONE, document.path, place.line, place.column)
        for place in (document.lines.place(document.map.offset(at)) for at in _within_prose(document))
    ]
    return [*found, *opened], problems


def written(document: Document) -> Iterator[tuple[str, Span, Span]]:
    """Each comment that speaks to hedgelint: its words, its place, and the stretch of the source that `ignore` holds
    for, which is the part it stands in, else the next one."""
    parts, back = document.parts, document.map.source
    after: Span | None = None
    own: list[tuple[Part, Span | None]] = []  # the comments, and what stands next behind each
    for part in reversed(parts):
        if part.kind == "comment":
            own.append((part, after))
        else:
            after = part.span
    for part, follows in reversed(own):
        end = document.map.offset(part.span.end)
        yield part.span.of(document.text), back(part.span), back(follows) if follows else Span(end, end)
    for comment in document.comments:
        if _ADDRESSED.match(comment.text):
            at = bisect_left(parts, comment.at, key=lambda part: part.span.end)
            nothing = Span(comment.span.end, comment.span.end)
            yield comment.text.strip(), comment.span, back(parts[at].span) if at < len(parts) else nothing


def _within_prose(document: Document) -> Iterator[int]:
    """Where the words of a waiver stand among the words of the story, and so are none."""
    if not _speaks_of("hedge", document.text):
        return
    for attempt in _ATTEMPT.finditer(document.text):
        part = document.parts[bisect_right(document.parts, attempt.start(), key=lambda p: p.span.start) - 1]
        if part.kind != "comment" and part.span.start <= attempt.start():
            yield attempt.start()


def _speaks_of(word: str, text: str) -> bool:
    """In small letters or capitals. By stretches: Python makes a text small in twelve bytes a letter."""
    return any(word in text[at : at + _STRETCH + len(word)].lower() for at in range(0, len(text), _STRETCH))


def judged(
    document: Document,
    findings: Sequence[Finding],
    given: Sequence[Waiver],
    active: Mapping[str, str],
    known: Collection[str],
) -> Iterator[Finding]:
    """The findings, those that a waiver holds for marked as suppressed; then, if that is asked for, one for each name
    that suppressed nothing. `active` are the rules that ran, each with how grave it is (one that did not run cannot be
    suppressed), `known` all there are."""
    used: set[tuple[int, str]] = set()
    meant = _Meant(given)
    for finding in findings:
        for number in meant.by(finding):
            waiver = given[number]
            name = next((rule for rule in waiver.rules if waiver.holds(finding, rule)), None)
            if name is not None:
                used.add((number, name))
                finding = replace(finding, suppressed=Suppression(waiver.by, waiver.reason))
                break
        yield finding
    severity = active.get(UNUSED)
    if severity is None:
        return
    for number, waiver in enumerate(given):
        for name in waiver.rules:
            if (number, name) not in used and not waiver.general and (name in active or name not in known):
                yield _unused(document, waiver, name, known, severity)


class _Meant:
    """Which of many waivers may hold for a finding, by their numbers in `given`: those for whole files that name it,
    and of the stretches that do and begin before it the one that reaches furthest, for if any holds, that one does."""

    def __init__(self, given: Sequence[Waiver]) -> None:
        self._general: dict[str, list[int]] = {}
        self._stretches: dict[str, list[tuple[int, int, int]]] = {}  # start, the furthest end so far, whose it is
        stretches: list[tuple[Span, int, str]] = []
        for number, waiver in enumerate(given):
            for name in waiver.rules:
                if waiver.reach is None:
                    self._general.setdefault(name, []).append(number)
                else:
                    stretches.append((waiver.reach, number, name))
        for (start, end), number, name in sorted(stretches):
            row = self._stretches.setdefault(name, [])
            _, furthest, holder = row[-1] if row else (start, -1, number)
            row.append((start, end, number) if end > furthest else (start, furthest, holder))

    def by(self, finding: Finding) -> list[int]:
        found: set[int] = set()
        for name in (finding.rule, finding.category, "all"):
            found.update(self._general.get(name, ()))
            row = self._stretches.get(name, [])
            at = bisect_right(row, finding.start.offset, key=lambda one: one[0])
            if at:
                found.add(row[at - 1][2])
        return sorted(found)


def _unused(document: Document, waiver: Waiver, name: str, known: Collection[str], severity: str) -> Finding:
    message = f"nothing to suppress here for {name}: take it out"
    if name not in known:
        hint = nearest(name, sorted(known))
        message = f"there is no rule “{name}” to suppress" + (f": {hint}" if hint else "")
    if waiver.start is None:
        message += f" ({waiver.file}:{waiver.at})"
    start = waiver.start or Place(1, 1, 0)
    end = waiver.end or start
    return Finding(
        rule=UNUSED,
        category="suppression",
        severity=severity,
        message=message,
        path=document.path,
        start=start,
        end=end,
        excerpt=document.source[start.offset : end.offset],
    )
