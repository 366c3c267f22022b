#!/usr/bin/env bash
# sacremoses: normalising the punctuation of “He called it ‘a shambles’.” moves the full stop into the quotation.
#
# What one would guess: `MosesPunctNormalizer` writes the same marks in one way (curly as straight, a long dash as a
# short one), each where it was.
# What happens: in English a closing double mark followed by a full stop or a comma changes places with it: “a
# shambles”. becomes "a shambles." and “no deal”, becomes "no deal,". French marks become English ones. With a question
# mark, a semicolon or single marks nothing moves.
# Why it matters to a newsroom: British style puts the stop outside where it is no part of what was said. The source’s
# words end differently after a pass that is there to make texts comparable, and every offset behind it that was kept
# is of another letter.
#
# Installs sacremoses into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'sacremoses==0.2.0'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

from sacremoses import MosesPunctNormalizer

expected = {
    "He called it “a shambles”.": 'He called it "a shambles."',
    "He called it “no deal”, she said.": 'He called it "no deal," she said.',
    "He called it “no deal”; she left.": 'He called it "no deal"; she left.',
    "Was it “a lie”?": 'Was it "a lie"?',
}
print("sacremoses", version("sacremoses"))
normalise = MosesPunctNormalizer("en").normalize
same = True
for words, wanted in expected.items():
    got = normalise(words)
    print(f"{words}  ->  {got}")
    same &= got == wanted
sys.exit(0 if same else 1)
PY
