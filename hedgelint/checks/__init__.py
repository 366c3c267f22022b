"""The kinds a rule can be, by name. None knows another."""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.checks.attribution import AttributionCheck
from hedgelint.checks.balance import Balance
from hedgelint.checks.capitals import Capitals
from hedgelint.checks.check import Check
from hedgelint.checks.claim import ClaimCheck
from hedgelint.checks.cluster import Cluster
from hedgelint.checks.conditional import Conditional
from hedgelint.checks.confidence import ConfidenceCheck
from hedgelint.checks.consistency import Consistency
from hedgelint.checks.contrast import Contrast
from hedgelint.checks.count import Count
from hedgelint.checks.drift import DriftCheck
from hedgelint.checks.echo import Echo
from hedgelint.checks.edit import EditCheck
from hedgelint.checks.every import Every
from hedgelint.checks.fidelity import Fidelity
from hedgelint.checks.house_names import NameUnknown
from hedgelint.checks.loaded import LoadedCheck
from hedgelint.checks.nameless import NamelessCheck
from hedgelint.checks.names import NameSpelt
from hedgelint.checks.pattern import Pattern
from hedgelint.checks.phrase import Phrase
from hedgelint.checks.pulled import Pulled
from hedgelint.checks.quotation import QuotationCheck
from hedgelint.checks.repeat import Repeat
from hedgelint.checks.reply import ReplyCheck
from hedgelint.checks.swap import Swap

_KINDS: tuple[type[Check], ...] = (
    AttributionCheck,
    Balance,
    Capitals,
    ClaimCheck,
    Cluster,
    Conditional,
    ConfidenceCheck,
    Consistency,
    Contrast,
    Count,
    DriftCheck,
    Echo,
    EditCheck,
    Every,
    Fidelity,
    LoadedCheck,
    NameSpelt,
    NameUnknown,
    NamelessCheck,
    Pattern,
    Phrase,
    Pulled,
    QuotationCheck,
    Repeat,
    ReplyCheck,
    Swap,
)
KINDS: Mapping[str, type[Check]] = {check.kind: check for check in _KINDS}
