"""Whisper's table: start, end and words, parted by tabs."""

from __future__ import annotations

from hedgelint.document.model import Document
from hedgelint.errors import InputError
from hedgelint.sources.readers.pages import lines_of
from hedgelint.sources.readers.spoken_json import clock
from hedgelint.sources.transcript import Said, Turn


def read_table(document: Document) -> tuple[Document, list[Turn], list[tuple[int, str]]]:
    """Columns by their names in the first line: text, and if there are speaker and start (thousandths of a second, or
    seconds with a point). Raises InputError where no column is called text."""
    lines = lines_of(document.text)
    columns = [name.strip().lower() for name in lines[0].text.split("\t")]
    if "text" not in columns:
        hint = "the first line names the columns, one of them `text`"
        raise InputError("a table without a column of words", path=document.path, line=1, column=1, hint=hint)
    words = columns.index("text")
    who = columns.index("speaker") if "speaker" in columns else -1
    when = columns.index("start") if "start" in columns else -1
    said = Said()
    turns: list[Turn] = []
    marks: list[tuple[int, str]] = []
    for line in lines[1:]:
        cells = line.text.split("\t")
        if len(cells) <= words or not cells[words].strip():
            continue
        if 0 <= when < len(cells) and cells[when].replace(".", "", 1).isdigit():
            number = float(cells[when])
            marks.append((said.size, clock(number if "." in cells[when] else number / 1000)))
        if 0 <= who < len(cells):
            turns.append(Turn(said.size, cells[who].strip(), "machine"))
        said.add(cells[words], line.start + sum(len(cell) + 1 for cell in cells[:words]))
        if line.end < len(document.text):
            said.put("\n", line.end, line.end + 1)
    return said.document(document), turns, marks
