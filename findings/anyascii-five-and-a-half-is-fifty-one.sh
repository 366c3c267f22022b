#!/usr/bin/env bash
# anyascii: “5½ years” is “51/2 years”, and 10⁶ is 106.
#
# What one would guess: a figure that cannot be written in ASCII is written so that it is the same figure, as Unidecode
# does with a blank before 1/2.
# What happens: each letter is written by itself, without regard to the one before it. 5½ is 51/2, 1¾ is 13/4, 10⁶ is
# 106, and “40 m²” is “40 m2”.
# Why it matters to a newsroom: addresses of stories, agency copy for old systems and keys for finding duplicates are
# made this way. A sentence of five and a half years is one of fifty-one halves, which is more than twenty-five.
#
# Installs anyascii into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'anyascii==0.3.3'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from anyascii import anyascii

expected = {
    "jailed for 5½ years": "jailed for 51/2 years",
    "1¾ miles": "13/4 miles",
    "10⁶ cells": "106 cells",
}
print("anyascii", version("anyascii"))
same = True
for words, wanted in expected.items():
    got = anyascii(words)
    print(f"{words}  ->  {got}")
    same &= got == wanted
sys.exit(0 if same else 1)
PY
