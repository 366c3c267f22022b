#!/usr/bin/env bash
# pandoc: a name in a Word file that carries its reading above it is left out, without a word.
#
# What one would guess: where Word shows a name with its reading in small letters above (ruby, as Japanese names have
# it), pandoc gives the name, the reading, or both.
# What happens: it gives neither, and the sentence closes over the hole. Words in a run of the other direction
# (`w:dir`), an Arabic or a Hebrew name, go the same way. Of neither does it say anything, not with `--verbose` either.
# Why it matters to a newsroom: it is the names that are lost, and only the names. "The minister, ○○, denied it" comes
# out as "The minister, , denied it"; with the speaker at the head of the sentence nothing shows at all.
#
# Installs pandoc (pypandoc-binary) into a folder of its own, which goes again; leaves with 1 if the behaviour is
# another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --no-compile --target "$folder" 'pypandoc-binary==1.17'
PYTHONPATH="$folder" python3 - "$folder/story.docx" <<'PY'
import sys
import zipfile

import pypandoc

SCHEMAS = "http://schemas.openxmlformats.org"


def run(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


look = '<w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/>'
ruby = (
    f'<w:r><w:ruby><w:rubyPr>{look}<w:lid w:val="ja-JP"/></w:rubyPr><w:rt>{run("もりた")}</w:rt>'
    f'<w:rubyBase>{run("森田")}</w:rubyBase></w:ruby></w:r>'
)
turned = f'<w:dir w:val="rtl">{run("סלע")}</w:dir>'
body = (
    f"<w:p>{run('The mayor, ')}{ruby}{run(', did not sign.')}</w:p>"
    f"<w:p>{run('The clerk, ')}{turned}{run(', signed.')}</w:p>"
)
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
parts = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType='
    f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    f'ContentType="{main}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{SCHEMAS}/wordprocessingml/2006/main"><w:body>{body}</w:body>'
    "</w:document>",
}
with zipfile.ZipFile(sys.argv[1], "w") as story:
    for name, text in parts.items():
        story.writestr(name, head + text)

lines = pypandoc.convert_file(sys.argv[1], "plain", extra_args=["--wrap=none", "--verbose"]).split("\n\n")
lines = [line.strip() for line in lines]
print("pandoc", pypandoc.get_pandoc_version())
print("Word shows: The mayor, 森田 (with もりた above), did not sign. / The clerk, סלע, signed.")
print("it reads:  ", " / ".join(lines))
sys.exit(0 if lines == ["The mayor, , did not sign.", "The clerk, , signed."] else 1)
PY
