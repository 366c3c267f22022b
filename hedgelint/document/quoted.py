"""Block quotations of a plain text: paragraphs set in from the margin, behind one that introduces them."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.span import Span

_LEAST = 2  # blanks at the beginning of a line that is set in


def set_in(text: str, blocks: Sequence[Span], kinds: Sequence[str]) -> list[int]:
    """The blocks of the body that stand further in than the paragraph before them, which ends in a colon, and those
    that follow as far in. Where most paragraphs are indented, none is set in."""
    depths = [_depth(text, block) for block in blocks]
    body = [depth for depth, kind in zip(depths, kinds, strict=True) if kind == "body"]
    if sum(depth >= _LEAST for depth in body) * 2 > len(body):
        return []
    out: list[int] = []
    margin: int | None = None  # how far in the quotation stands that is going on
    for number in range(len(blocks)):
        if kinds[number] != "body":
            margin = None
        elif margin is not None and depths[number] >= margin:
            out.append(number)
        else:
            before = blocks[number - 1] if number else None
            introduced = before is not None and text[before.end - 1] == ":"
            margin = depths[number] if introduced and depths[number] >= depths[number - 1] + _LEAST else None
            out += [number] if margin is not None else []
    return out


def _depth(text: str, block: Span) -> int:
    if not block.start or text[block.start - 1] == "\n":
        return 0
    line = text.rfind("\n", 0, block.start) + 1
    return len(text[line : block.start].expandtabs(4))
