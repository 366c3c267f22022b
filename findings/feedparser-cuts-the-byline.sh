#!/usr/bin/env bash
# feedparser: the writer of "desk@carrow.press (Ann Holm)" is "s (Ann Holm", and the address ends in ".pres".
#
# What one would guess: RSS gives a writer as an address with the name in brackets after it, and feedparser's `authors`
# has the two apart.
# What happens: an address is taken to end in two to four letters. After a longer ending the rest of it is left to the
# name, and the bracket that opens the name stays too. ".media", ".press", ".today", ".london" are all too long.
# Why it matters to a newsroom: these endings were made for newspapers. The byline in the archive, and the name under
# which a writer's stories are counted, is "s (Ann Holm"; a mail to the writer goes to another domain.
#
# Installs feedparser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'feedparser==6.0.14'
PYTHONPATH="$folder" python3 - <<'PY'
import sys

import feedparser

FEED = '<?xml version="1.0"?><rss version="2.0"><channel><item><author>{}</author></item></channel></rss>'
expected = {
    "desk@carrow.news (Ann Holm)": {"name": "Ann Holm", "email": "desk@carrow.news"},
    "desk@carrow.press (Ann Holm)": {"name": "s (Ann Holm", "email": "desk@carrow.pres"},
    "desk@carrow.london (Ann Holm)": {"name": "on (Ann Holm", "email": "desk@carrow.lond"},
}
print("feedparser", feedparser.__version__)
same = True
for given, author in expected.items():
    got = [dict(one) for one in feedparser.parse(FEED.format(given)).entries[0].authors]
    print(given, got)
    same &= got == [author]
sys.exit(0 if same else 1)
PY
