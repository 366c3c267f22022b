"""Texts that are no ordinary news story: no exception, no storm, and time that grows with the text."""

from __future__ import annotations

import re

import pytest

from hedgelint import lint_text
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer
from hedgelint.desk.desk import Desk
from hedgelint.report.text import MOST, as_text

DESK = Desk(Configs(none=True), Layer(select=("all",)))
SCRIPT = "HALE: The bridge may fall.\n\nRAMAN: It will not.\n\n" * 40
INTERVIEW = "Q: Will it fall?\n\nA: It may, they say. It is believed to be old.\n\n" * 40
LIST = "\n".join(f"- item {n}: 40 per cent, says nobody" for n in range(60))
POEM = "\n".join("The wind may rise, the rain may fall, / and some may likely hear the call" for _ in range(40))
CODE = "def may(might):\n    return {'could': \"perhaps\", 'x': [1, 2]}  # possibly\n" * 40
WEATHER = "Rain is likely in the north, and likely in the west. Snow is possible. " * 60
TABLE = "\n".join("town\t40%\t1,200\t£3m\tlikely" for _ in range(80))
CAPITALS = "EXPERTS SAY THE BRIDGE MAY FALL, IT IS BELIEVED. CRITICS SLAMMED THE SHAM VOTE. " * 40
ODD = {
    "a play": SCRIPT,
    "an interview": INTERVIEW,
    "a list": LIST,
    "a poem": POEM,
    "a program": CODE,
    "a forecast": WEATHER,
    "a table": TABLE,
    "capitals": CAPITALS,
    "one quotation": f"“{'It leaks and it creaks. ' * 200}”",
    "nobody speaks": "The bridge is shut. " * 300,
    "only marks": "“”\"'‘’" * 3000,
    "only brackets": "([{" * 3000,
    "one long word": "a" * 50_000,
    "right to left": "הגשר סגור מאז יום שני. " * 100,
    "no letters": "… — … — " * 500,
}


@pytest.mark.parametrize("text", ODD.values(), ids=list(ODD))
def test_no_storm(text: str) -> None:
    result = lint_text(text, desk=DESK)
    assert result.problems == ()
    counts: dict[str, int] = {}
    for line in as_text([result], severity="info"):
        if told := re.match(r"<text>:\d+:\d+: \w+ ([a-z-]+): ", line):
            counts[told[1]] = counts.get(told[1], 0) + 1
    assert all(count <= MOST for count in counts.values())


def test_what_is_beyond_the_cap_counts() -> None:
    """Of many that somebody has answered for, the one that nobody has is found, wherever it stands."""
    waived = "hedgelint: ignore vague-source -- x\n\nExperts say the bridge is unsafe.\n\n" * 30
    result = lint_text(f"Bridge unsafe\n\n{waived}Experts say the tunnel is unsafe.\n", desk=DESK)
    found = [finding for finding in result.findings if finding.rule == "vague-source"]
    assert len([finding for finding in found if finding.suppressed]) == 30
    assert [finding.start.line for finding in found if not finding.suppressed] == [123]
    assert not [finding for finding in result.findings if finding.rule == "unused-suppression"]


FOREIGN = [
    "Der Stadtrat hat am Dienstag beschlossen, die Bücherei zu schließen. Kritiker sagen, die Stadt habe das Dach "
    "verfallen lassen, um das Grundstück zu verkaufen. Die Leiterin der Fraktion sprach von einem schweren Schritt. ",
    "Le conseil municipal a voté mardi la fermeture de la bibliothèque. Des critiques affirment que la ville a laissé "
    "pourrir le toit pour vendre le terrain. La présidente du groupe a parlé d’une décision difficile pour tous. ",
    "El ayuntamiento votó el martes cerrar la biblioteca. Los críticos dicen que la ciudad dejó pudrir el techo para "
    "vender el terreno. La presidenta del grupo habló de una decisión difícil para todos los vecinos del barrio. ",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_told_once_and_left_alone(text: str) -> None:
    result = lint_text(text * 4, desk=DESK)
    assert result.findings == ()
    assert result.notes == ("not in English, as far as its small words tell: nothing was looked for",)


def test_a_transcript_of_half_a_megabyte_is_read_whole() -> None:
    text = (
        "“It leaks,” Jo Hale said on Monday, and the council may close it. Some say 40 per cent is too much.\n\n"
        * 5_000
    )
    result = lint_text(text, desk=DESK)
    assert result.problems == ()
    vague = [finding for finding in result.findings if finding.rule == "vague-source"]
    assert sum(1 + len(finding.related) for finding in vague) == 5_000
