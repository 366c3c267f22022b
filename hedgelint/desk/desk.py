"""Where everything comes together: settings, rules, stories and sources, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from hedgelint.annotate.story import Story
from hedgelint.config.find import Configs
from hedgelint.config.model import Config, Layer
from hedgelint.config.profile import Profiles, Told
from hedgelint.config.settings import Settings, resolve
from hedgelint.desk.linter import Linter
from hedgelint.desk.once import told_once
from hedgelint.desk.suppress import with_waivers
from hedgelint.document.model import Document
from hedgelint.document.reader import read_content, read_documents, reread
from hedgelint.errors import ConfigError, HedgelintError, InputError, InstallationError, RuleErrors, unforeseen
from hedgelint.finding import Finding, Problem, Result, problem_of
from hedgelint.rulebook.rule import Rule
from hedgelint.rulebook.rulebook import Rulebook, load_rulebook
from hedgelint.values import dataclass, field, replace

if TYPE_CHECKING:
    from pathlib import Path

    from hedgelint.desk.fix import Fixed
    from hedgelint.desk.since import Since
    from hedgelint.desk.why import Reason


Read = TypeVar("Read")


@dataclass
class Desk:
    """Lints and annotates files under their own settings; `command` is what the command line adds to every file's.

    Rulebooks, settings and linters are made once for all files that share them. A fault of the program on one story is
    a problem of that story, so that the others are still told; with `raising` it is an exception. So are mistakes in
    the settings and rules of its folder; those of the working directory and of what the command line names are raised.
    With `since` only findings on lines that have changed are told, and what an edit did to people's words.
    """

    configs: Configs = field(default_factory=Configs)
    command: Layer = field(default_factory=Layer)
    rules: tuple[Path, ...] = ()
    encoding: str | None = None
    stdin_name: str = ""
    form: str | None = None
    raising: bool = False
    since: Since | None = None
    unsafe_fixes: bool = False  # mend, too, what a person should read afterwards
    _rulebooks: dict[tuple[Path, ...], Rulebook] = field(default_factory=dict)
    _settings: dict[object, Settings] = field(default_factory=dict)
    _kinds: dict[int, Profiles] = field(default_factory=dict)
    # By the identity of the settings, which are kept above as long as this desk is.
    _linters: dict[int, Linter] = field(default_factory=dict)
    _noted: set[int] = field(default_factory=set)  # settings whose notes have been told, with a story

    def lint(self, path: str) -> Iterator[Result]:
        """One result a story; a file that cannot be read gives a result with a problem.

        Raises ConfigError and RuleErrors for mistakes in what the command line names or the working directory has.
        """
        for document in self.documents(path):
            yield self.result(path, document)

    def result(self, path: str, document: Document | InputError) -> Result:
        """Of one of the documents of a file. Raises ConfigError and RuleErrors as `lint`."""
        if isinstance(document, InputError):
            return Result(document.path or path, "", problems=(problem_of(document),))
        return self._told(document)

    def lint_seen(self, path: str) -> Iterator[tuple[Story | None, Result]]:
        """As `lint`, with the stories; None where nothing could be made of one, and the result says why."""
        for document in self.documents(path):
            if isinstance(document, InputError):
                yield None, self.result(path, document)
                continue
            yield self.look_or_tell(document)

    def look_or_tell(self, document: Document) -> tuple[Story | None, Result]:
        """As `look`; where nothing could be made of the story, None, and the result says why."""
        try:
            return self.look(document)
        except Exception:  # the way on tells it, each kind in its words
            return None, self._told(document)

    def documents(self, path: str) -> Iterator[Document | InputError]:
        """The stories of a file, or what is wrong in the place of one."""
        staged = self.since.content(path) if self.since is not None else None
        if staged is None:
            return read_documents(path, self.encoding, self.stdin_name, self.form)
        return read_content(path, staged, self.encoding, self.form)

    def _told(self, document: Document) -> Result:
        """As `lint_document`; a mistake in the settings of the story's folder is a problem of the story."""
        try:
            return self.lint_document(document)
        except (ConfigError, RuleErrors) as error:
            if self._of_all(error, document.path):
                raise
            mistakes = error.errors if isinstance(error, RuleErrors) else (error,)
            return replace(_not_looked_at(document.path, *mistakes), notes=("not looked at: see the problem",))

    def _of_all(self, error: HedgelintError, path: str) -> bool:
        """Whether the mistake met at a story is in what the command line names, or in the settings of the working
        directory, and so one of the whole run."""
        if isinstance(error, RuleErrors):
            from pathlib import Path

            if any(Path(one.path).is_relative_to(folder) for one in error.errors for folder in self.rules):
                return True
        elif not error.path or error.path in (*self.command.names, *self.command.sources):
            return True
        return self.configs.of_all(path, error)

    def lint_document(self, document: Document) -> Result:
        """Raises ConfigError and RuleErrors."""
        try:
            return self.look(document)[1]
        except HedgelintError:
            raise
        except TimeoutError as stopped:
            return _not_looked_at(document.path, InputError(str(stopped)))
        except Exception as fault:
            if self.raising:
                raise
            told = unforeseen(fault, "this story")
            if isinstance(told, InstallationError):
                raise told from fault
            told.hint += "; the other stories are not touched by it"
            return _not_looked_at(document.path, told)

    def seen(self, path: str) -> Iterator[tuple[Story, Result] | InputError]:
        """Each story of a file, and what came of linting it."""
        return self._each(path, self.look)

    def _each(self, path: str, read: Callable[[Document], Read]) -> Iterator[Read | InputError]:
        """What `read` makes of each story of a file; a mistake of the story or its folder in its place."""
        for document in read_documents(path, self.encoding, self.stdin_name, self.form):
            try:
                yield document if isinstance(document, InputError) else read(document)
            except (ConfigError, RuleErrors) as error:
                if self._of_all(error, document.path):
                    raise
                yield InputError(f"not looked at: {error}", path=document.path)
            except TimeoutError as stopped:
                yield InputError(str(stopped), path=document.path)

    def look(self, document: Document) -> tuple[Story, Result]:
        told = self._profiles(document.path).told_by(document)
        settings = self.settings(document.path, told)
        linter = self._linter(document.path, settings)
        before = self.since.before(document) if self.since is not None else None
        sources = (*settings.sources, *document.sources)
        story, result = linter.seen(document, sources, before)
        result = with_waivers(document, result, settings, linter.names)
        if settings.notes and id(settings) not in self._noted:
            self._noted.add(id(settings))
            result = replace(result, notes=(*settings.notes, *result.notes))
        if settings.profile.by:
            note = f"read as {settings.profile.name}: {settings.profile.by} (--profile news reads it as news)"
            result = replace(result, notes=(note, *result.notes))
        if document.problems:
            result = replace(result, problems=(*document.problems, *result.problems))
        if result.problems and settings.sources:
            result = replace(result, problems=tuple(self._placed(document.path, one) for one in result.problems))
        findings = told_once(result.findings)
        if self.since is not None:
            from hedgelint.desk.since import touches

            lines, edits = self.since.lines(document), linter.of_kind("edit")
            findings = [one for one in findings if one.rule in edits or touches(one, lines)]
        return story, replace(result, findings=tuple(findings), sources=sources)

    def excludes(self, path: str) -> bool:
        """Whether the settings exclude a file; wrong ones exclude nothing, and are told when the story is linted."""
        try:
            return self.configs.for_file(path).excludes(path)
        except ConfigError as error:
            if self._of_all(error, path):
                raise
            return False

    def gone(self) -> Iterator[Problem]:
        """What the settings met so far say of paths that are not there; each once."""
        from hedgelint.desk.suppress import gone

        yield from gone(tuple({entry: None for one in self._settings.values() for entry in one.suppress}))

    def fix(self, path: str, *, write: bool) -> Iterator[tuple[Result, Fixed | None]]:
        """Each story of a file as it is after mending, and what was mended, or would be; only with `write` is the
        file changed. What cannot be written back (a record of a .jsonl file, a Word file) is left, and told."""
        from hedgelint.desk.fix import mend
        from hedgelint.desk.fix import write as write_fixed

        for document in read_documents(path, self.encoding, self.stdin_name, self.form):
            if isinstance(document, InputError):
                yield Result(document.path or path, "", problems=(problem_of(document),)), None
                continue
            result = self._told(document)
            if not document.writable:
                left = ("--fix leaves this as it is: it cannot be written back",) if result.findings else ()
                yield replace(result, notes=(*left, *result.notes)), None
                continue
            fixed = mend(result, partial(self._again, document), unsafe=self.unsafe_fixes)
            if write and fixed.count:
                try:
                    write_fixed(fixed, document)
                except InputError as error:
                    yield replace(result, problems=(*result.problems, problem_of(error))), None
                    continue
                result = self._again(document, fixed.text)
            yield result, fixed

    def _again(self, document: Document, text: str) -> Result:
        return self.lint_document(reread(document, text))

    def annotate(self, path: str) -> Iterator[tuple[str, Story] | InputError]:
        """(path, story) for each story of a file."""
        return self._each(path, lambda document: (document.path, self.annotated(document)))

    def why(self, path: str) -> Iterator[tuple[str, Story, Sequence[Reason]] | InputError]:
        """(path, story, reasons) for each story of a file: see `desk/why.py`."""
        return self._each(path, self._why)

    def _why(self, document: Document) -> tuple[str, Story, Sequence[Reason]]:
        from hedgelint.desk.why import reasons

        linter = self._linter(document.path, self.settings(document.path))
        story = linter.annotate(document)
        suppressed = [one for one in self.lint_document(document).findings if one.suppressed is not None]
        return document.path, story, reasons(story, linter.silences(story), suppressed)

    def claims(self, path: str) -> Iterator[tuple[Story, Result, Sequence[Finding]] | InputError]:
        """For each story of a file (story, result, findings of the rules that ask about claims, those too that are told
        as part of another); that a story was not looked at, and why, is told in the result."""
        return self._each(path, self._claims)

    def _claims(self, document: Document) -> tuple[Story, Result, Sequence[Finding]]:
        settings = self.settings(document.path)
        linter = self._linter(document.path, settings)
        story, result = linter.seen(document)
        result, asking = with_waivers(document, result, settings, linter.names), linter.of_kind("claim")
        result = replace(result, problems=(*document.problems, *result.problems))
        return story, result, [one for one in result.findings if one.rule in asking]

    def annotated(self, document: Document) -> Story:
        return self._linter(document.path, self.settings(document.path)).annotate(document)

    def settings(self, path: str, told: Told | None = None) -> Settings:
        """What is in force for the story at `path`, which says of itself what `told` does. Raises ConfigError and
        RuleErrors."""
        config = self.configs.for_file(path)
        key = (config.path, config.rules, repr(config.layers_for(path)), told)
        if key not in self._settings:
            self._settings[key] = resolve(config, path, self.command, self.rulebook(config), told)
        return self._settings[key]

    def _profiles(self, path: str) -> Profiles:
        book = self.rulebook(self.configs.for_file(path))
        if id(book) not in self._kinds:
            self._kinds[id(book)] = Profiles.of(book.lexicons["profiles"])
        return self._kinds[id(book)]

    def rule(self, name: str) -> Rule | None:
        """The rule of this id in the rulebooks that have been used so far."""
        return next((rule for book in self._rulebooks.values() if (rule := book.rule(name)) is not None), None)

    def in_force(self, path: str) -> Mapping[str, Any]:
        """The settings of a file as a report tells them: whence, what counts, severities by rule."""
        try:
            settings, file = self.settings(path), self.configs.for_file(path).path
        except (ConfigError, RuleErrors) as error:
            if self._of_all(error, path):
                raise
            settings, file = Settings({}), error.path
        return {
            "file": file,
            "fail-on": settings.fail_on,
            "scale": settings.scale or "",
            "fidelity": settings.fidelity,
            **({"english": settings.english} if settings.english else {}),
            "rules": dict(settings.active),
        }

    def rulebook(self, config: Config) -> Rulebook:
        folders = (*config.rules, *self.rules)
        if folders not in self._rulebooks:
            self._rulebooks[folders] = load_rulebook(folders)
        return self._rulebooks[folders]

    def _in_settings(self, path: str, error: ConfigError) -> ConfigError:
        """The mistake about a file of names, at the place of the settings that name it, if they do."""
        place = self.configs.for_file(path).places.get(f"names {error.path}")
        if place is None:
            return error
        file, line, column = place
        message = error.message.replace("a list of names that", f"the list of names “{error.path}”", 1)
        return ConfigError(message, path=file, line=line, column=column, hint="mend the path, or take it out")

    def _placed(self, path: str, problem: Problem) -> Problem:
        """The problem of a source, at the place of the settings that name it, if they do."""
        place = self.configs.for_file(path).places.get(f"sources {problem.path}")
        if place is None or problem.line:
            return problem
        file, line, column = place
        message = problem.message.replace("this source", f"the source “{problem.path}”", 1)
        return replace(problem, message=message, path=file, line=line, column=column)

    def _linter(self, path: str, settings: Settings) -> Linter:
        if id(settings) not in self._linters:
            book = self.rulebook(self.configs.for_file(path))
            names: tuple[str, ...] = ()
            if settings.names:
                from hedgelint.desk.names import read_names

                try:
                    names = read_names(settings.names)
                except ConfigError as error:
                    raise self._in_settings(path, error) from None
            linter = Linter(
                book,
                settings.active,
                scale=settings.scale,
                fidelity=settings.fidelity,
                names=names,
                speakers=settings.speakers,
                raising=self.raising,
            )
            self._linters[id(settings)] = linter
        return self._linters[id(settings)]


def _not_looked_at(path: str, *mistakes: HedgelintError) -> Result:
    """Not a letter: a story that was not looked at is none of those in which nothing was found."""
    problems = (problem_of(mistake) for mistake in mistakes)
    return Result(path, "", problems=tuple(replace(one, path=one.path or path) for one in problems))


def severities(results: Sequence[Result]) -> Mapping[str, int]:
    """How many findings of each severity count (those suppressed do not)."""
    out: dict[str, int] = {}
    for result in results:
        for finding in result.findings:
            if finding.suppressed is None:
                out[finding.severity] = out.get(finding.severity, 0) + 1
    return out
