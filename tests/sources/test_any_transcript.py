"""Any transcript, in any kind of file: fair changes are no finding, and a “not” that a seam swallows is an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.test_seams import CHECK, NEWS, annotate
from tests.sources.test_seams import index as index_of

Turns = list[tuple[str, str]]
NAMES = st.lists(
    st.sampled_from(("Joan Hale", "Pat Orne", "Lena Voss", "Rosa Brand", "Owen Pratt", "Ivo Tarn")),
    min_size=2,
    max_size=3,
    unique=True,
)
WHO = ("the harbour", "the board", "the engineer", "our ferry", "that company", "the mayor", "the old crane")
DID = ("was closed", "was opened", "was mended", "was sold", "was painted", "was counted", "was moved")
BY = ("by the council", "by the fleet", "by a dredger", "by the lock keeper", "by two divers", "by my brother")
WHEN = ("in the winter", "before the storm", "after the vote", "on a Tuesday", "during the strike", "at the regatta")
COUNTED = (
    ("with 14 barges", "with fourteen barges"),
    ("with 25 tugs", "with twenty-five tugs"),
    ("with 240 crates", "with two hundred and forty crates"),
    ("for $1.5 million", "for one point five million dollars"),
    ("for £3,000", "for three thousand pounds"),
    ("on June 23", "on the twenty-third of June"),
    ("on 23 June", "on June 23rd"),
    ("in 1998", "in nineteen ninety-eight"),
    ("at 9.30 p.m.", "at nine thirty pm"),
    ("with 5% less steel", "with five per cent less steel"),
    ("for the 21st time", "for the twenty-first time"),
    ("with three-quarters of the rope", "with three quarters of the rope"),
    ("in a nonbinding ballot", "in a non-binding ballot"),
    ("by e-mail to colour the café", "by email to color the cafe"),
    ("going to Norbury because of them", "gonna Norbury ’cause of them"),
    ("and it is OK for the office", "and it’s okay for the oﬃce"),
    ("as the honourable member knows", "as the hon. member knows"),
    ("with that damn gate", "with that d--- gate"),
    ("with that d--- gate", "with that damn gate"),
    ("with 140 men", "with a hundred and forty men"),
    ("with 25 tugs", "with twenty-\nfive tugs"),
    ("for 2½ hours", "for two and a half hours"),
    ("with 2,000 sheep", "with two thousand sheep"),
    ("in the 1980s", "in the nineteen eighties"),
    ("in 2019", "in twenty nineteen"),
    ("at a quarter to ten", "at 9:45"),
    ("for 50p a head", "for fifty pence a head"),
    ("with half a dozen pumps", "with six pumps"),
    ("for 10-15 days", "for ten to fifteen days"),
    ("on Dec. 1, 2020", "on December the first, twenty twenty"),
    ("as No. 10 wished", "as number ten wished"),
    ("in a well-known, long-term plan", "in a well known, longterm plan"),
    ("by the Lock Board of Ashby", "by the Lock Board (LB) of Ashby"),
    ("by the Lock Board of Ashby", "by the Lock Board [LB] of Ashby"),
    ("and we should have known", "and we should of known"),
    ("and they’re not sorry", "and they are not sorry"),
    ("and we cannot see why", "and we can’t see why"),
    ("on Monday the 3rd", "on Monday the third"),
    ("and paid for it twice", "and, uh, paid for it -- paid for it twice"),
    ("and Mr. Orne paid", "and mister Orne paid"),
)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str, str, str, str]:
    """Who, what was done, by whom, with how many (as printed, as said)."""
    printed, said = draw(st.sampled_from(COUNTED))
    by = f"{draw(st.sampled_from(BY))} {draw(st.sampled_from(WHEN))}"
    return draw(st.sampled_from(WHO)), draw(st.sampled_from(DID)), by, printed, said


@st.composite
def transcripts(draw: st.DrawFn, said: str) -> tuple[Turns, str]:
    """Some turns of two or three people with these words among them, and who says them."""
    names = draw(NAMES)
    speaker = names[0]
    talk = draw(st.lists(st.sampled_from(names), max_size=6))
    turns = [(who, f"{draw(st.sampled_from(TALK))} {draw(st.sampled_from(TALK))}") for who in talk]
    before = draw(st.sampled_from(("I will tell you.", "Good evening.", "Let me go back to it.")))
    turns.insert(draw(st.integers(0, len(turns))), (speaker, f"{before} {_sentence(said)} That is all I have."))
    return [*turns, (names[1], "Fine. Go on.")], speaker


TALK = (
    "I was at home that evening.",
    "Who told you so?",
    "We never met.",
    "You can ask anybody in the street, if you like.",
    "There were some forty people in the hall.",
    "Thank you, and good night.",
    "It rained for a week.",
)


def as_typed(turns: Turns) -> str:
    return "\n\n".join(f"{who.upper()}: {words}" for who, words in turns) + "\n"


def as_markdown(turns: Turns) -> str:
    return "\n\n".join(f"**{who}:** {words}" for who, words in turns) + "\n"


def as_otter(turns: Turns) -> str:
    return "\n\n".join(f"{who}  {k}:{k + 10}\n{words}" for k, (who, words) in enumerate(turns)) + "\n"


def as_vtt(turns: Turns) -> str:
    cues = [f"{_at(k, '.')} --> {_at(k + 1, '.')}\n<v {who}>{words}</v>\n" for k, (who, words) in _cues(turns)]
    return "WEBVTT\n\n" + "\n".join(cues)


def as_srt(turns: Turns) -> str:
    return "\n".join(
        f"{k + 1}\n{_at(k, ',')} --> {_at(k + 1, ',')}\n{who}: {words}\n" for k, (who, words) in _cues(turns)
    )


def as_json(turns: Turns) -> str:
    return json.dumps(
        {"segments": [{"start": k, "end": k + 1, "text": f" {w}", "speaker": who} for k, (who, w) in _cues(turns)]}
    )


def as_table(turns: Turns) -> str:
    rows = [f"{k}\t{k + 1}\t{who}\t{' '.join(words.split())}" for k, (who, words) in enumerate(turns)]
    return "start\tend\tspeaker\ttext\n" + "\n".join(rows) + "\n"


def as_page(turns: Turns) -> str:
    return "<html><body>" + "".join(f"<p><b>{who}:</b> {words}</p>\n" for who, words in turns) + "</body></html>"


def as_debate(turns: Turns) -> str:
    said = "".join(f'<speech id="{k}" speakername="{who}"><p>{w}</p></speech>\n' for k, (who, w) in enumerate(turns))
    return f'<?xml version="1.0"?>\n<publicwhip>\n{said}</publicwhip>\n'


def as_court(turns: Turns) -> str:
    lines = [row for who, words in turns for row in _rows(f"     {who.upper()}: {' '.join(words.split())}", 52)]
    out = []
    for page, first in enumerate(range(0, len(lines), 25), 41):
        out.append(f"                 STATE v. LOCK BOARD                 {page}\n")
        out += [f"{k:2}   {line}" for k, line in enumerate(lines[first : first + 25], 1)]
        out.append("\n                 Northport Reporting\n\f")
    return "\n".join(out)


KINDS: dict[str, Callable[[Turns], str]] = {
    "a.txt": as_typed,
    "a.md": as_markdown,
    "otter.txt": as_otter,
    "a.vtt": as_vtt,
    "a.srt": as_srt,
    "a.json": as_json,
    "a.tsv": as_table,
    "a.html": as_page,
    "a.xml": as_debate,
    "court.txt": as_court,
}


def _at(seconds: int, point: str) -> str:
    return f"00:{seconds // 60:02}:{seconds % 60:02}{point}000"


def _cues(turns: Turns) -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate((who, row) for who, words in turns for row in _rows(words, 40)))


def _rows(words: str, width: int) -> list[str]:
    """Rows of about so many letters, broken between words."""
    out = [""]
    for word in words.replace("\n", " ").split(" "):
        if out[-1].strip() and len(out[-1]) + len(word) > width:
            out.append("")
        out[-1] += f" {word}" if out[-1] else word
    return out


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:].rstrip('.')}."


FAIR: tuple[Callable[[str], str], ...] = (
    lambda said: f"well, {said}",
    lambda said: f"uh, {said}",
    lambda said: f"I mean, {said}",
    lambda said: said.replace(" was ", " was, uh, ", 1),
    lambda said: said.replace(" was ", " was, you know, ", 1),
    lambda said: said.replace(" was ", " was, like, ", 1),
    lambda said: said.replace(" was ", " was -- was ", 1),
    lambda said: said.replace(" was ", " is — was ", 1),
    lambda said: said.replace(" by ", " by, um, by ", 1),
    lambda said: said.replace(" the ", " the... the ", 1),
    lambda said: f"{said[: said.lower().index(' was')]}, {said}",
    lambda said: said.replace(" was ", " was [inaudible] ", 1),
    lambda said: said.upper(),
    lambda said: said.replace("council", "coun\u00adcil").replace("harbour", "harbor"),
    lambda said: said.replace("fleet", "ﬂeet"),
    lambda said: said.replace("brother", "\u200bbrother"),
    lambda said: f"yeah, {said}",
    lambda said: said.replace(" by ", " by, er... by ", 1),
    lambda said: said.replace(" by ", ", sort of, by ", 1),
    lambda said: said.replace(" by ", " (laughter) by ", 1),
    lambda said: said.replace("old crane", "old-crane").replace("lock keeper", "lock-keeper"),
    lambda said: said.replace("winter", "winter,").replace("storm", "storm;").replace("vote", "vote --"),
)


def held(kind: str, turns: Turns, story: str) -> list[tuple[str, str]]:
    """What the rules say of the story: kind of verdict and severity."""
    return held_against(KINDS[kind](turns), kind, story)


def held_against(text: str, name: str, story: str) -> list[tuple[str, str]]:
    """The same, for a source as a file of that name has it."""
    source = index_of(text, name)
    annotated = annotate(story)
    found = NEWS.compare(annotated, [source])
    kinds = {verdict.span: verdict.kind for verdict in found}
    matches = CHECK.find(replace(annotated, fidelity=found), ())
    return [(kinds[match.span], match.severity or "warning") for match in matches]


@settings(deadline=None, max_examples=150)
@given(st.data(), sentences(), st.lists(st.sampled_from(FAIR), max_size=3, unique=True), st.sampled_from(list(KINDS)))
def test_fair_changes_are_no_finding_in_any_transcript(
    data: st.DataObject, parts: tuple[str, str, str, str, str], changes: list[Callable[[str], str]], kind: str
) -> None:
    who, did, by, printed, said = parts
    spoken = f"{who} {did} {by} {said}"
    for change in changes:
        spoken = change(spoken)
    turns, speaker = data.draw(transcripts(spoken))
    quote = f"{who[0].upper()}{who[1:]} {did} {by} {printed}"
    story = data.draw(st.sampled_from([f"“{quote},” {speaker} said.", f'{speaker} said: "{quote}."']))
    found = held(kind, turns, story)
    assert all(severity in ("info", "suggestion") for _, severity in found), (KINDS[kind](turns), story, found)


SEAMS: dict[str, Callable[[str, str, str, str], str]] = {
    "ellipsis": lambda who, did, rest, name: f"“{who} was … {did} {rest},” {name} said.",
    "dots in brackets": lambda who, did, rest, name: f"“{who} was [...] {did} {rest},” {name} said.",
    "bracket": lambda who, did, rest, name: f"“{who} [was] {did} {rest},” {name} said.",
    "first word": lambda who, did, rest, name: f"{name} said it was “{did} {rest}”.",
    "last word": lambda who, did, rest, name: f"“{who} was,” {name} said.",
    "silence": lambda who, did, rest, name: f"“{who} was {did} {rest},” {name} said.",
    "marks": lambda who, did, rest, name: f"“{who} was,” {name} said, “{did} {rest}.”",
}
DENIED = (
    "not",
    "never",
    "n’t",
    "not ever",
    "in no way",
    "no longer",
    "hardly",
    "by no means",
    "not, uh,",
    "not -- not",
)


@settings(deadline=None, max_examples=200)
@given(st.data(), sentences(), st.sampled_from(DENIED), st.sampled_from(list(SEAMS)), st.sampled_from(list(KINDS)))
def test_a_negation_that_any_seam_swallows_is_an_error(
    data: st.DataObject, parts: tuple[str, str, str, str, str], no: str, seam: str, kind: str
) -> None:
    who, did, by, printed, said = parts
    verb = did.removeprefix("was ")
    denied = f"{who} was{'' if no[0] == 'n' and no[1] == '’' else ' '}{no} {verb} {by} {said}"
    turns, speaker = data.draw(transcripts(denied))
    story = SEAMS[seam](f"{who[0].upper()}{who[1:]}", verb, f"{by} {printed}", speaker)
    found = held(kind, turns, story)
    assert "error" in [severity for _, severity in found], (KINDS[kind](turns), story, found)
