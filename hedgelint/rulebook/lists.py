"""All word lists that hedgelint itself reads, with the columns declared beside whatever reads them."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.attributions.lists import LISTS as ATTRIBUTIONS
from hedgelint.annotate.claims.lists import LISTS as CLAIMS
from hedgelint.annotate.lists import LISTS as ANNOTATIONS
from hedgelint.annotate.nameless.lists import LISTS as NAMELESS
from hedgelint.checks.lists import LISTS as CHECKS
from hedgelint.lexicon import SENSES, Column, Columns
from hedgelint.sources.lists import LISTS as SOURCES

LISTS: Mapping[str, Columns] = {**ANNOTATIONS, **ATTRIBUTIONS, **NAMELESS, **CLAIMS, **SOURCES, **CHECKS}
# What an entry may say in a list that only rules read.
OWN: Columns = {
    **SENSES,
    "advice": Column("what to write in its place, or to find out; {advice} in the rule's message"),
}
EXTRA = Column("a column of this house, which a rule asks for or its message prints", "any")
