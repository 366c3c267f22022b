#!/usr/bin/env bash
# edtf: “not before 1960” is “until 1960”, and “1960 or 1961” is 1960, for certain.
#
# What one would guess: `text_to_edtf` makes an interval that begins in 1960, as it does of “since 1960”, or nothing;
# the form it writes has a sign for “one of these”, which it uses for “1999/2000”.
# What happens: “before” in “not before” makes an interval that ends in 1960, and so does “earlier” in “no earlier than
# 1960”. Of two years with “or” the first is taken, and nothing marks it as doubtful, while “1960?” is marked. Of
# “1960–1965” with the dash that is printed it is the last year; with a hyphen it is the interval. The read-me has
# “before 1928”, and none of these.
# Why it matters to a newsroom: dates of archives' photographs are words like these, and are put in order and searched
# by what comes out. The picture is from before the year it cannot be from before, and how sure anybody was is not
# kept.
#
# Installs edtf into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'edtf==5.0.2'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from edtf import text_to_edtf

EXPECTED = {
    "since 1960": "1960/",
    "before 1960": "/1960",
    "not before 1960": "/1960",
    "no earlier than 1960": "/1960",
    "1960 or 1961": "1960",
    "1960?": "1960?",
    "1960-1965": "1960/1965",
    "1960–1965": "1965",
}
print("edtf", version("edtf"))
same = True
for words, expected in EXPECTED.items():
    got = str(text_to_edtf(words))
    print(f"{words}  ->  {got}")
    same &= got == expected
sys.exit(0 if same else 1)
PY
