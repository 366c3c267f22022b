"""Sentences on which linters stumble, each with the rules that should speak and no other."""

from __future__ import annotations

import pytest

from hedgelint import Desk, lint_text
from hedgelint.config.find import Configs
from hedgelint.config.model import Layer

# All rules but profiles of punctuation, the plain list of words of confidence, and what judges a whole story.
DESK = Desk(
    Configs(none=True),
    Layer(
        select=("all",),
        ignore=(
            "quotation-punctuation-us",
            "quotation-punctuation-uk",
            "confidence-word",
            "single-source",
            "heated-word",
        ),
    ),
)
LEAD = "The bridge at Carrow was closed on Monday.\n\n"

CASES: list[tuple[str, set[str]]] = [
    # Quotations and their speakers.
    ("“Rents will rise,” Hale said.", set()),
    ("“Rents will rise this year.” The rain came early in the morning.", {"unattributed-quotation"}),
    ("“Rents will rise,” Hale said. “And soon.”", set()),
    ("“Rents will rise,” Jo Hale said.\n\n“Nonsense,” Amir Voss said.", set()),
    (
        "“Rents will rise again this year,” Jo Hale said. “That is nonsense and she knows it,” Amir Voss replied.",
        {"two-speakers"},
    ),
    ("“We will stay.\n\n“We will win,” Hale said.", set()),
    ("“We will stay.\n\nThe crowd left the square.", {"unclosed-quotation"}),
    ("He called the plan “a disaster.”\n\n“It will fail,” he said.", set()),
    ("He called the plan “a disaster\n\n“It will fail,” he said.", {"unclosed-quotation"}),
    ("She said that it was “urgent“ and left.", {"reversed-quotation-mark"}),
    ('She said “no" twice.', {"mixed-quotation-marks"}),
    ("He is 6'2\" and 21.", set()),
    ("In the '90s he called it 'a mess.'", set()),
    ("The porters’ strike, ‘the worst in years’, ended, Hale said.", set()),
    ("Rock 'n' roll isn't dead.", set()),
    ("“He told me, ‘I’m goin’ home,’” she said.", set()),
    ("Hale said, adding that she was “tired”.", set()),
    ("Witnesses said that there was “a bang and then silence”.", {"vague-source"}),
    ("Bill “Sonny” Jones sang “Quiet Rivers”.", set()),
    ("Hale tweeted: “im done lol”", set()),
    ("Said Hale: “No.”", set()),
    ("“No,” said he.", set()),
    ("Hale called them “thugs”.", set()),
    # Claims and what answers for them.
    ("Unemployment in the county fell to 4 per cent last month.", {"unattributed-claim"}),
    ("Unemployment fell to 4 per cent last month, figures from the Labour Office showed.", set()),
    ("The council voted 5-4 on Tuesday to raise rents.", set()),
    ("The town has the highest rents in the country.", {"unattributed-claim"}),
    ("The flood was caused by the felling of the wood.", {"unattributed-claim"}),
    ("Hale said that she wants to save the union.", set()),
    # Sources that are nobody.
    ("Critics say that the plan will fail.", {"vague-source"}),
    ("According to reports, the minister resigned.", {"vague-source"}),
    ("Studies show that coffee helps.", {"study-without-name"}),
    ("A study in The Sutterby Lancet in 2021 found that coffee helps.", set()),
    ("It is believed that the minister resigned.", {"hidden-source"}),
    ("Sources said that the minister resigned.", {"anonymous-source"}),
    ("An aide who was at the meeting, and who asked not to be named for fear of losing the job, said so.", set()),
    # Verbs that judge, and their other senses.
    ("Hale admitted that she was at the meeting.", {"loaded-verb"}),
    ("Hale pleaded guilty and admitted the theft.", set()),
    ("Hale pointed out that the plan is short.", {"loaded-verb"}),
    ("Hale claimed victory.", set()),
    ("The fire claimed 12 lives.", set()),
    ("He noted the time.", set()),
    ("Jones revealed her dress.", set()),
    # The courts.
    ("Accused killer John Doe appeared in court.", {"alleged-label"}),
    ("John Doe, accused of the killing, appeared in court.", set()),
    ("Police accused him of allegedly stealing a boat.", {"double-alleged"}),
    ("The alleged meeting lasted an hour.", set()),
    ("The court ruled the law void.", set()),
    # How sure.
    ("The bill may pass in May.", set()),
    ("Likely voters favour Hale, a poll by Acme showed.", set()),
    ("The drug could possibly help.", {"stacked-hedge"}),
    ("It may rain.", set()),
    # Wording.
    ("The so-called expert spoke.", {"scare-attribution"}),
    ("The terrorists left the thug behind.", {"contentious-label", "loaded-label"}),
    ("Asked about the vote, Hale shrugged.", set()),
    ("Hale will visit Paris on Friday.", set()),
]


@pytest.mark.parametrize(("text", "rules"), CASES, ids=[text[:44] for text, _ in CASES])
def test_tricky(text: str, rules: set[str]) -> None:
    assert {finding.rule for finding in lint_text(LEAD + text, desk=DESK).findings} == rules


def test_a_named_source_soon_after_makes_a_vague_one_milder() -> None:
    text = "Critics say that the plan will fail. Ann Lee of the Housing Trust called it reckless."
    (finding,) = (f for f in lint_text(LEAD + text, desk=DESK).findings if f.rule == "vague-source")
    assert finding.severity == "suggestion"


def test_a_doubt_dropped_from_the_headline() -> None:
    text = "Drug cures tumours in mice\n\nA drug may cure tumours in mice, Ida Hale said.\n\nIt was made in May."
    found = {f.rule for f in lint_text(text, desk=DESK).findings}
    assert found - {"headline-title-case"} == {"headline-surer"}  # all rules: the case of a headline is a house's
