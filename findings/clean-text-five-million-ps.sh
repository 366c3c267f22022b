#!/usr/bin/env bash
# clean-text: “£5m” is “ps5m”; so it is in the addresses that python-slugify makes.
#
# What one would guess: the pound sign, which is in Latin-1, stays, goes, or becomes GBP, as the euro becomes EUR.
# What happens: both go through a table in which £ is PS (for pound sterling), with nothing between it and the sum.
# clean-text calls that fixing the Unicode, and it is on unless it is switched off. “§12” is “ss12”.
# Why it matters to a newsroom: “£5m fine for maker” has the address ps5m-fine-for-maker, which is about a games
# console; a search for 5m in the cleaned text finds nothing with a word boundary before it.
#
# Installs clean-text and python-slugify into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'clean-text==0.7.1' 'Unidecode==1.4.0' 'python-slugify==9.2.0' 'text-unidecode==1.3'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import logging
import sys
from importlib.metadata import version

logging.disable()
from cleantext import clean
from slugify import slugify

print("clean-text", version("clean-text"), "python-slugify", version("python-slugify"))
cleaned, address, euros = clean("A £5m fine under §12", lang="en"), slugify("£5m fine for maker"), slugify("€5m fine")
print("A £5m fine under §12  ->  ", cleaned)
print("£5m fine for maker  ->  ", address)
print("€5m fine  ->  ", euros)
wanted = ("a ps5m fine under ss12", "ps5m-fine-for-maker", "eur5m-fine")
sys.exit(0 if (cleaned, address, euros) == wanted else 1)
PY
