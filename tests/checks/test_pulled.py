"""Pull quotes held against the story they are set in."""

from __future__ import annotations

import pytest

from hedgelint import Finding, lint_text

STORY = """# Winter ferry to stop

The ferry to Holm will stop in winter, the harbour board said on Monday.

{pulled}

“Once a day is no ferry,” said Odd Berg, who runs the shop, “and we told the board so in 2019.”

> We have asked twice for a second boat.

It costs £4m a year to run the old boat, the board’s report says.
"""
ASIDE = '<aside class="pullquote">{}</aside>'


def pulled(words: str) -> list[Finding]:
    found = lint_text(STORY.format(pulled=words), path="story.md").findings
    return [finding for finding in found if finding.rule == "pull-quote-differs"]


@pytest.mark.parametrize(
    "words",
    [
        "“Once a day is no ferry”",
        "Once a day is no ferry, and we told the board so in 2019.",
        "“ONCE A DAY IS NO FERRY”",
        "“Once a day … we told the board so”",
        "“[A daily boat] is no ferry”",
        "We have asked twice for a second boat.",
        "The old boat costs too much",
        "The boat costs £4m a year",
        "“No ferry”",
    ],
)
def test_words_of_the_story_are_left_alone(words: str) -> None:
    assert not pulled(ASIDE.format(words))


@pytest.mark.parametrize(
    ("words", "severity", "changes"),
    [
        ("“Once a day is a ferry”", "warning", "“a” here, “no” there"),
        ("“Twice a day is no ferry”", "suggestion", "“twice” here, “once” there"),
        ("“We told the board so in 2018”", "warning", "“2018” here, “2019” there"),
        ("“We told the board in 2019”", "suggestion", "“so” is there only"),
        ("We have asked thrice for a second boat", "suggestion", "“thrice” here, “twice” there"),
        ("“They will never listen to us out here”", "suggestion", "nowhere does it say so"),
    ],
)
def test_other_words_are_told(words: str, severity: str, changes: str) -> None:
    (finding,) = pulled(ASIDE.format(words))
    assert (finding.excerpt, finding.severity) == (words, severity)
    assert finding.message.endswith(changes)


def test_who_said_it_is_none_of_the_words() -> None:
    (finding,) = pulled("{{< pullquote >}}Once a day is a ferry. — Odd Berg, shopkeeper{{< /pullquote >}}")
    assert finding.excerpt == "Once a day is a ferry."
    assert finding.related[0].excerpt.startswith("Once a day is no ferry")
