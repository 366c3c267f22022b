"""True and false quotations against one source of every kind that reporters have, judged by hand."""

from __future__ import annotations

import json

import pytest

from tests.sources.test_any_transcript import held_against

TEAMS = """WEBVTT

3f2a/11-0
00:00:03.120 --> 00:00:06.400
<v Tarn, Ivo (Water Board)>Good morning. We did not lower the sluice on</v>

3f2a/11-1
00:00:06.400 --> 00:00:09.900
<v Tarn, Ivo (Water Board)>Friday, we lowered it on Saturday, at half past six.</v>

3f2a/12-0
00:00:10.000 --> 00:00:13.000
<v Brand, Rosa (Guest)>And who gave the order to open it again?</v>

3f2a/13-0
00:00:13.500 --> 00:00:18.000
<v Tarn, Ivo (Water Board)>I gave it, if you want to know, after twenty-two
calls. Nobody at the mill &amp; the farm was told.</v>
"""
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
Ivo Tarn: We have eleven pumps, and at most four of them work.

2
00:00:04.000 --> 00:00:06.000
Rosa Brand: Is the mill safe to enter?

3
00:00:06.500 --> 00:00:09.000
Ivo Tarn: It is not safe to enter. It might be by Easter.
"""
MEET = """Attendees
Ivo Tarn, Rosa Brand

Transcript

Ivo Tarn: The wall will hold unless the river rises above three metres.
Rosa Brand: I never signed the contract with the quarry.
Ivo Tarn: Right. I did sign it.
"""
BLANK = " "  # automatic captions have rows of a blank
YOUTUBE = f"""WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.500 align:start position:0%
{BLANK}
the<00:00:00.300><c> bridge</c><00:00:00.600><c> was</c><00:00:00.900><c> never</c><00:00:01.200><c> closed</c>

00:00:02.500 --> 00:00:02.510 align:start position:0%
the bridge was never closed
{BLANK}

00:00:02.510 --> 00:00:05.000 align:start position:0%
the bridge was never closed
to<00:00:02.800><c> lorries</c><00:00:03.100><c> of</c><c> [ __ ]</c><c> forty</c><00:00:03.900><c> tons</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
to lorries of [ __ ] forty tons
{BLANK}

00:00:05.010 --> 00:00:08.000 align:start position:0%
to lorries of [ __ ] forty tons
&gt;&gt; so who let them cross it then
"""
WHISPER = json.dumps(
    {
        "text": " The ferry lost 16 days last year. We cannot pay the crew. We may sell her.",
        "segments": [
            {"id": 0, "start": 0.0, "end": 3.0, "text": " The ferry lost 16 days last year."},
            {"id": 1, "start": 3.0, "end": 5.0, "text": " We cannot pay the crew."},
            {"id": 2, "start": 5.0, "end": 7.0, "text": " We may sell her."},
        ],
        "language": "en",
    }
)
REV = """Speaker 1 (00:02):
Nobody told us that the tank was leaking, I mean, it's, it's a disgrace.

Speaker 2 (00:09):
You were told on the ninth of March, twice.

Speaker 1 (00:14):
No. We were told in April, by e-mail.
"""
PODCAST = """# Episode 12: The tank

**Lena Voss** (host): So you wouldn't call it a cover-up?

**Owen Pratt** (engineer): I would not call it that. I'd call it negligence, plain and simple.

**Lena Voss** (host): Mm-hmm.

**Owen Pratt** (engineer): And it cost us one hundred and five thousand dollars, roughly.
"""
CALL = """Pat Orne -- Chief Executive Officer

We expect to ship between 200 and 300 boats in the third quarter, provided that the steel arrives.

Joan Hale -- Norbury Capital -- Analyst

Do you expect to cut jobs?

Pat Orne -- Chief Executive Officer

We don't expect to cut jobs this year. Revenue grew 4.5%, to $1.2 billion.
"""
BRIEFING = """MS. BRAND:  Good afternoon, everybody.  The mayor has not resigned.

Q    Did the mayor take the money?

MS. BRAND:  I've answered that.  He did not.

Q    And will he stay until May?

MS. BRAND:  He will stay as long as the council wants him to.
"""
STUDIO = """LENA VOSS, HOST: Welcome back. Mayor, is the water safe?

