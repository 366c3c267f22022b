#!/usr/bin/env bash
# inscriptis: She said: “We <b>never</b> signed” has marks round “We” and “signed”, and “never” stands outside of them.
#
# What one would guess: `<q>`, for which inscriptis writes the marks itself, has one mark before it and one behind it.
# What happens: a mark is put before each piece of text that follows, and after each one, as if each were a quotation:
# We "never" signed is four marks, with the stressed word between a closing and an opening one. Where the quotation ends
# with a bold word, or holds a date in `<time>`, the last mark is missing, and where it begins with one, the first.
# Without an element inside the marks are right.
# Why it matters to a newsroom: of the source's own sentence the word that turns it is in the paper's voice, or scorned;
# whoever pairs the marks of the page takes what is between the quotations for what is in them.
#
# Installs inscriptis into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'inscriptis==2.7.6'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

from inscriptis import get_text

EXPECTED = {
    "<q>We never signed</q>": '"We never signed"',
    "<q>We <b>never</b> signed</q>": '"We "never" signed"',
    "<q>We signed <b>nothing</b></q>": '"We signed "nothing',
    "<q><b>We never</b> signed</q>": 'We never" signed"',
}
print("inscriptis", version("inscriptis"))
same = True
for quotation, expected in EXPECTED.items():
    text = get_text(f"<html><body><p>Ann Holm said: {quotation}.</p></body></html>").strip()
    print(f"{quotation}  ->  {text}")
    same &= text == f"Ann Holm said: {expected}."
sys.exit(0 if same else 1)
PY
