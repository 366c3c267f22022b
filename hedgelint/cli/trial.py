"""`hedgelint trial RULE.yaml STORIES…`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, reading
from hedgelint.cli.stories import Stories
from hedgelint.cli.terminal import painter, say, wants_colour
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.desk.judgements import Judgements
from hedgelint.desk.trial import Sample, Trial
from hedgelint.errors import InputError, nearest
from hedgelint.report.trial import as_trial, as_trial_data, in_context
from hedgelint.values import replace

_ASKED = "    right? y, n, nothing to leave it open, q to stop"


@click.command("trial", short_help="A rule on an archive: how often, where, how right.")
@click.argument("rule", metavar="RULE")
@click.argument("paths", nargs=-1, metavar="STORIES...")
@click.option("--sample", "size", type=click.IntRange(0), default=20, metavar="N", help="How many to show. [20]")
@click.option("--seed", type=int, default=0, metavar="N", help="Another number draws another sample. [0]")
@click.option(
    "--judge",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Ask of each in the sample whether it is right, and keep the answers here.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="[text]")
@COLOUR
@reading
def command(
    rule: str,
    paths: tuple[str, ...],
    size: int,
    seed: int,
    judge: Path | None,
    form: str,
    colour: str,
    how: Reading,
) -> None:
    """A draft of a rule, or a rule by its name, held against the stories of a house: hits a thousand stories and a
    thousand words, by year (where a path names it) and folder; which other rules speak of the same words; and a sample
    in context, the same each time.

    With --judge a terminal asks of each whether it is right; without one the file is written, to be filled in
    with y and n and read again. How right the rule is follows from all answers in it, with the interval of Wilson.
    """
    draft = Path(rule)
    if draft.exists():
        how = replace(how, rules=(*how.rules, draft))
    elif "/" in rule or rule.endswith((".yaml", ".yml")):
        raise InputError("there is no such file", path=rule)
    name = _named(how.desk(), rule, draft)
    chosen = Layer(extend_select=(name,))
    desk = how.desk(chosen)
    judgements = Judgements.read(judge) if judge is not None else None
    stories = Stories(paths, desk.seen)
    trial = Trial(name, size, seed)
    for story, result in stories:
        for problem in result.problems:
            say(f"hedgelint: {result.path}: {problem.message}", err=True)
            stories.failed = True
        trial.add(story, result)
    paint = painter(wants_colour(colour))
    judged = (0, 0)
    if judgements is not None:
        judgements.take(trial.sample)
        if form == "text" and sys.stdin.isatty():
            _ask(judgements, trial.sample, colour)
        judgements.write()
        judged = judgements.counts
    if form == "json":
        click.echo(json.dumps(as_trial_data(trial, judged), ensure_ascii=False, indent=2))
    else:
        for line in as_trial(trial, judged, paint):
            say(line, wants_colour(colour))
        if judgements is not None and (left := len(judgements.open(trial.sample))):
            say(f"{left} of the sample not judged: write y or n in the first column of {judgements.path}")
    stories.leave()


def _named(desk: Desk, rule: str, draft: Path) -> str:
    """The id of the rule that is meant. Raises InputError where there is none, or more than one."""
    book = desk.rulebook(desk.configs.for_file("<here>"))
    if not draft.exists():
        if book.rule(rule) is None:
            raise InputError(f"there is no rule “{rule}”", hint=nearest(rule, [one.id for one in book.rules]))
        return rule
    whole = draft.resolve()
    ids = [
        one.id for one in book.rules if Path(one.path).resolve() == whole or whole in Path(one.path).resolve().parents
    ]
    if len(ids) != 1:
        held = "there is no rule in it" if not ids else f"there are {len(ids)} rules in it: {', '.join(ids[:5])}"
        raise InputError(held, path=rule, hint="name one rule file, or a rule by its id with --rules FOLDER")
    return ids[0]


def _ask(judgements: Judgements, samples: list[Sample], colour: str) -> None:
    """What was answered is kept when somebody stops in the middle."""
    paint = painter(wants_colour(colour))
    for number, sample in enumerate(judgements.open(samples), 1):
        say(f"{number} {sample.message}")
        for line in in_context(sample, paint):
            say(line, wants_colour(colour))
        try:
            answer = click.prompt(_ASKED, default="", show_default=False).strip().lower()
        except click.Abort:
            answer = "q"
        if answer[:1] == "q":
            return
        if answer[:1] in ("y", "n"):
            judgements.answer(sample, answer[:1] == "y")
