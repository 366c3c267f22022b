"""Which parts of a story the paragraphs of a word processor's file are, by style, place and words."""

from __future__ import annotations

from collections.abc import Sequence

from hedgelint.document.paragraph import Paragraph
from hedgelint.document.parts import find_parts
from hedgelint.patterns import pattern_of

# Read in this order: a name that fits two of these means the first.
_STYLES = tuple(
    (kind, pattern_of(pattern))
    for kind, pattern in (
        ("", r"^contents\b|table of contents|toc\b|index\b|page number"),
        ("pullquote", r"pull.?quote|pull.?out|call.?out|blow.?up"),
        ("correction", r"correction|clarification"),
        ("note", r"(?:editor|ed|desk|lawyer|legal|production)\W{0,3}s?\W?note|note to|notes?$|annotation|comment"),
        ("standfirst", r"stand.?first|sub.?title|sub.?headline|sub.?hed\b|deck\b|dek\b|strap.?line|summary|sell\b"),
        ("byline", r"by.?line|authors?\b"),
        ("dateline", r"date.?line|place.?line"),
        ("caption", r"caption|cutline|cut line|illustration$|figure$|photo"),
        ("blockquote", r"quot(?:e|ation)s?\b|block ?(?:text|quote)|extract"),
        ("subhead", r"sub.?head|cross.?head|sidehead|intertitle"),
        ("heading", r"heading\b|heading \d"),
        ("headline", r"headline|(?<!job )title|hed\b"),
        ("list", r"list\b|bullets?\b|numbering"),
    )
)

_BELOW = ("subhead", "blockquote", "pullquote", "list", "correction")  # no headline stands under one of these
_KICKER = 12  # words that may stand above a headline


def kind_of_style(name: str) -> str | None:
    """The part of a story that a style's name (not its id) means, `heading` for one that is the headline or a subhead;
    "" for what is no part of the story; None where it says nothing."""
    plain = name.lower().replace("_20_", " ").replace("_", " ").strip()
    return next((kind for kind, pattern in _STYLES if pattern.search(plain)), None)


def kinds(paragraphs: Sequence[Paragraph], words: Sequence[str]) -> list[str]:
    """The part that each paragraph is, whose words are these; "" for those that are none. By style and place; where
    these say nothing, by the evidence that tells the parts of a plain text."""
    by_style = [_by_style(paragraph) for paragraph in paragraphs]
    flat = [_flat(text) for text in words]
    heading = _headline(by_style, flat)
    headline = "headline" in by_style or heading is not None
    story = [
        number
        for number, paragraph in enumerate(paragraphs)
        if flat[number] and paragraph.room in ("text", "list") and by_style[number] in (None, "heading", "headline")
    ]
    found = find_parts("\n".join(flat[number] for number in story))
    told = {n: part.kind for n, part in zip(story, found, strict=True)} if len(found) == len(story) else {}
    out: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        kind = by_style[number]
        if not flat[number]:
            kind = ""
        elif kind == "heading":
            kind = "headline" if number == heading else "subhead"
        elif kind is None:
            kind = "body" if paragraph.room == "box" else told.get(number, "body")
            if headline and kind in ("headline", "standfirst"):
                kind = "body"
            if kind == "body" and paragraph.room in ("list", "table"):
                kind = paragraph.room
        out.append(kind)
    _repeats(paragraphs, flat, out)
    return out


def _flat(text: str) -> str:
    """Words with one blank between them; most texts are so."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def _by_style(paragraph: Paragraph) -> str | None:
    if paragraph.room == "note":
        return "note"
    kind = kind_of_style(paragraph.style) if paragraph.style else None
    if paragraph.room == "table" and kind in ("list", "heading", "headline"):
        return None
    return "heading" if paragraph.level and kind is None else kind


def _headline(by_style: Sequence[str | None], flat: Sequence[str]) -> int | None:
    """The heading that is the headline where no style is called so: the first, above all text."""
    if "headline" in by_style:
        return None
    for number, (kind, words) in enumerate(zip(by_style, flat, strict=True)):
        if kind == "heading":
            return number
        if words and (kind in _BELOW or len(words.split()) > _KICKER):
            return None
    return None


def _repeats(paragraphs: Sequence[Paragraph], flat: Sequence[str], out: list[str]) -> None:
    """A box that only repeats words of the text is a pull quote."""
    text = " ".join(words for words, kind in zip(flat, out, strict=True) if kind == "body")
    for number, paragraph in enumerate(paragraphs):
        if paragraph.room == "box" and out[number] == "body":
            bare = flat[number].strip("“”\"'‘’ .…")
            if bare and text.count(bare) > 1:
                out[number] = "pullquote"
