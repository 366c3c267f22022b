"""A desk that is kept as long as the same rule and sources are asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.desk.selftest import run_examples
from hedgelint.document.reader import read_content
from hedgelint.errors import InputError, RuleErrors
from hedgelint.finding import Result, problem_of
from hedgelint.report.xray.page import Seen, main_of, shown
from hedgelint.serve.asked import Asked, Given
from hedgelint.serve.rule import proof, slips
from hedgelint.values import dataclass, replace

Make = Callable[[Layer, tuple[Path, ...]], Desk]


@dataclass(slots=True)
class _Kept:
    """`folder` holds what the desk reads beside the story; it goes with this."""

    key: str
    desk: Desk
    rule: str
    folder: TemporaryDirectory[str]


class Reading:
    """`make` gives a desk with what a command line adds and files of rules. One question is answered at a time."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._lock = Lock()
        self._kept: _Kept | None = None

    def close(self) -> None:
        if self._kept is not None:
            self._kept.folder.cleanup()
            self._kept = None

    def answer(self, asked: Asked) -> Mapping[str, Any]:
        """HTML of the stories and of what became of the rule. Raises HedgelintError for mistakes in the settings."""
        with self._lock:
            kept = self._desk(asked)
            seen = list(self._seen(kept.desk, asked.story))
            html = main_of([shown(one, number) for number, one in enumerate(seen)])
            for number in range(len(asked.sources)):  # a source is known by the name that it was given under
                html = html.replace(escape(f"{kept.folder.name}{os.sep}{number}{os.sep}"), "")
            return {"html": html, "rule": kept.rule}

    def _seen(self, desk: Desk, story: Given) -> Sequence[Seen]:
        out = []
        for document in read_content(story.name, story.content):
            if isinstance(document, InputError):
                out.append(Seen(None, Result(story.name, "", problems=(problem_of(document),))))
                continue
            made, result = desk.look_or_tell(document)
            counting = tuple(finding for finding in result.findings if finding.suppressed is None)
            out.append(Seen(made, replace(result, findings=counting)))
        return out

    def _desk(self, asked: Asked) -> _Kept:
        key = _key(asked)
        if self._kept is None or self._kept.key != key:
            self.close()
            folder = TemporaryDirectory(prefix="hedgelint-", ignore_cleanup_errors=True)
            try:
                self._kept = _Kept(key, *self._made(asked, Path(folder.name)), folder)
            except BaseException:
                folder.cleanup()
                raise
        return self._kept

    def _made(self, asked: Asked, folder: Path) -> tuple[Desk, str]:
        sources = []
        for number, source in enumerate(asked.sources):
            (folder / str(number)).mkdir()
            path = folder / str(number) / source.name
            path.write_bytes(source.content)
            sources.append(str(path))
        layer = Layer(sources=tuple(sources))
        if not asked.rule.strip():
            return self._make(layer, ()), ""
        file = folder / "rule.yaml"
        file.write_text(asked.rule, "utf-8")
        try:
            desk = self._make(layer, (file,))
            book = desk.rulebook(desk.configs.for_file("pasted.txt"))
        except RuleErrors as errors:
            own = [error for error in errors.errors if error.path == str(file)]
            if len(own) < len(errors.errors):
                raise
            return self._make(layer, ()), slips(own)
        names = tuple(rule.id for rule in book.rules if rule.path == str(file))
        chosen = self._make(replace(layer, extend_select=names), (file,))
        return chosen, proof(names, run_examples(book, names))


def _key(asked: Asked) -> str:
    digest = sha256(asked.rule.encode())
    for source in asked.sources:
        digest.update(f"\0{source.name}\0{len(source.content)}\0".encode())
        digest.update(source.content)
    return digest.hexdigest()
