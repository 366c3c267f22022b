"""What the elements of HTML are to a story, by name, class and role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from hedgelint.patterns import pattern_of


def names(words: str) -> list[str]:
    return words.split()


VOID = frozenset(names("area base br col embed hr img input link meta param source track wbr"))
# What no reader of the page sees as words of the story.
_OUT = frozenset(
    names(
        "script style noscript template svg math nav footer form button select option input textarea label iframe "
        "object audio video canvas head menu dialog datalist progress meter map rp rt del s strike"
    )
)
_BLOCKS = frozenset(
    names(
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td "
        "tfoot th thead tr ul"
    )
)
_KINDS = {
    "h1": "h1",
    "h2": "subhead",
    "h3": "subhead",
    "h4": "subhead",
    "h5": "subhead",
    "h6": "subhead",
    "figcaption": "caption",
    "caption": "caption",
    "li": "list",
    "dt": "list",
    "dd": "list",
    "td": "table",
    "th": "table",
    "blockquote": "blockquote",
    "aside": "pullquote",
}
# Words of a class, an id or an itemprop, parted by blanks, hyphens and underscores; the first line that fits counts.
_CLASSES = (
    ("out", r"(?<![_-])(?:sr|screen-reader)-(?:only|text)|visually-?hidden|(?<![_-])(?:share|social|newsletter|advert"
        r"|promo|cookie|related|recirc|breadcrumbs?|navbar|subscribe|signup|comments?-(?:list|area|section)|most-(?:read|popular))"),
    ("embed", r"twitter-tweet|instagram-media|tiktok-embed|fb-post|reddit-embed-bq|bluesky-embed|mastodon-embed"
        r"|wp-block-embed|kg-embed-card|kg-bookmark-card|oembed|embed"),
    ("pullquote", r"\w*pull-?quote\w*|pulled|kg-blockquote-alt|pull(?!-?(?:left|right|down|up))"),
    ("correction", r"corrections?|clarifications?|amendments?"),
    ("note", r"(?:editors?|editorial)-note|ednote"),
    ("caption", r"captions?|cutline|wp-caption-text|wp-element-caption"),
    ("standfirst", r"standfirst|dek|deck|subhed|sub-?headline|strapline|alternativeheadline"),
    ("byline", r"bylines?|authors?|contributors?"),
    ("dateline", r"dateline|datepublished|datemodified|pubdate|(?:published|publish|post|entry)-date|timestamp"),
    ("headline", r"headline|entry-title|post-title|article-title"),
)  # fmt: skip
_CLASS = pattern_of("|".join(f"(?P<{kind}>(?:^|[ _-])(?:{words})(?![\\w]))" for kind, words in _CLASSES), re.I)
_ROLES = frozenset(names("navigation banner search contentinfo menu dialog alert toolbar"))
_AMP_WORDS = pattern_of(r"amp-(?:img|accordion|fit-text|carousel|layout|lightbox|story|animation|selector|mathml)")
_WHOLE = frozenset(names("html body main article"))
_STRUCTURE = frozenset(names("section header div figure table ul ol"))


class Treatment(NamedTuple):
    """`out`: nothing inside is read; `kind`: what is inside is of this kind, None: of that round it."""

    out: bool
    block: bool
    kind: str | None


def treatment(tag: str, attributes: Sequence[tuple[str, str | None]]) -> Treatment:
    """How an element is read. A kind `h1` is a headline or a subhead: that is known at the end."""
    named = role = ""
    hidden = False
    for name, value in attributes:
        if name in ("class", "itemprop", "id"):
            named += f" {value}"
        elif name == "role":
            role = value or ""
        elif name == "rel" and value == "author":
            named += " author"
        elif name == "hidden" or (name == "aria-hidden" and value == "true"):
            hidden = True
    return _treatment(tag, named[:300], role, hidden)


@lru_cache(maxsize=1024)
def bare_treatment(tag: str) -> Treatment:
    """The same of an element without attributes."""
    return _treatment(tag, "", "", False)


@lru_cache(maxsize=4096)
def _treatment(tag: str, named: str, role: str, hidden: bool) -> Treatment:
    block = tag in _BLOCKS
    if tag in _OUT or hidden or role in _ROLES:
        return Treatment(True, block or tag in ("nav", "footer", "form"), None)
    if tag.startswith("amp-"):
        return Treatment(False, True, None if _AMP_WORDS.match(tag) else "embed")
    kind = _KINDS.get(tag)
    said = _CLASS.search(named) if named else None
    by_class = said.lastgroup if said else None
    if tag in _WHOLE:  # an element that holds the whole page may be called anything
        by_class = None
    elif by_class == "out":
        return Treatment(True, block, None)
    if by_class == "headline":
        by_class = "h1" if block and tag not in _STRUCTURE else None
    elif (by_class in ("byline", "dateline") and not block) or (by_class == "caption" and tag == "figure"):
        by_class = None
    return Treatment(False, block, by_class or kind)


def kind_of(named: str) -> str | None:
    """The kind of part that a class, or the name of a shortcode, speaks of."""
    said = _CLASS.search(named[:300])
    kind = said.lastgroup if said else None
    return "subhead" if kind == "headline" else kind
