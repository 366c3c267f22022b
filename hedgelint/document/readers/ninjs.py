"""ninjs 1, 2 and 3 (IPTC) and what newsrooms' systems call so → a Document a story.

https://iptc.org/standards/ninjs/: 1.x has body_text, body_html and other names by pattern, 2 and 3 have lists with
roles. One rendition of the text is read: the others say the same again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hedgelint.document.inner import Inner
from hedgelint.document.json_file import JsonFile, dicts, first_filled, items
from hedgelint.document.model import Document
from hedgelint.document.readers import File
from hedgelint.document.record import Record
from hedgelint.errors import InputError

_NOT_TEXT = ("picture", "video", "audio", "graphic", "image", "photo", "composite", "animated")
_MAIN = ("main", "", "body", "summary", "caption")  # roles, the better before the worse
_LAST = 99


def read(file: File) -> Iterator[Document | InputError]:
    packed = JsonFile(file, "ninjs")
    found = [(item, name) for item, name in items(packed.value, "item", "items") if _is_story(item)]
    yield from packed.stories(found, _story)
    if not found:
        yield packed.error("no story in it: an item has a headline and a body")


def _is_story(item: dict[str, Any]) -> bool:
    return bool("body_text" in item or _bodies(item) or first_filled(item.get("headline")))


def _story(packed: JsonFile, item: dict[str, Any], record: Record) -> None:
    record.field("headline", packed.inner(_headline(item)))
    record.field("standfirst", packed.inner(_description(item, "summary")))
    record.field("byline", packed.inner(first_filled(item.get("byline"), item.get("by"))))
    for one in dicts(item.get("associations")):
        if str(one.get("type", "picture")) in _NOT_TEXT:
            record.field("caption", packed.inner(_description(one, "caption")))
    for group in _bodies(item):
        written = [inner for value in group if (inner := packed.inner(value))]
        if written:
            _rendition(min(written, key=_rank), record)


def _rendition(inner: Inner, record: Record) -> None:
    if "<nitf" in inner.text[:2000]:
        from hedgelint.document.readers.nitf import nitf_within

        nitf_within(inner, record)
    else:
        record.body(inner)


def _rank(inner: Inner) -> int:
    """HTML has the parts; NITF within JSON has them too, but repeats the head."""
    if "<nitf" in inner.text[:2000]:
        return 2
    return 0 if inner.has_markup else 1


def _headline(item: dict[str, Any]) -> Any:
    named = [value for key, value in item.items() if key.startswith("headline_")]
    return first_filled(item.get("headline"), *_by_role(item.get("headlines"), _MAIN), *named)


def _description(item: dict[str, Any], role: str) -> Any:
    """In 1.x the plain one of those by pattern, in 2 and 3 the one of this role."""
    named = [value for key, value in item.items() if key.startswith("description_") and isinstance(value, str)]
    listed = _by_role(item.get("descriptions"), (role, *_MAIN))
    return first_filled(*listed, item.get("description_text"), *named)


def _by_role(value: Any, roles: tuple[str, ...]) -> list[Any]:
    ordered = sorted(dicts(value), key=lambda one: _place(str(one.get("role") or ""), roles))
    return [one.get("value") for one in ordered]


def _place(role: str, roles: tuple[str, ...]) -> int:
    role = role.rpartition(":")[2].lower()
    return roles.index(role) if role in roles else _LAST


def _bodies(item: dict[str, Any]) -> list[list[Any]]:
    """Renditions of the text, those that say the same together: by role in 2 and 3, all of them in 1.x."""
    groups: dict[str, list[Any]] = {}
    for one in dicts(item.get("bodies")):
        groups.setdefault(str(one.get("role") or ""), []).append(one.get("value"))
    named = [value for key, value in item.items() if key.startswith("body_") and isinstance(value, str)]
    out = list(groups.values()) or ([named] if named else [])
    return [group for group in out if first_filled(*group)]
