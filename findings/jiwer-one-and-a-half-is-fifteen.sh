#!/usr/bin/env bash
# jiwer: with its own `RemovePunctuation` a transcript that says £15m for £1.5m has no error.
#
# What one would guess: punctuation is what stands between words; the point within a figure and the apostrophe within a
# word belong to them, as everywhere where words are counted.
# What happens: every sign goes, wherever it stands, and what it parted is joined: 1.5 is 15, “3.5%” is 35, “we’re
# sure” is “were sure”, “he’ll go” is “hell go”. Error rate 0, nothing inserted, nothing deleted.
# `ExpandCommonEnglishContractions` makes “Holm’s car” of “Holm is car” on the other hand.
# Why it matters to a newsroom: a service that writes transcripts is chosen by its error rate with these ready-made
# transformations, and the figures are what a transcript is read for.
#
# Installs jiwer into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'jiwer==4.0.0'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

import jiwer

plain = jiwer.Compose(
    [
        jiwer.ToLowerCase(),
        jiwer.RemovePunctuation(),
        jiwer.RemoveMultipleSpaces(),
        jiwer.Strip(),
        jiwer.ReduceToListOfListOfWords(),
    ]
)
print("jiwer", version("jiwer"))
same = True
for said, heard in (("it cost £1.5m", "it cost £15m"), ("it fell 3.5%", "it fell 35%"), ("we’re sure", "were sure")):
    rate = jiwer.wer(said, heard, reference_transform=plain, hypothesis_transform=plain)
    print(f"{said} / {heard}: error rate {rate}")
    same &= rate == 0
expanded = jiwer.ExpandCommonEnglishContractions()("Holm's car")
print("Holm's car  ->  ", expanded)
sys.exit(0 if same and expanded == "Holm is car" else 1)
PY
