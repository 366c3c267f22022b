"""PDF: letters at places, made lines again; what stands at the edge of every page is not part of what is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.sources.transcript import bare_document
from hedgelint.values import dataclass

_SMALL = 0.8  # a footnote mark is smaller than this share of its line's letters
_GAP = 2.2  # widths of a blank that part two columns, in shares of the letters' size
_BLANK = 0.3  # and of one between words, where the file has none
_PAGE = pattern_of(r"(?:[-–—\s]*|[Pp]age )[ivxlc\d]{1,4}(?:[-–—\s]*| of \d+)")
_HINT = "pip install 'hedgelint[pdf]'"


@dataclass(slots=True)
class _Letter:
    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(slots=True)
class _Row:
    """One line of print: its words, where it begins and ends, and how high it stands."""

    text: str
    left: float
    right: float
    base: float
    size: float


def read_pdf(path: str, content: bytes) -> tuple[Document, list[tuple[int, str]]]:
    """The text as a document (its file is the text itself) and where each page's lines begin.

    Raises InputError where pypdfium2 is not installed, and for a PDF that is locked, broken or only pictures."""
    try:
        import pypdfium2
        import pypdfium2.raw as raw
    except ImportError:
        raise InputError("a PDF, and what reads PDF is not installed", path=path, hint=_HINT) from None
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("a PDF locked with a password", path=path) from None
        raise InputError("a PDF that cannot be opened: it is broken", path=path) from None
    try:
        pages = [_rows(_letters(pdf[number], raw)) for number in range(len(pdf))]
    finally:
        pdf.close()
    if not any(row.text.strip() for page in pages for row in page):
        hint = "a scan holds pictures of words: let a program for text recognition read it first"
        raise InputError("a PDF with no text in it", path=path, hint=hint)
    return _document(path, [_said(page, furniture) for page, furniture in zip(pages, _furniture(pages), strict=True)])


def _letters(page: Any, raw: Any) -> list[_Letter]:
    text = page.get_textpage()
    try:
        out: list[_Letter] = []
        for number in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text.raw, number)
            char = chr(code) if code else " "
            if char in "\r\n":
                continue
            if code in (0xFFFE, 0x2):
                char = "-"
            left, bottom, right, top = text.get_charbox(number, loose=False)
            out.append(_Letter(char, left, bottom, right, top, raw.FPDFText_GetFontSize(text.raw, number) or 1.0))
        return out
    finally:
        text.close()


def _rows(letters: Sequence[_Letter]) -> list[_Row]:
    """Letters in the order of the file, gathered by height and cut where a gap parts columns."""
    rows: list[list[_Letter]] = []
    for letter in letters:
        if letter.char.isspace() or letter.right <= letter.left:
            if rows and letter.char.isspace():
                rows[-1].append(letter)
            continue
        last = next((one for one in reversed(rows[-1]) if not one.char.isspace()), None) if rows else None
        if last is not None and _same_row(rows[-1], last, letter):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [row for row in (_row(line) for line in rows) if row.text]


def _same_row(row: Sequence[_Letter], last: _Letter, letter: _Letter) -> bool:
    """A mark that is raised and small stands on the row too; what steps back to the left does not."""
    low, high = min(last.bottom, letter.bottom), max(last.top, letter.top)
    shared = min(last.top, letter.top) - max(last.bottom, letter.bottom)
    least = min(last.top - last.bottom, letter.top - letter.bottom)
    near = shared > 0.1 * least or high - low < 1.2 * max(last.size, letter.size)
    return (
        near
        and letter.left > last.left - 0.5 * letter.size
        and letter.left - last.right < _GAP * max(row[0].size, letter.size)
    )


def _row(line: Sequence[_Letter]) -> _Row:
    ink = [letter for letter in line if not letter.char.isspace()]
    if not ink:
        return _Row("", 0, 0, 0, 0)
    size = Counter(round(letter.size, 1) for letter in ink).most_common(1)[0][0]
    body = [letter for letter in ink if letter.size >= _SMALL * size]
    base = median(letter.bottom for letter in body)
    kept = [letter for letter in line if letter.char.isspace() or not _is_mark(letter, base, size)]
    text: list[str] = []
    before: _Letter | None = None
    for letter in kept:
        touching = before is None or before.char.isspace() or letter.char.isspace()
        if not touching and before is not None and letter.left - before.right > _BLANK * size:
            text.append(" ")
        text.append(letter.char)
        before = letter
    return _Row(" ".join("".join(text).split()), ink[0].left, ink[-1].right, base, size)


def _is_mark(letter: _Letter, base: float, size: float) -> bool:
    """Whether this is a footnote's mark: small, raised, and a figure or a sign."""
    if letter.size >= _SMALL * size or letter.bottom < base + 0.15 * size:
        return False
    return letter.char.isdigit() or letter.char in "*†‡§,"


