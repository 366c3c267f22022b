"""`hedgelint confidence STORY…`."""

from __future__ import annotations

import click

from hedgelint.cli.desks import Reading
from hedgelint.cli.options import COLOUR, PATHS, reading
from hedgelint.cli.summed import FORM, tell_each
from hedgelint.report.certainties import as_certainties_data, as_table
from hedgelint.summary.certainties import certainties_of


@click.command("confidence", short_help="Every word that says how sure, whose it is, and its band.")
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
    """Every word of a story that says how sure: its place, whose it is, what the scales of probability make of it; and
    a picture of where the story stands between 0 and 100."""
    tell_each(
        paths,
        how,
        form,
        colour,
        data=lambda story: as_certainties_data(certainties_of(story)),
        table=lambda story, paint: as_table(certainties_of(story), paint),
    )
