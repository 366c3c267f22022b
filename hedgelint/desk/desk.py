"""Where everything comes together: settings, rules, stories and sources, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hedgelint.annotate.story import Story
from hedgelint.config.active import UNUSED, active_rules
from hedgelint.config.find import Configs
from hedgelint.config.model import Config, Layer
from hedgelint.desk.linter import Linter
from hedgelint.desk.suppress import judged, waivers
from hedgelint.document.model import Document
from hedgelint.document.plain import read_plain
from hedgelint.document.reader import read_documents
from hedgelint.errors import ConfigError, HedgelintError, InputError
from hedgelint.finding import Problem, Result
from hedgelint.rulebook.rulebook import Rulebook, load_rulebook

if TYPE_CHECKING:
    from hedgelint.desk.fix import Fixed
    from hedgelint.desk.why import Reason

_SCALE = "probability-scales"


@dataclass
class Desk:
    """Lints and annotates files under their own settings; `command` is what the command line adds to every file's.

    Rulebooks and linters are built once for all files that share them.
    """

    configs: Configs = field(default_factory=Configs)
    command: Layer = field(default_factory=Layer)
    rules: tuple[Path, ...] = ()
    encoding: str | None = None
    stdin_name: str = ""
    _rulebooks: dict[tuple[Path, ...], Rulebook] = field(default_factory=dict)
    _linters: dict[object, Linter] = field(default_factory=dict)

    def lint(self, path: str) -> Iterator[Result]:
        """One result a story; a file that cannot be read gives a result with a problem.

        Raises ConfigError and RuleErrors for mistakes that are not the file's own.
        """
        for document in read_documents(path, self.encoding, self.stdin_name):
            if isinstance(document, InputError):
                yield Result(document.path or path, "", problems=(problem_of(document),))
            else:
                yield self.lint_document(document)

    def lint_document(self, document: Document) -> Result:
        config = self.configs.for_file(document.path)
        linter = self.linter(document.path)
        sources = (*self._layer(config, document.path).sources, *document.sources)
        result = linter.lint(document, sources)
        try:
            given, problems = waivers(document, config.suppress)
        except ConfigError as error:
            given, problems = [], [problem_of(error)]
        known = {rule.id for rule in self.rulebook(config).rules} | set(linter.categories) | {"all"}
        findings = judged(document, result.findings, given, linter.active, known) if given else result.findings
        severity = linter.active.get(UNUSED)
        kept = tuple(
            finding if finding.rule != UNUSED else replace(finding, severity=severity or "warning")
            for finding in findings
            if finding.rule != UNUSED or severity
        )
        ordered = sorted(kept, key=lambda f: (f.start, f.end, f.rule))
        return replace(result, findings=tuple(ordered), problems=(*result.problems, *problems))

    def fix(self, path: str, *, write: bool) -> Iterator[tuple[Result, Fixed | None]]:
        """Each story of a file as it is after mending, and what was mended, or would be; only with `write` is the
        file changed. Records of a .jsonl file are left as they are."""
        from hedgelint.desk.fix import mend
        from hedgelint.desk.fix import write as write_fixed

        for document in read_documents(path, self.encoding, self.stdin_name):
            if isinstance(document, InputError):
                yield Result(document.path or path, "", problems=(problem_of(document),)), None
                continue
            result = self.lint_document(document)
            if path.endswith(".jsonl"):
                yield result, None
                continue
            fixed = mend(result, partial(self._again, document))
            if write and fixed.count:
                try:
                    write_fixed(fixed, document)
                except InputError as error:
                    yield replace(result, problems=(*result.problems, problem_of(error))), None
                    continue
                result = self._again(document, fixed.text)
            yield result, fixed

    def _again(self, document: Document, text: str) -> Result:
        return self.lint_document(read_plain(document.path, text, document.encoding, document.notes))

    def annotate(self, path: str) -> Iterator[tuple[str, Story] | InputError]:
        """(path, story) for each story of a file."""
        for document in read_documents(path, self.encoding, self.stdin_name):
            if isinstance(document, InputError):
                yield document
            else:
                yield document.path, self.linter(document.path).annotate(document)

    def why(self, path: str) -> Iterator[tuple[str, Story, Sequence[Reason]] | InputError]:
        """(path, story, reasons) for each story of a file: see `desk/why.py`."""
        from hedgelint.desk.why import reasons

        for document in read_documents(path, self.encoding, self.stdin_name):
            if isinstance(document, InputError):
                yield document
            else:
                linter = self.linter(document.path)
                story = linter.annotate(document)
                suppressed = [one for one in self.lint_document(document).findings if one.suppressed is not None]
                yield document.path, story, reasons(story, linter.silences(story), suppressed)

    def fail_on(self, path: str) -> str:
        """The severity from which on a finding in this file counts."""
        return self._layer(self.configs.for_file(path), path).fail_on or "warning"

    def rulebook(self, config: Config) -> Rulebook:
        folders = (*config.rules, *self.rules)
        if folders not in self._rulebooks:
            self._rulebooks[folders] = load_rulebook(folders)
        return self._rulebooks[folders]

    def linter(self, path: str) -> Linter:
        config = self.configs.for_file(path)
        layers = (*config.layers_for(path), self.command)
        one = self._layer(config, path)
        key = (config.rules, repr(layers))
        if key not in self._linters:
            book = self.rulebook(config)
            if one.scale is not None:
                self._check_scale(one.scale, book, config)
            active = active_rules(book.rules, layers, config.places)
            self._linters[key] = Linter(book, active, scale=one.scale, fidelity=one.fidelity or "news")
        return self._linters[key]

    def _layer(self, config: Config, path: str) -> Layer:
        """What all layers say together of everything but the choice of rules: the last to speak is heard."""
        out = Layer()
        for layer in (*config.layers_for(path), self.command):
            out = Layer(
                fail_on=layer.fail_on or out.fail_on,
                scale=layer.scale or out.scale,
                fidelity=layer.fidelity or out.fidelity,
                sources=out.sources + layer.sources,
            )
        return out

    @staticmethod
    def _check_scale(scale: str, book: Rulebook, config: Config) -> None:
        known = sorted({name for entry in book.lexicons[_SCALE].entries for name in entry["bands"]})
        if scale not in known:
            raise ConfigError(f"there is no scale “{scale}”", path=config.path, hint=f"one of: {', '.join(known)}")


def problem_of(error: HedgelintError) -> Problem:
    message = f"{error.message} ({error.hint})" if error.hint else error.message
    return Problem(message, error.path, error.line, error.column)


def severities(results: Sequence[Result]) -> Mapping[str, int]:
    """How many findings of each severity count (those suppressed do not)."""
    out: dict[str, int] = {}
    for result in results:
        for finding in result.findings:
            if finding.suppressed is None:
                out[finding.severity] = out.get(finding.severity, 0) + 1
    return out
