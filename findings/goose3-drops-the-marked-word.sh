#!/usr/bin/env bash
# goose3: a word that the page underlines, marks or abbreviates is left out; "did not sign" is "did sign".
#
# What one would guess: the text of an article has all the words of a paragraph that it has at all; what an element
# like `<u>` or `<mark>` is for is how they look.
# What happens: the paragraph is there and the words in `<u>`, `<mark>`, `<q>`, `<cite>`, `<abbr>`, `<time>` and
# `<sub>` are not; those in `<em>`, `<strong>` and `<a>` are. The sentence closes over the hole: "The mayor did
# <u>not</u> sign" reads "The mayor did sign".
# Why it matters to a newsroom: the word that is underlined is the one that matters, what is in `<q>` is what was said,
# and in `<time>` when. An archive or a monitor of other papers that reads by goose3 has the opposite of what was
# published, and no gap shows.
#
# Installs goose3 into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'goose3==3.1.22'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from goose3 import Goose

PROSE = "<p>The council of Carrow met on Monday to vote on the ferry, and the meeting went on until the morning.</p>"
ARTICLE = "<html><head><title>Vote</title></head><body><article>{}</article></body></html>"
expected = {
    "The mayor did <em>not</em> sign it, she told the council.": "The mayor did not sign it, she told the council.",
    "The mayor did <u>not</u> sign it, she told the council.": "The mayor did sign it, she told the council.",
    "The mayor called it <q>a lie</q> and left the hall.": "The mayor called it and left the hall.",
    "The mayor left on <time>5 May</time>, as she told us.": "The mayor left on , as she told us.",
}
print("goose3", version("goose3"))
same = True
for written, text in expected.items():
    page = ARTICLE.format(f"{PROSE * 3}<p>{written}</p>{PROSE}")
    lines = Goose().extract(raw_html=page).cleaned_text.splitlines()
    got = next((line for line in lines if "mayor" in line), "")
    print("written:", written)
    print("read:   ", got)
    same &= got == text
sys.exit(0 if same else 1)
PY
