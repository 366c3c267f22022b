"""What became of a rule that was written on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from hedgelint.desk.selftest import SAYS, ExampleReport
from hedgelint.errors import HedgelintError
from hedgelint.report.text import visible


def slips(errors: Sequence[HedgelintError]) -> str:
    """HTML of the mistakes in it."""
    told = "".join(f"<li>{_slip(error)}</li>" for error in errors)
    return f'<p class="problem">Not a rule yet:</p><ul>{told}</ul>'


def proof(names: Sequence[str], reports: Sequence[ExampleReport]) -> str:
    """HTML of how it did on its own examples."""
    if not names:
        return '<p class="problem">No rule in it.</p>'
    wrong = [report for report in reports if report.verdict != "ok"]
    verdict = f"{len(wrong)} of them wrong" if wrong else "all as they should be"
    examples = "1 example" if len(reports) == 1 else f"{len(reports)} examples"
    head = f"<p><b>{_safe(', '.join(names))}</b>: {examples}, {verdict}; it looks at the story too.</p>"
    told = "".join(
        f"<li>{_safe(SAYS[report.verdict])}: <q>{_safe(' '.join(report.example.split()))}</q></li>" for report in wrong
    )
    return f"{head}<ul>{told}</ul>" if told else head


def _slip(error: HedgelintError) -> str:
    place = f"{error.line}:{error.column}: " if error.line else ""
    return _safe(f"{place}{error.message}" + (f" ({error.hint})" if error.hint else ""))


def _safe(text: str) -> str:
    return escape(visible(text))
