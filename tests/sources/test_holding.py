"""A story held against its sources, from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.conftest import Run

WHISPERX = {
    "segments": [
        {"start": 1.0, "text": "The board hid the letter about the old lock.", "speaker": "SPEAKER_00"},
        {"start": 4.0, "text": "I would not put it like that.", "speaker": "SPEAKER_01"},
    ]
}
CAPTIONS = "1\n00:00:01,000 --> 00:00:03,000\nThe board hid the letter about the old lock.\n"


def test_speakers_of_the_settings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.json").write_text(json.dumps(WHISPERX), encoding="utf-8")
    (tmp_path / "hedgelint.toml").write_text('[speakers]\nSPEAKER_00 = "Lena Voss"\nSPEAKER_01 = "Pat Orne"\n')
    (tmp_path / "story.txt").write_text("“The board hid the letter about the old lock,” Pat Orne said.\n")
    out = run("--format", "json", "--severity", "info", "--source", "talk.json", "story.txt").out
    (finding,) = (found for found in json.loads(out)["findings"] if found["rule"] != "no-reply")
    assert (finding["rule"], finding["severity"]) == ("misattributed-quotation", "suggestion")
    assert finding["message"] == "In the source these are the words of Lena Voss."
    assert finding["related"][0]["at"] == "00:00:01.000"


def test_what_was_not_looked_at_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(CAPTIONS)
    german = "Die Schleuse bleibt bis zum Ende des Winters gesperrt, und niemand wei\u00df, wer sie bezahlen soll."
    (tmp_path / "rede.txt").write_text(german, encoding="utf-8")
    (tmp_path / "story.txt").write_text("“The board hid the letter about the old lock,” Pat Orne said.\n")
    done = run("--format", "json", "--source", "talk.srt", "--source", "rede.txt", "story.txt")
    told = [note["message"] for note in json.loads(done.out)["notes"]]
    assert told == [
        "talk.srt: nobody is named in it: who said what was not looked at",
        "rede.txt: not in English, as far as its small words tell: not compared",
    ]


def test_a_pipe_among_the_sources_is_told_and_not_waited_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("Gate\n\n“The gate was never meant to be shut at night,” Jo Hale said.\n", "utf-8")
    (tmp_path / "said").mkdir()
    os.mkfifo(tmp_path / "said" / "a.txt")
    (tmp_path / "said" / "b.txt").write_text("HALE: The gate was never meant to be shut at night.\n", "utf-8")
    ran = run("--source", "said", "s.txt")
    assert ran.code == 2
    assert "said/a.txt: problem: this source cannot be read: not a regular file, and not read" in ran.out
    assert "Nothing found in 1 story (1 problem)." in ran.out
