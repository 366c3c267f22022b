#!/usr/bin/env bash
# word2number: "half a million" is a million, and "three point five million" is three.
#
# What one would guess: number words that the library does not know end in an error (it raises one for "a dozen"), and
# a decimal fraction, which it does know ("two point three" is 2.3), goes with "million" as every other number does.
# What happens: "half" is passed over, and "half a million" is 1000000; of "three point five million" the fraction and
# the million both go, and 3 is left. A range is added up: "fifty to sixty" is 110. No error, no warning.
# Why it matters to a newsroom: this is how sums are said. A check of a story's "£3.5m" against a transcript's "three
# point five million" by way of this library holds a right figure for a wrong one, or a wrong one for a right one.
#
# Installs word2number into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'word2number==1.1'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from word2number.w2n import word_to_num

expected = {"two point three": 2.3, "half a million": 1000000, "three point five million": 3, "fifty to sixty": 110}
print("word2number", version("word2number"))
same = True
for words, number in expected.items():
    got = word_to_num(words)
    print(f"{words}: {got}")
    same &= got == number
try:
    print("a dozen:", word_to_num("a dozen"))
    same = False
except ValueError as error:
    print("a dozen:", type(error).__name__)
sys.exit(0 if same else 1)
PY
