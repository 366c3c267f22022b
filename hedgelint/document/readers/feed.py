"""RSS, RDF and Atom feeds, and WordPress exports (WXR, which is RSS) → a Document an item.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287. The full text is read where a feed
has it (content:encoded, content); else what it says of the item, and a note tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hedgelint.document.inner import Inner
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.record import Record
from hedgelint.document.xml_file import XmlFile
from hedgelint.document.xml_tree import Element
from hedgelint.errors import InputError
from hedgelint.patterns import pattern_of
from hedgelint.values import replace

# Kinds of post in an export that hold no story.
_NO_STORIES = frozenset(
    (
        "attachment",
        "nav_menu_item",
        "revision",
        "custom_css",
        "customize_changeset",
        "oembed_cache",
        "user_request",
        "wp_block",
        "wp_template",
        "wp_template_part",
        "wp_global_styles",
        "wp_navigation",
        "acf-field",
    )
)
_TAG = pattern_of(r"<[^<>]*>")
_MORE = pattern_of(r"\W*(?:continue reading|read more)?\W*$", re.I)


def read(file: File) -> Iterator[Document | InputError]:
    packed = XmlFile(file, "rss")
    root = packed.root
    form = "atom" if root.name == "feed" else "wxr" if next(root.below("wxr_version", "post_type"), None) else "rss"
    names = {_said(one.first("author_login")): one.first("author_display_name") for one in root.below("author")}
    found = list(root.below("item", "entry"))
    kept = [item for item in found if _said(item.first("post_type")) not in _NO_STORIES]
    for number, item in enumerate(kept, 1):
        record = packed.record()
        _story(packed, item, record, names)
        name = _said(item.first("guid")) or _said(item.first("id")) or _link(item) or str(number)
        if not record:
            yield packed.error("no words in it", name)
            continue
        yield replace(packed.document(record, name if len(kept) > 1 else ""), format=form)
    if not kept:
        yield packed.error("no story in it: the feed has no items")


def _story(packed: XmlFile, item: Element, record: Record, names: dict[str, Element | None]) -> None:
    text = _tagged(item, "encoded", "content:") or item.first("content")
    body = _content(packed, text)
    summary = _tagged(item, "encoded", "excerpt:") or item.first("description") or item.first("summary")
    told = _content(packed, summary)
    record.field("headline", _content(packed, item.first("title")))
    if body and told and not _begins(body, told):
        record.field("standfirst", told)
    for creator in item.elements("creator"):
        # In an export it is a login, which is no name.
        known = names.get(_said(creator)) if item.first("post_type") else creator
        record.field("byline", packed.words(known))
    for author in item.elements("author"):
        record.field("byline", packed.words(author.first("name") or author))
    for media in item.below("description"):
        if media.tag.startswith("media:"):
            record.field("caption", packed.words(media))
    if not body and told:
        record.notes.append("no full text in the feed: its description is read")
    record.body(body or told)


def _content(packed: XmlFile, element: Element | None) -> Inner | None:
    """What an element says: HTML that is escaped or in CDATA, or the elements of XHTML themselves."""
    if element is not None and next(element.elements(), None) is not None:
        return packed.inside(element)
    return packed.words(element)


def _begins(body: Inner, told: Inner) -> bool:
    """A description that is only how the text begins is no standfirst."""
    short = _MORE.sub("", " ".join(_TAG.sub(" ", told.text).replace("[…]", "").split()))
    whole = " ".join(_TAG.sub(" ", body.text[: 20 * len(told.text) + 2000]).split())
    return whole.startswith(short[:200])


def _tagged(item: Element, name: str, prefix: str) -> Element | None:
    return next((one for one in item.elements(name) if one.tag.startswith(prefix)), None)


def _said(element: Element | None) -> str:
    return element.words.strip() if element is not None else ""


def _link(item: Element) -> str:
    link = item.first("link")
    return (link.attributes.get("href", "") or _said(link)) if link is not None else ""
