"""One reader a kind: what was said, who says it, where it is found again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hedgelint.errors import InputError
from hedgelint.rulebook.rulebook import load_rulebook
from hedgelint.sources.readers import SourceReader
from hedgelint.sources.transcript import Transcript, bare_document

LEXICONS = load_rulebook().lexicons
READER = SourceReader.of(LEXICONS)


def read(text: str, name: str = "source.txt") -> Transcript:
    return READER.of_document(bare_document(name, text))


def turns(transcript: Transcript) -> list[tuple[str, str, str]]:
    """Speaker, kind of label and words of every turn."""
    text = transcript.document.text
    ends = [turn.start for turn in transcript.turns[1:]] + [len(text)]
    return [
        (turn.speaker, turn.label, " ".join(text[turn.start : end].split()))
        for turn, end in zip(transcript.turns, ends, strict=True)
    ]


TEAMS = """WEBVTT

1b2c3d4e-0000-4a5b-8c6d-7e8f90a1b2c3/3-0
00:00:01.000 --> 00:00:03.000
<v Rosa Brand>When did the lock</v>

1b2c3d4e-0000-4a5b-8c6d-7e8f90a1b2c3/3-1
00:00:03.100 --> 00:00:05.000
<v Rosa Brand>fail?</v>

NOTE checked by the desk