def _furniture(pages: Sequence[Sequence[_Row]]) -> list[set[int]]:
    """Rows of each page that are head or foot: the same words at the same height elsewhere, a page's number alone; and
    footnotes, set smaller than the page at its foot."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_key(row) for row in page})
    sizes = Counter(round(row.size, 1) for page in pages for row in page for _ in row.text)
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    out: list[set[int]] = []
    for page in pages:
        gone: set[int] = set()
        edges = sorted(range(len(page)), key=lambda k: page[k].base)
        ends = {*edges[:2], *edges[-2:]}
        for k in edges:
            row = page[k]
            again = seen[_key(row)] > 1 and seen[_key(row)] * 2 >= len(pages)
            if k in ends and (again or _PAGE.fullmatch(row.text)):
                gone.add(k)
        for k in edges:  # from the foot up
            if k in gone:
                continue
            if page[k].size < 0.92 * body and _foot(page, k, body):
                gone.add(k)
            else:
                break
        out.append(gone)
    return out


def _foot(page: Sequence[_Row], k: int, body: float) -> bool:
    return any(row.size >= 0.92 * body and row.base > page[k].base for row in page)


def _key(row: _Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", row.text), round(row.base / 4)


def _said(page: Sequence[_Row], gone: set[int]) -> list[_Row]:
    rows = [row for k, row in enumerate(page) if k not in gone]
    return _without_numbers(rows)


def _without_numbers(rows: list[_Row]) -> list[_Row]:
    """Rows of one number each in the left margin that count up from 1 are line numbers."""
    numbers = [row for row in rows if re.fullmatch(r"\d{1,2}", row.text)]
    if len(numbers) < 5 or len({round(row.right / 6) for row in numbers}) > 2:
        return rows
    values = [int(row.text) for row in numbers]
    steps = sum(b == a + 1 for a, b in pairwise(values))
    edge = min((row.left for row in rows if row not in numbers), default=0.0)
    if steps < 0.8 * (len(values) - 1) or max(row.right for row in numbers) > edge + 2:
        return rows
    return [row for row in rows if not any(row is number for number in numbers)]


def _document(path: str, pages: Sequence[Sequence[_Row]]) -> tuple[Document, list[tuple[int, str]]]:
    pieces: list[str] = []
    marks: list[tuple[int, str]] = []
    size = 0
    before: _Row | None = None
    for number, page in enumerate(pages, 1):
        marks.append((size, f"page {number}"))
        for row, gap in _gaps(page, before):
            piece = gap + row.text
            pieces.append(piece)
            size += len(piece)
            before = row
    return bare_document(path, "".join(pieces)), marks


def _gaps(page: Sequence[_Row], before: _Row | None) -> Iterator[tuple[_Row, str]]:
    """Rows with what stands before them: a line end, or a blank line where more room is left than usual."""
    steps = sorted(a.base - b.base for a, b in pairwise(page) if 0 < a.base - b.base < 6 * max(a.size, 1))
    usual = steps[len(steps) // 2] if steps else 0.0
    last = None
    for row in page:
        if last is None:
            yield row, "" if before is None else "\n"
        else:
            wide = usual > 0 and last.base - row.base > 1.45 * usual
            yield row, "\n\n" if wide else "\n"
        last = row
