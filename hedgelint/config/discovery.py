"""Paths as given → the files to lint."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from hedgelint.document.formats import SUFFIXES
from hedgelint.errors import InputError

_SKIPPED = frozenset(("node_modules", "__pycache__", "venv"))


def discover(paths: Sequence[str]) -> Iterator[str | InputError]:
    """Files as they are named, folders walked in order of names; each file once. `-` is standard input."""
    seen = set()
    for path in paths:
        found = _below(path) if path != "-" and os.path.isdir(path) else [path]
        if not found:
            yield InputError("no story here", path=path, hint=f"stories end in {', '.join(SUFFIXES)}")
        for file in found:
            if (key := os.path.normpath(file)) not in seen:
                seen.add(key)
                yield file


def _below(folder: str) -> list[str]:
    found: list[str] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _holds_stories(name))
        found += [os.path.normpath(os.path.join(root, name)) for name in sorted(files) if name.endswith(SUFFIXES)]
    return found


def _holds_stories(folder: str) -> bool:
    # STORY.sources holds what a story was taken from, not stories.
    return folder not in _SKIPPED and not folder.startswith(".") and not folder.endswith(".sources")
