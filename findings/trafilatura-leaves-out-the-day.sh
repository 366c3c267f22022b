#!/usr/bin/env bash
# trafilatura: a day that the page marks up with `<time>` is not in the sentence any more.
#
# What one would guess: `<time>` in a sentence is words with a date for machines beside them; a reader of articles uses
# the date, or does not, and keeps the words.
# What happens: element and words go. "She said the deal ends on <time datetime='2026-05-01'>1 May</time>, not later."
# is "She said the deal ends on , not later." Where nothing stands after it the sentence looks whole: "The deal ends
# <time>on Friday</time>." is "The deal ends ."
# Why it matters to a newsroom: many systems mark up every day of a story so. When it happened and until when it holds
# is what is left out; quotations with a day in them are not word for word any more.
#
# Installs trafilatura into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" \
  'trafilatura==2.3.1' 'lxml_html_clean==0.4.6'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

import trafilatura

PROSE = "<p>The council of Carrow met to vote on the ferry, and the meeting went on until the morning.</p>"
STORY = '<p>“The deal ends on <time datetime="2026-05-01">1 May</time>, not later,” the mayor said.</p>'
page = f"<html><body><main><article><h1>Vote lost</h1>{PROSE * 3}{STORY}{PROSE}</article></main></body></html>"
line = next(line for line in trafilatura.extract(page).splitlines() if "mayor" in line)
print("trafilatura", version("trafilatura"))
print("shown:    “The deal ends on 1 May, not later,” the mayor said.")
print("it reads:", line)
sys.exit(0 if line == "“The deal ends on , not later,” the mayor said." else 1)
PY
