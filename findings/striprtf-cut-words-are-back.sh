#!/usr/bin/env bash
# striprtf: a word that was cut with “track changes” on is there, and so is hidden text; the footnote is not.
#
# What one would guess: the text of an RTF file is what Word shows for it: words that are deleted or hidden are not
# shown, or not as the others are.
# What happens: `\deleted` and `\v` are control words like any others, and all of those are taken away; the words
# behind them stay. “was {\deleted not }guilty” is “was not guilty”, and the desk’s hidden remark is in the sentence. A
# footnote, which Word shows, is left out.
# Why it matters to a newsroom: old systems and courts send RTF, with its changes. What comes out says the opposite of
# what the file shows, or holds the remark that nobody was to see.
#
# Installs striprtf into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'striprtf==0.0.35'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

expected = {
    r"{\rtf1\ansi Mr Holm was {\deleted not }guilty.\par}": "Mr Holm was not guilty.\n",
    r"{\rtf1\ansi Mr Holm left{\v (who says so?)} early.\par}": "Mr Holm left(who says so?) early.\n",
    r"{\rtf1\ansi Mr Holm left{\footnote Source: the court.} early.\par}": "Mr Holm left early.\n",
}
print("striprtf", version("striprtf"))
same = True
for rtf, text in expected.items():
    got = rtf_to_text(rtf)
    print(f"{rtf}  ->  {got.strip()}")
    same &= got.strip() == text.strip()
sys.exit(0 if same else 1)
PY
