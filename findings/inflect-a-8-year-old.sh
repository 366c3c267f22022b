#!/usr/bin/env bash
# inflect: "an hour" and "an NHS trust", but "a 8-year-old", "a 11-1 vote" and "a 18-month term".
#
# What one would guess: `a()`, which goes by how a word sounds ("an hour", "a UN vote", "an MP"), does so for figures
# too, all the more as the library can write them in words.
# What happens: figures all get "a", although "eight", "eleven" and "eighteen" begin with vowels. Its own words for the
# same figures get "an".
# Why it matters to a newsroom: stories that are written from data (courts, votes, sport) have their articles from
# here, and ages and scores are what such stories are made of. "A 8-year-old boy" is at the head of them.
#
# Installs inflect into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'inflect==7.6.0'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

import inflect

english = inflect.engine()
expected = {
    "hour": "an hour",
    "NHS trust": "an NHS trust",
    english.number_to_words(8) + "-year-old": "an eight-year-old",
    "8-year-old": "a 8-year-old",
    "11-1 vote": "a 11-1 vote",
    "18-month term": "a 18-month term",
}
print("inflect", version("inflect"))
same = True
for words, article in expected.items():
    got = english.a(words)
    print(got)
    same &= got == article
sys.exit(0 if same else 1)
PY
