#!/usr/bin/env bash
# pySBD: with single quotation marks the closing mark is the first character of the next sentence.
#
# What one would guess: “We did not sign. We never will.” in double marks and ‘We did not sign. We never will.’ in
# single ones are divided alike.
# What happens: in double marks the quotation is one sentence. In single marks it is two, the mark that closes it is
# cut off, and the sentence after it is "’ She left."
# Why it matters to a newsroom: British headlines quote in single marks, and some papers do so throughout. The
# quotation has no end in its own sentence, the reporter's sentence begins with a mark that closes nothing, and whoever
# tells quotations from the rest by sentence has the wrong words in both.
#
# Installs pysbd into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'pysbd==0.3.4'
PYTHONPATH="$folder" python3 -W ignore - <<'PY'
import sys
from importlib.metadata import version

import pysbd

expected = {
    "“We did not sign. We never will.” She left.": ["“We did not sign. We never will.” ", "She left."],
    "‘We did not sign. We never will.’ She left.": ["‘We did not sign. ", "We never will.", "’ She left."],
}
print("pysbd", version("pysbd"))
same = True
for text, sentences in expected.items():
    got = pysbd.Segmenter(language="en", clean=False).segment(text)
    print(text, got)
    same &= got == sentences
sys.exit(0 if same else 1)
PY
