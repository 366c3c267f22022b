"""`hedgelint sources STORY…`."""

from __future__ import annotations

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.summed import FORM, tell_each
from hedgelint.report.voices import as_table, as_voices_data
from hedgelint.summary.voices import voices_of


@click.command("sources", short_help="Who speaks in a story, and how much of it each carries.")
@PATHS
@FORM
@COLOUR
@reading
def command(
    paths: tuple[str, ...],
    form: str,
    colour: str,
    how: Reading,
) -> None:
    """Who speaks in a story: name, kind, first place, quotations, paraphrases, share of the words; and the share that
    nobody answers for."""
    tell_each(
        paths,
        how,
        form,
        colour,
        data=lambda story: as_voices_data(voices_of(story)),
        table=lambda story, paint: as_table(voices_of(story), paint),
    )
