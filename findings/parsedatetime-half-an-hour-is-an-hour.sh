#!/usr/bin/env bash
# parsedatetime: “half an hour ago” is an hour ago, and on 3 March “the end of March” is the first of March next year.
#
# What one would guess: a length of time that the library does not know, “half an hour”, is half an hour or nothing;
# “end of”, which is among its own words (it knows “end of month”), goes with the name of a month.
# What happens: what is not understood is passed over, and the rest is read as if it were all. “half” is left out and an
# hour goes back. Of “end of March” the month is read, as its first day, and as that is over the next one is meant: 363
# days after the day that was said. Both come with the mark of a date that was understood.
# Why it matters to a newsroom: a time line of a day is made of “half an hour ago”, and embargoes and deadlines are “by
# the end of March”. The fire began twice as long ago, and the paper that is held back is held for a year.
#
# Installs parsedatetime into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'parsedatetime==2.6'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from datetime import datetime
from importlib.metadata import version

from parsedatetime import VERSION_CONTEXT_STYLE, Calendar

NOON = datetime(2026, 3, 3, 12)
EXPECTED = {
    "half an hour ago": datetime(2026, 3, 3, 11),
    "an hour ago": datetime(2026, 3, 3, 11),
    "the end of March": datetime(2027, 3, 1, 12),
}
calendar = Calendar(version=VERSION_CONTEXT_STYLE)
print("parsedatetime", version("parsedatetime"), "at noon on 3 March 2026")
same = True
for words, expected in EXPECTED.items():
    when, how = calendar.parseDT(words, NOON)
    print(f"{words}  ->  {when:%d %B %Y, %H:%M}, understood: {how.hasDateOrTime}")
    same &= when == expected and bool(how.hasDateOrTime)
sys.exit(0 if same else 1)
PY
