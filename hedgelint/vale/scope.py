"""Where a rule of Vale looks → the parts of a story."""

from __future__ import annotations

import re

from hedgelint.document.model import PROSE_PARTS

_HEADS = ("headline", "subhead")
_PARTS = {
    "text": PROSE_PARTS,
    "sentence": PROSE_PARTS,
    "summary": PROSE_PARTS,
    "paragraph": ("standfirst", "body", "correction"),
    "heading": _HEADS,
    "heading.h1": ("headline",),
    **{f"heading.h{level}": ("subhead",) for level in range(2, 7)},
    "list": ("list",),
    "table": ("table",),
    "table.header": ("table",),
    "table.cell": ("table",),
    "table.caption": ("caption",),
    "figure.caption": ("caption",),
    "blockquote": ("blockquote",),
}
_REFUSED = {
    "raw": "it looks at the markup of a file, and hedgelint's rules read the words of a story",
    "code": "it looks at code",
    "comment": "it looks at comments in code",
    "doc": "it looks at comments in code",
    "alt": "it looks at the text beside a picture, which is no part of a story here",
    "attr": "it looks at attributes of markup",
    "strong": "it looks at bold words, which hedgelint does not tell from others",
    "emphasis": "it looks at italic words, which hedgelint does not tell from others",
    "link": "it looks at the words of links only",
}
_FORMAT = re.compile(r"\.(?:md|html?|rst|adoc|txt|org|xml|dita|tex|rmd|mdx|[a-z]{1,4})\Z")


class Refused(ValueError):
    """Why a rule cannot be carried over, in words for a person."""


def parts_of(scope: object) -> tuple[str, ...] | None:
    """None for everything that a rule reads unless it says otherwise. Raises Refused for what is no part of a story."""
    given = scope if isinstance(scope, list) else [scope or "text"]
    chosen = {part for one in given for part in _selected(str(one))}
    if not chosen:
        raise Refused(f"nothing in a story is `scope: {', '.join(map(str, given))}`")
    return None if chosen == set(PROSE_PARTS) else tuple(part for part in PROSE_PARTS if part in chosen)


def _selected(selector: str) -> set[str]:
    """Of a selector such as `text & ~heading.h1`."""
    left = set(PROSE_PARTS)
    for piece in (piece.strip() for piece in selector.split("&")):
        named = set(_named(piece.lstrip("~!").strip()))
        left = left - named if piece.startswith(("~", "!")) else left & named
    return left


def _named(name: str) -> tuple[str, ...]:
    plain = name if name in _PARTS else _FORMAT.sub("", name)
    if plain in _PARTS:
        return _PARTS[plain]
    reason = _REFUSED.get(plain.split(".")[0])
    raise Refused(reason or f"`scope: {name}` is no part of a story")
