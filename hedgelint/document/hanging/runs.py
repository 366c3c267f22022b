"""Runs of words cut where a comment begins or ends: what is before and behind the cut looks as it did."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hedgelint.document.hanging.package import XmlPart
from hedgelint.document.xml_tree import Element
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

_TAG_END = pattern_of(r"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
_BLANK = (" ", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class _Text:
    """A w:t of a run that can be cut; `first` and `last` of all in its run."""

    element: Element
    run: Element
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A place of the XML where marks may stand once `before` and `behind` stand around them."""

    at: int
    before: str = ""
    behind: str = ""
    text: Element | None = None


@dataclass(slots=True)
class Runs:
    """The runs of the main part; places are code points of its XML, of words that are read."""

    part: XmlPart
    _texts: list[_Text] = field(default_factory=list)
    _runs: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        for run in self.part.root.below("r"):
            self._runs.append(run)
            self._texts += _texts_of(run)

    def before(self, at: int) -> Cut:
        """The cut before the letter that begins at `at`."""
        text = self._text(at)
        if text is None:
            return Cut(self._run(at).start)
        if at <= _first(text.element) or not _divisible(text.element):
            return Cut(text.run.start) if text.first else self._between(text.element.start, text.run)
        return self._within(at, text)

    def behind(self, at: int) -> Cut:
        """The cut behind the letter that ends at `at`."""
        text = self._text(at - 1)
        if text is None:
            return Cut(self._run(at - 1).end)
        if at >= _last(text.element) or not _divisible(text.element):
            return Cut(text.run.end) if text.last else self._between(text.element.end, text.run)
        return self._within(at, text)

    def _text(self, at: int) -> _Text | None:
        n = bisect_right(self._texts, at, key=lambda text: text.element.start) - 1
        return self._texts[n] if n >= 0 and at < self._texts[n].element.end else None

    def _run(self, at: int) -> Element:
        return self._runs[max(0, bisect_right(self._runs, at, key=lambda run: run.start) - 1)]

    def _between(self, at: int, run: Element) -> Cut:
        return Cut(at, f"</{run.tag}>", self._opened(run))

    def _within(self, at: int, text: _Text) -> Cut:
        tag = text.element.tag
        behind = f'{self._opened(text.run)}<{tag} xml:space="preserve">'
        return Cut(at, f"</{tag}></{text.run.tag}>", behind, text.element)

    def _opened(self, run: Element) -> str:
        """The start of a run that looks like this one."""
        source = self.part.source
        looks = next(run.elements(), None)
        told = source[looks.start : looks.end] if looks is not None and looks.name == "rPr" else ""
        return source[run.start : self._tag_end(run)] + told

    def _tag_end(self, element: Element) -> int:
        opened = _TAG_END.match(self.part.source, element.start)
        return opened.end() if opened else element.start

    def put(self, cuts: Sequence[tuple[Cut, str]]) -> None:
        """Marks at their cuts; of several at one place in the order given."""
        here: dict[int, tuple[Cut, list[str]]] = {}
        for cut, mark in cuts:
            here.setdefault(cut.at, (cut, []))[1].append(mark)
        kept: set[int] = set()
        for at, (cut, marks) in here.items():
            self.part.insert(at, cut.before + "".join(marks) + cut.behind)
            if cut.text is not None and "xml:space" not in cut.text.attributes and cut.text.start not in kept:
                kept.add(cut.text.start)  # its blanks are no longer at its ends only
                self.part.insert(self._tag_end(cut.text) - 1, ' xml:space="preserve"')


def _texts_of(run: Element) -> Iterator[_Text]:
    inside = [child for child in run.elements() if child.name != "rPr"]
    for n, child in enumerate(inside):
        if child.name == "t" and child.children:
            yield _Text(child, run, n == 0, n == len(inside) - 1)


def _first(text: Element) -> int:
    return next(text.texts())[1]


def _last(text: Element) -> int:
    return max(end for _, _, end in text.texts())


def _divisible(text: Element) -> bool:
    """Whether the words mean the same when blanks at the ends of each half are kept."""
    space = text.attributes.get("xml:space")
    words = text.words
    return space == "preserve" or (space is None and not words.startswith(_BLANK) and not words.endswith(_BLANK))
