"""What came of holding a quotation against its sources."""

from __future__ import annotations

from hedgelint.finding import Related
from hedgelint.span import Span
from hedgelint.values import dataclass

VERDICTS = (
    "verbatim",
    "surface",
    "cut",
    "joined",
    "altered",
    "misattributed",
    "reordered",
    "missing",
    "figure",
    "copied",
    "disputed",
)
CHANGE_CATEGORIES = (
    "number",
    "name",
    "negation",
    "condition",
    "bound",
    "hedge",
    "content",
    "function",
    "aside",
    "mark",
)
EDITS = ("quotation", "speaker", "source", "hedge")
# A change of one of these turns the sense, however alike the two versions look.
GRAVE = frozenset(("number", "name", "negation", "condition", "bound", "hedge"))
# A house may leave these out: an aside between dashes; a figure that may be a footnote's mark.
SLIGHT = frozenset(("aside", "mark"))


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is replaced, dropped (in the source only) or added (in the story only).

    The spans are code points of the story's and the source's prose; the one on the empty side is empty.
    """

    kind: str
    story: str
    source: str
    story_span: Span
    source_span: Span
    category: str


@dataclass(frozen=True, slots=True)
class Drift:
    """A sentence of the story (`span`, in its prose) that is surer than the source's, or with `milder` less sure.

    `words` are those that the less sure of the two has and the other has not; `kind` is hedge, cause (two things that
    go together are cause and effect in the other), limit, condition or denial.
    """

    span: Span
    kind: str
    words: str
    place: Related
    milder: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit did to people's words; `kind` is one of EDITS, `span` in the story's prose as it is now.

    `before` and `after` are the words in question, `category` of a quotation's words is number, negation, content,
    function, form or bracket; `place` is in the version before.
    """

    kind: str
    span: Span
    before: str
    after: str
    category: str
    place: Related


@dataclass(frozen=True, slots=True)
class Verdict:
    """`quotation` is an index into the story's quotations, -1 for a `figure` (a number or a name in a paraphrase) and
    for what is `copied` (words of a source in the story's own voice). `disputed`: another source has a quotation
    otherwise;
    `span` is a span of the story's prose, without the marks.

    `path`, `source_span` and `place` say where the nearest words stand in a source; empty where the kind is missing.
    `speaker` is the source's label for whoever says them there. `words` counts the words of the quotation. `doubtful`
    where the verdict rests on what a machine took for a speaker.
    """

    quotation: int
    span: Span
    kind: str
    words: int
    changes: tuple[Change, ...] = ()
    path: str = ""
    source_span: Span | None = None
    place: Related | None = None
    speaker: str = ""
    doubtful: bool = False
