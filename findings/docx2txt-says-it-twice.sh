#!/usr/bin/env bash
# docx2txt: a pull quote is there twice, and so is every passage that was moved with "track changes" on.
#
# What one would guess: the text of a Word file has each of its words as often as Word shows it.
# What happens: Word writes each text box twice into the file, once for itself and once for older programs, and
# docx2txt reads both. Of a passage that the desk moved, the place it was moved from is kept in the file until somebody
# accepts the change; docx2txt, which does leave out what was deleted, reads it there and at its new place.
# Why it matters to a newsroom: pull quotes are set in text boxes, and quotations are what a desk moves. A count of
# what each side was given, and a check for a quotation used twice, see two where the page has one.
#
# Installs docx2txt into a folder of its own, which goes again; leaves with 1 if the behaviour is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder" 'docx2txt==0.9'
PYTHONPATH="$folder" python3 - "$folder/story.docx" <<'PY'
import sys
import zipfile
from importlib.metadata import version

import docx2txt

SCHEMAS = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{SCHEMAS}/wordprocessingml/2006/main" xmlns:mc="{SCHEMAS}/markup-compatibility/2006" '
    f'xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{SCHEMAS}/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BY = 'w:author="Desk" w:date="2026-03-02T09:00:00Z"'


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


moved = "“We did not sign,” she said. "
box = f"<w:txbxContent><w:p>{run('“We never will”')}</w:p></w:txbxContent>"
shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>'
kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
drawing = (
    '<w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Pull quote"/>'
    f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
)
older = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
body = (
    f'<w:p><w:moveFrom w:id="1" {BY}>{run(moved)}</w:moveFrom>{run("The vote was lost. ")}'
    f'<w:moveTo w:id="2" {BY}>{run(moved)}</w:moveTo></w:p>'
    f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
    f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
parts = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
}
with zipfile.ZipFile(sys.argv[1], "w") as story:
    for name, text in parts.items():
        story.writestr(name, head + text)

text = " ".join(docx2txt.process(sys.argv[1]).split())
print("docx2txt", version("docx2txt"))
print("Word shows: The vote was lost. “We did not sign,” she said.  and, in a box: “We never will”")
print("it reads:  ", text)
sys.exit(0 if text.count("did not sign") == 2 and text.count("never will") == 2 else 1)
PY
