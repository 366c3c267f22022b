"""Comments in a copy of a Word file, each on exactly its words; and a copy without them.

ECMA-376, Part 1, 17.13.4: a comment is an entry of the comments part, two marks around its words, and a reference.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from xml.sax.saxutils import escape

from hedgelint.document.hanging.package import AUTHOR, INITIALS, WordFile, XmlPart
from hedgelint.document.hanging.runs import Runs
from hedgelint.document.readers import File
from hedgelint.document.readers.docx import Places, places, read
from hedgelint.document.xml_tree import Element
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.span import Span
from hedgelint.values import dataclass

# What XML 1.0 does not allow, and what would turn the line round.
_UNWRITTEN = pattern_of(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufffe\\uffff]"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """`span` in `Document.source`; lines of `words` become paragraphs. `at` says where the words stand, for words on
    which Word hangs no comment: those of footnotes and text boxes."""

    span: Span
    words: str
    at: str = ""


def hung(path: str, content: bytes, remarks: Sequence[Remark]) -> tuple[bytes, tuple[str, ...]]:
    """The file with the remarks as comments, and notes for people; those that cannot stand on their words stand on the
    first of the story.

    Raises InputError where there are comments of ours already, and where the copy would not read as the file does.
    """
    where = places(File(path, content))
    file = WordFile(path, content, where.main)
    comments = file.comments()
    if comments is not None and any(True for _ in _ours(comments)):
        hint = "--remove takes them out"
        raise InputError("has comments of hedgelint's already", path=path, hint=hint)
    if not where.pieces:
        raise InputError("no words that a comment could be hung on", path=path)
    number = _free(comments)
    runs = Runs(file.part(where.main))
    ends, starts, entries = [], [], []
    for n, remark in enumerate(remarks, number):
        place = _xml(where, remark.span)
        words = remark.words if place is not None else f"{remark.at}: {remark.words}".removeprefix(": ")
        first, last = place or _first_word(where)
        starts.append((runs.before(first), _mark(runs.part, "commentRangeStart", n)))
        reference = f"<{_w(runs.part)}r>{_mark(runs.part, 'commentReference', n)}</{_w(runs.part)}r>"
        if not runs.part.prefix:
            reference = reference.replace("<w:r>", f'<w:r xmlns:w="{runs.part.uri}">', 1)
        ends.append((runs.behind(last), _mark(runs.part, "commentRangeEnd", n) + reference))
        entries.append(_entry(words, n, "w:" if comments is None else _w(comments), comments))
    runs.put((*ends, *starts))
    if comments is None:
        file.add_comments("".join(entries))
    else:
        comments.append("".join(entries))
    return _held(path, content, file.packed()), tuple(_notes(runs.part, [cut.at for cut, _ in starts]))


def _notes(main: XmlPart, starts: Sequence[int]) -> Iterator[str]:
    """LibreOffice (7.4 and others) drops what stands before a comment in a control that holds paragraphs."""
    for control in main.root.below("sdt"):
        held = control.first("sdtContent", "p")
        if held is not None and any(control.start < at < control.end for at in starts):
            yield "comments stand in a content control, where LibreOffice loses words: open the copy in Word"
            return


def taken_down(path: str, content: bytes) -> tuple[bytes, int, int]:
    """(the file without our comments, how many were taken, how many were left because somebody answered them).

    Raises InputError where there are none.
    """
    where = places(File(path, content))
    file = WordFile(path, content, where.main)
    comments = file.comments()
    ours = list(_ours(comments)) if comments is not None else []
    if comments is None or not ours:
        raise InputError("has no comments of hedgelint's", path=path)
    answered = {
        one.attributes.get(_own(one, "paraIdParent"))
        for one in _entries(file, "commentsExtended", "commentEx")
        if _own(one, "paraIdParent") in one.attributes
    }
    gone = [one for one in ours if not (_paragraphs(one) & answered)]
    for one in gone:
        comments.cut(one)
    _take(file.part(where.main), {one.attributes.get(_own(one, "id"), "") for one in gone})
    _take_entries(file, {number for one in gone for number in _paragraphs(one)})
    return _held(path, content, file.packed()), len(gone), len(ours) - len(gone)


def _held(path: str, before: bytes, after: bytes) -> bytes:
    """Raises InputError where the copy does not read as the file did."""
    (old,), (new,) = (list(read(File(path, content))) for content in (before, after))
    if old.source != new.source:
        raise InputError("cannot be written back: the copy would not read as the file does", path=path)
    return after


def _xml(where: Places, span: Span) -> tuple[int, int] | None:
    """From the first to the last of the letters that stand in the XML one by one."""
    pieces = where.pieces
    first = bisect_right(pieces, span.start, key=lambda piece: piece[0] + piece[1])
    last = bisect_left(pieces, max(span.end, span.start + 1), key=lambda piece: piece[0]) - 1
    if first > last:
        return None
    at, size, start, end = pieces[first]
    begin = start + max(0, span.start - at) if end - start == size else start
    at, size, start, end = pieces[last]
    until = start + min(size, max(span.end, span.start + 1) - at) if end - start == size else end
    return begin, until


def _first_word(where: Places) -> tuple[int, int]:
    _, _, start, end = where.pieces[0]
    return start, end


def _w(part: XmlPart) -> str:
    return part.prefix or "w:"


def _mark(part: XmlPart, name: str, number: int) -> str:
    declared = "" if part.prefix else f' xmlns:w="{part.uri}"'
    return f'<{_w(part)}{name}{declared} {_w(part)}id="{number}"/>'


def _entry(words: str, number: int, w: str, part: XmlPart | None) -> str:
    declared = f' xmlns:w="{part.uri}"' if part is not None and not part.prefix else ""
    told = "".join(
        f'<{w}p><{w}r><{w}t xml:space="preserve">{escape(_UNWRITTEN.sub(" ", line))}</{w}t></{w}r></{w}p>'
        for line in words.split("\n")
    )
    return f'<{w}comment{declared} {w}id="{number}" {w}author="{AUTHOR}" {w}initials="{INITIALS}">{told}</{w}comment>'


def _ours(comments: XmlPart) -> Iterator[Element]:
    for one in comments.root.elements("comment"):
        if one.attributes.get(_own(one, "author")) == AUTHOR:
            yield one


def _free(comments: XmlPart | None) -> int:
    """A number from which on none is taken."""
    numbers = [one.attributes.get(_own(one, "id"), "") for one in comments.root.elements("comment")] if comments else []
    return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1


def _own(element: Element, name: str) -> str:
    return element.tag[: -len(element.name)] + name


def _paragraphs(comment: Element) -> set[str | None]:
    """The numbers by which Word's other parts know a comment: those of its paragraphs."""
    return {
        value for p in comment.below("p") for name, value in p.attributes.items() if name.rpartition(":")[2] == "paraId"
    }


