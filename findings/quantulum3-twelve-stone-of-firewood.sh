#!/usr/bin/env bash
# quantulum3: a man of 12st is twelve cubic metres of wood, half a million is a million and a half, and £1.5m is pound
# metres.
#
# What one would guess: a parser of quantities in running English knows a stone, and gives “half a million” as 500,000
# and “£1.5m” as a million and a half pounds.
# What happens: “12st” is 12 steres, the cubic metre in which firewood is sold; “5 stone” has no unit. “half a million”
# is 1,500,000, the “a” being a one that is added. The m and the bn behind a sum are units: £1.5m is 1.5 pound sterling
# metre, $3bn is 3 dollar bit newton. None of it is marked as doubtful.
# Why it matters to a newsroom: whoever holds the figures of a story against a table of figures takes them from the
# words with such a parser; the sums of British copy are written with m and bn, and each comes out a million times too
# small.
#
# Installs quantulum3 into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'quantulum3==0.10.0'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from quantulum3 import parser

expected = {
    "a man of 12st": (12.0, "stere"),
    "half a million people": (1_500_000.0, "dimensionless"),
    "a loss of £1.5m": (1.5, "pound sterling metre"),
    "a loss of $3bn": (3.0, "dollar bit newton"),
}
print("quantulum3", version("quantulum3"))
same = True
for words, quantity in expected.items():
    (read,) = parser.parse(words)
    print(f"{words}: {read.value} {read.unit.name}")
    same &= (read.value, read.unit.name) == quantity
sys.exit(0 if same else 1)
PY
