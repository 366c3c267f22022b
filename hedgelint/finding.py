"""What a rule saw, at a place in the file."""

from __future__ import annotations

from hedgelint.errors import HedgelintError
from hedgelint.values import dataclass

SEVERITIES = ("info", "suggestion", "warning", "error")
# The end of notes that are about a source: a run tells each of them once.
OF_A_SOURCE = ": nobody is named in it: who said what was not looked at"
CATEGORIES = ("attribution", "quotation", "confidence", "wording", "headline")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """`line` and `column` from 1 (columns in code points); `offset` from 0, in code points of the decoded file.

    In a file that has no lines (Word's) they are the paragraph and the character in it.
    """

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: where the quotation should have closed, what the body says."""

    message: str
    path: str
    start: Place
    end: Place
    excerpt: str
    at: str = ""
    places: str = "line"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count. `by`: comment, sidecar, configuration, baseline."""

    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to stand in the place of what is between `start` and `end`; they are the same place for an insertion."""

    start: Place
    end: Place
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """`edits` mend it, where there is one right answer; all of them or none. Findings of one rule with the same `same`
    are one fault at several places; empty where each stands for itself. `fix` says of the edits whether they are `safe`
    or `unsafe` (a person should read them); empty where there are none.

    `places` is what places count: `line`, or `paragraph` in a file that has no lines. `at` says more of the place where
    they are not enough to find it: a JSON pointer, the first words of a paragraph.
    """

    rule: str
    category: str
    severity: str
    message: str
    path: str
    start: Place
    end: Place
    excerpt: str
    related: tuple[Related, ...] = ()
    reasons: tuple[str, ...] = ()
    url: str = ""
    suppressed: Suppression | None = None
    edits: tuple[Edit, ...] = ()
    fix: str = ""
    same: str = ""
    at: str = ""
    places: str = "line"


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in input, rules or configuration met on the way; the run goes on and exits 2."""

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One file linted. Findings are in order of place, then rule. `notes` tell what was assumed (an encoding);
    `headless`: rules for headlines were asked for and no headline was seen; `sources` are the paths, as they were
    given, that it was held against beside those in `STORY.sources`."""

    path: str
    source: str
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    headless: bool = False
    sources: tuple[str, ...] = ()


def problem_of(error: HedgelintError) -> Problem:
    message = f"{error.message} ({error.hint})" if error.hint else error.message
    return Problem(message, error.path, error.line, error.column)
