"""Stories held against what git has of them: which have changed, where, and what they were before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from hedgelint.document.model import Document
from hedgelint.document.reader import read_content
from hedgelint.errors import InputError
from hedgelint.finding import Finding
from hedgelint.history.git import Change, Git
from hedgelint.patterns import pattern_of
from hedgelint.values import dataclass, field

_LINE_END = pattern_of("\r\n|\r|\n")


@dataclass(slots=True)
class Since:
    """`rev` is the revision to compare with; with `staged` the index is what is linted, else the files as they are."""

    rev: str = "HEAD"
    staged: bool = False
    _changes: dict[Path, dict[str, tuple[Git, Change]]] = field(default_factory=dict)
    _before: dict[str, dict[str, Document]] = field(default_factory=dict)

    def has_changed(self, path: str) -> bool:
        """Raises InputError where the file lies in no repository, or the revision is not there."""
        return self._change(path) is not None

    def content(self, path: str) -> bytes | None:
        """What is to be linted where that is not the file as it is on the disk."""
        found = self._change(path) if self.staged else None
        return found[0].staged(found[1].path) if found else None

    def before(self, document: Document) -> Document | None:
        """The same story as it was; None for a new one."""
        path, _, record = document.path.partition("#")
        if path not in self._before:
            self._before[path] = {one.path: one for one in self._old(path)}
        return self._before[path].get(f"{path}#{record}" if record else path)

    def lines(self, document: Document) -> set[int]:
        """The lines (from 1) of the document's source that are new or other than they were, and those behind which
        some are gone."""
        now = _LINE_END.split(document.source)
        before = self.before(document)
        if before is None:
            return set(range(1, len(now) + 1))
        was = _LINE_END.split(before.source)
        changed: set[int] = set()
        for kind, _, _, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if kind != "equal":
                changed.update(range(start + 1, max(end, start + 1) + 1))
        return changed

    def _old(self, path: str) -> Iterator[Document]:
        found = self._change(path)
        if found is None or not found[1].blob:
            return
        git, change = found
        for document in read_content(path, git.content(change.blob)):
            if not isinstance(document, InputError):
                yield document

    def _change(self, path: str) -> tuple[Git, Change] | None:
        if path.startswith("<") or path == "-":
            return None
        whole = Path(os.path.realpath(path))
        folder = whole.parent
        if folder not in self._changes:
            self._changes[folder] = self._of(folder)
        return self._changes[folder].get(str(whole))

    def _of(self, folder: Path) -> dict[str, tuple[Git, Change]]:
        """Of the whole repository; the folders of one share them."""
        git = Git.at(folder)
        root = Path(os.path.realpath(git.root))
        if root not in self._changes:
            start = git.start(self.rev)
            changes = git.changes(start, self.staged)
            self._changes[root] = {str(root / change.path): (git, change) for change in changes}
        return self._changes[root]


def touches(finding: Finding, lines: set[int]) -> bool:
    return any(line in lines for line in range(finding.start.line, finding.end.line + 1))
