"""White space of XML and HTML prose: a run of it is one blank, and none at the start of a line."""

from __future__ import annotations

import re

_BLANK = re.compile(r"[ \t\r\n\f]+")

Pieces = list[tuple[str, int, int]]  # (words, start, end), as in xml_tree


def flow(pieces: Pieces, text: tuple[str, int, int], after_blank: bool) -> bool:
    """Adds `text` to `pieces`. `after_blank`: what comes before ends in white space, or there is nothing; returned is
    the same for what comes next. A blank stands for the whole run, as far as that is in one place."""
    words, start, end = text
    in_step = end - start == len(words)
    at = 0
    for blank in (*_BLANK.finditer(words), None):
        first, last = blank.span() if blank else (len(words), len(words))
        if at < first:
            pieces.append((words[at:first], *((start + at, start + first) if in_step else (start, end))))
            after_blank = False
        if blank:
            place = (start + first, start + last) if in_step else (start, end)
            if not after_blank:
                pieces.append((" ", *place))
            elif pieces and pieces[-1][0] == " " and pieces[-1][2] == place[0]:
                pieces[-1] = (" ", pieces[-1][1], place[1])
            after_blank = True
        at = last
    return after_blank
