"""Paths as given → the files to lint."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hedgelint.config.model import one_form
from hedgelint.document.formats import KNOWN, MANUSCRIPTS, SUFFIXES
from hedgelint.errors import InputError
from hedgelint.files import walk
from hedgelint.patterns import pattern_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SKIPPED = frozenset(("node_modules", "__pycache__", "venv"))
# Files that bear the suffix of a story and are read by programs and lawyers.
_NO_STORY = pattern_of(
    r"(?:(?:[\w.-]*requirements[\w.-]*|constraints[\w.-]*|robots|humans|ads|app-ads|security|llms[\w-]*|cmakelists"
    r"|top_level|sources|entry_points)\.txt|(?:licen[cs]es?|copying|notice)(?:[.-].*)?)$",
    re.I,
)


def discover(
    paths: Sequence[str], *, gitignore: bool = True, passed: list[str] | None = None
) -> Iterator[str | InputError]:
    """Files as they are named, folders walked in order of names; each file once. `-` is standard input.

    In folders, what git is told to ignore is passed over unless `gitignore` is false, and so are files that are no
    stories by their names. Of these, manuscripts in formats that are not read are added to `passed`.
    """
    seen = set()
    for path in paths:
        folder = path != "-" and os.path.isdir(path)
        found = list(_below(path, _Ignored(path) if gitignore else None, passed)) if folder else [path]
        if not found:
            yield InputError("no story here", path=path, hint=f"stories end in {', '.join(KNOWN)}")
        for file in found:
            if isinstance(file, InputError):
                yield file
            elif (key := os.path.normpath(file)) not in seen:
                seen.add(key)
                yield file


def is_story(path: str) -> bool:
    """Whether a file's name is not that of a list for programs or a licence."""
    return not _NO_STORY.match(os.path.basename(path))


def _below(folder: str, ignored: _Ignored | None, passed: list[str] | None) -> Iterator[str | InputError]:
    def enter(path: str) -> bool:
        if not _holds_stories(os.path.basename(path)) or (ignored is not None and ignored.covers(path, True)):
            return False
        if ignored is not None:
            ignored.enter(path)
        return True

    def wanted(path: str) -> bool:
        unread = passed is not None and path.lower().endswith(MANUSCRIPTS)
        if not (path.lower().endswith(SUFFIXES) or unread) or not is_story(path):
            return False
        if ignored is not None and ignored.covers(path, False):
            return False
        if unread and passed is not None:
            passed.append(path)
        return not unread

    if ignored is not None:
        ignored.enter(folder)
    return walk(folder, wanted, enter)


def _holds_stories(folder: str) -> bool:
    # STORY.sources holds what a story was taken from, not stories.
    return folder not in _SKIPPED and not folder.startswith(".") and not folder.endswith(".sources")


class _Ignored:
    """What the .gitignore files say: those of the folder that is walked, of the folders in it, and of those above it up
    to the top of the repository."""

    def __init__(self, folder: str) -> None:
        self._specs: dict[str, GitIgnoreSpec] = {}
        from pathlib import Path

        top = Path(folder).absolute()
        above = [top, *top.parents]
        repository = next((i for i, parent in enumerate(above) if (parent / ".git").exists()), 0)
        for parent in above[1 : repository + 1]:
            self.enter(str(parent))

    def enter(self, folder: str) -> None:
        """Reads the folder's own file, if it has one."""
        file = os.path.join(folder, ".gitignore")
        if os.path.isfile(file):
            from pathspec import GitIgnoreSpec

            with open(file, encoding="utf-8", errors="replace") as lines:
                self._specs[os.path.abspath(folder)] = GitIgnoreSpec.from_lines(one_form(lines.read()).splitlines())

    def covers(self, path: str, folder: bool) -> bool:
        """The last word is that of the file nearest to it that says anything."""
        if not self._specs:
            return False
        whole = os.path.abspath(path)
        at = os.path.dirname(whole)
        while True:
            spec = self._specs.get(at)
            if spec is not None:
                here = one_form(os.path.relpath(whole, at)).replace(os.sep, "/")
                said = spec.check_file(here + "/" * folder).include
                if said is not None:
                    return said
            if at == os.path.dirname(at):
                return False
            at = os.path.dirname(at)