1b2c3d4e-0000-4a5b-8c6d-7e8f90a1b2c3/5-0
00:00:05.500 --> 00:00:08.000 align:start
<v Orne, Pat (Works)>In March, R&amp;D said.</v>
"""
ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Rosa Brand: One thing: when did

2
00:00:03.100 --> 00:00:05.000
Rosa Brand: the lock fail?

3
00:00:05.500 --> 00:00:08.000
Pat Orne: In March.
"""
ROLLING = """WEBVTT
Kind: captions

00:00:01.000 --> 00:00:03.000 align:start position:0%
\u0020
&gt;&gt; the lock<00:00:01.500><c> failed</c><00:00:02.000><c> in</c>

00:00:03.000 --> 00:00:03.010 align:start position:0%
&gt;&gt; the lock failed in
\u0020

00:00:03.010 --> 00:00:05.000 align:start position:0%
&gt;&gt; the lock failed in
march<00:00:03.500><c> &gt;&gt; it</c><00:00:04.000><c> did</c>
"""
SUBRIP = """1
00:00:01,000 --> 00:00:02,000
{\\an8}<i>The lock failed</i>

2
00:00:02,000 --> 00:00:03,000
12

3
00:00:03,000 --> 00:00:04,000
- times.
- Says who?
"""
VOICES = """WEBVTT

00:01.000 --> 00:03.000
<v Rosa Brand>Did the lock fail?</v>
It did.

00:03.100 --> 00:05.000
<v Rosa Brand>When?

00:05.500 --> 00:08.000
In March.
"""
TWO_IN_A_CUE = """1
00:00:01,000 --> 00:00:02,000
Rosa Brand: Did the lock fail?
Pat Orne: It did.

2
00:00:02,000 --> 00:00:03,000
In March, and I told
Rosa Brand: Nobody wrote it down
"""
PARTED = """1
00:00:01,000 --> 00:00:02,000
The lock failed

in March.


2
00:00:02,000 --> 00:00:03,000

Twelve

3
00:00:03,000 --> 00:00:04,000
boats sank.
"""
SBV = """0:00:01.000,0:00:02.000
ROSA BRAND: Did the lock fail?

0:00:02.000,0:00:03.500
PAT ORNE: It did.
"""
TTML = """<?xml version="1.0" encoding="utf-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
    xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling"
    xml:lang="en" ttp:frameRate="25">
  <head>
    <metadata>
      <ttm:title>The lock</ttm:title>
      <ttm:agent xml:id="rb" type="person"><ttm:name type="full">Rosa Brand</ttm:name></ttm:agent>
      <ttm:agent xml:id="po" type="person">
        <ttm:name type="family">Orne</ttm:name><ttm:name type="given">Pat</ttm:name>
      </ttm:agent>
    </metadata>
  </head>
  <body>
    <div begin="10s">
      <metadata><ttm:desc>not said</ttm:desc></metadata>
      <p begin="00:00:01.500" end="3s" ttm:agent="rb">Did the lock<br/>fail in
        <span tts:fontStyle="italic">March</span>?</p>
      <p begin="2500ms" ttm:agent="po">It did<!-- no --> &amp; <span ttm:agent="rb">When?</span> sank.</p>
    </div>
    <div>
      <p begin="00:01:00:05">Twelve boats.</p>
    </div>
  </body>
</tt>
"""
TTML_LABELS = """<tt xmlns="http://www.w3.org/ns/ttml"><body><div>
<p begin="1s">ROSA BRAND: Did the lock fail?<br/>PAT ORNE: It did.</p></div><div><p begin="2s">In March.</p></div>
</body></tt>
"""
OTTER = """Rosa Brand  0:03\u0020\u0020
When did the lock fail?

Pat Orne  0:09\u0020\u0020
In March.

Unknown Speaker  0:11\u0020\u0020
In May.

Transcribed by https://otter.ai
"""
COURT = """                 STATE v. LOCK COMPANY                 41

 1                    DIRECT EXAMINATION
 2   BY MR. VOSS:
 3        Q.   Ms. Brand, when did the lock fail?
 4        A.   In March. We had
 5   5 boats in it.
 6             THE COURT: Louder, please.
 7        A.   In March.

                 Northport Reporting

                 STATE v. LOCK COMPANY                 42

 1        Q.   Who saw it?
 2        A.   I did.
"""
RECORD = """[Congressional Record Volume 1]

  Mr. ORNE. Mr. President, the lock failed
[[Page S12]]
in March.
  The PRESIDING OFFICER. The Senator from Carrow.
  The President of the company wrote it down.
"""
DEBATE = """<?xml version="1.0"?>
<publicwhip>
<major-heading nospeaker="true" colnum="7">Locks</major-heading>
<speech speakername="Rosa Brand" colnum="7"><p>The lock failed&#8212;[<i>Laughter.</i>]&#8212;in March.</p></speech>
<speech nospeaker="true" colnum="8"><p pid="2">The House divided.</p></speech>
<speech speakername="Pat Orne" colnum="8"><p pid="3">It did not.</p></speech>
</publicwhip>
"""
KINDS = [
    (
        "teams.vtt",
        TEAMS,
        [("Rosa Brand", "machine", "When did the lock fail?"), ("Pat Orne", "machine", "In March, R&D said.")],
    ),
    (
        "zoom.vtt",
        ZOOM,
        [("Rosa Brand", "machine", "One thing: when did the lock fail?"), ("Pat Orne", "machine", "In March.")],
    ),
    ("rolling.vtt", ROLLING, [("", "change", "the lock failed in march"), ("", "change", "it did")]),
    ("captions.srt", SUBRIP, [("", "change", "times."), ("", "change", "Says who?")]),
    (
        "voices.vtt",
        VOICES,
        [
            ("Rosa Brand", "machine", "Did the lock fail?"),
            ("", "machine", "It did."),
            ("Rosa Brand", "machine", "When?"),
            ("", "machine", "In March."),
        ],
    ),
    (
        "two.srt",
        TWO_IN_A_CUE,
        [
            ("Rosa Brand", "machine", "Did the lock fail?"),
            ("Pat Orne", "machine", "It did. In March, and I told"),
            ("Rosa Brand", "machine", "Nobody wrote it down"),
        ],
    ),
    (
        "captions.sbv",
        SBV,
        [("ROSA BRAND", "machine", "Did the lock fail?"), ("PAT ORNE", "machine", "It did.")],
    ),
    (
        "captions.ttml",
        TTML,
        [
            ("Rosa Brand", "typed", "Did the lock fail in March?"),
            ("Pat Orne", "typed", "It did &"),
            ("Rosa Brand", "typed", "When?"),
            ("Pat Orne", "typed", "sank."),
            ("", "typed", "Twelve boats."),
        ],
    ),
    (
        "captions.xml",
        TTML_LABELS,
        [("ROSA BRAND", "machine", "Did the lock fail?"), ("PAT ORNE", "machine", "It did. In March.")],
    ),
    (
        "otter.txt",
        OTTER,
        [
            ("Rosa Brand", "machine", "When did the lock fail?"),
            ("Pat Orne", "machine", "In March."),
            ("", "change", "In May."),
        ],
    ),
    (
        "court.txt",
        COURT,
        [
            ("Mr. Voss", "role", "Ms. Brand, when did the lock fail?"),
            ("Ms. Brand", "role", "In March. We had 5 boats in it."),
            ("THE COURT", "role", "Louder, please."),
            ("Ms. Brand", "role", "In March."),
            ("Mr. Voss", "role", "Who saw it?"),
            ("Ms. Brand", "role", "I did."),
        ],
    ),
    (
        "record.txt",
        RECORD,
        [
            ("Mr. ORNE", "typed", "Mr. President, the lock failed in March."),
            (
                "The PRESIDING OFFICER",
                "role",
                "The Senator from Carrow. The President of the company wrote it down.",
            ),
        ],
    ),
    (
        "debate.xml",
        DEBATE,
        [("Rosa Brand", "typed", "The lock failed——in March."), ("Pat Orne", "typed", "It did not.")],
    ),
    (
        "briefing.txt",
        "THE MAYOR:  Good morning.\n\nQ    Will it open?\n\nTHE MAYOR:  (Laughter.)  It will.\n",
        [("THE MAYOR", "role", "Good morning."), ("Q", "role", "Will it open?"), ("THE MAYOR", "role", "It will.")],
    ),
    (
        "call.md",
        "**Rosa Brand** (Executives):\nThe lock failed.\n\n**Pat Orne** (Analysts):\nWhen? \\[laughs\\]\n",
        [("Rosa Brand", "typed", "The lock failed."), ("Pat Orne", "typed", "When?")],
    ),
    (
        "rev.txt",
        "Rosa Brand (00:03):\nThe lock failed [inaudible 00:04].\n\nPat Orne (00:09):\nWhen?\n",
        [("Rosa Brand", "typed", "The lock failed ."), ("Pat Orne", "typed", "When?")],
    ),
    (
        "cable.txt",
        "ROSA BRAND (D), MAYOR: It failed (NATO said so).\n\nPAT ORNE, HOST: When? (CROSSTALK)\n\nBRAND: In March.\n",
        [
            ("ROSA BRAND", "typed", "It failed (NATO said so)."),
            ("PAT ORNE", "typed", "When?"),
            ("BRAND", "typed", "In March."),
        ],
    ),
    (
        "whisper.tsv",
        "start\tend\ttext\tspeaker\n0\t900\tThe lock failed\tSPEAKER_00\n900\t1500\tWhen?\tSPEAKER_01\n",
        [("SPEAKER_00", "machine", "The lock failed"), ("SPEAKER_01", "machine", "When?")],
    ),
]


