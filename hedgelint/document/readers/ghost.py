"""A Ghost export → a Document a post. https://ghost.org/docs/migration/ghost/

Of a post's renditions one is read: `html`, else the editor's own (`lexical`, `mobiledoc`), else the plain one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.document.inner import Inner, within
from hedgelint.document.json_file import JsonFile, dicts, first_filled, text
from hedgelint.document.json_values import Located, parse_json, pieces
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.record import Record
from hedgelint.errors import InputError

_LEXICAL = {
    "paragraph": "body",
    "extended-heading": "subhead",
    "heading": "subhead",
    "extended-quote": "blockquote",
    "quote": "blockquote",
    "aside": "pullquote",
    "listitem": "list",
}


def read(file: File) -> Iterator[Document | InputError]:
    packed = JsonFile(file, "ghost")
    value = packed.value
    data = text(value, "db", 0, "data") or text(value, "data") or value
    posts = [post for post in dicts(text(data, "posts")) if first_filled(post.get("title"))]
    names = {user.get("id"): user.get("name") for user in dicts(text(data, "users"))}
    authors: dict[Any, list[Any]] = {}
    for one in dicts(text(data, "posts_authors")):
        authors.setdefault(one.get("post_id"), []).append(names.get(one.get("author_id")))
    captions = {one.get("post_id"): one.get("feature_image_caption") for one in dicts(text(data, "posts_meta"))}
    for post in posts:
        record = packed.record()
        record.field("headline", packed.inner(post.get("title")))
        record.field("standfirst", packed.inner(post.get("custom_excerpt")))
        listed = [author.get("name") for author in dicts(post.get("authors"))]
        for name in authors.get(post.get("id"), listed):
            record.field("byline", packed.inner(name))
        caption = first_filled(captions.get(post.get("id")), post.get("feature_image_caption"))
        record.field("caption", packed.inner(caption))
        try:
            _body(packed, post, record)
        except InputError as error:
            yield packed.error(f"its lexical or mobiledoc is {error.message}", str(post.get("slug") or ""))
            continue
        yield packed.document(record, str(post.get("slug") or post.get("id") or "") if len(posts) > 1 else "")
    if not posts:
        yield packed.error("no story in it: an export has posts with a title")


def _body(packed: JsonFile, post: dict[str, Any], record: Record) -> None:
    if html := packed.inner(post.get("html")):
        record.html(html)
    elif lexical := packed.inner(post.get("lexical")):
        _lexical(lexical, text(parse_json(lexical.text, "").value, "root"), record)
    elif mobiledoc := packed.inner(post.get("mobiledoc")):
        for section in text(parse_json(mobiledoc.text, "").value, "sections") or []:
            _mobiledoc(mobiledoc, section, record)
    else:
        record.body(packed.inner(post.get("plaintext")))


def _string(outer: Inner, value: Located) -> Inner:
    """A string of the JSON that `outer` holds."""
    return within(outer, pieces(outer.text, value.span))


def _words(outer: Inner, values: list[Located]) -> Inner:
    joined = tuple(piece for value in values for piece in _string(outer, value).pieces)
    return Inner.of(joined, outer.source_size, outer.at)


def _lexical(outer: Inner, node: Any, record: Record) -> None:
    for child in dicts(text(node, "children")):
        kind = _LEXICAL.get(str(child.get("type")))
        if kind:
            values: list[Located] = []
            _gather(child, values)
            record.field(kind, _words(outer, values), markup=False)
        elif isinstance(child.get("children"), list):
            _lexical(outer, child, record)
        else:
            card, caption = child.get("html"), child.get("caption")
            if isinstance(card, Located):
                record.field("embed", _string(outer, card))
            if isinstance(caption, Located):
                record.field("caption", _string(outer, caption))


def _gather(node: dict[str, Any], values: list[Located]) -> None:
    for child in dicts(node.get("children")):
        words = child.get("text")
        if isinstance(words, Located):
            values.append(words)
        _gather(child, values)


def _mobiledoc(outer: Inner, section: Any, record: Record) -> None:
    """https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md: [1, tag, markers], [3, tag, items]."""
    tag = str(text(section, 1))
    if text(section, 0) == 1:
        kind = "blockquote" if tag == "blockquote" else "pullquote" if tag == "aside" else "body"
        _markers(outer, text(section, 2), "subhead" if tag[:1] == "h" else kind, record)
    elif text(section, 0) == 3:
        for item in text(section, 2) or []:
            _markers(outer, item, "list", record)


def _markers(outer: Inner, markers: Any, kind: str, record: Record) -> None:
    if isinstance(markers, list):
        values = [text(marker, 3) for marker in markers]
        record.field(kind, _words(outer, [value for value in values if isinstance(value, Located)]), markup=False)
