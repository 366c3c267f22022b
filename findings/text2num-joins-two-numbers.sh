#!/usr/bin/env bash
# text2num: two numbers with "and" between them lose what they are; "five million and six million" is 5000006 1000000.
#
# What one would guess: `alpha2digit`, which turns the number words of a transcript into digits, makes "between five
# hundred and six hundred" into "between 500 and 600".
# What happens: "and" is always the "and" inside of a number. "six" is taken for the end of the first number and what
# is left over stands alone: "between 506 100". "Five million and six million pounds" is "5000006 1000000 pounds".
# Smaller numbers go well ("forty and fifty" is "40 and 50"), so that a look at a few lines shows nothing.
# Why it matters to a newsroom: ranges and sums are said with "and" all day, the words of the speaker are not in the
# transcript any more, and the figure that is quoted from it was never said by anybody.
#
# Installs text2num into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'text2num==3.1.0'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from text_to_num import alpha2digit

expected = {
    "Between five hundred and six hundred people came.": "Between 506 100 people came.",
    "They lost five million and six million pounds.": "They lost 5000006 1000000 pounds.",
    "It took between forty and fifty years.": "It took between 40 and 50 years.",
}
print("text2num", version("text2num"))
same = True
for said, now in expected.items():
    written = alpha2digit(said, "en")
    print("said:   ", said)
    print("written:", written)
    same &= written == now
sys.exit(0 if same else 1)
PY
