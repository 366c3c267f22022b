"""White space of XML and HTML prose: a run of it is one blank, and none at the start of a line."""

from __future__ import annotations

from hedgelint.patterns import pattern_of

# White space that is not one blank between two words.
_RUN = pattern_of(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_BLANKS = " \t\r\n\f"

Pieces = list[tuple[str, int, int]]  # (words, start, end), as in xml_tree


def flow(pieces: Pieces, text: tuple[str, int, int], after_blank: bool) -> bool:
    """Adds `text` to `pieces`. `after_blank`: what comes before ends in white space, or there is nothing; returned is
    the same for what comes next. A blank stands for the whole run, as far as that is in one place."""
    words, start, end = text
    if words and end - start == len(words) and "  " not in words and words.isprintable():  # no run of white space
        if after_blank and words[0] == " ":
            _blank(pieces, start, start + 1, True)
            if len(words) == 1:
                return True
            text = (words[1:], start + 1, end)
        pieces.append(text)
        return words[-1] == " "
    if end - start != len(words):
        return _blank(pieces, start, end, after_blank) if words in _BLANKS else _add(pieces, text)
    at = 0
    if after_blank and words[:1] == " ":
        at = len(words) - len(words.lstrip(_BLANKS))
        _blank(pieces, start, start + at, True)
    for run in _RUN.finditer(words, at):
        first, last = run.span()
        if at < first:
            after_blank = _add(pieces, (words[at:first], start + at, start + first))
        after_blank = _blank(pieces, start + first, start + last, after_blank)
        at = last
    return _add(pieces, (words[at:], start + at, end)) if at < len(words) else after_blank


def _add(pieces: Pieces, text: tuple[str, int, int]) -> bool:
    pieces.append(text)
    return text[0][-1] == " "


def _blank(pieces: Pieces, start: int, end: int, after_blank: bool) -> bool:
    if not after_blank:
        pieces.append((" ", start, end))
    elif pieces and pieces[-1][2] == start and pieces[-1][0][-1] == " ":
        # The run goes on: all of it is the blank.
        words, first, _ = pieces.pop()
        if words != " ":
            pieces.append((words[:-1], first, start - 1))
        pieces.append((" ", start - 1 if words != " " else first, end))
    return True
