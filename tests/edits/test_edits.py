# ruff: noqa: E501
"""What an edit did to people's words: before and after, and what has to be said of it."""

from __future__ import annotations

import pytest

from hedgelint.desk.linter import Linter
from hedgelint.document.readers.plain import read_plain
from hedgelint.rulebook.rulebook import load_rulebook

BOOK = load_rulebook()
LINTER = Linter(BOOK, {rule.id: rule.severity for rule in BOOK.rules if rule.kind == "edit"})
HEAD = "Carrow quay vote put off again\n\n"
SAID = " Lena Voss said."

TOLD = [
    ("“Some 40 percent of the boats left,”" + SAID, "“Some 14 percent of the boats left,”" + SAID, "edited-quotation", "warning", "14"),
    ("“I sit for the 12th ward of this town,”" + SAID, "“I sit for the 13th ward of this town,”" + SAID, "edited-quotation", "warning", "13th"),
    ("“It is not safe to walk here,”" + SAID, "“It is safe to walk here,”" + SAID, "edited-quotation", "warning", "is safe to walk"),
    ("“A toll is the way to go,”" + SAID, "“A toll isn’t the way to go,”" + SAID, "edited-quotation", "warning", "isn’t"),
    ("“We paid for the past 20 years,”" + SAID, "“We paid for the past [10] years,”" + SAID, "edited-quotation", "warning", "10"),
    ("“They will vote on it soon,”" + SAID, "“[The council] will vote on it soon,”" + SAID, "edited-quotation", "suggestion", "The council"),
    ("“It is time for new reservations,”" + SAID, "“It is time for new regulations,”" + SAID, "edited-quotation", "suggestion", "regulations"),
    ("“I spoke to Marta about the gate,”" + SAID, "“I spoke to Anna about the gate,”" + SAID, "edited-quotation", "suggestion", "Anna"),
    ("“The gate is shut and the quay is full,”" + SAID, "“The gate is shut because of rats and the quay is full,”" + SAID, "edited-quotation", "suggestion", "because of rats"),
    ("“When it rains, if it rains at all, we stay in,”" + SAID, "“When it rains we stay in,”" + SAID, "edited-quotation", "suggestion", "rains we stay in"),
    ("“It’s just a pity,”" + SAID, "“It’s a pity,”" + SAID, "edited-quotation", "suggestion", "It’s a pity"),
    ("“We would shut the gate in May,”" + SAID, "“We could shut the gate in May,”" + SAID, "edited-quotation", "suggestion", "could"),
    ("The board “firmly rejects” the plan, its office said.", "The board “firmly rejected” the plan, its office said.", "edited-quotation", "suggestion", "rejected"),
    ("“The gate was shut by the boards,”" + SAID, "“The gate was shut by the board,”" + SAID, "edited-quotation", "suggestion", "board"),
    ("“I like the quay a lot,” Jonas Berg said.", "“I like the quay a lot,” Maria Lund said.", "edited-speaker", "suggestion", "Maria Lund"),
    ("According to the harbour board, the ban covers the port.", "The ban covers the port.", "dropped-source", "suggestion", "The ban covers the port."),
    ("The toll doubled in May, the mayor said.", "The toll doubled in May.", "dropped-source", "suggestion", "The toll doubled in May."),
    ("The fire was probably set by a child.", "The fire was set by a child.", "dropped-hedge", "suggestion", "was set"),
    ("The gates could be rusty by now.", "The gates are rusty by now.", "dropped-hedge", "suggestion", "are"),
    ("“We shut it at noon,”" + SAID, "“We shut it at noon.”", "dropped-source", "suggestion", "“We shut it at noon.”"),
]  # fmt: skip
QUIET = {
    "marks": ('"The quay is shut", Lena Voss said.', "“The quay is shut,” Lena Voss said."),
    "hyphens": ("“We re-opened the co-operative store,”" + SAID, "“We reopened the cooperative store,”" + SAID),
    "two words": ("“He held onto the rail,”" + SAID, "“He held on to the rail,”" + SAID),
    "a number in letters": ("“There were four boats,”" + SAID, "“There were 4 boats,”" + SAID),
    "per cent": ("“Some 40 percent of the boats left,”" + SAID, "“Some 40% of the boats left,”" + SAID),
    "an editor's bracket": ("“They will vote on it,”" + SAID, "“They [the council] will vote on it,”" + SAID),
    "an ellipsis": ("“The gate, which is old, is shut,”" + SAID, "“The gate … is shut,”" + SAID),
    "a slip of typing": ("“We will recieve the boats in May,”" + SAID, "“We will receive the boats in May,”" + SAID),
    "a word twice": ("“We will will shut it in May,”" + SAID, "“We will shut it in May,”" + SAID),
    "a title written out": ("“I told Gov. Pratt to shut it,”" + SAID, "“I told Governor Pratt to shut it,”" + SAID),
    "spelling": ("“The colour of the quay is bad,”" + SAID, "“The color of the quay is bad,”" + SAID),
    "contraction": ("“It is not safe to walk here,”" + SAID, "“It isn't safe to walk here,”" + SAID),
    "split": ("“The quay is safe. The gates are new,”" + SAID, "“The quay is safe,” Lena Voss said. “The gates are new.”"),
    "split in paragraphs": ("“The quay is safe. The gates are new,”" + SAID, "“The quay is safe,” Lena Voss said.\n\n“The gates are new.”"),
    "cut": ("“We hold that the quay is safe for all of us,”" + SAID, "“We hold that the quay is safe,”" + SAID),
    "lengthened": ("“The quay is safe,”" + SAID, "“We hold that the quay is safe,”" + SAID),
    "moved": ("“It is late,” Lena Voss said.\n\nThe quay is old.", "The quay is old.\n\n“It is late,” Lena Voss said."),
    "moved past one that is not closed": (
        "Bo Carr, a clerk, came.\n\n“It was wet. “It was dry,” he said.\n\n“I had two,” Lena Voss said.",
        "Bo Carr, a clerk, came.\n\n“I had two,” Lena Voss said.\n\n“It was wet. “It was dry,” he said.",
    ),
    "new": ("“It is late,”" + SAID, "“It is late,” Lena Voss said.\n\n“Nobody asked us,” Owen Pratt said."),
    "another in its place": ("“It is late,” Lena Voss said. “We paid a lot for it.”", "“It is late,” Lena Voss said. “Nobody asked the board at all.”"),
    "a name for a pronoun": ("“The gates are new and dear,” he said. Owen Pratt left.", "“The gates are new and dear,” Owen Pratt said."),
    "a fuller name": ("“The gates are new,” Owen Pratt said.", "“The gates are new,” Owen Pratt, the harbour master, said."),
    "a name respelt": ("“I like it a lot,” Jonas Mazuka said.", "“I like it a lot,” Jonas Mazzuka said."),
    "told, not quoted": ("“The gates are new and dear,” Owen Pratt said.", "Owen Pratt said the gates were new and dear."),
    "a source beside": ("According to the board, the ban covers the port.", "The ban covers the port. The board said it would last."),
    "another source": ("The governor said the ban covers the port.", "The mayor said the ban covers the port."),
    "it has happened": ("The company is expected to file the papers.", "The company filed the papers."),
    "another doubt": ("The fire was probably set by a child.", "The fire was apparently set by a child."),
    "marks as entities": ("“It’s late,”" + SAID, "&#34;It&#39;s late,”" + SAID),
    "a double prime behind a figure": ("“They signed Act 77,”" + SAID, "“They signed Act 77,″" + SAID),
    "dashes": ("“The gates—all of them—are new,”" + SAID, "“The gates - all of them - are new,”" + SAID),
}  # fmt: skip


