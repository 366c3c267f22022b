"""`hedgelint test`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from hedgelint.cli.options import CONFIG, NO_CONFIG, TRACEBACK, desk_of
from hedgelint.cli.terminal import say
from hedgelint.desk.selftest import ExampleReport, run_examples, unmark
from hedgelint.errors import HedgelintError
from hedgelint.report.text import visible
from hedgelint.rulebook.rulebook import Rulebook

_SAYS = {
    "missing": "the rule is silent where it must speak",
    "noisy": "the rule speaks where it must be silent",
    "misplaced": "the rule speaks, but at other words",
    "fixed": "the rule finds this now: move it from `missed` to `bad`",
}


@click.command("test", short_help="Rules against their own examples.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[RULE FILES]...")
@CONFIG
@NO_CONFIG
@TRACEBACK
def command(files: tuple[Path, ...], config: Path | None, no_config: bool, traceback: bool) -> None:
    """Hold rules against the examples in their own files: all rules, or those of the files and folders named."""
    for file in files:
        if not file.exists():
            raise HedgelintError("there is no such file", path=str(file))
    desk = desk_of(config, no_config, ())
    settings = desk.configs.for_file("<here>")
    known = {path.resolve() for path in settings.rules}
    shipped = {Path(rule.path).resolve() for rule in desk.rulebook(settings).rules}
    new = tuple(file for file in files if not _held(file, known, shipped))
    book = desk_of(config, no_config, new).rulebook(settings)
    ids = _ids(book, files)
    if files and not ids:
        raise HedgelintError("there is no rule in these files", path=str(files[0]))
    reports = run_examples(book, ids)
    wrong = [report for report in reports if report.verdict != "ok"]
    for report in wrong:
        say(f"{report.path}:{report.line}: {report.rule}: {report.verdict}: {_SAYS[report.verdict]}")
        say(f"    {visible(' '.join(report.example.split()))}")
        say(f"    found: {_found(report)}")
    rules = len(ids) if files else len(book.rules)
    verdict = f"{len(wrong)} of them wrong" if wrong else "all as they should be"
    say(f"{rules} {'rule' if rules == 1 else 'rules'}, {len(reports)} examples, {verdict}.")
    sys.exit(1 if wrong else 0)


def _held(file: Path, known: set[Path], shipped: set[Path]) -> bool:
    """Whether these rules are in the rulebook anyhow, so that a second time would be a duplicate."""
    whole = file.resolve()
    if whole in shipped or any(whole == path or path in whole.parents for path in known):
        return True
    return whole.is_dir() and any(whole in path.parents for path in shipped)


def _ids(book: Rulebook, files: Sequence[Path]) -> list[str]:
    wanted = [file.resolve() for file in files]
    return [
        rule.id
        for rule in book.rules
        if any(path == (own := Path(rule.path).resolve()) or path in own.parents for path in wanted)
    ]


def _found(report: ExampleReport) -> str:
    text, _ = unmark(report.example)
    return ", ".join(f"“{visible(' '.join(span.of(text).split()))}”" for span in report.found) or "nothing"
