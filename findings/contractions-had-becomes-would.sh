#!/usr/bin/env bash
# contractions: "I’d signed" is made "I would signed", and U Sand Maung is made "YOU Sand Maung".
#
# What one would guess: a library that writes out "I’d", "won’t" and "it’s" leaves alone what it cannot tell, and
# leaves alone words that are no contractions.
# What happens: "’d" is always "would" and "’s" always "is": "He’d signed it" is "He would signed it", "She’s been
# told" is "She is been told". "U" is taken for the "you" of text messages, with its capital: "U Sand Maung" is "YOU
# Sand Maung", a U visa a YOU visa. "Jan." is made "January", in a name as well.
# Why it matters to a newsroom: it is used to make quotation and transcript alike before they are compared. What a
# source says he had done he now says he would do, both sides are changed alike, and the comparison does not notice.
#
# Installs contractions into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'contractions==0.1.73'
PYTHONPATH="$folder" python3 - <<'PY'
import sys
from importlib.metadata import version

import contractions

expected = {
    "“I’d signed it,” he said.": "“I would signed it,” he said.",
    "She’s been told.": "She is been told.",
    "U Sand Maung said no.": "YOU Sand Maung said no.",
    "She has the U visa.": "She has the YOU visa.",
}
print("contractions", version("contractions"))
same = True
for written, made in expected.items():
    got = contractions.fix(written)
    print(f"{written}  ->  {got}")
    same &= got == made
sys.exit(0 if same else 1)
PY