def found(before: str, after: str) -> list[tuple[str, str, str]]:
    was, now = (read_plain("story.txt", HEAD + text + "\n") for text in (before, after))
    _, result = LINTER.seen(now, (), was)
    assert result.problems == ()
    return [(finding.rule, finding.severity, finding.excerpt) for finding in result.findings]


@pytest.mark.parametrize(("before", "after", "rule", "severity", "words"), TOLD, ids=[row[1][:50] for row in TOLD])
def test_what_is_told(before: str, after: str, rule: str, severity: str, words: str) -> None:
    assert found(before, after) == [(rule, severity, words)]


@pytest.mark.parametrize(("before", "after"), QUIET.values(), ids=list(QUIET))
def test_what_changes_nobodys_words(before: str, after: str) -> None:
    assert found(before, after) == []


def test_the_message_says_both_and_where_it_was() -> None:
    before, after, *_ = TOLD[0]
    was, now = (read_plain("story.txt", HEAD + text + "\n") for text in (before, after))
    _, result = LINTER.seen(now, (), was)
    (finding,) = result.findings
    assert finding.message == (
        "the words inside the marks are others than in the committed version: “40” → “14”; which was said?"
    )
    assert [(r.message, r.start.line, r.excerpt) for r in finding.related] == [("as it was committed", 3, "40")]
