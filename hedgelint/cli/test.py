"""`hedgelint test`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from hedgelint.cli.desks import desk_of
from hedgelint.cli.options import CONFIG, NO_CONFIG, TRACEBACK
from hedgelint.cli.terminal import say
from hedgelint.desk.selftest import (
    FRAME,
    FRAME_SAYS,
    PIECE_SAYS,
    SAYS,
    ExampleReport,
    run_examples,
    run_frame_examples,
    run_list_examples,
    run_piece_examples,
    unmark,
)
from hedgelint.errors import HedgelintError, nearest
from hedgelint.report.text import visible
from hedgelint.rulebook.rulebook import Rulebook


@click.command("test", short_help="Rules against their own examples.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[RULES]...")
@CONFIG
@NO_CONFIG
@TRACEBACK
def command(files: tuple[Path, ...], config: Path | None, no_config: bool, traceback: bool) -> None:
    """Hold rules against the examples in their own files: all rules, or those of the files and folders named, or by
    their names."""
    desk = desk_of(config, no_config, ())
    settings = desk.configs.for_file("<here>")
    known = {path.resolve() for path in settings.rules}
    held = desk.rulebook(settings)
    files = tuple(file if file.exists() else _by_name(held, str(file)) for file in files)
    written = (*(r.path for r in held.rules), *(w.path for w in held.list_examples), *(p["path"] for p in held.pieces))
    shipped = {Path(path).resolve() for path in written}
    new = tuple(file for file in files if not _held(file, known, shipped))
    book = desk_of(config, no_config, new).rulebook(settings)
    ids, lists = _ids(book, files), _lists(book, files)
    pieces = [piece["path"] for piece in book.pieces if not files or _below(piece["path"], files)]
    if files and not (ids or lists or pieces):
        hint = "rule files end in .yaml; a plain word list stands in a folder lexicon: lexicon/loaded-labels.txt"
        raise HedgelintError("there is no rule and no word list in these files", path=str(files[0]), hint=hint)
    reports = (
        *(run_examples(book, ids) if ids or not files else ()),
        *run_list_examples(book, lists),
        *run_piece_examples(book, pieces),
        *run_frame_examples(book, lists),
    )
    misnamed = [rule for rule in book.rules if rule.id in ids and Path(rule.path).stem != rule.id]
    for rule in misnamed:
        click.echo(f"{rule.path}:{rule.line}: {rule.id}: the file of a rule has its name: {rule.id}.yaml", err=True)
    wrong = [report for report in reports if report.verdict != "ok"]
    for report in wrong:
        says = PIECE_SAYS if report.rule.startswith("<") else FRAME_SAYS if report.rule.startswith(FRAME) else SAYS
        column = f":{report.column}" if report.column else ""
        say(f"{report.path}:{report.line}{column}: {report.rule}: {report.verdict}: {says[report.verdict]}")
        say(f"    {visible(' '.join(report.example.split()))}")
        say(f"    found: {_found(report)}")
    rules = len(ids) if files else len(book.rules)
    told = [f"{rules} {'rule' if rules == 1 else 'rules'}"] if rules else []
    proved = (
        [one.path for one in book.list_examples if one.path in lists and (one.examples or one.proofs)]
        if ids or not files
        else lists
    )
    told += [f"{len(proved)} word {'list' if len(proved) == 1 else 'lists'}"] if proved else []
    told += [f"{len(pieces)} {'piece' if len(pieces) == 1 else 'pieces'}"] if pieces else []
    frames = len({report.rule for report in reports if report.rule.startswith(FRAME)})
    told += [f"{frames} {'frame' if frames == 1 else 'frames'}"] if frames else []
    verdict = f"{len(wrong)} of them wrong" if wrong else "all as they should be"
    say(f"{', '.join(told)}, {len(reports)} {'example' if len(reports) == 1 else 'examples'}, {verdict}.")
    sys.exit(1 if wrong else 0)


def _by_name(book: Rulebook, name: str) -> Path:
    """The file of the rule of this name. Raises HedgelintError."""
    rule = book.rule(name.lower())
    if rule is None:
        hint = "" if "/" in name or "." in name else nearest(name, (rule.id for rule in book.rules))
        raise HedgelintError(
            "there is no such file" if not hint else "there is no such file or rule", path=name, hint=hint
        )
    return Path(rule.path)


def _held(file: Path, known: set[Path], shipped: set[Path]) -> bool:
    """Whether these rules are in the rulebook anyhow, so that a second time would be a duplicate."""
    whole = file.resolve()
    if whole in shipped or any(whole == path or path in whole.parents for path in known):
        return True
    return whole.is_dir() and any(whole in path.parents for path in shipped)


def _ids(book: Rulebook, files: Sequence[Path]) -> list[str]:
    return [rule.id for rule in book.rules if _below(rule.path, files)]


def _lists(book: Rulebook, files: Sequence[Path]) -> list[str]:
    """The files of word lists among those named; all where none is."""
    return [file.path for file in book.list_examples if not files or _below(file.path, files)]


def _below(path: str, files: Sequence[Path]) -> bool:
    own = Path(path).resolve()
    return any(own == (file := given.resolve()) or file in own.parents for given in files)


def _found(report: ExampleReport) -> str:
    text, _ = unmark(report.example)
    return ", ".join(f"“{visible(' '.join(span.of(text).split()))}”" for span in report.found) or "nothing"