@pytest.mark.parametrize(("name", "text", "wanted"), KINDS, ids=[name for name, _, _ in KINDS])
def test_who_says_what(name: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert turns(read(text, name)) == wanted


@pytest.mark.parametrize(("name", "text", "wanted"), KINDS, ids=[name for name, _, _ in KINDS])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(name: str, text: str, wanted: list[tuple[str, str, str]], end: str) -> None:
    assert turns(read(text.replace("\n", end), name)) == wanted


@pytest.mark.parametrize(
    ("name", "text", "word", "line", "mark"),
    [
        ("teams.vtt", TEAMS, "March", 15, "00:00:05.500"),
        ("rolling.vtt", ROLLING, "march", 14, "00:00:03.010"),
        ("captions.ttml", TTML, "fail", 17, "00:00:11.500"),
        ("captions.ttml", TTML, "When", 19, "00:00:12.500"),
        ("captions.ttml", TTML, "Twelve", 22, "00:01:00.200"),
        ("captions.srt", SUBRIP, "12", 7, "00:00:02.000"),
        ("otter.txt", OTTER, "March", 5, "0:09"),
        ("court.txt", COURT, "boats", 7, "41:5"),
        ("court.txt", COURT, "saw", 15, "42:1"),
        ("debate.xml", DEBATE, "did", 6, "column 8"),
    ],
)
def test_the_place_is_that_of_the_file(name: str, text: str, word: str, line: int, mark: str) -> None:
    transcript = read(text, name)
    document = transcript.document
    at = document.text.index(word)
    there = document.map.offset(at)
    assert document.source[there : there + len(word)] == word
    assert document.lines.place(there).line == line
    assert transcript.mark_at(at) == mark


def test_whisperx_and_oyez() -> None:
    whisperx = {
        "segments": [
            {
                "start": 0.5,
                "text": " The lock \u201cfailed\u201d.",
                "speaker": "SPEAKER_00",
                "words": [{"word": "The"}],
            },
            {"start": 2.0, "text": " When?", "speaker": "SPEAKER_01"},
        ],
        "word_segments": [{"word": "The"}],
    }
    read_ = read(json.dumps(whisperx), "talk.json")
    assert turns(read_) == [("SPEAKER_00", "machine", "The lock “failed”."), ("SPEAKER_01", "machine", "When?")]
    assert read_.mark_at(read_.document.text.index("When")) == "00:00:02.000"
    named = SourceReader.of(LEXICONS, {"SPEAKER_01": "Pat Orne"})
    assert named.of_document(bare_document("talk.json", json.dumps(whisperx))).names == ("SPEAKER_00", "Pat Orne")
    blocks = [{"text": "The lock failed.", "start": 1}, {"text": "In March.", "start": 3}]
    oyez = {"transcript": {"sections": [{"turns": [{"speaker": {"name": "Rosa Brand"}, "text_blocks": blocks}]}]}}
    assert turns(read(json.dumps(oyez), "argument.json")) == [
        ("Rosa Brand", "typed", "The lock failed. In March."),
    ]


NO_LABELS = [
    "Remember: never sign it.\n\nThe lock failed in March, and nobody wrote it down.\n\nIt was May before they did.\n",
    "NEW: The lock failed.\n\nUPDATE: It was in March, the company said.\n\nREAD MORE: How locks fail.\n",
    "Lock failure: what we know\n\nThe lock failed in March.\n\nThe company said so on Monday.\n",
]


@pytest.mark.parametrize("text", NO_LABELS)
def test_a_line_with_a_colon_is_no_label_by_itself(text: str) -> None:
    assert read(text).turns == ()


def test_a_word_with_a_colon_in_a_speech_is_said() -> None:
    text = "ROSA BRAND: I told them one thing.\nRemember: never sign it.\n\nPAT ORNE: Yes.\n"
    assert turns(read(text)) == [
        ("ROSA BRAND", "typed", "I told them one thing. Remember: never sign it."),
        ("PAT ORNE", "typed", "Yes."),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The vote was\n12\nto nine.", "The vote was 12 to nine."),
        (PARTED, "The lock failed in March. Twelve boats sank."),
        (f"WEBVTT\n\n{PARTED}", "The lock failed Twelve boats sank."),
        ("The fund is empty.\n\n- 2 -\n\nIt has been for years.", "The fund is empty. It has been for years."),
        ("The fund is empty.\n\n7\n\nIt has been for years.", "The fund is empty. It has been for years."),
        ("The fund is empty.\n\nPage 2 of 9\n\nIt has been.", "The fund is empty. It has been."),
        (
            "<p>The fund &amp; the lock<sup>3</sup> are <b>empty</b>.</p><script>x</script>",
            "The fund & the lock are empty.",
        ),
    ],
)
def test_what_nobody_says(text: str, said: str) -> None:
    name = "page.html" if text.startswith("<") else "page.txt"
    assert " ".join(read(text, name).document.text.split()) == said


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.json", "{not json", "not JSON"),
        ("a.scc", "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 c8e5\n", "captions of this kind are not read"),
        ("a.ass", "[Script Info]\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,No.\n", "of this kind"),
        ("a.ttml", '<tt xmlns="http://www.w3.org/ns/ttml"><body>', "no well-formed XML"),
        ("a.json", '{"a": 1}', "no words found in this JSON"),
        ("a.tsv", "a\tb\n1\t2\n", "a table without a column of words"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read(text, name)


def pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """A PDF of text at places: (left, height, size, words) in points."""
    streams = []
    for page in pages:
        shown = "\n".join(f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, size, words in page)
        streams.append(f"<< /Length {len(shown)} >> stream\n{shown}\nendstream")
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for k, stream in enumerate(streams):
        font = "/Resources << /Font << /F 3 0 R >> >> /MediaBox [0 0 400 600]"
        objects += [f"<< /Type /Page /Parent 2 0 R {font} /Contents {5 + 2 * k} 0 R >>", stream]
    out, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


def test_pdf_without_its_furniture() -> None:
    pytest.importorskip("pypdfium2")
    content = pdf(
        [
            (50, 570, 8, "Lock Inquiry 2026"),
            (50, 520, 11, "The lock failed in March, and it cost"),
            (50, 505, 11, "four million"),
            (113, 509, 6, "3"),
            (120, 505, 11, "in all. The com-"),
            (50, 60, 8, "3 Ledger, folio 9."),
            (200, 20, 8, "7"),
        ],
        [(50, 570, 8, "Lock Inquiry 2026"), (50, 520, 11, "pany paid it."), (200, 20, 8, "8")],
    )
    transcript = READER.of_bytes("inquiry.pdf", content)
    assert transcript.kind == "PDF"
    said = "The lock failed in March, and it cost four million in all. The com- pany paid it."
    assert " ".join(transcript.document.text.split()) == said
    assert transcript.mark_at(transcript.document.text.index("pany")) == "page 2"


@pytest.mark.parametrize(
    ("content", "says"), [(pdf([]), "a PDF with no text in it"), (b"%PDF-1.4\nnothing", "it is broken")]
)
def test_pdf_that_cannot_serve(content: bytes, says: str) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(InputError, match=says):
        READER.of_bytes("scan.pdf", content)


def test_without_the_extra_a_pdf_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(InputError) as error:
        READER.of_bytes("inquiry.pdf", pdf([(50, 500, 11, "Words.")]))
    assert "hedgelint[pdf]" in error.value.hint


@given(
    st.text(alphabet="AB ab:.>-,0123456789\n\t[]()<>&;\"'QÄé“”\r", max_size=300),
    st.sampled_from(["a.txt", "a.vtt", "a.srt", "a.html"]),
)
def test_whatever_the_text_every_letter_leads_back(text: str, name: str) -> None:
    transcript = read(text, name)
    document = transcript.document
    assert document.map.size == len(document.text)
    starts = [turn.start for turn in transcript.turns]
    assert starts == sorted(starts)
    assert [at for at, _ in transcript.marks] == sorted(at for at, _ in transcript.marks)
    for at, letter in enumerate(document.text):
        there = document.map.offset(at)
        same = document.source[there : there + 1] == letter
        assert same or letter in "\n &<>" or document.source[there : there + 1] in "&\r"


_SAID = st.text(alphabet="AB b.0123456789é“&<\n ", max_size=20)


@given(st.lists(st.lists(st.tuples(_SAID, st.sampled_from(["", "rb", "po", "rb po"])), max_size=4), max_size=4))
def test_captions_in_ttml_have_all_the_words_each_where_it_stands(parts: list[list[tuple[str, str]]]) -> None:
    def written(said: str, agent: str) -> str:
        told = f' ttm:agent="{agent}"' if agent else ""
        return f'<p begin="1s"{told}>{said.replace("&", "&amp;").replace("<", "&lt;")}</p>'

    divs = "".join(f"<div>{''.join(written(*one) for one in part)}</div>" for part in parts)
    agents = '<head><ttm:agent xml:id="rb"><ttm:name type="alias">B</ttm:name></ttm:agent></head>'
    held = read(
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
        f"{agents}<body>{divs}</body></tt>",
        "a.ttml",
    )
    document = held.document
    if any(agent == "rb" and said.strip() for part in parts for said, agent in part):  # no label is looked for
        assert document.text.split() == [word for part in parts for said, _ in part for word in said.split()]
    for at, letter in enumerate(document.text):
        there = document.map.offset(at)
        assert letter in "\n &<" or document.source[there : there + 1] == letter


def test_bytes_of_all_sorts_are_read_or_refused(tmp_path: Path) -> None:
    for number, content in enumerate((b"", b"\xff\xfe\x00", b"WEBVTT", b"{}", b"<speech ", b"%PDF", b"1\n2 --> 3\n")):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(content)
        with suppress(InputError):
            assert READER.read(str(path)).document.map.size >= 0
