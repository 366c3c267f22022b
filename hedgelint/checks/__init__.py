"""The kinds a rule can be, by name. None knows another, and each is imported when a rule of it is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hedgelint.checks.check import Check

_HOMES = {
    "attribution": "attribution.AttributionCheck",
    "balance": "balance.Balance",
    "capitals": "capitals.Capitals",
    "claim": "claim.ClaimCheck",
    "cluster": "cluster.Cluster",
    "conditional": "conditional.Conditional",
    "confidence": "confidence.ConfidenceCheck",
    "consistency": "consistency.Consistency",
    "contrast": "contrast.Contrast",
    "count": "count.Count",
    "drift": "drift.DriftCheck",
    "echo": "echo.Echo",
    "edit": "edit.EditCheck",
    "every": "every.Every",
    "fidelity": "fidelity.Fidelity",
    "loaded": "loaded.LoadedCheck",
    "name-spelt": "names.NameSpelt",
    "name-unknown": "house_names.NameUnknown",
    "nameless": "nameless.NamelessCheck",
    "pattern": "pattern.Pattern",
    "phrase": "phrase.Phrase",
    "pulled": "pulled.Pulled",
    "quotation": "quotation.QuotationCheck",
    "repeat": "repeat.Repeat",
    "reply": "reply.ReplyCheck",
    "swap": "swap.Swap",
}


class _Kinds(Mapping[str, "type[Check]"]):
    def __getitem__(self, name: str) -> type[Check]:
        module, _, check = _HOMES[name].partition(".")
        kind: type[Check] = getattr(import_module(f"hedgelint.checks.{module}"), check)
        return kind

    def __contains__(self, name: object) -> bool:
        return name in _HOMES

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


KINDS: Mapping[str, type[Check]] = _Kinds()
