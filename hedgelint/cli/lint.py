"""The options of `hedgelint PATH…`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from hedgelint.cli.linting import Asked, lint
from hedgelint.cli.options import COLOUR, OUTPUT, PATHS, files_like, reading, rules_like
from hedgelint.finding import SEVERITIES
from hedgelint.report.formats import FORMATS
from hedgelint.rulebook.rule import ENGLISH

_LEVEL = click.Choice(SEVERITIES)


@click.command("lint", short_help="Findings in stories (what `hedgelint PATH` does).")
@PATHS
@click.option(
    "--format",
    "forms",
    multiple=True,
    metavar="NAME[:FILE]",
    help=f"{', '.join(FORMATS)}; repeatable, each to a file of its own. [text; under GitHub and GitLab what they read]",
)
@click.option("--severity", type=_LEVEL, help="Show findings from this level on. [warning; json, sarif, csv: info]")
@click.option("--fail-on", type=_LEVEL, help="Leave with 1 from this level on. [warning]")
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    shell_complete=rules_like,
    help="Only these rules or categories; all, default.",
)
@click.option("--extend-select", multiple=True, metavar="NAMES", shell_complete=rules_like, help="These as well.")
@click.option("--ignore", multiple=True, metavar="NAMES", shell_complete=rules_like, help="Not these.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="PATH",
    shell_complete=files_like,
    help="A source of the stories: a file or a folder.",
)
@click.option(
    "--names",
    multiple=True,
    metavar="FILE",
    shell_complete=files_like,
    help="Full names that the house knows, one a line.",
)
@click.option("--fidelity", type=click.Choice(["strict", "news", "loose"]), help="What counts as a change. [news]")
@click.option("--scale", metavar="NAME", help="The scale of probability to speak of. [all]")
@click.option("--profile", metavar="NAME", help="The kind of story: opinion, review, live … [as the story says]")
@click.option("--fix", is_flag=True, help="Mend in the files what has one right answer.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend, too, what a person should then read.")
@click.option("--preview", is_flag=True, help="Run rules of preview, too: any version may change them.")
@click.option("--english", type=click.Choice(ENGLISH), help="The English that the house writes. [not asked]")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--no-gitignore", is_flag=True, help="Look in folders at what git is told to ignore, too.")
@click.option("--force-exclude", is_flag=True, help="Heed `exclude` for files that are named, too.")
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings too.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[REV]",
    help="Only lines that git has otherwise, since REV; and what was done to people's words. [HEAD]",
)
@click.option("--staged", is_flag=True, help="The same of what is about to be committed.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Only findings that are not in it.")
@click.option("--statistics", is_flag=True, help="How many there are by rule, path and month, not which.")
@click.option("--max-findings", type=click.IntRange(0), metavar="N", help="Leave with 0 up to so many that count.")
@click.option("--quiet", "-q", is_flag=True, help="Findings and problems only: no notes, no summary.")
@click.option("--jobs", "-j", default="1", metavar="N", help="Read stories in so many processes; auto: as pays. [1]")
@click.option("--no-cache", is_flag=True, help="Read every story anew, and keep nothing; so does HEDGELINT_NO_CACHE=1.")
@click.option("--watch", is_flag=True, help="Again after every change of a story, rule or setting, until Ctrl-C.")
@click.option("--exit-zero", is_flag=True, help="Leave with 0 whatever is found.")
@OUTPUT
@COLOUR
@reading
def command(**asked: Any) -> None:
    """Findings in stories: files, folders, or - for standard input.

    Leaves with 0 where nothing counts, 1 where something does, 2 where a file, a rule or a setting is wrong.
    """
    again = asked.pop("watch")
    sys.exit(_watched(Asked(**asked)) if again else lint(Asked(**asked)))


def _watched(asked: Asked) -> int:
    if asked.fix or asked.diff or "-" in asked.paths:
        raise click.UsageError("--watch looks at files, and changes none: no --fix, no --diff, no standard input")
    if not asked.paths and asked.changed is None and not asked.staged:
        raise click.UsageError("no story given; `hedgelint --watch .` looks at all below this folder")
    from hedgelint.cli.watching import watch

    beside = [*asked.how.rules, *map(Path, (*asked.sources, *asked.names))]
    beside += [file for file in (asked.how.config, asked.baseline) if file is not None]
    written = [form.partition(":")[2] for form in asked.forms if ":" in form]
    return watch(lambda: lint(asked), asked.paths or (".",), beside, [*written, *filter(None, (asked.output,))])