ROSA BRAND (D), MAYOR OF ASHBY: It's not perfectly safe. We've had, what, 31 complaints?

VOSS: Thirty-one?

BRAND: Thirty-one, and none of them from the school. (LAUGHTER)

UNIDENTIFIED MALE: The water made my children sick.
"""
COURT = """                  STATE v. TARN                       112

 1                    IVO TARN,
 2   called as a witness, having been duly sworn, testified
 3   as follows:
 4                    DIRECT EXAMINATION
 5   BY MS. VANCE:
 6        Q.   Mr. Tarn, you opened the sluice on purpose,
 7   didn't you?
 8        A.   I did not open it on purpose. I opened it
 9   because 2 men were in the water.
10        Q.   And you never called the mill?
11        A.   I called the mill at 6:45 in the morning.
12             THE COURT:  Let's take ten minutes.
"""
RECORD = """  Mr. ORNE. Mr. Speaker, I rise in opposition. The bill does not fund a
single lock in my State, and it would close up to nine of them.
  Ms. HALE. Will the gentleman yield?
  Mr. ORNE. I will not yield. I thank the gentlewoman.
"""
HANSARD = """<?xml version="1.0"?>
<publicwhip>
<major-heading id="1">Sluices denied</major-heading>
<speech id="2" speakername="Rosa Brand" colnum="31"><p>I did not meet the right hon. Member in July.</p></speech>
<speech id="3" speakername="Ivo Tarn" colnum="31"><p>The hon. Lady met me on 14 July.</p><p>[<i>Interruption.</i>]</p>
<p>She said that she would resign.</p></speech>
</publicwhip>
"""
POSTS = json.dumps(
    [
        {"id": 1, "created_at": "2026-03-01T10:00:00Z", "user": {"name": "Ashby Rowing"}, "text": "We can't race."},
        {
            "id": 2,
            "user": {"name": "Lena Voss"},
            "text": "The river isn’t clean, and it won't be clean by June &amp; July.",
        },
    ]
)
TOOTS = json.dumps(
    {
        "account": {"display_name": "Ivo Tarn"},
        "content": '<p>The <a href="/t/gate">gate</a> isn&#39;t shut.</p><p>It won’t be &amp; it can’t be</p>',
    }
).replace("<a", "\\u003ca")
RELEASE = """<!doctype html><html><head><title>Ashby Water: news</title><style>p{color:red}</style></head><body>
<nav><a href="/">Home</a> <a href="/jobs">We are hiring 40 divers</a></nav><main><h1>Ashby Water opens sluice</h1>
<p>Ashby Water has not raised its prices since 2019,<sup>1</sup> and serves 61,000 homes.</p>
<p>&ldquo;We will not raise them before the election,&rdquo; said Owen Pratt, chief engineer.</p></main>
<footer>Ashby Water denies everything</footer></body></html>
"""
SOURCES = {
    "teams.vtt": TEAMS,
    "zoom.vtt": ZOOM,
    "meet.txt": MEET,
    "youtube.vtt": YOUTUBE,
    "whisper.json": WHISPER,
    "rev.txt": REV,
    "podcast.md": PODCAST,
    "call.txt": CALL,
    "briefing.txt": BRIEFING,
    "studio.txt": STUDIO,
    "court.txt": COURT,
    "record.txt": RECORD,
    "hansard.xml": HANSARD,
    "posts.json": POSTS,
    "toots.json": TOOTS,
    "release.html": RELEASE,
}
FINE = [
    ("teams.vtt", "“We did not lower the sluice on Friday, we lowered it on Saturday, at 6:30,” Ivo Tarn said."),
    ("teams.vtt", "“I gave it … after 22 calls,” Ivo Tarn said."),
    ("teams.vtt", "“Nobody at the mill and the farm was told,” Ivo Tarn said."),
    ("teams.vtt", "“Who gave the order to open it again?” Rosa Brand asked."),
    ("zoom.vtt", "“We have 11 pumps, and at most four of them work,” Ivo Tarn said."),
    ("zoom.vtt", "Ivo Tarn said the mill was “not safe to enter”."),
    ("zoom.vtt", "“It might be by Easter,” Ivo Tarn said."),
    ("meet.txt", "“The wall will hold unless the river rises above 3 meters,” Ivo Tarn said."),
    ("meet.txt", "“I never signed the contract,” Rosa Brand said."),
    ("youtube.vtt", "“The bridge was never closed to lorries of … 40 tons,” he said."),
    ("youtube.vtt", "“The bridge was never closed to lorries of d--- forty tons,” he said."),
    ("whisper.json", "“The ferry lost sixteen days last year. We can’t pay the crew,” Ivo Tarn said."),
    ("rev.txt", "“Nobody told us that the tank was leaking … it’s a disgrace,” he said."),
    ("rev.txt", "“You were told on March 9, twice,” she said."),
    ("rev.txt", "“We were told in April, by email,” he said."),
    ("podcast.md", "“I would not call it that. I’d call it negligence, plain and simple,” Owen Pratt said."),
    ("podcast.md", "“It cost us $105,000, roughly,” Owen Pratt said."),
    (
        "call.txt",
        "“We expect to ship between 200 and 300 boats in the third quarter,” Pat Orne said, if steel arrives.",
    ),
    ("call.txt", "“We do not expect to cut jobs this year,” Pat Orne said. “Revenue grew 4.5 percent, to $1.2bn.”"),
    ("briefing.txt", "“The mayor has not resigned,” Ms. Brand said."),
    ("briefing.txt", "“I’ve answered that. He did not,” Brand said."),
    ("studio.txt", "“It’s not perfectly safe,” Rosa Brand said."),
    ("studio.txt", "“We’ve had … 31 complaints,” Rosa Brand said."),
    ("studio.txt", "“Thirty-one, and none of them from the school,” Rosa Brand said."),
    ("court.txt", "“I did not open it on purpose. I opened it because two men were in the water,” Ivo Tarn testified."),
    ("court.txt", "“I called the mill at 6.45 in the morning,” Ivo Tarn testified."),
    ("record.txt", "“The bill does not fund a single lock in my state,” Pat Orne said."),
    ("hansard.xml", "“I did not meet the right honourable member in July,” Rosa Brand told the House."),
    (
        "hansard.xml",
        "“The honourable lady met me on July 14. She said that she would resign,” Ivo Tarn told the House.",
    ),
    ("toots.json", "“The gate isn’t shut. It won’t be & it can’t be,” Ivo Tarn wrote."),
    ("posts.json", "“The river is not clean, and it won’t be clean by June and July,” Lena Voss wrote."),
    ("release.html", "“Ashby Water has not raised its prices since 2019, and serves 61,000 homes,” the company said."),
    ("release.html", "“We will not raise them before the election,” said Owen Pratt."),
]
ERRORS = [
    ("teams.vtt", "“We did … lower the sluice on Friday,” Ivo Tarn said."),
    ("teams.vtt", "“We lowered it on Saturday, at half past seven,” Ivo Tarn said."),
    ("teams.vtt", "“I gave it after 32 calls,” Ivo Tarn said."),
    ("zoom.vtt", "“Four of them work,” Ivo Tarn said."),
    ("zoom.vtt", "Ivo Tarn said the mill was “safe to enter”."),
    ("zoom.vtt", "“It [will] be by Easter,” Ivo Tarn said."),
    ("zoom.vtt", "“We have … pumps, and four of them work,” Ivo Tarn said."),
    ("meet.txt", "“The wall will hold,” Ivo Tarn said."),
    ("meet.txt", "“I signed the contract with the quarry,” Rosa Brand said."),
    ("youtube.vtt", "“The bridge was closed to lorries,” he said."),
    ("youtube.vtt", "“The bridge was never closed to lorries of 14 tons,” he said."),
    ("whisper.json", "“The ferry lost 60 days last year,” Ivo Tarn said."),
    ("whisper.json", "“We can pay the crew,” Ivo Tarn said."),
    ("whisper.json", "“We … sell her,” Ivo Tarn said. “The ferry lost 16 days last year.”"),
    ("rev.txt", "“You were told on the ninth of May, twice,” she said."),
    ("rev.txt", "“Somebody told us that the tank was leaking,” he said."),
    ("podcast.md", "“I would … call it that,” Owen Pratt said."),
    ("podcast.md", "“I would call it that,” Owen Pratt said."),
    ("podcast.md", "“It cost us $150,000, roughly,” Owen Pratt said."),
    ("call.txt", "“We expect to ship between 200 and 300 boats in the third quarter,” Pat Orne said."),
    ("call.txt", "“We expect to cut jobs this year,” Pat Orne said."),
    ("call.txt", "“Revenue grew 5.4%, to $1.2 billion,” Pat Orne said."),
    ("briefing.txt", "“The mayor has … resigned,” Ms. Brand said."),
    ("briefing.txt", "“He did,” Ms. Brand said."),
    ("briefing.txt", "“He will stay,” Ms. Brand said. “I’ve answered that.”"),
    ("studio.txt", "“It’s perfectly safe,” Rosa Brand said."),
    ("studio.txt", "“We’ve had … 13 complaints,” Rosa Brand said."),
    ("court.txt", "“I did open it on purpose,” Ivo Tarn testified."),
    ("court.txt", "“I opened it because 9 men were in the water,” Ivo Tarn testified."),
    ("record.txt", "“It would close … nine of them,” Pat Orne said."),
    ("record.txt", "“I will yield,” Pat Orne said."),
    ("record.txt", "Pat Orne said the bill would “fund a single lock in my State”."),
    ("hansard.xml", "“I did meet the right hon. member in July,” Rosa Brand told the House."),
    ("hansard.xml", "“The hon. lady met me on July 4,” Ivo Tarn told the House."),
    ("posts.json", "“The river is clean,” Lena Voss wrote."),
    ("posts.json", "“It will be clean by June and July,” Lena Voss wrote."),
    ("release.html", "“Ashby Water has raised its prices since 2019,” the company said."),
    ("release.html", "“We will … raise them before the election,” said Owen Pratt."),
    ("release.html", "Owen Pratt said they would “raise them before the election”."),
]
TOLD = [
    ("youtube.vtt", "“The bridge was never closed to lorries of 40 tons,” he said.", "cut"),  # a suggestion
    ("hansard.xml", "“She said that she would resign,” Rosa Brand told the House.", "misattributed"),
    ("meet.txt", "“I never signed the contract with the quarry,” Ivo Tarn said.", "misattributed"),
    ("teams.vtt", "“Who gave the order to open it again?” Ivo Tarn asked.", "misattributed"),
    ("teams.vtt", "“Good morning, and who gave the order to open it again?” Ivo Tarn said.", "any"),
    ("meet.txt", "“I never signed the contract with the quarry. I did sign it,” Ivo Tarn said.", "joined"),
    ("podcast.md", "“You wouldn’t call it a cover-up,” Owen Pratt said.", "misattributed"),
    ("briefing.txt", "“Did the mayor take the money?” Ms. Brand asked.", "misattributed"),
    ("court.txt", "“You opened the sluice on purpose,” Ivo Tarn testified.", "misattributed"),
    ("court.txt", "“Let’s take ten minutes,” Ivo Tarn testified.", "misattributed"),
    ("record.txt", "“Will the gentleman yield?” Pat Orne asked.", "misattributed"),
    ("hansard.xml", "“Sluices denied,” Ivo Tarn told the House.", "missing"),
    ("release.html", "“We are hiring 40 divers,” the company said.", "missing"),
    ("release.html", "“Ashby Water denies everything,” the company said.", "missing"),
    ("rev.txt", "“Nobody told us. We were told in April, by e-mail,” he said.", "any"),
    ("call.txt", "“We are certain that the yard in Norbury is closing for good,” Pat Orne said.", "missing"),
]


@pytest.mark.parametrize(("name", "story"), FINE)
def test_what_was_said_is_left_alone(name: str, story: str) -> None:
    assert held_against(SOURCES[name], name, story) == []


@pytest.mark.parametrize(("name", "story"), ERRORS)
def test_what_was_not_said_is_an_error(name: str, story: str) -> None:
    assert "error" in [severity for _, severity in held_against(SOURCES[name], name, story)]


@pytest.mark.parametrize(("name", "story", "kind"), TOLD)
def test_whose_words_they_are(name: str, story: str, kind: str) -> None:
    found = [verdict for verdict, _ in held_against(SOURCES[name], name, story)]
    assert found
    assert kind in ("any", *found)
