#!/usr/bin/env bash
# webvtt-py: of two speakers in one cue the first one has said it all, and a speaker in italics is nobody.
#
# What one would guess: `caption.voice` and `caption.text` of a WebVTT file are who speaks and what; a cue in which two
# people speak, which the format allows for, is told apart somehow.
# What happens: `voice` is the speaker of the cue's first line and `text` is the words of all of them, so that the
# question and the answer are both the questioner's. Where the first line begins with anything but the voice, a dash or
# italics, `voice` is None.
# Why it matters to a newsroom: a cue with question and answer is the commonest one in an interview. "No." is put into
# the mouth of the man who asked, and a check of who said it passes a quotation that is somebody else's.
#
# Installs webvtt-py into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'webvtt-py==0.6.0'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

import webvtt

CAPTIONS = """WEBVTT

00:01.000 --> 00:03.000
<v Bo Rask>Did you sign the deal?</v>
<v Ann Holm>No.</v>

00:03.000 --> 00:05.000
<i><v Ann Holm>I never will.</v></i>
"""
got = [(caption.voice, caption.text) for caption in webvtt.from_string(CAPTIONS)]
print("webvtt-py", version("webvtt-py"))
for voice, words in got:
    print(voice, repr(words))
sys.exit(0 if got == [("Bo Rask", "Did you sign the deal?\nNo."), (None, "I never will.")] else 1)
PY
