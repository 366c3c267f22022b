"""`hedgelint import-vale`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from hedgelint.cli.options import TRACEBACK
from hedgelint.cli.terminal import say
from hedgelint.errors import HedgelintError
from hedgelint.files import write_whole


@click.command("import-vale", short_help="Rules of Vale's styles as rules of hedgelint.")
@click.argument("styles", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="STYLES...")
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("vale-rules"),
    metavar="FOLDER",
    help="Where the rules go. [vale-rules]",
)
@click.option("--quiet", "-q", is_flag=True, help="Only what is not carried over.")
@TRACEBACK
def command(styles: tuple[Path, ...], folder: Path, quiet: bool, traceback: bool) -> None:
    """Rules of Vale become rules that leave a source's words alone. STYLES is the folder of styles (StylesPath), one
    style, or one file; vocabularies in it are carried over too.

    Every rule gets examples, and is written only where they hold. What is not carried over is told with the reason.
    A file that is there already stays as it is.

    Leaves with 0 where everything is carried over, 1 where something is not.
    """
    from hedgelint.rulebook.rulebook import load_rulebook
    from hedgelint.vale.importing import import_styles
    from hedgelint.vale.style import read_styles

    read = read_styles(styles)
    done, all_of_them, notes = Counter[str](), Counter[str](), 0
    refused = 0
    for outcome in import_styles(read, load_rulebook()):
        all_of_them[outcome.kind] += 1
        if not outcome.text:
            refused += 1
            say(f"{outcome.path}: not carried over: {outcome.reason}")
            continue
        path = folder / outcome.style / f"{outcome.name}.yaml"
        if path.exists():
            refused += 1
            say(f"{outcome.path}: not carried over: {path} is there already")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            raise HedgelintError(getattr(error, "strerror", "") or str(error), path=str(path)) from None
        write_whole(path, outcome.text.encode())
        done[outcome.kind] += 1
        notes += bool(outcome.notes)
        if not quiet:
            for note in outcome.notes:
                say(f"{outcome.path}: {note}")
    for kind, number in sorted(all_of_them.items()):
        say(f"{kind}: {done[kind]} of {number}")
    say(f"{sum(done.values())} of {sum(all_of_them.values())} carried over to {folder}, {notes} of them not whole.")
    if done and not quiet:
        say(f'In hedgelint.toml: rules = ["{folder.as_posix()}/"]; `hedgelint test {folder.as_posix()}` proves them.')
    raise SystemExit(1 if refused else 0)