def _entries(file: WordFile, kind: str, name: str) -> Iterator[Element]:
    part = file.related(kind)
    if part in file.package.names:
        yield from file.part(part).root.elements(name)


def _take(main: XmlPart, numbers: Collection[str]) -> None:
    for run in main.root.below("r", "commentRangeStart", "commentRangeEnd"):
        if run.name != "r":
            if run.attributes.get(_own(run, "id")) in numbers:
                main.cut(run)
            continue
        inside = [child for child in run.elements() if child.name != "rPr"]
        marks = [
            one for one in inside if one.name == "commentReference" and one.attributes.get(_own(one, "id")) in numbers
        ]
        if marks and len(marks) == len(inside):
            main.cut(run)
        else:
            for mark in marks:
                main.cut(mark)


def _take_entries(file: WordFile, paragraphs: Collection[str | None]) -> None:
    """What Word's later parts hold of comments that are gone."""
    durable: set[str | None] = set()
    for kind, name in (("commentsExtended", "commentEx"), ("commentsIds", "commentId")):
        for one in _entries(file, kind, name):
            if one.attributes.get(_own(one, "paraId")) in paragraphs:
                durable.add(one.attributes.get(_own(one, "durableId")))
                file.part(file.related(kind)).cut(one)
    for one in _entries(file, "commentsExtensible", "commentExtensible"):
        if one.attributes.get(_own(one, "durableId")) in durable - {None}:
            file.part(file.related("commentsExtensible")).cut(one)
