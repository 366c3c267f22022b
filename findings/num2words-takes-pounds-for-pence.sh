#!/usr/bin/env bash
# num2words: 250 as currency is "two pounds", 250.0 is "two hundred and fifty pounds".
#
# What one would guess: the number that is read out as a sum of money is the number that was given.
# What happens: a whole number is counted in the smallest coin, a number with a point in the large one. So 250 is two
# pounds fifty and 250.0 a hundred times as much, though 250 == 250.0. The read-me does not tell.
# Why it matters to a newsroom: the sums of a story that is read aloud come from JSON or a table, where one row says
# 250 and the next 249.5. One figure is right and its neighbour is a hundredth of itself, spoken with the same
# assurance.
#
# Installs num2words into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'num2words==0.5.14'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from num2words import num2words

expected = [
    (250, "GBP", "two pounds sterling, fifty pence"),
    (250.0, "GBP", "two hundred and fifty pounds sterling, zero pence"),
]
print("num2words", version("num2words"))
same = True
for number, currency, words in expected:
    got = num2words(number, to="currency", currency=currency)
    print(f"{number!r} {currency}: {got}")
    same &= got == words
sys.exit(0 if same else 1)
PY
