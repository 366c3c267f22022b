"""What a record of JSON tells of its story besides the words: when, which desk, who wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

# The first that is there is taken: the names that exports of newsroom systems give them.
TELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "uri", "guid", "_id", "url"),
        "published": ("published", "published_at", "publish_date", "date", "pubDate", "versioncreated", "created_at"),
        "desk": ("desk", "section", "beat", "category", "department"),
        "author": ("author", "authors", "byline", "by"),
    }
)


def of_line(line: str) -> dict[str, str | None]:
    """None for what the record does not tell."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(record, dict):
        return {}
    return {
        name: next((_told(record.get(key)) for key in keys if record.get(key)), None) for name, keys in TELLS.items()
    }


def _told(value: Any) -> str | None:
    """A value as words: of a list, each; of an object, its name."""
    if isinstance(value, list):
        return ", ".join(words for one in value if (words := _told(one))) or None
    if isinstance(value, dict):
        return _told(value.get("name") or value.get("title"))
    return None if value is None else str(value)
