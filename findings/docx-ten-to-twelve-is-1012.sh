#!/usr/bin/env bash
# docx2python and officeparser: “10‑12 dead” with Word's non-breaking hyphen is “1012 dead”.
#
# What one would guess: the hyphen that Word keeps from breaking a line (Ctrl+Shift+Hyphen) is a hyphen: Word shows it,
# mammoth has it as U+2011 and python-docx as a plain one.
# What happens: Word writes it as an element of its own (`w:noBreakHyphen`), not as a letter, and both leave it out with
# nothing in its place. It is put just where a line must not break, between two figures or before a figure: 10‑12 is
# 1012, ‑5 is 5, twenty‑five is twentyfive. Neither read-me names it, and nothing is said.
# Why it matters to a newsroom: ranges of dead and of dates, scores and falls come without their sign, and each is a
# figure that could be true. What is compared with the story is a hundred times what the file says.
#
# Installs docx2python and officeparser into a folder of its own, which goes again; leaves with 1 if the behaviour is
# another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder/python" 'docx2python==3.7.1'
npm install --silent --no-audit --no-fund --prefix "$folder" 'officeparser@7.8.0'
PYTHONPATH="$folder/python" python3 - "$folder/story.docx" <<'PY'
import sys
import zipfile
from importlib.metadata import version

from docx2python import docx2python

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
document = (
    f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body><w:p><w:r><w:t xml:space="preserve">It left '
    f"10{HYPHEN}12 dead at {HYPHEN}5 degrees.</w:t></w:r></w:p><w:sectPr/></w:body></w:document>"
)
types = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    f'PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
)
relations = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
with zipfile.ZipFile(sys.argv[1], "w") as story:
    for name, content in (
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations),
        ("word/document.xml", document),
    ):
        story.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)

text = docx2python(sys.argv[1]).text.strip()
print("Word shows: It left 10‑12 dead at ‑5 degrees.")
print("docx2python", version("docx2python"), "->", text)
sys.exit(0 if text == "It left 1012 dead at 5 degrees." else 1)
PY
cat >"$folder/story.mjs" <<'JS'
import { readFileSync } from 'node:fs'
import { OfficeParser } from 'officeparser'

const story = await OfficeParser.parseOffice(process.argv[2])
const text = story.toText().trim()
console.log('officeparser', JSON.parse(readFileSync('node_modules/officeparser/package.json')).version, '->', text)
process.exit(text === 'It left 1012 dead at 5 degrees.' ? 0 : 1)
JS
node "$folder/story.mjs" "$folder/story.docx"
