#!/usr/bin/env bash
# feedparser: what a feed tells of a photograph takes the place of what it tells of the story, which is nowhere any
# more.
#
# What one would guess: `<description>` of an item is its `summary`; `<media:description>`, the caption of the
# photograph, is something else, as `<media:title>` is, which does not touch the title.
# What happens: the two are one to feedparser, and the order in the file decides. Where standfirst and full text
# (`<content:encoded>`) come first and the caption after them, `summary` is the caption, and the standfirst is in no
# field of the entry. Where the caption comes first it is the `summary` too; without a full text it is the story's
# `content`.
# Why it matters to a newsroom: many papers' feeds have all three. A reader's page shows, and an archive keeps, "Photo:
# the quay at Carrow" for what the council decided.
#
# Installs feedparser into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'feedparser==6.0.14'
PYTHONPATH="$folder" python3 - <<'PY'
import sys

import feedparser

NAMES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
STANDFIRST = "<description>The council did not sign the ferry deal.</description>"
FULL = "<content:encoded>The vote on Monday was 12 to 9.</content:encoded>"
PHOTO = '<media:content url="quay.jpg"/><media:description>The quay at Carrow.</media:description>'


def read(*parts):
    item = "".join(parts)
    feed = f'<rss version="2.0" {NAMES}><channel><item>{item}</item></channel></rss>'
    return feedparser.parse('<?xml version="1.0" encoding="utf-8"?>' + feed).entries[0]


print("feedparser", feedparser.__version__)
whole, short = read(STANDFIRST, FULL, PHOTO), read(STANDFIRST, PHOTO)
print("with the full text:   summary:", whole.summary, "| content:", [one.value for one in whole.content])
print("without the full text: summary:", short.summary, "| content:", [one.value for one in short.content])
print("“did not sign” anywhere in the first:", "did not sign" in str(whole))
same = whole.summary == "The quay at Carrow." and "did not sign" not in str(whole)
same &= [one.value for one in short.content] == ["The quay at Carrow."]
sys.exit(0 if same else 1)
PY
