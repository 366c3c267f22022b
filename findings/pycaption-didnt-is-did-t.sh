#!/usr/bin/env bash
# pycaption: written as SCC, “didn’t” is “did’t”, “not guilty” in curly marks is “not guilt”, and a vote of 5–4 is 5£4.
#
# What one would guess: captions that are converted to SCC, which television stations take, have the letters they had;
# a sign that SCC does not know is left out or becomes its plain kin.
# What happens: in line 21 captions (CEA-608) a curly mark, and each other “extended” character, takes the place of the
# one before it: a plain one is sent first, for old sets, and is rubbed out. The writer sends no plain one, and what is
# rubbed out is the letter or the blank before the mark. The library's own reader shows it, as decoders do. A sign that
# is in no table, the en dash, becomes a pound sign. Nothing is said of either.
# Why it matters to a newsroom: transcripts that a desk has been over have curly marks, and each quotation loses its
# last letter, each “n’t” its n. The score, the vote and the range of sums hold a currency that nobody named.
#
# Installs pycaption into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'pycaption==2.3.14'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from pycaption import SCCReader, SCCWriter, SRTReader

EXPECTED = {
    "He didn’t sign.": "He did’t sign.",
    "She was “not guilty” of it.": "She was“not guilt” of it.",
    "The vote was 5–4.": "The vote was 5£4.",
    "He didn't sign.": "He didn't sign.",
}
print("pycaption", version("pycaption"))
same = True
for words, expected in EXPECTED.items():
    captions = SRTReader().read(f"1\n00:00:01,000 --> 00:00:03,000\n{words}\n")
    back = SCCReader().read(SCCWriter().write(captions)).get_captions("en-US")[0].get_text()
    print(f"{words}  ->  {back}")
    same &= back == expected
sys.exit(0 if same else 1)
PY
