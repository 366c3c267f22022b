"""The desk that a server keeps, and what it makes of files that are open in an editor."""

from __future__ import annotations

from collections.abc import Callable
from os.path import basename

from hedgelint.annotate.story import Story
from hedgelint.config.discovery import is_story
from hedgelint.desk.desk import Desk
from hedgelint.desk.fix import mend
from hedgelint.document.formats import by_suffix
from hedgelint.document.reader import read_opened, reread
from hedgelint.document.readers.plain import read_plain
from hedgelint.errors import HedgelintError, InputError, unforeseen
from hedgelint.finding import Problem, Result, problem_of
from hedgelint.lsp.looked import Looked
from hedgelint.lsp.positions import Positions
from hedgelint.rulebook.rule import Rule

# What editors call the languages that stories are written in, and the format of each where a name's ending does not
# tell; "" is for the content to tell.
LANGUAGES = {
    "plaintext": "",
    "text": "",
    "": "",
    "markdown": "markdown",
    "mdx": "mdx",
    "quarto": "markdown",
    "rmd": "markdown",
    "html": "html",
}
# Several stories whose places are their own; no text at all.
LARGEST = 1_000_000  # code points; a longer text would keep the others waiting for seconds
_NOT_HERE = frozenset(("jsonl", "warc", "docx", "odt", "epub"))


class Reading:
    """Not for several threads at once. `make` makes a desk, again when rules or settings have changed.

    `troubles` are the mistakes in rules and settings that this desk has met; the desk before goes on in its place, so
    that a slip in a rule does not take every writer's findings away.
    """

    def __init__(self, make: Callable[[], Desk]) -> None:
        self._make = make
        self._desk = make()
        self._before: Desk | None = None
        self.desk = 0
        self.troubles: dict[str, HedgelintError] = {}

    def renew(self, path: str) -> None:
        """Reads rules and settings again, for a file that need not be there. Until that is done the ones before are in
        force, with their mistakes."""
        desk = self._make()
        troubles = _mistakes(desk, path)
        if not self.troubles:
            self._before = self._desk
        self._desk, self.troubles = desk, troubles
        self.desk += 1

    def check(self, path: str) -> None:
        """Reads the rules and settings for a file that need not be there, for the mistakes that are in them."""
        self.troubles |= _mistakes(self._desk, path)

    def look(self, uri: str, path: str, language: str, version: int | None, text: str, encoding: str) -> Looked:
        """Never raises: what is wrong is in `problems` and `troubles`."""
        looked = Looked(uri, path, version, self.desk, text, Positions(text, encoding))
        form = form_of(path, language)
        if form is None:
            return looked
        if len(text) > LARGEST:
            told = f"more than {LARGEST // 1000} KB is not looked at while it is open: `hedgelint {path}` does"
            return Looked(uri, path, version, self.desk, text, looked.positions, (), (Problem(told, path),))
        for desk in (self._desk, self._before):
            if desk is None:
                break
            try:
                seen, problems = self._seen(desk, path, text, form)
            except HedgelintError as error:
                if desk is self._desk:
                    self._met(error)
                continue
            except Exception as fault:  # of hedgelint's own: told where the story is, and the server lives on
                told = f"{unforeseen(fault, 'this story').message} (please report it)"
                seen, problems = (), (Problem(told, path),)
            return Looked(uri, path, version, self.desk, text, looked.positions, seen, problems)
        return looked

    def mended(self, looked: Looked) -> str | None:
        """The text with everything mended that has one right answer; None where nothing is."""
        if len(looked.seen) != 1 or not looked.seen[0][0].document.writable:
            return None
        (story, result) = looked.seen[0]
        try:
            fixed = mend(result, lambda text: self._desk.lint_document(reread(story.document, text)))
        except HedgelintError:
            return None
        return fixed.text if fixed.count else None

    def rule(self, name: str) -> Rule | None:
        return self._desk.rule(name) or (self._before.rule(name) if self._before is not None else None)

    def _met(self, error: HedgelintError) -> None:
        self.troubles[str(error)] = error

    def _seen(
        self, desk: Desk, path: str, text: str, form: str
    ) -> tuple[tuple[tuple[Story, Result], ...], tuple[Problem, ...]]:
        if desk.configs.for_file(path).excludes(path):
            return (), ()
        seen, problems = [], []
        for document in read_opened(path, text, form or None):
            if isinstance(document, InputError):
                problems.append(problem_of(document))
            elif document.source == text:
                seen.append(desk.look(document))
        return tuple(seen), tuple(problems)


def _mistakes(desk: Desk, path: str) -> dict[str, HedgelintError]:
    try:
        desk.lint_document(read_plain(path, "Nothing."))
    except HedgelintError as error:
        return {str(error): error}
    return {}


def form_of(path: str, language: str) -> str | None:
    """The format that an open file is read in, "" where its content is to tell; None where it is no story."""
    named = by_suffix(path)
    if not is_story(path) or (named is None and language not in LANGUAGES and "." in basename(path)):
        return None
    if named is not None and named.module:
        return None if named.name in _NOT_HERE else "" if named.name == "text" else named.name
    if named is not None and named.name not in ("json", "xml"):
        return None
    if named is not None:
        return ""
    return LANGUAGES.get(language)
