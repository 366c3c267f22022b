#!/usr/bin/env bash
# ttconv: WebVTT captions converted to WebVTT captions have no speakers.
#
# What one would guess: a conversion of captions from a format into the same one, or one richer than it, keeps who
# speaks; it does keep italics and colours.
# What happens: the names in `<v Ann Holm>` go, from WebVTT to WebVTT as well as to TTML and SubRip, and nothing is
# said. The words of two speakers of one cue stand below each other like two lines of one. In SubRip files, where names
# are written out as words, they stay.
# Why it matters to a newsroom: the captions of an interview are the record of who said what, and they are converted
# each time the clip moves to another player. After that, a quotation can be checked for its words but not for whose
# they are.
#
# Installs ttconv into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'ttconv==1.2.3'
PYTHONPATH="$folder" python3 - <<'PY'
import io
import sys
from importlib.metadata import version

import ttconv.vtt.reader
import ttconv.vtt.writer

CAPTIONS = """WEBVTT

00:01.000 --> 00:03.000
<v Bo Rask>Did you sign the deal?</v>
<v Ann Holm>I did <i>not</i>.</v>
"""
captions = ttconv.vtt.reader.to_model(io.StringIO(CAPTIONS))
made = ttconv.vtt.writer.from_model(captions)
print("ttconv", version("ttconv"))
print(CAPTIONS)
print("made of it:\n")
print(made)
same = "Did you sign the deal?\nI did <i>not</i>." in made
sys.exit(0 if same and "Rask" not in made and "Holm" not in made else 1)
PY
