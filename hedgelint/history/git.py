"""git, asked by its own program; names of files come and go as bytes, with nothing quoted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from hedgelint.errors import InputError
from hedgelint.values import dataclass

EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's name of the tree in which there is nothing
_SECONDS = 120
_ALIKE = 0.5  # share of its lines by which a file is one that was moved, as git itself has it


@dataclass(frozen=True, slots=True)
class Change:
    """`path` as it is now, below the root; `blob` is what git calls the content before, empty where there is none."""

    path: str
    blob: str


@dataclass(frozen=True, slots=True)
class Git:
    root: Path

    @classmethod
    def at(cls, folder: Path) -> Git:
        """The repository that the folder lies in. Raises InputError where it lies in none, or git is missing."""
        top = _run(folder, "rev-parse", "--show-toplevel")
        return cls(Path(os.fsdecode(top.rstrip(b"\n"))))

    def start(self, rev: str) -> str:
        """The commit where what is now parted from `rev`; the empty tree where nothing has been committed yet.

        Raises InputError for a revision that does not exist, and for one without a common past (a shallow clone).
        """
        try:
            head = self._text("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except InputError:
            if rev == "HEAD":
                return EMPTY
            raise InputError("nothing has been committed here yet", path=str(self.root)) from None
        if rev == "HEAD":
            return head
        try:
            commit = self._text("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
        except InputError:
            hint = "git fetch brings it, and `git branch -a` lists what there is"
            if self._text("rev-parse", "--is-shallow-repository") == "true":
                hint = "this clone is a shallow one: git fetch --unshallow, or fetch-depth: 0 in a workflow"
            raise InputError(f"there is no revision “{rev}”", path=str(self.root), hint=hint) from None
        try:
            return self._text("merge-base", head, commit)
        except InputError:
            hint = "a shallow clone? fetch the past: git fetch --unshallow, or fetch-depth: 0 in a workflow"
            raise InputError(f"“{rev}” and HEAD have no past in common", path=str(self.root), hint=hint) from None

    def changes(self, start: str, staged: bool) -> Iterator[Change]:
        """Files that are other than at the commit, moved ones as one; those git does not follow yet are new, or one
        that is missing under a new name."""
        cached = ("--cached",) if staged else ()
        fields = self._run("diff", "--raw", "-z", "--no-abbrev", "--find-renames", *cached, start).split(b"\0")
        missing: list[str] = []
        at = 0
        while at + 1 < len(fields):
            old_mode, new_mode, blob, _, status = fields[at].decode().removeprefix(":").split(" ")
            moved = status[0] in "RC"
            path = os.fsdecode(fields[at + 2 if moved else at + 1])
            at += 3 if moved else 2
            if status[0] == "D":
                missing.append(blob)
            elif new_mode.startswith("100"):  # a file, neither a link nor a repository within
                yield Change(path, blob if status[0] != "A" and old_mode.startswith("100") else "")
        if not staged:
            for name in self._run("ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
                if name:
                    yield Change(os.fsdecode(name), self._moved(os.fsdecode(name), missing))

    def _moved(self, path: str, missing: list[str]) -> str:
        """The missing content that this file is most like."""
        if not missing:
            return ""
        try:
            lines = (self.root / path).read_bytes().splitlines()
        except OSError:
            return ""
        like = [(SequenceMatcher(None, self.content(blob).splitlines(), lines).ratio(), blob) for blob in missing]
        best = max(like)
        return best[1] if best[0] >= _ALIKE else ""

    def content(self, blob: str) -> bytes:
        return self._run("cat-file", "blob", blob)

    def staged(self, path: str) -> bytes:
        """The file as it would be committed now."""
        return self._run("cat-file", "blob", f":{path}")

    def _text(self, *args: str) -> str:
        return self._run(*args).decode().strip()

    def _run(self, *args: str) -> bytes:
        return _run(self.root, *args)


def _run(folder: Path, *args: str) -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", str(folder), "-c", "core.quotepath=off", *args]
    try:
        done = subprocess.run(command, capture_output=True, env=environment, timeout=_SECONDS, check=False)
    except FileNotFoundError:
        raise InputError("git is not installed, and --changed asks it", path=str(folder)) from None
    except subprocess.TimeoutExpired:
        raise InputError(f"git gave no answer in {_SECONDS} seconds", path=str(folder)) from None
    if done.returncode:
        told = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        raise InputError(told or "git could not answer", path=str(folder))
    return done.stdout
