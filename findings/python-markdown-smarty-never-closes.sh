#!/usr/bin/env bash
# Python-Markdown, smarty: a quotation that ends its paragraph with a link or emphasis is closed by an opening mark.
#
# What one would guess: the second of two marks closes: 'He called it "a *lie*"' becomes He called it “a lie”.
# What happens: the mark that comes after a link, emphasis or code and is the last character of its paragraph, heading,
# list item or block quotation becomes “ again: He called it “a lie“. With a comma or a word after it, it is right; so
# it is without the emphasis.
# Why it matters to a newsroom: headlines and block quotations end just so, with the mark as the last character and the
# link to the document as the last words. The quotation is never closed, and whoever pairs the marks of the page takes
# the reporter's words for the source's, down to the next mark.
#
# Installs Markdown into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'Markdown==3.11.3'
PYTHONPATH="$folder" python3 - <<'PY'
import html
import sys
from importlib.metadata import version

import markdown

expected = {
    'He called it "a lie"': "<p>He called it “a lie”</p>",
    'He called it "a *lie*"': "<p>He called it “a <em>lie</em>“</p>",
    'He called it "a *lie*", and left.': "<p>He called it “a <em>lie</em>”, and left.</p>",
    '# "We [never signed](/deal)"': '<h1>“We <a href="/deal">never signed</a>“</h1>',
}
print("Markdown", version("markdown"))
same = True
for typed, made in expected.items():
    got = html.unescape(markdown.markdown(typed, extensions=["smarty"]))
    print(f"{typed}  ->  {got}")
    same &= got == made
sys.exit(0 if same else 1)
PY
