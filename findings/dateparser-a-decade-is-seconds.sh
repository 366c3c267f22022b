#!/usr/bin/env bash
# dateparser: "in the 1980s" is thirty-three minutes ago, and "£5m" is five minutes ago.
#
# What one would guess: `search_dates` finds the dates in a story; a decade is found as one, or not at all.
# What happens: the "s" of "1980s" is seconds and the "m" of "£5m" is minutes, and where nothing says which way, the
# past is meant. "In the 1980s the quay was shut" holds a date, 1,980 seconds before now; "He is in his 60s" holds one
# a minute before now; "It cost £5m" one five minutes before now.
# Why it matters to a newsroom: a time line or a search of the archive that is made by these dates has the nineteen
# eighties at half an hour ago, and every story with a sum in it happened today.
#
# Installs dateparser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'dateparser==1.5.0'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from datetime import datetime, timedelta
from importlib.metadata import version

from dateparser.search import search_dates

now = datetime(2026, 3, 4, 12)
expected = {
    "In the 1980s the quay was shut.": timedelta(seconds=1980),
    "He is in his 60s.": timedelta(seconds=60),
    "It cost £5m.": timedelta(minutes=5),
}
print("dateparser", version("dateparser"))
same = True
for line, ago in expected.items():
    found = search_dates(line, languages=["en"], settings={"RELATIVE_BASE": now}) or []
    print(line, [(words, str(now - date) + " ago") for words, date in found])
    same &= [now - date for _, date in found] == [ago]
sys.exit(0 if same else 1)
PY
