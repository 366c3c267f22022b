#!/usr/bin/env bash
# trafilatura: a quotation in HTML's own `<q>` loses its marks, and the paragraph is broken after it.
#
# What one would guess: '<p>Bo Rask said <q>we never signed</q> and left.</p>', which every browser shows with
# quotation marks, is read as one paragraph; the marks may be there or not.
# What happens: `<q>` is treated as `<blockquote>` is, in the middle of a line. The text is "Bo Rask said we never
# signed", a line end, "and left." With "We never signed" first, the speaker's part of the sentence is a paragraph of
# its own that begins with a comma. The Markdown output has the same without any mark of a quotation.
# Why it matters to a newsroom: the words of a source are the reporter's words in the text, and who said them is in
# another paragraph.
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

AROUND = "<p>The council of Carrow met on Monday to vote on the ferry, and the meeting went on until the morning.</p>"
STORY = (
    "<p>Bo Rask said <q>we never signed</q> and left the hall.</p>"
    "<p><q>Nor will we</q>, said Ann Holm, the treasurer.</p>"
)
page = f"<html><body><main><article><h1>Vote lost</h1>{AROUND * 3}{STORY}{AROUND}</article></main></body></html>"
lines = trafilatura.extract(page).splitlines()
told = lines[lines.index(next(line for line in lines if "Rask" in line)) :][:4]
print("trafilatura", version("trafilatura"))
print("shown:    Bo Rask said “we never signed” and left the hall. / “Nor will we”, said Ann Holm, the treasurer.")
print("it reads: " + " / ".join(told))
expected = ["Bo Rask said we never signed", "and left the hall.", "Nor will we", ", said Ann Holm, the treasurer."]
sys.exit(0 if told == expected else 1)
PY
